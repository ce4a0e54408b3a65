"""导入: a text that came in from outside, on its way to a speech; its original stays with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from speeches import rules
from speeches.enums import SourceKind
from speeches.models.meeting import Meeting
from speeches.models.speech import Speech
from speeches.models.versioned import Versioned, VersionedQuerySet, person

if TYPE_CHECKING:
    from speeches.models.people import User


class ImportQuerySet(VersionedQuerySet):
    def open(self) -> ImportQuerySet:
        """Those that are no speech yet, newest first."""
        return self.filter(speech=None)

    def visible_to(self, user: User) -> ImportQuerySet:
        """Those of the own bureau, for whoever may import."""
        if not rules.may_import(user):
            return self.none()
        return self.filter(meeting__bureau=user.bureau_id)

    def listed(self) -> ImportQuerySet:
        """For a list: without the texts, and with who made them."""
        return self.defer("text", "left_out", "pieces", "undone").select_related("made_by")


class Import(Versioned):
    """`text` is what was read in the file, its lines as they came; `original` names the file in
    the storage `originals`. `left_out`: what Word files hold besides, as [line, text, reason].

    `undone` are the keys of repairs that the person took back; `pieces` is the structure as that
    person left it, null while it is as it was found. With a `speech` it is over: nothing changes.
    """

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="imports", editable=False, verbose_name="会议"
    )
    text = models.TextField("原文", editable=False)
    left_out = models.JSONField(default=list, editable=False)
    original = models.CharField(max_length=100, editable=False)
    shown_name = models.CharField("文件名", max_length=255, blank=True, editable=False)
    kind = models.CharField("来源", max_length=10, choices=SourceKind.choices, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    undone = models.JSONField(default=list, editable=False)
    pieces = models.JSONField(null=True, editable=False)
    speech = models.OneToOneField(
        Speech,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="source",
        verbose_name="讲话稿",
    )
    made_by = person("导入人")
    made_at = models.DateTimeField("导入时间", auto_now_add=True, editable=False)
    changed_by = person("修改人")
    changed_at = models.DateTimeField("修改时间", auto_now_add=True, editable=False)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "导入的旧稿"
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=SourceKind.values), name="import_kind_is_known"
            ),
            models.UniqueConstraint(fields=("original",), name="import_has_an_original_of_its_own"),
        )

    @property
    def bureau_id(self) -> int:
        return self.meeting.bureau_id

    def __str__(self) -> str:
        return self.shown_name or self.get_kind_display()
