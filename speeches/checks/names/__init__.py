"""E. Names, posts, policy wording."""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.names import organs, people, privacy, slogans

RULES: tuple[Rule, ...] = (
    *organs.RULES,
    *people.RULES,
    *privacy.RULES,
    *slogans.RULES,
)
