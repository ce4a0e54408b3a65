"""Titles, broken by sense into lines that make a symmetrical shape.

GB/T 9704—2012, 7.3.1: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当，标题排列应当使用梯形或
菱形. Lines are centred, so they are symmetrical of themselves; sense is for `words`; here the
lengths are chosen. A title is set at the least sum of

- the cost of every place where a line ends (`words.breaks`),
- LINE for every line,
- for two lines one under the other: ALIKE where they are as long as each other (that is a
  rectangle), UNLIKE times what the shorter lacks of FAIR parts of the longer one,
- WAIST for a line that is shorter than both its neighbours (an hourglass);
- and of two equally good shapes the one that begins with its long line.

A line break that was typed stands; only what does not fit between two of them is broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from speeches.typeset.characters import BLANKS
from speeches.typeset.lines import SPACING_UNIT, Measure
from speeches.typeset.words import Break, breaks

LINE = 1.6
ALIKE = 0.8
UNLIKE = 8.0
FAIR = 0.6
WAIST = 4.0
GROWING = 0.1

MOST_LINES = 4  # what is longer is no title: it is broken as any text, without a shape
_SAME = 0.75  # em: lines that differ by less look alike


class _Way(NamedTuple):
    """The cheapest lines that end in the one between the places `first` and `last`.

    `width` of that one; `shrinking`: it is shorter than the one above, so that none below it may
    be longer.
    """

    cost: float
    first: int
    last: int
    width: float
    shrinking: bool
    above: _Way | None


def title_lines(text: str, advances: Sequence[float], measure: Measure) -> list[tuple[int, int]]:
    """The lines of a title, as (start, end) in its text; blanks at their ends belong to none.

    `advances`: pt of every character. What cannot be broken by sense (a word wider than the
    line, a text of very many lines) is given back as one piece, for `lines` to break.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for typed in text.split("\n"):
        ruler = _Ruler(typed, advances[start : start + len(typed)], measure)
        lines += [(start + first, start + last) for first, last in _broken(typed, ruler)]
        start += len(typed) + 1
    return lines


class _Ruler:
    """How wide stretches of one text are, without the blanks at their ends."""

    def __init__(self, text: str, advances: Sequence[float], measure: Measure) -> None:
        self.room = measure.width
        self.same = _SAME * measure.size
        self._text = text
        self._spacing = measure.spacing * SPACING_UNIT * measure.size
        self._sums = [0.0, *accumulate(advance + self._spacing for advance in advances)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """text[start:end] without its outer blanks."""
        inner = self._text[start:end]
        return end - len(inner.lstrip(BLANKS)), start + len(inner.rstrip(BLANKS))

    def width(self, start: int, end: int) -> float:
        """From the left edge of the first character to the right one of the last, in pt."""
        start, end = self.span(start, end)
        return self._sums[end] - self._sums[start] - self._spacing


def _broken(text: str, ruler: _Ruler) -> list[tuple[int, int]]:
    """The lines of what stands between two typed breaks."""
    if not text.strip(BLANKS):
        return [(0, 0)]
    whole = [ruler.span(0, len(text))]
    width = ruler.width(0, len(text))
    if width <= ruler.room or width > MOST_LINES * ruler.room:
        return whole
    places = [Break(0, 0.0), *breaks(text), Break(len(text), 0.0)]
    return [ruler.span(*line) for line in _unrolled(_best(places, ruler), places)] or whole


def _unrolled(way: _Way | None, places: Sequence[Break]) -> Iterator[tuple[int, int]]:
    if way:
        yield from _unrolled(way.above, places)
        yield places[way.first].offset, places[way.last].offset


def _best(places: Sequence[Break], ruler: _Ruler) -> _Way | None:
    """The cheapest lines from the first place to the last; None: a piece is too wide."""
    ending: list[list[_Way]] = [[]]
    for last, place in enumerate(places[1:], 1):
        ways: list[_Way] = []
        for first in reversed(range(last)):
            width = ruler.width(places[first].offset, place.offset)
            if width > ruler.room:
                break
            line = _Way(LINE + place.cost, first, last, width, shrinking=False, above=None)
            ways += _cheapest(_below(above, line, ruler) for above in ending[first])
            ways += [line] if first == 0 else []
        ending.append(ways)
    return min(ending[-1], key=lambda way: way.cost, default=None)


def _cheapest(ways: Iterator[_Way]) -> list[_Way]:
    """Of many ways to come to the same line only the best that shrinks and the best that grows."""
    best: dict[bool, _Way] = {}
    for way in ways:
        if way.shrinking not in best or way.cost < best[way.shrinking].cost:
            best[way.shrinking] = way
    return list(best.values())


def _below(above: _Way, line: _Way, ruler: _Ruler) -> _Way:
    """A line set under others, at its price beside theirs."""
    shorter, longer = sorted((above.width, line.width))
    cost = above.cost + line.cost + UNLIKE * max(0.0, FAIR - shorter / longer)
    if longer - shorter < ruler.same:
        return line._replace(cost=cost + ALIKE, shrinking=above.shrinking, above=above)
    if line.width < above.width:
        return line._replace(cost=cost, shrinking=True, above=above)
    waist = WAIST if above.shrinking else 0.0
    return line._replace(cost=cost + GROWING + waist, above=above)
