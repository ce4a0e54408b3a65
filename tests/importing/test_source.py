"""The way back from a paragraph to its source."""

import pytest

from speeches.importing.source import Paragraph, Removed, Repair, Span, merged

# Line 4, "局长 陈, 好": a blank taken out, a mark replaced, a blank taken out.
TOLD = Paragraph(
    "局长陈，好",
    ((0, Span(4, 0, 2)), (2, Span(4, 3, 4)), (4, Span(4, 6, 7))),
    replaced=((2, 0, Span(4, 2, 3)), (3, 1, Span(4, 4, 5)), (4, 0, Span(4, 5, 6))),
)
JOINED = Paragraph("上半年，下半年", ((0, Span(1, 2, 6)), (4, Span(3, 0, 3))))


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "spans"),
    [
        (TOLD, 0, 5, (Span(4, 0, 7),)),
        (TOLD, 0, 2, (Span(4, 0, 2),)),
        (TOLD, 2, 4, (Span(4, 3, 5),)),
        (TOLD, 3, 4, (Span(4, 4, 5),)),
        (TOLD, 4, 5, (Span(4, 6, 7),)),
        (TOLD, 1, 3, (Span(4, 1, 4),)),
        (TOLD, 2, 2, ()),
        (JOINED, 0, 7, (Span(1, 2, 6), Span(3, 0, 3))),
        (JOINED, 3, 5, (Span(1, 5, 6), Span(3, 0, 1))),
        (JOINED, 5, 6, (Span(3, 1, 2),)),
    ],
)
def test_a_stretch_of_a_paragraph_leads_back_to_its_source(paragraph, start, end, spans):
    assert paragraph.span_of(start, end) == spans


def test_a_mark_that_became_two_is_one_stretch_of_the_source():
    dashed = Paragraph("——在", ((2, Span(2, 3, 4)),), replaced=((0, 2, Span(2, 0, 3)),))
    assert [dashed.span_of(0, 2), dashed.span_of(1, 3), dashed.span_of(2, 3)] == [
        (Span(2, 0, 3),),
        (Span(2, 0, 4),),
        (Span(2, 3, 4),),
    ]


def test_stretches_that_touch_become_one():
    assert merged([Span(1, 0, 2), Span(1, 2, 3), Span(1, 4, 5), Span(2, 5, 6)]) == [
        Span(1, 0, 3),
        Span(1, 4, 5),
        Span(2, 5, 6),
    ]


def test_a_repair_and_a_removal_at_one_place_are_undone_by_different_keys():
    span = Span(7, 3, 9)
    assert (Repair(span, ",", "，", "半角改全角").key, Removed(span, "广告", "广告").key) == (
        "7:3",
        "7:3-9",
    )
