"""The geometry of the standard edition, GB/T 9704—2012."""

import pytest

from speeches.document.tree import Block, Role
from speeches.typeset.edition import STANDARD, Align, Face, Style
from tests.typeset.building import heading, paragraph


def test_28_characters_fill_the_line_and_22_lines_the_page() -> None:
    points = 72 / 25.4
    assert 27 * STANDARD.cell + 16 == pytest.approx(156 * points)
    assert 22 * STANDARD.pitch == pytest.approx(225 * points)


def test_the_margins_and_the_type_area_make_the_paper() -> None:
    right = STANDARD.paper_width - STANDARD.margin_left - STANDARD.area_width
    bottom = STANDARD.paper_height - STANDARD.margin_top - STANDARD.area_height
    assert (right, bottom) == (26, 35)


@pytest.mark.parametrize(
    ("block", "style", "columns"),
    [
        (paragraph(role=Role.TITLE), Style(Face.BIAOSONG, 22, 0, Align.CENTER, True), 20),
        (paragraph(role=Role.SUBTITLE), Style(Face.KAI, 16, 0, Align.CENTER, True), 28),
        (paragraph(role=Role.SPEAKER), Style(Face.KAI, 16, 0, Align.CENTER), 28),
        (paragraph(role=Role.DATE), Style(Face.KAI, 16, 0, Align.CENTER), 28),
        (paragraph(role=Role.SALUTATION), Style(Face.FANG, 16), 28),
        (paragraph(role=Role.BODY), Style(Face.FANG, 16, 2), 28),
        (heading(1), Style(Face.HEI, 16, 2), 28),
        (heading(2), Style(Face.KAI, 16, 2), 28),
        (heading(3), Style(Face.FANG, 16, 2), 28),
        (heading(4), Style(Face.FANG, 16, 2), 28),
    ],
)
def test_every_block_has_its_style(block: Block, style: Style, columns: int) -> None:
    assert (STANDARD.style(block), STANDARD.columns_of(style)) == (style, columns)


def test_only_type_of_the_body_s_size_is_tracked() -> None:
    title, body = STANDARD.roles[Role.TITLE], STANDARD.roles[Role.BODY]
    assert STANDARD.tracking(title) == 0
    assert STANDARD.tracking(body) == pytest.approx(-0.2146, abs=0.0001)


def test_a_page_number_stands_between_dashes() -> None:
    assert STANDARD.page_number.text(12) == "— 12 —"
