"""Bare lines: what the PDF engine is spared, as it takes twice the time for what is an element.

It sees by the line breaks where lines end, so a line needs no span unless a run-in heading stands
in it; and squeezed characters are moved together afterwards (`finishing`). Lines stay as they are
where something is marked behind a squeezed character, for what the engine draws under it must fit,
and where marks stand over letters: those take no spacing, and only the engine knows their places.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from speeches.export.pieces import Cutter, Piece
from speeches.typeset.characters import CONTINUATION, printable
from speeches.typeset.lines import Line

# A line's span ends before that of the next line, or before its block does.
_LINE = re.compile(
    r'(<span class="paper-line[^>]*>)(.*?)</span>(?=<span class="paper-line|</[hp])', re.DOTALL
)
_HALVED = re.compile(r'<span class="paper-half">([^<]*)</span>')
_MARKED_LATER = re.compile(r"paper-half.*paper-mark-", re.DOTALL)


class Box(NamedTuple):
    """Text that the engine paints as one, and which of its characters are squeezed."""

    text: str
    squeezed: tuple[bool, ...]


def bare(markup: str) -> str:
    """The markup of pages with as few elements as the engine can do with."""
    return _LINE.sub(_bare, markup)


def _bare(line: re.Match[str]) -> str:
    opening, inner = line.groups()
    if _MARKED_LATER.search(inner) or CONTINUATION.search(inner):
        return line[0]
    inner = _HALVED.sub(r"\1", inner)
    return f"{opening}{inner}</span>" if "<" in inner else inner


def boxes(cutter: Cutter, line: Line) -> list[Box]:
    """The boxes of a line that has been laid bare, in order; none of one that has not.

    The engine passes over those that are blank.
    """
    groups = [
        list(group)
        for _, group in groupby(
            cutter.pieces(line), key=lambda piece: (piece.title, piece.label, piece.mark)
        )
    ]
    found = [_box(group) for group in groups]
    if _is_marked_later(groups) or CONTINUATION.search("".join(box.text for box in found)):
        return []
    return [box for box in found if box.text.strip()]


def _is_marked_later(groups: list[list[Piece]]) -> bool:
    halved = [at for at, group in enumerate(groups) if any(piece.half for piece in group)]
    return any(group[0].mark for group in groups[halved[0] + 1 :]) if halved else False


def _box(pieces: list[Piece]) -> Box:
    texts = [(printable(piece.text), piece.half) for piece in pieces]
    squeezed = tuple(half for text, half in texts for _ in text)
    return Box("".join(text for text, _ in texts), squeezed)
