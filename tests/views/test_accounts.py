"""Logging in and out."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


def log_in(client: Client, username: str, password: str, **more: str):
    return client.post("/login/", {"username": username, "password": password, **more})


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("", "/"),
        ("/speeches/7/", "/speeches/7/"),
        ("//evil.example/", "/"),
        ("https://evil.example/", "/"),
    ],
)
def test_after_logging_in_one_goes_on_to_what_was_asked_for_on_this_site(
    wanted: str, reached: str
) -> None:
    factories.user(username="qicao")
    response = log_in(Client(), "qicao", factories.PASSWORD, next=wanted)
    assert (response.status_code, response["Location"]) == (302, reached)


@pytest.mark.parametrize("username", ["qicao", "nobody"])
def test_a_wrong_login_does_not_tell_what_was_wrong(username: str) -> None:
    factories.user(username="qicao")
    response = log_in(Client(), username, "wrong")
    said = "用户名或密码不对，或者账号已停用。请再试一次，或请本单位管理员重设密码。"
    assert words(response) == f"稿台 讲话稿写作与阅读 {said} 用户名 密码 登录"
    assert "<title>错误：登录 · 稿台</title>" in response.content.decode()


def test_what_is_missing_is_named_on_top_and_at_its_field() -> None:
    said = words(log_in(Client(), "", ""))
    assert [said.count(each) for each in ("请填写用户名。", "请填写密码。")] == [2, 2]


def test_a_closed_account_stays_outside() -> None:
    factories.user(username="qicao", is_active=False)
    assert log_in(Client(), "qicao", factories.PASSWORD).status_code == 200


def test_who_is_logged_in_already_goes_to_the_first_page() -> None:
    assert visitor().get("/login/")["Location"] == "/"


def test_logging_out_is_a_post_and_ends_at_the_door() -> None:
    client = visitor()
    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/")["Location"] == "/login/"
    assert client.get("/")["Location"] == "/login/?next=/"


def test_other_methods_are_refused_at_the_door() -> None:
    response = Client().put("/login/")
    assert (response.status_code, response["Allow"]) == (405, "GET, POST, HEAD")


def test_a_form_without_its_token_is_refused_in_plain_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/login/", {"username": "qicao"})
    assert response.status_code == 403
    assert words(response).startswith("页面已过期 这一页打开得太久")
