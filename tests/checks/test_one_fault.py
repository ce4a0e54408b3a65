"""One fault put into a clean speech is found there, and nothing else is."""

from __future__ import annotations

from collections import Counter

import pytest

from speeches.checks.base import Finding, Level
from speeches.checks.checking import check
from speeches.checks.mending import applied, by_field, edits
from speeches.importing.as_written import document_as_written
from tests.checks.reading_cases import HERE

CLEAN = (HERE / "texts" / "clean.txt").read_text(encoding="utf-8")


def alarms(text: str) -> Counter[tuple[str, str, str | None]]:
    """What is found and is more than a hint: rule, stretch and fix."""
    findings: tuple[Finding, ...] = check(document_as_written(text))
    return Counter(
        (each.rule, each.text, each.fix) for each in findings if each.level is not Level.HINT
    )


def mended(text: str) -> str:
    """The text with the fixes of all that is more than a hint, one by one or in bulk."""
    document = document_as_written(text)
    wanted = [each for each in check(document) if each.level is not Level.HINT]
    lines = text.split("\n")
    for (row, _), changes in by_field(edits(document, wanted)).items():
        lines[row.key - 1] = applied(lines[row.key - 1], changes)
    return "\n".join(lines)


FAULTS = pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        # counts
        ("我讲三点意见", "我讲四点意见", ("D9", "四点", "三点")),
        ("“五通”目标", "“六通”目标", ("D10", "六通", "五通")),
        ("推进“六大工程”，年", "推进“五大工程”，年", ("D10", "五大工程", "六大工程")),
        ("要做到“四个坚持”", "要做到“五个坚持”", ("D10", "五个坚持", "四个坚持")),
        ("两个文件，今年", "三个文件，今年", ("D12", "三个文件", "两个文件")),
        ("坚持廉洁自律", "加强廉洁自律", ("D13", "加强廉洁自律", None)),
        # numbers of points
        ("（三）推进公交", "（二）推进公交", ("D3", "（二）", "（三）")),
        ("（五）快递物流", "（六）快递物流", ("D1", "（六）", None)),
        ("（一）坚持政治引领。", "（一）、坚持政治引领。", ("B14", "、", "")),
        ("二、盯紧目标", "二，盯紧目标", ("B17", "，", "、")),
        # left-overs
        ("投资48.6亿元", "投资x亿元", ("A1", "x", None)),
        ("水毁37处", "水毁××处", ("A2", "××", None)),
        ("石桥县交通运输局、", "XX县交通运输局、", ("A2", "XX", None)),
        ("2021—2025年", "20**—2025年", ("A3", "20**", None)),
        ("只用了8个月", "只用了8 个月", ("A15", " ", "")),
        # marks
        ("！下面，我讲", "！下面,我讲", ("B1", ",", "，")),
        ("谢谢大家！", "谢谢大家!", ("B1", "!", "！")),
        ("投票的。”这句", "投票的。这句", ("B5", "“", None)),
        ("谁也不能误。二要", "谁也不能误二要", ("B8", "二要", "。二要")),
        ("不要想当然。", "不要想当然", ("B9", "然", "然。")),
        ("办法》《沅", "办法》、《沅", ("B18", "、", "")),
        ("水利部门", "水利、等部门", ("B20", "、", "")),
        ("坚定信心\n", "坚定信心。\n", ("B23", "。", "")),
        ("大大缩短。", "大大缩短。。", ("B25", "。。", "。")),
        ("\n同志们：", "\n同志们，", ("B30", "，", "：")),
        # numbers, dates, units
        ("2021—2025年", "2021-2025年", ("C1", "-", "—")),
        ("1—12月", "1-12月", ("C1", "-", "—")),
        ("9亿~16亿元", "9~16亿元", ("C5", "9~16亿", "9亿~16亿")),
        ("15%~30%", "15~30%", ("C5", "15~30%", "15%~30%")),
        ("三四个班次", "3、4个班次", ("C6", "3、4", "三四")),
        ("约200名村民", "约200名左右村民", ("C7", "左右", "")),
        ("2024年2月29日", "2025年2月29日", ("C18", "2025年2月29日", None)),
        ("投资48.6亿元", "投资48.6亿", ("C19", "48.6亿", "48.6亿元")),
        ("二〇三五年", "二零三五年", ("C21", "二零三五", "二〇三五")),
        ("5月12日全国防灾", "5.12全国防灾", ("C22", "5.12", "“5·12”")),
        # names
        ("市委、市政府对", "市委市政府对", ("E2", "市委市政府", "市委、市政府")),
        ("到习近平新时代", "到习总书记新时代", ("E6", "习总书记", "习近平总书记")),
        ("“四个意识”", "“四个意思”", ("E8", "“四个意思”", "“四个意识”")),
        ("拨打010-88842603", "拨打13812345678", ("E16", "13812345678", None)),
        # words
        ("部署2026年", "布署2026年", ("F1", "布署", "部署")),
        ("都讲得很实在", "都讲的很实在", ("F7", "的", "得")),
        ("要像绣花一样", "要象绣花一样", ("F8", "象", "像")),
        ("涉及326户", "涉及到326户", ("F10", "涉及到", "涉及")),
        ("全系统人人", "全系统的的人人", ("F11", "的的", "的")),
    ],
)


@FAULTS
def test_one_fault_is_one_finding(
    right: str, wrong: str, found: tuple[str, str, str | None]
) -> None:
    assert right in CLEAN
    assert alarms(CLEAN.replace(right, wrong, 1)) == {found: 1}


@FAULTS
def test_its_fix_changes_the_fault_and_nothing_else(
    right: str, wrong: str, found: tuple[str, str, str | None]
) -> None:
    _, stretch, fix = found
    becomes = wrong if fix is None else wrong.replace(stretch, fix, 1)
    assert mended(CLEAN.replace(right, wrong, 1)) == CLEAN.replace(right, becomes, 1)


def test_a_pair_of_marks_is_two_findings() -> None:
    text = CLEAN.replace("（GB/T 9704—2012）", "(GB/T 9704—2012)")
    assert alarms(text) == {("B2", "(", "（"): 1, ("B2", ")", "）"): 1}
