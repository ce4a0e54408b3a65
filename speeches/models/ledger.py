"""数据: the figures of a speech, each kept in one place and quoted in text as ``{name}``."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from speeches.document.tokens import RESERVED
from speeches.models.people import Department
from speeches.models.speech import Speech
from speeches.models.versioned import LIVING, Deletable, VersionedQuerySet, person


class FigureQuerySet(VersionedQuerySet):
    def standing(self) -> Self:
        """The figures that are not deleted."""
        return self.filter(LIVING)


class Figure(Deletable):
    speech = models.ForeignKey(
        Speech, models.CASCADE, related_name="figures", editable=False, verbose_name="讲话稿"
    )
    name = models.CharField(
        "名称",
        max_length=50,
        validators=(
            RegexValidator(
                r"^[^{}｛｝:：\s]+$", "名称里不要用空格、冒号和花括号，例如：新增学位。"
            ),
        ),
    )
    value = models.CharField("数值", max_length=50, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="提供处室",
    )
    confirmed_by = person("确认人")
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True, editable=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "数据"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("speech", "name"),
                condition=LIVING,
                name="figure_name_is_unique_in_its_speech",
                violation_error_message="这篇讲话稿里已有同名的数据，请换一个名称。",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="figure_has_a_name"),
            models.CheckConstraint(
                condition=~Q(name__in=sorted(RESERVED)),
                name="figure_name_is_not_reserved",
                violation_error_message=f"{'、'.join(sorted(RESERVED))}有专门用途，请换一个名称。",
            ),
        )

    @property
    def bureau_id(self) -> int:
        return self.speech.meeting.bureau_id

    def __str__(self) -> str:
        return self.name

    @property
    def is_doubtful(self) -> bool:
        """There is a value, and nobody has confirmed it."""
        return bool(self.value) and self.confirmed_at is None

    def also_set(self, changed: Collection[str]) -> dict[str, Any]:
        """Another value or unit is not the one that was confirmed."""
        if {"value", "unit"}.isdisjoint(changed):
            return {}
        return {"confirmed_by": None, "confirmed_at": None}
