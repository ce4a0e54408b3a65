"""What stands above a node and how much below it, from the keys of one speech."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.models import Node
from speeches.services.refusals import BrokenOutline


@dataclass(frozen=True, slots=True)
class Ancestry:
    """Of every node of a speech, deleted or not, the key of its parent."""

    parents: dict[int, int | None]
    deleted: frozenset[int]

    @classmethod
    def of(cls, speech_id: int) -> Ancestry:
        """One query, whatever the size of the speech."""
        rows = list(Node.objects.filter(speech=speech_id).values_list("pk", "parent", "deleted_at"))
        return cls(
            {key: parent for key, parent, _ in rows},
            frozenset(key for key, _, deleted_at in rows if deleted_at),
        )

    def upwards(self, key: int | None) -> list[int]:
        """The node, its parent, and so on to its part. Raises KeyError: not in this speech."""
        chain: list[int] = []
        while key is not None:
            chain.append(key)
            key = self.parents[key]
            if len(chain) > len(self.parents):
                raise BrokenOutline(f"node {key} stands below itself")
        return chain

    def is_standing(self, key: int) -> bool:
        """It is in this speech, and neither it nor anything above it is deleted."""
        return key in self.parents and self.deleted.isdisjoint(self.upwards(key))

    def nearest_standing(self, key: int | None) -> int | None:
        """The node, or the nearest one above it, that is standing; None where none is."""
        return next((above for above in self.upwards(key) if self.is_standing(above)), None)

    def height(self, key: int) -> int:
        """The number of levels from the node down, deleted rows among them: they may come back."""
        chains = (self.upwards(node) for node in self.parents)
        return max(chain.index(key) + 1 for chain in chains if key in chain)
