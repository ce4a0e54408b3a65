"""Breaking one block's text into lines on the grid.

The simple form: every character is one or two half-cells wide, lines are filled greedily with
units (see `units`) and may end half a character short. Blanks at a break are dropped; a line
break in the text is always a break. A unit longer than a line is broken between characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from speeches.typeset.units import Unit, clusters, units


@dataclass(frozen=True, slots=True)
class Line:
    """A finished line: text[start:end] of the document's block number `block`.

    `indent` before it and `width` of its text in half-cells. A line may be empty.
    """

    block: int
    start: int
    end: int
    indent: int
    width: int


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for a block's lines, in half-cells; `indent` is that of its first line."""

    width: int
    indent: int = 0
    balanced: bool = False


def break_block(block: int, text: str, measure: Measure) -> list[Line]:
    """The lines of a block's text, at least one. Time grows with the length of the text."""
    lines: list[Line] = []
    start = 0
    for piece in text.split("\n"):
        end = start + len(piece)
        indent = 0 if lines else measure.indent
        pieces = list(_fitting(text, start, end, measure.width - indent))
        room = _balanced_width(pieces, measure.width) if measure.balanced else measure.width
        filled = list(_fill(pieces, room, indent))
        lines += [Line(block, *line) for line in filled] or [Line(block, start, start, indent, 0)]
        start = end + 1
    return lines


def _fitting(text: str, start: int, end: int, room: int) -> Iterator[Unit]:
    """The units of a stretch of text, those too long for a line taken apart."""
    for unit in units(text, start, end):
        if unit.width > room and not unit.blank:
            yield from clusters(text, unit)
        else:
            yield unit


def _fill(pieces: list[Unit], room: int, indent: int) -> Iterator[tuple[int, int, int, int]]:
    """Greedy lines as (start, end, indent, width); blanks at their ends belong to none."""
    line: Unit | None = None
    gap = 0  # blanks seen since the last unit that prints
    for unit in pieces:
        if unit.blank:
            gap += unit.width
        elif line is None:
            line, gap = unit, 0
        elif indent + line.width + gap + unit.width <= room:
            line, gap = Unit(line.start, unit.end, line.width + gap + unit.width), 0
        else:
            yield line.start, line.end, indent, line.width
            line, gap, indent = unit, 0, 0
    if line is not None:
        yield line.start, line.end, indent, line.width


def _balanced_width(pieces: list[Unit], room: int) -> int:
    """The smallest width that needs no more lines than the whole room, found by halving."""
    count = _count(pieces, room)
    longest = max((unit.width for unit in pieces), default=0)
    low, high = min(longest, room), room
    while low < high:
        middle = (low + high) // 2
        if _count(pieces, middle) > count:
            low = middle + 1
        else:
            high = middle
    return high


def _count(pieces: list[Unit], room: int) -> int:
    return sum(1 for _ in _fill(pieces, room, 0))
