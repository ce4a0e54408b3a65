"""Lines: a block's text is broken so that every line but the last fills the measure.

Of all ways to break a paragraph the cheapest is wanted (`fitting` says what a line costs). Line by
line the cheapest is nearly always that, because most lines are perfect; only where this leads to a
bad line, or to a last line of a single character, are several ways followed side by side for a few
lines. So the time grows with the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from sys import maxsize
from typing import NamedTuple

from speeches.typeset.characters import BLANKS
from speeches.typeset.fitting import (
    LOOSEST,
    SPACING_UNIT,
    STRAINED,
    TIGHTEST,
    TOLERANCE,
    Fit,
    Measure,
    Piece,
)

__all__ = ["LOOSEST", "SPACING_UNIT", "TIGHTEST", "TOLERANCE", "Line", "Measure", "break_block"]

# Found by trial: so the lines of real speeches cost 1 % more than the best there are.
_BAD = 160.0**2  # a line that costs more is bad
_BACK, _AHEAD = 4, 2  # how many lines are set anew, the bad one among them, and how many more
_MANY = 4  # ways that are followed side by side
_ALL = maxsize
_LONGEST = 32  # lines that are set anew at most to save one


@dataclass(frozen=True, slots=True)
class Line:
    """text[start:end] of block number `block`; a line may be empty.

    `indent`: pt before its first character. `width`: pt from its first character's left to its
    last one's advance edge, spacing and squeezing included. `spacing`: units of letter-spacing
    after every character but the last and the squeezed ones. `squeezed`: offsets in the block's
    text of the characters that give up half an em behind them. `full`: spread to the edge of the
    type area. `strained`: its spacing is outside the bound, or nothing could make it full.
    """

    block: int
    start: int
    end: int
    indent: float
    width: float
    spacing: int
    squeezed: tuple[int, ...] = ()
    full: bool = False
    strained: bool = False


class _Way(NamedTuple):
    """The lines from the beginning of a piece to some place, the last one first."""

    cost: float
    fit: Fit | None = None
    before: _Way | None = None


def break_block(  # noqa: PLR0913 - all that decides the lines; the last three are named
    block: int,
    text: str,
    advances: Sequence[float],
    measure: Measure,
    *,
    start: int = 0,
    end: int | None = None,
    shorter: bool = False,
) -> list[Line]:
    """The lines of text[start:end] of a block, at least one.

    `advances`: pt of every character of `text`, unspaced. Only a first line at 0 is indented; the
    last one, and one that ends at a line break in the text, have the natural spacing. `shorter`
    asks for one line less than is best, and is not heeded where no spacing within the bound can
    bring that about.
    """
    pieces = [
        (first, Piece(text[first:last], advances[first:last], measure, indent=indent))
        for first, last, indent in _stretches(text[:end], start, measure.indent)
    ]
    settings = [_best(piece) for _, piece in pieces]
    if shorter:
        _shorten([piece for _, piece in pieces], settings)
    return [
        _line(block, first, piece, fit)
        for (first, piece), setting in zip(pieces, settings, strict=True)
        for fit in setting
    ]


def _stretches(text: str, start: int, indent: float) -> Iterator[tuple[int, int, float]]:
    """What stands between line breaks from `start` on, without blanks at its ends, as (start, end,
    indent)."""
    for stretch in text[start:].split("\n"):
        inner = stretch.strip(BLANKS)
        first = start + (stretch.index(inner[0]) if inner else 0)
        yield first, first + len(inner), 0.0 if start else indent
        start += len(stretch) + 1


def _best(piece: Piece) -> list[Fit]:
    """Line by line the cheapest; at a bad one the last few are set anew, and some more."""
    fits: list[Fit] = []
    at = 0
    looked_at = 0  # so many lines stay as they are, good or bad
    while not fits or at < len(piece.text):
        fits.append(min(piece.fits(at)))
        if fits[-1].cost > _BAD and len(fits) > looked_at:
            first = max(0, len(fits) - _BACK)
            done, open_ways = _search(piece, fits[first].start, len(fits) - first + _AHEAD, _MANY)
            ways = [done, *open_ways] if done else open_ways
            fits[first:] = _unrolled(min(ways, key=lambda way: way.cost))
            looked_at = len(fits)
        at = piece.after(fits[-1].end)
    return fits


def _shorten(pieces: list[Piece], settings: list[list[Fit]]) -> None:
    """Set one of the pieces one line shorter: the last that can be, without a strained line.

    A line takes in no more than a character: what can be saved at all is saved in about as many
    lines as a line has characters.
    """
    for piece, fits in reversed(list(zip(pieces, settings, strict=True))):
        first = max(0, len(fits) - _LONGEST)
        done, _ = _search(piece, fits[first].start, len(fits) - first - 1, _ALL)
        if done and done.cost < STRAINED:
            fits[first:] = _unrolled(done)
            return


def _search(piece: Piece, start: int, lines: int, ways: int) -> tuple[_Way | None, Sequence[_Way]]:
    """The cheapest way to the end of a piece in at most so many lines, if there is one, and the
    cheapest ways that do not get there; at each line the cheapest `ways` are followed."""
    layer = {start: _Way(0.0)}
    done: _Way | None = None
    for _ in range(lines):
        layer = _extended(piece, layer)
        arrived = layer.pop(len(piece.text), None)
        if arrived and (done is None or arrived.cost < done.cost):
            done = arrived
        layer = dict(nsmallest(ways, layer.items(), key=lambda each: each[1].cost))
    return done, list(layer.values())


def _extended(piece: Piece, layer: Mapping[int, _Way]) -> dict[int, _Way]:
    """The cheapest ways to wherever one more line leads."""
    found: dict[int, _Way] = {}
    for at, way in layer.items():
        for fit in piece.fits(at):
            reached = piece.after(fit.end)
            cost = way.cost + fit.cost
            if reached not in found or cost < found[reached].cost:
                found[reached] = _Way(cost, fit, way)
    return found


def _unrolled(way: _Way) -> list[Fit]:
    fits: list[Fit] = []
    while way.fit and way.before:
        fits.append(way.fit)
        way = way.before
    return fits[::-1]


def _line(block: int, offset: int, piece: Piece, fit: Fit) -> Line:
    return Line(
        block,
        offset + fit.start,
        offset + fit.end,
        indent=piece.indent(fit.start),
        width=piece.width(fit),
        spacing=fit.spacing,
        squeezed=tuple(offset + at for at in piece.squeezed(fit)),
        full=fit.full,
        strained=fit.cost >= STRAINED,
    )
