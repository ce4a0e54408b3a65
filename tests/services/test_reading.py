"""What comes in from outside becomes text, or one sentence says why not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from speeches.enums import SourceKind
from speeches.importing.archive import MAX_SIZE
from speeches.importing.errors import ImportRefused
from speeches.importing.word import MAX_CHARACTERS
from speeches.services import reading
from tests.importing.making_docx import docx

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format('甲')}</w:tc></w:tr></w:tbl>"


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(ImportRefused) as refused:
        reading.from_file(content, name)
    return str(refused.value)


def test_what_is_pasted_stays_as_it_is_and_is_called_by_its_first_line() -> None:
    text = "\n 在会上的讲话（7/30）\r\n同志们：\n"
    source = reading.pasted(text)
    assert source == reading.Source(SourceKind.PASTED, text.encode(), text, "在会上的讲话（7/30）")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("同志们：".encode(), "旧稿.txt"),
        ("同志们：".encode("gb18030"), "C:\\稿子\\旧稿.txt"),
        ("\ufeff同志们：".encode("utf-16"), "/tmp/旧稿\u202e.txt"),
    ],
)
def test_a_text_file_is_read_in_its_encoding(content: bytes, name: str) -> None:
    source = reading.from_file(content, name)
    assert (source.kind, source.text.strip("\ufeff"), source.name) == (
        SourceKind.TXT,
        "同志们：",
        "旧稿.txt",
    )
    assert source.content == content


@pytest.mark.parametrize("name", ["旧稿.docx", "旧稿.DOCX", "旧稿"])
def test_a_word_file_is_read_in_a_child_and_tells_what_it_left_out(name: str) -> None:
    content = docx(PARAGRAPH.format("同志们：") + TABLE + PARAGRAPH.format("谢谢大家！"))
    assert reading.from_file(content, name) == reading.Source(
        SourceKind.DOCX, content, "同志们：\n谢谢大家！", name, ((1, "甲", "表格没有带入"),)
    )


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.docx", "文件是空的，请另选一个文件。"),
        (b"", "a.txt", "里面没有文字，没有导入。"),
        (b" \r\n\t", "a.txt", "里面没有文字，没有导入。"),
        (docx(TABLE), "a.docx", "只有图片、表格或文本框，里面没有文字，没有导入。"),
        (
            "字".encode() * (MAX_CHARACTERS + 1),
            "a.txt",
            "旧稿有200,001字，最多200,000字，请分开导入。",
        ),
        (b"x" * (MAX_SIZE + 1), "a.txt", "文件超过 20 MB，请去掉图片后另存，或把文字复制后粘贴。"),
        ("同志们".encode(), "a.docx", "这不是 docx 文档，请另存为 docx 再导入。"),
    ],
    ids=range(7),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    content: bytes, name: str, sentence: str
) -> None:
    assert refusal(content, name) == sentence


def test_what_is_pasted_is_bounded_too() -> None:
    assert reading.pasted("字" * MAX_CHARACTERS).text == "字" * MAX_CHARACTERS
    for text, sentence in {
        "字" * (MAX_CHARACTERS + 1): "旧稿有200,001字，最多200,000字，请分开导入。",
        "\u3000\n": "里面没有文字，没有导入。",
    }.items():
        with pytest.raises(ImportRefused, match=sentence):
            reading.pasted(text)


def test_what_no_database_holds_is_replaced_without_moving_anything() -> None:
    text = "同志们" * 60
    assert reading.from_file(f"{text}\0{text}".encode(), "a.txt").text == f"{text}\ufffd{text}"


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    assert refusal(docx(""), "a.docx") == (
        "这份文档读了 10 秒还没有读完，没有导入。请把文字复制后粘贴。"
    )


@pytest.mark.parametrize("program", ["/bin/false", "/no/such/python"])
def test_a_child_that_does_not_answer_is_no_error_of_the_site(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert refusal(docx(""), "a.docx") == (
        "这份文档读不了，没有导入。请用 Word 或 WPS 打开后另存为 docx，或把文字复制后粘贴。"
    )


def test_the_child_is_told_no_secret_of_the_site(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spy = tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\nenv > {tmp_path}/told\n")
    spy.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(spy))
    for name in (*reading.SECRETS, "LANG"):
        monkeypatch.setitem(os.environ, name, "told")
    refusal(docx(""), "a.docx")
    told = (tmp_path / "told").read_text().splitlines()
    assert [line for line in told if line.endswith("=told")] == ["LANG=told"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("旧\u200b稿\x00.txt", "旧稿.txt"),
        ("长" * 300 + ".docx", "长" * 250 + ".docx"),
        ("", ""),
    ],
)
def test_a_name_is_shown_without_its_folders_and_without_tricks(name: str, shown: str) -> None:
    assert reading.shown_name(name) == shown
