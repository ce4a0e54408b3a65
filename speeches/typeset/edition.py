"""An edition: the geometry of the page as data.

All numbers of GB/T 9704—2012 stand here and nowhere else: lines are broken, pages filled and
style sheets written from them. Lengths of the paper are in mm, sizes of type in pt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from speeches.document.tree import Block, Heading, Role

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


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of block is set.

    `size` in pt; `indent` of the first line in characters; `balanced`: lines of about equal
    length instead of full lines and a rest.
    """

    face: Face
    size: float
    indent: int = 0
    align: Align = Align.LEFT
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number, outside the type area.

    `drop` mm from the type area to the dashes; `inset` in characters of `size` pt from the edge
    of the type area, on the right of odd pages and on the left of even ones.
    """

    face: Face
    size: float
    drop: float
    inset: int
    form: str

    def text(self, number: int) -> str:
        """What is printed on page `number`."""
        return self.form.format(number)


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

    Margins and type area in mm; `lines` a page, `columns` full-width characters a line; `size`
    of the body in pt. `levels` are the styles of headings of level 1, 2, … (run in or not).
    """

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

    def columns_of(self, style: Style) -> int:
        """How many full-width characters of `style` a line holds."""
        if style.size == self.size:
            return self.columns
        return int(self.area_width * POINTS_PER_MM / style.size)

    def tracking(self, style: Style) -> float:
        """What is added to the width of every character of `style`, in pt.

        Type of the body's size stands on the grid; other sizes keep their own widths.
        """
        return self.cell - self.size if style.size == self.size else 0.0


def _levels(*faces: Face) -> tuple[Style, ...]:
    return tuple(Style(face, size=16, indent=2) for face in faces)


STANDARD = Edition(
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
    levels=_levels(Face.HEI, Face.KAI, Face.FANG, Face.FANG),  # 7.3.3
    page_number=PageNumber(  # 7.5: 4号 half-width digits between two 一字线
        Face.SONG, size=14, drop=7, inset=1, form="— {} —"
    ),
    # Office practice, after 附件 (7.3.7): 3号 黑体, flush left, as far out as the page number.
    stamp=Stamp(Face.HEI, size=16, rise=7),
    roles=MappingProxyType(
        {
            # 7.3.1: 2号 小标宋, centred, symmetrical over several lines
            Role.TITLE: Style(Face.BIAOSONG, size=22, align=Align.CENTER, balanced=True),
            Role.SUBTITLE: Style(Face.KAI, size=16, align=Align.CENTER, balanced=True),
            # Speaker and date: office practice for speeches, not in the standard.
            Role.SPEAKER: Style(Face.KAI, size=16, align=Align.CENTER),
            Role.DATE: Style(Face.KAI, size=16, align=Align.CENTER),
            Role.SALUTATION: Style(Face.FANG, size=16),  # 7.3.2: flush left
            Role.BODY: Style(Face.FANG, size=16, indent=2),  # 7.3.3
        }
    ),
)
