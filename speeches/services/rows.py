"""A node together with its items, as one form shows them: all is saved, or nothing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from speeches.document import splitting
from speeches.enums import NodeKind
from speeches.models import Node, User
from speeches.services import outlining
from speeches.services.refusals import OutOfPlace, Refusal
from speeches.services.saving import add, change_of, replace

FIRST_VERSION = 1


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What a form says of one item, in the order of the form. `row` is None for a new one."""

    row: Node | None
    body: str
    seen: int | None = None
    once: UUID | None = None
    is_removed: bool = False


@dataclass(frozen=True, slots=True)
class Links:
    """Which links between problems and priorities a form adds and which it takes away."""

    name: str  # of the relation: answers, answered_by
    added: frozenset[int]
    removed: frozenset[int]


class NotTogether(Refusal):
    """Something of a form was refused, so all of it was; by place in the form, -1 the node."""

    def __init__(self, refusals: Mapping[int, Refusal | ValidationError]) -> None:
        first = refusals[min(refusals)]
        told = first.messages[0] if isinstance(first, ValidationError) else str(first)
        super().__init__(told)
        self.refusals = refusals


def save_with_rows(  # noqa: PLR0913 - what one form holds
    node: Node,
    changes: Mapping[str, Any],
    rows: Sequence[RowEdit] = (),
    *,
    seen: int | None,
    actor: User | None,
    links: Links | None = None,
    is_reordered: bool = False,
) -> bool:
    """Save a node, its items with their order, and its links; tell whether anything changed.

    It counts one revision. Raises NotTogether with all that was refused, AlreadyFinal or Gone.
    """
    kept: list[int] = []
    with change_of(node.speech_id, actor):
        writes = [lambda: replace(node, changes, seen=seen, actor=actor)]
        writes += [partial(_apply, node, edit, kept, actor) for edit in rows]
        changed = _write_all(writes)
        if is_reordered:
            changed |= _put_in_order(node, kept)
        changed |= _link(node, links)
        if not changed:
            transaction.set_rollback(True)
    return changed


def split_body(node: Node, *, seen: int | None, actor: User | None) -> int:
    """Take the body of a node apart into items; tell how many there are.

    Raises OutOfPlace where there is nothing to take apart or items stand there already, Conflict,
    VersionMissing, AlreadyFinal or Gone.
    """
    with change_of(node.speech_id, actor):
        node.refresh_from_db(fields=("body", "tail", "marker", "layout"))
        parts = splitting.split(node.body)
        if parts is None:
            raise OutOfPlace("正文里没有从“一是”“一要”或“第一，”数起的几条，没有拆分。")
        if Node.objects.siblings_under(node.speech_id, node.pk).exists():
            raise OutOfPlace("下面已经有分项了，没有拆分。")
        changes = {
            "body": parts.lead,
            "marker": parts.marker.value,
            "layout": parts.layout.value,
            "tail": "\n".join(filter(None, (parts.tail, node.tail))),
        }
        replace(node, changes, seen=seen, actor=actor)
        for position, body in enumerate(parts.items, start=1):
            _insert(node, body, None, position)
    return len(parts.items)


def _write_all(writes: Sequence[Callable[[], bool]]) -> bool:
    """Do all of it, the node first; tell whether anything changed. Raises NotTogether."""
    refusals: dict[int, Refusal | ValidationError] = {}
    changed = False
    for place, write in enumerate(writes, start=-1):
        try:
            changed |= write()
        except (Refusal, ValidationError) as refusal:
            refusals[place] = refusal
    if refusals:
        raise NotTogether(refusals)
    return changed


def _apply(node: Node, edit: RowEdit, kept: list[int], actor: User | None) -> bool:
    """Save, add or delete one item; `kept` collects the keys of those that stay, in order."""
    goes = edit.is_removed or not edit.body.strip()
    if edit.row is not None:
        if goes:
            return _remove(edit, actor)
        kept.append(edit.row.pk)
        return replace(edit.row, {"body": edit.body}, seen=edit.seen, actor=actor)
    if goes:
        return False
    return _insert_once(node, edit, kept, actor)


def _insert_once(node: Node, edit: RowEdit, kept: list[int], actor: User | None) -> bool:
    """A new item; where the form was sent before, the item that was made then."""
    made = Node.objects.filter(once=edit.once).first() if edit.once else None
    if made is not None and made.deleted_at is None:
        kept.append(made.pk)
        return replace(made, {"body": edit.body}, seen=FIRST_VERSION, actor=actor)
    kept.append(_insert(node, edit.body, None if made else edit.once, None).pk)
    return True


def _insert(node: Node, body: str, once: UUID | None, position: int | None) -> Node:
    """A new item under a node, by default the last."""
    item = Node(speech_id=node.speech_id, parent=node, body=body, once=once)
    item.kind = outlining.kind_under(node, NodeKind.ITEM)
    item.position = position or outlining.end_of(item)
    return add(item)


def _remove(edit: RowEdit, actor: User | None) -> bool:
    """Into the bin; a newer text is shown first (Conflict). What is gone already is no trouble."""
    row: Any = edit.row
    living = Node.objects.living().filter(pk=row.pk)
    version = living.values_list("version", flat=True).first()
    if version is None:
        return False
    if edit.body.strip() or version != edit.seen:
        replace(row, {"body": edit.body}, seen=edit.seen, actor=actor)
    return bool(living.update(deleted_at=timezone.now(), deleted_by=actor))


def _put_in_order(node: Node, kept: Sequence[int]) -> bool:
    """The items in the order of the form; those that it did not know follow them."""
    siblings = list(
        Node.objects.siblings_under(node.speech_id, node.pk).values_list("pk", flat=True)
    )
    unknown = [key for key in siblings if key not in kept]
    return outlining.arrange([*kept, *unknown])


def _link(node: Node, links: Links | None) -> bool:
    if links is None or not (links.added or links.removed):
        return False
    standing = Node.objects.standing().filter(speech=node.speech_id, pk__in=links.added)
    if standing.count() != len(links.added):
        raise OutOfPlace("所选的条目已不在这篇讲话稿里，没有保存。请刷新页面后重选。")
    relation = getattr(node, links.name)
    held = set(relation.values_list("pk", flat=True))
    relation.add(*links.added)
    relation.remove(*links.removed)
    return held != (held | links.added) - links.removed
