"""What a rule is, what it finds, and what a reader is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from speeches.checks.examples import Example
    from speeches.checks.scope import Scope


class Level(StrEnum):
    """How sure a finding is: only what is nearly never wrong is an error."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """What people call it."""
        return _LEVELS[self]


_LEVELS: Mapping[Level, str] = MappingProxyType(
    {Level.ERROR: "错误", Level.WARNING: "疑似", Level.HINT: "提示"}
)


class Remedy(StrEnum):
    """What can be done about a finding."""

    SAFE = "safe"  # in one click, and in bulk where the level is error
    SUGGESTED = "suggested"  # to be confirmed one by one
    NONE = "none"


class Family(StrEnum):
    """The chapters of the catalogue, in its order."""

    LEFTOVERS = "leftovers"
    PUNCTUATION = "punctuation"
    NUMERALS = "numerals"
    STRUCTURE = "structure"
    NAMES = "names"
    WORDING = "wording"
    DATA = "data"


class Hit(NamedTuple):
    """A stretch of a block that a rule objects to; it is never empty.

    `message` is one Chinese sentence: what is wrong here. `fix` is what the stretch becomes, where
    the rule knows it. `level` is given where this hit is less sure than its rule.
    """

    block: int
    start: int
    end: int
    message: str
    fix: str | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the catalogue: data for people and a pure function.

    `source` names the clause or the custom, `why` gives the reason in one sentence. `bad` and
    `good` are at least three examples each (`examples`): the help of the rule and its first tests.
    `find` yields what it objects to, in any order. `twin` is the id of a rule that may say the same
    of the same place: what both find is told once, by the twin.
    """

    id: str
    family: Family
    title: str
    level: Level
    source: str
    why: str
    bad: tuple[Example | str, ...]
    good: tuple[Example | str, ...]
    find: Callable[[Scope], Iterable[Hit]]
    remedy: Remedy = Remedy.NONE
    twin: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in a document; text[start:end] of block `block` is `text`.

    `fix` is what `text` becomes; there is none where the stretch was not typed as it stands, as
    what a token or a number made by assembly prints is mended at its source. `safe`: it may be
    mended together with others, unread. `key` stays the same for as long as the rule says the same
    about the same sentence of the same row.
    """

    rule: str
    family: Family
    level: Level
    block: int
    start: int
    end: int
    text: str
    message: str
    fix: str | None
    safe: bool
    key: str
