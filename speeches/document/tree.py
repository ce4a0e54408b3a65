"""The document tree: Document › Block (Heading | Paragraph) › Run.

Every run knows where its text comes from, so that a click, a finding or a comment on the page
finds its way back to the row, the field and the character that were typed. Offsets count code
points throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from speeches.document.facts import Row


class Role(StrEnum):
    """What a paragraph is on the page (GB/T 9704—2012, 7.3)."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SPEAKER = "speaker"
    DATE = "date"
    SALUTATION = "salutation"
    BODY = "body"


class Mark(StrEnum):
    """Why a run is marked in the preview and in draft copies."""

    EMPTY = "empty"  # a figure without a value: 〔待补：…〕
    UNCONFIRMED = "unconfirmed"  # a figure that nobody has confirmed
    UNKNOWN = "unknown"  # a token that names nothing, kept as typed


# The words for them wherever a person is told: on the page, in lists, in a refusal.
MARK_NOTES: Mapping[Mark, str] = MappingProxyType(
    {Mark.EMPTY: "待补", Mark.UNCONFIRMED: "待核实", Mark.UNKNOWN: "没有这项内容"}
)


class Made(StrEnum):
    """A run made here, by assembly, and the reason."""

    NUMBER = "number"
    SEPARATOR = "separator"
    FRAME = "frame"  # brackets, blanks and the date of the title block


@dataclass(frozen=True, slots=True)
class Typed:
    """Text from a field. `source` is the stretch typed there, from `offset` on.

    It equals the run's text except where something typed prints otherwise: an escaped brace, and
    line breaks and outer blanks, which print nothing.
    """

    row: Row
    field: str
    offset: int
    source: str


@dataclass(frozen=True, slots=True)
class Token:
    """What a token such as ``{合称}`` became. `source` is the token as typed.

    `target` is the row that the result was read from: a figure, or the node counted or named.
    """

    row: Row
    field: str
    offset: int
    source: str
    name: str
    target: Row | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A second showing of a text set elsewhere: a heading named in a lead by ``{要点}``."""

    row: Row
    field: str
    offset: int
    source: str


Origin = Typed | Token | Quoted | Made


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one origin. `level` > 0: part of a run-in heading of that level."""

    text: str
    origin: Origin
    level: int = 0
    mark: Mark | None = None


def text_of(runs: Iterable[Run]) -> str:
    """What runs print, one after the other."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line; `level` is 1 to 4 (一、（一）1.（1）; GB/T 9704—2012, 7.3.3)."""

    row: Row
    level: int
    runs: tuple[Run, ...]

    @property
    def field(self) -> str:
        return "heading"

    @property
    def text(self) -> str:
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `row` and `field` opened it (a run-in heading belongs to the body that it
    leads, and run-in children may follow inside)."""

    row: Row
    role: Role
    runs: tuple[Run, ...]
    field: str = "body"

    @property
    def text(self) -> str:
        return text_of(self.runs)


Block = Heading | Paragraph


class Key(NamedTuple):
    """What a block is called in every revision: the `ordinal`-th (from 0) that a field opened."""

    row: Row
    field: str
    ordinal: int


class Titled(NamedTuple):
    """A heading, on its own line or run in: its number, its words, and the runs of both.

    The words are without the mark that assembly set at the end of a run-in heading.
    """

    level: int
    runs: tuple[Run, ...]

    @property
    def number(self) -> str:
        return text_of(run for run in self.runs if run.origin is Made.NUMBER)

    @property
    def words(self) -> str:
        words = [run for run in self.runs if run.origin is not Made.NUMBER]
        if words and words[-1].origin is Made.SEPARATOR:
            del words[-1]
        return text_of(words)


def headings(block: Block) -> list[Titled]:
    """The headings of a block: all of it, or the stretches of a level; a number begins a new one.

    Silent runs are left out.
    """
    if isinstance(block, Heading):
        return [Titled(block.level, tuple(run for run in block.runs if run.text))]
    stretches: list[list[Run]] = [[]]
    for run in block.runs:
        last = stretches[-1]
        if last and (run.level != last[-1].level or run.origin is Made.NUMBER) and run.text:
            stretches.append([])
        if run.text:
            stretches[-1].append(run)
    return [Titled(runs[0].level, tuple(runs)) for runs in stretches if runs and runs[0].level]


@dataclass(frozen=True, slots=True)
class Document:
    """The speech as it will be read: what is checked, previewed and printed."""

    blocks: tuple[Block, ...]

    def keys(self) -> tuple[Key, ...]:
        """The key of every block, in order; no two are alike."""
        seen: Counter[tuple[Row, str]] = Counter()
        keys = []
        for block in self.blocks:
            opened_by = (block.row, block.field)
            keys.append(Key(*opened_by, seen[opened_by]))
            seen[opened_by] += 1
        return tuple(keys)

    def role_text(self, role: Role) -> str:
        """The text of all paragraphs of `role`, joined; empty where there is none."""
        return "".join(
            block.text
            for block in self.blocks
            if isinstance(block, Paragraph) and block.role is role
        )

    @property
    def marked(self) -> tuple[Run, ...]:
        """The runs that must be settled before the speech is final, in order."""
        return tuple(run for block in self.blocks for run in block.runs if run.mark)


@dataclass(frozen=True, slots=True)
class Place:
    """A character of a field as typed."""

    row: Row
    field: str
    offset: int


def locate(document: Document, block: int, offset: int) -> Place | Made:
    """Where the character at `offset` of a block's text comes from.

    `offset` may be one past the last character: the place where typing would go on. Inside a
    token or an escaped brace the place is where that begins. Raises IndexError where the block
    or the offset is not in the document.
    """
    if offset < 0 or block < 0:
        raise IndexError(f"block {block} or offset {offset} is negative")
    rest = offset
    visible = [run for run in document.blocks[block].runs if run.text]
    for index, run in enumerate(visible):
        last = index == len(visible) - 1
        if rest < len(run.text) or (last and rest == len(run.text)):
            return _place(run, rest)
        rest -= len(run.text)
    raise IndexError(f"offset {offset} is past the end of block {block}")


def _place(run: Run, inside: int) -> Place | Made:
    origin = run.origin
    if isinstance(origin, Made):
        return origin
    if inside == len(run.text):
        inside = len(origin.source)
    elif isinstance(origin, Token) or origin.source != run.text:
        inside = 0
    return Place(origin.row, origin.field, origin.offset + inside)
