"""Fitting: the lines that can begin at a place of a text, and what each of them costs.

A full line is spread or drawn together by letter-spacing until it ends where the type area does.
It costs the square of the way from the natural spacing to its own; drawing together counts double,
because characters that touch are worse than characters that stand apart. All other evils are
costed on the same scale.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from speeches.typeset.breaks import NEVER_FIRST, Grade, grades, inside_clusters
from speeches.typeset.characters import BLANKS
from speeches.typeset.squeezing import HALF, may_end_squeezed, squeezed

# em: letter-spacing is counted in whole units of it, so that a class of a style sheet can name
# it. In a line of 28 characters a unit moves the end by 0.09 pt, so every end is met by 0.05 pt.
SPACING_UNIT = 0.0002
# The bound of letter-spacing, in units. At −0.05 em 29 characters stand where the standard has 28:
# the inks of 仿宋, which leave 0.08 em and more between them, do not touch yet. At +0.11 em 25
# stand there: what a date or a bracketed word that goes down whole may leave free.
TIGHTEST = -250
LOOSEST = 550
TOLERANCE = 0.1  # pt by which the end of a line may miss the end of the type area

_SPARSE = 2500  # units: a line thinner than this is worse than a unit taken apart
_DRAWN = 2  # how much worse drawing together is than spreading
_SQUEEZED = 30.0**2  # a mark that gives up its half at the end of a line
_SPLIT = 400.0**2  # a long word that goes over to the next line
RUNT = 1e7  # a last line of a single character
STRAINED = 1e9  # a line outside the bound


@dataclass(frozen=True, slots=True)
class Measure:
    """The room for a block's lines.

    `width` of a line, `indent` of the first one and `size` of the type in pt; `spacing`: the
    natural letter-spacing in units; `justified`: lines are spread to the full width; `firm`:
    marks that are never squeezed.
    """

    width: float
    indent: float
    size: float
    spacing: int
    justified: bool
    firm: frozenset[str] = frozenset()


class Fit(NamedTuple):
    """text[start:end] of a piece as a line: what it costs, and its letter-spacing in units.

    `ends_squeezed`: its last mark gives up its half; `full`: it is spread to the measure.
    """

    cost: float
    start: int
    end: int
    spacing: int
    ends_squeezed: bool
    full: bool


class Piece:
    """A text without line breaks, and without blanks at its ends, measured for breaking.

    `advances`: pt of every character; `indent`: pt before the first.
    """

    def __init__(
        self, text: str, advances: Sequence[float], measure: Measure, *, indent: float
    ) -> None:
        self.text = text
        self._advances = advances
        self._measure = measure
        self._indent = indent
        self._unit = SPACING_UNIT * measure.size
        self._half = HALF * measure.size
        self._grades = grades(text)
        self._squeezed = squeezed(text, advances, measure.size, measure.firm)
        self._losing = frozenset(self._squeezed)
        self._edges, self._spaced = self._positions()
        self._known: dict[int, list[Fit]] = {}

    def _positions(self) -> tuple[list[float], list[int]]:
        """Where each character begins if all is one natural line, and how many of those before
        it take spacing: neither those squeezed nor, in a cluster, any but one."""
        natural = self._measure.spacing * self._unit
        steps = [advance + natural for advance in self._advances]
        taking = [1] * len(steps)
        for at in (*inside_clusters(self._grades), *self._squeezed):
            steps[at] -= natural
            taking[at] = 0
        for at in self._squeezed:
            steps[at] -= self._half
        return [0.0, *accumulate(steps)], [0, *accumulate(taking)]

    def after(self, end: int) -> int:
        """Where the line begins that follows one that ends at `end`: blanks between vanish."""
        while end < len(self.text) and self.text[end] in BLANKS:
            end += 1
        return end

    def indent(self, start: int) -> float:
        """What stands before a line that begins at `start`, in pt."""
        return 0.0 if start else self._indent

    def width(self, fit: Fit) -> float:
        """From the left of the first character to the advance edge of the last, in pt."""
        natural, gaps = self._natural(fit.start, fit.end)
        spread = (fit.spacing - self._measure.spacing) * self._unit * gaps
        return natural + spread - self._half * fit.ends_squeezed

    def squeezed(self, fit: Fit) -> tuple[int, ...]:
        """The offsets of the characters in a line that give up half an em."""
        low = bisect_left(self._squeezed, fit.start)
        inside = self._squeezed[low : bisect_left(self._squeezed, fit.end - 1)]
        return (*inside, fit.end - 1) if fit.ends_squeezed else tuple(inside)

    def fits(self, start: int) -> list[Fit]:
        """The lines that may begin at `start`, at least one."""
        found = self._known.get(start)
        if found is None:
            found = self._known[start] = self._find(start)
        return found

    def _find(self, start: int) -> list[Fit]:
        room = self._measure.width - self.indent(start)
        if last := self._last(start, room):
            return [last]
        if not self._measure.justified:
            return [self._ragged(start, room, cost=0.0)]
        low, high = self._window(start, room)
        return (
            self._full(start, range(low, high), room, Grade.FREE)
            or self._full(start, range(low, high), room, Grade.SIGN)
            or self._full(start, range(low, high), room, Grade.WORD)
            or self._sparse(start, high, room)
            or self._full(start, range(low, high), room, Grade.UNIT)
            or self._full(start, range(low, high), room, Grade.CLUSTER)
            or [self._ragged(start, room, cost=2 * STRAINED)]
        )

    def _natural(self, start: int, end: int) -> tuple[float, int]:
        """The width in pt of a line in natural spacing, and the number of its gaps."""
        width = self._edges[end] - self._edges[start]
        gaps = self._spaced[end] - self._spaced[start]
        if end - 1 in self._losing:  # but not at the end of a line
            return width + self._half, gaps
        if not gaps:  # nothing that prints
            return width, 0
        return width - self._measure.spacing * self._unit, gaps - 1

    def _may_end_squeezed(self, end: int) -> bool:
        at, measure = end - 1, self._measure
        return may_end_squeezed(self.text[at], self._advances[at], measure.size, measure.firm)

    def _last(self, start: int, room: float) -> Fit | None:
        """All that is left, in natural spacing, if it fits; its last mark may be squeezed."""
        end = len(self.text)
        excess = self._natural(start, end)[0] - room - TOLERANCE
        ends_squeezed = excess > 0 and self._may_end_squeezed(end)
        if excess > self._half * ends_squeezed:
            return None
        cost = _SQUEEZED * ends_squeezed
        if start and len(self.text[start:].rstrip(NEVER_FIRST)) <= 1:
            cost += RUNT
        return Fit(cost, start, end, self._measure.spacing, ends_squeezed, full=False)

    def _window(self, start: int, room: float) -> tuple[int, int]:
        """Between which ends all lines lie that spacing within the bound can make full."""
        natural = self._measure.spacing
        edge = self._edges[start] + room
        middle = bisect_right(self._edges, edge, start)
        gap = (self._spaced[middle - 1] - self._spaced[start] + 2) * self._unit
        looser = gap * (LOOSEST - natural) + self._half  # a squeezed mark has its half at an end
        tighter = gap * (natural - TIGHTEST) + 2 * self._half
        low = bisect_left(self._edges, edge - looser, start + 1, middle)
        return low, bisect_right(self._edges, edge + tighter, middle)

    def _full(self, start: int, ends: range, room: float, grade: Grade) -> list[Fit]:
        """The full lines within the bound that end at positions of no worse grade."""
        marked = self._grades
        fits = [self._spread(start, end, room) for end in ends if marked[end] <= grade]
        return [fit for fit in fits if fit.cost < STRAINED]

    def _sparse(self, start: int, high: int, room: float) -> list[Fit]:
        """The fullest line that is too loose, unless it were better to take a unit apart."""
        for end in range(high - 1, start, -1):
            if self._grades[end] <= Grade.WORD:
                fit = self._spread(start, end, room)
                if fit.spacing > LOOSEST:
                    return [fit] if fit.spacing <= _SPARSE else []
        return []

    def _spread(self, start: int, end: int, room: float) -> Fit:
        """A line with the spacing that makes it full; where that would draw it together, its last
        mark may give up its half."""
        width, gaps = self._natural(start, end)
        if gaps < 1:
            return self._unspread(start, end, 2 * STRAINED)
        slack = room - width
        fit = self._filled(start, end, gaps, slack, ends_squeezed=False)
        if slack < 0 and self._may_end_squeezed(end):
            return min(fit, self._filled(start, end, gaps, slack + self._half, ends_squeezed=True))
        return fit

    def _filled(self, start: int, end: int, gaps: int, slack: float, *, ends_squeezed: bool) -> Fit:
        """A line whose `slack` (in pt; below 0: excess) is spread over its gaps."""
        change = round(slack / (gaps * self._unit))
        spacing = self._measure.spacing + change
        missed = abs(slack - change * gaps * self._unit)
        cost = (change if change > 0 else _DRAWN * change) ** 2 + _SQUEEZED * ends_squeezed
        if self._grades[end] > Grade.FREE:
            cost += _SPLIT
        if not TIGHTEST <= spacing <= LOOSEST or missed > TOLERANCE:
            cost += STRAINED
        return Fit(cost, start, end, spacing, ends_squeezed, full=True)

    def _ragged(self, start: int, room: float, cost: float) -> Fit:
        """The longest line that fits in natural spacing; at least one character."""
        edge = self._edges[start] + room + abs(self._measure.spacing) * self._unit + TOLERANCE
        high = min(bisect_right(self._edges, edge, start), len(self.text))
        for grade in (Grade.FREE, Grade.SIGN, Grade.WORD, Grade.UNIT, Grade.CLUSTER):
            for end in range(high, start, -1):
                if self._grades[end] <= grade and self._natural(start, end)[0] <= room + TOLERANCE:
                    return self._unspread(start, end, cost)
        return self._unspread(start, start + 1, cost)

    def _unspread(self, start: int, end: int, cost: float) -> Fit:
        return Fit(cost, start, end, self._measure.spacing, ends_squeezed=False, full=False)
