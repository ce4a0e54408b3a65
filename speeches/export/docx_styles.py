"""The styles of a Word file, written from the edition (ECMA-376-1, 17.7).

A style for every role, level and mark: nothing is dressed by hand. Where Word has a style of its
own for the part, that is taken and dressed anew: 标题 1 to 标题 4 are in the navigation pane.

Lines have an exact height and characters a spacing, both rounded down so that a page and a line
hold what the edition says. The document grid says the same numbers, but no paragraph snaps to
it: LibreOffice puts 18 characters in a line of such a grid where Word puts 28.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import floor
from types import MappingProxyType
from typing import NamedTuple

from speeches.document.tree import MARK_NOTES, Block, Heading, Mark, Role
from speeches.export.docx_markup import element
from speeches.typeset.edition import POINTS_PER_MM, Align, Edition, Face, Place, Style
from speeches.typeset.fonts import screen_families

TWIPS = 20  # in a point
NORMAL = "Normal"
FOOTER, FOOTER_EVEN, HEADER = "Footer", "FooterEven", "Header"
_GB2312 = "86"  # the character set that these fonts are for (17.8.3.2)


class _Name(NamedTuple):
    """A style's id in the file, and the name by which Word knows its own or people see ours.

    Word shows the English names of its own styles in the language of its menus.
    """

    id: str
    name: str

    @property
    def custom(self) -> dict[str, int]:
        """The attribute that tells ours from Word's own."""
        return {} if self.name.isascii() else {"customStyle": 1}


_ROLES: Mapping[Role, _Name] = MappingProxyType(
    {
        Role.TITLE: _Name("Title", "Title"),
        Role.SUBTITLE: _Name("Subtitle", "Subtitle"),
        Role.SPEAKER: _Name("Speaker", "讲话人"),
        Role.DATE: _Name("Date", "Date"),
        Role.SALUTATION: _Name("Salutation", "Salutation"),
        Role.BODY: _Name("NormalIndent", "Normal Indent"),
    }
)
_MARKS: Mapping[Mark, str] = MappingProxyType(  # as paper.css has them
    {
        Mark.EMPTY: element("shd", val="clear", color="auto", fill="F7D9A8"),
        Mark.UNCONFIRMED: element("u", val="dotted", color="A35A00"),
        Mark.UNKNOWN: element("u", val="wave", color="A3261F")
        + element("shd", val="clear", color="auto", fill="F8DCD9"),
    }
)


def style_of(block: Block) -> str:
    """The id of a block's paragraph style."""
    return f"Heading{block.level}" if isinstance(block, Heading) else _ROLES[block.role].id


def run_style_of(level: int, mark: Mark | None) -> str:
    """The id of the character style of a run-in heading, of a mark, of both; empty: of neither."""
    return (f"Heading{level}Char" if level else "") + (f"Mark{mark.title()}" if mark else "")


def styles(edition: Edition) -> str:
    """All styles, as children of ``w:styles``."""
    return "".join(
        (
            _defaults(edition),
            *(_role(edition, role) for role in _ROLES),
            *(_level(edition, number) for number in range(1, len(edition.levels) + 1)),
            *(_marked(mark, level) for mark in Mark for level in range(len(edition.levels) + 1)),
            *_outside(edition),
        )
    )


def font_table(edition: Edition) -> str:
    """What may stand in for a font that a reader's machine lacks (17.8.3.1), for ``w:fonts``."""
    return "".join(
        element(
            "font",
            element("altName", val=",".join(others)) + element("charset", val=_GB2312),
            name=name,
        )
        for name, *others in (_names(edition, face) for face in Face)
    )


def pitch(edition: Edition) -> int:
    """From line to line, in twips."""
    return floor(edition.pitch * TWIPS)


def slack(edition: Edition, style: Style) -> float:
    """What each character of a full line may take beyond its size, in pt; less than 0: must give.

    A share for each: Word counts the spacing behind the last character, too.
    """
    cell = edition.area_width * POINTS_PER_MM / edition.columns_of(style)
    return cell - _half_points(style) / 2


def _defaults(edition: Edition) -> str:
    """The language, Normal, on which all other paragraph styles are based, and no style of runs."""
    body = edition.roles[Role.BODY]
    language = element("lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA")
    defaults = element("rPrDefault", element("rPr", _font(edition, body.face) + language))
    look = _look(edition, body, _spacing(edition, body))
    dress = element("pPr", _standing(edition)) + element("rPr", look)
    normal = _head(_Name(NORMAL, NORMAL)) + element("qFormat") + dress
    plain = _Name("DefaultParagraphFont", "Default Paragraph Font")
    return (
        element("docDefaults", defaults)
        + element("style", normal, type="paragraph", default=1, styleId=NORMAL)
        + element("style", _head(plain), type="character", default=1, styleId=plain.id)
    )


def _standing(edition: Edition) -> str:
    """How every paragraph stands on the page.

    Off: widow control, marks that hang into the margin, blanks put between Chinese and digits,
    an indent that follows the grid, the grid itself.
    """
    off = ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd")
    switches = "".join(element(name, val=0) for name in (*off, "snapToGrid"))
    return switches + _line(pitch(edition)) + element("jc", val="both")


def _role(edition: Edition, role: Role) -> str:
    style = edition.roles[role]
    look = _look(edition, style, _spacing(edition, style))
    return _paragraph_style(_ROLES[role], _place(edition, style), look)


def _level(edition: Edition, number: int) -> str:
    """A heading on its own line, and the same run in, which is linked to it.

    Word's table of contents takes for a heading what a linked style is applied to. The navigation
    pane shows whole paragraphs only; a style separator (17.3.2.36) would part heading and
    paragraph there, but in LibreOffice on the page as well.
    """
    style, body = edition.levels[number - 1], edition.roles[Role.BODY]
    name, run_in = _Name(f"Heading{number}", f"heading {number}"), run_style_of(number, None)
    kept, outline = element("keepNext"), element("outlineLvl", val=number - 1)
    following = element("next", val=_ROLES[Role.BODY].id) + element("link", val=run_in)
    look = _look(edition, style, _spacing(edition, style))
    own = _paragraph_style(name, kept + _place(edition, style) + outline, look, following)
    # Bold of the paragraph's style and bold of the run's cancel each other out (17.7.3).
    look = _font(edition, style.face, bold=style.bold is not body.bold)
    return own + _run_style(
        _Name(run_in, f"标题 {number} 字符"), look, element("link", val=name.id)
    )


def _marked(mark: Mark, level: int) -> str:
    """A mark, by itself (level 0) or within a run-in heading."""
    style, note = run_style_of(level, mark), MARK_NOTES[mark]
    if not level:
        return _run_style(_Name(style, note), _MARKS[mark])
    parent = element("basedOn", val=run_style_of(level, None))
    return _run_style(_Name(style, f"标题 {level} {note}"), _MARKS[mark], parent)


def _outside(edition: Edition) -> Iterator[str]:
    """Page numbers (odd pages or all, then even ones) and the stamp of a draft."""
    number, stamp = edition.page_number, edition.stamp
    inset = round(number.inset * number.size * TWIPS)
    line = _line(round(number.size * TWIPS))
    look = _look(edition, Style(number.face, number.size), spacing=0)
    centred = element("jc", val="center")
    right = element("ind", right=inset) + element("jc", val="right")
    left = element("ind", left=inset) + element("jc", val="left")
    odd = centred if number.place is Place.CENTER else right
    yield _paragraph_style(_Name(FOOTER, "footer"), line + odd, look)
    yield _paragraph_style(_Name(FOOTER_EVEN, "双页页码"), line + left, look)
    line = _line(round(stamp.size * TWIPS))
    look = _look(edition, Style(stamp.face, stamp.size), spacing=0)
    yield _paragraph_style(_Name(HEADER, "header"), line + element("jc", val="left"), look)


def _place(edition: Edition, style: Style) -> str:
    """First-line indent in hundredths of a character and in twips (17.3.1.12), and alignment."""
    indent = round(style.indent * edition.cell * TWIPS)
    indented = element("ind", firstLineChars=100 * style.indent, firstLine=indent)
    centred = element("jc", val="center") if style.align is Align.CENTER else ""
    return (indented if style.indent else "") + centred


def _line(height: int) -> str:
    """Lines of an exact height in twips and nothing between paragraphs."""
    return element("spacing", before=0, after=0, line=height, lineRule="exact")


def _look(edition: Edition, style: Style, spacing: int) -> str:
    """Font, spacing and size of characters; they do not snap to the grid either."""
    size = _half_points(style)
    return (
        _font(edition, style.face, bold=style.bold)
        + element("snapToGrid", val=0)
        + element("spacing", val=spacing)
        + element("sz", val=size)
        + element("szCs", val=size)
    )


def _spacing(edition: Edition, style: Style) -> int:
    """Character spacing in twips, whole tenths of a point as in Word's own dialog."""
    if not edition.tracking(style):
        return 0
    return floor(slack(edition, style) * 10) * TWIPS // 10


def _half_points(style: Style) -> int:
    """The size of type, as Word counts it (17.3.2.38)."""
    return round(style.size * 2)


def _names(edition: Edition, face: Face) -> tuple[str, ...]:
    """The names of a face's fonts, best first: the edition's own, the official one, its likes."""
    return screen_families(face, edition.fonts.get(face, ()))


def _font(edition: Edition, face: Face, *, bold: bool = False) -> str:
    """One font for all characters; what may be either, “ ” — …, is Chinese (17.3.2.26)."""
    name = _names(edition, face)[0]
    fonts = element("rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name)
    return fonts + (element("b") + element("bCs") if bold else "")


def _paragraph_style(name: _Name, place: str, look: str, following: str = "") -> str:
    head = _head(name) + element("basedOn", val=NORMAL) + following + element("qFormat")
    content = head + element("pPr", place) + element("rPr", look)
    return element("style", content, type="paragraph", **name.custom, styleId=name.id)


def _run_style(name: _Name, look: str, head: str = "") -> str:
    content = _head(name) + head + element("rPr", look)
    return element("style", content, type="character", **name.custom, styleId=name.id)


def _head(name: _Name) -> str:
    return element("name", val=name.name)
