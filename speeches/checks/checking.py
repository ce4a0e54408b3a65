"""`check(document, facts, settings) -> findings`: all rules over one speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import blake2s
from itertools import accumulate, groupby

from speeches.checks.base import Finding, Hit, Level, Remedy, Rule
from speeches.checks.mending import is_typed
from speeches.checks.registry import RULES
from speeches.checks.scope import Scope, Word, sentence_spans
from speeches.checks.settings import Settings
from speeches.checks.words import List
from speeches.document.facts import SpeechFacts
from speeches.document.tree import Block, Document, Quoted, Run

_DIGITS = frozenset("0123456789０１２３４５６７８９")
Span = tuple[int, int]


def check(
    document: Document, facts: SpeechFacts | None = None, settings: Settings | None = None
) -> tuple[Finding, ...]:
    """What the rules find, in the order of the text; never raises.

    `facts` are those that the document was assembled from; without them only the text is looked
    at. Takes time in proportion to the length of the text.
    """
    scope = Scope(document, facts, settings)
    running = [rule for rule in RULES if rule.id not in scope.settings.off]
    return findings_of(running, scope)


def findings_of(rules: Iterable[Rule], scope: Scope) -> tuple[Finding, ...]:
    """What `rules` find; where two hits of one rule are the same stretch the first counts."""
    running = tuple(rules)
    reading = _Reading(scope)
    found: dict[tuple[str, int, int, int], Finding] = {}
    for rule in running:
        for hit in rule.find(scope):
            place = (rule.id, hit.block, hit.start, hit.end)
            if place not in found and not reading.is_passed_over(hit):
                found[place] = reading.finding(rule, hit)
    ordered = sorted(found.values(), key=lambda each: (each.block, each.start, each.end))
    twins = {rule.id: rule.twin for rule in running if rule.twin}
    return tuple(reading.numbered(_told_once(ordered, twins)))


def _told_once(findings: Sequence[Finding], twins: Mapping[str, str]) -> list[Finding]:
    """Without those that overlap one of their rule's twin. `twins`: by rule."""
    told = defaultdict(list)
    for each in findings:
        if each.rule in twins.values():
            told[each.rule, each.block].append(each)
    return [
        each
        for each in findings
        if not any(
            each.start < other.end and other.start < each.end
            for other in told.get((twins.get(each.rule, ""), each.block), ())
        )
    ]


class _Reading:
    """The blocks of a document as far as findings stand in them, each looked through once."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._blocks: dict[int, _Block] = {}

    def is_passed_over(self, hit: Hit) -> bool:
        """Whether the lists let the stretch pass, or it is found where it was typed."""
        return self._is_allowed(hit) or self._block(hit.block).is_quoted(hit.start, hit.end)

    def _is_allowed(self, hit: Hit) -> bool:
        words = self._allowed.get(hit.block, ())
        at = bisect_right(words, hit.start, key=lambda word: word.start) - 1
        return at >= 0 and hit.end <= words[at].end

    @cached_property
    def _allowed(self) -> dict[int, list[Word]]:
        """The words that pass, by block; no two of a list overlap."""
        words = self._scope.words[List.ALLOWED]
        return {block: list(group) for block, group in groupby(words, lambda word: word.block)}

    def finding(self, rule: Rule, hit: Hit) -> Finding:
        block = self._block(hit.block)
        text = self._scope.texts[hit.block][hit.start : hit.end]
        fix = hit.fix if block.is_typed(hit.start, hit.end) else None
        level = hit.level or rule.level
        safe = (
            fix is not None
            and rule.remedy is Remedy.SAFE
            and level is Level.ERROR
            and _digits(text) == _digits(fix)
        )
        key = block.about(hit.start, (rule.id, text, hit.message))
        return Finding(
            rule=rule.id,
            family=rule.family,
            level=level,
            block=hit.block,
            start=hit.start,
            end=hit.end,
            text=text,
            message=hit.message,
            fix=fix,
            safe=safe,
            key=key,
        )

    def numbered(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings with keys that differ, the second of two equal ones counted."""
        seen: Counter[str] = Counter()
        for finding in findings:
            key = f"{finding.key}{seen[finding.key] or ''}"
            seen[finding.key] += 1
            yield replace(finding, key=key)

    def _block(self, index: int) -> _Block:
        if index not in self._blocks:
            self._blocks[index] = _Block(self._scope.document.blocks[index])
        return self._blocks[index]


class _Block:
    """Where the runs and the sentences of a block begin and end."""

    def __init__(self, block: Block) -> None:
        self._row = block.row
        self._text = block.text
        self._runs = [run for run in block.runs if run.text]
        self._ends = list(accumulate(len(run.text) for run in self._runs))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether text[start:end] stands in one field as it was typed, character for character."""
        return is_typed(self._runs_in(start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether all of text[start:end] is a second showing of what is set elsewhere."""
        return all(isinstance(run.origin, Quoted) for run in self._runs_in(start, end))

    def _runs_in(self, start: int, end: int) -> list[Run]:
        return self._runs[bisect_right(self._ends, start) : bisect_left(self._ends, end) + 1]

    def about(self, start: int, what: Sequence[str]) -> str:
        """A name for a finding: what it says of which sentence of which row."""
        at = bisect_right(self._sentences, start, key=lambda span: span[0]) - 1
        sentence = self._digests[at] if at >= 0 else ""
        return _digest("\0".join((self._row.table, str(self._row.key), sentence, *what)))

    @cached_property
    def _sentences(self) -> list[Span]:
        return list(sentence_spans(self._text))

    @cached_property
    def _digests(self) -> list[str]:
        """Of the sentences, once each, as thousands of findings may stand in one."""
        return [_digest(self._text[slice(*span)]) for span in self._sentences]


def _digest(text: str) -> str:
    return blake2s(text.encode(errors="surrogatepass"), digest_size=10).hexdigest()


def _digits(text: str) -> str:
    return "".join(character for character in text if character in _DIGITS)
