"""Any edition that can work: numbers are drawn, and those that `validated` refuses thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from speeches.document.tree import Role
from speeches.typeset.edition import POINTS_PER_MM, STANDARD, Edition, Place, Style
from speeches.typeset.workable import UnworkableEdition, validated


def _works(edition: Edition) -> bool:
    try:
        return validated(edition) is edition
    except UnworkableEdition:
        return False


def _sized(size: float, title: float, bold: frozenset[int], indent: int) -> Mapping[str, object]:
    """All the styles of an edition in type of these sizes."""

    def style(given: Style) -> Style:
        return replace(given, size=size, indent=indent if given.indent else 0)

    return {
        "size": size,
        "levels": tuple(
            replace(style(given), bold=level in bold)
            for level, given in enumerate(STANDARD.levels, 1)
        ),
        "roles": {
            role: replace(given, size=title) if role is Role.TITLE else style(given)
            for role, given in STANDARD.roles.items()
        },
    }


@st.composite
def _editions(draw: st.DrawFn) -> Edition:
    """Numbers near what works, so that few are thrown away."""
    size = draw(st.sampled_from((9, 10.5, 12, 14, 15, 16, 18, 22, 26, 36, 42)))
    columns = draw(st.integers(8, 40))
    spread = draw(st.floats(-0.06, 0.12))
    width = (size * (1 + spread) * (columns - 1) + size) / POINTS_PER_MM
    lines = draw(st.integers(5, 40))
    height = size * lines * draw(st.floats(0.9, 2.5)) / POINTS_PER_MM
    top, left = draw(st.floats(20, 60)), draw(st.floats(4, 60))
    bold = draw(st.frozensets(st.integers(1, 4)))
    styles = _sized(size, draw(st.floats(size, size * 1.5)), bold, draw(st.integers(0, 4)))
    place = draw(st.sampled_from(Place))
    return replace(
        STANDARD,
        key="own-1",
        name="本单位版式",
        paper_width=left + width + 10,
        paper_height=top + height + 25,
        margin_top=top,
        margin_left=left,
        area_width=width,
        area_height=height,
        lines=lines,
        columns=columns,
        after_title=draw(st.integers(0, 4)),
        after_names=draw(st.integers(0, 4)),
        turns_at_sentence=draw(st.booleans()),
        page_number=replace(STANDARD.page_number, place=place),
        **styles,
    )


editions = _editions().filter(_works)
