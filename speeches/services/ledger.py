"""The ledger of figures: to add, change, confirm and delete one.

A figure's name stands in the texts that quote it. So its name is changed here only, where they
are rewritten with it, and a figure that is quoted stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from speeches.models import Figure, Speech, User
from speeches.services import quoting
from speeches.services.refusals import Gone, NotSeen, StillQuoted, VersionMissing
from speeches.services.saving import change_of, insert, replace

DELETED = "这项数据已被别人删除，未作保存。还要用的话，请把它重新增加进来。"


def add_figure(speech: Speech, *, actor: User | None, **fields: Any) -> Figure:
    """Enter a figure, unconfirmed. Raises ValidationError, AlreadyFinal or Gone."""
    return insert(Figure(speech=speech, **fields), actor=actor)


def change_figure(
    figure: Figure, changes: Mapping[str, Any], *, seen: int | None, actor: User | None
) -> bool:
    """Save fields of a figure; with another name all texts that quote it say that name.

    All of it succeeds or fails together, as `saving.save` has it. Another value or unit is
    unconfirmed.
    """
    with change_of(figure.speech_id, actor):
        written = _change(figure, changes, seen, actor)
        if not written:
            transaction.set_rollback(True)
    return written


def confirm(
    figure: Figure,
    changes: Mapping[str, Any] | None = None,
    *,
    seen: int | None,
    actor: User,
) -> bool:
    """Say that the value and unit at the version `seen`, with `changes` made to them, are right.

    Changes and confirmation succeed or fail together. A later change of value or unit takes the
    confirmation away. What is confirmed already stays as it is; what is empty cannot be
    confirmed (ValidationError), nor by a bare confirmation what was not seen (NotSeen).
    """
    with change_of(figure.speech_id, actor):
        written = _change(figure, changes or {}, seen, actor)
        seen = (seen or 0) + written  # `_change` has refused None
        current = Figure.objects.get(pk=figure.pk)
        if current.version != seen:
            raise NotSeen((), current.version)
        if not current.value:
            raise ValidationError({"value": "请先填数值，再确认。"})
        if not current.confirmed_at:
            marks = {"confirmed_by": actor, "confirmed_at": timezone.now()}
            written = replace(figure, {}, seen=seen, actor=actor, marks=marks)
        if not written:
            transaction.set_rollback(True)
    return written


def delete_figure(figure: Figure, *, actor: User | None) -> None:
    """Mark a figure as deleted; its name is free again.

    Raises StillQuoted where the speech (not its bin) quotes it, AlreadyFinal or Gone.
    """
    with change_of(figure.speech_id, actor):
        standing = Figure.objects.standing().filter(pk=figure.pk).select_related("speech").first()
        if standing is None:
            transaction.set_rollback(True)
            return
        places = quoting.quotations(standing.speech).get(standing.name, [])
        if quoted := quoting.in_text(places):
            where = "；".join(place.words for place in quoted)
            raise StillQuoted(f"“{standing.name}”还在用，没有删除。用到它的地方：{where}。")
        marks = {"deleted_at": timezone.now(), "deleted_by": actor}
        Figure.objects.filter(pk=figure.pk).update(**marks)


def _change(
    figure: Figure, changes: Mapping[str, Any], seen: int | None, actor: User | None
) -> bool:
    if seen is None:
        raise VersionMissing
    current = Figure.objects.get(pk=figure.pk)
    if current.deleted_at:
        raise Gone(DELETED)
    written = replace(figure, changes, seen=seen, actor=actor)
    if "name" in changes and figure.name != current.name:
        quoting.rename(figure.speech_id, current.name, figure.name, actor=actor)
    return written
