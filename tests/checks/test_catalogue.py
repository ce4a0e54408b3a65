"""The rules against the catalogue: which rows there are, how sure they are, what they can mend."""

from __future__ import annotations

import tomllib
from typing import Any

from speeches import checks
from speeches.checks.base import Level
from speeches.checks.registry import BY_ID, RULES
from tests.checks.reading_cases import HERE

_TOLD: dict[str, Any] = tomllib.loads((HERE / "levels.toml").read_text(encoding="utf-8"))
DEVIATIONS: dict[str, dict[str, str]] = _TOLD.pop("deviations")
ROWS: dict[str, list[str]] = {
    row: told for family in _TOLD.values() for row, told in family.items()
}
ON_THE_PAGES = {"C23"}  # typesetting never splits a number over two lines


def test_every_row_of_level_error_is_a_rule() -> None:
    errors = {row for row, (level, _) in ROWS.items() if level == Level.ERROR}
    assert sorted(errors - BY_ID.keys() - ON_THE_PAGES) == []


def test_at_least_a_hundred_rows_are_rules() -> None:
    assert len(ROWS.keys() & BY_ID.keys()) >= 100


def test_a_rule_is_a_row_of_the_catalogue_or_one_on_data() -> None:
    assert [rule.id for rule in RULES if rule.id not in ROWS and not rule.id.startswith("H")] == []


def test_every_rule_has_the_level_and_the_remedy_of_its_row() -> None:
    differ = {
        rule.id: {"level": rule.level.value, "remedy": rule.remedy.value}
        for rule in RULES
        if rule.id in ROWS and [rule.level, rule.remedy] != ROWS[rule.id]
    }
    assert differ == {
        row: {"level": told["level"], "remedy": told["remedy"]} for row, told in DEVIATIONS.items()
    }


def test_every_row_that_is_no_rule_has_its_reason() -> None:
    table = (checks.__doc__ or "").split("Rows left out\n")[-1].splitlines()
    reasons = {line.split()[0]: line.split(maxsplit=1)[1:] for line in table if line.split()}
    left_out = ROWS.keys() - BY_ID.keys()
    assert sorted(row for row in left_out if not reasons.get(row)) == []
    assert sorted(reasons.keys() & BY_ID.keys()) == []
