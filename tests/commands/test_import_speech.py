"""`manage.py import_speech`."""

from __future__ import annotations

import datetime
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from speeches.importing.as_json import as_json
from speeches.importing.parsing import parse
from speeches.models import Bureau, Import, Meeting, Speech
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "旧稿.txt"
    path.write_text(factories.OLD_SPEECH)
    return path


def run(path: Path, **options: Any) -> tuple[str, str]:
    """What is said on standard output and on standard error."""
    out, complaint = StringIO(), StringIO()
    call_command("import_speech", path, stdout=out, stderr=complaint, **options)
    return out.getvalue(), complaint.getvalue()


def refusal(path: Path, **options: Any) -> str:
    with pytest.raises(CommandError) as refused:
        run(path, **options)
    assert not Speech.objects.exists()
    assert not Import.objects.exists()
    return str(refused.value)


def test_a_file_becomes_a_speech_of_the_meeting(path: Path) -> None:
    meeting = factories.meeting(name="年中会")
    out, complaint = run(path, meeting=meeting.pk)
    speech = Speech.objects.get()
    assert (speech.meeting, speech.source.shown_name, complaint) == (meeting, "旧稿.txt", "")
    assert out.split("\n") == [
        "在全市教育系统半年工作会议上的讲话：2 个部分，4 个要点",
        "要看一看的：待补 1 处",
        f"已导入：讲话稿编号 {speech.pk}，会议“年中会”。",
        "",
    ]


def test_without_a_meeting_one_is_named_by_the_title(path: Path) -> None:
    bureau = factories.bureau()
    run(path)
    meeting = Meeting.objects.get()
    assert (meeting.bureau, meeting.name) == (bureau, "全市教育系统半年工作会议")
    assert meeting.date == datetime.date(2025, 7, 18)


@pytest.mark.parametrize("name", ["临江市教育局", "市局"])
def test_of_several_bureaus_one_is_named(name: str, path: Path) -> None:
    factories.bureau()
    chosen = Bureau.objects.create(name="临江市教育局", short_name="市局")
    run(path, bureau=name)
    assert Meeting.objects.get().bureau == chosen


def test_json_is_one_object_and_nothing_else(path: Path) -> None:
    out, complaint = run(path, meeting=factories.meeting().pk, json=True)
    speech = Speech.objects.get()
    assert json.loads(out) == as_json(parse(factories.OLD_SPEECH), speech.pk)
    assert (out[0], out[-2:], complaint) == ("{", "}\n", "")


def test_a_dry_run_saves_nothing(path: Path) -> None:
    path.write_text(factories.OLD_SPEECH.replace("x个", "120个"))
    out, _ = run(path, dry_run=True)
    assert out.split("\n")[1:] == ["只是试读，没有保存。", ""]
    out, _ = run(path, dry_run=True, json=True)
    assert json.loads(out)["speech_id"] is None
    assert not Import.objects.exists()


def test_what_is_to_be_looked_at_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_text(
        "在会上的讲话\n同志们：\n今天开会。\n一、工作\n（一）甲平稳。正文。\n（三）乙平稳。正文。\n***\n谢谢大家！"
    )
    out, _ = run(path, dry_run=True)
    assert out.split("\n")[1:-2] == [
        "要看一看的：序号不连续 1 处，未识别 1 处",
        "  第 7 行 只有符号的一行：***",
        "  第 6 行 （三） 序号不连贯：“（一）”之后是“（三）”",
    ]


def test_another_genre_is_said(tmp_path: Path) -> None:
    path = tmp_path / "主持词.txt"
    path.write_text(
        "在年中会上的主持词\n同志们：\n现在开会。会议有三项议程。\n"
        "首先，请程敬川同志讲话，大家欢迎。\n下面，进行第二项议程。\n会议到此结束，散会。"
    )
    out, complaint = run(path, dry_run=True, json=True)
    assert complaint == "这像是一篇主持词，不是讲话稿。\n"
    assert json.loads(out)["kind"] == "other"


def test_what_cannot_be_done_is_one_sentence(path: Path, tmp_path: Path) -> None:
    assert refusal(path) == "还没有单位，请先在管理后台建一个。"
    factories.bureau("清河市教育局")
    assert refusal(path, bureau="山阳县教育局") == (
        "没有“山阳县教育局”这个单位，现有：清河市教育局。"
    )
    factories.bureau("临江市教育局")
    several = "有几个单位，请用 --bureau 写明归哪一个，或用 --meeting 写明会议："
    assert refusal(path) == f"{several}清河市教育局、临江市教育局。"
    assert refusal(path, meeting=999) == "没有编号为 999 的会议。"
    assert refusal(path, meeting=0) == "没有编号为 0 的会议。"
    own = factories.meeting()
    assert refusal(path, meeting=own.pk, bureau="临江市教育局") == (
        f"编号为 {own.pk} 的会议不是临江市教育局的，是清河市教育局的。"
    )
    missing = tmp_path / "没有.txt"
    assert refusal(missing) == f"读不了文件 {missing}：没有这个文件。"
    assert refusal(tmp_path) == f"读不了文件 {tmp_path}：这是文件夹。"
    (tmp_path / "空.docx").touch()
    assert refusal(tmp_path / "空.docx") == "空.docx：文件是空的，请另选一个文件。"


def test_what_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_text(
        f"在会上的讲话\n同志们：\n今天开会。\n一、{'长' * 201}\n正文。\n二、工作\n平稳。"
    )
    factories.bureau()
    assert refusal(path).startswith("没有保存：标题“长长长")
    assert not Meeting.objects.exists()
