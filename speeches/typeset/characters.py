"""What a character is to the page: how wide it is without a font, and whether it prints at all."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# What vanishes where a line breaks; the no-break ones do not.
BLANKS = " \u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_WITHOUT_WIDTH = _UNPRINTABLE | {"Mn", "Me"}  # marks stand over their letter
_WITHOUT_GLYPH = _UNPRINTABLE | {"Zs"}
_KEPT = "\n\u200c\u200d"
_NARROW_BELOW = 0x100  # Latin-1 signs (°, §) are narrow in Chinese fonts, but for these:
_WIDE_LATIN_1 = frozenset("±·×÷")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_NO_MARKS = frozenset(map(ord, "\n\u200d\u2060"))  # the last ties what stands on both its sides


@cache
def width(char: str) -> int:
    """Half-cells of one code point: 0, 1 or 2.

    What Unicode calls ambiguous (“ ” — … · × ①) is full width in Chinese fonts, except letters
    and the signs of Latin-1.
    """
    category = unicodedata.category(char)
    if category in _WITHOUT_WIDTH:
        return 0
    kind = unicodedata.east_asian_width(char)
    if kind == "A":
        narrow = category.startswith("L") or ord(char) < _NARROW_BELOW
        return 1 if narrow and char not in _WIDE_LATIN_1 else 2
    return 2 if kind in "WF" else 1


def printable(text: str) -> str:
    """The text without what prints nothing: controls, lone surrogates, direction marks, U+2028.

    Line breaks and the joiners that tie a cluster together stay.
    """
    return "".join(filter(_prints, text))


def needs_glyph(char: str) -> bool:
    """Whether a font must have this code point: not for blanks, joiners, variation selectors."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not selector and unicodedata.category(char) not in _WITHOUT_GLYPH


@cache
def _prints(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char) not in _UNPRINTABLE


def _marks() -> str:
    """The inside of a character class: what makes a cluster with the character before it, out of
    planes 0, 1 and 14. What never prints counts as such."""
    kinds = _UNPRINTABLE | {"Mn", "Me", "Mc"}
    points = (*range(0x20000), *range(0xE0000, 0xE0200))
    found = zip(points, map(unicodedata.category, map(chr, points)), strict=True)
    marks = {point for point, kind in found if kind in kinds} | set(_SKIN_TONES)
    ranges: list[list[int]] = []
    for point in sorted(marks - _NO_MARKS):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


# Patterns. A cluster is a character with its marks (accents, variation selectors, tones of skin)
# and with what joiners tie to it. Quantifiers are possessive: nothing is read twice.
_MARK = f"[{_marks()}]"
MARKS = f"{_MARK}*+"
_TIED = f"(?:\u200d[^\n]?{MARKS})"


def cluster_pattern(first: str) -> str:
    """A cluster whose first character is of the class `first`."""
    return f"{first}{MARKS}{_TIED}*+"


# What stands in a cluster behind its first character.
CONTINUATION = re.compile(f"[{_MARK[1:-1]}\u200d](?:(?<=\u200d)[^\\n])?+{MARKS}")
