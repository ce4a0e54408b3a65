"""Numbers that do not count up: kept in their order, and reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from speeches.importing.nodes import Node


@dataclass(frozen=True, slots=True)
class Jump:
    """A number out of order: its source line, as typed, and what is wrong with it."""

    line: int
    label: str
    reason: str


def jumps_in(sections: Sequence[Node]) -> Iterator[Jump]:
    """The jumps among the parts and among all that stands below them."""
    yield from _among([section for section in sections if section.number], before=0)
    last = 0
    for section in sections:
        # Numbers run on into a part without a heading, or begin again there.
        runs_on = section.goes_on and _first(section.children) == last + 1
        yield from _below(section, before=last if runs_on else 0)
        numbers = [child.number for child in section.children if child.number]
        last = numbers[-1] if numbers else last if section.goes_on else 0


def _below(node: Node, before: int = 0) -> Iterator[Jump]:
    yield from _among([child for child in node.children if child.number], before)
    for child in node.children:
        yield from _below(child)


def _among(siblings: Sequence[Node], before: int) -> Iterator[Jump]:
    label = ""
    for node in siblings:
        if node.number != before + 1:
            yield Jump(node.line, node.label, _reason(node, before, label))
        elif label and node.marker is not siblings[0].marker:
            yield Jump(node.line, node.label, f"“{label}”之后是“{node.label}”，序号形式不一致")
        before, label = node.number, node.label


def _reason(node: Node, before: int, label: str) -> str:
    if not label:
        return f"序号不连贯：从“{node.label}”开始"
    if node.number == before:
        return f"序号重复：“{label}”之后还是“{node.label}”"
    return f"序号不连贯：“{label}”之后是“{node.label}”"


def _first(children: Sequence[Node]) -> int:
    return next((child.number for child in children if child.number), 0)
