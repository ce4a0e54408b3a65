"""Edits made to what was typed: facts in, facts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from speeches.checks.mending import Edit, applied, by_field
from speeches.document.facts import NodeFacts, Row, SpeechFacts

_Edits = Mapping[Row, Mapping[str, tuple[Edit, ...]]]


def with_edits(facts: SpeechFacts, changes: Iterable[Edit]) -> SpeechFacts:
    """The facts with these edits made to the fields of their rows, all else as it was.

    The edits are those of `mending.edits`: in order, and none over another.
    """
    fields: defaultdict[Row, dict[str, tuple[Edit, ...]]] = defaultdict(dict)
    for (row, field), own in by_field(changes).items():
        fields[row][field] = own
    nodes = tuple(_with(node, fields) for node in facts.nodes)
    return replace(facts, nodes=nodes, **_texts(facts, fields))


def _with(node: NodeFacts, fields: _Edits) -> NodeFacts:
    children = tuple(_with(child, fields) for child in node.children)
    return replace(node, children=children, **_texts(node, fields))


def _texts(told: SpeechFacts | NodeFacts, fields: _Edits) -> dict[str, Any]:
    own = fields.get(told.row, {})
    return {field: applied(getattr(told, field), changes) for field, changes in own.items()}
