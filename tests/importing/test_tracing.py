"""Changes are made at their places, and blanks at both ends of what is left go."""

import pytest

from speeches.importing.changes import Change, apart
from speeches.importing.source import LAYOUT, Paragraph, Removed, Repair, Span
from speeches.importing.tracing import Stretch, changed, paragraph, text_of, trimmed

FIRST, SECOND = Stretch("会议,", Span(1, 2, 5)), Stretch(",好", Span(2, 0, 2))
GLUE = Stretch("", Span(1, 5, 5), Repair(Span(1, 5, 5), "\n", "", "接上断行"))


def test_a_change_is_made_in_its_stretch():
    told = list(changed([FIRST, GLUE, SECOND], [Change(2, 3, "，", "半角改全角")], frozenset()))
    assert told == [
        Stretch("会议", Span(1, 2, 4)),
        Stretch("，", Span(1, 4, 5), Repair(Span(1, 4, 5), ",", "，", "半角改全角")),
        GLUE,
        SECOND,
    ]


@pytest.mark.parametrize(
    ("change", "undone"),
    [
        (Change(2, 4, "，", "两处"), frozenset()),
        (Change(2, 3, "，", "半角改全角"), frozenset({"1:4"})),
    ],
)
def test_a_change_over_a_line_end_and_one_undone_are_not_made(change, undone):
    assert list(changed([FIRST, GLUE, SECOND], [change], undone)) == [FIRST, GLUE, SECOND]


def test_what_stands_for_a_line_end_is_not_changed():
    blank = Stretch(" ", Span(1, 5, 5), Repair(Span(1, 5, 5), "\n", " ", "接上断行"))
    told = changed([FIRST, blank, SECOND], [Change(3, 4, "", "删去空格")], frozenset())
    assert list(told) == [FIRST, blank, SECOND]


def test_of_changes_that_overlap_the_first_is_made():
    one, other, last = Change(0, 3, "", ""), Change(2, 4, "", ""), Change(3, 5, "", "")
    assert apart([last, other, one]) == [one, last]


def test_blanks_at_both_ends_go_and_are_listed():
    gone = Stretch("", Span(1, 0, 1), Repair(Span(1, 0, 1), "\u2061", "", "删去看不见的字符"))
    stretches = [gone, Stretch(" ", Span(1, 1, 2)), Stretch(" ab ", Span(1, 3, 7))]
    kept, blanks = trimmed(stretches)
    assert kept == [gone, Stretch("ab", Span(1, 4, 6))]
    assert blanks == [
        Removed(Span(1, 1, 2), " ", LAYOUT),
        Removed(Span(1, 3, 4), " ", LAYOUT),
        Removed(Span(1, 6, 7), " ", LAYOUT),
    ]
    assert text_of(kept) == "ab"


def test_a_paragraph_knows_what_was_kept_and_what_replaced():
    told = list(changed([FIRST], [Change(2, 3, "，", "半角改全角")], frozenset()))
    assert paragraph(told, gap_before=True) == Paragraph(
        "会议，", ((0, Span(1, 2, 4)),), gap_before=True, replaced=((2, 1, Span(1, 4, 5)),)
    )
