"""The ledger of figures: to add, confirm and delete one. Its text is changed by `saving.save`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from speeches.models import Figure, Speech, User
from speeches.services.saving import change_of, insert, save


def add_figure(speech: Speech, *, actor: User | None, **fields: Any) -> Figure:
    """Enter a figure, unconfirmed. Raises ValidationError, AlreadyFinal or Gone."""
    return insert(Figure(speech=speech, **fields), actor=actor)


def confirm(
    figure: Figure,
    changes: Mapping[str, Any] | None = None,
    *,
    seen: int | None,
    actor: User,
) -> bool:
    """Say that the value and unit at the version `seen`, with `changes` made to them, are right.

    Changes and confirmation succeed or fail together, as `saving.save` has it. A later change of
    value or unit takes the confirmation away. What is confirmed already stays as it is.
    """
    confirmed = Figure.objects.standing().filter(
        pk=figure.pk, version=seen, confirmed_at__isnull=False
    )
    if not changes and confirmed.exists():
        return False
    marks = {"confirmed_by": actor, "confirmed_at": timezone.now()}
    return save(figure, changes or {}, seen=seen, actor=actor, marks=marks)


def delete_figure(figure: Figure, *, actor: User | None) -> None:
    """Mark a figure as deleted; its name is free again. Raises AlreadyFinal or Gone."""
    with change_of(figure.speech_id, actor):
        standing = Figure.objects.standing().filter(pk=figure.pk)
        if not standing.update(deleted_at=timezone.now(), deleted_by=actor):
            transaction.set_rollback(True)
