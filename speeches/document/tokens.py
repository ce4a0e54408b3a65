"""Tokens as typed: ``{合称}``, ``{数量}``, ``{要点}``, ``{合称:标题}``, ``{name of a figure}``.

Braces may be half- or full-width, blanks inside do not count, and a doubled opening brace is a
literal one. What a token becomes is decided in `expansion`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from speeches.document.normalising import without_blanks

COLLECTIVE = "合称"
COUNT = "数量"
HEADINGS = "要点"
RESERVED = frozenset({COLLECTIVE, COUNT, HEADINGS})

# A token ends with its line: no kind of line end that `str.splitlines` knows stands inside.
_LINE_ENDS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_TOKEN = re.compile(rf"\{{\{{|｛｛|[{{｛]([^{{}}｛｝{_LINE_ENDS}]*)[}}｝]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a field. `name` is None for plain text, else the token's name.

    `text` is what plain text prints; it differs from `source` for a doubled brace only.
    """

    offset: int
    source: str
    text: str
    name: str | None = None


def split(source: str, start: int = 0) -> list[Piece]:
    """The pieces of a line in order; their sources joined are `source` again.

    `start` is the offset of the line in its field.
    """
    pieces, done = [], 0
    for match in _TOKEN.finditer(source):
        if match.start() > done:
            plain = source[done : match.start()]
            pieces.append(Piece(start + done, plain, plain))
        pieces.append(_piece(match, start))
        done = match.end()
    if done < len(source):
        pieces.append(Piece(start + done, source[done:], source[done:]))
    return pieces


def names(source: str) -> list[str]:
    """The names of the tokens in a field, in order, as `key` writes them."""
    return [piece.name for piece in split(source) if piece.name is not None]


def plain(source: str) -> str:
    """What is left of a field without its tokens."""
    return "".join(piece.text for piece in split(source) if piece.name is None)


def renamed(source: str, old: str, new: str) -> str:
    """A field whose tokens named `old` name `new`; braces, and the blanks inside them, stay."""
    wanted = key(old)
    pieces = split(source)
    return "".join(_named(p.source, new) if p.name == wanted else p.source for p in pieces)


def is_reserved(name: str) -> bool:
    """Whether a name, as `names` has it, is no figure's: ``合称:标题`` is none either."""
    return name in RESERVED or name.startswith(f"{COLLECTIVE}:")


def key(name: str) -> str:
    """`name` as it is compared: without blanks, the colon half-width."""
    return without_blanks(name).replace("：", ":")


def _piece(match: re.Match[str], start: int) -> Piece:
    source = match.group()
    if match.group(1) is None:
        return Piece(start + match.start(), source, source[0])
    return Piece(start + match.start(), source, source, key(match.group(1)))


def _named(token: str, name: str) -> str:
    inside = token[1:-1]
    start = len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    return token[0] + inside[:start] + name + inside[end:] + token[-1]
