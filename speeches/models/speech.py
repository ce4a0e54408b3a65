"""讲话稿: title block, opening and closing; its parts are nodes, its numbers figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from speeches import rules
from speeches.enums import MarkerChoice, SpeechKind, SpeechState
from speeches.models.meeting import Meeting
from speeches.models.versioned import Versioned, VersionedQuerySet, person

if TYPE_CHECKING:
    from speeches.models.people import User


class SpeechQuerySet(VersionedQuerySet):
    def visible_to(self, user: User) -> SpeechQuerySet:
        """The drafts that `user` may read: of the own bureau, for those who work at drafts."""
        if not rules.may_read_drafts(user):
            return self.none()
        return self.filter(meeting__bureau=user.bureau_id)

    def with_meeting(self) -> SpeechQuerySet:
        return self.select_related("meeting__bureau")


class Speech(Versioned):
    """`version` counts the saves of this row, `revision` every change under the speech."""

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="speeches", verbose_name="会议"
    )
    title = models.TextField("标题", help_text="换行处为人工分行")
    subtitle = models.CharField("副标题", max_length=200, blank=True)
    speaker = models.CharField("讲话人", max_length=50, blank=True)
    post = models.CharField("职务", max_length=100, blank=True)
    date_note = models.CharField("日期说明", max_length=100, blank=True)
    kind = models.CharField(
        "文种", max_length=20, choices=SpeechKind.choices, default=SpeechKind.SPEECH
    )
    salutation = models.CharField("称谓", max_length=200, blank=True)
    opening = models.TextField("开场", blank=True)
    closing = models.TextField("结尾", blank=True)
    marker = models.CharField(
        "部分的序号", max_length=20, choices=MarkerChoice.choices, default=MarkerChoice.OUTLINE
    )
    state = models.CharField(
        "状态",
        max_length=20,
        choices=SpeechState.choices,
        default=SpeechState.DRAFT,
        editable=False,
    )
    revision = models.PositiveIntegerField("稿次", default=1, editable=False)
    created_by = person("起草人")
    changed_by = person("修改人")
    changed_at = models.DateTimeField("修改时间", auto_now_add=True, editable=False)

    objects = SpeechQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "讲话稿"
        ordering = ("-changed_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="speech_has_a_title"),
            models.CheckConstraint(
                condition=Q(state__in=SpeechState.values), name="speech_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SpeechKind.values), name="speech_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(marker__in=MarkerChoice.values), name="speech_marker_is_known"
            ),
        )

    @property
    def bureau_id(self) -> int:
        return self.meeting.bureau_id

    def __str__(self) -> str:
        return self.title.replace("\n", "")
