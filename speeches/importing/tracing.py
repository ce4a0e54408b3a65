"""A paragraph made of stretches of the source, and every change in it traced to its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from speeches.importing.changes import Change, Doubtful
from speeches.importing.source import LAYOUT, Doubt, Paragraph, Removed, Repair, Span


class Stretch(NamedTuple):
    """A part of a paragraph: kept from `span`, or put in its place by `repair`."""

    text: str
    span: Span
    repair: Repair | None = None

    def part(self, start: int, end: int) -> Stretch:
        """What of a kept stretch stands from offset `start` to `end` in it."""
        begin = self.span.start
        return Stretch(self.text[start:end], Span(self.span.line, begin + start, begin + end))

    def replaced(self, after: str, reason: str) -> Stretch:
        return Stretch(after, self.span, Repair(self.span, self.text, after, reason))


def text_of(stretches: Iterable[Stretch]) -> str:
    return "".join(stretch.text for stretch in stretches)


def changed(
    stretches: Iterable[Stretch], changes: Iterable[Change], undone: frozenset[str]
) -> Iterator[Stretch]:
    """`stretches` with `changes` (ordered, apart), but those undone or cut in two by a line end."""
    pending, offset = deque(changes), 0
    for stretch in stretches:
        length, done = len(stretch.text), 0
        while pending and pending[0].start < offset + length:
            change = pending.popleft()
            part = stretch.part(change.start - offset, change.end - offset)
            if stretch.repair or change.end > offset + length or part.span.key in undone:
                continue
            if done < change.start - offset:
                yield stretch.part(done, change.start - offset)
            yield part.replaced(change.after, change.reason)
            done = change.end - offset
        if stretch.repair:
            yield stretch
        elif done < length:
            yield stretch.part(done, length)
        offset += length


def doubts(stretches: Iterable[Stretch], doubtful: Iterable[Doubtful]) -> Iterator[Doubt]:
    """What was doubted in a paragraph, at its place in the source."""
    whole = paragraph(list(stretches))
    for doubted in doubtful:
        (span,) = whole.span_of(doubted.start, doubted.end)
        yield Doubt(span, whole.text[doubted.start : doubted.end], doubted.reason)


def trimmed(stretches: Sequence[Stretch]) -> tuple[list[Stretch], list[Removed]]:
    """`stretches` without the blanks at both ends of what they say, and these blanks."""
    blanks: list[Removed] = []
    kept = list(stretches)
    for step in (1, -1):
        for index in range(len(kept))[::step]:
            stretch = kept[index]
            said = stretch.text.lstrip() if step == 1 else stretch.text.rstrip()
            if stretch.repair is None and said != stretch.text:
                kept[index], blank = _cut(stretch, len(said), step)
                blanks.append(Removed(blank.span, blank.text, LAYOUT))
            if said:
                break
    return [stretch for stretch in kept if stretch.text or stretch.repair], blanks


def _cut(stretch: Stretch, length: int, step: int) -> tuple[Stretch, Stretch]:
    """The `length` characters at the inner end of a stretch, and the rest of it."""
    whole = len(stretch.text)
    if step == 1:
        return stretch.part(whole - length, whole), stretch.part(0, whole - length)
    return stretch.part(0, length), stretch.part(length, whole)


def paragraph(stretches: Sequence[Stretch], *, gap_before: bool = False) -> Paragraph:
    """The paragraph that `stretches` make."""
    pieces: list[tuple[int, Span]] = []
    replaced: list[tuple[int, int, Span]] = []
    offset = 0
    for stretch in stretches:
        if stretch.repair:
            replaced.append((offset, len(stretch.text), stretch.span))
        else:
            pieces.append((offset, stretch.span))
        offset += len(stretch.text)
    return Paragraph(text_of(stretches), tuple(pieces), gap_before, tuple(replaced))
