"""An edition: the geometry of the page as data.

All numbers of GB/T 9704—2012 stand here and nowhere else: lines are broken, pages filled and
style sheets written from them. Lengths of the paper are in mm, sizes of type in pt. What numbers
can work is for `workable` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from speeches.document.tree import Block, Heading, Role, Run
from speeches.typeset.lines import SPACING_UNIT

POINTS_PER_MM = 72 / 25.4


class Face(StrEnum):
    """The part that a font plays on the page; which file plays it is for `fonts` to say."""

    BIAOSONG = "biaosong"  # 小标宋
    HEI = "hei"  # 黑体
    KAI = "kai"  # 楷体
    FANG = "fang"  # 仿宋
    SONG = "song"  # 宋体: page numbers only


class Align(StrEnum):
    """Where a line shorter than the type area stands."""

    LEFT = "left"
    CENTER = "center"


class Place(StrEnum):
    """Where the page number stands under the type area."""

    OUTER = "outer"  # on the right of odd pages and on the left of even ones
    CENTER = "center"
    RIGHT = "right"
    NONE = "none"  # no page has a number


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of block is set.

    `size` in pt; `indent` of the first line in characters; `balanced`: broken by sense into lines
    that make a symmetrical shape (see `titles`) instead of full lines and a rest.
    """

    face: Face
    size: float
    indent: int = 0
    align: Align = Align.LEFT
    balanced: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number, outside the type area.

    `drop` mm from the type area to the dashes; `inset` in characters of `size` pt from the edge
    of the type area, unless the number stands in the middle. In `form` the number replaces {}.
    """

    face: Face
    size: float
    drop: float
    inset: int
    form: str
    place: Place = Place.OUTER

    def text(self, number: int) -> str:
        """What is printed on page `number`; nothing where numbers have no place."""
        return "" if self.place is Place.NONE else self.form.replace("{}", str(number))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What says that a copy is a draft (征求意见稿), outside the type area, on every page.

    Its foot is `rise` mm above the type area, its first character flush with its left edge.
    """

    face: Face
    size: float
    rise: float


@dataclass(frozen=True, slots=True)
class Edition:
    """A page: paper, type area, grid, and the style of every kind of block.

    `key` for addresses and commands, `name` for people. Margins and type area in mm; `lines` a
    page, `columns` full-width characters a line; `size` of the body in pt. `levels` are the
    styles of headings of level 1, 2, … (run in or not). `after_title` and `after_names` count the
    blank lines under the title and under speaker and date. `fonts` are the names of fonts that
    the edition prefers for a face (none named: as `fonts.PARTS` has it). `turns_at_sentence`: a
    page ends where a sentence does, for reading aloud.
    """

    key: str
    name: str
    paper_width: float
    paper_height: float
    margin_top: float
    margin_left: float
    area_width: float
    area_height: float
    lines: int
    columns: int
    size: float
    levels: tuple[Style, ...]
    page_number: PageNumber
    stamp: Stamp
    roles: Mapping[Role, Style] = field(hash=False)
    after_title: int = 1
    after_names: int = 1
    fonts: Mapping[Face, tuple[str, ...]] = field(default_factory=dict, hash=False)
    turns_at_sentence: bool = False

    @property
    def cell(self) -> float:
        """From one character of the body to the next, in pt.

        The last one keeps its full width, so that it ends where the type area does.
        """
        return (self.area_width * POINTS_PER_MM - self.size) / (self.columns - 1)

    @property
    def pitch(self) -> float:
        """Distance from line to line, in pt."""
        return self.area_height * POINTS_PER_MM / self.lines

    def style(self, block: Block) -> Style:
        """The style of a block."""
        if isinstance(block, Heading):
            return self.levels[block.level - 1]
        return self.roles[block.role]

    def run_style(self, block: Block, run: Run) -> Style:
        """The style of a run: a run-in heading has the face of its level, in the block's size."""
        return self.levels[run.level - 1] if run.level else self.style(block)

    def columns_of(self, style: Style) -> int:
        """How many full-width characters of `style` a line holds."""
        if style.size == self.size:
            return self.columns
        return int(self.area_width * POINTS_PER_MM / style.size)

    def tracking(self, style: Style) -> int:
        """What is added to the width of every character of `style`, in units of spacing.

        Type of the body's size stands on the grid; other sizes keep their own widths.
        """
        if style.size != self.size:
            return 0
        return round((self.cell - self.size) / self.size / SPACING_UNIT)


def _levels(size: float, bold: tuple[int, ...] = ()) -> tuple[Style, ...]:
    """7.3.3: 黑体, 楷体, 仿宋, 仿宋; of the body's size, two characters in; `bold` levels."""
    faces = (Face.HEI, Face.KAI, Face.FANG, Face.FANG)
    return tuple(
        Style(face, size, indent=2, bold=level in bold) for level, face in enumerate(faces, 1)
    )


def _roles(title: float, size: float) -> Mapping[Role, Style]:
    """The styles of paragraphs, for type of these sizes in pt."""
    names = Style(Face.KAI, size, align=Align.CENTER, balanced=True)
    return MappingProxyType(
        {
            # 7.3.1: 小标宋, centred, symmetrical over several lines
            Role.TITLE: Style(Face.BIAOSONG, title, align=Align.CENTER, balanced=True),
            Role.SUBTITLE: names,
            # Speaker and date: office practice for speeches, not in the standard.
            Role.SPEAKER: names,
            Role.DATE: names,
            Role.SALUTATION: Style(Face.FANG, size),  # 7.3.2: flush left
            Role.BODY: Style(Face.FANG, size, indent=2),  # 7.3.3
        }
    )


STANDARD = Edition(
    key="standard",
    name="标准版（GB/T 9704—2012）",
    paper_width=210,  # 5.1: A4
    paper_height=297,
    margin_top=37,  # 5.2.1
    margin_left=28,
    area_width=156,
    area_height=225,
    lines=22,  # 5.2.3
    columns=28,
    size=16,  # 5.2.2: 3号
    levels=_levels(16),
    page_number=PageNumber(  # 7.5: 4号 half-width digits between two 一字线
        Face.SONG, size=14, drop=7, inset=1, form="— {} —"
    ),
    # Office practice, after 附件 (7.3.7): 3号 黑体, flush left, as far out as the page number.
    stamp=Stamp(Face.HEI, size=16, rise=7),
    roles=_roles(title=22, size=16),  # 7.3.1: 2号
)

# For reading aloud, after office practice (小二 to 二号, wider lines, 1–2 cm more at the foot):
# everything in the proportion of 二号 to 三号, so that a lectern's distance shows the standard's
# page. 20 characters of 22 pt fill its 156 mm as 28 of 16 pt do.
LARGE = replace(
    STANDARD,
    key="large",
    name="大字版",
    area_height=210,  # 1.5 cm more at the foot, where hands and the lectern's edge are
    lines=15,  # 39.7 pt from line to line
    columns=20,
    size=22,
    levels=_levels(22, bold=(2, 3, 4)),  # 黑体 stands out by itself
    # Sheets are printed on one side, so no left-hand pages: one place for all numbers.
    page_number=PageNumber(Face.SONG, size=18, drop=9, inset=1, form="— {} —", place=Place.CENTER),
    stamp=Stamp(Face.HEI, size=22, rise=7),
    roles=_roles(title=26, size=22),  # 一号 over 二号
    turns_at_sentence=True,
)
BUILT_IN = (STANDARD, LARGE)
