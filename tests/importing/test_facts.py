"""The facts that an outline becomes, and how they print."""

from __future__ import annotations

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Kind, Layout, Marker, NodeFacts, Row, Separator
from speeches.importing.facts import facts_of
from speeches.importing.outline import outline
from tests.document.building import every_node
from tests.importing import shapes
from tests.importing.building import pieces


def read(text: str) -> tuple[NodeFacts, ...]:
    return facts_of(outline(pieces(f"在会上的讲话\n{text}"))).nodes


def printed(text: str) -> list[str]:
    """What is printed below the title."""
    facts = facts_of(outline(pieces(f"在会上的讲话\n{text}")))
    return [block.text for block in assemble(facts).blocks][1:]


@pytest.mark.parametrize(
    "text",
    [
        "今天。\n一、甲\n丙。\n（一）丁。戊。\n（二）己\n庚。\n二、乙",
        "一、甲\n要求：一是乙乙；二是丙丙。\n都重要。",
        "一、甲\n要求：一是乙乙；二是丙丙。都重要。\n还有。",
        "一、甲\n要求：一是乙乙，二是丙丙，等等。",
        "一、甲\n要求：一是乙乙。丙。二是丁丁。戊。",
        "一、甲\n一是乙乙；二是丙丙。",
        "一、甲\n要求：\n一是乙乙；二是丙丙。",
        "一、甲\n（一）丁。戊。\n一是乙乙；二是丙丙。都重要。",
        "一、甲\n一是乙乙。\n二是丙丙。\n都重要。",
        "一、甲\n一是乙乙\n二是丙丙",
        "一、甲\n一是乙乙。\n还有。\n二是丙丙。",
        "一、甲\n（一）乙：一要丙丙：（1）丁；（2）戊。二要己己。",
        "一、甲\n首先，乙丙。\n其次，丁戊。\n最后，己庚。",
        "一、甲\n问题有：第一个问题是人少，第二个问题是钱少。",
        "一、甲\n{合称}和{{，还有｛要点｝。",
        "（一）甲乙。丙。\n（二）丁戊。己。",
        "1.甲乙。丙。\n2.丁戊。己。",
        "一、甲\n（一）乙\n在肯定成绩的同时，也要清醒看到不足。\n（二）丙\n二、丁",
        "一、甲\n（一）乙\n在肯定成绩的同时，也要清醒看到不足。\n（一）丙\n（二）丁\n二、戊",
        "一、甲\n1.乙\n在肯定成绩的同时，也要清醒看到不足。\n1.丙\n2.丁\n二、戊",
        "一、甲\n一是乙乙。\n二是丙丙。\n还有：\n一是丁丁。\n二是戊戊。",
        "一、甲\n在肯定成绩的同时，也要清醒看到不足：乙丙丁；戊己庚。都要改。\n二、丙",
        "一、甲\n乙。\n一、甲\n丙。".replace("一、甲\n丙", "二、丁\n丙"),
        "一、甲\n（一）乙丙，丁。\n1.戊己。\n2.庚辛。",
    ],
)
def test_the_speech_prints_as_the_text_said(text: str) -> None:
    assert printed(text) == text.split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Numbers are set anew; the marks after them are the standard's.
        ("一、甲\n（二）乙\n（二）丙\n（四）丁", ["一、甲", "（一）乙", "（二）丙", "（三）丁"]),
        ("一、甲\n1、乙\n2、丙", ["一、甲", "1.乙", "2.丙"]),
        ("第一部分 甲\n一、乙\n（一）丙", ["一、甲", "（一）乙", "1.丙"]),
        # Lost end marks of items come back.
        (
            "一、甲\n要求：一要乙丙二要丁戊。己庚。三要辛壬",
            [
                "一、甲",
                "要求：一要乙丙。二要丁戊。己庚。三要辛壬。",
            ],
        ),
        # What is missing keeps its place.
        (
            "一、甲\n丁。\n〓\n（三）戊\n（四）己",
            [
                "一、甲",
                "丁。",
                "二、〔此处原文缺失〕",
                "（一）〔此处原文缺失〕",
                "（二）〔此处原文缺失〕",
                "（三）戊",
                "（四）己",
            ],
        ),
        ("一、甲\n〓\n三、乙", ["一、甲", "二、〔此处原文缺失〕", "三、乙"]),
        (
            "一、甲\n（一）乙\n1.丁\n〓\n3.丙",
            ["一、甲", "（一）乙", "1.丁", "2.〔此处原文缺失〕", "3.丙"],
        ),
        (
            "一、甲\n（二）乙\n〓\n（一）丙",
            ["一、甲", "（一）乙", "二、〔此处原文缺失〕", "（一）丙"],
        ),
        ("一、甲\n（一）乙\n〓\n（二十）丙", ["一、甲", "（一）乙", "（二）丙"]),
    ],
)
def test_what_prints_otherwise_than_it_was_typed(text: str, expected: list[str]) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize("name", [name for name in shapes.SHAPES if name != "parts"])
def test_the_shapes_print_what_they_say(name: str) -> None:
    """All but 第一部分, which is 一、 here, and what was not recognised; marks aside."""
    shape = shapes.SHAPES[name]
    facts = facts_of(outline(pieces(shapes.text(shape))))
    told = "".join(block.text for block in assemble(facts).blocks)
    assert words(told) == words("".join(line for code, line in shapes.lines(shape) if code != "?"))


def words(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_rows_have_keys_by_their_place_and_kinds_by_their_part() -> None:
    nodes = read(shapes.text(shapes.WITH_PROBLEMS).split("\n", 1)[1])
    rows = [node.row for node in every_node(nodes)]
    assert rows == [Row("node", key) for key in range(1, len(rows) + 1)]
    assert [node.kind for node in every_node(nodes[2:3])] == [Kind.PRIORITIES] + [Kind.PRIORITY] * 3


def test_the_marks_that_assembly_sets_are_not_kept() -> None:
    (part,) = read("一、甲\n要求：一是乙乙；二是丙丙。")
    assert (part.layout, part.marker, part.separator) == (
        Layout.RUN_IN,
        Marker.SHI,
        Separator.SEMICOLON,
    )
    assert [child.body for child in part.children] == ["乙乙", "丙丙"]


def test_a_list_with_a_paragraph_each_is_one() -> None:
    (part,) = read("一、甲\n一是乙乙。\n二是丙丙。")
    assert (part.layout, [child.body for child in part.children]) == (
        Layout.PARAGRAPHS,
        ["乙乙", "丙丙"],
    )


def test_problems_become_rows_of_their_own() -> None:
    _, problems = read("一、甲\n在肯定成绩的同时，也要清醒看到不足：乙丙丁，戊己庚，等等。")
    assert (problems.kind, problems.separator, problems.etcetera) == (
        Kind.PROBLEMS,
        Separator.COMMA,
        True,
    )
    assert [(child.kind, child.body) for child in problems.children] == [
        (Kind.PROBLEM, "乙丙丁"),
        (Kind.PROBLEM, "戊己庚"),
    ]


def test_the_title_block_prints_as_it_was() -> None:
    text = (
        "凝心聚力\n谱写新篇\n——2022年在市人代会上\n市教育局局长　方明\n"
        "（2022年6月1日，根据录音整理）\n同志们：\n今天。"
    )
    facts = facts_of(outline(pieces(text)))
    told = [block.text for block in assemble(facts).blocks]
    assert ["\n".join(told[:1]), *told[1:]] == ["凝心聚力\n谱写新篇", *text.split("\n")[2:]]
