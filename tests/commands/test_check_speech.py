"""`manage.py check_speech`."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from speeches.enums import IgnoreScope
from speeches.models import Ignore, Node
from speeches.services import finalising
from tests import factories
from tests.importing import making_docx

pytestmark = pytest.mark.django_db

TEXT = """在全市年中会上的讲话
同志们：
今天召开年中会,总结工作,部署任务。
一、抓好落实
要投资x亿元，要办好实事。
（一）抓进度。工期已经定下来，要按期完工。
（二）抓质量。标准已经定下来，要严格验收。
谢谢大家！
"""


def run(target: object, **options: Any) -> str:
    out = StringIO()
    call_command("check_speech", str(target), stdout=out, **options)
    return out.getvalue()


def written(folder: Path, text: str = TEXT) -> Path:
    path = folder / "讲话.txt"
    path.write_text(text, encoding="utf-8")
    return path


def told_of(rules: tuple[str, ...], target: object) -> list[dict[str, Any]]:
    """What --json tells of these rules."""
    findings = json.loads(run(target, json=True))["findings"]
    return [finding for finding in findings if finding["rule"] in rules]


def test_a_file_is_checked_as_it_was_written(tmp_path: Path) -> None:
    path = written(tmp_path)
    mask, *marks = sorted(told_of(("A1", "B1"), path), key=lambda each: str(each["rule"]))
    assert mask == {
        "rule": "A1",
        "family": "leftovers",
        "level": "error",
        "block": 4,
        "start": 3,
        "end": 4,
        "text": "x",
        "message": "这里只写了一个代替的符号，请填上数字或名称；暂时没有的写成〔待补充〕。",
        "fix": None,
    }
    assert [(each["block"], each["start"], each["text"], each["fix"]) for each in marks] == [
        (2, 7, ",", "，"),
        (2, 12, ",", "，"),
    ]


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    out = run(written(tmp_path), json=True)
    assert (list(json.loads(out)), out[0], out[-2:]) == (["findings"], "{", "}\n")


def test_a_list_is_told_by_level_with_repeats_in_one_line(tmp_path: Path) -> None:
    lines = run(written(tmp_path)).split("\n")
    assert lines[0].startswith("在全市年中会上的讲话：错误 3 处")
    assert [line for line in lines if " A1 " in line] == [
        "  第 5 行 A1 “x”：这里只写了一个代替的符号，请填上数字或名称；暂时没有的写成〔待补充〕。"
    ]
    marks = [line for line in lines if " B1 " in line]
    start, _, times = marks[0].partition("：")
    assert (len(marks), start, times[-7:]) == (1, "  第 3 行 B1 “,” → “，”", "（共 2 处）")
    assert lines[1] == "错误（3 处）"


def test_a_long_stretch_is_shown_in_part(tmp_path: Path) -> None:
    title = "在全市交通运输系统安全生产和防汛抗旱工作第二次视频调度会议上的讲话"
    out = run(written(tmp_path, f"{title}\n{title}\n今天开会。"))
    assert f"  第 2 行 A12 “{title[:30]}…”：标题重复了，留一个就够了。" in out.split("\n")


def test_where_nothing_is_wrong_it_says_so(tmp_path: Path) -> None:
    assert run(written(tmp_path, "今天")) == "今天：没有发现问题\n"
    assert run(written(tmp_path, "今天召开会议。")).startswith("（没有标题）：")


def test_a_word_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    paragraphs = "".join(making_docx.p(line) for line in TEXT.splitlines())
    path.write_bytes(making_docx.docx(paragraphs))
    assert [(each["rule"], each["block"]) for each in told_of(("A1",), path)] == [("A1", 4)]


def test_a_speech_is_checked_by_its_number() -> None:
    speech = factories.speech(title="在年中会上的讲话", opening="今天召开会议,投资x亿元。")
    marks = told_of(("A1", "B1"), speech.pk)
    assert [(each["rule"], each["text"]) for each in marks] == [("B1", ","), ("A1", "x")]
    lines = run(speech.pk).split("\n")
    assert [line[:12] for line in lines if " A1 " in line] == ["  第 3 段 A1 “"]


def test_rules_that_the_bureau_switched_off_do_not_run() -> None:
    speech = factories.speech(opening="今天召开会议,投资x亿元。")
    factories.rule_off("B1")
    assert [each["rule"] for each in told_of(("A1", "B1"), speech.pk)] == ["A1"]


def test_what_was_left_is_only_counted() -> None:
    speech = factories.speech(opening="今天召开会议，投资x亿元。")
    Ignore.objects.create(speech=speech, rule="A1", scope=IgnoreScope.SPEECH, key="k", text="x")
    assert told_of(("A1",), speech.pk) == []
    assert run(speech.pk).endswith("另有 1 处已经核对过，没有列出。\n")


def test_of_a_final_speech_the_final_copy_is_checked() -> None:
    speech = factories.speech(opening="今天召开会议，投资x亿元。")
    finalising.mark_final(speech, actor=factories.user(), because="数字还没有公布")
    assert [each["rule"] for each in told_of(("A1",), speech.pk)] == ["A1"]


def test_what_cannot_be_done_is_one_sentence(tmp_path: Path) -> None:
    missing = tmp_path / "没有.txt"
    for target, sentence in (
        (999, "没有编号为 999 的讲话稿。"),
        (missing, f"读不了文件 {missing}：没有这个文件。"),
        (tmp_path, f"读不了文件 {tmp_path}：这是文件夹。"),
    ):
        with pytest.raises(CommandError) as refused:
            run(target)
        assert str(refused.value) == sentence


def test_a_speech_with_a_broken_outline_is_said_so() -> None:
    speech = factories.speech()
    point = factories.node(factories.node(speech, "成绩"), "甲", kind="category")
    item = factories.node(point, "乙", kind="item")
    Node.objects.filter(pk=point.pk).update(parent=item)
    with pytest.raises(CommandError, match=f"^编号为 {speech.pk} 的讲话稿提纲前后不接，读不了。$"):
        run(speech.pk)
