"""校核: the list beside the pages, what is underlined, and what is not shown again."""

from __future__ import annotations

import re

import pytest
from django.core.files.storage import storages
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.checks.registry import RULES
from speeches.enums import UserRole
from speeches.models import Ignore, Speech
from speeches.services import saving
from speeches.services.finalising import mark_final
from speeches.services.storing import ALIAS
from tests import factories
from tests.views.proofs import OPENING, address, keys_of, listed, markup, post, titles
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db

D, R, C, L, A = UserRole


@pytest.fixture
def speech() -> Speech:
    return factories.speech(opening=OPENING)


@pytest.fixture
def client() -> Client:
    return visitor()


def made_anew(client: Client, path: str) -> bytes:
    """A file that is not one kept from before."""
    kept = storages[ALIAS]
    for name in kept.listdir("")[1]:
        kept.delete(name)
    return b"".join(client.get(path).streaming_content)


# --- The list --------------------------------------------------------------------------------


def test_repeats_are_one_line_and_hints_wait_until_they_are_asked_for(
    client: Client, speech: Speech
) -> None:
    page = markup(client, speech)
    assert [level for level, _ in titles(page)] == ["错误", "错误"]
    assert "3处" in page
    told = words(client.get(address(speech)))
    assert "校核 错误 2 · 提示 1" in re.sub(
        r"\s+", " ", re.sub("<[^>]*>", " ", page.split('class="bar-actions"')[1])
    )
    assert "错误和疑似 2 错误 2 疑似 0 提示 1 全部 3" in told
    assert "新增学位 x 个。我们要抓好落实!!" in told


@pytest.mark.parametrize(
    ("show", "levels"),
    [
        ("", ["错误", "错误"]),
        ("error", ["错误", "错误"]),
        ("warning", []),
        ("hint", ["提示"]),
        ("all", ["错误", "错误", "提示"]),
        ("nonsense", ["错误", "错误"]),
    ],
)
def test_the_address_remembers_the_choice_of_levels(
    client: Client, speech: Speech, show: str, levels: list[str]
) -> None:
    assert [level for level, _ in titles(markup(client, speech, f"?show={show}"))] == levels


def test_lines_stand_under_their_parts(client: Client, speech: Speech) -> None:
    part = factories.node(speech, "上半年工作", body="投资x亿元。")
    factories.node(speech, "下半年工作", body="投资x亿元。")
    page = markup(client, speech)
    heads = re.findall(r'id="group-\d+">([^<]*)<', page)
    assert heads == ["标题和开头", "一、上半年工作", "二、下半年工作"]
    assert f'href="/nodes/{part.pk}/#id_body">去这一段' in page
    assert f'href="/speeches/{speech.pk}/opening/#id_opening">去这一段' in page


def test_a_line_leads_to_its_place_and_says_why(client: Client, speech: Speech) -> None:
    page = markup(client, speech)
    (key,) = keys_of(page, "x")
    assert f'<a href="#page-1" data-to-found="{key}"' in page
    assert f'id="found-{key}" data-finding="{key}" title="错误：' in page
    assert '<a href="/rules/#rule-A1">看这条规则和正确写法</a>' in page


def test_what_comes_from_data_leads_to_its_source(client: Client, speech: Speech) -> None:
    figure = factories.figure(speech, "投资", value="x", unit="亿元")
    saving.save(speech, {"opening": "投资{投资}。"}, seen=1, actor=None)
    page = markup(client, speech)
    assert f'href="/figures/{figure.pk}/">看这项数据' in page
    assert "data-accepts" not in page
    # of the cross it is said where to go; of what is not confirmed yet the message says it
    assert page.count("这里来自数据“投资”：请到数据里改。") == 1
    assert "数据“投资”还没有确认" in page


def test_of_many_that_are_read_one_by_one_each_says_its_own(client: Client) -> None:
    speech = factories.speech(opening="共{甲}{乙}{丙}{丁}所学校。")
    for name in "甲乙丙丁":
        factories.figure(speech, name)
    told = listed(client, speech, "warning")
    assert "数据还没有确认 4处" in told
    assert [told.count(f"数据“{name}”还没有确认") for name in "甲乙丙丁"] == [1, 1, 1, 1]


def test_of_many_that_are_mended_together_the_rule_is_said_once(
    client: Client, speech: Speech
) -> None:
    told = listed(client, speech)
    assert told.count("半角的是英文标点。") == 2  # in the line, and behind 为什么
    assert "应当用全角标点" not in told.partition("今天召开会议")[0]


def test_where_nothing_is_found_the_page_says_what_it_does_not_look_at(client: Client) -> None:
    assert "没有发现问题。 校核只看文字和数据" in listed(client, factories.speech())


def test_where_only_hints_are_left_the_page_says_where_they_are(client: Client) -> None:
    speech = factories.speech(opening="我们要抓好落实！！")
    assert "还有一些提示，点上面的“提示”来看。" in listed(client, speech)


def test_who_only_reads_sees_the_list_without_buttons(speech: Speech) -> None:
    for role in (R, C):
        page = markup(visitor(role=role), speech)
        assert len(titles(page)) == 2
        assert "<button" not in page.split('class="checks"')[1].split("</section")[0]
        assert "由起草人" in page


def test_of_a_final_speech_the_copy_is_checked_and_nothing_is_offered(
    client: Client, speech: Speech
) -> None:
    mark_final(speech, actor=None, because="先定")
    page = markup(client, speech)
    assert len(titles(page)) == 2
    assert "data-accepts" not in page
    assert "讲话稿已定稿" in page


def test_leaders_pages_know_nothing_of_findings(speech: Speech) -> None:
    copy = mark_final(speech, actor=None, because="先定")
    leader = visitor(role=L)
    for path in (f"/finals/{copy.pk}/", f"/finals/{copy.pk}/read/", "/finals/"):
        page = leader.get(path).content.decode()
        assert "found" not in page
        assert "先定" not in page


@pytest.mark.parametrize("what", ["pdf", "docx", "text"])
def test_files_are_the_same_with_and_without_findings(speech: Speech, what: str) -> None:
    told = made_anew(visitor(), f"/speeches/{speech.pk}/{what}/")
    for rule in RULES:
        factories.rule_off(rule.id)
    assert titles(markup(visitor(), speech, "?show=all")) == []
    assert made_anew(visitor(), f"/speeches/{speech.pk}/{what}/") == told


def test_the_pdf_that_leaders_have_is_the_same_with_and_without_findings(speech: Speech) -> None:
    copy, leader = mark_final(speech, actor=None, because="先定"), visitor(role=L)
    told = made_anew(leader, f"/finals/{copy.pk}/pdf/")
    for rule in RULES:
        factories.rule_off(rule.id)
    assert made_anew(leader, f"/finals/{copy.pk}/pdf/") == told


@pytest.mark.parametrize("path", ["opening/", "title/", ""])
def test_every_page_of_the_desk_underlines_what_is_found(
    client: Client, speech: Speech, path: str
) -> None:
    page = client.get(f"/speeches/{speech.pk}/{path}").content.decode()
    assert len(re.findall('class="found found-error"', page)) == 4
    assert f'data-checks="/speeches/{speech.pk}/checks/"' in page


def test_further_sheets_come_with_the_same_findings(client: Client) -> None:
    speech = factories.speech(opening="字" * 28 * 22 * 31 + "投资x亿元。" + "落实！！")
    for show, levels in (("error", {"error"}), ("all", {"error", "hint"})):
        page = markup(client, speech, f"?show={show}")
        (later,) = re.findall(r'hx-get="([^"]*)"', page)
        assert f"/checks/sheets/{show}/?from=31" in later
        sheets = client.get(later.replace("&amp;", "&")).content.decode()
        assert set(re.findall(r"found found-(\w+)", sheets)) == levels


def test_sheets_of_no_choice_are_not_there(client: Client, speech: Speech) -> None:
    assert client.get(address(speech, "sheets/nonsense/")).status_code == 404


def test_a_line_lists_a_hundred_places_and_says_how_many_more_there_are(client: Client) -> None:
    speech = factories.speech(opening="好,\n" * 130 + "好。")
    page = markup(client, speech)
    assert page.count("data-to-found") == 100
    assert "看这130处" in page
    assert "还有30处，处理完这些再看。" in page


@pytest.mark.parametrize("count", [1, 50])
def test_the_list_takes_as_many_queries_for_fifty_points_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, client = factories.speech(), visitor()
    for number in range(count):
        factories.node(speech, f"标题{number}", body="投资x亿元,很好!")
    # session, user, speech, nodes, figures, final copies, pace, bin; for the checks rules that are
    # off, words, people, divisions, what was left
    with django_assert_num_queries(13):
        client.get(address(speech))


# --- 不再提示 ---------------------------------------------------------------------------------


def test_what_is_left_stands_at_the_end_with_its_reason_and_can_be_brought_back(
    client: Client, speech: Speech
) -> None:
    (first, _) = keys_of(markup(client, speech), ",")
    told = {"key": first, "count": 3, "scope": "here", "reason": "引文"}
    data = told | {"show": "all", "at": "1"}
    answer = client.post(address(speech, "ignore/"), data)
    assert answer["Location"] == f"{address(speech)}?show=all#line-1"
    told = listed(client, speech)
    assert "不再提示了。" in told
    assert "不再提示的 3 处" in told
    assert re.search(r"引文（此处，林知秋，\d+月\d+日 \d\d:\d\d） 恢复", told)
    row = Ignore.objects.first()
    assert row is not None
    client.post(f"/ignores/{row.pk}/lift/")
    told = listed(client, speech)
    assert "已恢复提示。" in told
    assert "不再提示的 2 处" in told


def test_of_many_in_a_line_one_is_left_by_itself(client: Client, speech: Speech) -> None:
    (_, second) = keys_of(markup(client, speech), ",")
    sent = {"key": second, "count": 1, "scope": "here", "at": "1", "spot": "2"}
    answer = client.post(address(speech, "ignore/"), sent)
    assert answer["Location"] == f"{address(speech)}#spot-1-2"
    assert [row.key for row in Ignore.objects.all()] == [second]
    told = listed(client, speech)
    assert "不再提示的 1 处" in told
    assert "中文里的半角标点 2处" in told


def test_what_was_left_together_is_brought_back_together_or_one_by_one(
    client: Client, speech: Speech
) -> None:
    first = keys_of(markup(client, speech), ",")[0]
    cross = keys_of(markup(client, speech), "x")[0]
    post(client, speech, "ignore", key=first, count=3, scope="here")
    post(client, speech, "ignore", key=cross, count=1, scope="speech", reason="报上来再填")
    told = listed(client, speech)
    assert "不再提示的 4 处" in told
    assert re.search("中文里的半角标点 3处 看这3处 .*恢复这一处.* 恢复这3处", told)
    assert re.search("代替符号.* 报上来再填（本篇，.*） 恢复 ：留着代替符号", told)
    rows = list(Ignore.objects.filter(rule="B1").order_by("pk"))
    client.post(f"/ignores/{rows[0].pk}/lift/")
    assert "不再提示的 3 处" in listed(client, speech)
    client.post(f"/ignores/{rows[1].pk}/lift/", {"alike": ""})
    assert [row.rule for row in Ignore.objects.all()] == ["A1"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"scope": "bureau"}, "请在范围的选项里选一个。"),
        ({}, "请填写范围。"),
        ({"scope": "here", "reason": "长" * 201}, "原因最多200字"),
        ({"scope": "here", "count": 2}, "这一处刚被改过，提示已经变了。"),
        ({"scope": "here", "count": "x"}, "处数的写法不对，请改正。"),
    ],
)
def test_what_cannot_be_left_is_said(
    client: Client, speech: Speech, data: dict[str, object], said: str
) -> None:
    (key,) = keys_of(markup(client, speech), "x")
    post(client, speech, "ignore", **{"key": key, "count": 1} | data)
    assert said in listed(client, speech)
    assert not Ignore.objects.exists()


def test_in_a_final_speech_nothing_is_left_or_brought_back(client: Client, speech: Speech) -> None:
    page = markup(client, speech)
    comma, cross = keys_of(page, ",")[0], keys_of(page, "x")[0]
    post(client, speech, "ignore", key=comma, count=3, scope="here")
    mark_final(speech, actor=None, because="先定")
    post(client, speech, "ignore", key=cross, count=1, scope="here")
    assert "讲话稿已定稿" in listed(client, speech)
    row = Ignore.objects.first()
    assert row is not None
    client.post(f"/ignores/{row.pk}/lift/")
    assert "讲话稿已定稿" in listed(client, speech)
    assert Ignore.objects.count() == 3
