"""What is written down once and never changed: no way round that but raw SQL."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from speeches.models.versioned import DirectWrite


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise DirectWrite(f"{self.model.__name__} is append-only.")

    def delete(self) -> NoReturn:
        raise DirectWrite(f"{self.model.__name__} is append-only.")


class AppendOnly(models.Model):
    """A record of what happened; rows are only ever added."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise DirectWrite(f"{type(self).__name__} is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise DirectWrite(f"{type(self).__name__} is append-only.")
