"""导出: the choices, and the files that come of them."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.utils.timezone import localtime
from pytest_django import DjangoAssertNumQueries, Settings

from speeches.enums import LayoutChoice, MarkerChoice, UserRole
from speeches.models import Export, Speech
from speeches.services import saving
from speeches.services.editions import set_default
from speeches.services.exporting import WORD
from speeches.services.finalising import mark_final, reopen
from speeches.typeset import fonts
from speeches.typeset.edition import STANDARD
from tests import factories
from tests.export import reading_pdf as read
from tests.views.visiting import final_copy, stranger, visitor, words

pytestmark = pytest.mark.django_db

PATHS = ("export", "pdf", "print", "docx", "text")
ONLY_DRAFTERS = "不能看这一页 由起草人导出。定稿以后，可以在“定稿”里下载。"


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def name_of(response) -> str:
    return unquote(response["Content-Disposition"].partition("utf-8''")[2])


def stamped(speech: Speech, stamp: str) -> list[str]:
    """The first lines of every page of the PDF."""
    response = visitor().get(f"/speeches/{speech.pk}/pdf/", {"stamp": stamp})
    return [lines[0] for lines in read.lines(content(response))]


def offered(page: str, name: str) -> dict[str, tuple[str, bool]]:
    """The choices of a field: their labels, and which is chosen."""
    found = re.findall(
        rf'<input type="radio"[^>]*name="{name}"[^>]*>\s*<label[^>]*>\s*([^<]*?)\s*<', page
    )
    inputs = re.findall(rf'<input type="radio"[^>]*name="{name}"[^>]*>', page)
    values = [re.search(r'value="([^"]*)"', each)[1] for each in inputs]
    return {
        value: (label, " checked" in each)
        for value, label, each in zip(values, found, inputs, strict=True)
    }


def test_the_page_offers_editions_marks_and_files() -> None:
    speech = factories.speech()
    page = visitor().get(f"/speeches/{speech.pk}/export/").content.decode()
    assert offered(page, "edition") == {
        "standard": (STANDARD.name, True),
        "large": ("大字版", False),
    }
    assert offered(page, "stamp") == {
        "": ("不标注", True),
        "comments": ("征求意见稿", False),
        "review": ("送审稿", False),
    }
    assert re.findall(r'(?:action|formaction|href)="(/speeches/[^"]*)"', page) == [
        f"/speeches/{speech.pk}/",
        f"/speeches/{speech.pk}/pdf/",
        f"/speeches/{speech.pk}/print/",
        f"/speeches/{speech.pk}/docx/",
        f"/speeches/{speech.pk}/text/",
    ]


def test_the_bureau_s_default_edition_is_chosen_beforehand_and_taken_where_none_is() -> None:
    speech = factories.speech(title="题")
    set_default(factories.bureau(), "large")
    page = visitor().get(f"/speeches/{speech.pk}/export/").content.decode()
    assert offered(page, "edition")["large"] == ("大字版", True)
    assert name_of(visitor().get(f"/speeches/{speech.pk}/pdf/")).startswith("题_大字版_v1")


@pytest.mark.parametrize("what", ["pdf", "print", "docx"])
def test_a_file_comes_in_the_edition_that_was_chosen(what: str) -> None:
    speech = factories.speech(title="题")
    response = visitor().get(f"/speeches/{speech.pk}/{what}/", {"edition": "large"})
    assert name_of(response).startswith("题_大字版_v1_2026-07-16.")


def test_what_was_had_last_is_told_with_the_changes_since() -> None:
    speech, client = factories.speech(title="题"), visitor(name="林知秋")
    before = words(client.get(f"/speeches/{speech.pk}/export/"))
    client.get(f"/speeches/{speech.pk}/pdf/", {"edition": "large"})
    client.get(f"/speeches/{speech.pk}/docx/", {"stamp": "review"})
    at = localtime(Export.objects.all()[0].made_at)
    saving.save(speech, {"opening": "好。"}, seen=speech.version, actor=None)
    after = words(client.get(f"/speeches/{speech.pk}/export/"))
    assert "上次导出" not in before
    assert (
        f"上次导出：第1稿 {STANDARD.name} Word（送审稿），{at.month}月{at.day}日 {at:%H:%M}，"
        "林知秋，之后改过1次。"
    ) in after
    assert [(each.format, each.edition) for each in Export.objects.all()] == [
        ("docx", STANDARD.name),
        ("pdf", "大字版"),
    ]


@pytest.mark.parametrize("path", ["", "export/", "title/"])
@pytest.mark.parametrize("role", [UserRole.DRAFTER, UserRole.REVIEWER])
def test_whoever_works_at_a_reopened_speech_is_told_what_leaders_read(path: str, role: str) -> None:
    final = final_copy()
    reopen(final.speech, actor=None, reason="改数据")
    speech = Speech.objects.get(pk=final.speech_id)
    saving.save(speech, {"opening": "好。"}, seen=speech.version, actor=None)
    response = visitor(role=role).get(f"/speeches/{speech.pk}/{path}")
    if response.status_code == 200:
        assert "领导看到的定稿是 第1稿 ，之后改过1次。" in words(response)
    assert (response.status_code == 200) == (role == UserRole.DRAFTER or not path)


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
    assert list(offered(page.content.decode(), "stamp")) == []


@pytest.mark.parametrize("what", ["pdf", "print", "docx"])
def test_another_edition_is_refused_at_its_field(what: str) -> None:
    response = visitor().get(f"/speeches/{factories.speech().pk}/{what}/", {"edition": "海报"})
    assert response.status_code == 422
    assert "没有生成文件 请在版式的选项里选一个。" in words(response)
    assert list(Export.objects.all()) == []


@pytest.mark.parametrize("what", ["pdf", "print", "docx"])
def test_another_mark_is_refused_at_its_field(what: str) -> None:
    response = visitor().get(f"/speeches/{factories.speech().pk}/{what}/", {"stamp": "作废"})
    assert response.status_code == 422
    assert "没有生成文件 请在稿件标注的选项里选一个。" in words(response)
    assert "<title>错误：导出：" in response.content.decode()


def test_the_page_says_what_the_file_will_show() -> None:
    speech = factories.speech(opening="{学位}、{无}", speaker="李喆")
    factories.figure(speech, "学位")
    said = words(visitor().get(f"/speeches/{speech.pk}/export/"))
    assert "稿中还有2处待定，文件里会标出来。" in said
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
        ("docx", WORD, "attachment", "docx"),
        ("text", "text/plain; charset=utf-8", "attachment", "txt"),
    ],
)
def test_files_come_under_their_chinese_names(what: str, kind: str, kept: str, ending: str) -> None:
    speech = factories.speech(title="在半年工作会议上的讲话")
    response = visitor().get(f"/speeches/{speech.pk}/{what}/")
    disposition = response["Content-Disposition"].partition(";")[0]
    assert (response["Content-Type"], disposition) == (kind, kept)
    assert name_of(response) == f"在半年工作会议上的讲话_v1_2026-07-16.{ending}"


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
    assert ("下载 PDF" in page.content.decode(), "下载 Word" in words(page)) == (False, True)
    assert client.get(f"/speeches/{speech.pk}/docx/").status_code == 200
    assert refusal.status_code == 503
    assert words(refusal).startswith("没有生成文件 这台机器上没有小标宋")


def test_a_broken_font_file_is_left_out_and_the_others_print(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "仿宋.ttf").write_bytes(b"no font")
    settings.FONT_DIRS = [tmp_path]
    response = visitor().get(f"/speeches/{factories.speech(title='题').pk}/print/")
    assert read.lines(content(response))[0][0] == "题"


@pytest.mark.parametrize("points", [1, 30])
def test_the_page_takes_as_many_queries_for_thirty_points_as_for_one(
    points: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, client = factories.speech(), visitor()
    for number in range(points):
        factories.node(speech, f"标题{number}", body="正文")
    # session, user, own editions, speech twice, nodes, figures, final copies, exports
    with django_assert_num_queries(9):
        client.get(f"/speeches/{speech.pk}/export/")
