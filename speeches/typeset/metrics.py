"""How wide the characters of each face are: as its fonts have it, or by rule where none are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from speeches.typeset.characters import needs_glyph, width
from speeches.typeset.charts import BrokenFont, FontFile, ink
from speeches.typeset.edition import Face
from speeches.typeset.fonts import GETA, FontBook
from speeches.typeset.squeezing import CLOSING, OPENING

_SQUEEZING = (Face.HEI, Face.KAI, Face.FANG)  # the faces of lines that are spread


@dataclass(frozen=True)
class Metrics:
    """The widths of characters by the fonts that print them; without a book whole and half cells.

    Kerning and ligatures do not count: the page switches them off.
    """

    book: FontBook | None = None

    def widths(self, face: Face, bold: bool = False) -> Mapping[str, float]:
        """The advance in em of every character there is, filled in as it is asked for."""
        return self._tables[face, bold]

    @cached_property
    def _tables(self) -> Mapping[tuple[Face, bool], Mapping[str, float]]:
        return {
            (face, bold): _widths(self.book.players(face, bold) if self.book else ())
            for face in Face
            for bold in (False, True)
        }

    @cached_property
    def firm(self) -> frozenset[str]:
        """The marks that are never squeezed, as some font does not keep them in one half."""
        if not self.book:
            return frozenset()
        return frozenset().union(*(_firm(self.book.font(face)) for face in _SQUEEZING))


NOMINAL = Metrics()


def font_metrics(book: FontBook) -> Metrics:
    """The metrics of fonts; what has been read of a font file is kept as long as it is the same."""
    return Metrics(book)


class _Widths(dict[str, float]):
    """Looks a character up when it is first met."""

    def __init__(self, players: tuple[FontFile, ...]) -> None:
        super().__init__()
        self._players = players

    def __missing__(self, character: str) -> float:
        found = self[character] = _advance(self._players, character)
        return found


@lru_cache(maxsize=64)
def _widths(players: tuple[FontFile, ...]) -> _Widths:
    return _Widths(players)


def _advance(players: tuple[FontFile, ...], character: str) -> float:
    """By the first font that has it. Blanks that none has are as wide as by rule; marks and what
    does not print have no width of their own; other characters are printed as 〓."""
    nominal = width(character) / 2
    if not nominal:
        return 0.0
    found = (font.advance(character) for font in players)
    advance = next((each for each in found if each is not None), None)
    if advance is not None:
        return advance
    lacking = players and character != GETA and needs_glyph(character)
    return _advance(players, GETA) if lacking else nominal


@lru_cache(maxsize=64)
def _firm(font: FontFile) -> frozenset[str]:
    """The marks whose ink is not in the half that squeezing leaves them; all if that is unknown."""
    try:
        found = ink(font, OPENING + CLOSING)
    except BrokenFont:
        return frozenset(OPENING + CLOSING)
    return frozenset(
        mark
        for mark, (left, right) in found.items()
        if (right > 0.5 if mark in CLOSING else left < 0.5)
    )
