"""会议: the occasion; several people may speak at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from speeches.enums import MeetingKind
from speeches.models.people import Bureau
from speeches.models.versioned import Versioned, VersionedQuerySet

if TYPE_CHECKING:
    from speeches.models.people import User


class MeetingQuerySet(VersionedQuerySet):
    def of_bureau_of(self, user: User) -> MeetingQuerySet:
        """The meetings of the user's own bureau; none for a user without one."""
        return self.filter(bureau=user.bureau_id) if user.bureau_id else self.none()


class Meeting(Versioned):
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, related_name="meetings", editable=False, verbose_name="单位"
    )
    name = models.CharField("会议名称", max_length=200)
    kind = models.CharField(
        "会议类型", max_length=20, choices=MeetingKind.choices, default=MeetingKind.HALF_YEAR
    )
    period = models.CharField("报告时段", max_length=50, blank=True, help_text="如：2026年上半年")
    date = models.DateField("会议日期", null=True, blank=True)
    time = models.TimeField("开始时间", null=True, blank=True)
    venue = models.CharField("地点", max_length=200, blank=True)
    host = models.CharField("主持人", max_length=100, blank=True)
    audience = models.TextField("参会人员", blank=True)
    purpose = models.TextField("会议目的", blank=True)
    preceding = models.TextField("此前议程", blank=True, help_text="如：刚才，各处室汇报了……")

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会议"
        ordering = (models.F("date").desc(nulls_first=True), "-pk")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="meeting_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=MeetingKind.values), name="meeting_kind_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name
