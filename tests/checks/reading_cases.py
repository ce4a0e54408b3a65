"""The tables of examples beside this file: TOML, a table for each rule.

`cases/*.toml`: `wrong` (marked as in speeches/checks/examples.py), `right`, and `silent`, the twins
of wrong ones; what needs more than its text stands in cases_on_data.py and cases_on_people.py.
`catalogue/*.toml`: `wrong` and `right` as the catalogue of checks has them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from speeches.checks.base import Finding, Rule
from speeches.checks.checking import findings_of
from speeches.checks.examples import Example, Marked, worked
from speeches.checks.scope import Scope
from tests.checks.cases_on_data import CASES as CASES_ON_DATA
from tests.checks.cases_on_people import CASES as CASES_ON_PEOPLE

HERE = Path(__file__).parent
Cases = dict[str, dict[str, list[Example | str]]]


def read(folder: str) -> Cases:
    """The tables of all files in a folder; no rule stands in two of them."""
    cases: Cases = {}
    for path in sorted((HERE / folder).glob("*.toml")):
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        if twice := cases.keys() & tables.keys():
            raise ValueError(f"{path.name} repeats {sorted(twice)}")
        cases |= tables
    return cases


def joined(*tables: Cases) -> Cases:
    """All tables in one, the lists of a rule put together."""
    cases: Cases = {}
    for rule, kinds in (pair for table in tables for pair in table.items()):
        for kind, examples in kinds.items():
            known = cases.setdefault(rule, {}).setdefault(kind, [])
            cases[rule][kind] = [*known, *examples]
    return cases


CASES = joined(read("cases"), CASES_ON_DATA, CASES_ON_PEOPLE)
CATALOGUE = read("catalogue")


def findings(rule: Rule, example: Example | str) -> tuple[Finding, ...]:
    """What one rule finds in an example."""
    read = worked(example)
    return findings_of([rule], Scope(read.document, read.facts, read.settings))


def found(rule: Rule, example: Example | str) -> list[Marked]:
    """The same as marks; without their fixes where the example does not say any."""
    told = worked(example).marked
    says = [mark.fix is not None for mark in told]
    return [
        Marked(each.block, each.start, each.end, each.fix if at >= len(says) or says[at] else None)
        for at, each in enumerate(findings(rule, example))
    ]


def marked(example: Example | str) -> list[Marked]:
    """What an example says is to be found."""
    return list(worked(example).marked)
