"""What a bureau brings to the checks: rules switched off, words of its own, its people."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from speeches.checks.words import Words, ours


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of the register: `name` held `post` from `since` to `until`, both days included.

    Where a day is None the time is open. `order` is the place in the order of persons, from 1.
    """

    name: str
    post: str
    order: int = 0
    since: datetime.date | None = None
    until: datetime.date | None = None

    def holds_on(self, date: datetime.date | None) -> bool:
        """Whether the post was held on `date`; on an unknown date it may have been."""
        if date is None:
            return True
        begun = self.since is None or self.since <= date
        return begun and (self.until is None or date <= self.until)


@dataclass(frozen=True, slots=True)
class Settings:
    """`off`: ids of rules that do not run. `departments`: the bureau's divisions by name.

    `file_name` is what the speech's file is called, without its ending.
    """

    off: frozenset[str] = frozenset()
    words: Words = field(default_factory=ours)
    people: tuple[Person, ...] = ()
    bureau: tuple[str, ...] = ()  # its full name and its short one
    departments: tuple[str, ...] = ()
    file_name: str = ""
