"""导出: the choices, and the files that come of them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from pytest_django import DjangoAssertNumQueries, Settings

from speeches.enums import LayoutChoice, MarkerChoice, UserRole
from speeches.models import Speech
from speeches.services.finalising import mark_final
from speeches.typeset import fonts
from tests import factories
from tests.export import reading_pdf as read
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db

PATHS = ("export", "pdf", "print", "text")
ONLY_DRAFTERS = "不能看这一页 由起草人导出。定稿以后，可以在“定稿”里下载。"


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def stamped(speech: Speech, stamp: str) -> list[str]:
    """The first lines of every page of the PDF."""
    response = visitor().get(f"/speeches/{speech.pk}/pdf/", {"stamp": stamp})
    return [lines[0] for lines in read.lines(content(response))]


def test_the_page_offers_the_marks_and_the_files() -> None:
    speech = factories.speech()
    page = visitor().get(f"/speeches/{speech.pk}/export/").content.decode()
    offered = re.findall(r'type="radio"[^>]*value="([^"]*)"[^>]*?(checked)?\s*>', page)
    assert [value for value, _ in offered] == ["", "comments", "review"]
    assert re.findall(r'form-check-label">([^<]*)<', page) == ["不标注", "征求意见稿", "送审稿"]
    assert re.findall(r'(?:action|formaction|href)="(/speeches/[^"]*)"', page) == [
        f"/speeches/{speech.pk}/",
        f"/speeches/{speech.pk}/pdf/",
        f"/speeches/{speech.pk}/print/",
        f"/speeches/{speech.pk}/text/",
    ]


@pytest.mark.parametrize(
    ("stamp", "head"), [("comments", "征求意见稿"), ("review", "送审稿"), ("", "题名")]
)
def test_a_draft_carries_the_mark_that_was_chosen(stamp: str, head: str) -> None:
    assert stamped(factories.speech(title="题名"), stamp) == [head]


def test_a_mark_stands_on_every_page_of_a_draft() -> None:
    speech = factories.speech(title="题名", opening="一" * 28 * 30)
    assert stamped(speech, "review") == ["送审稿", "送审稿"]


def test_a_final_speech_carries_no_mark_and_is_offered_none() -> None:
    speech = factories.speech(title="题名")
    mark_final(speech, actor=None)
    page = visitor().get(f"/speeches/{speech.pk}/export/")
    assert stamped(speech, "comments") == ["题名"]
    assert "讲话稿已定稿，导出的就是定稿，不加标注。" in words(page)
    assert "radio" not in page.content.decode()


@pytest.mark.parametrize("what", ["pdf", "print"])
def test_another_mark_is_refused_at_its_field(what: str) -> None:
    response = visitor().get(f"/speeches/{factories.speech().pk}/{what}/", {"stamp": "作废"})
    assert response.status_code == 422
    assert "没有生成文件 请在稿件标注的选项里选一个。" in words(response)
    assert "<title>错误：导出：" in response.content.decode()


def test_the_page_says_what_the_file_will_show() -> None:
    speech = factories.speech(opening="{学位}、{无}", speaker="李喆")
    factories.figure(speech, "学位")
    said = words(visitor().get(f"/speeches/{speech.pk}/export/"))
    assert "稿中还有2处待定，PDF 里会标出来。" in said
    assert "楷体里没有“喆”" in said


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", [UserRole.REVIEWER, UserRole.CONTRIBUTOR])
def test_those_who_do_not_export_are_told_who_does(path: str, role: str) -> None:
    response = visitor(role=role).get(f"/speeches/{factories.speech().pk}/{path}/")
    assert response.status_code == 403
    assert words(response).startswith(ONLY_DRAFTERS)


@pytest.mark.parametrize("path", PATHS)
def test_a_speech_of_another_bureau_is_not_there(path: str) -> None:
    key = factories.speech().pk
    assert stranger(UserRole.DRAFTER).get(f"/speeches/{key}/{path}/").status_code == 404


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
    speech = factories.speech(speaker="程立言", opening="下面，我讲{数量}点意见。")
    first = factories.node(speech, "肯定成绩", body="实现了{合称}。", collective="稳")
    factories.node(first, "第一项工作稳", heading_run_in=True, body="成效明显。")
    last = factories.node(
        speech, "狠抓落实", body="要做到：", marker=MarkerChoice.YAO, layout=LayoutChoice.RUN_IN
    )
    factories.node(last, body="加强领导")
    assert content(visitor().get(f"/speeches/{speech.pk}/text/")).decode().splitlines() == [
        "在全市教育系统半年工作会议上的讲话",
        "",
        "程立言",
        "（2026年7月16日）",
        "",
        "下面，我讲两点意见。",
        "一、肯定成绩",
        "实现了“一稳”。",
        "（一）第一项工作稳。成效明显。",
        "二、狠抓落实",
        "要做到：一要加强领导。",
    ]


def test_without_fonts_no_pdf_is_offered_and_the_reason_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    speech, client = factories.speech(), visitor()
    page = client.get(f"/speeches/{speech.pk}/export/")
    refusal = client.get(f"/speeches/{speech.pk}/pdf/")
    assert "现在不能生成 PDF。这台机器上没有小标宋、黑体、楷体、仿宋、宋体字体" in words(page)
    assert "下载 PDF" not in page.content.decode()
    assert refusal.status_code == 503
    assert words(refusal).startswith("没有生成文件 这台机器上没有小标宋")


def test_a_broken_font_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "仿宋.ttf").write_bytes(b"no font")
    settings.FONT_DIRS = [tmp_path]
    response = visitor().get(f"/speeches/{factories.speech().pk}/print/")
    assert response.status_code == 503
    assert f"字体文件 {tmp_path / '仿宋.ttf'} 已损坏" in words(response)


@pytest.mark.parametrize("points", [1, 30])
def test_the_page_takes_as_many_queries_for_thirty_points_as_for_one(
    points: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, client = factories.speech(), visitor()
    for number in range(points):
        factories.node(speech, f"标题{number}", body="正文")
    with django_assert_num_queries(6):  # session, user, speech twice, nodes, figures
        client.get(f"/speeches/{speech.pk}/export/")
