"""`manage.py clear_exports`."""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django import Settings

from reportsite import environment

DAY = 24 * 3600  # seconds


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """A store with a file of yesterday and one of 40 days ago."""
    exports = environment.private_storage("EXPORT_STORAGE", str(tmp_path), base=tmp_path)
    settings.STORAGES = settings.STORAGES | {"exports": exports}
    for name, days in (("ab/new", 1), ("cd/old", 40)):
        path = tmp_path / name
        path.parent.mkdir()
        path.touch()
        at = path.stat().st_mtime - days * DAY
        os.utime(path, (at, at))
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "removed", "left"),
    [
        ([], 1, ["new"]),
        (["--days", "41"], 0, ["new", "old"]),
        (["--days", "0"], 2, []),
    ],
)
def test_old_files_go_and_it_says_how_many(
    folder: Path, arguments: list[str], removed: int, left: list[str]
) -> None:
    said = StringIO()
    call_command("clear_exports", *arguments, stdout=said)
    assert said.getvalue() == f"已清理 {removed} 个文件。\n"
    assert sorted(path.name for path in folder.glob("*/*")) == left


@pytest.mark.parametrize("days", ["-1", "3.5", "三", "1000000"])
def test_what_is_no_number_of_days_is_refused(folder: Path, days: str) -> None:
    with pytest.raises(CommandError, match=r"--days: 要写一个整数，例如 30$"):
        call_command("clear_exports", f"--days={days}")
    assert len(list(folder.glob("*/*"))) == 2


def test_a_store_that_does_not_answer_is_named(settings: Settings) -> None:
    settings.STORAGES = settings.STORAGES | {"exports": {"BACKEND": "no.such.Storage"}}
    with pytest.raises(CommandError, match=r"^存放导出文件的地方用不了（"):
        call_command("clear_exports")
