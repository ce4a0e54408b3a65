"""管理: 处室. Who may open them: test_matrix."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Department
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    return visitor(role=UserRole.ADMINISTRATOR)


def names() -> list[str]:
    return [each.name for each in Department.objects.all()]


def test_without_divisions_it_is_said_what_they_are_for(client: Client) -> None:
    assert "还没有处室。 先把各处室、直属单位加进来" in words(client.get("/departments/"))


def test_a_division_is_added_at_the_end(client: Client) -> None:
    for name in ("办公室", " 人事处 "):
        response = client.post("/departments/", {"name": name})
        assert (response.status_code, response["Location"]) == (303, "/departments/")
    assert names() == ["办公室", "人事处"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "请填写处室名称。"),
        ("\u200b", "请填写处室名称。"),
        ("办公室", "本单位已有这个处室，请换一个名称。"),
        ("处" * 101, "处室名称最多100字，现在有101字，请删减。"),
    ],
)
def test_what_cannot_be_a_division_is_said_at_its_field_and_on_top(
    name: str, said: str, client: Client
) -> None:
    factories.department("办公室")
    other = factories.department("人事处")
    for path in ("/departments/", f"/departments/{other.pk}/"):
        response = fill(client, path, name=name)
        assert (response.status_code, words(response).count(said)) == (422, 2)
    assert names() == ["办公室", "人事处"]


def test_a_renamed_division_is_the_same_one(client: Client) -> None:
    row = factories.department("教育处")
    contributor = factories.user(department=row)
    fill(client, f"/departments/{row.pk}/", name="基础教育处")
    contributor.refresh_from_db()
    assert str(contributor.department) == "基础教育处"


def test_a_division_renamed_twice_at_once_is_decided_by_the_second(client: Client) -> None:
    row = factories.department("教育处")
    path = f"/departments/{row.pk}/"
    opened = fields(client.get(path))
    client.post(path, opened | {"name": "普教处"})
    response = client.post(path, opened | {"name": "基础教育处"})
    assert response.status_code == 409
    assert "对方改成 普教处 两人改动之前 教育处" in words(response)
    assert client.post(path, fields(response)).status_code == 303
    assert names() == ["基础教育处"]


def test_a_division_is_moved_by_its_buttons(client: Client) -> None:
    rows = [factories.department(name, position=at) for at, name in enumerate("甲乙丙")]
    page = client.get("/departments/").content.decode()
    offered = re.findall(r'value="(\d)">(上移|下移)<span class="visually-hidden">：(.)<', page)
    assert offered == [
        ("2", "下移", "甲"),
        ("1", "上移", "乙"),
        ("3", "下移", "乙"),
        ("2", "上移", "丙"),
    ]
    response = client.post(f"/departments/{rows[1].pk}/place/", {"place": "3"})
    assert response["Location"] == f"/departments/#department-{rows[1].pk}"
    assert names() == ["甲", "丙", "乙"]


@pytest.mark.parametrize("place", ["", "-1", "上", "1.5", "9" * 30, "9" * 5000])
def test_a_place_that_is_none_is_refused(place: str, client: Client) -> None:
    row = factories.department()
    response = client.post(f"/departments/{row.pk}/place/", {"place": place})
    assert (response.status_code, words(response)[:4]) == (400, "请求有误")


def test_only_what_nothing_belongs_to_can_be_deleted(client: Client) -> None:
    used, unused = factories.department("办公室"), factories.department("老干部处")
    factories.user(department=used)
    page = client.get("/departments/").content.decode()
    assert f'action="/departments/{unused.pk}/delete/"' in page
    assert f'action="/departments/{used.pk}/delete/"' not in page
    assert re.search(r'<button[^>]* disabled aria-describedby="in-use">删除', page)
    for row in (unused, used):
        client.post(f"/departments/{row.pk}/delete/")
    said = words(client.get("/departments/"))
    assert said.startswith(
        "已删除“老干部处”。 “办公室”没有删除：还有账号、讲话稿条目或数据归这个处室"
    )
    assert names() == ["办公室"]


def test_nothing_of_another_bureau_is_listed(client: Client) -> None:
    factories.department("外地办公室", bureau=factories.bureau("临江市教育局"))
    assert "外地办公室" not in words(client.get("/departments/"))


@pytest.mark.parametrize("key", ["999", "0", "9" * 30])
@pytest.mark.parametrize("verb", ["", "place/", "delete/"])
def test_a_division_that_is_not_there_is_not_found(key: str, verb: str, client: Client) -> None:
    assert client.post(f"/departments/{key}/{verb}").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_thirty_divisions_as_for_one(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.user(department=factories.department(f"第{number}处"))
    with django_assert_num_queries(4):  # session, user, bureau, divisions
        client.get("/departments/")
