"""C. Numbers, dates and units.

Left out: C23 (a number split over two lines), as typesetting never splits one. C14 and C16 compare
figures all over the speech: `consistency`.
"""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.numerals import amounts, dates, days, digits, percents

RULES: tuple[Rule, ...] = (
    *amounts.RULES,
    *dates.RULES,
    *days.RULES,
    *digits.RULES,
    *percents.RULES,
)
