"""Our own files keep the promise, and a file that does not is named."""

from __future__ import annotations

from pathlib import Path

from speeches.typeset.edition import STANDARD
from speeches.views.styles import style
from tests.browsers.__main__ import ROOT, complaints
from tests.browsers.features import BASELINE, TABLES
from tests.browsers.styles import newer_in_style


def test_our_own_styles_and_scripts_keep_to_the_baseline() -> None:
    assert complaints(ROOT / "static") == []
    assert newer_in_style(style(STANDARD)) == []  # which is written by export/style.py


def test_what_is_too_new_is_told_with_file_line_and_version(tmp_path: Path) -> None:
    static = tmp_path / "static"
    (static / "css").mkdir(parents=True)
    (static / "css" / "a.css").write_text("a {\n  inset: 0;\n}", encoding="utf-8")
    (static / "b.js").write_text("a.at(1);", encoding="utf-8")
    (static / "c.svg").write_text("<style>a { inset: 0 }</style>", encoding="utf-8")
    assert complaints(static) == [
        "static/b.js:1: .at() needs Chromium 92, we promise 86",
        "static/css/a.css:2: inset needs Chromium 87, we promise 86",
    ]


def test_the_tables_hold_only_what_is_newer_than_the_baseline() -> None:
    versions = [
        since
        for language in TABLES.values()
        for name, table in language.items()
        for since in table.values()
        if name != "turned_off"
    ]
    assert min(versions) > BASELINE
