"""Django's admin, where the operator mounts it: bureaus, divisions and accounts. No speech text:
an administrator does not read it, and nothing may save it past `services.saving`."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from speeches.models import Bureau, Department, User

admin.site.site_header = admin.site.site_title = "稿台管理"
admin.site.index_title = "单位与账号"
admin.site.unregister(Group)  # what a person may do follows from the role


class DepartmentInline(admin.TabularInline):
    model = Department
    extra = 1


@admin.register(Bureau)
class BureauAdmin(admin.ModelAdmin):
    list_display = ("name", "short_name")
    inlines = (DepartmentInline,)


@admin.register(User)
class AccountAdmin(UserAdmin):
    list_display = ("username", "name", "post", "role", "bureau", "is_active")
    list_filter = ("role", "bureau", "is_active")
    list_select_related = ("bureau",)
    search_fields = ("username", "name", "post")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("个人", {"fields": ("name", "post", "bureau", "department", "role")}),
        ("登录", {"fields": ("is_active", "is_staff", "is_superuser", "last_login")}),
    )
    add_fieldsets = (*UserAdmin.add_fieldsets, fieldsets[1])
