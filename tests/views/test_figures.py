"""数据: the ledger of a speech, and who reads and is led where."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Figure, Speech
from speeches.services import outlining
from speeches.services.finalising import mark_final
from tests import factories
from tests.views.filling import fields
from tests.views.ledgers import ledger_of, path_of
from tests.views.visiting import stranger, visitor, words

D, R, C, L, A = UserRole

pytestmark = pytest.mark.django_db


# --- The ledger ------------------------------------------------------------------------------


def test_an_empty_ledger_teaches_what_it_is_for(speech: Speech) -> None:
    said = words(visitor().get(ledger_of(speech)))
    assert "这篇讲话稿还没有数据。" in said
    assert "正文里写{新增学位}，印出来就是“1.68万个”；数值改一次，各处都跟着变。" in said


def rows(response: HttpResponse) -> list[list[str]]:
    """The cells of the ledger, as read."""
    found = re.findall(r'<tr role="row" id=.*?</tr>', response.content.decode(), re.DOTALL)
    cells = [re.findall(r"<t[hd] .*?</t[hd]>", row, re.DOTALL) for row in found]
    return [[" ".join(re.sub("<[^>]*>", " ", each).split()) for each in row] for row in cells]


def test_a_line_says_value_division_who_confirmed_it_and_where_it_is_used(speech: Speech) -> None:
    sure = factories.user(name="周宁")
    factories.figure(
        speech, "新增学位", value="1.68", unit="万个", department=factories.department(),
        confirmed_by=sure,
    )  # fmt: skip
    factories.figure(speech, "投资", value="", unit="亿元")
    factories.figure(speech, "学校数", value="1,680", unit="")
    part = factories.node(speech, "肯定成绩", body="{新增学位}")
    factories.node(part, "补短提质", body="{新增学位}、{ 投资 }")
    factories.node(part, "五育融合", body="{新增学位}")
    first, second, third = rows(visitor(role=R).get(ledger_of(speech)))
    assert first[:3] == ["新增学位", "1.68万个", "基础教育处"]
    assert first[3].startswith("已确认 周宁 · 20")
    assert first[4] == "肯定成绩 肯定成绩 › 补短提质 共 3 处 用到新增学位"
    assert second == ["投资", "未填（亿元）", "未定处室", "待填", "肯定成绩 › 补短提质"]
    assert third == ["学校数", "1,680", "未定处室", "待确认 确认 ：学校数 1,680", "还没有用到"]


def test_the_head_counts_what_is_left_to_do(speech: Speech) -> None:
    for name, value in (("甲", "1"), ("乙", ""), ("丙", "3")):
        factories.figure(speech, name, value=value)
    assert "共 3 项，待填 1 项，待确认 2 项。" in words(visitor().get(ledger_of(speech)))


def test_names_that_only_the_texts_know_are_offered_to_the_writer(speech: Speech) -> None:
    factories.figure(speech, "投资")
    factories.node(speech, "成绩", body="{投资}{学位 数}{合称}{合称:成绩}{数量}{要点}{}")
    deleted = factories.node(speech, body="{回收站里的}")
    outlining.delete_node(deleted, actor=None)
    page = visitor().get(ledger_of(speech))
    offered = re.findall(r'figures/new/\?name=([^"]*)"', page.content.decode())
    assert offered == ["%E5%AD%A6%E4%BD%8D%E6%95%B0"]
    assert "正文里用到、这里还没有的 {学位数} 在：成绩 增加 “学位数”" in words(page)
    form = fields(visitor().get(f"{ledger_of(speech)}new/?name=%E5%AD%A6%E4%BD%8D%E6%95%B0"))
    assert form["name"] == "学位数"
    assert "?name=" not in visitor(role=R).get(ledger_of(speech)).content.decode()


def test_who_only_gives_figures_sees_the_own_ones_first(
    speech: Speech, contributor: Client
) -> None:
    factories.figure(speech, "投资", department=factories.department("计划财务处"))
    factories.figure(speech, "新增学位", department=factories.department())
    page = contributor.get(ledger_of(speech))
    assert [row[0] for row in rows(page)] == ["新增学位", "投资"]
    assert [row[3] for row in rows(page)] == ["待确认 确认 ：新增学位 1200个", "待确认"]
    said = words(page)
    assert said.index("您处室的数据") < said.index("新增学位") < said.index("其他数据")
    assert "您处室的数据" not in words(visitor().get(ledger_of(speech)))


def test_who_may_not_add_is_told_why(speech: Speech) -> None:
    said = [words(visitor(role=role).get(ledger_of(speech))) for role in (R, C)]
    assert all("增加数据 由起草人增加。" in each for each in said)
    mark_final(speech, actor=None)
    assert "增加数据 讲话稿已定稿，不能再改。" in words(visitor().get(ledger_of(speech)))


@pytest.mark.parametrize("count", [1, 30])
def test_the_ledger_takes_as_many_queries_for_thirty_figures_as_for_one(
    speech: Speech, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = factories.user(C, department=factories.department())
    for number in range(count):
        division = factories.department() if number % 2 else None
        factories.figure(speech, f"数据{number}", department=division, confirmed_by=user)
        factories.node(speech, body=f"{{数据{number}}}")
    client = visitor(user)
    with django_assert_num_queries(5):  # session, user, speech, nodes, figures
        client.get(ledger_of(speech))


@pytest.mark.parametrize("count", [1, 30])
def test_a_figure_takes_as_many_queries_for_thirty_places_as_for_one(
    speech: Speech, figure: Figure, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        factories.node(speech, body="{新增学位}")
    client = visitor()
    with django_assert_num_queries(5):  # session, user, figure, nodes, divisions
        client.get(path_of(figure))


# --- All of them -----------------------------------------------------------------------------

PAGES = ("", "delete/")


@pytest.mark.parametrize("role", UserRole)
@pytest.mark.parametrize("step", [*PAGES, "confirm/"])
def test_another_bureau_does_not_learn_of_a_figure(figure: Figure, role: str, step: str) -> None:
    client = stranger(role)
    statuses = {client.post(path_of(figure, step), {"seen": "1"}).status_code}
    if step in PAGES:
        statuses.add(client.get(path_of(figure, step)).status_code)
    assert statuses == {404}


@pytest.mark.parametrize("role", [L, A])
def test_who_reads_no_drafts_reads_no_figures(figure: Figure, role: str) -> None:
    client = visitor(role=role)
    paths = [ledger_of(figure.speech), path_of(figure), path_of(figure, "delete/")]
    assert {client.get(path).status_code for path in paths} == {403}


def test_other_methods_are_refused(figure: Figure) -> None:
    client = visitor()
    answers = [client.get(path_of(figure, "confirm/")), client.post(ledger_of(figure.speech))]
    answers += [client.put(path_of(figure)), client.delete(path_of(figure, "delete/"))]
    assert {answer.status_code for answer in answers} == {405}


def test_who_is_not_logged_in_is_asked_to(figure: Figure) -> None:
    for path in (ledger_of(figure.speech), path_of(figure), path_of(figure, "delete/")):
        assert Client().get(path)["Location"] == f"/login/?next={path}"


@pytest.mark.parametrize("step", ["", "confirm/", "delete/"])
def test_a_session_that_ended_loses_nothing(figure: Figure, step: str) -> None:
    client = visitor()
    form = fields(client.get(path_of(figure))) | {"value": "我填的一千三"}
    client.logout()
    response = client.post(path_of(figure, step), form)
    assert response.status_code == 403
    assert "我填的一千三" in words(response)


def test_what_was_typed_is_no_markup(speech: Speech) -> None:
    figure = factories.figure(speech, "<b>粗", value="<i>", unit="<u>")
    factories.node(speech, "<img src=x>", body="{<b>粗}{<s>}")
    client = visitor()
    for path in (ledger_of(speech), path_of(figure), path_of(figure, "delete/")):
        page = client.get(path).content.decode()
        assert [page.count(tag) for tag in ("<b>", "<i>", "<u>", "<img", "<s>")] == [0] * 5


def links_of(page: HttpResponse) -> list[tuple[str, str]]:
    section = page.content.decode().split('id="places"')[1]
    return re.findall(r'<li><a href="([^"]*)">([^<]*)</a></li>', section)


def test_a_writer_is_led_to_the_form_of_each_text_and_others_to_the_pages(speech: Speech) -> None:
    texts = {"subtitle": "{投资}", "opening": "{投资}", "closing": "{投资}"}
    quoting = factories.speech(meeting=speech.meeting, **texts)
    node = factories.node(quoting, "成绩", body="{投资}")
    figure = factories.figure(quoting, "投资")
    of_speech = f"/speeches/{quoting.pk}/"
    assert links_of(visitor().get(path_of(figure))) == [
        (f"{of_speech}title/", "副标题"),
        (f"{of_speech}opening/", "开场"),
        (f"{of_speech}closing/", "结尾"),
        (f"/nodes/{node.pk}/", "成绩"),
    ]
    assert {link for link, _ in links_of(visitor(role=R).get(path_of(figure)))} == {of_speech}


def test_the_ledger_is_a_step_from_the_speech(speech: Speech) -> None:
    for role in (D, R, C):
        page = visitor(role=role).get(f"/speeches/{speech.pk}/").content.decode()
        assert f'href="{ledger_of(speech)}"' in page
