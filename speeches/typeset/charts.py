"""What stands in a font file: its names, which characters it has, how wide they are, their ink.

Only the tables that answer are read, and each answer is kept by path and time of change. Where
glyphs have names, those are not asked for: in the usual kind of Chinese font they are as slow to
read as all the rest.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import unpack
from typing import NamedTuple

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.tables._n_a_m_e import NameRecord

from speeches.typeset.characters import needs_glyph

_COLLECTIONS = (".ttc", ".otc")
SUFFIXES = (".ttf", ".otf", *_COLLECTIONS)
_FAMILY_NAMES, _OWN_NAMES = (1, 16), (4, 6)
_BOLD = 1


class FontError(Exception):
    """Fonts are missing or cannot be read; the message is a sentence for the user."""


class BrokenFont(FontError):
    """A font file cannot be read."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font: a file, or number `index` of a collection (None: the file is no collection).

    `changed` is the file's time of change in ns: another file under the same path is another font.
    """

    path: Path
    changed: int
    index: int | None
    family: str
    postscript: str

    def covers(self, character: str) -> bool:
        """Whether the font can print this code point; blanks and selectors need no glyph.

        A font whose tables turn out to be damaged prints nothing.
        """
        return not needs_glyph(character) or self.advance(character) is not None

    def advance(self, character: str) -> float | None:
        """The width of this code point in em; None: the font does not have it."""
        chart = _chart(self)
        return chart.advance(ord(character)) if chart else None

    @property
    def is_readable(self) -> bool:
        """Whether its tables of characters and widths are in order."""
        return _chart(self) is not None


class Cut(NamedTuple):
    """A font with the names it answers to, case folded: its own, and those of its family."""

    file: FontFile
    names: frozenset[str]
    families: frozenset[str]
    style: int  # 0: regular; bits say bold, italic

    @property
    def is_regular(self) -> bool:
        return not self.style

    @property
    def is_bold(self) -> bool:
        return self.style == _BOLD


class _Chart(NamedTuple):
    """Glyph numbers by code point; advances by glyph number, in units of `em` to the em."""

    glyphs: Mapping[int, int]
    advances: Sequence[int]
    em: int

    def advance(self, point: int) -> float | None:
        """The width of a code point in em. The glyphs behind the last that tells its own have
        that one's."""
        glyph = self.glyphs.get(point)
        if glyph is None:
            return None
        return self.advances[min(glyph, len(self.advances) - 1)] / self.em


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns whatever goes wrong over a damaged file into a sentence."""
    try:
        yield
    except Exception as error:  # fontTools raises whatever the damage leads to
        raise BrokenFont(f"字体文件 {path} 已损坏或者不是字体：请换一份，或者移走。") from error


def cuts(path: Path) -> tuple[Cut, ...]:
    """The fonts in a file; none if it cannot be read or is no font."""
    try:
        return _cuts(path, path.stat().st_mtime_ns) if path.is_file() else ()
    except OSError:
        return ()


@lru_cache(maxsize=1024)
def _cuts(path: Path, changed: int) -> tuple[Cut, ...]:
    try:
        with reading(path), path.open("rb") as stream:
            if path.suffix.lower() not in _COLLECTIONS:
                return (_cut(TTFont(stream, lazy=True), path, changed, None),)
            fonts = TTCollection(stream, lazy=True).fonts
            return tuple(_cut(font, path, changed, index) for index, font in enumerate(fonts))
    except BrokenFont:
        return ()


def _cut(font: TTFont, path: Path, changed: int, index: int | None) -> Cut:
    tables = font.reader.tables.values()
    if max(table.offset + table.length for table in tables) > path.stat().st_size:
        raise TTLibError("cut short")  # the commonest damage: a copy that was broken off
    table = font["name"]
    if not table.names:
        raise TTLibError("nameless")
    family, postscript = str(table.getBestFamilyName()), str(table.getDebugName(6))
    return Cut(
        FontFile(path, changed, index, family, postscript),
        _called(table.names, _OWN_NAMES),
        _called(table.names, _FAMILY_NAMES),
        font["head"].macStyle,
    )


def _called(names: list[NameRecord], kinds: tuple[int, ...]) -> frozenset[str]:
    return frozenset(str(name).casefold() for name in names if name.nameID in kinds)


@lru_cache(maxsize=64)
def _chart(file: FontFile) -> _Chart | None:
    """What tells characters and widths; None if it is damaged."""
    try:
        with _opened(file) as font:
            font.setGlyphOrder(range(2**16))  # a glyph's name is its number
            return _Chart(font.getBestCmap() or {}, _advances(font), font["head"].unitsPerEm)
    except BrokenFont:
        return None


def _advances(font: TTFont) -> Sequence[int]:
    """Out of the table's pairs of an advance and a side bearing, both of 16 bits."""
    count = font["hhea"].numberOfHMetrics
    if not count:
        raise TTLibError("no widths")
    return array("H", unpack(f">{2 * count}H", font.reader["hmtx"][: 4 * count])[::2])


def ink(file: FontFile, characters: str) -> dict[str, tuple[float, float]]:
    """The left and the right end of the ink of characters in em; of those the font has ink for.

    Raises BrokenFont.
    """
    with _opened(file) as font:
        glyphs, em = font.getGlyphSet(), font["head"].unitsPerEm
        found = {}
        for character, name in _glyph_names(file, font, characters).items():
            pen = BoundsPen(glyphs)
            glyphs[name].draw(pen)
            if pen.bounds:
                found[character] = (pen.bounds[0] / em, pen.bounds[2] / em)
        return found


def _glyph_names(file: FontFile, font: TTFont, characters: str) -> dict[str, str]:
    chart = _chart(file)
    glyphs = chart.glyphs if chart else {}
    return {
        character: font.getGlyphName(glyphs[ord(character)])
        for character in characters
        if ord(character) in glyphs
    }


@contextmanager
def _opened(file: FontFile) -> Iterator[TTFont]:
    with reading(file.path), file.path.open("rb") as stream:
        yield TTFont(stream, fontNumber=file.index or 0, lazy=True)
