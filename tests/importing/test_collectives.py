"""Collective names and numbers that follow from the structure."""

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Kind, NodeFacts, SpeechFacts
from speeches.importing.collectives import Collective, found_in, named_in, with_tokens
from tests.document.building import items, node, points, speech


def shown(facts: SpeechFacts) -> list[str]:
    return [block.text for block in assemble(facts).blocks]


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("实现“三稳”目标", ["客运稳", "货运稳", "安全稳"], Collective("三", "稳")),
        ("做到“两个坚持”", ["坚持务实", "坚持创新"], Collective("两", "个坚持")),
        ("交出“三张答卷”", ["发展答卷", "民生答卷", "平安"], Collective("三", "张答卷")),
        ("先说“两山”，再说“两个坚持”", ["坚持务实", "坚持创新"], Collective("两", "个坚持")),
        ("实现“三稳”目标", ["客运稳", "货运稳"], None),
        ("实现“三稳”目标", ["客运快", "货运快", "安全稳"], None),
        ("坚持“五育并举”", ["五育并举"] * 5, None),
        ("抓好“三个”", ["甲个", "乙个", "丙个"], None),
        ("实现三稳目标", ["稳"] * 3, None),
    ],
)
def test_a_name_counts_the_points_and_its_word_stands_in_them(
    text: str, below: list[str], expected: Collective | None
) -> None:
    assert found_in([text], below) == expected


@pytest.mark.parametrize(
    ("text", "works", "before"),
    [
        ("要加快实施甲工程、乙工程等“两大工程”，抢时间。", ("甲工程", "乙工程"), "要加快实施"),
        ("推进甲工程、“乙”工程、丙工程等“三大工程”。", ("甲工程", "“乙”工程", "丙工程"), "推进"),
        ("推进“甲工程”“乙工程”等“两大工程”。", ("“甲工程”", "“乙工程”"), "推进"),
        ("甲工程、乙工程等“两大工程”。", ("甲工程", "乙工程"), ""),
        ("推进甲工程、乙工程等“三大工程”。", None, ""),
        ("推进" + "甲" * 30 + "工程、乙工程等“两大工程”。", None, ""),
        ("推进两大工程。", None, ""),
    ],
)
def test_works_that_a_lead_names(text: str, works: tuple[str, ...] | None, before: str) -> None:
    named = named_in(text)
    assert (named and named.works) == works
    assert (text[: named.start] if named else "") == before


def test_names_become_tokens_where_the_pages_stay_the_same() -> None:
    part = node(
        "实现“两稳”", "努力实现“两稳”。", *points("客运稳", "货运稳"), tail="这就是“两稳”。"
    )
    facts = speech(part, node("乙"), opening="下面，我讲两点意见。")
    made = with_tokens(facts)
    (first, _) = made.nodes
    assert (first.heading, first.body, first.tail, first.collective) == (
        "实现{合称}",
        "努力实现{合称}。",
        "这就是{合称}。",
        "稳",
    )
    assert made.opening == "下面，我讲{数量}点意见。"
    assert shown(made) == shown(facts)


def test_works_become_points_without_a_text() -> None:
    facts = speech(node("抓重点", "要推进甲工程、乙工程等“两大工程”。", kind=Kind.PRIORITIES))
    (part,) = with_tokens(facts).nodes
    assert part.body == "要推进{要点}等{合称}。"
    assert [(child.kind, child.heading) for child in part.children] == [
        (Kind.PRIORITY, "甲工程"),
        (Kind.PRIORITY, "乙工程"),
    ]
    assert shown(with_tokens(facts)) == shown(facts)


def test_what_would_print_otherwise_stays_text_while_the_rest_becomes_tokens() -> None:
    quoted = node("甲", "所谓“实现“两稳””。", *points("客运稳", "货运稳"))
    below = node("", "做到“两个坚持”。", *items("坚持务实", "坚持创新"))
    facts = speech(quoted, node("乙", "", below), opening="我讲三点意见。")
    made = with_tokens(facts)
    assert made.opening == "我讲三点意见。"
    assert made.nodes[0].body == "所谓“实现“两稳””。"
    assert made.nodes[1].children[0].body == "做到{合称}。"
    assert shown(made) == shown(facts)


def test_a_speech_without_parts_stays_as_it_is() -> None:
    assert with_tokens(speech()) == speech()
    lone = speech(NodeFacts(node("").row, body="甲。"))
    assert with_tokens(lone).nodes[0].body == "甲。"
