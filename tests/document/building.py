"""Short ways to write down facts and to read the document that they become."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from speeches.document.assemble import assemble
from speeches.document.facts import FigureFacts, Marker, NodeFacts, Row, SpeechFacts
from speeches.document.tree import Document, Made, Token, Typed

SPEECH = Row("speech", 1)
FIELDS_OF_SPEECH = (
    "title", "subtitle", "post", "speaker", "date_note", "salutation", "opening", "closing",
)  # fmt: skip
FIELDS_OF_NODE = ("heading", "body", "tail")

_keys = count(1)


def speech(*nodes: NodeFacts, **fields: Any) -> SpeechFacts:
    return SpeechFacts(SPEECH, nodes=nodes, **fields)


def node(heading: str = "", body: str = "", *children: NodeFacts, **fields: Any) -> NodeFacts:
    """A node with a key of its own."""
    row = Row("node", next(_keys))
    return NodeFacts(row, heading=heading, body=body, children=children, **fields)


def items(*bodies: str) -> list[NodeFacts]:
    """Nodes with a text and no heading."""
    return [node("", body) for body in bodies]


def points(*headings: str) -> list[NodeFacts]:
    """Nodes with a heading and no text."""
    return [node(heading) for heading in headings]


def lone(child: NodeFacts, **fields: Any) -> SpeechFacts:
    """A speech whose only text is `child`, set without a number."""
    return speech(child, marker=Marker.NONE, **fields)


def figure(name: str, value: str = "", unit: str = "", *, confirmed: bool = True) -> FigureFacts:
    return FigureFacts(Row("figure", next(_keys)), name, value, unit, confirmed)


def lines(facts: SpeechFacts) -> list[str]:
    """The texts of the document's blocks."""
    return [block.text for block in assemble(facts).blocks]


def text(facts: SpeechFacts) -> str:
    """The text of a document of one block."""
    (only,) = lines(facts)
    return only


def every_node(nodes: Iterable[NodeFacts]) -> Iterator[NodeFacts]:
    """All nodes in the order of the speech; no depth is too deep."""
    waiting = list(nodes)[::-1]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def fields_typed(facts: SpeechFacts) -> dict[tuple[Row, str], str]:
    """Every text that is set, by row and field; empty ones left out."""
    typed = {(facts.row, name): getattr(facts, name) for name in FIELDS_OF_SPEECH}
    for each in every_node(facts.nodes):
        typed |= {(each.row, name): getattr(each, name) for name in FIELDS_OF_NODE}
    return {place: value for place, value in typed.items() if value}


def fields_told(document: Document) -> dict[tuple[Row, str], str]:
    """What the runs of each field, each token standing for its source, say it is."""
    told: dict[tuple[Row, str], list[str]] = defaultdict(list)
    for block in document.blocks:
        for run in block.runs:
            if isinstance(origin := run.origin, Typed | Token):
                told[origin.row, origin.field].append(origin.source)
    return {place: "".join(sources) for place, sources in told.items()}


def numbers_made(document: Document) -> list[str]:
    return [
        run.text for block in document.blocks for run in block.runs if run.origin is Made.NUMBER
    ]
