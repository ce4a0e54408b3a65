"""Numbers as speeches write them."""

import pytest

from speeches.document.facts import Marker
from speeches.document.numbering import (
    continues,
    count_word,
    han,
    heading_level,
    marker_text,
    value_of,
    without_number,
)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"), (2, "二"), (9, "九"), (10, "十"), (11, "十一"), (12, "十二"), (19, "十九"),
        (20, "二十"), (21, "二十一"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
        (105, "一百零五"), (110, "一百一十"), (111, "一百一十一"), (119, "一百一十九"),
        (200, "二百"), (999, "九百九十九"), (1000, "一千"), (1001, "一千零一"),
        (1010, "一千零一十"), (1011, "一千零一十一"), (1100, "一千一百"), (1101, "一千一百零一"),
        (2020, "二千零二十"), (9999, "九千九百九十九"), (10000, "10000"), (0, "0"), (-3, "-3"),
    ],
)  # fmt: skip
def test_han(number: int, written: str) -> None:
    assert han(number) == written


def test_the_value_of_a_numeral_is_read_back() -> None:
    assert [value_of(han(number)) for number in range(1, 100)] == list(range(1, 100))
    assert [value_of(digits) for digits in ("1", "99", "１２")] == [1, 99, 12]


@pytest.mark.parametrize("number", ["", "零", "十十", "一二", "二十一二", "一二十", "一百", "两"])
def test_what_is_no_numeral_up_to_ninety_nine_has_no_value(number: str) -> None:
    assert value_of(number) == 0


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "一"), (2, "两"), (3, "三"), (12, "十二"), (20, "二十"), (22, "二十二")],
)
def test_two_of_something_is_liang(number: int, word: str) -> None:
    assert count_word(number) == word


@pytest.mark.parametrize(
    ("marker", "at_each_depth"),
    [
        (Marker.OUTLINE, ["二、", "（二）", "2.", "（2）", "（2）"]),
        (Marker.HAN, ["二、"] * 5),
        (Marker.HAN_BRACKETED, ["（二）"] * 5),
        (Marker.ARABIC, ["2."] * 5),
        (Marker.ARABIC_BRACKETED, ["（2）"] * 5),
        (Marker.SHI, ["二是"] * 5),
        (Marker.YAO, ["二要"] * 5),
        (Marker.DI, ["第二，"] * 5),
        (Marker.NONE, [""] * 5),
    ],
)
def test_marker_at_depths_one_to_five(marker: Marker, at_each_depth: list[str]) -> None:
    assert [marker_text(marker, 2, depth) for depth in range(1, 6)] == at_each_depth


@pytest.mark.parametrize(
    ("marker", "levels"),
    [
        (Marker.OUTLINE, [1, 2, 3, 4, 4]),
        (Marker.HAN, [1] * 5),
        (Marker.HAN_BRACKETED, [2] * 5),
        (Marker.ARABIC, [3] * 5),
        (Marker.ARABIC_BRACKETED, [4] * 5),
        (Marker.SHI, [1, 2, 3, 4, 4]),
        (Marker.YAO, [1, 2, 3, 4, 4]),
        (Marker.DI, [1, 2, 3, 4, 4]),
        (Marker.NONE, [1, 2, 3, 4, 4]),
    ],
)
def test_level_of_a_heading_at_depths_one_to_five(marker: Marker, levels: list[int]) -> None:
    assert [heading_level(marker, depth) for depth in range(1, 6)] == levels


def test_numbers_of_the_outline_run_on_and_spoken_ones_start_anew() -> None:
    assert {marker for marker in Marker if not continues(marker)} == {
        Marker.SHI,
        Marker.YAO,
        Marker.DI,
        Marker.NONE,
    }


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("一、肯定成绩", "肯定成绩"),
        ("十二、肯定成绩", "肯定成绩"),
        ("一、 肯定成绩", "肯定成绩"),
        ("（五）带号的标题。", "带号的标题。"),
        ("(五)带号的标题", "带号的标题"),
        ("（五）、带号的标题", "带号的标题"),
        ("（1）摸清底数", "摸清底数"),
        ("(12) 摸清底数", "摸清底数"),
        ("1.摸清底数", "摸清底数"),
        ("1. 摸清底数", "摸清底数"),
        ("1．摸清底数", "摸清底数"),
        ("1、摸清底数", "摸清底数"),
        ("一、三个坚持", "三个坚持"),
        ("一、二十大精神", "二十大精神"),
        ("百、三个坚持", "三个坚持"),
        ("二、“十四五”规划", "“十四五”规划"),
    ],
)
def test_a_typed_number_is_taken_off_a_heading(typed: str, heading: str) -> None:
    assert without_number(typed) == heading


@pytest.mark.parametrize(
    "heading",
    [
        "", "肯定成绩", "一带一路", "一体化", "十四五", "“十四五”规划", "三个坚持", "1.5万个学位",
        "1. 5万个学位", "2026.7.16事项", "2026年工作", "110、119联动", "一、", "（一）", "1.", "1",
        "一、二年级减负", "三、四季度", "1、2号楼", "一、三年级", "一、三、五年级", "（重点）任务",
        "一是到岗", "第一，到岗",
    ],
)  # fmt: skip
def test_what_only_begins_like_a_number_stays(heading: str) -> None:
    assert without_number(heading) == heading
