"""改: what a finding asks for is written where it was typed, through the one way to save.

All that is mended together is one change of the speech and one revision, and is taken back in one
step as long as none of the rows has been changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone

from speeches.checks.base import Finding
from speeches.checks.checking import check
from speeches.checks.mending import Edit, edits, why_not
from speeches.checks.retyping import with_edits
from speeches.checks.settings import Settings
from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.document.tree import Document
from speeches.models import History, Ignore, Node, Speech, User
from speeches.services.copies import current_copy
from speeches.services.facts import facts_of
from speeches.services.proofreading import ignores_of, parted, settings_for
from speeches.services.quoting import TEXTS
from speeches.services.refusals import Overtaken, Refusal, TooLong
from speeches.services.saving import change_of, overwrite

ROUNDS = 5  # a fix rarely asks for another, and never for ever
Texts = dict[tuple[Row, str], str]
Wanted = Callable[[Finding], bool]


class NotMended(Refusal):
    """The finding is not mended where it stands; `row` and `field` say where that is done."""

    def __init__(self, sentence: str, row: Row, field: str) -> None:
        super().__init__(sentence)
        self.row, self.field = row, field


@dataclass(frozen=True, slots=True)
class Step:
    """A finding that is mended, and the document in which it was found."""

    document: Document
    finding: Finding


class Mended(NamedTuple):
    """How many places were mended; the change's History is after `before`, up to `last`."""

    count: int
    before: int
    last: int


def mend_one(speech: Speech, key: str, *, actor: User | None) -> Mended:
    """Make the change that the finding `key` asks for.

    The key tells that the sentence says what the person saw. Raises Overtaken where there is no
    such finding any more, NotMended, TooLong, AlreadyFinal or Gone.
    """
    with change_of(speech.pk, actor):
        current = _current(speech)
        facts = facts_of(current)
        after, steps = _round(facts, *_told(current, facts), lambda finding: finding.key == key)
        if not steps:
            raise _not_there(speech)
        if after is facts:
            raise _refused(steps[0])
        return _write(current, facts, after, 1, actor)


def mend_safe(speech: Speech, keys: Iterable[str], *, actor: User | None) -> Mended:
    """Mend those of the safe findings that the person ticked; all of it is one change.

    What was listed and is not there any more is passed over. Raises Overtaken where nothing of it
    is there, TooLong, AlreadyFinal or Gone.
    """
    ticked = frozenset(keys)
    with change_of(speech.pk, actor):
        current = _current(speech)
        facts = facts_of(current)
        told = _told(current, facts)
        after, steps = _mended(facts, *told, lambda each: each.safe and each.key in ticked)
        if after is facts:
            raise _not_there(speech)
        return _write(current, facts, after, len(steps), actor)


def safe_steps(speech: Speech, rule: str = "") -> list[Step]:
    """What `mend_safe` would do if everything was ticked, in its order; of all rules, or of one."""
    facts = facts_of(speech)
    told = _told(speech, facts)
    return _mended(facts, *told, lambda each: each.safe and rule in ("", each.rule))[1]


def undo(speech: Speech, change: Mended, *, actor: User | None) -> None:
    """Give every row the texts back that a change replaced.

    Raises Overtaken where one of them was changed since, AlreadyFinal or Gone.
    """
    with change_of(speech.pk, actor):
        records = History.objects.filter(
            speech=speech, pk__gt=change.before, pk__lte=change.last
        ).order_by("pk")
        texts: dict[Row, dict[str, str]] = {}
        versions: dict[Row, int] = {}
        for record in records:
            row = Row(record.table, record.key)
            texts.setdefault(row, {})[record.field] = record.replaced
            versions[row] = record.version + 1
        rows = _rows(speech, texts)
        if not rows or any(rows[row].version != versions[row] for row in texts):
            raise Overtaken("这些地方后来又改过，或者已经撤销了，所以没有撤销。")
        for row, held in texts.items():
            overwrite(rows[row], held, actor=actor)


# --- Round by round --------------------------------------------------------------------------


def _told(speech: Speech, facts: SpeechFacts) -> tuple[Settings, tuple[Ignore, ...]]:
    return settings_for(speech, current_copy(speech, facts)), ignores_of(speech)


def _mended(
    facts: SpeechFacts, settings: Settings, ignores: tuple[Ignore, ...], wanted: Wanted
) -> tuple[SpeechFacts, list[Step]]:
    """The facts with all that is wanted mended, and what that was: until nothing is left.

    Once a finding is mended, the next one of an equal sentence has its key; that one is another.
    """
    steps: list[Step] = []
    done: set[str] = set()
    for _ in range(ROUNDS):
        after, found = _round(
            facts, settings, ignores, lambda each: each.key not in done and wanted(each)
        )
        if after is facts:
            break
        facts = after
        steps += found
        done.update(step.finding.key for step in found)
    return facts, steps


def _round(
    facts: SpeechFacts, settings: Settings, ignores: tuple[Ignore, ...], wanted: Wanted
) -> tuple[SpeechFacts, list[Step]]:
    """The facts after one round and what was mended.

    Where nothing could be, the same facts, and what was wanted.
    """
    document = assemble(facts)
    proof = parted(document, check(document, facts, settings), ignores)
    findings = [finding for finding in proof.open if wanted(finding)]
    changes = edits(document, findings)
    if not changes:
        return facts, [Step(document, finding) for finding in findings]
    done = [Step(document, finding) for finding in _taken(document, findings, changes)]
    return with_edits(facts, changes), done


def _taken(
    document: Document, findings: Iterable[Finding], changes: Iterable[Edit]
) -> Iterator[Finding]:
    """The findings that the changes are of, one for each."""
    waiting = set(changes)
    for finding in findings:
        own = waiting.intersection(edits(document, [finding]))
        waiting -= own
        if own:
            yield finding


# --- What is written -------------------------------------------------------------------------


def _write(
    speech: Speech, facts: SpeechFacts, after: SpeechFacts, count: int, actor: User | None
) -> Mended:
    before = _last_record(speech)
    begun = dict(_texts(facts))
    changed: dict[Row, dict[str, str]] = {}
    for (row, field), text in _texts(after):
        if text != begun[row, field]:
            changed.setdefault(row, {})[field] = text
    rows = _rows(speech, changed)
    try:
        for row, texts in changed.items():
            overwrite(rows[row], texts, actor=actor)
    except ValidationError as error:
        raise TooLong("改了以后这一栏放不下，没有改。请先把这一栏改短。") from error
    return Mended(count, before, _last_record(speech))


def _texts(facts: SpeechFacts) -> Iterator[tuple[tuple[Row, str], str]]:
    """Every text of the speech by its row and field."""
    for field in TEXTS[Speech]:
        yield (facts.row, field), getattr(facts, field)
    waiting = list(facts.nodes)
    for node in waiting:  # it grows as it is read
        waiting += node.children
        for field in TEXTS[Node]:
            yield (node.row, field), getattr(node, field)


def _rows(speech: Speech, wanted: Iterable[Row]) -> dict[Row, Speech | Node]:
    """These rows as they stand, under the lock of the change that has begun."""
    keys = {row.key for row in wanted if row.table == "node"}
    nodes = Node.objects.filter(speech=speech, pk__in=keys).select_related("speech__meeting")
    found: dict[Row, Speech | Node] = {Row("node", node.pk): node for node in nodes}
    if any(row.table == "speech" for row in wanted):
        found[Row("speech", speech.pk)] = _current(speech)
    return found


def _last_record(speech: Speech) -> int:
    """Records of one speech follow one another: who changes it holds its lock."""
    records = History.objects.filter(speech=speech).aggregate(last=Max("pk"))
    return records["last"] or 0


def _current(speech: Speech) -> Speech:
    return Speech.objects.with_meeting().select_related("changed_by").get(pk=speech.pk)


# --- What stands against it ------------------------------------------------------------------


def _refused(step: Step) -> NotMended:
    reason = why_not(step.document, step.finding)
    assert reason  # it gave no edit
    return NotMended(*reason)


def _not_there(seen: Speech) -> Overtaken:
    """Who changed the text last; `seen` was read before this change began."""
    who = f"{seen.changed_by}在" if seen.changed_by else ""
    when = f"{timezone.localtime(seen.changed_at):%H:%M}"
    return Overtaken(f"这一段刚被改过（{who}{when}保存），所以没有再改。请看现在的列表。")
