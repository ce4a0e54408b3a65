"""Good texts of our own, full of what only looks wrong, give no error."""

from __future__ import annotations

from collections import Counter

import pytest

from speeches.checks.base import Level
from speeches.checks.checking import check
from speeches.checks.settings import Settings
from speeches.document.language import length
from speeches.importing.as_written import document_as_written
from tests.checks.reading_cases import HERE

TEXTS = sorted((HERE / "texts").glob("*.txt"))
CLEAN = (HERE / "texts" / "clean.txt").read_text(encoding="utf-8")
each_text = pytest.mark.parametrize("text", [path.read_text(encoding="utf-8") for path in TEXTS],
                                    ids=[path.stem for path in TEXTS])  # fmt: skip

# What has made proofreaders cry out in vain, in natural sentences.
TRAPS = (
    # numbers, times, scales, names of standards
    "1,234", "3.5亿元", "15:40", "1:500", "0:30", "从8:30到17:30", "GB/T 9704—2012", "3×5米",
    "010-88842603", "2011-02-15", "0.46亿元", "15%~30%", "9亿~16亿元", "5~8分钟", "18~24个月",
    "1—12月", "2021—2025年", "2024年2月29日", "二〇三五年", "480千瓦", "近5000人", "约200名",
    "3.2个百分点", "三分之一", "12345", "3号、4号", "G318", "2.0版", "5G",
    # Chinese numerals that count nothing, or that are no number of a list
    "二、三产业", "一、二级公路", "三、四季度", "三四个", "二三十名", "十几个", "两三条",
    "三十多年", "20年来", "一是一、二是二", "唯一要道", "统一要求", "第一时间", "一步一步",
    "一正一反",
    # names of programmes
    "“十四五”", "“十五五”", "“五位一体”", "“六稳六保”", "“四升一降”", "“双减”", "“五育并举”",
    "两会", "“一带一路”", "“四好农村路”", "“两客一危一重”", "“三个代表”", "“两个确立”",
    "“四个意识”", "“四个自信”", "“两个维护”", "“两学一做”", "“三会一课”", "“三重一大”",
    "“放管服”", "“四风”", "“3·15”", "“互联网+”", "“路长+护路员”", "“交通大脑”",
    # letters
    "John Miller", "X光机", "A、B两类",
    # marks
    "办法》《沅", "《路，通向哪里？》播出", "‘说到做到’", "。”这话", "（GB/T", "县（区）",
    # words like those that are wrong
    "急开治标“偏方”", "找准关节点", "重点重抓", "实之又实", "有所为、有所不为", "天天", "常常",
    "人人", "帐篷", "对象", "气象", "印象", "截止日期", "做出来", "历史纪录", "记录本",
    "反应迅速", "反映候车", "超过以上两条", "按装卸量", "既使企业", "总算了了群众",
    "目的的变化", "在建建设", "公路路面", "交通运输局局长", "大大缩短", "走走停停", "实实在在",
    "启用新线网", "权力集中", "决不把隐患", "像绣花一样", "每一笔账", "作出说明", "周　明",
)  # fmt: skip


def test_every_trap_stands_in_the_clean_speech() -> None:
    assert [trap for trap in TRAPS if trap not in CLEAN] == []
    assert len(TRAPS) >= 60


def test_the_clean_speech_is_of_the_usual_length() -> None:
    assert length(CLEAN) >= 5000


@each_text
def test_a_clean_text_gives_no_error(text: str) -> None:
    findings = check(document_as_written(text))
    errors = [(each.rule, each.text) for each in findings if each.level is Level.ERROR]
    assert errors == []


@each_text
def test_a_clean_text_gives_hardly_a_warning(text: str) -> None:
    findings = check(document_as_written(text))
    warnings = [(each.rule, each.text) for each in findings if each.level is Level.WARNING]
    assert warnings == []


@each_text
def test_hints_on_a_clean_text_are_few(text: str) -> None:
    findings = check(document_as_written(text))
    hints = Counter(each.rule for each in findings if each.level is Level.HINT)
    assert hints.total() <= length(text) / 250 + 1


@each_text
def test_the_name_of_its_file_makes_no_error(text: str) -> None:
    title = text.split("\n", 1)[0]
    findings = check(document_as_written(text), settings=Settings(file_name=title))
    assert [each.rule for each in findings if each.level is Level.ERROR] == []
