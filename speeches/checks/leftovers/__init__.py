"""A. What was left behind or broken on the way into the text: masks, junk, blanks, relics.

Of A6 only places and persons are compared that the text names as such (清河市委, 程敬川同志): to
know 大陈岛 as a name takes a gazetteer. A13 has no fix, as it would join two blocks.
"""

from __future__ import annotations

from speeches.checks.base import Rule
from speeches.checks.leftovers import (
    blanks,
    gaps,
    junk,
    markup,
    masks,
    relics,
    watermarks,
    wrapping,
)

RULES: tuple[Rule, ...] = (
    *blanks.RULES,
    *gaps.RULES,
    *junk.RULES,
    *markup.RULES,
    *masks.RULES,
    *relics.RULES,
    *watermarks.RULES,
    *wrapping.RULES,
)
