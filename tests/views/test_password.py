"""修改密码, and where a person is led by the bar on top."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from speeches.enums import UserRole
from speeches.models import User
from tests import factories
from tests.views.filling import fields
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db

D, R, C, L, A = UserRole
NEW = "麦浪-千重-62"
TYPED = {"old_password": factories.PASSWORD, "new_password1": NEW, "new_password2": NEW}
MANAGED = ("用户", "处室", "人员名录", "词表", "停用的规则", "版式", "单位设置")


def change(user: User, **typed: str) -> HttpResponse:
    return visitor(user).post("/password/", TYPED | typed)


def test_who_changes_the_password_goes_on_here_and_is_logged_out_elsewhere() -> None:
    user = factories.user(username="qicao")
    here, elsewhere = visitor(user), visitor(user)
    assert here.get("/password/").status_code == 200
    response = here.post("/password/", TYPED)
    assert (response.status_code, response["Location"]) == (303, "/")
    assert words(here.get("/")).startswith("已保存 ")
    assert elsewhere.get("/")["Location"] == "/login/?next=/"
    assert Client().login(username="qicao", password=NEW)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"old_password": ""}, "请填写现在的密码。"),
        ({"old_password": "不对"}, "现在的密码不对，请再输一次。"),
        ({"new_password1": ""}, "请填写新密码。"),
        ({"new_password2": ""}, "请填写再输一次新密码。"),
        ({"new_password2": "别的-密码-62"}, "两次输入的新密码不一样，请再输一次。"),
        (
            {"new_password1": "短1a", "new_password2": "短1a"},
            "新密码太短，至少要8位。",
        ),
        ({"new_password1": "90871234561", "new_password2": "90871234561"}, "新密码不能全是数字。"),
        (
            {"new_password1": "qicao-2026a", "new_password2": "qicao-2026a"},
            "新密码和用户名太像，请换一个。",
        ),
        (
            {"new_password1": "password1", "new_password2": "password1"},
            "这个密码太常见，容易被猜到，请换一个。",
        ),
    ],
)
def test_what_cannot_be_a_password_is_said_at_its_field_and_never_shown(
    typed: dict[str, str], said: str
) -> None:
    user = factories.user(username="qicao-2026")
    response = change(user, **typed)
    assert (response.status_code, words(response).count(said)) == (422, 2)
    assert not any(value in response.content.decode() for value in TYPED.values())
    user.refresh_from_db()
    assert user.check_password(factories.PASSWORD)


def test_any_character_may_stand_in_a_password() -> None:
    user = factories.user()
    change(user, new_password1="麦浪\U0001f600千重浪六二", new_password2="麦浪\U0001f600千重浪六二")
    user.refresh_from_db()
    assert user.check_password("麦浪\U0001f600千重浪六二")


def test_a_password_typed_after_the_session_ended_is_kept_nowhere() -> None:
    opened = fields(visitor().get("/password/"))
    response = Client().post("/password/", opened | TYPED)
    assert (response.status_code, response["Location"]) == (302, "/login/?next=/password/")


@pytest.mark.parametrize(
    ("role", "path", "ways"),
    [
        (D, "/finals/", {"工作台": "", "会议": "", "定稿": "page"}),
        (R, "/password/", {"工作台": "", "会议": "", "定稿": ""}),
        (C, "/finals/", {"工作台": "", "会议": "", "定稿": "page"}),
        (L, "/finals/", {}),
        (A, "/users/new/", dict.fromkeys(MANAGED, "") | {"用户": "true"}),
        (A, "/bureau/", dict.fromkeys(MANAGED, "") | {"单位设置": "page"}),
    ],
)
def test_the_bar_leads_where_the_role_may_go(role: str, path: str, ways: dict[str, str]) -> None:
    page = visitor(role=role).get(path).content.decode()
    bar = page.split("<main", 1)[0]
    nav = bar.partition('class="sections"')[2].partition("</nav>")[0]
    links = re.findall(r'<a href="[^"]+"(?: aria-current="(\w+)")?>([^<]+)</a>', nav)
    assert {label: current for current, label in links} == ways
    assert re.findall(r'href="/password/">([^<]+)<', bar) == ["修改密码"]


def test_the_bar_of_a_page_that_is_not_there_needs_nobody() -> None:
    assert "sections" not in Client().get("/nowhere/").content.decode()
    assert "sections" in visitor().get("/nowhere/").content.decode()
