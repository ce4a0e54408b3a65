"""Every rule against its own examples, its cases, and the catalogue's rows."""

from __future__ import annotations

from collections import Counter

import pytest

from speeches.checks.base import Level, Remedy, Rule
from speeches.checks.checking import check
from speeches.checks.examples import Example, worked
from speeches.checks.registry import RULES
from tests.checks.reading_cases import CASES, CATALOGUE, findings, found, marked

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def test_no_two_rules_have_one_id() -> None:
    assert [rule for rule, times in Counter(rule.id for rule in RULES).items() if times > 1] == []


def test_every_table_of_cases_belongs_to_a_rule() -> None:
    assert sorted((CASES.keys() | CATALOGUE.keys()) - {rule.id for rule in RULES}) == []


@every_rule
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert all([rule.title, rule.source, rule.why.endswith("。")])
    assert (len(rule.bad) >= 3, len(rule.good) >= 3) == (True, True)


@every_rule
def test_it_finds_exactly_what_its_bad_examples_mark(rule: Rule) -> None:
    assert [found(rule, each) for each in rule.bad] == [marked(each) for each in rule.bad]


@every_rule
def test_it_finds_nothing_in_its_good_examples(rule: Rule) -> None:
    assert [each for each in rule.good if findings(rule, each)] == []


@every_rule
def test_what_it_shows_as_right_holds_no_error_of_any_rule(rule: Rule) -> None:
    read = [worked(each) for each in rule.good]
    found = [check(each.document, each.facts, each.settings) for each in read]
    assert [one.rule for each in found for one in each if one.level is Level.ERROR] == []


@every_rule
def test_it_finds_exactly_what_other_wrong_texts_mark(rule: Rule) -> None:
    wrong = _wrong(rule)
    assert [found(rule, each) for each in wrong] == [marked(each) for each in wrong]


@every_rule
def test_it_is_silent_on_other_right_texts(rule: Rule) -> None:
    silent = [*_cases(rule, "right"), *_cases(rule, "silent"), *_row(rule, "right")]
    assert [each for each in silent if findings(rule, each)] == []


@every_rule
def test_it_has_cases_besides_its_examples(rule: Rule) -> None:
    shown = {_text(each) for each in (*rule.bad, *rule.good)}
    counts = [
        len({_text(each) for each in _cases(rule, kind)} - shown)
        for kind in ("wrong", "right", "silent")
    ]
    least = [2, 2, 1]
    assert [max(need - count, 0) for need, count in zip(least, counts, strict=True)] == [0, 0, 0]


@every_rule
def test_a_silent_text_is_the_twin_of_a_wrong_one(rule: Rule) -> None:
    wrong = [_plain(each) for each in (*rule.bad, *_wrong(rule))]
    lonely = [
        each
        for each in _cases(rule, "silent")
        if not any(_differ_a_little(_plain(each), other) for other in wrong)
    ]
    assert lonely == []


@every_rule
def test_only_rules_with_a_remedy_have_fixes(rule: Rule) -> None:
    fixes = {finding.fix for each in (*rule.bad, *_wrong(rule)) for finding in findings(rule, each)}
    assert (rule.remedy is Remedy.NONE) == (not fixes - {None})


def _cases(rule: Rule, kind: str) -> list[Example | str]:
    return CASES.get(rule.id, {}).get(kind, [])


def _row(rule: Rule, kind: str) -> list[Example | str]:
    return CATALOGUE.get(rule.id, {}).get(kind, [])


def _wrong(rule: Rule) -> list[Example | str]:
    return [*_cases(rule, "wrong"), *_row(rule, "wrong")]


def _text(example: Example | str) -> str:
    return example if isinstance(example, str) else example.text


def _plain(example: Example | str) -> str:
    read = worked(example)
    return "\n".join(block.text for block in read.document.blocks)


def _differ_a_little(one: str, other: str) -> bool:
    """Whether all but six characters stand before or behind what differs."""
    shorter = min(len(one), len(other))
    before = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - before
    behind = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return max(len(one), len(other)) - before - behind <= 6
