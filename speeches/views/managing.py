"""管理: 用户 and 单位设置, for the administrators of a bureau."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from speeches import rules
from speeches.forms.managing import AccountForm, BureauForm, NewAccountForm
from speeches.models import Bureau, User
from speeches.services import managing
from speeches.services.refusals import LastAdministrator
from speeches.views.editing import UNUSABLE, answer_form, data_of, see_other, troubles
from speeches.views.shared import page, require


@page("GET")
def users(request: HttpRequest) -> HttpResponseBase:
    """Everybody of the bureau: those at work first, by division."""
    require(rules.may_manage(request.user))
    order = ("-is_active", F("department__position").asc(nulls_first=True), "name", "pk")
    accounts = User.objects.managed_by(request.user).select_related("department").order_by(*order)
    parts = {
        "at_work": [account for account in accounts if account.is_active],
        "retired": [account for account in accounts if not account.is_active],
    }
    return render(request, "speeches/users.html", parts | {"bureau": request.user.bureau})


@page("GET", "POST")
def user_new(request: HttpRequest) -> HttpResponseBase:
    """The answer to a form that holds is the first password, shown once and kept nowhere."""
    require(rules.may_manage(request.user))
    form = NewAccountForm(data_of(request), bureau_key=request.user.bureau_id)
    if form.is_valid() and form.is_stored():
        return _show_password(request, *form.made, heading="账号已建好")
    context = {"title": "新建用户", "submit": "建账号", "back": reverse("users")}
    shown = context | {"form": form, "troubles": troubles([form])}
    status = UNUSABLE if form.is_bound else 200
    return render(request, "speeches/form.html", shown, status=status)


@page("GET", "POST")
def user(request: HttpRequest, key: int) -> HttpResponseBase:
    """An account: who the person is, and what else can be done with it."""
    account = _account_for(request, key)
    form = AccountForm(data_of(request), instance=account, bureau_key=request.user.bureau_id)
    context = {
        "title": f"用户：{account}",
        "account": account,
        "may_reset": rules.may_reset_password(request.user, account),
        "may_retire": rules.may_retire(request.user, account),
        "back": reverse("users"),
    }
    # Who gave up the role sees no list of users any more.
    done = reverse("home" if account == request.user else "users")
    return answer_form(request, form, done=done, template="speeches/user.html", context=context)


@page("POST")
def user_password(request: HttpRequest, key: int) -> HttpResponseBase:
    """重设密码: the answer shows the new one, once."""
    account = _account_for(request, key)
    require(rules.may_reset_password(request.user, account))
    password = managing.reset_password(account)
    return _show_password(request, account, password, heading="密码已重设")


@page("POST")
def user_active(request: HttpRequest, key: int, *, active: bool) -> HttpResponseBase:
    """停用 or 恢复."""
    account = _account_for(request, key)
    require(rules.may_retire(request.user, account))
    try:
        managing.set_active(account, active)
        said = "已恢复，可以登录了。" if active else "已停用，不能再登录。"
        messages.success(request, f"{account}的账号{said}")
    except LastAdministrator as refusal:
        messages.error(request, str(refusal))
    return see_other(reverse("users"))


@page("GET", "POST")
def bureau(request: HttpRequest) -> HttpResponseBase:
    """单位设置."""
    require(rules.may_manage(request.user))
    form = BureauForm(data_of(request), instance=Bureau.objects.get(pk=request.user.bureau_id))
    return answer_form(request, form, done=reverse("bureau"), context={"title": "单位设置"})


def _account_for(request: HttpRequest, key: int) -> User:
    """An account of the own bureau (else 404), for its administrators (else 403)."""
    own = User.objects.filter(bureau__isnull=False).select_related("department")
    account = get_object_or_404(own, pk=key, bureau=request.user.bureau_id)
    require(rules.may_manage_user(request.user, account))
    return account


def _show_password(
    request: HttpRequest, account: User, password: str, *, heading: str
) -> HttpResponse:
    context: dict[str, Any] = {"account": account, "password": password, "heading": heading}
    return render(request, "speeches/password_once.html", context)
