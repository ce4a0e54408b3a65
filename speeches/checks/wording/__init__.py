"""F. Words and sentences."""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.wording import emptiness, misspelt, sentences, usage

RULES: tuple[Rule, ...] = (
    *emptiness.RULES,
    *misspelt.RULES,
    *sentences.RULES,
    *usage.RULES,
)
