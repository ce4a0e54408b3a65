"""Pieces that a person has edited, put on the same source after other repairs.

Undoing a repair changes the text under the pieces: each takes what now stands where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from speeches.importing.editing import Pieces
from speeches.importing.numbers import number_at
from speeches.importing.pieces import Piece, Role, Stretch
from speeches.importing.source import Cleaned, Paragraph


class _Owner(NamedTuple):
    """Of a character of the source: its piece, and the paragraph that it stood in."""

    piece: int
    paragraph: int


_Owners = list[_Owner | None]


@dataclass(frozen=True, slots=True)
class _Part:
    """``text[start:end]`` of a paragraph belongs to one piece; its two ends stood somewhere."""

    first: _Owner
    last: _Owner
    start: int
    end: int


def carried_over(
    pieces: Sequence[Piece], old: Cleaned, new: Cleaned, found: Sequence[Piece]
) -> Pieces:
    """`pieces` of `old` on `new`; `found` is what `new` is cut into without a person.

    A paragraph of which nothing stood in `old` comes in as found, and so does a gap. Where a
    paragraph is parted, its second half goes on as a text; where two become one, the pieces stay
    two. Characters that were taken out before belong to the piece before them in their paragraph.
    Pieces whose place is not known stay as they are.
    """
    if any(piece.raw and not piece.stretches for piece in pieces):
        return tuple(pieces)
    owned = _owned(pieces, old)
    made: list[Piece] = []
    before: _Owner | None = None  # of the last character that was put somewhere
    begun: set[int] = set()
    for index, paragraph in enumerate(new.paragraphs):
        parts = list(_parts(paragraph, owned))
        if not parts:
            made += [piece for piece in found if _stands_in(piece, index)]
            before = None
        for part in parts:
            piece = _placed(pieces[part.first.piece], paragraph, index, part)
            if _were_merged(before, part.first):
                made[-1] = _longer(made[-1], piece)
            else:
                made.append(_rest(piece, paragraph) if part.first.piece in begun else piece)
            before = part.last
            begun.add(before.piece)
    return tuple(_with_gaps(made, found, pieces))


def _owned(pieces: Sequence[Piece], cleaned: Cleaned) -> list[_Owners]:
    """For every line of the source the owners of its characters."""
    owned: list[_Owners] = [[None] * len(line) for line in cleaned.lines]
    for index, piece in enumerate(pieces):
        for stretch in piece.stretches:
            owner = _Owner(index, stretch.paragraph)
            paragraph = cleaned.paragraphs[stretch.paragraph]
            for span in paragraph.span_of(stretch.start, stretch.end):
                owned[span.line - 1][span.start : span.end] = [owner] * (span.end - span.start)
    return owned


def _parts(paragraph: Paragraph, owned: Sequence[_Owners]) -> Iterator[_Part]:
    """A paragraph, cut where its owner changes; nothing where no character had one."""
    owners: _Owners = [None] * len(paragraph.text)
    for offset, span in paragraph.pieces:
        owners[offset : offset + span.end - span.start] = owned[span.line - 1][
            span.start : span.end
        ]
    for offset, length, span in paragraph.replaced:
        first = owned[span.line - 1][span.start : span.start + 1] or [None]
        owners[offset : offset + length] = first * length
    offset = 0
    for _, group in groupby(_filled(owners), key=lambda owner: owner.piece):
        told = list(group)
        yield _Part(told[0], told[-1], offset, offset + len(told))
        offset += len(told)


def _filled(owners: _Owners) -> list[_Owner]:
    """No character is without an owner, if there is any."""
    filled: list[_Owner] = []
    current = next((owner for owner in owners if owner), None)
    for owner in owners:
        current = owner or current
        filled += [current] if current else []
    return filled


def _placed(piece: Piece, paragraph: Paragraph, index: int, part: _Part) -> Piece:
    """`piece` with the text of `part`, and the number that this begins with."""
    raw = paragraph.text[part.start : part.end]
    was_at_head = bool(piece.stretches) and piece.stretches[0].start == 0
    lead = _lead(piece, raw)
    return replace(
        piece,
        text=raw[len(lead) :],
        lead=lead,
        stretches=(Stretch(index, part.start, part.end),),
        joined=part.start > 0 and (piece.joined or was_at_head),
    )


def _lead(piece: Piece, raw: str) -> str:
    """The number that `piece` has in its new text, where that still begins with one."""
    if raw.startswith(piece.lead) and (piece.lead or not piece.role.opens):
        return piece.lead
    number = number_at(raw)
    return raw[: number.end] if number else ""


def _were_merged(before: _Owner | None, first: _Owner) -> bool:
    """By a person: one piece, of two paragraphs."""
    return before is not None and before.piece == first.piece and before != first


def _longer(piece: Piece, more: Piece) -> Piece:
    return replace(piece, text=piece.text + more.raw, stretches=(*piece.stretches, *more.stretches))


def _rest(piece: Piece, paragraph: Paragraph) -> Piece:
    """What stood in one paragraph with a piece and now has one to itself."""
    line = paragraph.span_of(0, 1)[0].line
    opens = piece.role.opens or piece.role is Role.LEAD
    role, level = (Role.BODY, 0) if opens else (piece.role, piece.level)
    return Piece(role, piece.raw, line, piece.stretches, level=level, reason=piece.reason)


def _stands_in(piece: Piece, paragraph: int) -> bool:
    return any(stretch.paragraph == paragraph for stretch in piece.stretches)


def _with_gaps(
    made: Sequence[Piece], found: Sequence[Piece], pieces: Sequence[Piece]
) -> Iterator[Piece]:
    """A piece for every gap there is, as the person left it, before the first text behind it."""
    edited = {piece.line: piece for piece in pieces if not piece.stretches}
    gaps = [edited.get(gap.line, gap) for gap in found if gap.role is Role.GAP]
    for piece in made:
        while gaps and gaps[0].line <= piece.line:
            yield gaps.pop(0)
        yield piece
    yield from gaps
