"""Small fonts made on the spot: real files, with the names and the characters that a test needs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

_SIZE = 1000


def font(
    family: str,
    characters: str,
    *,
    style: str = "Regular",
    postscript: str = "Made",
    widths: Mapping[str, int] = MappingProxyType({}),
    ink: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> TTFont:
    """A TrueType font in which every character is a square, 1000 wide unless `widths` says how
    wide; `ink` tells the left and the right end of others."""
    names = {ord(character): f"u{ord(character):05X}" for character in characters}
    ends = {name: ink.get(chr(point), (100, 900)) for point, name in names.items()}
    advances = {name: widths.get(chr(point), _SIZE) for point, name in names.items()}
    builder = FontBuilder(_SIZE, isTTF=True)
    builder.setupGlyphOrder([".notdef", *ends])
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(*ends.get(name, (100, 900))) for name in (".notdef", *ends)})
    builder.setupHorizontalMetrics(
        {".notdef": (_SIZE, 100)}
        | {name: (advances[name], left) for name, (left, _) in ends.items()}
    )
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


def _box(left: int, right: int) -> object:
    pen = TTGlyphPen(None)
    if left == right:
        return pen.glyph()  # blank
    pen.moveTo((left, 0))
    for corner in ((right, 0), (right, 800), (left, 800)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
