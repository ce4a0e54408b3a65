"""The pieces that a text is cut into: what each is, and where it came from.

The pieces of a text, each with its number, are the text again: nothing is in two of them, nothing
in none. A person may change what a piece is (`editing`); `outline` makes the tree of any pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from speeches.document.facts import Kind, Marker
from speeches.importing.source import Cleaned, Span, merged


class Role(StrEnum):
    """What a piece is in the speech."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    POST = "post"
    SPEAKER = "speaker"  # a name, or post and name
    DATE = "date"
    SALUTATION = "salutation"
    OPENING = "opening"
    HEADING = "heading"  # on a line of its own
    RUN_IN = "run_in"  # a heading that begins a paragraph
    ITEM = "item"  # a numbered text without a heading
    LEAD = "lead"  # opens a part that has no heading and goes on with the one before
    BODY = "body"  # goes on with what stands above
    TAIL = "tail"  # stands behind the points or items of the one at its level
    CLOSING = "closing"
    GAP = "gap"  # content is missing here; at level 1 a part without a heading begins behind it
    DROPPED = "dropped"  # by a person
    UNRECOGNISED = "unrecognised"

    @property
    def opens(self) -> bool:
        """It begins a part, point or item."""
        return self in (Role.HEADING, Role.RUN_IN, Role.ITEM)

    @property
    def is_above(self) -> bool:
        """It stands above the opening."""
        return self in _ABOVE


_ABOVE = (Role.TITLE, Role.SUBTITLE, Role.POST, Role.SPEAKER, Role.DATE, Role.SALUTATION)


class Stretch(NamedTuple):
    """Of a cleaned text: the paragraph from 0, offsets in its text."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text. `lead` + `text` is what stands at its `stretches`.

    `lead` is its number as it was typed, with the blanks behind it; `marker` and `number` are what
    that says, `Marker.NONE` where the app has no such number (首先，), so that the words stay.
    `level` counts from 1, a part; 0 where there is none. `joined`: in one paragraph with the piece
    before. `line`: of the source, from 1. `reason`: why it was not recognised, or what is missing.
    """

    role: Role
    text: str
    line: int
    stretches: tuple[Stretch, ...] = ()
    lead: str = ""
    level: int = 0
    marker: Marker = Marker.NONE
    number: int = 0
    joined: bool = False
    kind: Kind | None = None
    confidence: float = 1.0
    reason: str = ""

    @property
    def raw(self) -> str:
        """The piece as it stands in the text."""
        return self.lead + self.text


def spans_of(piece: Piece, cleaned: Cleaned) -> tuple[Span, ...]:
    """Where a piece stands in the source; empty for a gap."""
    return tuple(
        merged(
            span
            for stretch in piece.stretches
            for span in cleaned.paragraphs[stretch.paragraph].span_of(stretch.start, stretch.end)
        )
    )
