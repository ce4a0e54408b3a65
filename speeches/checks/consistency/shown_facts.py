"""Short speeches for the examples of rules on data."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from speeches.checks.examples import Example
from speeches.document.facts import FigureFacts, Kind, NodeFacts, Row, SpeechFacts

SPEECH = Row("speech", 1)


def said(text: str, *nodes: NodeFacts, **fields: Any) -> Example:
    """An example whose speech has these nodes, keyed 1, 2 … from its first part on."""
    keyed = tuple(_keyed(nodes, count(1)))
    return Example(text, SpeechFacts(SPEECH, nodes=keyed, **fields))


def node(kind: Kind, heading: str = "", *children: NodeFacts, **fields: Any) -> NodeFacts:
    """A part, or a point under one; `said` gives it its key."""
    return NodeFacts(Row("node", 0), kind, heading=heading, children=children, **fields)


def points(kind: Kind, *headings: str) -> tuple[NodeFacts, ...]:
    return tuple(node(kind, heading) for heading in headings)


def figure(name: str, value: str, unit: str, **fields: Any) -> FigureFacts:
    """A figure that is confirmed unless it is said not to be."""
    told = {"confirmed": True} | fields
    return FigureFacts(Row("figure", 1), name, value, unit, **told)


def answering(*keys: int) -> tuple[Row, ...]:
    """The problems with these keys, as `answers` names them."""
    return tuple(Row("node", key) for key in keys)


def _keyed(nodes: tuple[NodeFacts, ...], keys: count[int]) -> list[NodeFacts]:
    made = []
    for each in nodes:
        row = Row("node", next(keys))
        children = tuple(_keyed(each.children, keys))
        made.append(replace(each, row=row, children=children))
    return made
