"""What `assemble` reads: the facts of one speech as frozen values.

The mapper `speeches.services.facts` is the only place where rows become facts; past this line
no ORM object travels. All texts are as typed: tokens such as ``{合称}`` unexpanded, line breaks
as ``\\n``.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a node is: the parts of a speech, the points under them, the items below."""

    ACHIEVEMENTS = "achievements"
    PROBLEMS = "problems"
    PRIORITIES = "priorities"
    REQUIREMENTS = "requirements"
    NARRATIVE = "narrative"
    CATEGORY = "category"
    PROBLEM = "problem"
    PRIORITY = "priority"
    REQUIREMENT = "requirement"
    POINT = "point"
    ITEM = "item"


# What stands at the top of a speech, what stands under each, and the way back up.
POINT_FOR = {
    Kind.ACHIEVEMENTS: Kind.CATEGORY,
    Kind.PROBLEMS: Kind.PROBLEM,
    Kind.PRIORITIES: Kind.PRIORITY,
    Kind.REQUIREMENTS: Kind.REQUIREMENT,
    Kind.NARRATIVE: Kind.POINT,
}
PART_FOR = {point: part for part, point in POINT_FOR.items()}
PART_KINDS = tuple(POINT_FOR)

# No numbering goes deeper than four levels; below them stand the items of a list, and theirs.
MAX_DEPTH = 8


class Marker(StrEnum):
    """What stands before each child of a node."""

    OUTLINE = "outline"  # by depth: 一、 （一） 1. （1）
    HAN = "han"  # 一、
    HAN_BRACKETED = "han_bracketed"  # （一）
    ARABIC = "arabic"  # 1.
    ARABIC_BRACKETED = "arabic_bracketed"  # （1）
    SHI = "shi"  # 一是
    YAO = "yao"  # 一要
    DI = "di"  # 第一，
    NONE = "none"


class Layout(StrEnum):
    """How the children of a node are set."""

    BLOCKS = "blocks"  # each child in blocks of its own, its heading as the child says
    PARAGRAPHS = "paragraphs"  # each child a paragraph, its heading run in
    RUN_IN = "run_in"  # all children in their parent's paragraph, the tail on its own line
    RUN_IN_TAIL = "run_in_tail"  # the tail in that paragraph too

    @property
    def runs_in(self) -> bool:
        return self in (Layout.RUN_IN, Layout.RUN_IN_TAIL)


class Separator(StrEnum):
    """What stands between run-in children whose text has no end mark."""

    SEMICOLON = "semicolon"
    COMMA = "comma"


class Row(NamedTuple):
    """The row a text belongs to: ``Row("node", 12)``; its key never changes."""

    table: str
    key: int


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A figure of the speech's ledger; `name` is what stands between braces in a text.

    `department` is the name of the division that gives it; nothing prints it.
    """

    row: Row
    name: str
    value: str = ""
    unit: str = ""
    confirmed: bool = False
    department: str = ""


@dataclass(frozen=True, slots=True)
class NodeFacts:
    """A part, point or item with all that stands below it.

    What nothing prints: the name of the division that leads it, the day by which it is done
    (2026年9月30日), and the problems that it answers.
    """

    row: Row
    kind: Kind = Kind.POINT
    heading: str = ""
    heading_run_in: bool = False
    body: str = ""
    children: tuple[NodeFacts, ...] = ()
    tail: str = ""
    marker: Marker = Marker.OUTLINE
    layout: Layout = Layout.BLOCKS
    separator: Separator = Separator.SEMICOLON
    etcetera: bool = False
    collective: str = ""
    department: str = ""
    deadline: str = ""
    answers: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """One speech: title block, salutation, opening, parts in order, closing, ledger.

    `meeting` is the name of its meeting and `period` what it reports on (2026年上半年), both
    empty where they are not known; nothing prints them.
    """

    row: Row
    title: str = ""
    subtitle: str = ""
    speaker: str = ""
    post: str = ""
    date: datetime.date | None = None
    date_note: str = ""
    salutation: str = ""
    opening: str = ""
    nodes: tuple[NodeFacts, ...] = ()
    closing: str = ""
    marker: Marker = Marker.OUTLINE
    figures: tuple[FigureFacts, ...] = ()
    meeting: str = ""
    period: str = ""
