"""What a person does to the pieces before they are saved: each verb returns all pieces anew.

Nothing is lost: dropping a piece keeps it as `Role.DROPPED`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from speeches.document.facts import MAX_DEPTH, Kind
from speeches.importing.numbers import number_at
from speeches.importing.pieces import Piece, Role, Stretch

Pieces = tuple[Piece, ...]


class BadEdit(ValueError):
    """Something that cannot be done to a piece; its text is a sentence for the person."""


def changed(
    pieces: Sequence[Piece], index: int, *, role: Role, level: int = 0, kind: Kind | None = None
) -> Pieces:
    """Piece `index` in another role, at another level, of another kind.

    A text that becomes a heading or item takes the number at its head for its own; one that is no
    longer such keeps the number as text (`Piece.raw`). Raises BadEdit.
    """
    piece = _at(pieces, index)
    if not 0 <= level <= MAX_DEPTH:
        raise BadEdit(f"层次只能是 0 到 {MAX_DEPTH}。")
    made = replace(piece, role=role, level=level, kind=kind, confidence=1.0, reason="")
    return _put(pieces, index, [_numbered(made) if role.opens and not piece.lead else made])


def dropped(pieces: Sequence[Piece], index: int) -> Pieces:
    """Piece `index` left out of the speech. Raises BadEdit."""
    piece = _at(pieces, index)
    return _put(pieces, index, [replace(piece, role=Role.DROPPED, level=0, reason="")])


def merged(pieces: Sequence[Piece], index: int) -> Pieces:
    """Piece `index` as the end of the piece before it. Raises BadEdit."""
    piece, before = _at(pieces, index), _at(pieces, index - 1)
    if Role.GAP in (piece.role, before.role):
        raise BadEdit("原文缺失之处不能合并。")
    whole = replace(
        before,
        text=before.text + piece.raw,
        stretches=_joined(before.stretches, piece.stretches),
    )
    return (*pieces[: index - 1], whole, *pieces[index + 1 :])


def split(pieces: Sequence[Piece], index: int, offset: int) -> Pieces:
    """Piece `index` cut before character `offset` of its text: the rest goes on in its paragraph.

    Raises BadEdit.
    """
    piece = _at(pieces, index)
    if not 0 < offset < len(piece.text):
        raise BadEdit("只能在文字中间拆分。")
    at = len(piece.lead) + offset
    first, second = _cut(piece.stretches, at)
    head = replace(piece, text=piece.text[:offset], stretches=first)
    role = Role.BODY if piece.role.opens or piece.role is Role.LEAD else piece.role
    level = piece.level if role is piece.role else 0
    rest = Piece(role, piece.text[offset:], piece.line, second, level=level, joined=True)
    return _put(pieces, index, [head, replace(rest, reason=piece.reason)])


def _at(pieces: Sequence[Piece], index: int) -> Piece:
    if not 0 <= index < len(pieces):
        raise BadEdit("没有这一段，请刷新后再试。")
    return pieces[index]


def _put(pieces: Sequence[Piece], index: int, new: Sequence[Piece]) -> Pieces:
    return (*pieces[:index], *new, *pieces[index + 1 :])


def _numbered(piece: Piece) -> Piece:
    number = number_at(piece.text)
    if number is None:
        return piece
    return replace(
        piece,
        lead=piece.text[: number.end],
        text=piece.text[number.end :],
        marker=number.form.marker,
        number=number.value,
    )


def _joined(before: Sequence[Stretch], after: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """All stretches, those that touch made one."""
    made = list(before)
    for stretch in after:
        last = made[-1] if made else None
        if last and (last.paragraph, last.end) == (stretch.paragraph, stretch.start):
            made[-1] = last._replace(end=stretch.end)
        else:
            made.append(stretch)
    return tuple(made)


def _cut(stretches: Sequence[Stretch], at: int) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The stretches before and behind character `at` of their text."""
    first: list[Stretch] = []
    second: list[Stretch] = []
    for stretch in stretches:
        length = stretch.end - stretch.start
        middle = stretch.start + min(max(at, 0), length)
        first += [stretch._replace(end=middle)] if middle > stretch.start else []
        second += [stretch._replace(start=middle)] if middle < stretch.end else []
        at -= length
    return tuple(first), tuple(second)
