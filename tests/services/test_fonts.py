"""The fonts of the site: what people are told about them, and what tells one from another."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytest_django import Settings

from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.services.copies import Copy
from speeches.services.fonts import font_note, font_trouble, fonts, identities, skipped_fonts
from speeches.typeset import fonts as faces
from speeches.typeset.edition import STANDARD, Face
from speeches.typeset.fonts import BrokenFont
from speeches.typeset.pages import Pages


def titled(title: str) -> Pages:
    document = assemble(SpeechFacts(Row("speech", 1), title=title))
    return Copy(document, revision=3, date=None, is_draft=True).pages(STANDARD)


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("半年工作会议", ""),
        ("李喆和珺", "小标宋里没有“喆”“珺”，PDF 里用“Noto Serif CJK SC”字体代替。"),
        ("\ue000", "小标宋和各种字体里都没有“\ue000”，PDF 里印成“〓”，请换一种写法。"),
        (
            "喆\ue001",
            (
                "小标宋里没有“喆”，PDF 里用“Noto Serif CJK SC”字体代替。"
                "小标宋和各种字体里都没有“\ue001”，PDF 里印成“〓”，请换一种写法。"
            ),
        ),
        (
            "".join(map(chr, range(0xE000, 0xE00E))),
            "小标宋和各种字体里都没有"
            + "".join(f"“{chr(code)}”" for code in range(0xE000, 0xE00C))
            + "等14个字，PDF 里印成“〓”，请换一种写法。",
        ),
    ],
)
def test_what_the_fonts_lack_is_told_in_a_sentence(title: str, note: str) -> None:
    assert font_note(titled(title)) == note


def test_without_fonts_the_package_is_named_and_nothing_told_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(faces, "SYSTEM_FOLDERS", ())
    assert font_note(titled("喆")) == ""
    assert font_trouble().startswith("这台机器上没有小标宋、黑体、楷体、仿宋、宋体字体：请安装")


def test_a_font_file_that_cannot_be_read_is_named(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert skipped_fonts() == ""
    (tmp_path / "仿宋.ttf").write_bytes(b"no font")
    settings.FONT_DIRS = [tmp_path]
    sentence = f"读不了的字体文件已跳过：{tmp_path / '仿宋.ttf'}，请换一份，或者移走。"
    assert skipped_fonts() == sentence
    monkeypatch.setattr(faces, "SYSTEM_FOLDERS", ())
    assert skipped_fonts().endswith(sentence)


def test_a_font_is_itself_under_whatever_path_and_date(settings: Settings, tmp_path: Path) -> None:
    before = identities(fonts(STANDARD))
    own = fonts(STANDARD).font(Face.KAI).path
    shutil.copyfile(own, tmp_path / "a.otf")
    settings.FONT_DIRS = [tmp_path]
    assert fonts(STANDARD).font(Face.KAI).path == tmp_path / "a.otf"
    assert identities(fonts(STANDARD)) == before


def test_another_file_under_the_same_name_is_another_font(tmp_path: Path) -> None:
    hei = fonts(STANDARD).font(Face.HEI)
    path = tmp_path / "a.otf"
    path.write_bytes(hei.path.read_bytes() + b"\0")
    changed = faces.find_fonts([tmp_path], faces.SYSTEM_FOLDERS)
    differing = [
        one.partition(":")[0]
        for one, other in zip(identities(fonts(STANDARD)), identities(changed), strict=True)
        if one != other
    ]
    assert differing == ["hei"]


def test_a_font_that_has_gone_is_a_sentence(settings: Settings, tmp_path: Path) -> None:
    shutil.copyfile(fonts(STANDARD).font(Face.KAI).path, tmp_path / "a.otf")
    settings.FONT_DIRS = [tmp_path]
    book = fonts(STANDARD)
    (tmp_path / "a.otf").unlink()
    with pytest.raises(BrokenFont, match=r"a\.otf"):
        identities(book)
