"""版式: a bureau's own edition, as its administrator fills it in."""

from __future__ import annotations

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from speeches.enums import HeadingFace, NumberForm, NumberPlace, TypeSize
from speeches.models.people import Bureau
from speeches.models.versioned import LIVING, Deletable, VersionedQuerySet

# A name goes into style sheets and files as it is.
FONT_NAME = RegexValidator(
    r"^[\w .,()（）+-]*\Z", "字体名称里只能有汉字、字母、数字和 . , ( ) + - _。"
)


def _centimetres(label: str) -> models.DecimalField:
    return models.DecimalField(label, max_digits=4, decimal_places=2)


def _size(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, choices=TypeSize.choices)


def _font(label: str) -> models.CharField:
    return models.CharField(label, max_length=100, blank=True, validators=(FONT_NAME,))


def _face(label: str) -> models.CharField:
    return models.CharField(label, max_length=20, choices=HeadingFace.choices)


class PageFormatQuerySet(VersionedQuerySet):
    def standing(self) -> Self:
        """Those that can be chosen: not deleted."""
        return self.filter(LIVING)


class PageFormat(Deletable):
    """What an office changes about a page, in its own measures: margins in cm, type in pt.

    What it does not say (the paper, where headings are indented) is as in the standard; see
    `services.editions`, which makes the Edition of it. A font is named; empty means whatever the
    machine has for that face.
    """

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, related_name="page_formats", editable=False, verbose_name="单位"
    )
    name = models.CharField("版式名称", max_length=30)
    margin_top = _centimetres("上边距")
    margin_bottom = _centimetres("下边距")
    margin_left = _centimetres("左边距")
    margin_right = _centimetres("右边距")
    lines = models.PositiveSmallIntegerField("每页行数")
    columns = models.PositiveSmallIntegerField("每行字数")
    size = _size("正文字号")
    title_size = _size("标题字号")
    after_title = models.PositiveSmallIntegerField("标题下面空行")
    after_names = models.PositiveSmallIntegerField("姓名、日期下面空行")
    face_1 = _face("一级标题")
    bold_1 = models.BooleanField("一级标题加粗", default=False)
    face_2 = _face("二级标题")
    bold_2 = models.BooleanField("二级标题加粗", default=False)
    face_3 = _face("三级标题")
    bold_3 = models.BooleanField("三级标题加粗", default=False)
    face_4 = _face("四级标题")
    bold_4 = models.BooleanField("四级标题加粗", default=False)
    font_biaosong = _font("小标宋用")
    font_hei = _font("黑体用")
    font_kai = _font("楷体用")
    font_fang = _font("仿宋用")
    font_song = _font("宋体用")
    number_form = models.CharField("页码样式", max_length=20, choices=NumberForm.choices)
    number_place = models.CharField("页码位置", max_length=20, choices=NumberPlace.choices)
    number_size = _size("页码字号")
    number_drop = _centimetres("页码到正文的距离")
    turns_at_sentence = models.BooleanField("念完一句才翻页", default=False)

    objects = PageFormatQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "版式"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("bureau", "name"),
                condition=LIVING,
                name="page_format_name_is_unique_in_its_bureau",
                violation_error_message="本单位已有同名的版式，请换一个名称。",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="page_format_has_a_name"),
            models.CheckConstraint(
                condition=Q(size__in=TypeSize.values)
                & Q(title_size__in=TypeSize.values)
                & Q(number_size__in=TypeSize.values),
                name="page_format_sizes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(face_1__in=HeadingFace.values)
                & Q(face_2__in=HeadingFace.values)
                & Q(face_3__in=HeadingFace.values)
                & Q(face_4__in=HeadingFace.values),
                name="page_format_faces_are_known",
            ),
            models.CheckConstraint(
                condition=Q(number_form__in=NumberForm.values)
                & Q(number_place__in=NumberPlace.values),
                name="page_format_numbers_are_known",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The name of the edition wherever one is chosen."""
        return f"own-{self.pk or 'new'}"
