"""Squeezing: marks that give up the blank half of their cell.

A closing mark has its ink in the left half of its cell, an opening one in the right half. Two
marks in a row would leave a hole of a whole character, so (as CLREQ and GB/T 15834—2011 5.1
have it for brackets and quotation marks next to stops):

- a closing mark before another mark (but … — ·) gives up its right half: ，” 》（ 》、 ”？ ；
- an opening mark before an opening one gives up what the second has blank on its left: “《 （“ ;
- at the end of a line a closing mark may give up its right half where the line would else be
  drawn together; at the beginning of a line nothing is squeezed, and no mark hangs outside.

In both cases the half em behind the first of the two goes, and their inks do not touch. Marks
that are not a whole em wide keep their width (quotation marks of a Latin cut), and so do those
that a font does not keep in one half (`firm`: Traditional fonts put ， in the middle). ？ and ！
stand in the middle in several cuts of 仿宋, 楷体 and 黑体 and keep theirs, as do —— …… and ·.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

OPENING = "“‘（《〈「『【〔〖［｛"
CLOSING = "。，、；：．”’）》〉」』】〕〗］｝"
HALF = 0.5  # em
_NARROWER = 0.001  # em: what is a whole em but for rounding

_PAIR = re.compile(f"[{CLOSING}](?=[{CLOSING}{OPENING}？！])|[{OPENING}](?=[{OPENING}])")


def squeezed(text: str, advances: Sequence[float], size: float, firm: Set[str]) -> list[int]:
    """The offsets of the marks that give up half an em inside a line; `advances`, `size` in pt."""
    return [
        at
        for match in _PAIR.finditer(text)
        if is_whole(advances[at := match.start()], size)
        and is_whole(advances[at + 1], size)
        and text[at] not in firm
        and text[at + 1] not in firm
    ]


def may_end_squeezed(character: str, advance: float, size: float, firm: Set[str]) -> bool:
    """Whether a mark may give up its half at the end of a line."""
    return character in CLOSING and is_whole(advance, size) and character not in firm


def is_whole(advance: float, size: float) -> bool:
    """Whether a character is as wide as it is high."""
    return abs(advance - size) <= _NARROWER * size
