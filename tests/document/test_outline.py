"""What is counted: places, numbers, homes of headings."""

from dataclasses import replace

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Marker, NodeFacts, SpeechFacts
from speeches.document.outline import outline_of
from tests.document.building import items, lines, node, numbers_made, points, speech


def numbers(*nodes: NodeFacts) -> list[str]:
    return numbers_made(assemble(speech(*nodes)))


def ordinals(facts: SpeechFacts) -> list[tuple[str, int, int]]:
    """(heading or body, depth, ordinal) of every node."""
    return [
        (entry.node.heading or entry.node.body, entry.depth, entry.ordinal)
        for entry in outline_of(facts).entries
    ]


def test_parents_come_before_their_children_in_the_order_of_the_speech() -> None:
    facts = speech(node("甲", "", node("子", "", node("", "孙")), node("女")), node("乙"))
    assert ordinals(facts) == [
        ("甲", 1, 1), ("子", 2, 1), ("孙", 3, 1), ("女", 2, 2), ("乙", 1, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("blank", ["", " ", "\n\u3000\n", "\t"])
def test_a_node_that_says_nothing_is_not_counted(blank: str) -> None:
    part = node(
        "部署",
        "共{数量}项。",
        node("甲"),
        node(blank, blank),
        node("", "", node(blank)),
        node("乙"),
    )
    assert lines(speech(part)) == ["一、部署", "共两项。", "（一）甲", "（二）乙"]


def test_a_node_counts_as_soon_as_anything_below_it_says_something() -> None:
    part = node("部署", "", node("", "", node("", "", node("深处"))), node("", "", tail="末"))
    assert numbers(part) == ["一、", "（一）", "1.", "（1）", "（二）"]


def test_a_part_without_a_heading_takes_no_number_and_the_next_goes_on() -> None:
    parts = [
        node("", "引子。"),
        node("总结"),
        node("", "问题。"),
        node(" ", "再说。"),
        node("部署"),
    ]
    assert lines(speech(*parts)) == ["引子。", "一、总结", "问题。", "再说。", "二、部署"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Marker.OUTLINE, Marker.OUTLINE, ["（一）", "（二）", "（三）"]),
        (Marker.ARABIC, Marker.ARABIC, ["1.", "2.", "3."]),
        (Marker.OUTLINE, Marker.ARABIC, ["（一）", "（二）", "1."]),
        (Marker.SHI, Marker.SHI, ["一是", "二是", "一是"]),
        (Marker.SHI, Marker.OUTLINE, ["一是", "二是", "（一）"]),
        (Marker.NONE, Marker.OUTLINE, ["（一）"]),
    ],
)
def test_numbers_run_on_through_a_part_without_a_heading(
    first: Marker, second: Marker, expected: list[str]
) -> None:
    parts = [
        node("总结", "", *points("甲", "乙"), marker=first),
        node("", "中间没有要点。"),
        node("", "问题：", *points("丙"), marker=second),
        node("部署", "", *points("丁"), marker=Marker.NONE),
    ]
    assert numbers(*parts) == ["一、", *expected, "二、"]


def test_numbers_start_anew_under_every_heading() -> None:
    parts = [node("总结", "", *points("甲", "乙")), node("部署", "", *points("丙"))]
    assert numbers(*parts) == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_numbers_that_are_not_shown_do_not_run_on() -> None:
    parts = [
        node("部署", "实施{要点}。", *points("甲", "乙")),
        node("", "问题：", *points("丙", "丁")),
        node("", "还有{要点}。", *points("戊")),
        node("", "以及：", *points("己")),
    ]
    assert numbers(*parts) == ["一、", "（一）", "（二）", "（三）"]


def test_as_soon_as_one_named_point_has_a_text_all_are_set_as_points() -> None:
    named = points("甲工程", "乙工程", "丙工程")
    lead = "实施{要点}等{合称}。"
    part = node("部署", lead, *named, collective="大工程")
    sentence = "实施甲工程、乙工程、丙工程等“三大工程”。"
    assert lines(speech(part)) == ["一、部署", sentence]
    for changed in (
        replace(named[1], body="年内开工。"),
        replace(named[1], tail="年内开工。"),
        replace(named[1], children=(node("", "年内开工。"),)),
    ):
        mixed = replace(part, children=(named[0], changed, named[2]))
        assert [each for each in lines(speech(mixed)) if "年内开工" not in each] == [
            "一、部署", sentence, "（一）甲工程", "（二）乙工程", "（三）丙工程",
        ]  # fmt: skip


def test_a_point_without_a_heading_keeps_the_others_from_the_lead() -> None:
    part = node("部署", "实施{要点}。", node("甲"), node("", "没有标题。"))
    assert lines(speech(part)) == ["一、部署", "实施甲。", "（一）甲", "（二）没有标题。"]


def test_a_point_without_a_text_that_no_lead_names_is_set_as_a_heading() -> None:
    part = node("部署", "实施以下工程。", *points("甲工程", "乙工程"))
    assert lines(speech(part)) == ["一、部署", "实施以下工程。", "（一）甲工程", "（二）乙工程"]


def test_blank_siblings_do_not_keep_headings_from_their_lead() -> None:
    part = node("部署", "实施{要点}。", node("甲", " "), node("", "\n"), node("乙", "", node()))
    assert lines(speech(part)) == ["一、部署", "实施甲、乙。"]


def five(**fields: Marker) -> SpeechFacts:
    return speech(
        node("总结", "{合称}", *items("甲", "乙", "丙", "丁", "戊"), collective="稳", **fields)
    )


@pytest.mark.parametrize("marker", Marker)
def test_markers_follow_what_is_inserted_moved_and_deleted(marker: Marker) -> None:
    facts = five(marker=marker)
    (part,) = facts.nodes
    before = numbers_made(assemble(facts))
    children = list(part.children)
    changes = {
        "六": [*children[:2], node("", "新"), *children[2:]],
        "五": [children[4], *children[:4]],
        "四": [*children[:1], *children[2:]],
    }
    for count, changed in changes.items():
        after = speech(replace(part, children=tuple(changed)))
        assert lines(after)[1] == f"“{count}稳”"
        made = numbers_made(assemble(after))
        shorter, longer = sorted((made, before), key=len)
        assert shorter == longer[: len(shorter)]
        assert len(made) == (1 if marker is Marker.NONE else 1 + len(changed))


def test_swapped_points_take_their_texts_with_them() -> None:
    part = node("部署", "实施{要点}。", node("甲", "一。"), node("乙", "二。"))
    swapped = replace(part, children=part.children[::-1])
    assert lines(speech(swapped)) == [
        "一、部署",
        "实施乙、甲。",
        "（一）乙",
        "二。",
        "（二）甲",
        "一。",
    ]
