"""What every row that carries text shares: a version, and no way round the saving function."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

LIVING = Q(deleted_at__isnull=True)


class DirectWrite(TypeError):
    """A text-carrying row was written past `speeches.services.saving`: a mistake in the code."""


class VersionedQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """The rows that are there: not deleted, nor under anything deleted."""
        return self.all()


def person(label: str) -> models.ForeignKey:
    """Who did something to a row; an account that is removed takes no row with it."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=label,
    )


class Versioned(models.Model):
    """A row whose text is replaced only by `saving.save`, which compares `version` first.

    `get()` then `save()` loses two of three conflicting edits while every call reports success,
    so Django's own `save()` and `delete()` are closed. QuerySets stay open to the services.
    """

    version = models.PositiveIntegerField("版本", default=1, editable=False)
    # Of the form that made the row: sent twice it finds the row that it made.
    once = models.UUIDField(null=True, unique=True, editable=False)

    objects = VersionedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise DirectWrite(
            f"{type(self).__name__}.save() would overwrite a newer text: "
            "use speeches.services.saving.save() or insert()."
        )

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise DirectWrite(
            f"{type(self).__name__}.delete() would lose text: "
            "deletion marks a row, see speeches.services.outlining and ledger."
        )

    def also_set(self, changed: Collection[str]) -> dict[str, Any]:
        """Further columns that a change of these fields sets in the same statement."""
        return {}


class Deletable(Versioned):
    """A row whose deletion is a mark, so that it can come back."""

    deleted_at = models.DateTimeField("删除时间", null=True, blank=True, editable=False)
    deleted_by = person("删除人")

    class Meta:
        abstract = True
