"""The bureau, its divisions and the people who work at a speech."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q

from speeches import rules
from speeches.enums import UserRole


class Bureau(models.Model):
    """局（单位）: owns users, divisions and meetings; nothing crosses it."""

    name = models.CharField("名称", max_length=100, unique=True)
    short_name = models.CharField("简称", max_length=50, blank=True)
    # The key of an edition, see services/editions.py; desk and leaders' pages are set in it.
    edition = models.CharField("默认版式", max_length=30, default="standard", editable=False)
    is_sample = models.BooleanField("示例", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="bureau_has_a_name"),)

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """What the office's own pages call it."""
        return self.short_name or self.name


class Department(models.Model):
    """处室、直属单位."""

    bureau = models.ForeignKey(
        Bureau, models.CASCADE, related_name="departments", verbose_name="单位"
    )
    name = models.CharField("名称", max_length=100)
    position = models.IntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "处室"
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("bureau", "name"), name="department_name_is_unique_in_its_bureau"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="department_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class UserQuerySet(models.QuerySet["User"]):
    def managed_by(self, user: User) -> UserQuerySet:
        """The accounts of the own bureau, for its administrator; never the operator's."""
        if not rules.may_manage(user):
            return self.none()
        return self.filter(bureau=user.bureau_id, is_staff=False, is_superuser=False)


class AccountManager(UserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False


class User(AbstractUser):
    """A person with an account. `bureau` is empty only for the installation's operator."""

    first_name = None
    last_name = None

    name = models.CharField("姓名", max_length=50, blank=True)
    post = models.CharField("职务", max_length=100, blank=True)
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, blank=True, related_name="users", verbose_name="单位"
    )
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        verbose_name="处室",
    )
    role = models.CharField(
        "角色", max_length=20, choices=UserRole.choices, default=UserRole.CONTRIBUTOR
    )
    pace = models.PositiveSmallIntegerField("语速（字/分钟）", default=200)

    objects = AccountManager()

    class Meta:
        verbose_name = verbose_name_plural = "用户"
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=UserRole.values), name="user_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(pace__range=(60, 400)), name="user_pace_is_that_of_a_person"
            ),
        )

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()
