"""The key of a PDF: the same for the same bytes, another for whatever would change them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import NodeFacts, Row, SpeechFacts
from speeches.services.copies import Copy
from speeches.services.fingerprints import engine, fingerprint
from speeches.services.fonts import fonts
from speeches.typeset import fonts as faces
from speeches.typeset.edition import LARGE, STANDARD, Edition

FACTS = SpeechFacts(
    Row("speech", 1),
    title="题",
    speaker="程立言",
    opening="今天开会。",
    nodes=(NodeFacts(Row("node", 1), heading="成绩", body="好。"),),
)
BOOK = fonts(STANDARD)


def copy(**changes: object) -> Copy:
    return Copy(assemble(replace(FACTS, **changes)), 3, None, is_draft=True)


def key(made: Copy, edition: Edition = STANDARD, stamp: str = "") -> str:
    return fingerprint(made, edition, BOOK, stamp)


def test_an_unchanged_speech_has_the_same_key_whatever_its_revision_is_called() -> None:
    assert key(copy()) == key(replace(copy(), revision=4)) == key(copy())
    assert (len(key(copy())), key(copy()).isalnum()) == (64, True)


@pytest.mark.parametrize(
    "other",
    [
        lambda: key(copy(title="题目")),
        lambda: key(copy(speaker="周宁")),
        lambda: key(copy(opening="今天开会！")),
        lambda: key(copy(nodes=(replace(FACTS.nodes[0], heading_run_in=True),))),
        lambda: key(replace(copy(), is_draft=False)),
        lambda: key(copy(), LARGE),
        lambda: key(copy(), replace(STANDARD, lines=21)),
        lambda: key(copy(), replace(STANDARD, roles={})),
        lambda: key(copy(), stamp="送审稿"),
    ],
)
def test_whatever_is_seen_on_the_page_makes_another_key(other) -> None:
    assert other() != key(copy())


def test_another_font_makes_another_key(tmp_path: Path) -> None:
    path = BOOK.font(faces.Face.HEI).path
    (tmp_path / path.name).write_bytes(path.read_bytes() + b"\0")
    changed = faces.find_fonts([tmp_path], faces.SYSTEM_FOLDERS)
    assert fingerprint(copy(), STANDARD, changed, "") != key(copy())


def test_the_engine_is_the_same_in_every_process() -> None:
    code = "from speeches.services.fingerprints import engine; print(engine())"
    setup = "import django; django.setup(); "
    told = subprocess.run(
        [sys.executable, "-c", setup + code],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == engine()
