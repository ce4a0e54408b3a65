"""What the database refuses of people, words, rules that are off and findings that are left."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone

from speeches.models import FinalCopy, Ignore, Person, RuleOff, Word
from tests import factories
from tests.models.test_constraints import is_refused

pytestmark = pytest.mark.django_db
FIRST, SECOND = datetime.date(2021, 3, 1), datetime.date(2023, 5, 31)


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({}, False),
        ({"since": FIRST, "until": SECOND}, False),
        ({"since": FIRST, "until": FIRST}, False),
        ({"since": SECOND, "until": FIRST}, True),
        ({"until": FIRST}, False),
        ({"name": ""}, True),
        ({"post": ""}, True),
    ],
)
def test_somebody_holds_a_post_from_a_day_to_a_later_one(
    fields: dict[str, Any], refused: bool
) -> None:
    told = {"bureau": factories.bureau(), "name": "程敬川", "post": "局长"} | fields
    assert is_refused(Person(**told)) is refused


def test_nobody_holds_a_post_of_a_bureau_twice() -> None:
    factories.person("程敬川", "局长")
    other = factories.bureau("临江市教育局")
    assert is_refused(Person(bureau=factories.bureau(), name="程敬川", post="局长"))
    assert not is_refused(Person(bureau=factories.bureau(), name="程敬川", post="书记"))
    assert not is_refused(Person(bureau=other, name="程敬川", post="局长"))


def test_who_has_left_did_so_before_today() -> None:
    today = timezone.localdate()
    yesterday = today - datetime.timedelta(days=1)
    untils = {"没写": None, "今天": today, "昨天": yesterday}
    for name, until in untils.items():
        factories.person(name, until=until)
    assert [each.name for each in Person.objects.all() if each.has_left] == ["昨天"]
    assert str(Person.objects.first()) == "没写（局长）"


@pytest.mark.parametrize("fields", [{"term": ""}, {"source": ""}, {"list": "poems"}])
def test_a_word_stands_in_a_list_that_is_known_with_its_source(fields: dict[str, str]) -> None:
    told = {"bureau": factories.bureau(), "list": "banned", "term": "云程计划", "source": "本单位"}
    assert is_refused(Word(**told | fields))
    assert not is_refused(Word(**told))
    assert is_refused(Word(**told))
    assert not is_refused(Word(**told | {"list": "allowed"}))


def test_a_rule_is_off_once_and_for_a_reason() -> None:
    told = {"bureau": factories.bureau(), "rule": "B1", "reason": "惯例"}
    assert is_refused(RuleOff(**told | {"reason": ""}))
    assert is_refused(RuleOff(**told | {"rule": ""}))
    assert not is_refused(RuleOff(**told))
    assert is_refused(RuleOff(**told))
    assert str(RuleOff.objects.get()) == "B1"


def test_a_finding_is_left_once_here_and_once_in_the_speech() -> None:
    told = {"speech": factories.speech(), "rule": "B1", "key": "a1", "text": ","}
    for scope in ("here", "speech"):
        assert not is_refused(Ignore(**told, scope=scope))
        assert is_refused(Ignore(**told, scope=scope))
    assert is_refused(Ignore(**told, scope="everywhere"))
    for name in ("rule", "key", "text", "reason"):
        assert is_refused(Ignore(**told | {"rule": "B2", "scope": "here", name: ""}))
    assert {str(each) for each in Ignore.objects.all()} == {"B1：,"}


@pytest.mark.parametrize(
    ("findings", "because", "refused"),
    [("", "", False), ("A1 第3段", "会后补", False), ("A1 第3段", "", True), ("", "会后补", True)],
)
def test_errors_stay_in_a_final_copy_for_a_reason(
    findings: str, because: str, refused: bool
) -> None:
    told = {"speech": factories.speech(), "revision": 1, "document": {}}
    told |= {"characters": 0, "spoken": 0, "open_findings": findings, "open_because": because}
    assert is_refused(FinalCopy(**told)) is refused
