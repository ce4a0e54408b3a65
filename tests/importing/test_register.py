"""People as an office lists them: what is understood, and what is told not to be."""

from __future__ import annotations

import datetime

import pytest

from speeches.importing.register import Entry, Register, Unread, plain_name, read

NOT_A_NAME = "开头不像姓名。请把姓名写在最前面，后面隔一个空格写职务。"
NOT_A_PERIOD = "任职起止没有看懂，请写成 2021-03 2024-08 这样。"
TWO = "这一行好像写了不止一个人，请一行写一个人。"
PERSONAL = "名录里只记姓名、职务和任职起止，性别、民族、号码请删去。"


def day(*numbers: int) -> datetime.date:
    return datetime.date(*numbers)


@pytest.mark.parametrize(
    ("line", "name", "post"),
    [
        ("程敬川 局长", "程敬川", "局长"),
        ("程敬川　　局长", "程敬川", "局长"),
        ("程敬川、局长", "程敬川", "局长"),
        ("程敬川：党组书记、局长", "程敬川", "党组书记、局长"),
        ("程敬川，党组书记，局长", "程敬川", "党组书记、局长"),
        ("程敬川 党组书记 局长", "程敬川", "党组书记、局长"),
        ("程敬川\t市教育局\t局长\t", "程敬川", "市教育局局长"),
        ("| 程敬川 | 局长 |", "程敬川", "局长"),
        ("林　远 副局长", "林远", "副局长"),
        ("林\t远\t副局长", "林远", "副局长"),
        ("欧阳文轩 主任", "欧阳文轩", "主任"),
        ("阿卜杜拉·买买提 副书记", "阿卜杜拉·买买提", "副书记"),
        ("1 程敬川 局长", "程敬川", "局长"),
        ("1.程敬川 局长", "程敬川", "局长"),
        ("（12） 程敬川 局长", "程敬川", "局长"),
        ("3、程敬川 第3督导组组长", "程敬川", "第3督导组组长"),
        ("（一）程敬川 局长", "程敬川", "局长"),
        ("二、程敬川 局长", "程敬川", "局长"),
        ("①程敬川 局长", "程敬川", "局长"),
        ("• 程敬川 局长", "程敬川", "局长"),
        ("程 敬 川 局长", "程敬川", "局长"),
        ("林 远 副 局 长", "林远", "副局长"),
        ("欧阳 文轩 主任", "欧阳文轩", "主任"),
        ("程敬川同志 局长", "程敬川", "局长"),
        ("程敬川（女，回族） 局长", "程敬川", "局长"),
        ("程敬川（市教育局局长）", "程敬川", "市教育局局长"),
        ("程敬川 局长 （正处级）", "程敬川", "局长（正处级）"),
        ("程敬川 党委书记 市委 副主任", "程敬川", "党委书记、市委副主任"),
        ("程敬川 局长 教授", "程敬川", "局长、教授"),
    ],
)
def test_a_line_says_who_holds_which_post(line: str, name: str, post: str) -> None:
    assert read(line) == Register((Entry(1, name, post),), ())


@pytest.mark.parametrize(
    ("told", "since", "until"),
    [
        ("2021", day(2021, 1, 1), None),
        ("2021年3月", day(2021, 3, 1), None),
        ("2021.3—", day(2021, 3, 1), None),
        ("2021-03-05", day(2021, 3, 5), None),
        ("2021年3月5日至今", day(2021, 3, 5), None),
        ("（2021年3月起）", day(2021, 3, 1), None),
        ("2021/3/5 2024/2", day(2021, 3, 5), day(2024, 2, 29)),
        ("2021-2023", day(2021, 1, 1), day(2023, 12, 31)),
        ("2021-03-01-2023-05-01", day(2021, 3, 1), day(2023, 5, 1)),
        ("2021.3，2023.5", day(2021, 3, 1), day(2023, 5, 31)),
        ("（2021.3至2023.5）", day(2021, 3, 1), day(2023, 5, 31)),
        ("至2023.5", None, day(2023, 5, 31)),
        ("自2021年3月起", day(2021, 3, 1), None),
        ("2021年3月任", day(2021, 3, 1), None),
        ("2021年3月至现在", day(2021, 3, 1), None),
        ("\t\t2023.5", None, day(2023, 5, 31)),
        ("\t2021.3\t2023.5", day(2021, 3, 1), day(2023, 5, 31)),
        ("—2023", None, day(2023, 12, 31)),
    ],
)
def test_from_when_till_when(told: str, since: datetime.date, until: datetime.date | None) -> None:
    assert read(f"程敬川 局长 {told}") == Register((Entry(1, "程敬川", "局长", since, until),), ())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("序号 姓名 职务", "这一行是表头。"),
        ("姓　名 职　务", "这一行是表头。"),
        ("合计 12人", NOT_A_NAME),
        ("人事处 程敬川 处长", NOT_A_NAME),
        ("程敬川 局长 21.3", NOT_A_PERIOD),
        ("程敬川 局长 电话0571-88990011", PERSONAL),
        ("程敬川 局长 林远 副局长", TWO),
        ("程敬川、局长，林远、副局长", TWO),
        ("局长 程敬川", NOT_A_NAME),
        ("程局长 市教育局", NOT_A_NAME),
        ("市教育局领导班子 名单", NOT_A_NAME),
        ("Anna 局长", NOT_A_NAME),
        ("程敬川", "没有写职务。"),
        ("程敬川 2021", "没有写职务。"),
        ("程敬川 局长 13900001111", PERSONAL),
        ("程敬川 男 汉族 局长", PERSONAL),
        ("程敬川 局长 2021.3 兼主任", NOT_A_PERIOD),
        ("程敬川 局长 2021年13月", "没有2021年13月这一天。"),
        ("程敬川 局长 2021-02-30", "没有2021-02-30这一天。"),
        ("程敬川 局长 2023 2021", "任职的止期在起期前面。"),
        (f"程敬川 {'长' * 101}", "职务最多100字。"),
    ],
)
def test_what_is_not_understood_is_told_with_the_reason(line: str, reason: str) -> None:
    assert read(line) == Register((), (Unread(1, line, reason),))


def test_lines_keep_their_order_and_nobody_stands_there_twice() -> None:
    found = read("程敬川 局长\n\n　\n林远 副局长\n程敬川 局长\n程敬川 书记")
    assert [(each.line, each.name, each.post) for each in found.entries] == [
        (1, "程敬川", "局长"),
        (4, "林远", "副局长"),
        (6, "程敬川", "书记"),
    ]
    assert found.unread == (Unread(5, "程敬川 局长", "和第1行重复。"),)


@pytest.mark.parametrize(
    ("name", "plain"), [("林　远", "林远"), ("程敬川", "程敬川"), ("Anna Lin", "Anna Lin")]
)
def test_a_name_in_characters_has_no_blanks(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_long_line_is_read_at_once() -> None:
    assert read("程 " * 50_000 + "\n" + "2021-" * 50_000 + "\n" + "程敬川 " + "20 " * 50_000)
