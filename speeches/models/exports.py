"""导出记录: append-only; which text left the site as a file, in which form, for whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from speeches.enums import FileFormat
from speeches.models.append_only import AppendOnly
from speeches.models.speech import Speech

_WHAT = ("speech", "revision", "format", "edition", "stamp")


class Export(AppendOnly):
    """`edition` and `stamp` are the words that the person chose, empty where there was no choice.

    Whoever takes the same file of the same version again adds no record.
    """

    speech = models.ForeignKey(
        Speech, models.PROTECT, related_name="exports", verbose_name="讲话稿"
    )
    revision = models.PositiveIntegerField("稿次")
    format = models.CharField("格式", max_length=10, choices=FileFormat.choices)
    edition = models.CharField("版式", max_length=100, blank=True)
    stamp = models.CharField("稿件标注", max_length=20, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="导出人"
    )
    made_at = models.DateTimeField("导出时间", auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "导出记录"
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("speech", "-made_at"), name="exports_of_a_speech"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(format__in=FileFormat.values), name="export_format_is_known"
            ),
            models.UniqueConstraint(fields=(*_WHAT, "made_by"), name="export_is_written_down_once"),
            # To a database nobody is never the same as nobody.
            models.UniqueConstraint(
                fields=_WHAT,
                condition=Q(made_by=None),
                name="export_by_nobody_is_written_down_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.speech}（第{self.revision}稿，{self.get_format_display()}）"
