"""What only the data of a speech can tell: its figures, its outline, its meeting."""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.consistency import collectives, ledger, meeting, priorities

RULES: tuple[Rule, ...] = (
    *collectives.RULES,
    *ledger.RULES,
    *meeting.RULES,
    *priorities.RULES,
)
