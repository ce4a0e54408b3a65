"""What the checks say of a speech: worked out whenever it is read, never stored.

Only what was looked at and left (`Ignore`) is a row; it stands for a finding as long as the rule
says the same of the same sentence, or of the same words in the whole speech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from speeches.checks.base import Finding, Level
from speeches.checks.checking import check
from speeches.checks.folding import Entry, fold
from speeches.checks.settings import Settings
from speeches.document.facts import SpeechFacts
from speeches.document.tree import Document
from speeches.enums import FileFormat, IgnoreScope
from speeches.models import Ignore, Speech
from speeches.services.checking import settings_of
from speeches.services.copies import Copy
from speeches.services.exporting import file_name


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that is not shown again, and the row that says so."""

    finding: Finding
    ignore: Ignore


@dataclass(frozen=True, slots=True)
class Proof:
    """All findings in a document: those that are `open`, and those that were `left`."""

    document: Document
    open: tuple[Finding, ...]
    left: tuple[Left, ...]

    def of(self, levels: Iterable[Level]) -> tuple[Finding, ...]:
        """The open findings of these levels."""
        wanted = frozenset(levels)
        return tuple(finding for finding in self.open if finding.level in wanted)

    @property
    def errors(self) -> tuple[Entry, ...]:
        """The open errors, folded."""
        return fold(self.of([Level.ERROR]))

    @property
    def counts(self) -> Counter[Level]:
        """How many lines each level has in the list; what is folded is one."""
        return Counter(entry.level for entry in fold(self.open))


def proof_of(speech: Speech, copy: Copy, facts: SpeechFacts) -> Proof:
    """The findings in what a copy of the speech says, in five queries.

    `facts` are the speech's own; of a final copy too, whose text they made.
    """
    findings = check(copy.document, facts, settings_for(speech, copy))
    return parted(copy.document, findings, ignores_of(speech))


def settings_for(speech: Speech, copy: Copy) -> Settings:
    """The bureau's, with the name that the file of this copy has."""
    stem = PurePath(file_name(copy, FileFormat.DOCX)).stem
    return settings_of(speech.meeting.bureau, file_name=stem)


def ignores_of(speech: Speech) -> tuple[Ignore, ...]:
    """All rows, also those whose text is not there any more."""
    return tuple(Ignore.objects.filter(speech=speech).select_related("by"))


def parted(document: Document, findings: Iterable[Finding], ignores: Iterable[Ignore]) -> Proof:
    """The open findings, and the others beside the rows that leave them."""
    rows = tuple(ignores)
    here = {(row.rule, row.key): row for row in rows if row.scope == IgnoreScope.HERE}
    speech = {(row.rule, row.text): row for row in rows if row.scope == IgnoreScope.SPEECH}
    shown: list[Finding] = []
    left: list[Left] = []
    for finding in findings:
        row = here.get((finding.rule, finding.key)) or speech.get((finding.rule, finding.text))
        if row:
            left.append(Left(finding, row))
        else:
            shown.append(finding)
    return Proof(document, tuple(shown), tuple(left))
