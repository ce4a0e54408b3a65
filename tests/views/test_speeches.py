"""讲话稿: begun from an outline, and the forms of what is no part of it."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Speech
from speeches.services import finalising, saving
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db
BLOCKS = ("title", "opening", "closing")


def new_at(meeting) -> str:
    return f"/meetings/{meeting.pk}/speech/"


def block(speech: Speech, name: str) -> str:
    return f"/speeches/{speech.pk}/{name}/"


def newest() -> Speech:
    return Speech.objects.order_by("-pk")[0]


@pytest.mark.parametrize(
    ("kind", "start"),
    [("half_year", "half_year"), ("annual", "annual"), ("special", "special"), ("other", "blank")],
)
def test_the_outline_that_fits_the_meeting_is_chosen_already(kind: str, start: str) -> None:
    client, meeting = visitor(), factories.meeting(kind=kind, name="年中会")
    assert fields(client.get(new_at(meeting)))["start"] == start
    response = fill(client, new_at(meeting), speaker="程敬川", post="局长")
    speech = newest()
    assert (response.status_code, response["Location"]) == (303, f"/speeches/{speech.pk}/")
    assert (speech.title, speech.speaker, speech.post) == ("在年中会上的讲话", "程敬川", "局长")
    assert speech.nodes.filter(parent=None).count() == (0 if start == "blank" else 4)


def test_a_speech_like_last_time_s_is_offered_with_its_speaker_and_date() -> None:
    last = factories.speech(title="上次的讲话", speaker="程敬川", closing="谢谢大家！")
    client, path = visitor(), new_at(factories.meeting())
    assert "照上次：上次的讲话（程敬川，2026年7月16日）" in words(client.get(path))
    assert fill(client, path, start=f"like-{last.pk}").status_code == 303
    assert (newest().closing, newest().speaker) == ("谢谢大家！", "")


def test_a_speech_of_another_bureau_cannot_be_copied() -> None:
    other = factories.meeting(bureau=factories.bureau("临江市教育局"))
    theirs = factories.speech(meeting=other)
    response = fill(visitor(), new_at(factories.meeting()), start=f"like-{theirs.pk}")
    assert response.status_code == 422
    assert words(response).count("请在从哪里开始的选项里选一个。") == 2
    assert newest() == theirs


@pytest.mark.parametrize("start", ["blank", "half_year"])
def test_pressed_twice_it_begins_one_speech(start: str) -> None:
    client, path = visitor(), new_at(factories.meeting())
    sent = fields(client.get(path)) | {"start": start}
    assert len({client.post(path, sent)["Location"] for _ in range(2)}) == 1
    assert Speech.objects.count() == 1


def test_a_speech_needs_a_title() -> None:
    response = fill(visitor(), new_at(factories.meeting()), title=" ", speaker="程敬川")
    assert response.status_code == 422
    assert '<a href="#id_title">请填写标题。</a>' in response.content.decode()
    assert fields(response)["speaker"] == "程敬川"


def test_the_bureau_s_leaders_are_offered_as_speakers() -> None:
    factories.user(UserRole.LEADER, name="程敬川", post="局长")
    factories.user(UserRole.LEADER, name="离任的", post="局长", is_active=False)
    factories.user(UserRole.LEADER, name="别局的", bureau=factories.bureau("临江市教育局"))
    speech = factories.speech()
    for path in (new_at(speech.meeting), block(speech, "title")):
        page = visitor().get(path).content.decode()
        assert page.count('<option value="程敬川" data-post="局长">') == 1
        assert "离任的" not in page
        assert "别局的" not in page


def test_the_title_block_is_saved_and_one_stays_at_it() -> None:
    client, speech = visitor(), factories.speech()
    typed = {
        "title": "凝心聚力\r\n再启新程",
        "subtitle": "在半年会上的讲话",
        "speaker": "程敬川",
        "post": "局长",
        "date_note": "根据录音整理",
        "kind": "notes",
        "salutation": "同志们：",
        "marker": "han",
    }
    path = block(speech, "title")
    assert fill(client, path, **typed)["Location"] == path
    speech.refresh_from_db()
    held = {name: getattr(speech, name) for name in typed}
    assert held == typed | {"title": "凝心聚力\n再启新程"}


def test_a_move_is_taken_over_without_saving_and_without_losing_what_is_typed() -> None:
    speech = factories.speech(meeting=factories.meeting(name="年中会", purpose="总结工作"))
    client, path = visitor(), block(speech, "opening")
    response = fill(client, path, opening="大家好。", take="purpose")
    told = "大家好。\n今天，我们召开年中会，主要任务是总结工作。"
    assert (response.status_code, fields(response)["opening"]) == (200, told)
    assert "data-holds-changes" in response.content.decode()
    response = client.post(path, fields(response) | {"take": "bridge"})
    assert client.post(path, fields(response)).status_code == 303
    speech.refresh_from_db()
    assert speech.opening == f"{told}\n下面，我讲{{数量}}点意见。"
    assert speech.version == 2


def test_a_move_that_is_not_there_changes_nothing() -> None:
    client, path = visitor(), block(factories.speech(), "opening")
    assert fill(client, path, take="dance")["Location"] == path


def test_a_stale_opening_asks_and_a_link_takes_theirs() -> None:
    speech = factories.speech(opening="原来的。")
    client, path = visitor(), block(speech, "opening")
    mine = fields(client.get(path)) | {"opening": "我的。"}
    saving.save(speech, {"opening": "对方的。"}, seen=1, actor=None)
    response = client.post(path, mine)
    assert response.status_code == 409
    assert "对方改成 对方的。 两人改动之前 原来的。" in words(response)
    assert f'<a href="{path}" data-leaves-quietly data-asks="' in response.content.decode()
    assert "（这一页各栏都会换成现在保存着的文字，您填的不再保留）" in words(response)
    assert client.post(path, fields(response)).status_code == 303
    speech.refresh_from_db()
    assert speech.opening == "我的。"


@pytest.mark.parametrize("name", ["opening", "closing"])
def test_what_was_typed_while_it_became_final_stays_on_the_page(name: str) -> None:
    speech = factories.speech()
    client, path = visitor(), block(speech, name)
    typed = fields(client.get(path)) | {name: "还没有保存的一段话。"}
    finalising.mark_final(speech, actor=None)
    response = client.post(path, typed)
    assert response.status_code == 409
    assert "讲话稿已定稿，不能再改。" in words(response)
    assert fields(response)[name] == "还没有保存的一段话。"
    assert client.get(path).status_code == 403


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("role", [r for r in UserRole if r != UserRole.DRAFTER])
def test_only_who_writes_opens_and_sends_the_forms(name: str, role: str) -> None:
    speech = factories.speech()
    for path in (block(speech, name), new_at(speech.meeting)):
        client = visitor(role=role)
        assert (client.get(path).status_code, client.post(path).status_code) == (403, 403)


@pytest.mark.parametrize("name", BLOCKS)
def test_the_forms_are_there_for_the_own_bureau_logged_in_by_get_and_post(name: str) -> None:
    path = block(factories.speech(), name)
    assert stranger(UserRole.DRAFTER).get(path).status_code == 404
    assert stranger(UserRole.DRAFTER).post(path).status_code == 404
    assert Client().get(path)["Location"] == f"/login/?next={path}"
    assert visitor().put(path).status_code == 405


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("typed", ["长" * 20_000, "笑😀"])
def test_what_no_page_holds_is_refused_at_its_field(name: str, typed: str) -> None:
    response = fill(visitor(), block(factories.speech(), name), **{name: typed})
    assert response.status_code == 422
    assert fields(response)[name] == typed


@pytest.mark.parametrize("count", [1, 30])
def test_beginning_one_takes_as_many_queries_after_thirty_as_after_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, meeting = visitor(), factories.meeting()
    for number in range(count):
        factories.speech(title=f"讲话{number}", meeting=meeting)
        factories.user(UserRole.LEADER, name=f"领导{number}")
    with django_assert_num_queries(5):  # session, user, meeting, leaders, speeches
        client.get(new_at(meeting))
