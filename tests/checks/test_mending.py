"""Findings become changes of what was typed, or a sentence that says where to go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from speeches.checks.base import Remedy
from speeches.checks.examples import document_of
from speeches.checks.mending import Edit, Refusal, applied, by_field, edits, why_not
from speeches.document.assemble import assemble
from speeches.document.facts import FigureFacts, Layout, Marker, NodeFacts, Row, SpeechFacts
from speeches.document.tree import Document
from tests.checks.finding_words import found, objecting_to

SPEECH, POINT, OTHER = Row("speech", 1), Row("node", 1), Row("node", 2)
MONEY = FigureFacts(Row("figure", 1), "投资", "3.5", "亿元", confirmed=True)


def speech(*nodes: NodeFacts, opening: str = "", marker: Marker = Marker.HAN) -> Document:
    return assemble(
        SpeechFacts(
            SPEECH, title="讲话", opening=opening, nodes=nodes, marker=marker, figures=(MONEY,)
        )
    )


def changes(document: Document, *words: tuple[str, str]) -> tuple[Edit, ...]:
    """The edits for rules that write one word for another."""
    return edits(document, found(document, *[objecting_to(*each) for each in words]))


def refusal(document: Document, word: str, fix: str | None = "改") -> Refusal | None:
    """Why the first place of a word is not mended."""
    remedy = Remedy.SAFE if fix else Remedy.NONE
    return why_not(document, found(document, objecting_to(word, fix, remedy=remedy))[0])


def test_an_edit_counts_in_the_field_as_it_was_typed() -> None:
    document = speech(NodeFacts(POINT, heading="抓布署", body="先布署。\n　　再布署{投资}的布署。"))
    assert changes(document, ("布署", "部署")) == (
        Edit(POINT, "body", 1, 3, "部署"),
        Edit(POINT, "body", 8, 10, "部署"),
        Edit(POINT, "body", 15, 17, "部署"),
        Edit(POINT, "heading", 1, 3, "部署"),
    )


def test_edits_applied_to_a_field_give_its_new_text() -> None:
    body = "先布署。\n　　再布署{投资}的布署。"
    document = speech(NodeFacts(POINT, heading="抓落实", body=body))
    told = by_field(changes(document, ("布署", "部署"), ("。", "！")))
    assert {place: applied(body, group) for place, group in told.items()} == {
        (POINT, "body"): "先部署！\n　　再部署{投资}的部署！"
    }


def test_a_text_without_edits_stays() -> None:
    assert applied("先部署。", ()) == "先部署。"


def test_of_two_that_overlap_the_one_that_begins_first_counts() -> None:
    document = document_of(["要认真布署工作。"])
    assert changes(document, ("署工作", "置工作"), ("布署", "部署")) == (
        Edit(Row("line", 0), "text", 3, 5, "部署"),
    )


def test_two_that_only_touch_both_count() -> None:
    document = document_of(["工作,布署。"])
    assert changes(document, (",", "，"), ("布署", "部署")) == (
        Edit(Row("line", 0), "text", 2, 3, "，"),
        Edit(Row("line", 0), "text", 3, 5, "部署"),
    )


def test_a_run_in_heading_and_its_text_are_two_fields() -> None:
    document = speech(NodeFacts(POINT, heading="抓", heading_run_in=True, body="落实"))
    assert refusal(document, "抓。落") == Refusal(
        "这里的标点由系统加上：请在前后的文字里改。", POINT, "heading"
    )


def test_what_crosses_two_fields_is_refused() -> None:
    document = speech(NodeFacts(POINT, heading="抓。", heading_run_in=True, body="落实"))
    assert refusal(document, "。落") == Refusal(
        "这里跨着分开填写的两段文字：请分别修改。", POINT, "heading"
    )


NUMBERED = (NodeFacts(POINT, heading="甲"), NodeFacts(OTHER, heading="乙"))


@pytest.mark.parametrize(
    ("document", "word", "expected"),
    [
        (
            speech(*NUMBERED),
            "二、",
            Refusal(
                "这里在序号里，序号由系统排出：请调整要点的次序、层级或编号方式。", OTHER, "heading"
            ),
        ),
        (
            speech(NodeFacts(POINT, heading="甲", body="投入{投资}。")),
            "3.5",
            Refusal("这里来自数据“投资”：请到数据里改。", MONEY.row, "value"),
        ),
        (
            speech(NodeFacts(POINT, heading="甲", body="做到{合称}。", collective="稳",
                             children=(NodeFacts(OTHER, heading="稳住"),))),
            "一稳",
            Refusal("这里来自合称{合称}：请改合称，或增减它下面的要点。", POINT, "collective"),
        ),
        (
            speech(NodeFacts(POINT, heading="甲", body="抓好{数量}件事。",
                             children=(NodeFacts(OTHER, heading="稳住"),))),
            "一件",
            Refusal("这里来自数量{数量}：请增减所数的部分或要点。", POINT, "heading"),
        ),
        (
            speech(*NUMBERED, opening="我讲{数量}点意见。"),
            "两",
            Refusal("这里来自数量{数量}：请增减所数的部分或要点。", SPEECH, "opening"),
        ),
        (
            speech(NodeFacts(POINT, heading="甲", body="共{没有}个。")),
            "没有",
            Refusal("这里的{没有}没有对应的内容：请在原文里改。", POINT, "body"),
        ),
        (
            speech(NodeFacts(POINT, heading="甲", body="写作{{。")),
            "{",
            Refusal("这里是转写的花括号：请在原文里改。", POINT, "body"),
        ),
        (
            speech(NodeFacts(POINT, body="甲", layout=Layout.RUN_IN, marker=Marker.NONE,
                             children=(NodeFacts(OTHER, body="乙"), NodeFacts(OTHER, body="丙")))),
            "；",
            Refusal("这里的标点由系统加上：请在前后的文字里改。", OTHER, "body"),
        ),
    ],
    ids=["number", "figure", "collective", "count", "count of parts", "unknown token",
         "brace", "separator"],
)  # fmt: skip
def test_what_was_not_typed_there_says_where_to_go(
    document: Document, word: str, expected: Refusal
) -> None:
    assert (changes(document, (word, "改")), refusal(document, word)) == ((), expected)


def test_the_frame_of_the_title_block_is_not_mended() -> None:
    document = assemble(SpeechFacts(SPEECH, title="讲话", date_note="讨论稿"))
    assert refusal(document, "（") == Refusal(
        "这里是系统排出的格式：请在标题、日期等栏目里改。", SPEECH, "date"
    )


def test_a_heading_named_in_a_lead_is_mended_where_it_stands() -> None:
    point = NodeFacts(OTHER, heading="布署", body="稳住。")
    document = speech(NodeFacts(POINT, heading="甲", body="做到{要点}。", children=(point,)))
    assert changes(document, ("布署", "部署")) == (Edit(OTHER, "heading", 0, 2, "部署"),)
    (typed,) = found(document, objecting_to("布署", "部署"))
    in_the_lead = replace(typed, block=typed.block - 1, start=2, end=4)
    assert why_not(document, in_the_lead) == Refusal(
        "这里引用的是别处的标题：请改那一处标题。", OTHER, "heading"
    )


def test_a_number_without_words_belongs_to_its_block() -> None:
    document = speech(*NUMBERED)
    (heading, *_) = document.blocks[1:]
    alone = Document((replace(heading, runs=heading.runs[:1]),))
    assert refusal(alone, "一、") == refusal(document, "一、")


def test_a_rule_without_a_fix_sends_to_the_text() -> None:
    document = document_of(["投资x亿元。"])
    assert refusal(document, "x", None) == Refusal(
        "这一条没有现成的改法：请按提示在原文里改。", Row("line", 0), "text"
    )


def test_what_can_be_mended_is_not_refused() -> None:
    assert refusal(document_of(["工作布署。"]), "布署") is None


def test_a_finding_of_an_older_text_changes_nothing() -> None:
    (finding,) = found(document_of(["工作布署。"]), objecting_to("布署", "部署"))
    newer = document_of(["布署工作。"])
    assert (edits(newer, [finding]), why_not(newer, finding)) == (
        (), Refusal("这里的文字已经改过：请刷新以后再看。", Row("line", 0), "text"),
    )  # fmt: skip
