"""The seed speech: its real faults are found, and beyond them nothing is called an error.

Its sentences stand nowhere in this repository: what is found is told by rules and counts. Where
there is no such folder, these tests do not exist (conftest.py).
"""

from __future__ import annotations

from collections import Counter

import pytest

from speeches.checks.base import Finding, Level
from speeches.checks.checking import check
from speeches.checks.folding import fold
from speeches.document.assemble import assemble
from speeches.document.tree import Document
from speeches.importing.as_written import document_as_written
from speeches.importing.facts import facts_of
from speeches.importing.parsing import parse
from tests import seeds

SEED = seeds.FILES[0].read_text("utf-8")
# Rule → how often. 133 half-width marks (117 and 8 pairs of brackets); 8 numbers and a year
# masked; the lines of a paywall; no full stop before 二要 and the like, and at two ends.
ERRORS = {
    "A1": 8,
    "A3": 1,
    "A7": 6,
    "B1": 117,
    "B2": 16,
    "B8": 5,
    "B9": 2,
    "C1": 2,
    "D1": 1,
}
# A slogan used before it is explained, no close, 市委市政府 three times, seven months in half a
# year, two names of documents.
WARNINGS = {"C16": 1, "D15": 1, "D18": 1, "E1": 3, "E12": 1, "E13": 1}


@pytest.fixture(scope="module")
def document() -> Document:
    return document_as_written(SEED)


@pytest.fixture(scope="module")
def findings(document: Document) -> tuple[Finding, ...]:
    return check(document)


def counted(findings: tuple[Finding, ...], level: Level) -> Counter[str]:
    return Counter(each.rule for each in findings if each.level is level)


def test_its_real_faults_are_found_and_no_others_at_level_error(
    findings: tuple[Finding, ...],
) -> None:
    assert counted(findings, Level.ERROR) == ERRORS


def test_what_is_doubtful_in_it(findings: tuple[Finding, ...]) -> None:
    assert counted(findings, Level.WARNING) == WARNINGS


def test_its_half_width_marks_are_two_entries(findings: tuple[Finding, ...]) -> None:
    folded = [entry for entry in fold(findings) if entry.rule in {"B1", "B2"}]
    assert [(entry.rule, entry.count, entry.safe) for entry in folded] == [
        ("B1", 117, True), ("B2", 16, True),
    ]  # fmt: skip


def test_hints_are_few_enough_to_read(findings: tuple[Finding, ...]) -> None:
    assert len([entry for entry in fold(findings) if entry.level is Level.HINT]) <= 12


def test_what_the_importer_repairs_is_found_no_more() -> None:
    facts = facts_of(parse(SEED))
    findings = check(assemble(facts), facts)
    assert counted(findings, Level.ERROR) == {"A1": 8, "A3": 1, "A5": 3, "C1": 2}
    assert counted(findings, Level.WARNING) == WARNINGS
