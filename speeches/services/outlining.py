"""Places in the outline: to add, move, reorder, delete, restore and link nodes.

Every verb is one transaction that begins by locking the speech (`saving.change_of`), so that what
two people do at once follows one another. Where it finds nothing to do it counts no revision.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Max, Value, When
from django.utils import timezone

from speeches.document.facts import MAX_DEPTH, PART_FOR, POINT_FOR
from speeches.enums import PART_KINDS, NodeKind
from speeches.models import Node, Speech, User
from speeches.services.ancestry import Ancestry
from speeches.services.refusals import Gone, OutOfPlace
from speeches.services.saving import add, change_of


def add_node(
    speech: Speech,
    parent: Node | None,
    *,
    actor: User | None,
    position: int | None = None,
    kind: str | None = None,
    **fields: Any,
) -> Node:
    """Insert a node under `parent` (None: a part) as the `position`-th child, by default the last.

    Its kind follows from its place if none is given. Raises OutOfPlace, AlreadyFinal, Gone or
    ValidationError.
    """
    with change_of(speech.pk, actor):
        _check_place(Ancestry.of(speech.pk), parent, height=1)
        node = Node(speech=speech, parent=parent, **fields)
        node.kind = kind or kind_under(parent, NodeKind.ITEM)
        if (node.kind in PART_KINDS) != (parent is None):
            raise ValueError(f"{node.kind} cannot stand under {parent!r}")
        node.position = end_of(node)
        add(node)
        arrange(_with(node, position))
    return _placed(node)


def move(node: Node, parent: Node | None, position: int | None, *, actor: User | None) -> Node:
    """Put a node with all below it under `parent` (None: a part) as the `position`-th child.

    A position past the end, or None, is the end. A part that becomes a point takes the kind of
    point that belongs to it, and the other way round. Raises OutOfPlace, AlreadyFinal or Gone.
    """
    with change_of(node.speech_id, actor):
        ancestry = Ancestry.of(node.speech_id)
        if not ancestry.is_standing(node.pk):
            raise Gone
        if parent is not None and node.pk in ancestry.upwards(parent.pk):
            raise OutOfPlace("不能把一个条目移到它自己下面。")
        _check_place(ancestry, parent, ancestry.height(node.pk))
        rehung = _rehang(_placed(node), parent)
        if not arrange(_with(node, position)) and not rehung:
            transaction.set_rollback(True)
    return _placed(node)


def reorder(
    speech: Speech, parent: Node | None, keys: Sequence[int], *, actor: User | None
) -> None:
    """Put the children of `parent` (None: the parts) into the order of `keys`.

    Raises OutOfPlace where `keys` are not exactly the living children, AlreadyFinal or Gone.
    """
    with change_of(speech.pk, actor):
        _check_place(Ancestry.of(speech.pk), parent, height=1)
        if sorted(keys) != sorted(_siblings(speech.pk, parent and parent.pk)):
            raise OutOfPlace("条目刚有增减，未调整次序。请刷新页面后重排。")
        if not arrange(keys):
            transaction.set_rollback(True)


def delete_node(node: Node, *, actor: User | None) -> None:
    """Mark a node as deleted; with it all below it leaves the speech, and comes back with it.

    Raises AlreadyFinal or Gone (the speech).
    """
    with change_of(node.speech_id, actor):
        living = Node.objects.living().filter(pk=node.pk)
        if not living.update(deleted_at=timezone.now(), deleted_by=actor):
            transaction.set_rollback(True)


def restore_node(node: Node, *, actor: User | None) -> Node:
    """Bring a deleted node back with all below it, at its old place if that is free.

    Where something above it is deleted too it comes to the end under its nearest ancestor that
    is in the speech, or of the parts. Raises AlreadyFinal or Gone (the speech).
    """
    with change_of(node.speech_id, actor):
        if not Node.objects.filter(pk=_placed(node).pk, deleted_at__isnull=False).exists():
            transaction.set_rollback(True)
            return node
        key = Ancestry.of(node.speech_id).nearest_standing(node.parent_id)
        if not _rehang(node, Node.objects.filter(pk=key).first()) and _is_taken(node):
            Node.objects.filter(pk=node.pk).update(position=end_of(node))
        Node.objects.filter(pk=node.pk).update(deleted_at=None, deleted_by=None)
    return _placed(node)


def link_answers(node: Node, problems: Iterable[Node], *, actor: User | None) -> None:
    """Say which problems of the same speech a node answers.

    Raises OutOfPlace where one is not in the speech, AlreadyFinal or Gone.
    """
    wanted = {problem.pk for problem in problems}
    with change_of(node.speech_id, actor):
        standing = Node.objects.standing().filter(speech=node.speech_id)
        if not standing.filter(pk=node.pk).exists():
            raise Gone
        if standing.filter(pk__in=wanted).count() != len(wanted):
            raise OutOfPlace("所选的问题不在这篇讲话稿里，请刷新页面后重选。")
        if wanted == set(node.answers.values_list("pk", flat=True)):
            transaction.set_rollback(True)
        else:
            node.answers.set(wanted)


# --- Where a node may stand ------------------------------------------------------------------


def _check_place(ancestry: Ancestry, parent: Node | None, height: int) -> None:
    """Whether something of `height` levels may stand under `parent`."""
    if parent is None:
        return
    if not ancestry.is_standing(parent.pk):
        raise Gone
    if len(ancestry.upwards(parent.pk)) + height > MAX_DEPTH:
        raise OutOfPlace(f"层次太深：条目最多 {MAX_DEPTH} 层。")


def kind_under(parent: Node | None, kind: str) -> str:
    """The kind that a node of `kind` takes: it changes only where its level asks for another."""
    if parent is None:
        return kind if kind in PART_KINDS else PART_FOR.get(NodeKind(kind), NodeKind.NARRATIVE)
    if parent.kind not in PART_KINDS:
        return NodeKind.ITEM
    if kind in PART_KINDS:
        return POINT_FOR[NodeKind(kind)]
    return kind if kind in PART_FOR else POINT_FOR[NodeKind(parent.kind)]


# --- Positions: counted from 1 among the living siblings --------------------------------------


def _siblings(speech_id: int, parent_id: int | None) -> list[int]:
    return list(Node.objects.siblings_under(speech_id, parent_id).values_list("pk", flat=True))


def _with(node: Node, position: int | None) -> list[int]:
    """The siblings of a node in order, the node itself as the `position`-th of them."""
    keys = [key for key in _siblings(node.speech_id, node.parent_id) if key != node.pk]
    place = len(keys) if position is None else max(position, 1) - 1
    return [*keys[:place], node.pk, *keys[place:]]


def arrange(keys: Sequence[int]) -> bool:
    """Give siblings the positions 1, 2, 3 …; tell whether one of them had another.

    Two statements: first out of the way to negative positions, since a plain unique constraint
    holds at every row of a statement, not only at its end.
    """
    held = dict(Node.objects.filter(pk__in=keys).values_list("pk", "position"))
    wanted = {key: place for place, key in enumerate(keys, start=1) if held[key] != place}
    if wanted:
        moving = Node.objects.filter(pk__in=wanted)
        moving.update(position=-1 - F("position"))
        moving.update(position=Case(*(When(pk=k, then=Value(p)) for k, p in wanted.items())))
    return bool(wanted)


def end_of(node: Node) -> int:
    """The position behind the living siblings of a node."""
    siblings = Node.objects.siblings_under(node.speech_id, node.parent_id).order_by()
    return (siblings.aggregate(last=Max("position"))["last"] or 0) + 1


def _is_taken(node: Node) -> bool:
    siblings = Node.objects.siblings_under(node.speech_id, node.parent_id)
    return siblings.filter(position=node.position).exists()


def _rehang(node: Node, parent: Node | None) -> bool:
    """Put a node at the end under another parent; tell whether it stood under another."""
    if node.parent_id == (parent and parent.pk):
        return False
    was_part = node.parent_id is None
    node.parent, node.kind = parent, kind_under(parent, node.kind)
    place = {"parent": parent, "kind": node.kind, "position": end_of(node)}
    Node.objects.filter(pk=node.pk).update(**place)
    children = Node.objects.filter(parent=node.pk)
    if parent is None:
        children.update(kind=POINT_FOR[NodeKind(node.kind)])
    elif was_part:
        children.update(kind=NodeKind.ITEM)
    return True


def _placed(node: Node) -> Node:
    """The node with the place that its row says."""
    node.refresh_from_db(fields=("parent", "position", "kind"))
    return node
