"""What is the same speech and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from speeches.document.assemble import assemble
from speeches.document.facts import Layout, Marker, NodeFacts, Separator, SpeechFacts
from speeches.document.tree import Heading, Made
from speeches.export.text import text
from speeches.importing.canonical import canonical
from speeches.importing.pieces import Role
from tests.document.building import figure, items, node, points, speech
from tests.importing.strategies import speeches


def one(*nodes: NodeFacts, **fields: str) -> SpeechFacts:
    return speech(*nodes, title="讲话", **fields)


def listed(*bodies: str, **fields: object) -> NodeFacts:
    return node(
        "甲", "要求：", *items(*bodies), **{"marker": Marker.SHI, "layout": Layout.RUN_IN} | fields
    )


SAME = {
    "a token and the text that it stands for": (
        one(node("甲{合称}", "", *points("稳乙", "稳丙"), collective="稳")),
        one(node("甲“两稳”", "", *points("稳乙", "稳丙"))),
    ),
    "a figure and its value": (
        speech(node("甲", "投资{投资}。"), title="讲话", figures=(figure("投资", "3", "亿元"),)),
        one(node("甲", "投资3亿元。")),
    ),
    "a number that is made and one that is typed": (
        one(node("甲", "", node("乙乙"), node("丙丙"))),
        one(node("甲", "（一）乙乙\n（二）丙丙")),
    ),
    "a mark that is made and one that is typed": (
        one(listed("乙乙", "丙丙")),
        one(listed("乙乙；", "丙丙。", separator=Separator.COMMA)),
    ),
    "markers by depth and by name": (
        one(node("甲", "", *points("乙", "丙"))),
        one(node("甲", "", *points("乙", "丙"), marker=Marker.HAN_BRACKETED)),
    ),
    "the body of the last point and the tail": (
        one(node("甲", "", node("乙", "丁。"), tail="戊。")),
        one(node("甲", "", node("乙", "丁。\n戊。"))),
    ),
    "a part without a heading and a tail": (
        one(node("甲", "", *points("乙")), node("", "戊。")),
        one(node("甲", "", *points("乙"), tail="戊。")),
    ),
    "blanks around a text": (one(node("甲", "乙。")), one(node(" 甲", "\n乙。　\n"))),
    "post and name": (
        one(post="局长", speaker="李明"),
        one(speaker="局长　李明"),
    ),
    "a title of two lines": (
        speech(title="凝心聚力\n谱写新篇"),
        speech(title="凝心聚力", subtitle="谱写新篇"),
    ),
}  # fmt: skip

OTHERS = {
    "headings on their own line and run in": (
        node("甲", "", node("乙乙", "丙。")),
        node("甲", "", node("乙乙", "丙。", heading_run_in=True)),
    ),
    "an item inside the paragraph and one with a paragraph": (
        listed("乙乙", "丙丙"),
        listed("乙乙", "丙丙", layout=Layout.PARAGRAPHS),
    ),
    "forms of numbers": (listed("乙乙", "丙丙"), listed("乙乙", "丙丙", marker=Marker.YAO)),
    "one paragraph and two": (node("甲", "乙。丙。"), node("甲", "乙。\n丙。")),
    "a tail in the paragraph and on its own line": (
        listed("乙乙", "丙丙", tail="丁。", layout=Layout.RUN_IN_TAIL),
        listed("乙乙", "丙丙", tail="丁。"),
    ),
    "a heading and a text": (node("甲", "", node("乙乙")), node("甲", "乙乙")),
    "separators": (listed("乙乙", "丙丙"), listed("乙乙", "丙丙", separator=Separator.COMMA)),
    "a list that ends in etcetera": (listed("乙乙", "丙丙"), listed("乙乙", "丙丙", etcetera=True)),
    "the order of points": (
        node("甲", "", *points("乙", "丙")),
        node("甲", "", *points("丙", "乙")),
    ),
}


@pytest.mark.parametrize("what", SAME)
def test_what_prints_the_same_is_the_same(what: str) -> None:
    first, second = SAME[what]
    assert text(assemble(first)) == text(assemble(second)) or what == "a title of two lines"
    assert canonical(first) == canonical(second)


@pytest.mark.parametrize("what", OTHERS)
def test_what_prints_otherwise_is_not_the_same(what: str) -> None:
    first, second = OTHERS[what]
    assert canonical(one(first)) != canonical(one(second))


def test_the_title_block_the_opening_and_the_closing_are_told_apart() -> None:
    plain = canonical(one(node("甲", "乙。")))
    others = [
        one(node("甲", "乙。"), subtitle="在会上"),
        one(node("甲", "乙。"), speaker="李明"),
        one(node("甲", "乙。"), date_note="讨论稿"),
        one(node("甲", "乙。"), salutation="同志们"),
        one(node("甲", "乙。"), opening="今天。"),
        one(node("甲", "乙。"), closing="谢谢大家！"),
    ]
    assert len({plain, *map(canonical, others)}) == 7
    roles = [
        piece.role
        for piece in canonical(one(node("甲"), opening="今天。", closing="谢谢！")).pieces
    ]
    assert roles == [Role.OPENING, Role.HEADING, Role.BODY]
    roles = [piece.role for piece in canonical(one(node("甲", "乙。"), closing="谢谢！")).pieces]
    assert roles == [Role.HEADING, Role.BODY, Role.CLOSING]


@given(speeches)
def test_all_that_is_printed_below_the_title_block_is_in_it(facts: SpeechFacts) -> None:
    """So two speeches of one canonical form print the same."""
    made = canonical(facts)
    body = assemble(facts).blocks[-len(made.pieces) :] if made.pieces else ()
    printed = "".join(block.text for block in assemble(facts).blocks)
    block_above = "".join((*made.title, made.speaker, made.date, made.salutation))
    assert printed.replace("\n", "") == block_above + "".join(piece.text for piece in made.pieces)
    assert len(body) <= len(made.pieces)


SPOKEN = (Marker.SHI, Marker.YAO, Marker.DI)


def as_written(node: NodeFacts, *, spoken: bool = False) -> NodeFacts:
    """`node` without points in paragraphs of their own below 一是: the app can make them, no
    speech has them, and from the print alone nobody could tell where （一） stands."""
    is_one = node.layout.runs_in or not spoken
    below = (as_written(child, spoken=node.marker in SPOKEN) for child in node.children)
    return replace(node, children=tuple(below) if is_one else ())


@given(speeches)
def test_numbers_of_headings_are_read_where_assembly_set_them(facts: SpeechFacts) -> None:
    """The form is read from the print alone; here the document itself bears witness."""
    facts = replace(facts, nodes=tuple(as_written(node) for node in facts.nodes))
    blocks = [block for block in assemble(facts).blocks if isinstance(block, Heading)]
    made = [
        "".join(run.text for run in block.runs if run.origin is Made.NUMBER) for block in blocks
    ]
    numbered = [block.text for block, number in zip(blocks, made, strict=True) if number]
    read = [piece.text for piece in canonical(facts).pieces if piece.role is not Role.BODY]
    assert [text for text in numbered if text not in read] == []
