"""Units: the pieces of a text between which a line may break, and how wide they are.

Widths count half-cells: a full-width character is 2, a half-width one 1.

The rules, GB/T 15834—2011 5.1 unless another source is named:

- an opening bracket or quotation mark, or a sign of money, stays with what follows it;
- a closing one, a stop, a comma, a single dash between two things (连接号), a middle dot or a
  sign of measure stays with what goes before it: where it would start a line, the character
  before it comes down with it (追出);
- —— and …… are not split; neither is what stands on both sides of / (分隔号);
- a number with its sign, separators and % is not split (GB/T 15835—2011 5.1.7), nor is a word
  in Latin, Greek or Cyrillic letters;
- a character is not parted from its marks: variation selectors, accents, joined emoji.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_WITHOUT_WIDTH = _UNPRINTABLE | {"Mn", "Me"}  # marks stand over their letter
_WITHOUT_GLYPH = _UNPRINTABLE | {"Zs"}
_KEPT = "\n\u200c\u200d"
_NARROW_BELOW = 0x100  # Latin-1 signs (°, §) are narrow in Chinese fonts, but for these:
_WIDE_LATIN_1 = frozenset("±·×÷")

_OPENING = "“‘（《〈「『【〔〖［｛([{￥¥＄$€£№#＃"
_CLOSING = "。，、；：？！．”’）》〉」』】〕〗］｝,.;:!?)]}%％‰°℃℉′″·・~～"
_GLUE = "/／\u00a0\u202f\u2060"
_BLANK = " \u3000"
_DASH = "—―"
_DOTS = "…⋯"
_SIGN = "+\\-−±＋－"
_CONNECTOR = "\\-–－"
_DIGIT = "0-9０-９"
_LETTER = f"{_DIGIT}A-Za-zＡ-Ｚａ-ｚÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"
_JOINER = ".,:'’&@_+\\-"
_ZERO_WIDTH_JOINER = "\u200d"


class Unit(NamedTuple):
    """An unbreakable piece, text[start:end]; a `blank` one vanishes where a line breaks."""

    start: int
    end: int
    width: int
    blank: bool = False


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


def width_of(text: str) -> int:
    """Half-cells of a text."""
    return sum(map(width, text))


def printable(text: str) -> str:
    """The text without what prints nothing: controls, lone surrogates, direction marks, U+2028.

    Line breaks and the joiners that tie a cluster together stay.
    """
    return "".join(filter(_prints, text))


def needs_glyph(char: str) -> bool:
    """Whether a font must have this code point: not for blanks, joiners, variation selectors."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not selector and unicodedata.category(char) not in _WITHOUT_GLYPH


def units(text: str, start: int, end: int) -> Iterator[Unit]:
    """The units of text[start:end], in order and without gaps. Time grows with the length."""
    for match in _UNIT.finditer(text, start, end):
        if match.end() > match.start():
            yield Unit(*match.span(), width_of(match[0]), blank=match.lastgroup == "blank")


def clusters(text: str, unit: Unit) -> Iterator[Unit]:
    """A unit taken apart into characters with their marks, for one longer than a line."""
    for match in _CLUSTER.finditer(text, unit.start, unit.end):
        yield Unit(*match.span(), width_of(match[0]))


@cache
def _prints(char: str) -> bool:
    return char in _KEPT or unicodedata.category(char) not in _UNPRINTABLE


def _ranges(wanted: Callable[[str], bool]) -> str:
    """The inside of a character class: all code points of planes 0, 1 and 14 that are wanted."""
    found: list[list[int]] = []
    for point in (*range(0x20000), *range(0xE0000, 0xE0200)):
        if not wanted(chr(point)):
            continue
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in found)


def _is_mark(char: str) -> bool:
    skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return skin_tone or unicodedata.category(char) in ("Mn", "Me", "Mc")


def _cluster_pattern(first: str) -> str:
    """A character out of the class `first`, with its marks and what a joiner ties to it."""
    return f"{first}{_MARKS}(?:{_ZERO_WIDTH_JOINER}[^\\n]?{_MARKS})*+"


def _unit_pattern() -> str:
    """Opening marks, a core, closing marks; tied to another such by a slash; or blanks.

    The quantifiers are possessive: no text makes the search go back over what it has read.
    """
    escaped = {name: re.escape(chars) for name, chars in _SETS.items()}
    digit, letter = f"[{_DIGIT}]", f"[{_LETTER}]{_MARKS}"
    opening = f"[{escaped['opening']}]{_MARKS}"
    connector = f"(?:(?<={digit})[{_CONNECTOR}]|[{_CONNECTOR}](?!{digit}))"
    single_dash = f"[{_DASH}](?![{_DASH}])"
    closing = f"(?:[{escaped['closing']}]|{connector}|{single_dash}){_MARKS}"
    joiner = f"(?:[{_JOINER}]|(?<={digit})[·．](?={digit}))"
    word = f"(?:[{_SIGN}](?={digit}))?+{letter}(?:{joiner}?{letter})*+"
    run = f"[{_DASH}]{{2,}}+|[{_DOTS}]++"
    other = _cluster_pattern(f"[^{''.join(escaped.values())}\\n]")
    core = f"(?:{word}|{run}|{other})"
    part = f"(?:{opening})*+(?:{core})?+(?:{closing})*+"
    return f"(?P<blank>[{escaped['blank']}]++)|{part}(?:[{escaped['glue']}]{_MARKS}{part})*+"


_SETS = {"opening": _OPENING, "closing": _CLOSING, "glue": _GLUE, "blank": _BLANK}
_MARKS = f"[{_ranges(_is_mark)}]*+"
_CLUSTER = re.compile(_cluster_pattern("[^\\n]"))
_UNIT = re.compile(_unit_pattern())
