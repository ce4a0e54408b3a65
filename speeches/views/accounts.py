"""登录、退出、修改密码."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from speeches.forms.signing_in import PasswordForm, SignInForm
from speeches.views.editing import SEE_OTHER, answer_form, data_of
from speeches.views.shared import methods, page

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


@page("GET", "POST")
def password(request: HttpRequest) -> HttpResponseBase:
    """修改密码: one goes on here, and is logged out everywhere else."""
    form = PasswordForm(request.user, data_of(request))
    context = {"title": "修改密码", "submit": "修改密码", "back": reverse("home")}
    template = "registration/password.html"
    response = answer_form(request, form, done=reverse("home"), template=template, context=context)
    if response.status_code == SEE_OTHER:
        update_session_auth_hash(request, request.user)
    return response
