"""首页: the meetings with their speeches; for others where they can go instead."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from tests import factories
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


def test_speeches_stand_under_their_meetings_and_meetings_by_date() -> None:
    for name, day in (("年中会", 16), ("部署会", 2)):
        held = factories.meeting(name=name, date=datetime.date(2026, 7, day), venue="一楼")
        factories.speech(meeting=held, title=f"在{name}上\n的讲话", speaker="程立言")
    factories.meeting(name="座谈会", date=None)
    said = words(visitor().get("/"))
    heads = [said.index(name) for name in ("座谈会", "年中会", "部署会")]
    assert heads == sorted(heads)
    assert (
        "座谈会 日期未定 这次会议还没有讲话稿。 年中会 2026年7月16日 · 一楼 在年中会上的讲话"
        in said
    )
    assert said.count("起草中 · 第1稿") == 2


def test_an_empty_bureau_is_told_what_will_stand_here() -> None:
    said = words(visitor().get("/"))
    assert said.startswith("清河市教育局的会议和讲话稿 还没有会议，也没有讲话稿。")


def test_nothing_of_another_bureau_is_listed() -> None:
    factories.speech()
    other = factories.bureau("临江市教育局")
    said = words(visitor(bureau=other).get("/"))
    assert said.startswith("临江市教育局的会议和讲话稿 还没有会议，也没有讲话稿。")


def test_a_leader_goes_straight_to_the_final_copies() -> None:
    assert visitor(role=UserRole.LEADER).get("/")["Location"] == "/finals/"


ADMINISTRATOR = (
    "林知秋，您好。 管理员不看讲话稿正文。 讲话稿的内容只给起草、审核、供稿的同志和领导看。"
)
NO_BUREAU = "林知秋，您好。 您的账号还没有归入单位，请联系管理员。"


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"role": UserRole.ADMINISTRATOR}, ADMINISTRATOR), ({"bureau": None}, NO_BUREAU)],
)
def test_who_reads_no_texts_is_told_so_calmly(fields: dict[str, object], said: str) -> None:
    response = visitor(**fields).get("/")
    assert (response.status_code, words(response)) == (200, said)


def test_what_was_typed_is_no_markup() -> None:
    factories.speech(title="<script>alert(1)</script>", speaker="<b>")
    page = visitor().get("/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_thirty_speeches_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = visitor()
    for number in range(count):
        factories.speech(title=f"讲话{number}", meeting=factories.meeting(name=f"会议{number}"))
    with django_assert_num_queries(5):  # session, user, bureau, meetings, speeches
        client.get("/")


def test_the_page_answers_head_as_well() -> None:
    assert visitor().head("/").status_code == 200


def test_only_a_reader_of_drafts_is_offered_both_lists() -> None:
    both = [
        "栏目" in visitor(role=role).get("/finals/").content.decode()
        for role in (UserRole.DRAFTER, UserRole.LEADER)
    ]
    assert both == [True, False]


def test_a_page_that_is_not_there_is_said_to_be_so_whoever_asks() -> None:
    for client in (visitor(), Client()):
        response = client.get("/nowhere/")
        assert response.status_code == 404
        assert words(response).startswith("没有这一页 您要的这一页不存在")
