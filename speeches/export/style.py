"""The style sheets of the page: geometry written from the edition, the rest from paper.css."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from speeches.export.errors import ExportError
from speeches.typeset.edition import Align, Edition, Face, Style
from speeches.typeset.fonts import screen_families

_PAPER_CSS = Path(__file__).parents[2] / "static" / "css" / "paper.css"

SCREEN_FAMILIES: Mapping[Face, tuple[str, ...]] = MappingProxyType(
    {face: (f"paper-{face}", *screen_families(face)) for face in Face}
)


@cache
def paper_css(path: Path = _PAPER_CSS) -> str:
    """What is no geometry: paper.css, which the site serves as a file. Read once."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(f"读不到版面样式文件 {path}，请重新安装稿台。") from error


def edition_css(
    edition: Edition, families: Mapping[Face, tuple[str, ...]] = SCREEN_FAMILIES
) -> str:
    """The geometry of an edition as a style sheet, for the screen and for PDF alike.

    `families` are the fonts for every face, best first; without them the reader's own are used.
    """
    stacks = {f"--paper-{face}": _stack(families[face]) for face in Face}
    styles = {f".paper-{role}": style for role, style in edition.roles.items()}
    styles |= {f".paper-level-{level}": style for level, style in enumerate(edition.levels, 1)}
    rules = [
        *([_screen_face(face) for face in Face] if families is SCREEN_FAMILIES else []),
        _rule(":root", **stacks),
        *_page_rules(edition),
        *(_style_rule(selector, edition, style) for selector, style in styles.items()),
        *_number_rules(edition),
        _stamp_rule(edition),
    ]
    return "\n".join(rules) + "\n"


def _screen_face(face: Face) -> str:
    """A face out of the reader's own fonts, found by full name (family names have no weight)."""
    sources = ", ".join(f'local("{name}")' for name in screen_families(face))
    return _rule("@font-face", font_family=f'"paper-{face}"', src=sources)


def _page_rules(edition: Edition) -> list[str]:
    width, height = _mm(edition.paper_width), _mm(edition.paper_height)
    pitch = _pt(edition.pitch)
    return [
        _rule("@page", size=f"{width} {height}", margin="0"),
        _rule(".paper-page", width=width, height=height),
        _rule(
            ".paper-area",
            top=_mm(edition.margin_top),
            left=_mm(edition.margin_left),
            width=_mm(edition.area_width),
            height=_mm(edition.area_height),
            line_height=pitch,
        ),
        _rule(".paper-blank", height=pitch),
    ]


def _style_rule(selector: str, edition: Edition, style: Style) -> str:
    return _rule(
        selector,
        font_family=f"var(--paper-{style.face})",
        font_size=_pt(style.size),
        letter_spacing=_pt(edition.tracking(style)),
        text_align="center" if style.align is Align.CENTER else "left",
        text_indent=_pt(style.indent * edition.cell),
    )


def _number_rules(edition: Edition) -> list[str]:
    """The dashes run through the middle of their line, and that is `drop` below the type area."""
    number = edition.page_number
    middle = edition.margin_top + edition.area_height + number.drop
    inset = _pt(number.inset * number.size)
    right = edition.paper_width - edition.margin_left - edition.area_width
    return [
        _rule(
            ".paper-number",
            top=f"calc({_mm(middle)} - {_pt(number.size / 2)})",
            font_family=f"var(--paper-{number.face})",
            font_size=_pt(number.size),
            line_height=_pt(number.size),
        ),
        _rule(".paper-odd .paper-number", right=f"calc({_mm(right)} + {inset})"),
        _rule(".paper-even .paper-number", left=f"calc({_mm(edition.margin_left)} + {inset})"),
    ]


def _stamp_rule(edition: Edition) -> str:
    stamp = edition.stamp
    return _rule(
        ".paper-stamp",
        top=f"calc({_mm(edition.margin_top - stamp.rise)} - {_pt(stamp.size)})",
        left=_mm(edition.margin_left),
        font_family=f"var(--paper-{stamp.face})",
        font_size=_pt(stamp.size),
        line_height=_pt(stamp.size),
    )


def _stack(families: tuple[str, ...]) -> str:
    return ", ".join([*(f'"{family}"' for family in families), "serif"])


def _rule(selector: str, **declarations: str) -> str:
    body = "; ".join(f"{name.replace('_', '-')}: {value}" for name, value in declarations.items())
    return f"{selector} {{ {body} }}"


def _mm(length: float) -> str:
    return f"{length:g}mm"


def _pt(length: float) -> str:
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt"
