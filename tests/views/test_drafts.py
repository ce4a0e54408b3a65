"""A speech as it stands: pages and outline."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from speeches.enums import LayoutChoice, MarkerChoice
from speeches.models import Speech
from speeches.typeset import fonts
from tests import factories
from tests.views.visiting import final_copy, visitor, words

pytestmark = pytest.mark.django_db


def speech_of_two_parts(points: int = 1) -> Speech:
    speech = factories.speech(speaker="程立言", opening="下面，我讲{数量}点意见。")
    first = factories.node(speech, "肯定成绩", body="实现了{合称}。", collective="稳")
    for number in range(points):
        factories.node(first, f"第{number}项工作稳", heading_run_in=True, body="成效明显。")
    last = factories.node(
        speech, "狠抓落实", body="要做到：", marker=MarkerChoice.YAO, layout=LayoutChoice.RUN_IN
    )
    factories.node(last, body="加强领导")
    return speech


def page_of(speech: Speech, role: str = "reviewer") -> str:
    """What somebody sees who reads; for who writes see test_desk.py."""
    return visitor(role=role).get(f"/speeches/{speech.pk}/").content.decode()


def test_the_outline_leads_to_the_headings_on_the_pages() -> None:
    page = page_of(speech_of_two_parts(points=2))
    lines = re.findall(
        r'href="#page-(\d+)" data-leads-to="(\d+)"><span class="outline-number">(.*?)</span>'
        r"<span>(.*?)</span>",
        page,
    )
    blocks = re.findall(r'data-block="(\d+)"[^>]*>(?:<span[^>]*>)*(?:[一二]、|（[一二]）)', page)
    assert [line[2:] for line in lines] == [
        ("一、", "肯定成绩"),
        ("（一）", "第0项工作稳"),
        ("（二）", "第1项工作稳"),
        ("二、", "狠抓落实"),
    ]
    assert [line[1] for line in lines] == blocks
    assert {line[0] for line in lines} == {"1"}


def test_without_headings_the_outline_says_what_will_stand_there() -> None:
    assert "还没有写部分和要点的标题" in page_of(factories.speech())


def without_counts(bar: str) -> str:
    """How much the checks found is not what these tests are about."""
    return re.sub(r'<span class="check-counts">.*?</span>', "", bar)


def test_the_bar_names_the_state_and_what_can_be_done() -> None:
    speech = speech_of_two_parts()
    revision = Speech.objects.get(pk=speech.pk).revision
    bar = page_of(speech, "drafter").split("<header", 1)[1].split("</header")[0]
    bar = without_counts(bar)
    assert re.findall(r">\s*([^<>\s][^<>]*?)\s*<", bar) == [
        "稿台",
        "在全市教育系统半年工作会议上的讲话",
        f"起草中 · 第{revision}稿",
        "校核",
        "数据",
        "导出",
        "定稿",
        "林知秋",
        "修改密码",
        "退出",
    ]


def test_what_has_to_be_settled_is_listed_with_its_reason() -> None:
    speech = factories.speech(opening="{学位}、{资金}、{没有}")
    factories.figure(speech, "学位", value="1200", unit="个")
    factories.figure(speech, "资金", value="", unit="亿元")
    found = re.findall(r"<span>([^<]*)</span><span class=\"open-note\">([^<]*)<", page_of(speech))
    assert found == [("学位 1200个", "待核实"), ("资金", "待补"), ("{没有}", "没有这项内容")]


def test_a_draft_shows_its_marks() -> None:
    assert 'class="sheets paper-marked"' in page_of(factories.speech())


def test_a_final_speech_shows_its_state_and_no_marks() -> None:
    page = page_of(final_copy().speech)
    assert 'state-final">定稿 · 第1稿<' in page
    assert 'class="sheets"' in page


def test_what_was_typed_is_no_markup() -> None:
    speech = factories.speech(title="<i>题</i>", opening="{<script>}<script>alert(1)</script>")
    factories.node(speech, "<img src=x>", body="正文")
    page = page_of(speech)
    assert [page.count(tag) for tag in ("<script>", "<i>", "<img")] == [0, 0, 0]


def test_nothing_on_the_page_needs_inline_style_or_script() -> None:
    page = page_of(speech_of_two_parts())
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)", page) == []


@pytest.mark.parametrize("points", [1, 30])
def test_a_page_takes_as_many_queries_for_thirty_points_as_for_one(
    points: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, client = speech_of_two_parts(points), visitor(role="reviewer")
    # session, user, speech, source, nodes, figures, revision, final copies
    with django_assert_num_queries(8):
        client.get(f"/speeches/{speech.pk}/")


def test_the_user_is_told_which_characters_the_fonts_lack() -> None:
    page = words(visitor().get(f"/speeches/{factories.speech(speaker='李喆').pk}/"))
    assert "楷体里没有“喆”，PDF 里用“Noto Serif CJK SC”字体代替。" in page
    assert "PDF 里用" not in words(visitor().get(f"/speeches/{factories.speech().pk}/"))


@pytest.mark.parametrize(
    ("role", "links", "reasons"),
    [
        ("drafter", ["校核", "数据", "导出", "定稿"], []),
        ("reviewer", ["校核", "数据", "定稿"], ["由起草人导出。定稿以后，可以在“定稿”里下载。"]),
        (
            "contributor",
            ["校核", "数据"],
            ["由起草人导出。定稿以后，可以在“定稿”里下载。", "由起草人或审核人定稿。"],
        ),
    ],
)
def test_what_a_person_may_not_do_is_explained(
    role: str, links: list[str], reasons: list[str]
) -> None:
    page = visitor(role=role).get(f"/speeches/{factories.speech().pk}/").content.decode()
    bar = without_counts(page.split('class="bar-actions"')[1].split("</div>")[0])
    assert re.findall(r">([^<>\s]+)<", bar) == links
    assert re.findall(r'side-note">([^<]*)<', page)[-len(reasons) - 1 :][1:] == reasons


def test_without_fonts_the_site_says_which_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    page = words(visitor().get(f"/speeches/{factories.speech().pk}/"))
    assert "现在不能生成 PDF。这台机器上没有小标宋、黑体、楷体、仿宋、宋体字体" in page
    assert "texlive-lang-chinese" in page
