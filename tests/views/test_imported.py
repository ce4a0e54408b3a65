"""What the page of an import says of its source, its pieces and its repairs."""

from __future__ import annotations

import pytest

from speeches.importing.cleaning import clean
from speeches.importing.cutting import pieces_of
from speeches.importing.parsing import parse
from speeches.importing.pieces import Piece, Role
from speeches.views.imported import Segment, masks, piece_rows, source_lines, summary
from tests.importing import shapes
from tests.importing.test_damaged import TEXT as DAMAGED

TEXTS = {"damaged": DAMAGED} | {name: shapes.text(text) for name, text in shapes.SHAPES.items()}


def segments(text: str) -> list[list[Segment]]:
    cleaned = clean(text)
    return source_lines(cleaned, pieces_of(cleaned))


@pytest.mark.parametrize("name", TEXTS)
def test_the_lines_are_those_of_the_source(name: str) -> None:
    told = ["".join(one.text for one in line) for line in segments(TEXTS[name])]
    assert told == TEXTS[name].split("\n")


@pytest.mark.parametrize("name", TEXTS)
def test_each_piece_with_a_text_begins_once_under_its_number(name: str) -> None:
    cleaned = clean(TEXTS[name])
    pieces = pieces_of(cleaned)
    numbers = [one.number for line in source_lines(cleaned, pieces) for one in line if one.number]
    assert numbers == [number for number, piece in enumerate(pieces, 1) if piece.stretches]


def test_a_line_is_cut_where_it_changes_what_its_text_is() -> None:
    line = "(一)水库安全。大坝完好,"
    assert segments(f"关于防汛的讲话\n同志们：\n一、看清形势\n{line}")[3] == [
        Segment("(一)水库安全。", "heading", 4, 4, "段首小标题"),
        Segment("大坝完好,", "body", 5, 5, "正文"),
    ]


def test_what_was_taken_out_is_struck_and_blanks_outside_are_plain() -> None:
    lines = segments(DAMAGED)
    assert lines[20] == [Segment("本文剩余内容", "removed", name="删去")]
    assert lines[24] == [Segment("  "), Segment("• 月度会员特权:19.9元", "removed", name="删去")]


def test_a_piece_over_two_lines_is_named_once() -> None:
    text = "关于防汛的讲话\n同志们：\n今天我们召开全县防汛工作会议，主要任务是\n"
    lines = segments(text + "传达上级要求，总结去年工作，部署今年任务，\n刚才各乡镇讲得很好。")
    assert [[(one.number, one.name, one.piece) for one in line] for line in lines[2:]] == [
        [(3, "开场", 3)],
        [(0, "", 3)],
        [(0, "", 3)],
    ]


def row_names(*pieces: Piece) -> list[tuple[str, int, str]]:
    return [(row.name, row.indent, row.doubt) for row in piece_rows(pieces, {}, "")]


def test_a_row_says_what_it_is_how_deep_it_stands_and_what_is_doubtful() -> None:
    found = pieces_of(clean(DAMAGED))
    assert row_names(*found)[:7] == [
        ("题目", 0, ""),
        ("开场", 0, ""),
        ("小标题 · 一级 · 成绩", 0, ""),
        ("正文", 0, ""),
        ("段首小标题 · 二级", 1, ""),
        ("正文", 1, ""),
        ("段首小标题 · 二级", 1, ""),
    ]
    doubtful = Piece(Role.UNRECOGNISED, "附件", 9, reason="看不出用途")
    lead = Piece(Role.LEAD, "但也要看到", 9, level=1, confidence=0.8)
    assert row_names(doubtful, lead) == [
        ("未识别", 0, "看不出用途"),
        ("不带标题的部分 · 一级", 0, "类型请核对"),
    ]


def test_a_closing_stands_outside_again() -> None:
    deep, end = Piece(Role.ITEM, "甲", 1, level=3), Piece(Role.CLOSING, "谢谢大家！", 2)
    assert [row.indent for row in piece_rows([deep, end], {}, "")] == [2, 0]


def test_a_long_piece_is_shortened_in_the_list() -> None:
    (short, long) = piece_rows([Piece(Role.BODY, "字" * count, 1) for count in (80, 81)], {}, "2")
    assert (short.words, long.words) == ("字" * 80, "字" * 79 + "…")
    assert (short.is_here, long.is_here) == (False, True)


def test_masks_are_told_by_line() -> None:
    assert masks(clean(DAMAGED)) == [(9, "x、××"), (11, "x、x、20**")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (DAMAGED, "题目、开场、4个部分（下面14条）"),
        (shapes.text(shapes.OWN_LINE), "题目、讲话人、日期、称谓、开场、4个部分（下面11条）、结尾"),
        ("", ""),
    ],
)
def test_in_short(text: str, told: str) -> None:
    assert summary(parse(text)) == told
