"""The kind of a part by its heading and its place."""

import pytest

from speeches.document.facts import Kind
from speeches.importing import kinds
from speeches.importing.kinds import Guess, by_heading, of_parts
from speeches.importing.words import BadList, checked


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("充分肯定上半年工作成绩", Kind.ACHIEVEMENTS),
        ("过去一年工作回顾", Kind.ACHIEVEMENTS),
        ("肯定成绩，“五张答卷”精彩纷呈", Kind.ACHIEVEMENTS),
        ("清醒认识存在的问题和不足", Kind.PROBLEMS),
        ("正视差距，补齐短板", Kind.PROBLEMS),
        ("明确下半年工作重点", Kind.PRIORITIES),
        ("突出重点，抓好今年各项任务", Kind.PRIORITIES),
        ("加强组织领导，确保工作落实", Kind.REQUIREMENTS),
        ("压紧责任，严明纪律", Kind.REQUIREMENTS),
        ("提高思想认识，把握形势要求", Kind.NARRATIVE),
        ("提高站位，始终绷紧安全弦", Kind.NARRATIVE),
        ("为什么要抓", Kind.NARRATIVE),
        ("认清形势，增强责任感", Kind.NARRATIVE),
        ("扎实做好今年各项工作", Kind.PRIORITIES),
        ("遗产的保护怎么办", Kind.PRIORITIES),
    ],
)
def test_the_words_of_a_heading_say_its_kind(heading: str, kind: Kind) -> None:
    guess = by_heading(heading)
    assert guess is not None
    assert guess.kind is kind
    assert 0.3 < guess.confidence <= 1


def test_a_heading_without_such_words_says_nothing() -> None:
    assert by_heading("抓什么") is None


def test_words_of_two_kinds_make_it_less_sure() -> None:
    assert by_heading("肯定成绩") == Guess(Kind.ACHIEVEMENTS, 1.0)
    assert by_heading("肯定成绩，找准问题") == Guess(Kind.ACHIEVEMENTS, 0.67)


def test_without_words_the_place_among_three_parts_says_it() -> None:
    guesses = [guess.kind for guess in of_parts(["抓谁", "抓什么", None, "谁来抓"])]
    assert guesses == [Kind.ACHIEVEMENTS, Kind.PRIORITIES, Kind.PRIORITIES, Kind.REQUIREMENTS]


def test_of_two_parts_the_place_says_nothing() -> None:
    assert of_parts(["抓什么", "谁来抓"]) == [Guess(Kind.NARRATIVE, 0.4)] * 2


@pytest.mark.parametrize(
    "bad",
    [
        {"achievements": {}},
        {kind.value: {"成绩": 4} for kind in kinds.PART_KINDS},
        {kind.value: {"": 1} for kind in kinds.PART_KINDS},
    ],
)
def test_a_bad_list_is_refused(bad: dict[str, dict[str, int]]) -> None:
    with pytest.raises(BadList):
        kinds.read_weights(bad)


@pytest.mark.parametrize("bad", [None, "成绩", [""], [1], ["成绩", "成绩"]])
def test_bad_words_are_refused(bad: object) -> None:
    with pytest.raises(BadList):
        checked(bad, "list")
