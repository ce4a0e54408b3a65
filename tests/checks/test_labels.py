"""The numbers that open something, as they are seen in a text."""

from __future__ import annotations

import pytest

from speeches.checks.examples import document_of
from speeches.checks.scope import Scope


def seen(text: str) -> list[str]:
    """The labels of a text: as they stand, the mark behind the number in front of it."""
    scope = Scope(document_of(text.split("\n")))
    return [scope.texts[each.block][each.start : each.end] for each in scope.labels]


def read(text: str) -> list[tuple[str, int]]:
    scope = Scope(document_of(text.split("\n")))
    return [(each.style.name, each.number) for each in scope.labels]


def lists(text: str) -> list[list[str]]:
    """The words of the labels of each list, and in front those of its parent."""
    scope = Scope(document_of(text.split("\n")))
    return [
        [
            "" if label is None else scope.texts[label.block][label.start : label.words_end]
            for label in (each.parent, *each.labels)
        ]
        for each in scope.lists
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一、总结工作", ["一、"]),
        ("标题| 十二、总结工作", ["十二、"]),
        ("一，总结工作", ["一，"]),
        ("二、三年来的工作", ["二、"]),
        ("一、三类地区", ["一、"]),
        ("一.总结工作", ["一."]),
        ("一 总结工作", ["一 "]),
        ("（一）稳字当头。全局上下", ["（一）"]),
        ("(一)稳字当头。全局上下", ["(一)"]),
        ("( 一 )、稳字当头", ["( 一 )、"]),
        ("（一）、稳字当头", ["（一）、"]),
        ("\u3000\u3000（一）稳字当头", ["（一）"]),
        ("1.修缮校舍", ["1."]),
        ("1、修缮校舍", ["1、"]),
        ("1.2026年修缮校舍", []),
        ("1、2026年修缮校舍", ["1、"]),
        ("12. 修缮校舍", ["12. "]),
        ("（1）修缮校舍", ["（1）"]),
        ("(1)、修缮校舍", ["(1)、"]),
        ("①修缮校舍；②添置设备", ["①", "②"]),
        ("一是修路。二是架桥。三是通车。", ["一是", "二是", "三是"]),
        ("要做三件事：一要修路；二要架桥", ["一要", "二要"]),
        ("一要修路二要架桥", ["一要", "二要"]),
        ("一是，修路；二是：架桥", ["一是，", "二是："]),
        ("一是不够平衡，二是一抓到底不够", ["一是", "二是"]),
        ("1是修路，2是架桥", ["1是", "2是"]),
        ("第一，修路。第二，架桥。", ["第一，", "第二，"]),
        ("第一、修路。第二、架桥。", ["第一、", "第二、"]),
        ("第一是修路，第二是架桥。", ["第一是", "第二是"]),
        ("其一，修路。其二，架桥。", ["其一，", "其二，"]),
        (
            "首先，修路。其次，架桥。再次，通车。最后，验收。",
            ["首先，", "其次，", "再次，", "最后，"],
        ),
        ("首先要修路，其次要架桥", ["首先要", "其次要"]),
        ("（一）稳字当头（二）补齐短板", ["（一）", "（二）"]),
        ("分三类：（1）新建；（2）扩建；（3）修缮。", ["（1）", "（2）", "（3）"]),
        ("一是重点抓：（1）新建（2）扩建。二是修缮", ["一是", "（1）", "（2）", "二是"]),
        ("（略）。（二）补齐短板", ["（二）"]),
    ],
)
def test_a_label_is_seen_well_formed_or_not(text: str, labels: list[str]) -> None:
    assert seen(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "一、",
        "十十、不成数",
        "九十九、没有这么长的讲话",
        "一、二年级学生全部返校",
        "一、三、五年级轮流值日",
        "三、四季度要冲刺",
        "三、六年级先返校",
        "3、15号楼",
        "二、三产业增加值",
        "一 个不少",
        "1.5万人返校",
        "1. 5万人返校",
        "3、4个学校",
        "1、3、5号楼",
        "2026.7.16开会",
        "做到一是一、二是二",
        "做到一是一二是二",
        "发扬一是一、二是二的作风",
        "坚持说一是一。",
        "唯一是教育",
        "我们要统一要求",
        "专一是美德",
        "第一学期结束",
        "第一时间处置",
        "第一、第二产业",
        "全省第一，全国前列",
        "“三要三不要”",
        "三要三不要",
        "二要素齐备",
        "是第一要务",
        "一是否合规",
        "九十是十的九倍",
        "，九十是多数",
        "其中一项",
        "最后一个",
        "按照第五条第（二）项",
        "见附件（2）",
        "说明：（2）",
        "再次要求大家",
        "，十十是错的",
        "题| 一、二",
        "称呼| 一要",
        "",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一要修路，再三要求之后二要架桥高三要备考", ["一要", "二要"]),
        ("一要修路，第二要务是架桥", ["一要"]),
        ("一是修路，张家口初二是架桥", ["一是"]),
        ("（一）按照第（二）项", ["（一）"]),
    ],
)
def test_a_word_that_binds_the_numeral_makes_it_none(text: str, labels: list[str]) -> None:
    assert seen(text) == labels


def test_a_label_says_what_it_is() -> None:
    scope = Scope(document_of(["\u3000（一）、稳字当头，一要，快"]))
    assert [each[1:] for each in scope.labels] == [
        (1, 5, 4, "（一）", 1, True),
        (10, 13, 12, "一要", 1, False),
    ]
    assert [each.rank for each in scope.labels] == [2, 6]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("二十一、甲", [("HAN", 21)]),
        ("（十）甲", [("HAN_BRACKETED", 10)]),
        ("12.甲", [("ARABIC", 12)]),
        ("（3）甲", [("ARABIC_BRACKETED", 3)]),
        ("③甲", [("CIRCLED", 3)]),
        ("三是甲", [("SHI", 3)]),
        ("三要甲", [("YAO", 3)]),
        ("第三，甲", [("DI", 3)]),
        ("其三，甲", [("QI", 3)]),
        ("首先，甲。再次，乙。最后，丙", [("SHOU", 1), ("SHOU", 3), ("SHOU", 0)]),
    ],
)
def test_a_label_has_a_style_and_a_number(text: str, kinds: list[tuple[str, int]]) -> None:
    assert read(text) == kinds


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅",
            [["", "一", "二"], ["一", "（一）", "（二）"], ["二", "（一）"]],
        ),
        ("二、乙\n（三）寅\n（四）卯", [["", "二"], ["二", "（三）", "（四）"]]),
        ("（一）甲\n（二）乙\n（二）丙", [["", "（一）", "（二）", "（二）"]]),
        (
            "（一）甲\n1.子\n2.丑\n（二）乙\n3.寅",
            [["", "（一）", "（二）"], ["（一）", "1", "2", "3"]],
        ),
        ("一是甲；二是乙。\n一是丙；二是丁。", [["", "一是", "二是"], ["二是", "一是", "二是"]]),
        (
            "一是甲：一要子；二要丑。二是乙。",
            [["", "一是", "二是"], ["一是", "一要", "二要"]],
        ),
        ("一是甲：\n1.子\n2.丑\n二是乙。", [["", "一是", "二是"], ["一是", "1", "2"]]),
        ("一是甲：（1）子；（2）丑。二是乙。", [["", "一是", "二是"], ["一是", "（1）", "（2）"]]),
        ("一是甲；二要乙；第三，丙", [["", "一是", "二要", "第三"]]),
        ("首先，甲。其次，乙。第三，丙。", [["", "首先", "其次", "第三"]]),
        ("首先，甲。其次，乙。最后，丙。", [["", "首先", "其次", "最后"]]),
        ("一是甲。其次，乙。", [["", "一是"], ["一是", "其次"]]),
        ("一是甲。三是丙。", [["", "一是", "三是"]]),
        ("一是甲。\n再说。\n第二，丙。", [["", "一是"], ["一是", "第二"]]),
        (
            "一、甲\n一是子；二是丑。\n（一）寅\n三是卯。",
            [["", "一"], ["一", "一是", "二是"], ["一", "（一）"], ["（一）", "三是"]],
        ),
        ("", []),
    ],
)
def test_labels_stand_in_lists(text: str, counted: list[list[str]]) -> None:
    assert lists(text) == counted
