"""Where passages stand, and the lists that they are members of."""

from __future__ import annotations

from dataclasses import dataclass, field

from speeches.importing.numbers import Form


@dataclass(slots=True)
class Place:
    """Where a passage stands; levels count from 1, 0 is none."""

    number: int = 0  # as it counts in its list
    level: int = 0  # of its number; without one it goes on with what stands above
    leads: bool = False  # opens a part without a heading
    behind_gap: bool = False  # a part without a heading begins before it
    items_level: int = 0  # of the items inside; 0: they stay text
    tail_level: int = 0  # it stands behind the children of what is open at that level


@dataclass(slots=True)
class Listed:
    """An open list: the number it has come to, and the passages that are its members."""

    form: Form
    level: int
    owner: int
    last: int = 0
    members: list[int] = field(default_factory=list)
    runs_in: bool = False
    runs_on: bool = False  # from the part before
    taken: int | None = None  # the passage before, at whose end its first item stands

    @property
    def rank(self) -> int:
        """Of two lists under one heading the one with the lower rank is the outline."""
        return 3 if self.runs_in else 2 if self.form.is_spoken else 1
