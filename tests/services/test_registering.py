"""人员名录: nobody twice, everybody at the end."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from speeches.importing.register import read
from speeches.models import Person
from speeches.services import managing, registering
from tests import factories

pytestmark = pytest.mark.django_db


def listed() -> list[tuple[int, str, str]]:
    return list(Person.objects.values_list("position", "name", "post"))


def test_who_is_added_stands_at_the_end_and_once_with_a_post() -> None:
    factories.person("程敬川", "局长")
    factories.person("程敬川", "书记")
    with pytest.raises(ValidationError, match="名录里已有这个人的这个职务。"):
        factories.person("程敬川", "局长")
    assert listed() == [(1, "程敬川", "局长"), (2, "程敬川", "书记")]


def test_of_a_list_those_are_added_who_are_not_there_yet() -> None:
    factories.person("林远", "副局长")
    entries = read("程敬川 局长 2021\n林远 副局长\n齐小满 副局长").entries
    key = factories.bureau().pk
    assert [each.name for each in registering.unlisted(key, entries)] == ["程敬川", "齐小满"]
    assert registering.add_people(key, entries) == 2
    assert registering.add_people(key, entries) == 0
    assert listed() == [(1, "林远", "副局长"), (2, "程敬川", "局长"), (3, "齐小满", "副局长")]
    assert str(Person.objects.get(name="程敬川").since) == "2021-01-01"


def test_the_order_is_changed_and_somebody_deleted() -> None:
    people = [factories.person(name) for name in "甲乙丙"]
    factories.person("外", bureau=factories.bureau("临江市教育局"))
    managing.place(people[2], 1)
    registering.delete_person(people[0])
    registering.delete_person(people[0])
    assert sorted(listed()) == [(1, "丙", "局长"), (1, "外", "局长"), (3, "乙", "局长")]
