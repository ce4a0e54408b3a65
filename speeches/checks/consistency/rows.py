"""Where the rows of a speech print: from facts to stretches of the text, for rules on data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speeches.checks.scope import Scope, Stretch
from speeches.document.facts import NodeFacts, Row
from speeches.document.outline import Entry, outline_of
from speeches.document.tree import Run, Typed

_SENTENCE = 120
_END = re.compile("[。！？\n]")
_CLAUSE = re.compile(r"[^，。；：！？、]+")


def entries(scope: Scope) -> list[Entry]:
    """All nodes in their places; none where the facts are not known."""
    return outline_of(scope.facts).entries if scope.facts else []


def runs(scope: Scope) -> Iterator[tuple[Stretch, Run]]:
    """All runs that print, with where they stand."""
    for index, block in enumerate(scope.document.blocks):
        at = 0
        for run in block.runs:
            if run.text:
                yield Stretch(index, at, at + len(run.text)), run
                at += len(run.text)


def placed(scope: Scope, nodes: Sequence[NodeFacts]) -> Iterator[tuple[NodeFacts, Stretch]]:
    """Each node with its heading, or the first clause of its text; without those that print
    neither."""
    known = _places(scope) if nodes else {}
    for node in nodes:
        place = known.get((node.row, "heading")) or _clause(scope, known.get((node.row, "body")))
        if place:
            yield node, place


def _clause(scope: Scope, body: Stretch | None) -> Stretch | None:
    if body is None:
        return None
    clause = _CLAUSE.search(scope.texts[body.block], body.start, body.end)
    return Stretch(body.block, *clause.span()) if clause else body


def _places(scope: Scope) -> dict[tuple[Row, str], Stretch]:
    """Where each field begins to print what was typed in it: its first stretch."""
    found: dict[tuple[Row, str], Stretch] = {}
    for stretch, run in runs(scope):
        if isinstance(run.origin, Typed):
            found.setdefault((run.origin.row, run.origin.field), stretch)
    return found


def is_typed(scope: Scope, stretch: Stretch) -> bool:
    """Whether text[start:end] of the block was typed so, and is neither a token nor made."""
    at = 0
    for run in scope.document.blocks[stretch.block].runs:
        begins, at = at, at + len(run.text)
        if begins < stretch.end and stretch.start < at and not isinstance(run.origin, Typed):
            return False
    return True


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the sentence of text[start:end] before it and behind it, 120 characters each
    at most, so that it takes the same time in a text of one paragraph."""
    before = text[max(start - _SENTENCE, 0) : start]
    return _END.split(before)[-1], _END.split(text[end : end + _SENTENCE])[0]


def opening_words(node: NodeFacts) -> str:
    """A point's heading as typed, or the first clause of its text."""
    if node.heading.strip():
        return node.heading
    clause = _CLAUSE.search(node.body)
    return clause[0] if clause else ""
