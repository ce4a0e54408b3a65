"""Sentences, 字数 and minutes."""

from __future__ import annotations

from itertools import accumulate

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Layout, Marker, NodeFacts
from speeches.document.language import Source, duration, length, sentence_ends, spoken
from tests.document.building import SPEECH, figure, items, node, points, speech


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("同志们：", 4), (" 抓　落实\n", 3), ("1.68万个", 6), ("GB/T 9704", 8)],
)
def test_a_length_counts_marks_and_no_blanks(text: str, expected: int) -> None:
    assert length(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "今天开会。|我讲三点。|",
        "好不好？|好！|干吧",
        "真好！！|真的？！|是。|",
        "他说：“要干。”|大家都说：“干！”|散会。|",
        "（他说：“干。”）大家鼓掌。|散会（此处有掌声。）",
        "一是抓紧；二是抓实；三是抓细……四是抓好。|完",
        "学习《再学习！再出发！》一文。|再学习《未完！|完",
        "“好！”，他说。|“行？”：他问。|真行！、好。|",
        "投资3.5亿元。|It is? No.",
        "“一是‘干！|二是‘好！’”）|完",
        "（未完。|",
        "没有句号",
        "",
    ],
)
def test_sentences_end_behind_their_marks_and_what_closes_after_them(marked: str) -> None:
    *sentences, _ = marked.split("|")
    assert list(sentence_ends(marked.replace("|", ""))) == list(accumulate(map(len, sentences)))


def told(*nodes: NodeFacts, **fields: object) -> dict[tuple[str, str], int]:
    """The counts by heading of the node (空 for the speech itself) and field."""
    counts = spoken(assemble(speech(*nodes, **fields)))
    names = {each.row: each.heading or each.body for each in nodes}
    names |= {child.row: child.heading or child.body for each in nodes for child in each.children}
    return {(names.get(source.row, "空"), source.field): n for source, n in counts.items()}


def test_the_title_block_is_not_read_aloud() -> None:
    counts = told(title="讲话", speaker="程立言", salutation="同志们：", opening="今天开会。")
    assert counts == {("空", "salutation"): 4, ("空", "opening"): 5}


def test_numbers_and_marks_that_are_made_count_for_the_text_behind_or_before_them() -> None:
    run_in = node("要求", "做到：", *items("甲", "乙"), marker=Marker.YAO, layout=Layout.RUN_IN)
    assert told(run_in) == {
        ("要求", "heading"): 4,  # 一、要求
        ("要求", "body"): 3 + 2,  # 做到： and 一要
        ("甲", "body"): 1 + 1 + 2,  # 甲；二要
        ("乙", "body"): 2,  # 乙。
    }


def test_a_token_counts_as_what_it_becomes() -> None:
    facts = speech(opening="新增{学位}。", figures=(figure("学位", "1.68", "万个"),))
    assert spoken(assemble(facts))[Source(SPEECH, "opening")] == 9


def test_headings_named_in_a_lead_count_there() -> None:
    part = node("任务", "实施{要点}。", *[node(name, "正文") for name in ("甲工程", "乙工程")])
    counts = told(part)
    assert counts[("任务", "body")] == len("实施甲工程、乙工程。")
    assert counts[("甲工程", "heading")] == len("（一）甲工程")


def test_a_block_without_any_typed_text_counts_for_its_row() -> None:
    part = node("任务", "", *points("甲"))
    assert sum(told(part).values()) == len("一、任务（一）甲")


@pytest.mark.parametrize(
    ("characters", "pace", "expected"),
    [
        (0, 200, "不到1分钟"),
        (199, 200, "不到1分钟"),
        (200, 200, "约1分钟"),
        (299, 200, "约1分钟"),
        (300, 200, "约2分钟"),
        (5214, 200, "约26分钟"),
        (5214, 150, "约35分钟"),
    ],
)
def test_a_duration_is_rounded_to_minutes(characters: int, pace: int, expected: str) -> None:
    assert duration(characters, pace) == expected
