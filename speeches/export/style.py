"""The style sheets of the page: geometry written from the edition, the rest from paper.css."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from speeches.export.errors import ExportError
from speeches.typeset.edition import Align, Edition, Face, Place, Style
from speeches.typeset.fonts import screen_families
from speeches.typeset.lines import LOOSEST, SPACING_UNIT, TIGHTEST
from speeches.typeset.pages import Pages

_PAPER_CSS = Path(__file__).parents[2] / "static" / "css" / "paper.css"
_PAINTING_CSS = Path(__file__).with_name("painting.css")


class Kind(NamedTuple):
    """What a stretch of text is set in."""

    face: Face
    bold: bool = False


Families = Mapping[Kind, tuple[str, ...]]  # fonts by name, best first


def kind_of(style: Style) -> Kind:
    """What a style is set in; 小标宋 is bold by itself and never emboldened."""
    return Kind(style.face, style.bold and style.face is not Face.BIAOSONG)


@cache
def paper_css(path: Path = _PAPER_CSS) -> str:
    """What is no geometry: paper.css, which the site serves as a file. Read once."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(f"读不到版面样式文件 {path}，请重新安装稿台。") from error


def painting_css() -> str:
    """What only the PDF engine needs."""
    return paper_css(_PAINTING_CSS)


def spacings(pages: Pages) -> set[int]:
    """The letter-spacing of every line, in units: all that a sheet for these pages must name."""
    return {line.spacing for page in pages.pages for line in page.lines if line}


def edition_css(
    edition: Edition,
    families: Families | None = None,
    *,
    spacings: Iterable[int] = range(TIGHTEST, LOOSEST + 1),
) -> str:
    """The geometry of an edition as a style sheet, for the screen and for PDF alike.

    `families` are the embedded fonts; without them the reader's own are used. `spacings`: the
    letter-spacings, in units, that lines may have by class; the whole bound where it is not known
    which pages the sheet is for.
    """
    roles = {f".paper-{role}": style for role, style in edition.roles.items()}
    levels = list(enumerate(edition.levels, 1))
    roles |= {f".paper-level-{level}": style for level, style in levels}
    rules = [
        *(_screen_fonts(edition) if families is None else [_embedded_fonts(families)]),
        *_page_rules(edition),
        *(_block_rule(name, edition, style, families) for name, style in roles.items()),
        *(_rule(f".paper-run-in-{level}", **_font(style, families)) for level, style in levels),
        *(_rule(f".paper-s{units}", __paper_spacing=_em(units)) for units in sorted(spacings)),
        *_number_rules(edition),
        _stamp_rule(edition),
    ]
    return "\n".join(rules) + "\n"


def _embedded_fonts(families: Families) -> str:
    stacks = {_variable(kind): _stack(names) for kind, names in families.items()}
    return _rule(":root", **stacks)


def _screen_fonts(edition: Edition) -> list[str]:
    """The faces out of the reader's own fonts, found by full name (family names have no weight)."""
    names = {face: screen_families(face, edition.fonts.get(face, ())) for face in Face}
    faces = [
        _rule(
            "@font-face",
            font_family=f'"paper-{face}"',
            src=", ".join(f'local("{name}")' for name in names[face]),
        )
        for face in Face
    ]
    stacks = {_variable(Kind(face)): _stack((f"paper-{face}", *names[face])) for face in Face}
    return [*faces, _rule(":root", **stacks)]


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


def _block_rule(selector: str, edition: Edition, style: Style, families: Families | None) -> str:
    return _rule(
        selector,
        **_font(style, families),
        font_size=_pt(style.size),
        text_align="center" if style.align is Align.CENTER else "left",
        __paper_indent=_pt(style.indent * edition.cell),
        __paper_spacing=_em(edition.tracking(style)),
    )


def _font(style: Style, families: Families | None) -> dict[str, str]:
    """Bold is a font of its own among the embedded ones, and the browser's to make elsewhere."""
    kind = kind_of(style)
    if families is not None:
        return {"font_family": _use(kind)}
    weight = {"font_weight": "700", "font_synthesis": "weight"} if kind.bold else {}
    return {"font_family": _use(Kind(kind.face))} | weight


def _variable(kind: Kind) -> str:
    """The variable that names the fonts of a kind, as `_rule` takes it."""
    return f"__paper_{kind.face}_bold" if kind.bold else f"__paper_{kind.face}"


def _use(kind: Kind) -> str:
    return f"var({_variable(kind).replace('_', '-')})"


def _number_rules(edition: Edition) -> list[str]:
    """The dashes run through the middle of their line, and that is `drop` below the type area."""
    number = edition.page_number
    middle = edition.margin_top + edition.area_height + number.drop
    return [
        _rule(
            ".paper-number",
            top=f"calc({_mm(middle)} - {_pt(number.size / 2)})",
            font_family=_use(Kind(number.face)),
            font_size=_pt(number.size),
            line_height=_pt(number.size),
        ),
        _rule(".paper-odd .paper-number", **_number_place(edition, is_odd=True)),
        _rule(".paper-even .paper-number", **_number_place(edition, is_odd=False)),
    ]


def _number_place(edition: Edition, *, is_odd: bool) -> dict[str, str]:
    number = edition.page_number
    left, width = edition.margin_left, edition.area_width
    inset = _pt(number.inset * number.size)
    if number.place is Place.CENTER:
        return {"left": _mm(left), "width": _mm(width), "text_align": "center"}
    if number.place is Place.OUTER and not is_odd:
        return {"left": f"calc({_mm(left)} + {inset})"}
    return {"right": f"calc({_mm(edition.paper_width - left - width)} + {inset})"}


def _stamp_rule(edition: Edition) -> str:
    stamp = edition.stamp
    return _rule(
        ".paper-stamp",
        top=f"calc({_mm(edition.margin_top - stamp.rise)} - {_pt(stamp.size)})",
        left=_mm(edition.margin_left),
        font_family=_use(Kind(stamp.face)),
        font_size=_pt(stamp.size),
        line_height=_pt(stamp.size),
    )


def _stack(families: tuple[str, ...]) -> str:
    return ", ".join([*(f'"{family}"' for family in families), "serif"])


def _rule(selector: str, **declarations: str) -> str:
    """`declarations` by their names in Python: font_size, __paper_indent."""
    body = "; ".join(f"{name.replace('_', '-')}: {value}" for name, value in declarations.items())
    return f"{selector} {{ {body} }}"


def _mm(length: float) -> str:
    return f"{length:g}mm"


def _pt(length: float) -> str:
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt"


def _em(units: int) -> str:
    return f"{units * SPACING_UNIT:.4f}".rstrip("0").rstrip(".") + "em"
