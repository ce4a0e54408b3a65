"""定稿 and 退回修改."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import SpeechState, UserRole
from speeches.models import FinalCopy, Speech
from speeches.services import saving
from speeches.services.finalising import mark_final, reopen
from tests import factories
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db

D, R, C, L, A = UserRole


def current(speech: Speech) -> Speech:
    return Speech.objects.get(pk=speech.pk)


def mark(client: Client, speech: Speech, seen: object = None) -> HttpResponse:
    """The button is pressed on a page that shows the revision `seen`, or the current one."""
    revision = current(speech).revision if seen is None else seen
    return client.post(f"/speeches/{speech.pk}/final/", {"seen": revision})


def send_back(client: Client, speech: Speech, reason: str, seen: object = None) -> HttpResponse:
    data = {"reason": reason, "seen": current(speech).revision if seen is None else seen}
    return client.post(f"/speeches/{speech.pk}/reopen/", data)


def final_page(client: Client, speech: Speech) -> str:
    return words(client.get(f"/speeches/{speech.pk}/final/"))


def button(page: str, label: str) -> str:
    """The attributes of a button."""
    (found,) = re.findall(rf'<button class="[^"]*"([^>]*)>{label}</button>', page)
    return found.strip()


# --- 定稿 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [D, R])
def test_a_speech_without_open_points_is_marked_final_with_one_press(role: str) -> None:
    speech, person = factories.speech(), factories.user(role, name="周宁")
    client = visitor(person)
    assert "没有待定的地方" in final_page(client, speech)
    response = mark(client, speech)
    copy = FinalCopy.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/speeches/{speech.pk}/final/")
    assert (copy.made_by, copy.revision, current(speech).state) == (person, 1, SpeechState.FINAL)
    said = final_page(client, speech)
    assert "已定稿。领导现在可以阅读和下载。" in said
    assert "周宁定稿 领导正在看" in said


def test_what_is_open_is_listed_with_the_way_to_it() -> None:
    speech = factories.speech(opening="{学位}、{没有}")
    node = factories.node(speech, "成绩", body="{资金}")
    doubtful = factories.figure(speech, "学位", value="1200", unit="个")
    empty = factories.figure(speech, "资金", value="")
    page = visitor().get(f"/speeches/{speech.pk}/final/").content.decode()
    links = re.findall(r'class="row-link" href="([^"]*)"><span class="row-title">([^<]*)<', page)
    opening = f"/speeches/{speech.pk}/opening/"
    assert [words_ for _, words_ in links] == ["学位 1200个", "{没有}", "资金"]
    assert [address for address, _ in links] == [opening, opening, f"/nodes/{node.pk}/"]
    assert re.findall(r'open-note">([^<]*)<', page) == ["待核实", "没有这项内容", "待补"]
    assert re.findall(r'href="(/figures/[^"]*)"', page) == [
        f"/figures/{doubtful.pk}/",
        f"/figures/{empty.pk}/",
    ]
    assert button(page, "定稿") == 'disabled aria-describedby="why-not-final"'
    assert "上面列出的处理完，才能定稿。" in page


def test_who_does_not_write_is_led_to_the_page_on_which_it_stands() -> None:
    speech = factories.speech(opening="一" * 28 * 30 + "\n{没有}")
    page = visitor(role=R).get(f"/speeches/{speech.pk}/final/").content.decode()
    assert f'href="/speeches/{speech.pk}/#page-2"><span class="row-title">{{没有}}<' in page


def test_a_speech_with_open_points_is_refused_with_the_list() -> None:
    speech = factories.speech(opening="{没有}")
    response = mark(visitor(), speech)
    assert response.status_code == 422
    assert "没有定稿 还不能定稿，请先处理：{没有}（没有这项内容）。" in words(response)
    assert "还有 1 处待定 {没有} 没有这项内容" in words(response)
    assert "<title>错误：定稿：" in response.content.decode()
    assert current(speech).state == SpeechState.DRAFT


def test_who_has_not_seen_the_newest_text_is_told_who_changed_it() -> None:
    speech, colleague = factories.speech(), factories.user(name="周宁")
    saving.save(speech, {"closing": "谢谢。"}, seen=1, actor=colleague)
    client = visitor()
    response = mark(client, speech, seen=1)
    assert response.status_code == 409
    told = r"您打开这一页之后，周宁在\d\d:\d\d又保存过修改，现在是第2稿，所以没有定稿。"
    assert re.search(told, words(response))
    assert 'name="seen" value="2"' in response.content.decode()
    assert not FinalCopy.objects.exists()
    assert mark(client, speech).status_code == 303


@pytest.mark.parametrize("seen", ["", "稿", "-1", "9" * 30, "²"])
def test_a_press_that_does_not_say_what_was_seen_is_refused(seen: str) -> None:
    speech = factories.speech()
    response = mark(visitor(), speech, seen=seen)
    assert response.status_code == 422
    assert "没有收到这份表单所依据的版本" in words(response)
    assert current(speech).state == SpeechState.DRAFT


def test_errors_are_listed_and_need_a_reason_that_staff_can_read() -> None:
    speech, client = (
        factories.speech(opening="今天召开会议,总结工作,部署。新增学位x个。"),
        visitor(),
    )
    said = final_page(client, speech)
    assert "校核：还有 2 项错误 错误" in said
    assert "新增学位 x 个。" in said
    refused = mark(client, speech)
    assert refused.status_code == 422
    page = refused.content.decode()
    assert '<a href="#id_because">还有2项错误没有改。请改好，或写明不改的原因。</a>' in page
    assert "请写明不改的原因。" in words(refused)
    data = {"seen": current(speech).revision, "because": "数字会上再报。"}
    assert client.post(f"/speeches/{speech.pk}/final/", data).status_code == 303
    said = final_page(client, speech)
    assert "定稿时没有改的： “,”：" in said
    assert "不改的原因： 数字会上再报。" in said
    copy = FinalCopy.objects.get()
    for path in (f"/finals/{copy.pk}/", f"/finals/{copy.pk}/read/", "/finals/"):
        assert "会上再报" not in visitor(role=L).get(path).content.decode()


def test_a_reason_that_was_typed_stays_when_the_speech_was_changed_meanwhile() -> None:
    speech, client = factories.speech(opening="新增学位x个。"), visitor()
    saving.save(speech, {"closing": "谢谢。"}, seen=1, actor=None)
    answer = client.post(f"/speeches/{speech.pk}/final/", {"seen": 1, "because": "会上再报。"})
    assert answer.status_code == 409
    assert "会上再报。</textarea>" in answer.content.decode()
    assert 'name="seen" value="2"' in answer.content.decode()


def test_a_second_press_changes_nothing() -> None:
    speech, client = factories.speech(), visitor()
    assert [mark(client, speech, seen=1).status_code for _ in range(2)] == [303, 303]
    assert FinalCopy.objects.count() == 1


def test_a_final_speech_says_who_can_send_it_back() -> None:
    speech = factories.speech()
    mark_final(speech, actor=None)
    page = visitor().get(f"/speeches/{speech.pk}/final/").content.decode()
    assert button(page, "退回修改") == 'disabled aria-describedby="why-not-reopen"'
    assert "由审核人退回起草。" in page
    page = visitor(role=R).get(f"/speeches/{speech.pk}/final/").content.decode()
    assert f'href="/speeches/{speech.pk}/reopen/">退回修改<' in page


def test_the_record_tells_the_states_of_all_copies() -> None:
    speech, reviewer = factories.speech(), factories.user(R, name="周宁")
    mark_final(speech, actor=None)
    reopen(speech, actor=reviewer, reason="数字有误\n第二段")
    client = visitor()
    during = final_page(client, speech).split("定稿记录")[1]
    assert "周宁退回： 数字有误 第二段 领导正在看，标着“正在修改”" in during
    mark_final(speech, actor=None)
    after = final_page(client, speech).split("定稿记录")[1]
    assert re.findall("领导正在看|已被新的定稿代替", after) == ["领导正在看", "已被新的定稿代替"]
    assert "正在修改" not in after


# --- 退回修改 --------------------------------------------------------------------------------


def test_a_reviewer_sends_back_for_a_reason_that_is_kept() -> None:
    speech, reviewer = factories.speech(), factories.user(R)
    copy = mark_final(speech, actor=None)
    client = visitor(reviewer)
    response = send_back(client, speech, "第二部分的数字有误")
    copy.refresh_from_db()
    assert (response.status_code, response["Location"]) == (303, f"/speeches/{speech.pk}/final/")
    assert (copy.reopened_by, copy.reopened_because) == (reviewer, "第二部分的数字有误")
    assert current(speech).state == SpeechState.DRAFT
    assert "已退回起草。领导仍能看到这份定稿，上面标着“正在修改”。" in final_page(client, speech)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_without_a_reason_nothing_is_sent_back(reason: str) -> None:
    speech = factories.speech()
    mark_final(speech, actor=None)
    response = send_back(visitor(role=R), speech, reason)
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>错误：退回修改：" in page
    assert '<li><a href="#id_reason">请填写退回原因。</a></li>' in page
    assert current(speech).state == SpeechState.FINAL


def test_a_reason_for_what_is_a_draft_already_is_not_lost() -> None:
    speech = factories.speech()
    response = send_back(visitor(role=R), speech, "数字有误")
    page = response.content.decode()
    assert response.status_code == 409
    assert "没有退回 讲话稿还在起草，不用退回。" in words(response)
    assert ">\n数字有误</textarea>" in page
    assert button(page, "退回修改") == 'disabled aria-describedby="why-not"'


def test_another_final_copy_than_the_one_seen_is_not_sent_back() -> None:
    speech, client = factories.speech(), visitor(role=R)
    mark_final(speech, actor=None)
    reopen(speech, actor=None, reason="改题目")
    mark_final(speech, actor=None)
    response = send_back(client, speech, "数字有误", seen=1)
    assert response.status_code == 409
    assert "讲话稿又重新定过稿" in words(response)
    assert ">\n数字有误</textarea>" in response.content.decode()
    assert 'name="seen" value="2"' in response.content.decode()
    assert current(speech).state == SpeechState.FINAL
    assert send_back(client, speech, "数字有误").status_code == 303


def test_a_reason_that_does_not_say_what_was_seen_is_kept() -> None:
    speech = factories.speech()
    mark_final(speech, actor=None)
    response = send_back(visitor(role=R), speech, "数字有误", seen="")
    assert response.status_code == 422
    assert "没有收到这份表单所依据的版本" in words(response)
    assert ">\n数字有误</textarea>" in response.content.decode()


# --- Who, and how often ----------------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("path", "role", "reason"),
    [
        ("final", C, "由起草人或审核人定稿。"),
        ("reopen", D, "由审核人退回起草。"),
        ("reopen", C, "由审核人退回起草。"),
        ("final", L, "领导不看起草中的讲话稿。"),
        ("reopen", A, "管理员不看起草中的讲话稿。"),
    ],
)
def test_other_roles_are_told_who_does_it(path: str, role: str, reason: str, method: str) -> None:
    speech = factories.speech()
    response = getattr(visitor(role=role), method)(f"/speeches/{speech.pk}/{path}/")
    assert response.status_code == 403
    assert words(response).startswith(f"不能看这一页 {reason}")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["final", "reopen"])
def test_a_speech_of_another_bureau_is_not_there(path: str, method: str) -> None:
    ask = getattr(stranger(R), method)
    assert ask(f"/speeches/{factories.speech().pk}/{path}/").status_code == 404


@pytest.mark.parametrize("path", ["final", "reopen"])
def test_another_method_is_refused(path: str) -> None:
    response = visitor(role=R).put(f"/speeches/{factories.speech().pk}/{path}/")
    assert response.status_code == 405


@pytest.mark.parametrize("path", ["final", "reopen"])
def test_who_is_not_logged_in_is_asked_to(path: str) -> None:
    target = f"/speeches/{factories.speech().pk}/{path}/"
    response = Client().get(target)
    assert (response.status_code, response["Location"]) == (302, f"/login/?next={target}")


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_queries_for_thirty_rows_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, client = factories.speech(), visitor()
    mark_final(speech, actor=factories.user())
    reopen(speech, actor=factories.user(), reason="改")
    for number in range(count):
        factories.node(speech, f"标题{number}", body=f"{{数据{number}}}")
        factories.figure(speech, f"数据{number}")
    # session, user, speech, nodes, figures, pace, copies; for the checks rules that are off, words,
    # people, divisions, what was left
    with django_assert_num_queries(12):
        client.get(f"/speeches/{speech.pk}/final/")
