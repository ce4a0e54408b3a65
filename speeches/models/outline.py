"""The outline of a speech: one table of nodes, any depth, and a proxy for every kind of row."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from speeches.document.facts import MAX_DEPTH
from speeches.enums import PART_KINDS, LayoutChoice, MarkerChoice, NodeKind, SeparatorChoice
from speeches.models.people import Department
from speeches.models.speech import Speech
from speeches.models.versioned import LIVING, Deletable, VersionedQuerySet


class NodeQuerySet(VersionedQuerySet):
    def standing(self) -> Self:
        """Rows that are in the speech: neither they nor an ancestor of theirs is deleted."""
        ancestry = ("parent__" * steps for steps in range(MAX_DEPTH))
        return self.filter(**{f"{path}deleted_at__isnull": True for path in ancestry})

    def living(self) -> Self:
        """Rows not deleted themselves; one of their ancestors may be."""
        return self.filter(LIVING)

    def siblings_under(self, speech_id: int, parent_id: int | None) -> Self:
        """The living children of a node, or the living parts of a speech, in order."""
        return self.living().filter(speech=speech_id, parent=parent_id).order_by("position")


class Node(Deletable):
    """部分、要点、分项. A row keeps its key for life; its place is `parent` and `position`.

    Deleting marks the root of the subtree only, so restoring brings all of it back.
    """

    speech = models.ForeignKey(
        Speech, models.CASCADE, related_name="nodes", editable=False, verbose_name="讲话稿"
    )
    parent = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="children",
        verbose_name="上级",
    )
    # Signed: reordering passes through negative positions, see services.outlining.
    position = models.IntegerField("次序", editable=False)
    kind = models.CharField("类型", max_length=20, choices=NodeKind.choices, editable=False)

    heading = models.CharField("标题", max_length=200, blank=True)
    heading_run_in = models.BooleanField("标题接排", default=False)
    body = models.TextField("正文", blank=True)
    tail = models.TextField("段末语", blank=True)
    marker = models.CharField(
        "下级序号", max_length=20, choices=MarkerChoice.choices, default=MarkerChoice.OUTLINE
    )
    layout = models.CharField(
        "下级排法", max_length=20, choices=LayoutChoice.choices, default=LayoutChoice.BLOCKS
    )
    separator = models.CharField(
        "连排时的分隔",
        max_length=20,
        choices=SeparatorChoice.choices,
        default=SeparatorChoice.SEMICOLON,
    )
    etcetera = models.BooleanField("以“等等”收尾", default=False)
    collective = models.CharField(
        "合称", max_length=20, blank=True, help_text="不写数字，如：稳、大工程、个坚持"
    )

    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="责任处室",
    )
    deadline = models.DateField("完成时限", null=True, blank=True)
    answers = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="answered_by", verbose_name="回应的问题"
    )

    objects = NodeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "条目"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(
                fields=("parent", "position"),
                condition=LIVING,
                name="node_position_is_unique_among_living_siblings",
            ),
            models.UniqueConstraint(
                fields=("speech", "position"),
                condition=LIVING & Q(parent__isnull=True),
                name="part_position_is_unique_in_its_speech",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, kind__in=PART_KINDS)
                | Q(parent__isnull=False) & ~Q(kind__in=PART_KINDS),
                name="parts_and_only_parts_stand_at_the_top",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=NodeKind.values), name="node_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(marker__in=MarkerChoice.values), name="node_marker_is_known"
            ),
            models.CheckConstraint(
                condition=Q(layout__in=LayoutChoice.values), name="node_layout_is_known"
            ),
            models.CheckConstraint(
                condition=Q(separator__in=SeparatorChoice.values), name="node_separator_is_known"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                name="node_is_not_its_own_parent",
            ),
        )

    @property
    def bureau_id(self) -> int:
        return self.speech.meeting.bureau_id

    def __str__(self) -> str:
        return self.heading or self.body[:20] or self.get_kind_display()


class KindManager(models.Manager.from_queryset(NodeQuerySet)):
    """Only the rows of the proxy's own kinds."""

    def get_queryset(self) -> NodeQuerySet:
        return super().get_queryset().filter(kind__in=self.model.KINDS)


class Section(Node):
    """部分（一、）: a node at the top."""

    KINDS = PART_KINDS
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "部分"


class AchievementCategory(Node):
    """成绩类别."""

    KINDS = (NodeKind.CATEGORY,)
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "成绩类别"


class Problem(Node):
    """问题."""

    KINDS = (NodeKind.PROBLEM,)
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "问题"


class Priority(Node):
    """重点工作（工程）."""

    KINDS = (NodeKind.PRIORITY,)
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "工程"


class Requirement(Node):
    """工作要求."""

    KINDS = (NodeKind.REQUIREMENT,)
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "要求"


class Item(Node):
    """分项: 一是、一要, an achievement, a measure, a clause."""

    KINDS = (NodeKind.ITEM,)
    objects = KindManager()

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "分项"


def proxy_of(kind: str) -> type[Node]:
    """The model class whose rows are of `kind`."""
    proxies: tuple[Any, ...] = (
        Section,
        AchievementCategory,
        Problem,
        Priority,
        Requirement,
        Item,
    )
    return next((proxy for proxy in proxies if kind in proxy.KINDS), Node)
