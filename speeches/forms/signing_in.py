"""登录."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.contrib.auth.forms import AuthenticationForm
from django.utils.functional import cached_property


class SignInForm(AuthenticationForm):
    """User name and password; the reason of a refusal does not tell which of them was wrong."""

    use_required_attribute = False  # our own words instead of the browser's bubble
    error_messages = {
        "invalid_login": "用户名或密码不对，或者账号已停用。请再试一次，或请系统维护人员重设密码。",
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
