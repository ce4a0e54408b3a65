"""定稿: the document as it stood when it was marked final; what leaders read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from speeches import rules
from speeches.models.speech import Speech

if TYPE_CHECKING:
    from speeches.models.people import User


class FinalCopyQuerySet(models.QuerySet["FinalCopy"]):
    def visible_to(self, user: User) -> FinalCopyQuerySet:
        """The final copies of the own bureau, for those who read speeches at all."""
        if not rules.may_read_final_copies(user):
            return self.none()
        return self.filter(speech__meeting__bureau=user.bureau_id)

    def listed(self) -> FinalCopyQuerySet:
        """With the meeting and without the document, which may be long."""
        return self.select_related("speech__meeting").defer("document")

    def newest(self) -> FinalCopyQuerySet:
        """Of every speech the copy made last."""
        return self.filter(
            revision=models.Subquery(
                FinalCopy.objects.filter(speech=models.OuterRef("speech"))
                .order_by("-revision")
                .values("revision")[:1]
            )
        )


class FinalCopy(models.Model):
    """`document` is `codec.document_to_json` of the speech at `revision`.

    A copy stays when its speech is reopened, and says by whom, when and why that was done.
    """

    speech = models.ForeignKey(
        Speech, models.PROTECT, related_name="final_copies", verbose_name="讲话稿"
    )
    document = models.JSONField("文档")
    revision = models.PositiveIntegerField("稿次")
    # What lists say about the document, so that they need not load it.
    title = models.TextField("标题")
    characters = models.PositiveIntegerField("字数")
    spoken = models.PositiveIntegerField("念的字数")
    date = models.DateField("会议日期", null=True)  # as the document has it
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="定稿人"
    )
    made_at = models.DateTimeField("定稿时间", auto_now_add=True)
    # What the checks held to be wrong when it was made all the same, a line each.
    open_findings = models.TextField("定稿时未改的错误", blank=True)
    open_because = models.TextField("未改的原因", blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="退回人"
    )
    reopened_at = models.DateTimeField("退回时间", null=True)
    reopened_because = models.TextField("退回原因", blank=True)

    objects = FinalCopyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "定稿"
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("speech", "revision"), name="a_revision_is_final_once"),
            models.UniqueConstraint(
                fields=("speech",),
                condition=Q(reopened_at__isnull=True),
                name="a_speech_has_one_standing_final_copy",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True, reopened_because="")
                | Q(reopened_at__isnull=False) & ~Q(reopened_because=""),
                name="a_final_copy_is_reopened_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(open_findings="", open_because="")
                | ~Q(open_findings="") & ~Q(open_because=""),
                name="errors_stay_in_a_final_copy_for_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.speech}（第{self.revision}稿）"
