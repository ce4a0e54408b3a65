"""`python -m speeches.importing`: a file in, JSON out, within bounds."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from speeches.importing import __main__ as child
from tests.importing.making_docx import docx

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def told(content: bytes) -> object:
    done = subprocess.run(
        [sys.executable, "-m", "speeches.importing"],
        input=content,
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_document_is_told_line_by_line_with_what_was_left_out() -> None:
    table = f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format('甲')}</w:tc></w:tr></w:tbl>"
    assert told(docx(PARAGRAPH.format("同志们：") + table)) == {
        "lines": ["同志们："],
        "notes": [[1, "甲", "表格没有带入"]],
    }


def test_a_refusal_is_told_as_a_sentence() -> None:
    assert told(b"") == {"refused": "文件是空的，请另选一个文件。"}


def test_a_document_that_fills_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "read_docx", fill)
    assert list(child.answer(b"PK")) == ["refused"]


LIMITS = """
import resource
from speeches.importing import __main__ as child
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
child.limit()
for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE):
    print(*resource.getrlimit(kind))
"""


def test_memory_and_time_are_bounded_and_no_bound_is_loosened() -> None:
    command = [sys.executable, "-c", LIMITS]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    memory = min(child.MEMORY, _hard(resource.RLIMIT_AS))
    assert done.stdout.decode().split("\n")[:3] == [f"{memory} {memory}", "5 5", "0 0"]


def _hard(kind: int) -> float:
    hard = resource.getrlimit(kind)[1]
    return float("inf") if hard == resource.RLIM_INFINITY else hard
