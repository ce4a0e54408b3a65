"""The day of a speech, as far as it is known."""

from __future__ import annotations

import datetime
import re

from speeches.checks.scope import Place, Scope

_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def date_of(scope: Scope) -> datetime.date | None:
    """The day in the facts, or the one that stands under the title."""
    if scope.facts and scope.facts.date:
        return scope.facts.date
    said = "".join(text for _, text in scope.blocks({Place.SPEAKER}))
    found = _DAY.search(said)
    if found is None:
        return None
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:  # 2月30日: another rule says so
        return None
