"""One step of a node in the outline: up, down, a level deeper, a level up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Self

from speeches.document.facts import NodeFacts, SpeechFacts
from speeches.models import Node, User
from speeches.services.facts import facts_of
from speeches.services.outlining import move
from speeches.services.refusals import Gone, OutOfPlace


class Step(StrEnum):
    UP = "up"
    DOWN = "down"
    DEEPER = "deeper"
    SHALLOWER = "shallower"


class Target(NamedTuple):
    """Under which node (None: a part), as the how-manieth child (None: the last)."""

    parent: int | None
    position: int | None


def take_step(node: Node, step: Step, *, actor: User | None) -> Node:
    """Move a node with all below it one step. Raises OutOfPlace, AlreadyFinal or Gone."""
    target = Places.of(facts_of(node.speech)).target(node.pk, step)
    parent = Node.objects.get(pk=target.parent) if target.parent else None
    return move(node, parent, target.position, actor=actor)


@dataclass(frozen=True, slots=True)
class Places:
    """The keys of a speech's standing nodes, by their places."""

    parents: dict[int, int | None]
    children: dict[int | None, list[int]]

    @classmethod
    def of(cls, facts: SpeechFacts) -> Self:
        parents: dict[int, int | None] = {}
        children: dict[int | None, list[int]] = {None: []}
        waiting: list[tuple[int | None, NodeFacts]] = [(None, node) for node in facts.nodes]
        for parent, node in waiting:  # it grows as it is read
            key = node.row.key
            parents[key] = parent
            children[parent].append(key)
            children[key] = []
            waiting += [(key, child) for child in node.children]
        return cls(parents, children)

    def target(self, key: int, step: Step) -> Target:
        """Where a step leads. Raises OutOfPlace with the reason where it leads nowhere, or Gone."""
        if key not in self.parents:
            raise Gone
        parent = self.parents[key]
        place = self.children[parent].index(key)
        match step:
            case Step.UP:
                return self._up(parent, place)
            case Step.DOWN:
                return self._down(parent, place)
            case Step.DEEPER:
                if place == 0:
                    raise OutOfPlace("前面没有同级的条目，不能再降一级。")
                return Target(self.children[parent][place - 1], None)
            case _:
                if parent is None:
                    raise OutOfPlace("已经是最高一级，不能再升。")
                return Target(self.parents[parent], self._place(parent) + 2)

    def reason(self, key: int, step: Step) -> str:
        """Why a step leads nowhere; empty where it leads somewhere."""
        try:
            self.target(key, step)
        except OutOfPlace as refusal:
            return str(refusal)
        return ""

    def _up(self, parent: int | None, place: int) -> Target:
        """Past the first child it goes on to the end of the node before the parent."""
        if place > 0:
            return Target(parent, place)
        before = self._beside(parent, -1)
        if before is None:
            raise OutOfPlace("已经在最前面，不能再上移。")
        return Target(before, None)

    def _down(self, parent: int | None, place: int) -> Target:
        if place + 1 < len(self.children[parent]):
            return Target(parent, place + 2)
        behind = self._beside(parent, 1)
        if behind is None:
            raise OutOfPlace("已经在最后面，不能再下移。")
        return Target(behind, 1)

    def _beside(self, key: int | None, distance: int) -> int | None:
        """The sibling before (-1) or behind (1) a node."""
        if key is None:
            return None
        siblings, place = self.children[self.parents[key]], self._place(key) + distance
        return siblings[place] if 0 <= place < len(siblings) else None

    def _place(self, key: int) -> int:
        return self.children[self.parents[key]].index(key)
