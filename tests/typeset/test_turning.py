"""Where pages turn."""

from __future__ import annotations

import pytest

from speeches.document.tree import Block, Document, Role
from speeches.typeset.edition import STANDARD
from speeches.typeset.flow import Flow, flow
from speeches.typeset.metrics import NOMINAL
from speeches.typeset.turning import Sheet, Short, full_sheets, sentence_sheets
from tests.typeset.building import heading, paragraph, run, title

ROW = "一" * 26  # the first line of a paragraph, filled
FULL = "一" * 28  # a later one
BODY = paragraph("谈。")
KEPT, SENTENCE = Short.KEPT_HEADING, Short.SENTENCE


def flow_of(*blocks: Block) -> Flow:
    return flow(Document(blocks), STANDARD, NOMINAL)


def told(sheets: list[Sheet]) -> list[tuple[int, Short | None]]:
    """Lines and reason of every sheet."""
    return [(len(sheet.lines), sheet.reason) for sheet in sheets]


def texts(sheets: list[Sheet], blocks: tuple[Block, ...]) -> list[list[str]]:
    return [
        [blocks[line.block].text[line.start : line.end] if line else "" for line in sheet.lines]
        for sheet in sheets
    ]


@pytest.mark.parametrize(
    ("before", "headings", "counts"),
    [
        (20, 1, [(22, None)]),
        (21, 1, [(21, KEPT), (2, None)]),
        (20, 2, [(20, KEPT), (3, None)]),
        (18, 4, [(18, KEPT), (5, None)]),
        (0, 22, [(22, None), (1, None)]),
        (0, 30, [(22, None), (9, None)]),
        (1, 21, [(1, KEPT), (22, None)]),
    ],
)
@pytest.mark.parametrize("sheets", [full_sheets, sentence_sheets], ids=["full", "sentence"])
def test_a_heading_never_stands_last_on_a_page(
    sheets: type, before: int, headings: int, counts: list[tuple[int, Short | None]]
) -> None:
    blocks = (*[BODY] * before, *[heading(2, "（一）")] * headings, BODY)
    assert told(list(sheets(flow_of(*blocks), 22))) == counts


@pytest.mark.parametrize("sheets", [full_sheets, sentence_sheets], ids=["full", "sentence"])
def test_a_heading_of_two_lines_is_not_parted(sheets: type) -> None:
    blocks = (*[BODY] * 21, heading(1, ROW, "二三"), BODY)
    assert texts(list(sheets(flow_of(*blocks), 22)), blocks) == [
        ["谈。"] * 21,
        [ROW, "二三", "谈。"],
    ]


@pytest.mark.parametrize("sheets", [full_sheets, sentence_sheets], ids=["full", "sentence"])
def test_a_heading_may_end_the_document_and_a_run_in_heading_is_none(sheets: type) -> None:
    assert told(list(sheets(flow_of(*[BODY] * 21, heading(1, "一")), 22))) == [(22, None)]
    run_in = paragraph(run("（一）甲。", 2), "谈。")
    assert told(list(sheets(flow_of(*[BODY] * 21, run_in, BODY), 22))) == [(22, None), (1, None)]


@pytest.mark.parametrize("sheets", [full_sheets, sentence_sheets], ids=["full", "sentence"])
def test_no_sheet_begins_with_a_blank_line(sheets: type) -> None:
    blocks = (title("题\n" * 21 + "题"), paragraph("（日）", role=Role.DATE), BODY)
    assert texts(list(sheets(flow_of(*blocks), 22)), blocks) == [
        ["题"] * 22,
        ["（日）", "", "谈。"],
    ]
    # … but one may end with one.
    blocks = (title("题\n" * 20 + "题"), paragraph("（日）", role=Role.DATE))
    assert texts(list(sheets(flow_of(*blocks), 22)), blocks) == [["题"] * 21 + [""], ["（日）"]]


def test_nothing_makes_no_sheet() -> None:
    assert list(full_sheets([], 22)) == list(sentence_sheets([], 22)) == []


def test_full_sheets_are_cut_wherever_they_are_full() -> None:
    blocks = (paragraph("一" * (26 + 28 * 44 + 2)),)
    assert texts(list(full_sheets(flow_of(*blocks), 22)), blocks) == [
        [ROW, *[FULL] * 21],
        [FULL] * 22,
        [FULL, "一一"],
    ]


def sentences(*lengths: int) -> str:
    """Sentences of so many characters, their stop included."""
    return "".join("谈" * (length - 1) + "。" for length in lengths)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # The last sentence that fits ends the page; the next page goes on without an indent.
        ((sentences(20, 50, 31),), [([20 + 6, 28, 16], None), ([28, 3], None)]),
        ((sentences(54, 5, 60),), [([26, 28, 5], None), ([28, 28, 4], None)]),
        ((sentences(54, 60),), [([26, 28], SENTENCE), ([28, 28, 4], None)]),
        # A page ends before a paragraph whose first sentence does not fit.
        ((sentences(20), sentences(82, 8)), [([20], SENTENCE), ([26, 28, 28], None), ([8], None)]),
        # A sentence longer than a page is split at its foot.
        ((sentences(100, 9),), [([26, 28, 28], "split"), ([18 + 9], None)]),
        ((sentences(10, 100, 9),), [([10], SENTENCE), ([28] * 3, "split"), ([16 + 9], None)]),
        # A page may end just where a sentence does.
        ((sentences(82, 40),), [([26, 28, 28], None), ([28, 12], None)]),
        (("谈。", "谈。", "谈。", "谈。"), [([2] * 3, None), ([2], None)]),
        # Headings go over with what follows them.
        (("#", sentences(90)), [([1, 26, 28], "split"), ([28, 8], None)]),
        ((sentences(9), "#", sentences(54, 6)), [([9], KEPT), ([1, 26, 28], None), ([6], None)]),
        ((sentences(9), "#", sentences(9, 60)), [([9, 1, 9], None), ([28, 28, 4], None)]),
        (("#", "#", "#", sentences(9)), [([1] * 3, None), ([9], None)]),
    ],
)  # fmt: skip
def test_a_page_turns_at_the_end_of_a_sentence(
    blocks: tuple[str, ...], expected: list[tuple[list[int], object]]
) -> None:
    things = flow_of(*(heading(1, "一") if text == "#" else paragraph(text) for text in blocks))
    found = [
        (
            [line.end - line.start for line in sheet.lines if line],
            "split" if sheet.splits_sentence else sheet.reason,
        )
        for sheet in sentence_sheets(things, 3)
    ]
    assert found == expected


def test_a_title_is_not_parted_unless_it_is_longer_than_a_page() -> None:
    blocks = (BODY, BODY, title("学习！\n再学习！"))
    assert texts(list(sentence_sheets(flow_of(*blocks), 3)), blocks) == [
        ["谈。", "谈。"],
        ["学习！", "再学习！"],
    ]
    blocks = (title("一\n二\n三\n四\n五"),)
    sheets = list(sentence_sheets(flow_of(*blocks), 3))
    assert texts(sheets, blocks) == [["一", "二", "三"], ["四", "五"]]
    assert [sheet.splits_sentence for sheet in sheets] == [True, False]
