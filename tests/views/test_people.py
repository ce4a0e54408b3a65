"""人员名录. Who may open it: test_matrix."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Person
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db
PASTED = (
    "序号 姓名 职务\n1 程敬川 局长 2021-03\n2 林　远 副局长\n无关的一行\n3 齐小满 副局长 至2023"
)
ONLY_NAME = "这里只写姓名，如：程敬川。性别、“同志”和职务不写在这一栏。"
BY_ADMINISTRATOR = "用户、处室、人员名录、词表、版式和单位设置由管理员维护。"


@pytest.fixture
def client() -> Client:
    return visitor(role=UserRole.ADMINISTRATOR)


def names() -> list[str]:
    return [each.name for each in Person.objects.all()]


def test_without_people_it_is_said_what_they_are_for(client: Client) -> None:
    assert "名录里还没有人。 把本单位和常提到的领导同志按排序列进来" in words(
        client.get("/people/")
    )


def test_others_read_the_list_and_change_nothing() -> None:
    factories.person("程敬川", "局长")
    page = visitor(role=UserRole.LEADER).get("/people/")
    assert f"排序。{BY_ADMINISTRATOR} 程敬川 局长" in words(page)
    assert not re.search(r"<form[^>]*people|people/new", page.content.decode())


def test_who_is_added_stands_at_the_end(client: Client) -> None:
    for name in ("程敬川", " 林　远 "):
        response = client.post("/people/new/", {"name": name, "post": " 局长"})
        assert (response.status_code, response["Location"]) == (303, "/people/")
    assert [str(each) for each in Person.objects.all()] == ["程敬川（局长）", "林远（局长）"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": ""}, "请填写姓名。"),
        ({"name": "　"}, "请填写姓名。"),
        ({"name": "程敬川（女）"}, ONLY_NAME),
        ({"name": "程敬川同志"}, ONLY_NAME),
        ({"name": "程敬川、林远"}, ONLY_NAME),
        ({"name": "1"}, ONLY_NAME),
        ({"post": ""}, "请填写职务。"),
        ({"name": "林远", "post": "副局长"}, "名录里已有这个人的这个职务。"),
        ({"since": "2024-01-02", "until": "2024-01-01"}, "任职止期在起期前面，请改正。"),
        ({"since": "去年"}, "任职起请写成年-月-日，例如2026-07-16。"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_on_top(
    changes: dict[str, str], said: str, client: Client
) -> None:
    factories.person("林远", "副局长")
    row = factories.person("程敬川", "局长")
    told = {"name": "程敬川", "post": "书记"} | changes
    for path in ("/people/new/", f"/people/{row.pk}/"):
        response = fill(client, path, **told)
        assert (response.status_code, words(response).count(said)) == (422, 2)
    assert [str(each) for each in Person.objects.all()] == ["林远（副局长）", "程敬川（局长）"]


@pytest.mark.parametrize("name", ["阿卜杜拉·买买提", "𬱟明", "J. Ann O’Neill-Lin", "丁"])
def test_names_of_all_kinds_are_names(name: str, client: Client) -> None:
    assert client.post("/people/new/", {"name": name, "post": "局长"}).status_code == 303
    assert names() == [name]


def test_who_has_left_stands_below_and_without_a_place(client: Client) -> None:
    rows = [factories.person(name) for name in "甲乙丙丁"]
    fill(client, f"/people/{rows[1].pk}/", since="2019-01-01", until="2020-12-31")
    page = client.get("/people/")
    assert "已离任 乙 局长 · 2019年1月1日至2020年12月31日" in words(page)
    offered = re.findall(
        r'value="(\d)">(上移|下移)<span class="visually-hidden">：(.)', page.content.decode()
    )
    assert offered == [
        ("3", "下移", "甲"),
        ("1", "上移", "丙"),
        ("4", "下移", "丙"),
        ("3", "上移", "丁"),
    ]
    client.post(f"/people/{rows[0].pk}/place/", {"place": "3"})
    assert names() == ["乙", "丙", "甲", "丁"]


def test_an_entry_changed_twice_at_once_is_decided_by_the_second(client: Client) -> None:
    row = factories.person("程敬川", "局长", since="2021-03-01")
    path = f"/people/{row.pk}/"
    opened = fields(client.get(path))
    client.post(path, opened | {"since": "2021-04-01", "post": "书记"})
    response = client.post(path, opened | {"since": "2021-05-01"})
    assert response.status_code == 409
    assert "对方改成 2021年4月1日 两人改动之前 2021年3月1日" in words(response)
    assert client.post(path, fields(response)).status_code == 303
    row.refresh_from_db()
    assert (str(row.since), row.post) == ("2021-05-01", "书记")


@pytest.mark.parametrize("seen", ["", "[]", '{"name": "程敬川"}', "乱"])
def test_a_form_that_does_not_say_what_it_was_filled_with_is_refused(
    seen: str, client: Client
) -> None:
    row = factories.person()
    assert fill(client, f"/people/{row.pk}/", seen=seen, name="林远").status_code == 422


def test_nor_one_that_says_it_was_no_day(client: Client) -> None:
    row = factories.person()
    seen = '{"name": "程敬川", "post": "局长", "since": "去年", "until": null}'
    assert fill(client, f"/people/{row.pk}/", seen=seen, name="林远").status_code == 422


def test_an_entry_is_deleted(client: Client) -> None:
    row = factories.person("程敬川", "局长")
    client.post(f"/people/{row.pk}/delete/")
    assert words(client.get("/people/")).startswith("已从名录里删除“程敬川（局长）”。")
    assert names() == []


@pytest.mark.parametrize("place", ["", "-1", "上", "9" * 30, "9" * 5000])
def test_a_place_that_is_none_is_refused(place: str, client: Client) -> None:
    response = client.post(f"/people/{factories.person().pk}/place/", {"place": place})
    assert (response.status_code, words(response)[:4]) == (400, "请求有误")


# --- A pasted list ---------------------------------------------------------------------------


def test_a_list_is_shown_as_it_was_understood_before_anything_is_stored(client: Client) -> None:
    factories.person("齐小满", "副局长")
    page = fill(client, "/people/import/", text=PASTED)
    said = words(page)
    assert "看懂了2人，还没有加进名录 程敬川 局长 · 2021年3月1日起 林远 副局长" in said
    assert "另有1人已经在名录里，不再加：齐小满。" in said
    assert (
        "这2行没有用上 第1行 序号 姓名 职务 这一行是表头。 第4行 无关的一行 开头不像姓名。" in said
    )
    assert names() == ["齐小满"]
    response = client.post("/people/import/", fields(page) | {"save": "yes"})
    assert (response.status_code, response["Location"]) == (303, "/people/")
    assert words(client.get("/people/")).startswith("名录里加了2人。")
    assert names() == ["齐小满", "程敬川", "林远"]


def test_a_list_changed_after_it_was_shown_is_shown_again(client: Client) -> None:
    page = fill(client, "/people/import/", text=PASTED)
    again = client.post("/people/import/", fields(page) | {"text": "林远 副局长", "save": "yes"})
    assert "看懂了1人，还没有加进名录 林远 副局长" in words(again)
    assert names() == []
    client.post("/people/import/", fields(again) | {"save": "yes"})
    assert names() == ["林远"]


def test_a_list_of_those_who_are_there_adds_nobody(client: Client) -> None:
    factories.person("林远", "副局长")
    page = fill(client, "/people/import/", text="林远 副局长")
    assert "名单上的1人都已经在名录里，没有要加的。" in words(page)
    assert "把这" not in words(page)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "请把名单粘贴在这里。"),
        (" \n", "请把名单粘贴在这里。"),
        ("以上同志", "里面没有看懂的人员。请照下面的写法，一行写一个人。"),
        ("甲" * 10_001, "里面没有看懂的人员。请照下面的写法，一行写一个人。"),
        ("\0", "里面没有看懂的人员。请照下面的写法，一行写一个人。"),
    ],
)
def test_a_text_with_nobody_in_it_stays_in_its_field(text: str, said: str, client: Client) -> None:
    response = fill(client, "/people/import/", text=text, save="yes")
    assert (response.status_code, words(response).count(said)) == (422, 2)


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_thirty_people_as_for_one(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.person(f"第{number}位")
    with django_assert_num_queries(4):  # session, user, bureau, people
        client.get("/people/")
