"""工作台: one's drafts, the meetings, what is final; for others where they can go instead."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from tests import factories
from tests.views.visiting import final_copy, visitor, words

pytestmark = pytest.mark.django_db


def test_one_s_own_drafts_stand_before_those_of_others() -> None:
    me, other = factories.user(), factories.user()
    factories.speech(title="我起草的", actor=me)
    factories.speech(title="别人起草的", actor=other)
    said = words(visitor(me).get("/"))
    order = ["我的草稿", "我起草的", "其他同志的草稿", "别人起草的", "近期会议"]
    assert sorted(order, key=said.index) == order


def test_what_is_final_is_no_draft_any_more() -> None:
    me = factories.user()
    final_copy(title="已经定稿的", actor=me)
    said = words(visitor(me).get("/"))
    assert (
        "我的草稿 您还没有在写的讲话稿。打开下面的会议，就可以新建，或导入旧稿。 近期会议" in said
    )
    assert said.count("已经定稿的") == 1


def test_meetings_stand_by_date_those_without_one_first_and_no_more_than_five() -> None:
    for day in range(1, 7):
        factories.meeting(name=f"会议{day}", date=datetime.date(2026, 7, day))
    factories.meeting(name="座谈会", date=None)
    said = words(visitor().get("/"))
    shown = [
        name for name in ("座谈会", *(f"会议{day}" for day in range(6, 0, -1))) if name in said
    ]
    assert shown == ["座谈会", "会议6", "会议5", "会议4", "会议3"]
    assert sorted(shown, key=said.index) == shown


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (
            UserRole.DRAFTER,
            (
                "从会议开始：先新建会议，再为讲话的领导新建讲话稿；或者导入一篇旧稿。"
                " 新建会议 导入旧稿"
            ),
        ),
        (UserRole.REVIEWER, "起草人建好会议、写起讲话稿后，会列在这里。"),
    ],
)
def test_an_empty_bureau_is_told_what_to_do_first(role: str, said: str) -> None:
    assert words(visitor(role=role).get("/")) == f"工作台 还没有会议，也没有讲话稿。 {said}"


def test_only_who_writes_is_offered_to_begin_something() -> None:
    factories.speech()
    for role in (UserRole.REVIEWER, UserRole.CONTRIBUTOR):
        assert "新建" not in words(visitor(role=role).get("/"))


def test_who_only_gives_figures_is_not_told_of_drafts_of_the_own() -> None:
    factories.speech()
    assert "我的草稿 您还没有改过哪篇草稿。" in words(visitor(role=UserRole.REVIEWER).get("/"))
    assert "我的草稿" not in words(visitor(role=UserRole.CONTRIBUTOR).get("/"))


def test_nothing_of_another_bureau_is_listed() -> None:
    factories.speech()
    other = factories.bureau("临江市教育局")
    assert words(visitor(bureau=other).get("/")).startswith("工作台 还没有会议，也没有讲话稿。")


def test_a_leader_goes_straight_to_the_final_copies() -> None:
    assert visitor(role=UserRole.LEADER).get("/")["Location"] == "/finals/"


ADMINISTRATOR = (
    "林知秋，您好。 管理员不看讲话稿正文。 讲话稿的内容只给起草、审核、供稿的同志和领导看。"
    "账号、处室和单位名称，从这一页上方进去管理。"
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
def test_it_takes_as_many_queries_for_thirty_speeches_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = visitor()
    for number in range(count):
        factories.speech(title=f"讲话{number}", meeting=factories.meeting(name=f"会议{number}"))
        final_copy(title=f"定稿{number}")
    with django_assert_num_queries(5):  # session, user, drafts, meetings, final copies
        client.get("/")


def test_the_page_answers_head_as_well() -> None:
    assert visitor().head("/").status_code == 200


def test_a_page_that_is_not_there_is_said_to_be_so_whoever_asks() -> None:
    for client in (visitor(), Client()):
        response = client.get("/nowhere/")
        assert response.status_code == 404
        assert words(response).startswith("没有这一页 您要的这一页不存在")
