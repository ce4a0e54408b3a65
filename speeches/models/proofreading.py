"""校核: what a bureau brings to it (its people, its words, the rules it switched off), and which
findings of a speech were looked at and left."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from speeches.enums import IgnoreScope, WordList
from speeches.models.people import Bureau
from speeches.models.speech import Speech
from speeches.models.versioned import person


class Person(models.Model):
    """人员名录: somebody held a post of the bureau's world, from one day to another.

    Who holds two posts, one after the other or both at once, stands here twice.
    """

    bureau = models.ForeignKey(
        Bureau, models.CASCADE, related_name="people", editable=False, verbose_name="单位"
    )
    name = models.CharField("姓名", max_length=50)
    post = models.CharField("职务", max_length=100)
    position = models.IntegerField("排序", default=0, editable=False)
    since = models.DateField("任职起", null=True, blank=True)
    until = models.DateField("任职止", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "人员名录"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("bureau", "name", "post"), name="person_holds_a_post_of_the_bureau_once"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(post=""), name="person_has_a_name_and_a_post"
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True)
                | Q(until__isnull=True)
                | Q(since__lte=models.F("until")),
                name="person_begins_before_the_end",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}（{self.post}）"

    @property
    def has_left(self) -> bool:
        return self.until is not None and self.until < timezone.localdate()


class Word(models.Model):
    """词表: an entry of the bureau's own, on top of those that come with the checks."""

    bureau = models.ForeignKey(
        Bureau, models.CASCADE, related_name="words", editable=False, verbose_name="单位"
    )
    list = models.CharField("词表", max_length=20, choices=WordList.choices, editable=False)
    term = models.CharField("词语", max_length=100)
    right = models.CharField("正确写法", max_length=100, blank=True)
    source = models.CharField("依据", max_length=100, default="本单位")
    added_by = person("添加人")
    added_at = models.DateTimeField("添加时间", auto_now_add=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "词表"
        ordering = ("term", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("bureau", "list", "term"), name="word_is_unique_in_a_list_of_its_bureau"
            ),
            models.CheckConstraint(
                condition=~Q(term="") & ~Q(source=""), name="word_has_a_term_and_a_source"
            ),
            models.CheckConstraint(
                condition=Q(list__in=WordList.values), name="word_list_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.term


class RuleOff(models.Model):
    """停用的规则: a rule that does not run for the speeches of a bureau; `rule` is its id."""

    bureau = models.ForeignKey(
        Bureau, models.CASCADE, related_name="rules_off", editable=False, verbose_name="单位"
    )
    rule = models.CharField("规则", max_length=10, editable=False)
    reason = models.CharField("停用原因", max_length=200)
    by = person("停用人")
    at = models.DateTimeField("停用时间", auto_now_add=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "停用的规则"
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("bureau", "rule"), name="a_rule_is_off_once_in_its_bureau"
            ),
            models.CheckConstraint(
                condition=~Q(rule="") & ~Q(reason=""), name="a_rule_is_off_for_a_reason"
            ),
        )

    def __str__(self) -> str:
        return self.rule


class Ignore(models.Model):
    """不再提示: a finding that was looked at and left; `text` is what it stood at.

    此处 (`HERE`): the one finding with this `key`. 本篇 (`SPEECH`): whatever the rule says of this
    `text` in the speech; its `key` is made of the text, which may be too long for an index.
    """

    speech = models.ForeignKey(
        Speech, models.CASCADE, related_name="ignores", editable=False, verbose_name="讲话稿"
    )
    rule = models.CharField("规则", max_length=10, editable=False)
    scope = models.CharField("范围", max_length=10, choices=IgnoreScope.choices, editable=False)
    key = models.CharField(max_length=40, editable=False)
    text = models.TextField("文字", editable=False)
    reason = models.CharField("原因", max_length=200, default="已核对")
    by = person("处理人")
    at = models.DateTimeField("处理时间", auto_now_add=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "不再提示"
        ordering = ("-at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("speech", "rule", "scope", "key"), name="a_finding_is_ignored_once"
            ),
            models.CheckConstraint(
                condition=Q(scope__in=IgnoreScope.values), name="ignore_scope_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(rule="") & ~Q(key="") & ~Q(text="") & ~Q(reason=""),
                name="an_ignore_says_of_what_and_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule}：{self.text}"
