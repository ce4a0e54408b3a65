"""What came in from outside becomes text: pasted, a text file, or a Word file.

A Word file is read by a child process with bounds on memory and time (`speeches.importing`).
"""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speeches.enums import SourceKind
from speeches.importing.archive import MAX_SIZE
from speeches.importing.decoding import decode
from speeches.importing.errors import ImportRefused
from speeches.importing.word import MAX_CHARACTERS

SECONDS = 10.0
_ROOT = Path(__file__).resolve().parents[2]  # of the package `speeches`
SECRETS = ("SECRET_KEY", "DATABASE_URL", "EXPORT_STORAGE", "ORIGINAL_STORAGE")
_LONGEST_NAME = 255
_LONGEST_TITLE = 40
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")

_NOTHING = "里面没有文字，没有导入。"
_TOO_LARGE = "文件超过 20 MB，请去掉图片后另存，或把文字复制后粘贴。"
_TOO_SLOW = "这份文档读了 10 秒还没有读完，没有导入。请把文字复制后粘贴。"
_NO_ANSWER = "这份文档读不了，没有导入。请用 Word 或 WPS 打开后另存为 docx，或把文字复制后粘贴。"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it came. `content`: the bytes to keep; `name`: of the file, for people to read.

    `left_out`: what a Word file holds besides, as (line, text, reason); see `word_notes.Note`.
    """

    kind: SourceKind
    content: bytes
    text: str
    name: str = ""
    left_out: tuple[tuple[int, str, str], ...] = ()


def pasted(text: str) -> Source:
    """What somebody pasted. Raises ImportRefused, with one sentence."""
    name = _visible(text.strip().partition("\n")[0][:_LONGEST_TITLE])
    return Source(SourceKind.PASTED, text.encode(), _checked(text), name)


def from_file(content: bytes, name: str) -> Source:
    """What somebody uploaded. Raises ImportRefused, with one sentence."""
    if len(content) > MAX_SIZE:
        raise ImportRefused(_TOO_LARGE)
    shown = shown_name(name)
    if content.startswith(b"PK") or shown.lower().endswith(".docx"):
        told = _read_word(content)
        left_out = tuple((line, _stored(text), reason) for line, text, reason in told["notes"])
        text = _checked("\n".join(told["lines"]), left_out=bool(left_out))
        return Source(SourceKind.DOCX, content, text, shown, left_out)
    return Source(SourceKind.TXT, content, _checked(decode(content)), shown)


def shown_name(name: str) -> str:
    """The last part of a file's name, without what cannot be seen."""
    return _visible(re.split(r"[/\\]", name)[-1])[-_LONGEST_NAME:]


def _visible(text: str) -> str:
    return _UNSEEN.sub("", text).strip()


def _checked(text: str, *, left_out: bool = False) -> str:
    """The text as a database can hold it. Raises ImportRefused where there is none or too much."""
    if len(text) > MAX_CHARACTERS:
        told = f"旧稿有{len(text):,}字，最多{MAX_CHARACTERS:,}字，请分开导入。"
        raise ImportRefused(told)
    if not text.strip("\ufeff \t\r\n\u3000\0"):
        only = "只有图片、表格或文本框，" if left_out else ""
        raise ImportRefused(only + _NOTHING)
    return _stored(text)


def _stored(text: str) -> str:
    """NUL, which PostgreSQL cannot hold, is replaced, so that no other character moves."""
    return text.replace("\0", "\ufffd")


def _read_word(content: bytes) -> dict[str, Any]:
    """The lines and notes of a .docx, from the child. Raises ImportRefused."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "speeches.importing"],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            cwd=_ROOT,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ImportRefused(_TOO_SLOW) from error
    except OSError as error:
        logger.warning("读 Word 文件的进程没有开起来：%s", error)
        raise ImportRefused(_NO_ANSWER) from error
    try:
        told: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        logger.warning("读 Word 文件的进程没有答复（%s）：%s", done.returncode, _last(done.stderr))
        raise ImportRefused(_NO_ANSWER) from error
    if "refused" in told:
        raise ImportRefused(told["refused"])
    return told


def _environment() -> dict[str, str]:
    """Ours, without what a document must never get at."""
    return {name: value for name, value in os.environ.items() if name not in SECRETS}


def _last(complaint: bytes) -> str:
    return complaint.decode(errors="replace").strip().rpartition("\n")[2]
