"""The parts, points and items of an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from speeches.document.facts import Kind, Marker


@dataclass(frozen=True, slots=True)
class Node:
    """A part, point or item as the text has it.

    `heading` is without number and, where it runs in, without its full stop; empty: none. `body`,
    `tail`: a paragraph each, marks as typed. `marker`, `number`, `label`: its own number, as the
    app sets it, as it counts, as it was typed; `label` stays in the text where the marker is none.
    `joined`: it begins in the paragraph before it. `tail_joined`: so does its tail.
    `behind_gap`: content is missing before it. `confidence` is that of its kind.
    """

    kind: Kind
    heading: str = ""
    run_in: bool = False
    body: tuple[str, ...] = ()
    children: tuple[Node, ...] = ()
    tail: tuple[str, ...] = ()
    marker: Marker = Marker.NONE
    number: int = 0
    label: str = ""
    joined: bool = False
    tail_joined: bool = False
    behind_gap: bool = False
    confidence: float = 1.0
    line: int = 0

    @property
    def goes_on(self) -> bool:
        """A part without a heading that goes on with the one before it."""
        return not self.heading and not self.behind_gap


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """All nodes in the order of the text."""
    for node in nodes:
        yield node
        yield from every(node.children)
