"""The outline with what follows from its order: depth, ordinals, counts.

Everything that a number in the speech depends on is decided here, once, before any text is set.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from speeches.document import tokens
from speeches.document.facts import Marker, NodeFacts, SpeechFacts
from speeches.document.numbering import continues


@dataclass(eq=False, slots=True)
class Entry:
    """A node in its place.

    `ordinal` counts from 1 among the numbered siblings and is 0 for a node that takes no number:
    one without any text, or a part without a heading. `marker` is the parent's for its children.
    `home` is set where the children are bare headings that the node's own text names by
    ``{要点}``: field and offset of that token, the one place where those headings are set.
    """

    node: NodeFacts
    parent: Entry | None
    depth: int
    marker: Marker
    ordinal: int = 0
    blank: bool = False
    home: tuple[str, int] | None = None
    children: list[Entry] = field(default_factory=list)
    numbered: list[Entry] = field(default_factory=list)

    @property
    def named(self) -> list[Entry]:
        """The children that a ``{要点}`` names: numbered and with a heading."""
        return [child for child in self.numbered if child.node.heading.strip()]

    def upwards(self) -> Iterator[Entry]:
        """The entry itself, its parent, and so on to its part."""
        entry: Entry | None = self
        while entry is not None:
            yield entry
            entry = entry.parent


@dataclass(frozen=True, slots=True)
class Outline:
    """All entries, parents before their children, in the order of the speech."""

    entries: list[Entry]

    @property
    def parts(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.parent is None]


def outline_of(facts: SpeechFacts) -> Outline:
    """The outline of a speech. Works without recursion: no depth is too deep."""
    parts = [Entry(node, None, 1, facts.marker) for node in facts.nodes]
    entries: list[Entry] = []
    waiting = parts[::-1]
    while waiting:
        entry = waiting.pop()
        entries.append(entry)
        entry.children = [
            Entry(child, entry, entry.depth + 1, entry.node.marker) for child in entry.node.children
        ]
        waiting.extend(reversed(entry.children))
    _number(entries, parts)
    return Outline(entries)


def _number(entries: list[Entry], parts: list[Entry]) -> None:
    for entry in reversed(entries):  # children before their parents
        entry.blank = _is_blank(entry)
        entry.numbered = [child for child in entry.children if not child.blank]
        _count(entry.numbered)
        entry.home = _home_of_headings(entry)
    _count([part for part in parts if part.node.heading.strip()])
    _run_numbers_on(parts)


def _is_blank(entry: Entry) -> bool:
    node = entry.node
    texts = (node.heading, node.body, node.tail)
    return not any(text.strip() for text in texts) and all(child.blank for child in entry.children)


def _count(siblings: list[Entry]) -> None:
    for ordinal, entry in enumerate(siblings, start=1):
        entry.ordinal = ordinal


def _run_numbers_on(parts: list[Entry]) -> None:
    """A part without a heading continues the one before: so do the numbers of its points.

    Points that their part names in its own text show no numbers, so none run on from them.
    """
    last = 0
    marker: Marker | None = None
    for part in parts:
        if part.ordinal:
            last = 0
        if part.home is not None or not part.numbered:
            continue
        if part.node.marker is not marker or not continues(part.node.marker):
            last = 0
        for child in part.numbered:
            child.ordinal += last
        last += len(part.numbered)
        marker = part.node.marker


def _home_of_headings(entry: Entry) -> tuple[str, int] | None:
    """Where bare headings are set: as soon as one point has a text, all are set as points."""
    if not entry.numbered or not all(_is_bare_heading(child) for child in entry.numbered):
        return None
    node = entry.node
    for name, text in (("heading", node.heading), ("body", node.body), ("tail", node.tail)):
        for piece in tokens.split(text):
            if piece.name == tokens.HEADINGS:
                return name, piece.offset
    return None


def _is_bare_heading(entry: Entry) -> bool:
    node = entry.node
    return bool(node.heading.strip()) and not (
        entry.numbered or node.body.strip() or node.tail.strip()
    )
