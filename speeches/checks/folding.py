"""Findings as a reader goes through them: repeats folded, part by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from speeches.checks.base import Finding, Level
from speeches.checks.scope import Part, Scope
from speeches.document.tree import Document

MANY = 4  # so many that have to be read one by one are still one thing to the reader
WHOLE = "全文"
BEFORE = "标题和开头"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: one finding, or all that one rule says at one level (`count` > 1).

    In order; all of one rule and level, and all safe or none.
    """

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def key(self) -> str:
        """The key of the first finding; no two entries have the same."""
        return self.first.key

    @property
    def rule(self) -> str:
        return self.first.rule

    @property
    def level(self) -> Level:
        return self.first.level

    @property
    def safe(self) -> bool:
        return self.first.safe

    @property
    def count(self) -> int:
        return len(self.findings)


class Group(NamedTuple):
    """The entries of a part: its heading as printed, the block of it, what was found in it.

    `heading` is None for what concerns the whole speech and for what stands before the first part.
    """

    title: str
    heading: int | None
    entries: tuple[Entry, ...]


def fold(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Entries in the order of their first findings.

    What one rule says at one level becomes one entry where it can be mended unread (`safe`), or
    where there are `MANY`; all else stays single.
    """
    alike: defaultdict[tuple[str, Level, bool], list[Finding]] = defaultdict(list)
    for finding in findings:
        alike[finding.rule, finding.level, finding.safe].append(finding)
    entries = [entry for each in alike.values() for entry in _entries(each)]
    return tuple(sorted(entries, key=_place))


def by_part(document: Document, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """The entries by the parts of the speech, in order; parts without any are left out.

    What was folded over several parts stands in front, as the whole speech's.
    """
    parts = Scope(document).parts
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[_part(parts, entry)].append(entry)
    return tuple(
        _group(document, parts[at] if at >= 0 else None, found[at]) for at in sorted(found)
    )


def _entries(alike: list[Finding]) -> list[Entry]:
    if alike[0].safe or len(alike) >= MANY:
        return [Entry(tuple(alike))]
    return [Entry((finding,)) for finding in alike]


def _place(entry: Entry) -> tuple[int, int, int]:
    return entry.first.block, entry.first.start, entry.first.end


def _part(parts: Iterable[Part], entry: Entry) -> int:
    """Which part an entry stands in; -1 where it is not one."""
    blocks = {finding.block for finding in entry.findings}
    within = (all(block in part.blocks for block in blocks) for part in parts)
    return next((at for at, whole in enumerate(within) if whole), -1)


def _group(document: Document, part: Part | None, entries: Iterable[Entry]) -> Group:
    if part is None:
        return Group(WHOLE, None, tuple(entries))
    title = BEFORE if part.heading is None else document.blocks[part.heading].text
    return Group(title, part.heading, tuple(entries))
