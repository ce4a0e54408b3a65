"""B. Punctuation, by the clauses of GB/T 15834—2011 《标点符号用法》.

halfwidth, stops: marks of the Latin keyboard; brackets, nesting, quoting: what stands in pairs;
ending, heading_marks: what a sentence, a heading or a salutation ends in; label_marks, items:
numbers and what they number; pauses, dashes: what stands inside a sentence.
"""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.punctuation import (
    brackets,
    dashes,
    ending,
    halfwidth,
    heading_marks,
    items,
    label_marks,
    nesting,
    pauses,
    quoting,
    stops,
)

RULES: tuple[Rule, ...] = (
    *brackets.RULES,
    *dashes.RULES,
    *ending.RULES,
    *halfwidth.RULES,
    *heading_marks.RULES,
    *items.RULES,
    *label_marks.RULES,
    *nesting.RULES,
    *pauses.RULES,
    *quoting.RULES,
    *stops.RULES,
)
