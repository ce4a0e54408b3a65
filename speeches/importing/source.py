"""A text as it came, and what cleaning made of it: every character is accounted for.

Each character of the source's lines is in exactly one of a piece of a `Paragraph` (kept), the span
of a `Repair` (replaced) or the span of a `Removed` (taken out and listed).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

LAYOUT = "版面空白"  # the reason why outer blanks of a line go; no reader needs it in a list


class Span(NamedTuple):
    """A stretch of one line of the source: the line from 1, offsets in the line as it came."""

    line: int
    start: int
    end: int

    @property
    def key(self) -> str:
        """Names what was done here; the same for the same source."""
        return f"{self.line}:{self.start}"


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing changed. Naming its `key` undoes it.

    A line break that was put in or taken out has an empty span.
    """

    span: Span
    before: str
    after: str
    reason: str

    @property
    def key(self) -> str:
        """That of an empty span is never that of the repair which begins where it stands."""
        return self.span.key if self.span.start < self.span.end else f"{self.span.key}+"


@dataclass(frozen=True, slots=True)
class Removed:
    """Something taken out, listed with its reason. Naming its `key` keeps it, unless it is LAYOUT.

    `is_gap`: content is missing from the source here. Of lines that were taken out together only
    the first says so.
    """

    span: Span
    text: str
    reason: str
    is_gap: bool = False

    @property
    def key(self) -> str:
        """Never that of a repair, which may begin at the same place."""
        return f"{self.span.key}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that looks wrong and was left, as nobody can tell what was meant."""

    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph after repairs, with the way back to the source.

    `pieces` are (offset in `text`, source stretch) of what was kept, in order; `replaced` are the
    same for what stands in `text` in place of something else, at its length there.
    `gap_before`: content is missing right before it.
    """

    text: str
    pieces: tuple[tuple[int, Span], ...]
    gap_before: bool = False
    replaced: tuple[tuple[int, int, Span], ...] = ()

    def span_of(self, start: int, end: int) -> tuple[Span, ...]:
        """The source stretches of ``text[start:end]`` in order, those that touch made one."""
        return tuple(merged(sorted([*self._kept(start, end), *self._replaced(start, end)])))

    def _kept(self, start: int, end: int) -> Iterable[Span]:
        first = max(bisect_right(self.pieces, start, key=itemgetter(0)) - 1, 0)
        last = bisect_left(self.pieces, end, key=itemgetter(0))
        for offset, span in self.pieces[first:last]:
            begin = span.start + max(start - offset, 0)
            stop = min(span.start + end - offset, span.end)
            if begin < stop:
                yield Span(span.line, begin, stop)

    def _replaced(self, start: int, end: int) -> Iterable[Span]:
        """Blanks taken out belong to the text on both sides, so to none of its edges."""
        first = max(bisect_left(self.replaced, start, key=itemgetter(0)) - 1, 0)
        last = bisect_left(self.replaced, end, key=itemgetter(0))
        for offset, length, span in self.replaced[first:last]:
            if offset + length > start:
                yield span


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning made of a text; `lines` are its lines as they came, without line ends."""

    lines: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    repairs: tuple[Repair, ...]
    removed: tuple[Removed, ...]
    doubts: tuple[Doubt, ...] = ()


def merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` in their order, each joined to the one before where that ends where it begins."""
    joined: list[Span] = []
    for span in spans:
        if joined and (joined[-1].line, joined[-1].end) == (span.line, span.start):
            joined[-1] = joined[-1]._replace(end=span.end)
        else:
            joined.append(span)
    return joined
