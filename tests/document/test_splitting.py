"""A pasted text taken apart into rows."""

from __future__ import annotations

import pytest

from speeches.document.facts import Layout, Marker
from speeches.document.splitting import Split, split
from tests.document.building import items, lines, lone, node

SHI, YAO, DI = Marker.SHI, Marker.YAO, Marker.DI
RUN_IN, LINES = Layout.RUN_IN, Layout.PARAGRAPHS

CASES = [
    ("要做到：一是甲；二是乙。", Split("要做到：", SHI, RUN_IN, ("甲", "乙"))),
    ("一要甲。乙。二要丙。", Split("", YAO, RUN_IN, ("甲。乙", "丙"))),
    ("第一，甲；第二，乙。", Split("", DI, RUN_IN, ("甲", "乙"))),
    ("第一,甲；第二、乙。", Split("", DI, RUN_IN, ("甲", "乙"))),
    # Full stops that no item asks for stay.
    ("一是甲。二是乙。", Split("", SHI, RUN_IN, ("甲。", "乙"))),
    # So does any other mark.
    ("一是甲！二是乙？", Split("", SHI, RUN_IN, ("甲！", "乙？"))),
    ("一是甲，二是乙。", Split("", SHI, RUN_IN, ("甲，", "乙"))),
    # A list line by line is paragraphs; what follows it is the tail.
    ("要求：\n一是甲。\n二是乙。\n总之。", Split("要求：", SHI, LINES, ("甲", "乙"), "总之。")),
    ("一是甲；\n二是乙。", Split("", SHI, LINES, ("甲；", "乙"))),
    ("一是甲。\n又。\n　二是乙。", Split("", SHI, LINES, ("甲。\n又", "乙"))),
    (
        "前。一是甲；二是乙。\n后一段。\n再一段。",
        Split("前。", SHI, RUN_IN, ("甲", "乙"), "后一段。\n再一段。"),
    ),
    # The mark before 二要 is often forgotten, as in copies from the web.
    ("一要甲任务二要乙;三要丙", Split("", YAO, RUN_IN, ("甲任务", "乙", "丙"))),
    # The first list is the one; another kind of list inside it stays.
    (
        "一要甲，一是乙；二是丙。二要丁。",
        Split("", YAO, RUN_IN, ("甲，一是乙；二是丙。", "丁")),
    ),
    # Where the counting stops, so does the list.
    ("一是甲；二是乙。四是丙。", Split("", SHI, RUN_IN, ("甲", "乙。四是丙"))),
    # More than ten.
    (
        "".join(f"{number}是甲；" for number in "一二三四五六七八九十") + "十一是乙。",
        Split("", SHI, RUN_IN, ("甲",) * 10 + ("乙",)),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:20] for text, _ in CASES])
def test_a_list_is_taken_apart(text: str, expected: Split) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有分条。",
        "一是只有一条。",
        "二是从二数起；三是丙。",
        "统一要求，任务二要抓紧。",  # 统一要: part of another word
        "一是甲；星期二是休息日。",
        "一是甲；第二是乙。",
        "一是甲；十二是乙。",
        "一是甲；二是乙。一是丙；二是丁。",  # two lists: nobody can tell where the first ends
    ],
)
def test_what_is_not_plainly_one_list_stays_as_it_is(text: str) -> None:
    assert split(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "要做到：一是甲；二是乙；三是丙。",
        "一是甲。乙。二是丙。",
        "一是甲。二是乙。三是丙。",
        "一要甲！二要乙。",
        "第一，甲；第二，乙。",
        "一是甲。\n二是乙。\n三是丙。",
        "前面。一是甲；二是乙。\n后面。",
        "一是甲；\n二是乙。",
    ],
)
def test_the_pages_say_the_same_afterwards(text: str) -> None:
    parts = split(text)
    assert parts
    apart = node(
        "", parts.lead, *items(*parts.items), tail=parts.tail, marker=parts.marker,
        layout=parts.layout,
    )  # fmt: skip
    assert lines(lone(apart)) == lines(lone(node("", text)))
