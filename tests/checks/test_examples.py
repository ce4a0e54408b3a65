"""Examples of rules: what their lines become, and what they show to a reader."""

from __future__ import annotations

import pytest

from speeches.checks.examples import Example, Marked, document_of, shown, worked
from speeches.document.facts import Marker, NodeFacts, Row, SpeechFacts
from speeches.document.tree import Block, Heading, Paragraph, Typed


def kind(block: Block) -> str:
    """What a block is: its role, or h and its level."""
    return f"h{block.level}" if isinstance(block, Heading) else block.role.value


@pytest.mark.parametrize(
    ("line", "what", "text"),
    [
        ("题| 在大会上的讲话", "title", "在大会上的讲话"),
        ("题|在大会上的讲话", "title", "在大会上的讲话"),
        ("副题| ——在大会上", "subtitle", "——在大会上"),
        ("署名| 局长　张三", "speaker", "局长　张三"),
        ("日期| （2026年1月1日）", "date", "（2026年1月1日）"),
        ("称呼| 同志们：", "salutation", "同志们："),
        ("标题| 一、总结", "h1", "一、总结"),
        ("标题| （一）总结", "h2", "（一）总结"),
        ("标题| 1. 总结", "h3", "1. 总结"),
        ("标题| （1）总结", "h4", "（1）总结"),
        ("标题| 总结", "h1", "总结"),
        ("标题会议| 总结", "body", "标题会议| 总结"),
        ("", "body", ""),
    ],
)
def test_the_beginning_of_a_line_says_what_it_is(line: str, what: str, text: str) -> None:
    (block,) = document_of([line]).blocks
    assert (kind(block), block.text) == (what, text)


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("（一）稳字当头。全局上下。", [("（一）稳字当头。", 2), ("全局上下。", 0)]),
        ("1.修缮校舍：三所。", [("1.修缮校舍：", 3), ("三所。", 0)]),
        ("（一）稳字当头。", [("（一）稳字当头。", 0)]),
        ("（一）没有标点的一段", [("（一）没有标点的一段", 0)]),
        ("1.5亿元。下拨。", [("1.5亿元。下拨。", 0)]),
        ("全局上下。团结。", [("全局上下。团结。", 0)]),
    ],
)
def test_a_number_opens_a_run_in_heading_up_to_its_first_mark(
    line: str, runs: list[tuple[str, int]]
) -> None:
    (block,) = document_of([line]).blocks
    assert [(run.text, run.level) for run in block.runs if run.text] == runs


def test_every_run_is_typed_in_its_line() -> None:
    (first, second) = document_of(["甲", "（一）乙。丙"]).blocks
    assert [run.origin for run in (*first.runs, *second.runs) if run.text] == [
        Typed(Row("line", 0), "text", 0, "甲"),
        Typed(Row("line", 1), "text", 0, "（一）乙。"),
        Typed(Row("line", 1), "text", 5, "丙"),
    ]


def test_marks_count_without_their_brackets() -> None:
    told = worked("题| 会⟦,→，⟧议\n投⟦x⟧亿⟦,→⟧。")
    assert told.marked == (
        Marked(0, 1, 2, "，"), Marked(1, 1, 2, None), Marked(1, 3, 4, ""),
    )  # fmt: skip
    assert [block.text for block in told.document.blocks] == ["会,议", "投x亿,。"]


def test_an_example_is_shown_in_stretches() -> None:
    assert shown("题| 会⟦,→，⟧议\n⟦x⟧亿") == (
        ("会", None, False), (",", "，", True), ("议\n", None, False), ("x", None, True),
        ("亿", None, False),
    )  # fmt: skip


def test_an_example_with_facts_is_the_document_that_they_make() -> None:
    facts = SpeechFacts(
        Row("speech", 1), title="讲话", nodes=(NodeFacts(Row("node", 1), heading="总结"),),
        marker=Marker.HAN,
    )  # fmt: skip
    told = worked(Example("题| 讲话\n标题| ⟦一、⟧总结", facts))
    assert (told.facts, told.marked) == (facts, (Marked(1, 0, 2, None),))
    assert [kind(block) for block in told.document.blocks] == ["title", "h1"]
    assert shown(Example("⟦一⟧", facts)) == (("一", None, True),)


def test_an_example_whose_facts_say_something_else_is_refused() -> None:
    facts = SpeechFacts(Row("speech", 1), title="讲话")
    with pytest.raises(ValueError, match=r"says \['报告'\], its facts say \['讲话'\]"):
        worked(Example("题| 报告", facts))


def test_a_paragraph_is_of_the_body() -> None:
    (block,) = document_of(["甲"]).blocks
    assert isinstance(block, Paragraph)
    assert block.row == Row("line", 0)
