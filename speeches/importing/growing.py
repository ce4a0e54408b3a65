"""A tree that grows piece by piece, each put where the one before leaves off."""

from __future__ import annotations

from dataclasses import dataclass, field

from speeches.document.facts import MAX_DEPTH, PART_KINDS, POINT_FOR, Kind
from speeches.importing.nodes import Node
from speeches.importing.pieces import Piece, Role


@dataclass(slots=True)
class Bud:
    """A node in the making."""

    piece: Piece
    heading: str = ""
    body: list[str] = field(default_factory=list)
    children: list[Bud] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    tail_joined: bool = False
    behind_gap: bool = False

    def grown(self, kind: Kind) -> Node:
        below = POINT_FOR.get(kind, Kind.ITEM)
        piece = self.piece
        return Node(
            kind=kind,
            heading=self.heading,
            run_in=piece.role is Role.RUN_IN,
            body=tuple(self.body),
            children=tuple(child.grown(below) for child in self.children),
            tail=tuple(self.tail),
            marker=piece.marker,
            number=piece.number if piece.role.opens else 0,
            label=piece.lead.strip() if piece.role.opens else "",
            joined=piece.joined,
            tail_joined=self.tail_joined,
            behind_gap=self.behind_gap or piece.role is Role.GAP,
            confidence=piece.confidence,
            line=piece.line,
        )


class Growth:
    """Opening, parts and closing as the pieces come."""

    def __init__(self) -> None:
        self._opening: list[str] = []
        self._closing: list[str] = []
        self._parts: list[Bud] = []
        self._open: list[Bud] = []
        self._gap = False
        self._texts = self._opening  # where a text that only goes on belongs

    @property
    def opening(self) -> tuple[str, ...]:
        return tuple(self._opening)

    @property
    def closing(self) -> tuple[str, ...]:
        return tuple(self._closing)

    def sections(self) -> tuple[Node, ...]:
        return tuple(part.grown(_kind(part.piece)) for part in self._parts)

    def add(self, piece: Piece) -> None:
        role = piece.role
        if role.opens:
            self._begin(piece)
        elif role is Role.LEAD or (role is Role.GAP and piece.level == 1):
            self._begin_part(piece)
        elif role is Role.GAP:
            self._gap = True
        elif role is Role.TAIL:
            self._end(piece)
        elif role in (Role.OPENING, Role.BODY, Role.CLOSING):
            self._go_on(piece)

    def _begin(self, piece: Piece) -> None:
        depth = max(1, min(piece.level, MAX_DEPTH))
        if depth > 1 and not self._parts:
            self._begin_part(Piece(Role.LEAD, "", piece.line))
        depth = min(depth, len(self._open) + 1)
        del self._open[depth - 1 :]
        self._place(_bud(piece, is_part=depth == 1))

    def _begin_part(self, piece: Piece) -> None:
        self._open.clear()
        bud = Bud(piece)
        if piece.raw.strip():
            bud.body.append(piece.raw)
        self._place(bud)

    def _place(self, bud: Bud) -> None:
        bud.behind_gap, self._gap = self._gap, False
        if self._open:
            _make_room(self._open[-1])
            self._open[-1].children.append(bud)
        else:
            self._parts.append(bud)
        self._open.append(bud)
        self._texts = bud.body

    def _end(self, piece: Piece) -> None:
        """A tail stands behind the children of the one it belongs to; without any it is body."""
        del self._open[max(piece.level, 1) :]
        if not self._open:
            self._go_on(piece)
            return
        owner = self._open[-1]
        if not owner.children:
            self._texts = owner.body
        elif self._texts is not owner.tail:
            owner.tail_joined = piece.joined and not owner.tail
            self._texts = owner.tail
            if owner.tail_joined:
                self._texts.append(piece.raw)
                return
        _append(self._texts, piece)

    def _go_on(self, piece: Piece) -> None:
        if piece.role is Role.CLOSING:
            self._texts = self._closing
        elif piece.role is Role.OPENING:
            self._texts = self._opening
        _append(self._texts, piece)


def _kind(piece: Piece) -> Kind:
    return piece.kind if piece.kind in PART_KINDS else Kind.NARRATIVE


def _bud(piece: Piece, *, is_part: bool) -> Bud:
    """A part has no number without a heading, so its text is one."""
    bud = Bud(piece)
    if piece.role is Role.ITEM and not is_part:
        bud.body += [piece.text] if piece.text.strip() else []
    elif piece.role is Role.HEADING:
        bud.heading = piece.text.strip()
    else:
        bud.heading = piece.text.strip().removesuffix("。")
    return bud


def _append(texts: list[str], piece: Piece) -> None:
    if not piece.raw.strip():
        return
    if piece.joined and texts:
        texts[-1] += piece.raw
    else:
        texts.append(piece.raw)


def _make_room(parent: Bud) -> None:
    """A child behind a tail: what stood there belongs to the child before."""
    if not parent.tail:
        return
    last = parent.children[-1]
    (last.tail if last.children else last.body).extend(parent.tail)
    parent.tail.clear()
    parent.tail_joined = False
