"""Filling pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.tree import Block, Document, Heading, Role
from speeches.typeset.edition import STANDARD
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages, typeset
from tests.typeset.building import (
    TITLE_BLOCK,
    heading,
    lines_of,
    paragraph,
    run,
    set_in_pages,
    title,
)

ROW = "一" * 26  # the first line of a paragraph, filled
BODY = paragraph("谈")


def test_a_document_without_blocks_is_one_empty_page() -> None:
    assert set_in_pages() == Pages(Document(()), STANDARD, (Page(1, ()),))


def test_a_line_points_into_its_block() -> None:
    pages = set_in_pages(title("题"), paragraph("今", "天"))
    assert pages.pages == (Page(1, (Line(0, 0, 1, 0, 2), None, Line(1, 0, 2, 4, 4))),)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            (*TITLE_BLOCK, BODY),
            [
                "在半年工作会议上的讲话",
                "",
                "局长　李喆珺",
                "（2026年7月16日）",
                "",
                "同志们：",
                "谈",
            ],
        ),
        ((title("题"), BODY), ["题", "", "谈"]),
        (
            (title("题"), paragraph("——在会上", role=Role.SUBTITLE), BODY),
            ["题", "——在会上", "", "谈"],
        ),
        ((paragraph("局长", role=Role.SPEAKER), BODY), ["局长", "", "谈"]),
        ((title("题"), paragraph("（日）", role=Role.DATE)), ["题", "", "（日）"]),
        ((title("上", "\n", "下"), heading(1, "一、")), ["上", "下", "", "一、"]),
        ((title(""), BODY, paragraph()), ["谈"]),
        ((title("题"),), ["题"]),
    ],
)
def test_a_blank_line_stands_between_the_groups_of_the_title_block(
    blocks: tuple[Block, ...], expected: list[str]
) -> None:
    assert lines_of(set_in_pages(*blocks)) == [expected]


def test_a_long_title_is_set_in_lines_of_about_one_length() -> None:
    pages = set_in_pages(title("在全市教育系统上半年重点工作汇报会上的讲话提纲"))
    assert lines_of(pages) == [["在全市教育系统上半年重点", "工作汇报会上的讲话提纲"]]


def test_pages_hold_22_lines_of_28_characters() -> None:
    pages = set_in_pages(paragraph("一" * (26 + 28 * 44)))
    assert lines_of(pages) == [[ROW, *["一" * 28] * 21], ["一" * 28] * 22, ["一" * 28]]
    assert [page.number for page in pages.pages] == [1, 2, 3]


@pytest.mark.parametrize(
    ("before", "headings", "counts"),
    [
        (20, 1, [22]),
        (21, 1, [21, 2]),
        (20, 2, [20, 3]),
        (18, 4, [18, 5]),
        (0, 22, [22, 1]),
        (1, 21, [1, 22]),
    ],
)
def test_a_heading_never_stands_last_on_a_page(
    before: int, headings: int, counts: list[int]
) -> None:
    pages = set_in_pages(*[BODY] * before, *[heading(2, "（一）")] * headings, BODY)
    assert [len(page.lines) for page in pages.pages] == counts


def test_a_heading_of_two_lines_is_not_parted() -> None:
    pages = set_in_pages(*[BODY] * 21, heading(1, ROW, "二"), BODY)
    assert lines_of(pages) == [["谈"] * 21, [ROW, "二", "谈"]]


def test_a_heading_may_end_the_document() -> None:
    assert [len(page.lines) for page in set_in_pages(*[BODY] * 21, heading(1, "一")).pages] == [22]


def test_a_run_in_heading_is_no_heading() -> None:
    pages = set_in_pages(*[BODY] * 21, paragraph(run("（一）", 2), ROW), BODY)
    assert [len(page.lines) for page in pages.pages] == [22, 2]


blocks = st.one_of(
    st.integers(1, 200).map(lambda count: paragraph("中" * count)),
    st.integers(1, 4).map(lambda level: heading(level, "一、", "题")),
)


@given(st.lists(blocks, max_size=40))
def test_pages_are_full_but_for_the_last_and_before_a_heading(some: list[Block]) -> None:
    pages = typeset(Document(tuple(some)), STANDARD)
    for page, following in zip(pages.pages, pages.pages[1:], strict=False):
        first = following.lines[0]
        assert first is not None
        pushed = isinstance(some[first.block], Heading)
        last = page.lines[-1]
        assert last is not None
        assert len(page.lines) == 22 or pushed
        assert not isinstance(some[last.block], Heading) or len(page.lines) == 22
    texts = [text for page in lines_of(pages) for text in page]
    assert "".join(texts) == "".join(block.text for block in some)
