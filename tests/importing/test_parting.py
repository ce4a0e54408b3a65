"""Paragraphs in one line are told apart by their indents."""

import pytest

from speeches.importing.cleaning import clean
from speeches.importing.source import Repair, Span


@pytest.mark.parametrize(
    ("line", "paragraphs"),
    [
        (
            "今天开会。　　下面，讲三点意见。　　一、抓落实",
            ["今天开会。", "下面，讲三点意见。", "一、抓落实"],
        ),
        ("抓落实    （二）促发展", ["抓落实", "（二）促发展"]),
        ("今天开会。\t下面讲话。", ["今天开会。", "下面讲话。"]),
        (
            "同志们：　　今天，我们召开全区半年度工作会议。",
            ["同志们：", "今天，我们召开全区半年度工作会议。"],
        ),
        (
            "在全县会议上的讲话 县长 林志远 同志们： 今天开会。 一、肯定成绩 2025年是不凡的一年。",
            [
                "在全县会议上的讲话",
                "县长 林志远",
                "同志们：",
                "今天开会。",
                "一、肯定成绩 2025年是不凡的一年。",
            ],
        ),
        ("局长 陈志远 2020年7月30日 同志们：", ["局长 陈志远", "2020年7月30日", "同志们："]),
        ("（2020年7月30日） 局长 陈志远", ["（2020年7月30日）", "局长 陈志远"]),
        ("（2020年7月30日 星期四）", ["（2020年7月30日 星期四）"]),
        ("2020年7月30日 星期四", ["2020年7月30日 星期四"]),
        ("会议定于 2020年7月30日 召开，请准备。", ["会议定于2020年7月30日召开，请准备。"]),
        (
            "2020年7月30日 我们召开会议，请准备。",
            ["2020年7月30日我们召开会议，请准备。"],
        ),
        ("今天，会议在 2020年7月30日 召开", ["今天，会议在2020年7月30日召开"]),
        (
            "同志们：今天，我们召开全区半年度工作会议。",
            ["同志们：", "今天，我们召开全区半年度工作会议。"],
        ),
        ("同志们：我们开会。", ["同志们：我们开会。"]),
        ("一、肯定成绩　　今年，成绩不少", ["一、肯定成绩", "今年，成绩不少"]),
        ("一、今年，成绩不少　　还要努力", ["一、今年，成绩不少还要努力"]),
        ("各位领导、 同志们： 今天开会。", ["各位领导、同志们：", "今天开会。"]),
        ("各位代表， 各位委员： 今天开会。", ["各位代表，各位委员：", "今天开会。"]),
        ("完成投资5. 6亿元。 下一步", ["完成投资5. 6亿元。下一步"]),
        ("报告人：　　赵明远", ["报告人：赵明远"]),
        ("区长　　赵明远", ["区长 赵明远"]),
        ("今天开会。 下面讲话。", ["今天开会。下面讲话。"]),
    ],
)
def test_wide_blanks_in_a_line(line, paragraphs):
    assert [paragraph.text for paragraph in clean(line).paragraphs] == paragraphs


def test_a_salutation_far_below_the_head_is_no_paragraph_of_its_own():
    text = "今天开会。\n" * 12 + "同志们：让我们携起手来，共同创造美好的明天。"
    assert clean(text).paragraphs[-1].text.startswith("同志们：让我们")


def test_a_break_without_a_blank_and_the_repair_that_begins_there_have_keys_of_their_own():
    line = '同志们："双减"工作会议今天开，目的是总结。'
    made = [repair.key for repair in clean(line).repairs]
    assert made == ["1:4+", "1:4", "1:7"]
    kept = clean(line, undone=frozenset(made[:1]))
    assert [one.text for one in kept.paragraphs] == ["同志们：“双减”工作会议今天开，目的是总结。"]


def test_a_break_that_was_put_in_can_be_undone():
    line = "今天开会。　　下面讲话。"
    (told,) = clean(line).repairs
    assert told == Repair(Span(1, 5, 7), "　　", "\n", "补上分段")
    kept = clean(line, undone=frozenset({told.key}))
    assert ([one.text for one in kept.paragraphs], kept.repairs) == ([line], ())
