"""管理: 用户 and 单位设置. Who may open them: test_matrix."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Bureau, User
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db

A = UserRole.ADMINISTRATOR
NEW = {"username": "zhouning", "name": "周宁", "role": "contributor"}


@pytest.fixture
def administrator() -> User:
    return factories.user(A, username="guanli", name="吴谨")


@pytest.fixture
def client(administrator: User) -> Client:
    return visitor(administrator)


def password_in(response: HttpResponse) -> str:
    return re.search(r"<dt>密码</dt><dd>([^<]+)</dd>", response.content.decode())[1]


# --- The list --------------------------------------------------------------------------------


def test_people_stand_by_division_and_those_who_left_at_the_end(client: Client) -> None:
    office = factories.department("办公室", position=1)
    school = factories.department("基础教育处", position=2)
    factories.user(name="丁一", username="d", department=school, post="科长")
    factories.user(name="丙二", username="b", department=office)
    factories.user(name="乙三", username="y", is_active=False)
    assert words(client.get("/users/")) == (
        "清河市教育局的用户 新建用户 吴谨 guanli 管理员 丙二 b · 办公室 起草人 "
        "丁一 d · 基础教育处 · 科长 起草人 已停用 乙三 y 起草人"
    )


def test_who_is_alone_is_told_what_to_do_first(client: Client) -> None:
    assert "现在只有您一个账号。" in words(client.get("/users/"))


def test_nobody_of_another_bureau_and_no_operator_is_listed(client: Client) -> None:
    factories.user(name="外人", bureau=factories.bureau("临江市教育局"))
    factories.user(name="运维", is_staff=True)
    said = words(client.get("/users/"))
    assert ("外人" in said, "运维" in said) == (False, False)


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_thirty_people_as_for_one(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.user(department=factories.department(f"第{number}处"))
    with django_assert_num_queries(4):  # session, user, accounts, bureau
        client.get("/users/")


# --- A new account ---------------------------------------------------------------------------


def test_a_new_account_logs_in_with_the_password_that_is_shown_once(client: Client) -> None:
    division = factories.department()
    told = fill(client, "/users/new/", **NEW, post="科员", department=division.pk, pace=180)
    made = User.objects.get(username="zhouning")
    assert (told.status_code, "no-store" in told["Cache-Control"]) == (200, True)
    assert (made.name, made.post, made.department, made.role, made.pace, str(made.bureau)) == (
        "周宁",
        "科员",
        division,
        "contributor",
        180,
        "清河市教育局",
    )
    password = password_in(told)
    assert Client().login(username="zhouning", password=password)
    pages = [client.get(path) for path in ("/users/", f"/users/{made.pk}/")]
    assert not any(password in page.content.decode() for page in pages)


TAKEN = "这个用户名已有人使用，请换一个。"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"username": ""}, "请填写用户名。"),
        ({"name": " \u200b "}, "请填写姓名。"),
        ({"username": "zhou ning"}, "用户名可以用字母、数字、汉字和 @ . + - _，不能有空格。"),
        ({"username": "guanli"}, TAKEN),
        ({"username": "linjiang"}, TAKEN),
        ({"name": "周" * 51}, "姓名最多50字，现在有51字，请删减。"),
        (
            {"name": "周宁\U0001f600"},
            "姓名里有表情或图形符号“\U0001f600”，公文里排不出来，请删去。",
        ),
        ({"role": "king"}, "请在角色的选项里选一个。"),
        ({"department": "999999"}, "请在处室的选项里选一个。"),
        ({"pace": "5"}, "语速（字/分钟）不能小于60。"),
        ({"pace": "快"}, "语速（字/分钟）的写法不对，请改正。"),
    ],
)
def test_what_cannot_be_an_account_is_said_at_its_field_and_on_top(
    typed: dict[str, str], said: str, client: Client
) -> None:
    factories.user(username="linjiang", bureau=factories.bureau("临江市教育局"))
    response = fill(client, "/users/new/", **(NEW | {"post": "打字的科员"} | typed))
    page = response.content.decode()
    assert response.status_code == 422
    assert words(response).count(said) == 2
    assert "<title>错误：新建用户" in page
    assert 'value="打字的科员"' in page
    assert User.objects.filter(post="打字的科员").count() == 0


def test_a_division_of_another_bureau_cannot_be_chosen(client: Client) -> None:
    other = factories.department(bureau=factories.bureau("临江市教育局"))
    response = fill(client, "/users/new/", **NEW, department=other.pk)
    assert words(response).count("请在处室的选项里选一个。") == 2


# --- An account ------------------------------------------------------------------------------


def test_an_account_is_changed_and_one_is_back_at_the_list(client: Client) -> None:
    account = factories.user(name="周宁")
    response = fill(client, f"/users/{account.pk}/", post="科长", role="reviewer")
    assert (response.status_code, response["Location"]) == (303, "/users/")
    account.refresh_from_db()
    assert (account.name, account.post, account.role) == ("周宁", "科长", "reviewer")
    assert words(client.get("/users/")).startswith("已保存 ")


def test_the_name_one_logs_in_with_cannot_be_changed(client: Client) -> None:
    account = factories.user(username="zhouning")
    fill(client, f"/users/{account.pk}/", username="chen", post="科长")
    account.refresh_from_db()
    assert (account.username, account.post) == ("zhouning", "科长")


def test_of_two_administrators_at_one_account_the_second_sees_both_and_decides(
    client: Client,
) -> None:
    account = factories.user(name="周宁", post="科员")
    path = f"/users/{account.pk}/"
    opened = fields(client.get(path))
    fill(visitor(role=A), path, post="科长", name="周凝")
    response = client.post(path, opened | {"post": "主任"})
    said = words(response)
    assert response.status_code == 409
    assert "对方改成 科长 两人改动之前 科员" in said
    assert "对方改成 周凝 两人改动之前 周宁" in said
    again = fields(response)
    assert (again["post"], again["name"]) == ("主任", "周凝")
    assert client.post(path, again).status_code == 303
    account.refresh_from_db()
    assert (account.post, account.name) == ("主任", "周凝")


@pytest.mark.parametrize("seen", ["", "1", "{", "[]", '{"name": "周宁"}'])
def test_a_form_that_does_not_say_what_it_was_filled_with_is_not_stored(
    seen: str, client: Client
) -> None:
    account = factories.user(post="科员")
    response = fill(client, f"/users/{account.pk}/", post="科长", seen=seen)
    assert response.status_code == 422
    assert "没有收到这份表单所依据的版本，未作保存。" in words(response)
    account.refresh_from_db()
    assert account.post == "科员"


def test_the_last_administrator_keeps_the_role(client: Client, administrator: User) -> None:
    response = fill(client, f"/users/{administrator.pk}/", role="drafter")
    said = "本单位只有这一位管理员能登录。请先让另一位同志也当管理员。"
    assert (response.status_code, words(response).count(said)) == (422, 2)
    administrator.refresh_from_db()
    assert administrator.role == A


def test_one_of_two_administrators_may_give_up_the_role(
    client: Client, administrator: User
) -> None:
    factories.user(A)
    response = fill(client, f"/users/{administrator.pk}/", role="drafter")
    assert client.get(response["Location"]).status_code == 200


def test_a_reset_password_is_shown_once_and_ends_the_sessions(client: Client) -> None:
    account = factories.user(username="zhouning")
    theirs = visitor(account)
    password = password_in(client.post(f"/users/{account.pk}/password/"))
    assert theirs.get("/")["Location"] == "/login/?next=/"
    assert Client().login(username="zhouning", password=password)
    assert not Client().login(username="zhouning", password=factories.PASSWORD)


def test_a_retired_account_is_outside_at_once_and_may_come_back(client: Client) -> None:
    account = factories.user(name="周宁")
    theirs = visitor(account)
    assert client.post(f"/users/{account.pk}/retire/")["Location"] == "/users/"
    assert words(client.get("/users/")).startswith("周宁的账号已停用，不能再登录。")
    assert theirs.get("/")["Location"] == "/login/?next=/"
    said = words(client.get(f"/users/{account.pk}/"))
    assert ("已停用，不能登录" in said, "恢复这个账号" in said) == (True, True)
    client.post(f"/users/{account.pk}/return/")
    assert words(client.get("/users/")).startswith("周宁的账号已恢复，可以登录了。")
    assert Client().login(username=account.username, password=factories.PASSWORD)


def test_what_an_administrator_cannot_do_to_the_own_account_says_why(
    client: Client, administrator: User
) -> None:
    page = client.get(f"/users/{administrator.pk}/").content.decode()
    assert "自己的密码，请在“修改密码”里改。" in page
    assert re.search(r"<button[^>]* disabled>停用这个账号</button>", page)
    assert "不能停用自己的账号，需要时请另一位管理员来停用。" in page
    assert f'action="/users/{administrator.pk}/' not in page


def test_an_operator_is_nobody_whom_an_administrator_keeps(client: Client) -> None:
    operator = factories.user(name="运维", is_superuser=True)
    said = words(client.get(f"/users/{operator.pk}/"))
    assert said == "不能看这一页 这个账号归系统运维人员管理。 回到首页"
    assert client.post(f"/users/{operator.pk}/password/").status_code == 403


def test_who_has_no_bureau_keeps_nobody() -> None:
    client = visitor(role=A, bureau=None)
    alike = factories.user(bureau=None)
    assert [client.get(path).status_code for path in ("/users/", "/bureau/", "/departments/")] == [
        403,
        403,
        403,
    ]
    assert client.get(f"/users/{alike.pk}/").status_code == 404


@pytest.mark.parametrize("key", ["999", "0", "9" * 30])
@pytest.mark.parametrize("verb", ["", "password/", "retire/", "return/"])
def test_an_account_that_is_not_there_is_not_found(key: str, verb: str, client: Client) -> None:
    assert client.post(f"/users/{key}/{verb}").status_code == 404


# --- The bureau ------------------------------------------------------------------------------


def test_the_bureau_is_called_by_its_short_name_on_our_pages(client: Client) -> None:
    response = fill(client, "/bureau/", name="清河市教育体育局", short_name="市教体局")
    assert (response.status_code, response["Location"]) == (303, "/bureau/")
    bureau = Bureau.objects.get()
    assert (bureau.name, bureau.short_name) == ("清河市教育体育局", "市教体局")
    assert "市教体局的用户" in words(client.get("/users/"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "请填写单位名称。"),
        ("\u200b", "请填写单位名称。"),
        ("局" * 101, "单位名称最多100字，现在有101字，请删减。"),
        ("临江市教育局", "已有单位用这个名称，请换一个。"),
    ],
)
def test_what_cannot_be_the_name_of_a_bureau_is_said_so(
    name: str, said: str, client: Client
) -> None:
    factories.bureau("临江市教育局")
    response = fill(client, "/bureau/", name=name)
    assert (response.status_code, words(response).count(said)) == (422, 2)


def test_a_name_changed_twice_at_once_is_decided_by_the_second(client: Client) -> None:
    opened: dict[str, Any] = fields(client.get("/bureau/"))
    fill(visitor(role=A), "/bureau/", short_name="市教育局")
    response = client.post("/bureau/", opened | {"short_name": "教育局"})
    assert response.status_code == 409
    assert "对方改成 市教育局 两人改动之前 （空）" in words(response)
