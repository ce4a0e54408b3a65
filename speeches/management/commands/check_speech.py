"""`manage.py check_speech ID|FILE [--json]`: what the checks find in a speech, or in a file.

A file is read as it was written: nothing in it is repaired before it is checked.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from django.core.management.base import BaseCommand, CommandError

from speeches.checks.base import Finding, Level
from speeches.checks.checking import check
from speeches.checks.folding import Entry, fold
from speeches.checks.settings import Settings
from speeches.document.tree import Document, Role
from speeches.importing.as_written import document_as_written
from speeches.management.commands.import_speech import read
from speeches.models import Speech
from speeches.services.copies import current_copy
from speeches.services.facts import facts_of
from speeches.services.proofreading import proof_of
from speeches.services.refusals import BrokenOutline

_LONGEST = 30  # characters of a stretch that are shown


class Checked(NamedTuple):
    """A text and what is found in it; `left`: how many findings somebody looked at and left."""

    document: Document
    findings: tuple[Finding, ...]
    left: int = 0


class Command(BaseCommand):
    help = "校核：检查一篇讲话稿，或者一份 .docx、.txt 文件，列出要改的地方。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "speech", metavar="ID|FILE", help="讲话稿编号，即网址里的数字；或者文件"
        )
        parser.add_argument("--json", action="store_true", help="结果写成一个 JSON 对象")

    def handle(self, *args: Any, **options: Any) -> None:
        named = str(options["speech"])
        is_key = named.isascii() and named.isdecimal()
        checked = of_speech(int(named)) if is_key else of_file(Path(named))
        if options["json"]:
            told = {"findings": [as_json(finding) for finding in checked.findings]}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(listed(checked)))


def of_speech(key: int) -> Checked:
    """The speech with this number as it stands now. Raises CommandError."""
    speech = Speech.objects.with_meeting().filter(pk=key).first()
    if speech is None:
        raise CommandError(f"没有编号为 {key} 的讲话稿。")
    try:
        facts = facts_of(speech)
    except BrokenOutline as broken:
        raise CommandError(f"编号为 {key} 的讲话稿提纲前后不接，读不了。") from broken
    proof = proof_of(speech, current_copy(speech, facts), facts)
    return Checked(proof.document, proof.open, len(proof.left))


def of_file(path: Path) -> Checked:
    """The text in a file, with our own rules and words only. Raises CommandError."""
    document = document_as_written(read(path).text)
    settings = Settings(file_name=PurePath(path.name).stem)
    return Checked(document, check(document, None, settings))


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as the option --json prints it."""
    return {
        "rule": finding.rule,
        "family": finding.family.value,
        "level": finding.level.value,
        "block": finding.block,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "fix": finding.fix,
    }


def listed(checked: Checked) -> Iterator[str]:
    """The findings for a reader: level by level, repeats in one line."""
    yield f"{_title(checked.document) or '（没有标题）'}：{_counts(checked.findings)}"
    for level in Level:
        found = [finding for finding in checked.findings if finding.level is level]
        if found:
            yield f"{level.label}（{len(found)} 处）"
            yield from (_line(checked.document, entry) for entry in fold(found))
    if checked.left:
        yield f"另有 {checked.left} 处已经核对过，没有列出。"


def _title(document: Document) -> str:
    """The lines of the title, one that stands there twice only once."""
    titles = [each for each in document.blocks if getattr(each, "role", None) is Role.TITLE]
    return "".join(dict.fromkeys(title.text.replace("\n", "") for title in titles))


def _counts(findings: tuple[Finding, ...]) -> str:
    levels = [finding.level for finding in findings]
    told = [f"{level.label} {levels.count(level)} 处" for level in Level if level in levels]
    return "，".join(told) or "没有发现问题"


def _line(document: Document, entry: Entry) -> str:
    first = entry.first
    text = first.text if len(first.text) <= _LONGEST else f"{first.text[:_LONGEST]}…"
    becomes = f" → “{first.fix}”" if first.fix else ""
    times = f"（共 {entry.count} 处）" if entry.count > 1 else ""
    where = _where(document, first.block)
    return f"  {where} {first.rule} “{text}”{becomes}：{first.message}{times}"


def _where(document: Document, block: int) -> str:
    row = document.blocks[block].row
    return f"第 {row.key} 行" if row.table == "line" else f"第 {block + 1} 段"
