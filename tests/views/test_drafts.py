"""A speech as it stands: pages, outline, files."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

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


def page_of(speech: Speech) -> str:
    return visitor().get(f"/speeches/{speech.pk}/").content.decode()


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


def test_the_bar_names_the_state_and_what_can_be_done() -> None:
    speech = speech_of_two_parts()
    revision = Speech.objects.get(pk=speech.pk).revision
    bar = page_of(speech).split("<header", 1)[1].split("</header")[0]
    assert re.findall(r">\s*([^<>\s][^<>]*?)\s*<", bar) == [
        "稿台",
        "在全市教育系统半年工作会议上的讲话",
        f"起草中 · 第{revision}稿",
        "文本",
        "打印版",
        "下载 PDF",
        "林知秋",
        "退出",
    ]


def test_what_has_to_be_settled_is_listed_with_its_reason() -> None:
    speech = factories.speech(opening="{学位}、{资金}、{没有}")
    factories.figure(speech, "学位", value="1200", unit="个")
    factories.figure(speech, "资金", value="", unit="亿元")
    found = re.findall(r"<span>([^<]*)</span><span class=\"open-note\">([^<]*)<", page_of(speech))
    assert found == [("学位 1200个", "待核实"), ("资金", "待补"), ("{没有}", "没有这项数据")]


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
    speech, client = speech_of_two_parts(points), visitor()
    with django_assert_num_queries(6):  # session, user, speech, nodes, figures, revision
        client.get(f"/speeches/{speech.pk}/")


@pytest.mark.parametrize(
    ("what", "kind", "kept", "ending"),
    [
        ("pdf", "application/pdf", "attachment", "pdf"),
        ("print", "application/pdf", "inline", "pdf"),
        ("text", "text/plain; charset=utf-8", "attachment", "txt"),
    ],
)
def test_files_come_under_their_chinese_names(what: str, kind: str, kept: str, ending: str) -> None:
    speech = factories.speech(title="在半年工作会议上的讲话")
    response = visitor().get(f"/speeches/{speech.pk}/{what}/")
    disposition, name = response["Content-Disposition"].split("; filename*=utf-8''")
    assert (response["Content-Type"], disposition) == (kind, kept)
    assert unquote(name) == f"在半年工作会议上的讲话_v1_2026-07-16.{ending}"


def test_the_text_is_the_document_a_paragraph_a_line() -> None:
    response = visitor().get(f"/speeches/{speech_of_two_parts().pk}/text/")
    assert b"".join(response.streaming_content).decode().splitlines() == [
        "在全市教育系统半年工作会议上的讲话",
        "",
        "程立言",
        "（2026年7月16日）",
        "",
        "下面，我讲两点意见。",
        "一、肯定成绩",
        "实现了“一稳”。",
        "（一）第0项工作稳。成效明显。",
        "二、狠抓落实",
        "要做到：一要加强领导。",
    ]


def test_without_fonts_the_site_says_which_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    speech, client = factories.speech(), visitor()
    page = client.get(f"/speeches/{speech.pk}/")
    refusal = client.get(f"/speeches/{speech.pk}/pdf/")
    assert "现在不能生成 PDF。这台机器上没有小标宋、黑体、楷体、仿宋、宋体字体" in words(page)
    assert "texlive-lang-chinese" in words(page)
    assert "下载 PDF" not in page.content.decode()
    assert refusal.status_code == 503
    assert words(refusal).startswith("没有生成文件 这台机器上没有小标宋")


def test_a_broken_font_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "仿宋.ttf").write_bytes(b"no font")
    settings.FONT_DIRS = [tmp_path]
    response = visitor().get(f"/speeches/{factories.speech().pk}/print/")
    assert response.status_code == 503
    assert f"字体文件 {tmp_path / '仿宋.ttf'} 已损坏" in words(response)
