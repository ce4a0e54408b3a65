"""D. Structure, numbering, counts."""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.structure import counting, order, repeats, sections

RULES: tuple[Rule, ...] = (
    *counting.RULES,
    *order.RULES,
    *repeats.RULES,
    *sections.RULES,
)
