"""会议: listed, made once, changed without losing anybody's text."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Meeting
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db
NEW = "/meetings/new/"
FULL = {
    "name": "全市教育系统半年工作会议",
    "kind": "half_year",
    "period": "2026年上半年",
    "date": "2026-07-16",
    "time": "09:00",
    "venue": "一楼会议室",
    "host": "宋立言",
    "audience": "各处室负责人",
    "purpose": "总结上半年工作，部署下半年任务",
    "preceding": "刚才，各处室汇报了工作。",
}


def test_all_that_is_typed_of_a_meeting_is_kept_and_one_goes_on_to_it() -> None:
    response = fill(visitor(), NEW, **FULL)
    row = Meeting.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/meetings/{row.pk}/")
    held = {name: getattr(row, name) for name in FULL}
    day, hour = datetime.date(2026, 7, 16), datetime.time(9)
    assert held == FULL | {"date": day, "time": hour}
    assert row.bureau == factories.bureau()


def test_only_the_name_is_needed() -> None:
    assert fill(visitor(), NEW, name="碰头会").status_code == 303
    response = fill(visitor(), NEW, name=" ", venue="一楼")
    assert response.status_code == 422
    page = response.content.decode()
    assert "<title>错误：新建会议 · 稿台</title>" in page
    assert '<li><a href="#id_name">请填写会议名称。</a></li>' in page
    assert 'aria-invalid="true"' in page
    assert fields(response)["venue"] == "一楼"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"date": "下周三"}, "会议日期请写成年-月-日，例如2026-07-16。"),
        ({"time": "九点"}, "开始时间请写成时:分，例如09:00。"),
        ({"kind": "party"}, "请在会议类型的选项里选一个。"),
        ({"venue": "厅" * 201}, "地点最多200字，现在有201字，请删减。"),
        ({"purpose": "长" * 20_000}, "会议目的有20,000字，最多10,000字。请分成几处来写。"),
        ({"host": "宋😀"}, "主持人里有表情或图形符号“😀”，公文里排不出来，请删去。"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_stays(typed: dict[str, str], told: str) -> None:
    response = fill(visitor(), NEW, name="年中会", **typed)
    assert response.status_code == 422
    assert words(response).count(told) == 2
    kept = fields(response)
    assert kept["name"] == "年中会"
    assert all(kept[name] == value for name, value in typed.items() if name != "kind")
    assert not Meeting.objects.exists()


def test_a_form_that_is_sent_twice_makes_one_meeting() -> None:
    client = visitor()
    sent = fields(client.get(NEW)) | {"name": "年中会"}
    places = {client.post(NEW, sent)["Location"] for _ in range(2)}
    assert places == {f"/meetings/{Meeting.objects.get().pk}/"}


def test_a_new_row_without_its_key_or_with_somebody_else_s_is_refused() -> None:
    client = visitor()
    sent = fields(client.get(NEW)) | {"name": "年中会"}
    for once in ("", "forged", fields(visitor().get(NEW))["once"]):
        response = client.post(NEW, sent | {"once": once})
        assert response.status_code == 422
        assert "未作保存" in words(response)
        assert client.post(NEW, fields(response) | {"name": ""}).status_code == 422
    assert not Meeting.objects.exists()


def test_text_comes_back_as_it_was_typed() -> None:
    typed = "  一\n\n\n二 <b>\n   三</textarea>&amp;"
    row = factories.meeting(purpose=typed)
    path = f"/meetings/{row.pk}/"
    assert fields(visitor().get(path))["purpose"] == typed
    fill(visitor(), path, venue="二楼")
    row.refresh_from_db()
    assert (row.purpose, row.venue, row.version) == (typed, "二楼", 2)


def test_a_stale_save_shows_mine_theirs_and_the_base_and_asks() -> None:
    row = factories.meeting(purpose="原来的目的", venue="一楼", host="")
    client, path = visitor(), f"/meetings/{row.pk}/"
    mine = fields(client.get(path)) | {"purpose": "我的目的", "venue": "一楼"}
    fill(visitor(), path, purpose="对方的目的", venue="三楼")
    response = client.post(path, mine)
    assert response.status_code == 409
    said = words(response)
    assert "对方改成 对方的目的 两人改动之前 原来的目的" in said
    assert "这一栏您没有动，对方改了，已换成对方的。 对方改成 三楼 两人改动之前 一楼" in said
    kept = fields(response)
    assert (kept["purpose"], kept["venue"], kept["seen"]) == ("我的目的", "三楼", "2")
    assert client.post(path, kept).status_code == 303
    row.refresh_from_db()
    assert (row.purpose, row.venue) == ("我的目的", "三楼")


@pytest.mark.parametrize("seen", ["", "x", "²"])
def test_a_save_that_does_not_say_what_it_saw_is_refused(seen: str) -> None:
    row = factories.meeting()
    response = fill(visitor(), f"/meetings/{row.pk}/", venue="三楼", seen=seen)
    assert response.status_code == 422
    assert fields(response)["venue"] == "三楼"


def test_saving_what_is_saved_says_so() -> None:
    client, row = visitor(), factories.meeting()
    response = fill(client, f"/meetings/{row.pk}/")
    assert "没有改动，不用保存。" in words(client.get(response["Location"]))


@pytest.mark.parametrize("role", [UserRole.REVIEWER, UserRole.CONTRIBUTOR])
def test_who_does_not_write_reads_it_and_is_told_who_does(role: str) -> None:
    speech = factories.speech(meeting=factories.meeting(venue="一楼", time=datetime.time(9, 5)))
    path = f"/meetings/{speech.meeting_id}/"
    client = visitor(role=role)
    said = words(client.get(path))
    assert said.endswith(
        "会议情况 会议名称 全市教育系统半年工作会议 会议类型 半年度工作会议 "
        "会议日期 2026年7月16日 开始时间 09:05 地点 一楼 由起草人撰写和修改。"
    )
    assert client.post(path, {"name": "x"}).status_code == 403


@pytest.mark.parametrize("role", UserRole)
def test_another_bureau_s_meeting_is_not_there(role: str) -> None:
    row = factories.meeting()
    for path in (f"/meetings/{row.pk}/", f"/meetings/{row.pk}/speech/"):
        assert stranger(role).get(path).status_code == 404
        assert stranger(role).post(path).status_code == 404


def test_who_is_not_logged_in_is_asked_to() -> None:
    assert Client().get("/meetings/")["Location"] == "/login/?next=/meetings/"


def test_meetings_are_only_opened_and_saved() -> None:
    assert visitor().post("/meetings/").status_code == 405
    assert visitor().put(NEW).status_code == 405


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (UserRole.DRAFTER, "先新建会议，填上名称和日期；会上的讲话稿就从会议页开始写。"),
        (UserRole.REVIEWER, "起草人建好会议后，会列在这里。"),
    ],
)
def test_an_empty_list_says_what_comes_first(role: str, told: str) -> None:
    assert words(visitor(role=role).get("/meetings/")).endswith(f"还没有会议。 {told}")


@pytest.mark.parametrize("count", [1, 30])
def test_the_pages_take_as_many_queries_for_thirty_rows_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, row = visitor(), factories.meeting()
    for number in range(count):
        factories.speech(title=f"讲话{number}", meeting=row)
        factories.speech(meeting=factories.meeting(name=f"会议{number}"))
    with django_assert_num_queries(3):  # session, user, meetings
        client.get("/meetings/")
    with django_assert_num_queries(5):  # session, user, meeting, speeches, imports
        client.get(f"/meetings/{row.pk}/")
