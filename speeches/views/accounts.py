"""登录、退出."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from speeches.forms.signing_in import SignInForm
from speeches.views.shared import methods

_login = LoginView.as_view(form_class=SignInForm, redirect_authenticated_user=True)
_logout = LogoutView.as_view()


@methods("GET", "POST")
def log_in(request: HttpRequest) -> HttpResponseBase:
    """Then on to the page that was asked for."""
    return _login(request)


@methods("POST")
def log_out(request: HttpRequest) -> HttpResponseBase:
    """By POST only: no link on another page can do it."""
    return _logout(request)
