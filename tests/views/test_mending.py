"""改, 一起改 and 撤销: what the buttons of the list do."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from speeches.models import Ignore, Speech
from speeches.services import saving
from tests import factories
from tests.views.proofs import OPENING, address, keys_of, listed, markup, post
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def speech() -> Speech:
    return factories.speech(opening=OPENING)


@pytest.fixture
def client() -> Client:
    return visitor()


# --- 改 --------------------------------------------------------------------------------------


def test_one_press_mends_one_place_and_stays_at_the_line(client: Client, speech: Speech) -> None:
    page = markup(client, speech)
    first = keys_of(page, ",")[0]
    answer = post(client, speech, "mend", key=first, show="error", at="1")
    assert answer.status_code == 303
    to = answer["Location"]
    assert re.fullmatch(rf"{address(speech)}\?show=error&change=[\w%.-]+#line-1", to)
    assert Speech.objects.get().opening.startswith("今天召开会议，总结工作,部署任务。")
    assert "已改1处。 撤销" in words(client.get(to))


def test_what_was_changed_meanwhile_is_not_mended(client: Client, speech: Speech) -> None:
    (key,) = keys_of(markup(client, speech), "x")
    first = keys_of(markup(client, speech), ",")[0]
    saving.save(speech, {"opening": "都改了。"}, seen=1, actor=factories.user(name="周宁"))
    answer = post(client, speech, "mend", key=first)
    assert (answer.status_code, answer["Location"]) == (303, address(speech))
    assert "这一段刚被改过（周宁在" in listed(client, speech)
    post(client, speech, "ignore", key=key, count=1, scope="here")
    assert "这一处刚被改过，提示已经变了。" in listed(client, speech)
    assert not Ignore.objects.exists()


def test_what_cannot_be_mended_says_so(client: Client, speech: Speech) -> None:
    (key,) = keys_of(markup(client, speech), "x")
    post(client, speech, "mend", key=key, at="not a number")
    assert "请按提示在原文里改" in listed(client, speech)


# --- 一起改, 撤销 ------------------------------------------------------------------------------


def test_what_is_mended_together_is_shown_first(client: Client, speech: Speech) -> None:
    page = markup(client, speech, "safe/")
    assert len(re.findall(r'<input type="checkbox"[^>]* checked>', page)) == 3
    told = re.sub(r" ([，→,!！])", r"\1", words(client.get(address(speech, "safe/"))))
    assert "下面3处可以一起改" in told
    assert "今天召开会议 ," in words(client.get(address(speech, "safe/")))
    assert "一起改 3 处" in listed(client, speech)


def test_of_one_rule_only_its_own_are_shown(client: Client) -> None:
    speech = factories.speech(opening="今天召开会议,总结工作(上半年)。")
    assert "下面3处可以一起改" in words(client.get(address(speech, "safe/")))
    assert f'href="{address(speech)}safe/?rule=B2"' in markup(client, speech)
    told = words(client.get(address(speech, "safe/?rule=B2")))
    assert "下面2处可以一起改" in told
    assert "这里只列“中文里的半角括号”，也可以 看全部" in told
    assert "下面3处可以一起改" in words(client.get(address(speech, "safe/?rule=nonsense")))


def test_all_that_stays_ticked_is_mended_and_taken_back_in_one_step(
    client: Client, speech: Speech
) -> None:
    ticked = re.findall(r'name="key" value="(\w+)"', markup(client, speech, "safe/"))
    answer = client.post(address(speech, "safe/"), {"key": ticked})
    opening = "今天召开会议，总结工作，部署任务。新增学位x个。我们要抓好落实！！"
    assert Speech.objects.get().opening == opening
    page = client.get(answer["Location"])
    assert "已改3处。 撤销" in words(page)
    (change,) = re.findall(r'name="change" value="([^"]*)"', page.content.decode())
    assert post(client, speech, "undo", change=change)["Location"] == address(speech)
    assert "已撤销，3处恢复成改之前的文字。" in listed(client, speech)
    assert Speech.objects.get().opening == OPENING
    post(client, speech, "undo", change=change)
    assert "已经撤销了" in listed(client, speech)


def test_what_was_ticked_and_is_gone_is_said(client: Client, speech: Speech) -> None:
    ticked = re.findall(r'name="key" value="(\w+)"', markup(client, speech, "safe/"))
    answer = client.post(address(speech, "safe/"), {"key": [*ticked, "gone"]})
    assert "另有1处这次没有改到，请看现在的列表。" in words(client.get(answer["Location"]))


def test_where_nothing_is_ticked_or_left_nothing_is_done(client: Client, speech: Speech) -> None:
    answer = client.post(address(speech, "safe/"))
    assert "一处也没有选，没有改。" in words(client.get(answer["Location"]))
    client.post(address(speech, "safe/"), {"key": "gone"})
    assert "这一段刚被改过" in listed(client, speech)
    assert Speech.objects.get().revision == 1


def test_where_nothing_can_be_mended_together_the_page_says_so(client: Client) -> None:
    told = words(client.get(address(factories.speech(), "safe/")))
    assert "没有可以一起改的地方。" in told


@pytest.mark.parametrize("change", ["", "nonsense", "WzEsMSwwLDFd:abc:def"])
def test_only_a_change_of_ours_is_taken_back(client: Client, speech: Speech, change: str) -> None:
    post(client, speech, "undo", change=change)
    assert "没有可以撤销的改动。" in listed(client, speech)
    assert "已改" not in words(client.get(address(speech, f"?change={change}")))


def test_a_change_of_another_speech_is_none_of_this(client: Client, speech: Speech) -> None:
    first = keys_of(markup(client, speech), ",")[0]
    to = post(client, speech, "mend", key=first)["Location"]
    (change,) = re.findall(r'name="change" value="([^"]*)"', client.get(to).content.decode())
    other = factories.speech(meeting=speech.meeting)
    post(client, other, "undo", change=change)
    assert "没有可以撤销的改动。" in listed(client, other)
