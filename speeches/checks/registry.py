"""All rules, in the order of the catalogue; those on data that have no row follow."""

from __future__ import annotations

from speeches.checks import (
    consistency,
    leftovers,
    names,
    numerals,
    punctuation,
    structure,
    wording,
)
from speeches.checks.base import Rule

_FAMILIES = (
    *leftovers.RULES,
    *punctuation.RULES,
    *numerals.RULES,
    *structure.RULES,
    *names.RULES,
    *wording.RULES,
    *consistency.RULES,
)


def _row(rule: Rule) -> tuple[str, int]:
    """The place of a rule in the catalogue: its chapter and its row."""
    return rule.id[0], int(rule.id[1:])


RULES: tuple[Rule, ...] = tuple(sorted(_FAMILIES, key=_row))
BY_ID = {rule.id: rule for rule in RULES}
