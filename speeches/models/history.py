"""修改记录: append-only; what each save replaced."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from speeches.models.append_only import AppendOnly, AppendOnlyQuerySet
from speeches.models.meeting import Meeting
from speeches.models.people import Bureau
from speeches.models.speech import Speech


class HistoryQuerySet(AppendOnlyQuerySet):
    def of(self, table: str, key: int) -> HistoryQuerySet:
        """The records of one row, oldest first."""
        return self.filter(table=table, key=key).order_by("version", "pk")


class History(AppendOnly):
    """`replaced` is what `field` of the row held at `version`, as text.

    A record belongs to what the row is part of: a speech, a meeting, or the bureau itself.
    """

    speech = models.ForeignKey(
        Speech, models.PROTECT, null=True, related_name="history", verbose_name="讲话稿"
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, related_name="history", verbose_name="会议"
    )
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, related_name="history", verbose_name="单位"
    )
    table = models.CharField(max_length=20)
    key = models.BigIntegerField()
    field = models.CharField(max_length=50)
    replaced = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "修改记录"
        ordering = ("pk",)
        indexes = (models.Index(fields=("table", "key", "version"), name="history_of_a_row"),)
        constraints = (
            models.UniqueConstraint(
                fields=("table", "key", "field", "version"),
                name="history_records_a_field_once_per_version",
            ),
            models.CheckConstraint(
                condition=Q(speech__isnull=False, meeting__isnull=True, bureau__isnull=True)
                | Q(speech__isnull=True, meeting__isnull=False, bureau__isnull=True)
                | Q(speech__isnull=True, meeting__isnull=True, bureau__isnull=False),
                name="history_belongs_to_a_speech_a_meeting_or_a_bureau",
            ),
        )
