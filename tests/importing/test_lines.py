"""What the look of a line tells."""

import pytest

from speeches.importing.lines import (
    Line,
    is_ended,
    split_lines,
    told_lines,
    width,
)
from speeches.importing.source import LAYOUT, Removed, Span


def test_lines_end_in_every_way():
    assert split_lines("甲\r\n乙\r丙\n丁\x0b戊\x0c己\x85庚\u2028辛\u2029壬") == tuple(
        "甲乙丙丁戊己庚辛壬"
    )


def test_lines_that_say_something_and_the_blanks_round_them():
    assert told_lines(("　甲 ", "", "\ufeff ", "乙")) == (
        [Line(1, "甲", 1, 2), Line(4, "乙", 0, 0, blank_before=True)],
        [
            Removed(Span(1, 0, 1), "　", LAYOUT),
            Removed(Span(1, 2, 3), " ", LAYOUT),
            Removed(Span(3, 0, 2), "\ufeff ", LAYOUT),
        ],
    )


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("甲a1，", 6), ("——“”…", 10)])
def test_width_in_half_characters(text, wide):
    assert width(text) == wide


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("好。", True),
        ("好！”", True),
        ("好；", True),
        ("好：", True),
        ("好，", False),
        ("“五稳”", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence(text, ended):
    assert is_ended(text) is ended
