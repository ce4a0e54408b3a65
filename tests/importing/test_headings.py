"""What a numbered paragraph begins with."""

import pytest

from speeches.importing.headings import Head, head_of
from speeches.importing.numbers import number_at


def head(text: str, *, is_part: bool = False, list_start: int | None = None) -> str | None:
    """The heading of a text, [in brackets] where it stands on its own line."""
    number = number_at(text)
    assert number is not None
    found = head_of(text, number, list_start, is_part=is_part)
    if found == Head():
        return None
    heading = text[number.end : found.end]
    return f"[{heading}]" if found.own_line else heading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）加快设施建设", "[加快设施建设]"),
        ("（一）工作目标：", "[工作目标：]"),
        ("（一）加快设施建设。新建12所。", "加快设施建设。"),
        ("（一）“智慧校园”。新建12所。", "“智慧校园”。"),
        ("（一）抓得好！新建12所。", "抓得好！"),
        ("（一）教育平稳有序 今年以来，新建12所。", "教育平稳有序 "),
        ("1、抓规划：上半年完成编制。", "抓规划："),
        ("（一）抓规划：上半年完成编制。", None),
        ("（一）加强教育引导今年以来，新建12所，改造9所。", "加强教育引导"),
        ("（一）新建12所，改造9所。", None),
        ("（一）抓建设；抓改造。都要快。", None),
        ("（一）" + "抓" * 31 + "。都要快。", None),
        ("（一）" + "抓" * 61, None),
        ("（一）抓建设。", None),
        ("（一）做到“抓建设。”都要快。", "做到“抓建设。”"),
        ("（一）充分肯定我局今年以来取得的成绩", "[充分肯定我局今年以来取得的成绩]"),
        ("（一）抓建设。，都要快。", None),
        ("一是加快设施建设", None),
        ("1、抓规划：", "[抓规划：]"),
    ],
)
def test_the_heading_of_a_point(text: str, expected: str | None) -> None:
    assert head(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、肯定成绩", "[肯定成绩]"),
        ("一、肯定成绩。", "[肯定成绩。]"),
        ("一、" + "抓" * 80 + "。", "[" + "抓" * 80 + "。]"),
        ("一、" + "抓" * 80 + "。都要快。", "抓" * 80 + "。"),
        ("一、肯定成绩，增强信心今年以来，全市上下真抓实干。", "肯定成绩，增强信心"),
    ],
)
def test_a_part_always_has_a_heading(text: str, expected: str) -> None:
    assert head(text, is_part=True) == expected


def test_before_a_list_stands_what_leads_to_it() -> None:
    assert head("（一）要求：一是甲；二是乙。", list_start=6) is None
    assert head("一、要求：一是甲；二是乙。", list_start=5, is_part=True) == "要求："
    assert head("（一）加强领导。一是甲；二是乙。", list_start=8) == "加强领导。"
    assert head("（一）一是甲；二是乙。", list_start=3) is None
    assert head("1、要求：一是甲；二是乙。", list_start=5) is None
