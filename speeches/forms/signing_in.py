"""登录, 修改密码."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from speeches.forms.base import OfficeForm
from speeches.models import User

WEAK = {
    "password_too_short": "新密码太短，至少要8位。",
    "password_too_common": "这个密码太常见，容易被猜到，请换一个。",
    "password_entirely_numeric": "新密码不能全是数字。",
    "password_too_similar": "新密码和用户名太像，请换一个。",
}


class SignInForm(AuthenticationForm):
    """User name and password; the reason of a refusal does not tell which of them was wrong."""

    use_required_attribute = False  # our own words instead of the browser's bubble
    error_messages = {
        "invalid_login": "用户名或密码不对，或者账号已停用。请再试一次，或请本单位管理员重设密码。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].error_messages["required"] = "请填写用户名。"
        self.fields["password"].error_messages["required"] = "请填写密码。"
        if self.is_bound:  # the summary of errors takes the focus
            del self.fields["username"].widget.attrs["autofocus"]

    @cached_property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False  # the template's form carries the page to go on to
        helper.disable_csrf = True  # and the token
        helper.layout = Layout("username", "password")
        return helper


class PasswordForm(OfficeForm, PasswordChangeForm):
    """修改密码: the old one, and a new one twice."""

    layout = Layout("old_password", "new_password1", "new_password2")
    error_messages = {
        "password_incorrect": "现在的密码不对，请再输一次。",
        "password_mismatch": "两次输入的新密码不一样，请再输一次。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = ("现在的密码", "新密码", "再输一次新密码")
        for field, label in zip(self.fields.values(), labels, strict=True):
            field.label = label
            field.error_messages["required"] = f"请填写{label}。"
            field.widget.attrs.pop("autofocus", None)
        hint = "至少8位，不能全是数字，不要用太常见的密码，也不要和用户名相近。"
        self.fields["new_password1"].help_text = hint
        self.fields["new_password2"].help_text = ""

    def validate_password_for_user(self, user: User, password_field_name: str = "") -> None:
        """What Django finds weak, in our own words: it has not all of its own in Chinese."""
        typed = self.cleaned_data.get("new_password2")
        if not typed or self.errors:
            return
        try:
            validate_password(typed, user)
        except ValidationError as error:
            self.add_error("new_password1", [WEAK[each.code] for each in error.error_list])

    def _clean_fields(self) -> None:
        """Any character may stand in a password: it is never printed."""
        super(OfficeForm, self)._clean_fields()

    def store(self) -> bool:
        """Write the password alone: what else the row says may have changed meanwhile."""
        self.user.set_password(self.cleaned_data["new_password1"])
        self.user.save(update_fields=["password"])
        return True
