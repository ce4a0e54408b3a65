"""The register of a bureau, as it was on the day of a speech."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from speeches.checks.dating import date_of
from speeches.checks.scope import Scope
from speeches.checks.settings import Person
from speeches.checks.words import List

_JOINED = re.compile(r"[、，,/ \u3000]+|兼")
# A name of two characters may be the beginning of a longer one (于海洋), or no name (用电高峰期).
SHORT = 2
_BEHIND_SHORT = (
    r"(?=[^\u3400-\u9fff]|\Z|同志|等|作|在|对|和|与|就|向|主持|出席|参加|带|汇报|通报|宣读|讲|强调|指出|说"
    r"|的|为|任)"
)
STOP = re.compile(r"[，。；：！？\n“”（）《》]")


@dataclass(frozen=True)
class Register:
    """The people who held a post on a day, which of them are named, and how posts end."""

    people: tuple[Person, ...]
    named: frozenset[str]
    endings: tuple[str, ...]  # the longest first

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Any of the names, the longest first."""
        names = sorted(self.named, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(_as_said, names)))

    def of(self, name: str) -> list[Person]:
        return [person for person in self.people if person.name == name]

    def ending(self, text: str) -> str:
        """The post that `text` ends in."""
        return next((post for post in self.endings if text.endswith(post)), "")

    def beginning(self, text: str) -> str:
        """The post that `text` begins with."""
        return next((post for post in self.endings if text.startswith(post)), "")


def _as_said(name: str) -> str:
    return re.escape(name) + (_BEHIND_SHORT if len(name) <= SHORT else "")


def register_of(scope: Scope) -> Register | None:
    date = date_of(scope)
    people = tuple(
        person for person in scope.settings.people if person.holds_on(date) and len(person.name) > 1
    )
    named = frozenset(person.name for person in people if person.name in scope.text)
    if not named:
        return None
    posts = sorted((entry.term for entry in scope.settings.words.of(List.POSTS)), key=len)
    return Register(people, named, tuple(reversed(posts)))


def posts_of(person: Person) -> list[str]:
    """The posts of an entry one by one: 党委书记、局长 are two."""
    return [post for post in _JOINED.split(person.post) if post]


def holds(person: Person, post: str) -> bool:
    """Whether one of the posts of a person is called so: 局长 is not 副局长."""
    return any(
        held.endswith(post) and not held[: -len(post)].endswith("副") for held in posts_of(person)
    )


def said_before(text: str, at: int, reach: int) -> str:
    """What stands in the same clause before a place, at most `reach` characters."""
    return STOP.split(text[max(at - reach, 0) : at])[-1]
