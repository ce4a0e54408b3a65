"""What the checks find in the sample and in all bundled texts, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from speeches.checks.base import Finding, Level
from speeches.checks.checking import check
from speeches.document.assemble import assemble
from speeches.importing.as_written import document_as_written
from speeches.services.facts import facts_of
from speeches.services.sample import load_sample

GOLDEN = Path(__file__).parent / "findings.txt"
_TESTS = Path(__file__).parents[1]
_FOLDERS = (_TESTS / "checks" / "texts", _TESTS / "importing" / "texts")
_LONG = 40  # characters of a stretch that are shown


def findings_as_text() -> str:
    """A head for every text, and its findings; texts are read as they are written."""
    return "".join(
        f"{line}\n" for name, found in _all() for line in (f"=== {name}", *map(_line, found))
    )


def errors(golden: str) -> Counter[tuple[str, str]]:
    """The lines of level error, with the texts that they are about."""
    counted: Counter[tuple[str, str]] = Counter()
    name = ""
    for line in golden.splitlines():
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
        elif line.split()[1] == Level.ERROR:
            counted[name, line] += 1
    return counted


def _all() -> Iterator[tuple[str, tuple[Finding, ...]]]:
    speech = load_sample().speech
    assert speech
    facts = facts_of(speech)
    yield "sample", check(assemble(facts), facts)
    for folder in _FOLDERS:
        for path in sorted(folder.rglob("*.txt")):
            document = document_as_written(path.read_text(encoding="utf-8"))
            yield str(path.relative_to(_TESTS)), check(document)


def _line(finding: Finding) -> str:
    text = finding.text if len(finding.text) <= _LONG else f"{finding.text[:_LONG]}…"
    fix = "" if finding.fix is None else f"→{finding.fix}"
    return f"{finding.rule} {finding.level} ⟦{text}{fix}⟧ {finding.message}"
