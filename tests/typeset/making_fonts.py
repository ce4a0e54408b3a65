"""Small fonts made on the spot: real files, with the names and the characters that a test needs."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

_SIZE = 1000


def font(
    family: str, characters: str, *, style: str = "Regular", postscript: str = "Made"
) -> TTFont:
    """A TrueType font in which every character is a square."""
    names = {ord(character): f"u{ord(character):05X}" for character in characters}
    builder = FontBuilder(_SIZE, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({".notdef": _square(), **{name: _square() for name in names.values()}})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (_SIZE, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    full = family if style == "Regular" else f"{family} {style}"
    builder.setupNameTable(
        {
            "familyName": family,
            "styleName": style,
            "fullName": full,
            "psName": f"{postscript}-{style}",
        }
    )
    builder.setupOS2()
    builder.setupPost()
    builder.font["head"].macStyle = int(style == "Bold")
    return builder.font


def save(made: TTFont, path: Path) -> Path:
    made.save(path)
    return path


def save_collection(path: Path, *made: TTFont) -> Path:
    collection = TTCollection()
    collection.fonts = list(made)
    collection.save(path)
    return path


def damage(path: Path, table: str) -> None:
    """Overwrite the beginning of a table with nonsense."""
    with TTFont(path, lazy=True) as made:
        offset = made.reader.tables[table].offset
    content = bytearray(path.read_bytes())
    content[offset : offset + 8] = b"\xff" * 8
    path.write_bytes(content)


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
