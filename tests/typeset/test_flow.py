"""What a document puts on pages, before it is broken into lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.tree import Block, Document, Role
from speeches.typeset.edition import LARGE, POINTS_PER_MM, STANDARD, Face, Style
from speeches.typeset.flow import Galley, flow, group_of
from speeches.typeset.fonts import find_fonts
from speeches.typeset.lines import Measure
from speeches.typeset.metrics import NOMINAL, font_metrics
from tests.typeset.building import TITLE_BLOCK, heading, paragraph, run, title

WIDTH = 156 * POINTS_PER_MM


def galley(*parts: str, role: Role = Role.BODY) -> Galley:
    (only,) = flow(Document((paragraph(*parts, role=role),)), STANDARD, NOMINAL)
    assert only
    return only


def outline(*blocks: Block, **changes: int) -> list[str]:
    edition = replace(STANDARD, **changes)
    return [each.text if each else "" for each in flow(Document(blocks), edition, NOMINAL)]


NAMES = [
    "在半年工作会议上的讲话",
    "",
    "局长　李喆珺",
    "（2026年7月16日）",
    "",
    "同志们：",
    "谈",
]
BODY = paragraph("谈")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((*TITLE_BLOCK, BODY), NAMES),
        ((title("题"), BODY), ["题", "", "谈"]),
        (
            (title("题"), paragraph("——在会上", role=Role.SUBTITLE), BODY),
            ["题", "——在会上", "", "谈"],
        ),
        ((paragraph("局长", role=Role.SPEAKER), BODY), ["局长", "", "谈"]),
        ((title("题"), paragraph("（日）", role=Role.DATE)), ["题", "", "（日）"]),
        ((title("题"), heading(1, "一、")), ["题", "", "一、"]),
        ((title(""), BODY, paragraph()), ["谈"]),
        ((title("题"),), ["题"]),
        ((BODY, title("题")), ["谈", "题"]),
        ((), []),
    ],
)
def test_a_blank_line_stands_between_the_groups_of_the_title_block(
    blocks: tuple[Block, ...], expected: list[str]
) -> None:
    assert outline(*blocks) == expected


def test_an_edition_says_how_many_blank_lines_there_are() -> None:
    blocks = (title("题"), paragraph("（日）", role=Role.DATE), BODY)
    assert outline(*blocks, after_title=2, after_names=0) == ["题", "", "", "（日）", "谈"]
    assert outline(title("题"), BODY, after_title=0, after_names=3) == ["题", "谈"]


@pytest.mark.parametrize(
    ("block", "group"),
    [
        (title("题"), 0),
        (paragraph("——在会上", role=Role.SUBTITLE), 0),
        (paragraph("局长", role=Role.SPEAKER), 1),
        (paragraph("（日）", role=Role.DATE), 1),
        (paragraph("同志们：", role=Role.SALUTATION), 2),
        (paragraph("谈"), 2),
        (heading(1, "一、"), 2),
    ],
)
def test_every_block_belongs_to_a_group(block: Block, group: int) -> None:
    assert group_of(block) == group


def test_paragraphs_are_spread_and_titles_are_not() -> None:
    assert galley("谈").measure == Measure(WIDTH, 2 * STANDARD.cell, 16, -67, justified=True)
    assert galley("题", role=Role.TITLE).measure == Measure(WIDTH, 0, 22, 0, justified=False)
    assert galley("名", role=Role.SPEAKER).measure == Measure(WIDTH, 0, 16, -67, justified=False)


def test_only_titles_are_balanced_and_only_headings_are_headings() -> None:
    blocks = (title("题"), heading(1, "一、"), paragraph(run("（一）甲。", 2), "乙"))
    found = [each for each in flow(Document(blocks), STANDARD, NOMINAL) if each]
    assert [each.is_balanced for each in found] == [True, False, False]
    assert [each.is_heading for each in found] == [False, True, False]


def test_every_character_has_its_advance() -> None:
    assert galley("一是3%，", "e\u0301").advances == [16, 16, 8, 8, 16, 8, 0]


def test_a_run_in_heading_has_the_advances_of_its_own_face() -> None:
    metrics = font_metrics(find_fonts())
    block = paragraph(run("（一）a", 2), "（一）a")
    (only,) = flow(Document((block,)), STANDARD, metrics)
    assert only
    kai, fang = metrics.widths(Face.KAI, False), metrics.widths(Face.FANG, False)
    expected = [16 * widths[char] for widths in (kai, fang) for char in "（一）a"]
    assert only.advances == expected


def test_a_bold_heading_has_the_advances_of_bold_type() -> None:
    metrics = font_metrics(find_fonts())
    levels = (Style(Face.FANG, 16, 2, bold=True), *STANDARD.levels[1:])
    (only,) = flow(Document((heading(1, "一a"),)), replace(STANDARD, levels=levels), metrics)
    assert only
    bold = metrics.widths(Face.FANG, True)
    assert only.advances == [16 * bold["一"], 16 * bold["a"]]


BAD_TO_BREAK = "谈000谈00aaaaa0000谈0000000谈谈aaaaa00000000谈00aaaaaa谈，"
LONG = galley("甲" * 26, "乙" * 1400)


@pytest.mark.parametrize("start", [0, 26, 400])
@pytest.mark.parametrize("count", [1, 2, 22])
def test_the_first_lines_are_those_of_the_whole(start: int, count: int) -> None:
    assert LONG.first_lines(start, count) == LONG.lines(start)[:count]


@pytest.mark.parametrize(
    "text", ["（" * 900, "\u0301" * 900, "i" * 900, "谈" * 30 + "\u0301" * 900]
)
def test_the_first_lines_of_a_dense_text_are_those_of_the_whole_too(text: str) -> None:
    assert galley(text + "谈" * 99).first_lines(0, 3) == galley(text + "谈" * 99).lines()[:3]


def test_more_or_fewer_lines_may_be_asked_for_later() -> None:
    some = galley("谈" * 600)
    for count in (3, 1, 5, 3):
        assert some.first_lines(0, count) == some.lines()[:count]


def test_the_first_lines_of_a_short_text_are_all() -> None:
    assert galley("谈").first_lines(0, 5) == galley("谈").lines()


@given(st.text("谈（，。”“ a1—\u0301", max_size=300), st.integers(1, 4))
def test_the_first_lines_are_as_many_as_asked_for_or_all(text: str, count: int) -> None:
    some = galley(text + "谈")
    assert len(some.first_lines(0, count)) == min(count, len(some.lines()))


@pytest.mark.parametrize(
    ("text", "start", "room", "expected"),
    [
        ("谈" * 25 + "。" + "讲" * 40, 0, 1, ["谈" * 25 + "。"]),
        ("谈" * 26 + "。" + "讲" * 40, 0, 1, ["谈" * 26 + "。"]),
        ("谈" * 27 + "。" + "讲" * 40, 0, 1, []),
        ("谈。讲。" + "谈" * 60, 0, 1, ["谈。讲。"]),
        ("谈。" + "讲" * 60 + "。", 2, 2, []),
        ("谈。" + "讲" * 40 + "。" + "谈" * 28 + "。", 2, 2, ["讲" * 28, "讲" * 12 + "。"]),
        ("谈" * 60, 0, 2, []),
        # A full line ends with a sentence, drawn together for the sake of the next line: the last
        # line of a page has no next one, so it would be broken in another way, and not fit.
        (
            "谈谈000谈00aaaaaaaaaaaaaa谈。00aaa00000000000谈谈谈00，。" + BAD_TO_BREAK,
            0,
            1,
            ["谈谈000谈00aaaaaaaaaaaaaa谈。"],
        ),
    ],
)
def test_a_sentence_ends_where_the_last_that_fits_does(
    text: str, start: int, room: int, expected: list[str]
) -> None:
    some = galley(text)
    assert [text[line.start : line.end] for line in some.sentence(start, room)] == expected


def test_a_run_in_heading_ends_no_sentence() -> None:
    block = paragraph(run("（一）", 2), run("甲乙。", 2), run("谈" * 19 + "。"), run("讲" * 60))
    (only,) = flow(Document((block,)), STANDARD, NOMINAL)
    assert only
    assert [line.end for line in only.sentence(0, 1)] == [26]
    (only,) = flow(
        Document((replace(block, runs=(*block.runs[:2], run("讲" * 60))),)), STANDARD, NOMINAL
    )
    assert only
    assert only.sentence(0, 1) == []


def test_a_title_has_no_sentences_and_keeps_its_lines() -> None:
    some = galley("干！" * 30, role=Role.TITLE)
    assert some.sentence(0, 1) == []
    lines = some.lines()
    assert some.lines(lines[1].start) == lines[1:]
    assert some.lines(shorter=True) == lines


def test_a_title_stands_in_the_lines_that_sense_makes() -> None:
    text = "在全市教育系统上半年重点工作汇报会上的讲话提纲"
    lines = galley(text, role=Role.TITLE).lines()
    assert [(text[line.start : line.end], line.indent, line.full) for line in lines] == [
        ("在全市教育系统上半年重点工作", 0, False),
        ("汇报会上的讲话提纲", 0, False),
    ]
    assert [line.width for line in lines] == [14 * 22, 9 * 22]


def test_the_large_edition_has_its_own_measure() -> None:
    (only,) = flow(Document((paragraph("谈"),)), LARGE, NOMINAL)
    assert only
    assert only.measure == Measure(WIDTH, 2 * LARGE.cell, 22, 26, justified=True)
