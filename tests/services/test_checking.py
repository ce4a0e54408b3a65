"""What a bureau brings to the checks, and which rules do not run for it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from speeches.checks.checking import check
from speeches.checks.examples import document_of
from speeches.checks.settings import Person, Settings
from speeches.checks.words import Entry, List, ours
from speeches.models import RuleOff, Word
from speeches.services import checking
from tests import factories

pytestmark = pytest.mark.django_db
FIRST, SECOND = datetime.date(2021, 3, 1), datetime.date(2023, 5, 31)


def test_a_bureau_without_anything_of_its_own_has_ours() -> None:
    found = checking.settings_of(factories.bureau())
    assert found == Settings(words=found.words, bureau=("清河市教育局",))
    assert [found.words.of(each) for each in List] == [ours().of(each) for each in List]


def test_what_a_bureau_brings_and_nothing_of_another() -> None:
    bureau, other = factories.bureau(), factories.bureau("临江市教育局")
    bureau.short_name = "市教育局"
    for owner, suffix in ((bureau, ""), (other, "外")):
        factories.person(f"程敬川{suffix}", "局长", since=FIRST, until=SECOND, bureau=owner)
        factories.person(f"林远{suffix}", "副局长", bureau=owner)
        factories.department(f"督查室{suffix}", bureau=owner)
        factories.word(f"云程计划{suffix}", bureau=owner)
    factories.rule_off("B1")
    factories.rule_off("B3", bureau=other)
    found = checking.settings_of(bureau, file_name="讲话_v3")
    assert found == Settings(
        off=frozenset({"B1"}),
        words=found.words,
        people=(Person("程敬川", "局长", 1, FIRST, SECOND), Person("林远", "副局长", 2)),
        bureau=("清河市教育局", "市教育局"),
        departments=("督查室",),
        file_name="讲话_v3",
    )
    own = Entry("云程计划", source="本单位")
    assert found.words.of(List.BANNED) == (*ours().of(List.BANNED), own)


def test_its_words_fire_and_those_let_pass_are_silent_in_its_speeches_only() -> None:
    factories.word("学位数字", "misspellings", right="学位数")
    factories.word("云程计划")
    factories.word("云程计划书", "allowed")
    document = document_of(["学位数字增加，云程计划不写，云程计划书可以写。"])
    told = [
        [(each.rule, each.text, each.fix) for each in check(document, settings=settings)]
        for settings in map(
            checking.settings_of, (factories.bureau(), factories.bureau("临江市教育局"))
        )
    ]
    assert told == [[("F1", "学位数字", "学位数"), ("E16", "云程计划", None)], []]


@pytest.mark.parametrize("count", [1, 30])
def test_it_takes_four_queries_however_much_that_is(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.person(f"某{number}")
        factories.word(f"第{number}号工程")
        factories.department(f"第{number}处")
    bureau = factories.bureau()
    with django_assert_num_queries(4):
        checking.settings_of(bureau)


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"term": "布"}, "term", "“易错词”里的“布”应有2到40个字。"),
        ({"right": "学位数字"}, "right", "“易错词”里的“学位数字”与正确写法相同，请改正其中一个。"),
        ({"right": ""}, "right", "“易错词”里的“学位数字”没有正确写法，请填写。"),
        ({"source": ""}, "term", "“易错词”里的“学位数字”没有出处，请注明依据。"),
    ],
)
def test_a_word_that_would_mark_what_is_right_is_refused_in_a_sentence(
    fields: dict[str, str], field: str, said: str
) -> None:
    told = {"word_list": "misspellings", "term": "学位数字", "right": "学位数"} | fields
    with pytest.raises(ValidationError) as refused:
        factories.word(**told)
    assert refused.value.message_dict == {field: [said]}


def test_what_one_word_writes_no_other_word_reports() -> None:
    factories.word("新学位", "misspellings", right="新增学位")
    with pytest.raises(ValidationError, match="含有要改的词“新学位”，请改正。"):
        factories.word("学位数字", "misspellings", right="新学位数")


def test_a_word_is_there_once_in_its_list() -> None:
    factories.word("云程计划")
    with pytest.raises(ValidationError, match="这张词表里已有这个词语。"):
        factories.word("云程计划")
    assert Word.objects.count() == 1


def test_a_rule_is_switched_off_and_on_again() -> None:
    bureau, actor = factories.bureau(), factories.user("administrator")
    told: dict[str, Any] = {"actor": actor}
    assert checking.switch_off(bureau, "B1", reason="惯例", **told)
    assert not checking.switch_off(bureau, "B1", reason="还是惯例", **told)
    row = RuleOff.objects.get()
    assert (row.reason, row.by) == ("惯例", actor)
    assert checking.switch_on(bureau, "B1")
    assert not checking.switch_on(bureau, "B1")


def test_a_rule_that_there_is_none_of_cannot_be_switched_off() -> None:
    with pytest.raises(checking.UnknownRule):
        checking.switch_off(factories.bureau(), "Z99", reason="惯例", actor=None)
