"""Numbers at the head of a text and inside it."""

import pytest

from speeches.document.facts import Marker
from speeches.importing.numbers import (
    Form,
    begins_anew,
    heading_number,
    number_at,
    numbers_in,
)


@pytest.mark.parametrize(
    ("text", "form", "value", "lead"),
    [
        ("一、肯定成绩", Form.HAN, 1, "一、"),
        ("十二、附则", Form.HAN, 12, "十二、"),
        ("二. 任务", Form.HAN, 2, "二. "),
        ("（一）教育教学", Form.HAN_BRACKETED, 1, "（一）"),
        ("(三) 工作", Form.HAN_BRACKETED, 3, "(三) "),
        ("（ 四 ）、工作", Form.HAN_BRACKETED, 4, "（ 四 ）、"),
        ("1.做好", Form.ARABIC, 1, "1."),
        ("1、做好", Form.ARABIC, 1, "1、"),
        ("12．做好", Form.ARABIC, 12, "12．"),
        ("（1）甲", Form.ARABIC_BRACKETED, 1, "（1）"),
        ("2）乙", Form.ARABIC_BRACKETED, 2, "2）"),
        ("③丙", Form.ARABIC_BRACKETED, 3, "③"),
        ("第一部分　工作回顾", Form.PART, 1, "第一部分　"),
        ("第二部分：任务", Form.PART, 2, "第二部分："),
        ("第三章 保障", Form.PART, 3, "第三章 "),
        ("一是加强领导", Form.SHI, 1, "一是"),
        ("二要，压实责任", Form.YAO, 2, "二要，"),
        ("第一，要攻坚", Form.DI, 1, "第一，"),
        ("第二、要攻坚", Form.DI, 2, "第二、"),
        ("首先，抓责任", Form.ORDER, 1, "首先，"),
        ("最后，抓整改", Form.ORDER, 99, "最后，"),
        ("其三，抓落实", Form.QI, 3, "其三，"),
        ("第一个问题是人手不足", Form.GE, 1, "第一个问题是"),
        ("第二件事，抓安全", Form.GE, 2, "第二件事，"),
        ("第三句话：抓落实", Form.GE, 3, "第三句话："),
    ],
)
def test_a_number_at_the_head_is_read(text: str, form: Form, value: int, lead: str) -> None:
    number = number_at(text)
    assert number is not None
    assert (number.form, number.value, text[: number.end]) == (form, value, lead)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、",
        "（一）",
        "1.5亿元",
        "1. 5亿元",
        "2020年",
        "第一时间到场",
        "一、二年级",
        "三、四季度",
        "一带一路",
        "第一个百年奋斗目标要实现",
        "一一、甲",
        "十十、甲",
        "（共三人）到会",
        "123、甲",
        "一站式",
        "首先进典型",
        "第十届人大",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert number_at(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("（三）抓落实", 3),
        ("7)抓落实", 7),
        ("１．抓落实", 1),
        ("第二部分 抓落实", 2),
        ("一是抓落实", None),
        ("一、二年级", None),
        ("2026.7.16", None),
        ("", None),
    ],
)
def test_the_number_of_a_heading(text: str, value: int | None) -> None:
    number = heading_number(text)
    assert (number and number.value) == value


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("一、肯定", True),
        ("第一部分", True),
        ("①肯定", True),
        ("二是抓", True),
        ("第二个问题，先抓", True),
        ("第二条：先抓", True),
        ("㈠肯定", True),
        ("⒈肯定", True),
        ("首先，抓", True),
        ("•抓", True),
        ("- 抓", True),
        ("-5度", False),
        ("第一时间", False),
        ("抓落实", False),
    ],
)
def test_what_begins_anew(text: str, *, anew: bool) -> None:
    assert begins_anew(text) is anew


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要求：一是抓；十二是办。", [("一是", True, True), ("十二是", True, True)]),
        ("第一要务是发展", [("一要", False, False)]),
        ("完成任务二要提高", [("二要", False, True)]),
        ("星期二是假日", [("二是", False, False)]),
        ("增长1.5%、2.3%，", []),
        ("按照（一）（二）项", [("（一）", False, True), ("（二）", True, True)]),
        ("甲（2020）乙", []),
    ],
)
def test_numbers_inside_a_text_know_whether_they_open_a_clause(
    text: str, expected: list[tuple[str, bool, bool]]
) -> None:
    found = [(text[n.start : n.end], n.opens_clause, n.may_open) for n in numbers_in(text)]
    assert found == expected


def test_forms_without_a_marker_of_the_app_keep_their_words() -> None:
    assert [form for form in Form if form.marker is Marker.NONE] == [Form.ORDER, Form.QI, Form.GE]
    assert [form for form in Form if not form.is_spoken] == [
        Form.PART,
        Form.HAN,
        Form.HAN_BRACKETED,
        Form.ARABIC,
        Form.ARABIC_BRACKETED,
    ]
