"""The document tree: Document › Block (Heading | Paragraph) › Run.

Every run knows where its text comes from, so that a click, a finding or a comment on the page
finds its way back to the row, the field and the character that were typed. Offsets count code
points throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line; `level` is 1 to 4 (一、（一）1.（1）; GB/T 9704—2012, 7.3.3)."""

    row: Row
    level: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `row` is the row that opened it (run-in children may follow inside)."""

    row: Row
    role: Role
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


Block = Heading | Paragraph


@dataclass(frozen=True, slots=True)
class Document:
    """The speech as it will be read: what is checked, previewed and printed."""

    blocks: tuple[Block, ...]

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
