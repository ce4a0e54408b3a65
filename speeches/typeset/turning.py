"""Where pages turn: lines of the flow become sheets of no more than so many lines.

Either wherever a sheet is full, or, for reading aloud, at the end of a sentence. Both ways a
heading never stands last (with it those right before it go over), but for a sheet of nothing but
headings, which is cut full. No sheet begins with a blank line.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from speeches.typeset.flow import Flow
from speeches.typeset.lines import Line


class Short(StrEnum):
    """Why a page has fewer lines than its edition."""

    LAST = "last"
    KEPT_HEADING = "kept_heading"  # a heading that would have stood last goes over
    SENTENCE = "sentence"  # the next sentence does not fit


class Sheet(NamedTuple):
    """The lines of a page (None: a blank line), and why they are as many as they are.

    `splits_sentence`: a page that is to turn at the end of a sentence could not.
    """

    lines: list[Line | None]
    reason: Short | None = None
    splits_sentence: bool = False


class _Place(NamedTuple):
    """Where a sheet begins: an item of the flow, and an offset in its text."""

    item: int
    offset: int = 0


def full_sheets(flow: Flow, room: int) -> Iterator[Sheet]:
    """Sheets of exactly `room` lines, but for the last and those that give up a heading."""
    headings = {galley.block for galley in flow if galley and galley.is_heading}
    lines = [line for galley in flow for line in (galley.lines() if galley else [None])]
    start = 0
    while start < len(lines):
        end = kept = min(start + room, len(lines))
        while end < len(lines) and kept > start and _is_of(headings, lines[kept - 1]):
            kept -= 1
        kept = kept if kept > start else end
        yield Sheet(lines[start:kept], Short.KEPT_HEADING if kept < end else None)
        start = _next_text(lines, kept)


def sentence_sheets(flow: Flow, room: int) -> Iterator[Sheet]:
    """Sheets that end where a sentence or a paragraph does, none longer than `room` lines.

    A sentence that no sheet can hold (with the headings above it) is split at a sheet's foot.
    """
    place = _Place(0)
    while place.item < len(flow):
        sheet, place = _sheet(flow, place, room)
        yield sheet


def _is_of(blocks: Container[int], line: Line | None) -> bool:
    return line is not None and line.block in blocks


def _next_text(items: Sequence[object], index: int) -> int:
    """The first item from `index` on that is no blank line."""
    return next((at for at in range(index, len(items)) if items[at] is not None), len(items))


def _sheet(flow: Flow, place: _Place, room: int) -> tuple[Sheet, _Place]:
    """The sheet that begins at `place`, and where the next one does."""
    lines, item = _whole_items(flow, place, room)
    if item == len(flow):
        return Sheet(lines), _Place(item)
    galley, left = flow[item], room - len(lines)
    offset = place.offset if item == place.item else 0
    if galley and left and (sentence := galley.sentence(offset, left)):
        return _ended([*lines, *sentence], room, Short.SENTENCE), _Place(item, sentence[-1].end)
    end = _before_headings(flow, place.item, item)
    if end > place.item:
        over = sum(len(galley.lines()) for galley in flow[end:item] if galley)
        reason = Short.KEPT_HEADING if over else Short.SENTENCE
        kept = lines[: len(lines) - over]
        return _ended(kept, room, reason), _Place(_next_text(flow, end))
    if galley and left:
        split = galley.first_lines(offset, left)
        return Sheet([*lines, *split], splits_sentence=True), _Place(item, split[-1].end)
    return Sheet(lines), _Place(item)


def _whole_items(flow: Flow, place: _Place, room: int) -> tuple[list[Line | None], int]:
    """The lines of what fits whole on a sheet, and the item that does not."""
    lines: list[Line | None] = []
    item, offset = place
    while item < len(flow):
        galley = flow[item]
        more = galley.first_lines(offset, room - len(lines) + 1) if galley else [None]
        if len(lines) + len(more) > room:
            break
        lines += more
        item, offset = item + 1, 0
    return lines, item


def _before_headings(flow: Flow, start: int, end: int) -> int:
    """Where flow[start:end] ends without the headings at its foot."""
    while end > start and (galley := flow[end - 1]) and galley.is_heading:
        end -= 1
    return end


def _ended(lines: list[Line | None], room: int, reason: Short) -> Sheet:
    return Sheet(lines, reason if len(lines) < room else None)
