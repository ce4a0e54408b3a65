"""Rules that object to words, for tests of what is done with findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from speeches.checks.base import Family, Finding, Hit, Level, Remedy, Rule
from speeches.checks.checking import findings_of
from speeches.checks.scope import PROSE, SAID, Place, Scope
from speeches.checks.settings import Settings
from speeches.document.tree import Document

EVERYWHERE = SAID | PROSE | frozenset(Place)


def objecting_to(
    word: str,
    fix: str | None = None,
    *,
    rule: str = "T1",
    level: Level = Level.ERROR,
    remedy: Remedy = Remedy.SAFE,
) -> Rule:
    """A rule that finds `word` wherever it stands, and would have `fix` there."""

    def find(scope: Scope) -> Iterator[Hit]:
        for seen in scope.search(re.compile(re.escape(word)), where=EVERYWHERE, raw=True):
            yield Hit(seen.block, seen.start, seen.end, f"不用“{word}”。", fix)

    return Rule(rule, Family.WORDING, "用词", level, "惯例", "应当规范。", (), (), find, remedy)


def hitting(*hits: Hit) -> Rule:
    """A rule that objects to the same in every document."""
    return replace(objecting_to(""), find=lambda _: hits)


def found(
    document: Document, *rules: Rule, settings: Settings | None = None
) -> tuple[Finding, ...]:
    """What these rules find in a document."""
    return findings_of(rules, Scope(document, settings=settings))


def told(findings: Iterable[Finding]) -> list[tuple[int, int, int, str]]:
    """Findings in short: block, start, end and text."""
    return [(each.block, each.start, each.end, each.text) for each in findings]
