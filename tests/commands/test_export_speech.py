"""`manage.py export_speech`."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from speeches.typeset import fonts
from speeches.typeset.edition import STANDARD
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("pdf", b"%PDF-"),
        ("docx", b"PK"),
        ("txt", "在半年".encode()),
        ("html", b"<!DOCTYPE html>"),
    ],
)
def test_a_speech_is_written_in_every_format(form: str, start: bytes, tmp_path: Path) -> None:
    speech = factories.speech(title="在半年工作会议上的讲话")
    path, said = tmp_path / "稿", StringIO()
    call_command("export_speech", speech.pk, format=form, output=path, stdout=said)
    assert path.read_bytes().startswith(start)
    assert said.getvalue() == f"已导出 {path}\n"


def test_in_a_folder_it_gets_its_own_name(tmp_path: Path) -> None:
    speech = factories.speech(title="在半年工作会议上的讲话")
    call_command("export_speech", str(speech.pk), f"--output={tmp_path}", stdout=StringIO())
    assert [path.name for path in tmp_path.iterdir()] == [
        "在半年工作会议上的讲话_v1_2026-07-16.pdf"
    ]


@pytest.mark.parametrize("edition", ["large", "大字版"])
def test_an_edition_is_chosen_by_key_or_name(edition: str, tmp_path: Path) -> None:
    speech = factories.speech(title="题")
    arguments = [f"--edition={edition}", f"--output={tmp_path}"]
    call_command("export_speech", str(speech.pk), *arguments, stdout=StringIO())
    assert [path.name for path in tmp_path.iterdir()] == ["题_大字版_v1_2026-07-16.pdf"]
    assert [(each.edition, each.made_by) for each in speech.exports.all()] == [("大字版", None)]


def test_an_edition_that_is_not_there_is_answered_with_those_that_are() -> None:
    sentence = f"^没有“海报”这种版式。可以用的有：{re.escape(STANDARD.name)}、大字版。$"
    with pytest.raises(CommandError, match=sentence):
        call_command("export_speech", factories.speech().pk, edition="海报")


def test_a_speech_that_is_not_there_is_said_so() -> None:
    with pytest.raises(CommandError, match=r"^没有编号为 999 的讲话稿。$"):
        call_command("export_speech", 999)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    path = tmp_path / "没有" / "稿.txt"
    with pytest.raises(CommandError, match=f"^写不了文件 {path}：No such file or directory。$"):
        call_command("export_speech", factories.speech().pk, format="txt", output=path)


def test_missing_fonts_end_it_with_the_package_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    with pytest.raises(CommandError, match=r"^这台机器上没有.*请安装 Debian 软件包 "):
        call_command("export_speech", factories.speech().pk)
