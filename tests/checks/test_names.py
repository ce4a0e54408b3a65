"""What the rules on names read besides the text, and what they say of it."""

from __future__ import annotations

import datetime

import pytest

from speeches.checks.base import Level, Rule
from speeches.checks.checking import findings_of
from speeches.checks.dating import date_of
from speeches.checks.examples import document_of
from speeches.checks.names.organs import short_forms
from speeches.checks.names.privacy import is_card, is_identity
from speeches.checks.registry import BY_ID
from speeches.checks.scope import Scope
from speeches.checks.settings import Person, Settings
from speeches.document.facts import Row, SpeechFacts

DAY = datetime.date(2024, 6, 3)
OFFICE = Settings(
    people=(
        Person("陆沉舟", "市教育局党委书记、局长", 1),
        Person("孟远山", "市教育局副局长", 2),
        Person("方晓棠", "规划建设处处长"),
        Person("方晓岚", "学生处处长"),
    )
)
Told = list[tuple[str, str | None, Level]]


def told(rule: str, *lines: str, facts: SpeechFacts | None = None) -> Told:
    """Text, fix and level of what a rule finds in lines."""
    scope = Scope(document_of(lines), facts, OFFICE)
    return [(each.text, each.fix, each.level) for each in findings_of([ruled(rule)], scope)]


def ruled(rule: str) -> Rule:
    return BY_ID[rule]


SHORT_FORMS = [
    ("职业教育与成人教育处", ["职教成教处", "职成处"]),
    ("教育体育局", ["教体局"]),
    ("计划财务处", ["计财处", "计财处"]),
    ("老干部处", []),
    ("工会", []),
]


@pytest.mark.parametrize(("name", "expected"), SHORT_FORMS)
def test_a_unit_is_called_by_the_first_characters_of_its_words(
    name: str, expected: list[str]
) -> None:
    assert list(short_forms(name)) == expected


NUMBERS = [
    ("11010519491231002X", True, False),
    ("11010519491231002x", True, False),
    ("110105194912310021", False, False),
    ("6222020000000000018", False, True),
    ("6222020000000000019", False, False),
    ("2026010120260630", False, False),
    ("11010519491231003X", False, False),
]


@pytest.mark.parametrize(("number", "identity", "card"), NUMBERS)
def test_numbers_of_people_and_cards_are_known_by_their_check_digits(
    number: str, identity: bool, card: bool
) -> None:
    assert (is_identity(number), is_card(number)) == (identity, card)


@pytest.mark.parametrize(
    ("lines", "facts", "expected"),
    [
        (["日期| （2024年6月3日）"], None, DAY),
        (["日期| （2024年6月3日）"], SpeechFacts(Row("speech", 1)), DAY),
        (["正文。"], SpeechFacts(Row("speech", 1), date=DAY), DAY),
        (["2024年6月3日召开会议。"], None, None),
        (["日期| （2024年6月31日）"], None, None),
    ],
)
def test_the_day_of_a_speech_is_in_its_facts_or_under_its_title(
    lines: list[str], facts: SpeechFacts | None, expected: datetime.date | None
) -> None:
    assert date_of(Scope(document_of(lines), facts)) == expected


def test_an_outdated_name_is_found_by_the_day_in_the_facts() -> None:
    facts = SpeechFacts(Row("speech", 1), date=DAY)
    assert told("E9", "县环保局派员参加。", facts=facts) == [
        ("环保局", "生态环境局", Level.WARNING)
    ]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("E4", "请局长孟远山同志讲话。", [("局长孟远山", None, Level.ERROR)]),
        ("E4", "请处长孟远山同志讲话。", []),
        ("E4", "请副局长陆沉舟同志讲话。", [("副局长陆沉舟", None, Level.WARNING)]),
        ("E4", "请校长陆沉舟同志讲话。", []),
        ("E4", "请志愿者陆沉舟讲话。", []),
        ("E5", "孟远山、陆沉舟到会。", [("孟远山、陆沉舟", "陆沉舟、孟远山", Level.ERROR)]),
        ("E5", "孟远山同志、陆沉舟到会。", [("孟远山同志、陆沉舟", None, Level.ERROR)]),
        (
            "E5",
            "孟远山、副书记陆沉舟同志到会。",
            [("孟远山、副书记陆沉舟同志", None, Level.ERROR)],
        ),
        ("E5", "方晓棠、陆沉舟到会。", []),
        ("E6", "学习习总书记讲话。", [("习总书记", "习近平总书记", Level.ERROR)]),
        ("E6", "会后，孟远山走访了学校。", [("孟远山", "孟远山同志", Level.WARNING)]),
        ("E7", "刚才，方处长作了说明。", [("方处长", None, Level.HINT)]),
        ("E7", "刚才，陆局长作了说明。", [("陆局长", "陆沉舟同志", Level.HINT)]),
        ("E7", "党委书记、校长要亲自抓，于校长到会。", []),
    ],
)
def test_the_register_says_how_sure_a_finding_is(rule: str, text: str, expected: Told) -> None:
    assert told(rule, text) == expected
