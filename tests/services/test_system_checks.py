"""What `manage.py check` says about the fonts, and about the stores of exports and originals."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

from speeches.services.system_checks import check_exports, check_fonts, check_originals
from speeches.typeset import fonts


def test_a_machine_with_fonts_is_in_order() -> None:
    assert check_fonts() == []


def test_a_machine_without_them_is_told_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    messages = [each for each in run_checks() if each.id == "speeches.W001"]
    assert ["texlive-lang-chinese" in each.msg for each in messages] == [True]


def test_a_font_file_that_cannot_be_read_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "仿宋.ttf").write_text("")
    settings.FONT_DIRS = [tmp_path]
    messages = [each.msg for each in run_checks() if each.id == "speeches.W002"]
    assert messages == [f"读不了的字体文件已跳过：{tmp_path}/仿宋.ttf，请换一份，或者移走。"]


def test_a_store_that_answers_is_in_order() -> None:
    assert check_exports() == check_originals() == []


@pytest.mark.parametrize(
    ("store", "key", "told"),
    [
        ("exports", "speeches.W003", "存放导出文件的地方用不了"),
        ("originals", "speeches.W004", "存放导入原文的地方用不了"),
    ],
)
def test_a_store_that_does_not_answer_is_named(
    store: str, key: str, told: str, settings: Settings
) -> None:
    settings.STORAGES = settings.STORAGES | {store: {"BACKEND": "no.such.Storage"}}
    messages = [each.msg for each in run_checks() if each.id == key]
    assert [message.partition("（")[0] for message in messages] == [told]
