"""Repeats become one entry with a count, and entries stand under their parts."""

from __future__ import annotations

from speeches.checks.base import Level, Remedy
from speeches.checks.examples import document_of
from speeches.checks.folding import by_part, fold
from tests.checks.finding_words import found, objecting_to, told

COMMAS = objecting_to(",", "，", rule="T1")
MASKS = objecting_to("x", rule="T2", remedy=Remedy.NONE)
SHORT = objecting_to(
    "教体局", "教育体育局", rule="T3", level=Level.WARNING, remedy=Remedy.SUGGESTED
)
SPEECH = document_of(
    [
        "题| 讲话,提纲",
        "标题| 一、过去",
        "投资x亿元,建成x所。",
        "标题| 二、现在",
        "教体局要抓紧。",
        "标题| 三、将来",
        "投资x亿元,教体局牵头。",
    ]
)


def test_what_can_be_mended_unread_is_one_entry_however_few() -> None:
    document = document_of(["甲,乙,丙。"])
    (entry,) = fold(found(document, COMMAS))
    assert (told(entry.findings), entry.count) == ([(0, 1, 2, ","), (0, 3, 4, ",")], 2)
    assert (entry.rule, entry.level, entry.safe, entry.key) == (
        "T1", Level.ERROR, True, entry.findings[0].key,
    )  # fmt: skip


def test_what_has_to_be_read_stays_single_up_to_three() -> None:
    assert [entry.count for entry in fold(found(document_of(["x，x，x。"]), MASKS))] == [1, 1, 1]


def test_four_of_a_kind_are_one_entry() -> None:
    assert [entry.count for entry in fold(found(document_of(["x，x，x，x。"]), MASKS))] == [4]


def test_levels_of_one_rule_do_not_mix() -> None:
    document = document_of(["x，x，x，x。"])
    hint = objecting_to("。", rule="T2", level=Level.HINT, remedy=Remedy.NONE)
    entries = fold(found(document, MASKS, hint))
    assert [(entry.level, entry.count) for entry in entries] == [(Level.ERROR, 4), (Level.HINT, 1)]


def test_entries_come_in_the_order_of_their_first_findings() -> None:
    entries = fold(found(document_of(["x甲,乙x,x。"]), COMMAS, MASKS))
    assert [(entry.rule, entry.first.start) for entry in entries] == [
        ("T2", 0), ("T1", 2), ("T2", 4), ("T2", 6),
    ]  # fmt: skip


def test_nothing_found_is_no_entry() -> None:
    assert (fold(()), by_part(SPEECH, ())) == ((), ())


def test_what_is_folded_over_several_parts_stands_in_front() -> None:
    groups = by_part(SPEECH, fold(found(SPEECH, COMMAS, MASKS, SHORT)))
    assert [
        (group.title, group.heading, [(entry.rule, entry.count) for entry in group.entries])
        for group in groups
    ] == [
        ("全文", None, [("T1", 3)]),
        ("一、过去", 1, [("T2", 1), ("T2", 1)]),
        ("二、现在", 3, [("T3", 1)]),
        ("三、将来", 5, [("T2", 1), ("T3", 1)]),
    ]


def test_what_is_folded_within_a_part_stays_there() -> None:
    document = document_of(["标题| 一、过去", "甲,乙", "丙,丁"])
    groups = by_part(document, fold(found(document, COMMAS)))
    assert [(group.title, len(group.entries)) for group in groups] == [("一、过去", 1)]


def test_what_stands_before_the_first_part_has_a_name() -> None:
    document = document_of(["题| 讲话,提纲", "标题| 一、过去", "甲"])
    (group,) = by_part(document, fold(found(document, COMMAS)))
    assert (group.title, group.heading) == ("标题和开头", None)
