"""The outline beside the pages, from documents of every shape."""

from __future__ import annotations

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Layout, Marker, NodeFacts, Row, SpeechFacts
from speeches.typeset.edition import STANDARD
from speeches.typeset.pages import Pages, typeset
from speeches.views.contents import Title, outline


def pages_of(*nodes: NodeFacts, title: str = "题目") -> Pages:
    return typeset(assemble(SpeechFacts(Row("speech", 1), title=title, nodes=nodes)), STANDARD)


def node(key: int, heading: str = "", *children: NodeFacts, **fields: object) -> NodeFacts:
    return NodeFacts(Row("node", key), heading=heading, children=children, **fields)


def lines(pages: Pages) -> list[tuple[int, str, str]]:
    return [(title.level, title.number, title.words) for title in outline(pages)]


CASES = [
    ([], []),
    ([node(1, "成绩")], [(1, "一、", "成绩")]),
    ([node(1, body="没有标题")], []),
    (
        [node(1, "成绩", node(2, "稳", body="正文", heading_run_in=True))],
        [(1, "一、", "成绩"), (2, "（一）", "稳")],
    ),
    # A mark typed at the end belongs to the words.
    ([node(1, "怎么办？", body="正文", heading_run_in=True)], [(1, "一、", "怎么办？")]),
    # Headings that run in one after the other are each a line of their own.
    (
        [node(1, "成绩", node(2, "甲"), node(3, "乙"), layout=Layout.RUN_IN)],
        [(1, "一、", "成绩"), (2, "（一）", "甲"), (2, "（二）", "乙")],
    ),
    # So is one with which a paragraph ends.
    (
        [node(1, "成绩", node(2, "甲！"), layout=Layout.PARAGRAPHS)],
        [(1, "一、", "成绩"), (2, "（一）", "甲！")],
    ),
    # A mark made inside a heading is part of its words.
    (
        [node(1, "抓好{要点}", node(2, "甲"), node(3, "乙", body="正文"))],
        [(1, "一、", "抓好甲、乙"), (2, "（一）", "甲"), (2, "（二）", "乙")],
    ),
    # 一是 is part of what is said, no heading.
    (
        [node(1, "成绩", node(2, "甲", body="正文"), marker=Marker.SHI, layout=Layout.PARAGRAPHS)],
        [(1, "一、", "成绩")],
    ),
]


@pytest.mark.parametrize(("nodes", "expected"), CASES)
def test_the_outline_shows_numbers_and_words_without_the_mark_that_ends_them(
    nodes: list[NodeFacts], expected: list[tuple[int, str, str]]
) -> None:
    assert lines(pages_of(*nodes)) == expected


def test_a_line_leads_to_the_page_on_which_its_block_begins() -> None:
    pages = pages_of(node(1, "成绩", body="一" * 28 * 30), node(2, "打算", body="正文"))
    assert outline(pages) == [Title(1, 1, 1, "一、", "成绩"), Title(3, 2, 1, "二、", "打算")]
