"""What looks like a mark of the Latin keyboard in Chinese text and is none (checks.md, traps)."""

from __future__ import annotations

import pytest

from speeches.checks.registry import RULES
from tests.checks.reading_cases import findings

TRAPPED = [
    rule
    for rule in RULES
    if rule.id in {"B1", "B2", "B3", "B21", "B22"} or rule.family == "numerals"
]
TRAPS = {
    "a thousands separator": "今年新增学位1,234个。",
    "two thousands separators": "全市共有学生1,234,567人。",
    "a time of day": "会议定于15:40开始。",
    "a scale": "规划图的比例尺为1:500。",
    "a decimal": "平均每班增加3.5人。",
    "points": "下载一次扣8.8积分。",
    "a standard": "公文格式执行GB/T 9704-2012。",
    "a letter in brackets": "The sign (c) is printed below.",
    "a plus": "开展“互联网+”结对帮扶。",
    "a size": "展板是3x5的，照片是5×5的。",
    "an address": "通知见 https://www.example.cn/list?id=1,2&d=(3) 一页。",
    "an address with a date": "通知见 http://example.cn/2011-02-15/a.html 。",
    "a date of figures": "系统显示的时间戳为2011-02-15。",
    "a telephone number": "举报电话是010-88842603。",
    "a number in full-width brackets": "（1）新建学校两所。",
    "a number in the text": "见附表（1）。",
    "English with marks": "会上播放了 Hello, world! Who are you? 一片。",
    "a mail address": "意见发至 jiaoyu.ju@example.cn 邮箱。",
    "a version": "软件升级到2.0.1版。",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS.keys())
def test_no_rule_on_marks_or_numerals_falls_into_a_trap(text: str) -> None:
    assert [(rule.id, each.text) for rule in TRAPPED for each in findings(rule, text)] == []


def test_a_number_in_half_width_brackets_is_mended_and_one_in_full_width_is_none() -> None:
    rule = next(rule for rule in TRAPPED if rule.id == "B2")
    assert [each.fix for each in findings(rule, "(1)新建学校两所。")] == ["（", "）"]
