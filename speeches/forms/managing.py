"""管理: accounts, divisions, the bureau; and the base of the forms for people and words.

Their rows carry no version: `seen` is what the form was filled with, see `services.managing`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import DateField

from speeches.document.normalising import normalise_line
from speeches.enums import UserRole
from speeches.forms.base import OfficeForm
from speeches.models import Bureau, Department, User
from speeches.services import managing
from speeches.services.refusals import Conflict, Difference, LastAdministrator, VersionMissing

DOES = {
    UserRole.DRAFTER: "撰写、修改、导出、定稿",
    UserRole.REVIEWER: "看全部讲话稿，定稿，退回起草",
    UserRole.CONTRIBUTOR: "看讲话稿，填写、确认本处室的数据",
    UserRole.LEADER: "只看定稿",
    UserRole.ADMINISTRATOR: "管用户、处室、人员名录、词表、规则、版式和单位设置，不看讲话稿",
}
NAMED = ("name", "post", "department", "role", "pace")


class LineField(forms.CharField):
    """One line, cleaned of what no page can show before it is found to be empty or too long."""

    def to_python(self, value: Any) -> str:
        return super().to_python(normalise_line(value or ""))


class ManagedForm(OfficeForm, forms.ModelForm):
    """The form of one row that exists; what it was filled with goes along as `seen`."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differences: dict[str, Difference] = {}
        self.columns = {
            name: self._meta.model._meta.get_field(name).attname
            for name in self.fields
            if name != "seen"
        }
        shown = {column: getattr(self.instance, column) for column in self.columns.values()}
        self.initial["seen"] = _to_json(shown)

    def _post_clean(self) -> None:
        """Leave the row alone: the service asks the database under its lock."""

    def values(self) -> dict[str, Any]:
        """What was typed, by column: a division as its key."""
        typed = {name: self.cleaned_data[name] for name in self.columns}
        return {self.columns[name]: getattr(value, "pk", value) for name, value in typed.items()}

    def store(self) -> bool:
        """Save the row of a valid form; tell whether anything changed.

        Raises what `managing.change` raises, with the form ready to be shown again.
        """
        try:
            return managing.change(self.instance, self.values(), seen=self._seen())
        except ValidationError as error:
            self.take_errors(error)
            raise
        except LastAdministrator as refusal:
            self.add_error("role", str(refusal))
            raise ValidationError(str(refusal)) from refusal
        except Conflict as conflict:
            self._show(conflict)
            raise

    def _seen(self) -> Mapping[str, Any]:
        try:
            seen = json.loads(self.cleaned_data["seen"])
        except ValueError as error:
            raise VersionMissing from error
        if not isinstance(seen, dict) or seen.keys() != set(self.columns.values()):
            raise VersionMissing
        try:
            return {column: self._value(column, value) for column, value in seen.items()}
        except ValidationError as error:
            raise VersionMissing from error

    def _value(self, column: str, value: Any) -> Any:
        """What JSON holds as a text, as the model has it: a day."""
        field = self._meta.model._meta.get_field(column)
        return field.to_python(value) if isinstance(field, DateField) else value

    def _show(self, conflict: Conflict) -> None:
        """Keep mine in the fields, theirs where I changed nothing, and what both began with."""
        self.differences = {one.field: one for one in conflict.differences}
        theirs = {self.columns[one.field]: one.theirs for one in conflict.differences}
        self.data = self.data.copy()
        self.data["seen"] = _to_json({**self._seen(), **theirs})
        for one in conflict.differences:
            if one.mine == one.base:
                self.data[one.field] = "" if one.theirs is None else str(one.theirs)


def _to_json(seen: Mapping[str, Any]) -> str:
    return json.dumps(seen, ensure_ascii=False, cls=DjangoJSONEncoder)


class PersonFields(forms.ModelForm):
    """What an account says of a person, with the divisions of one bureau to choose from."""

    pace = forms.IntegerField(
        label="语速（字/分钟）",
        min_value=60,
        max_value=400,
        initial=200,
        help_text="用来估算讲话时长，一般填200。",
    )

    def __init__(self, *args: Any, bureau_key: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        self.fields["department"].queryset = Department.objects.filter(bureau=bureau_key)
        self.fields["role"].choices = [(role, f"{role.label}：{DOES[role]}") for role in UserRole]

    class Meta:
        model = User
        fields = NAMED
        field_classes = {"name": LineField, "post": LineField}
        widgets = {"role": forms.RadioSelect}
        help_texts = {
            "post": "如：副局长。写讲话稿时，领导的姓名和职务可以直接选用。",
            "department": "供稿人要选处室，才能填本处室的数据。",
        }


class AccountForm(ManagedForm, PersonFields):
    """An account that exists."""

    layout = Layout("seen", *NAMED)


class NewAccountForm(OfficeForm, PersonFields):
    """An account to be made; `made` holds it and its first password."""

    layout = Layout("username", *NAMED)

    def __init__(self, *args: Any, bureau_key: int, **kwargs: Any) -> None:
        super().__init__(*args, bureau_key=bureau_key, **kwargs)
        self.bureau_key = bureau_key
        self.made: tuple[User, str] | None = None
        username = self.fields["username"]
        username.validators.append(UnicodeUsernameValidator())
        told = "用户名可以用字母、数字、汉字和 @ . + - _，不能有空格。"
        username.error_messages["invalid"] = told

    def _post_clean(self) -> None:
        """Names that are taken are found by the database."""

    def is_stored(self) -> bool:
        """Make the account of a valid form; where that fails, the form says why."""
        try:
            self.made = managing.add_account(self.bureau_key, **self.cleaned_data)
        except ValidationError as error:
            self.take_errors(error)
        return self.made is not None

    class Meta(PersonFields.Meta):
        fields = ("username", *NAMED)
        field_classes = {**PersonFields.Meta.field_classes, "username": LineField}
        help_texts = {
            **PersonFields.Meta.help_texts,
            "username": "登录时用，如姓名的拼音 zhouning。建好以后不能改。",
        }


class DepartmentForm(ManagedForm):
    """The name of a division that exists."""

    layout = Layout("seen", "name")

    class Meta:
        model = Department
        fields = ("name",)
        field_classes = {"name": LineField}
        labels = {"name": "处室名称"}


class NewDepartmentForm(OfficeForm, forms.Form):
    """A division to be added."""

    layout = Layout("name")
    name = LineField(label="处室名称", max_length=100, help_text="处室、直属单位都可以。")

    def __init__(self, *args: Any, bureau_key: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau_key = bureau_key

    def store(self) -> bool:
        managing.add_department(self.bureau_key, self.cleaned_data["name"])
        return True


class BureauForm(ManagedForm):
    """单位设置."""

    layout = Layout("seen", "name", "short_name")

    class Meta:
        model = Bureau
        fields = ("name", "short_name")
        field_classes = {"name": LineField, "short_name": LineField}
        labels = {"name": "单位名称", "short_name": "单位简称"}
        help_texts = {"short_name": "显示在“用户”“处室”两页的标题里；不填就用全称。"}
