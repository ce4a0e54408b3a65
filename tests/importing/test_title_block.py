"""What stands above the opening, in the many orders of real texts."""

import datetime

import pytest

from speeches.importing.pieces import Role
from speeches.importing.title_block import (
    dated,
    is_date,
    is_salutation,
    lines_above,
    post_and_name,
    subtitle_of,
)

CODES = {
    "t": Role.TITLE, "st": Role.SUBTITLE, "po": Role.POST, "sp": Role.SPEAKER, "d": Role.DATE,
    "sa": Role.SALUTATION, "?": Role.UNRECOGNISED,
}  # fmt: skip


@pytest.mark.parametrize(
    "block",
    [
        "t|在全市工作会议上的讲话",
        "t|在全市教育系统2026年上半年\nt|工作汇报会上的讲话",
        "t|凝心聚力开新局\nst|——在全市交通工作会议上的讲话",
        "t|凝心聚力开新局\nst|在全市交通工作会议上的讲话",
        "t|工作报告\nst|—2020年1月8日在市第五届人民代表大会上\nsp|市长 陈志远\nsa|各位代表：",
        "t|在会议上的讲话\nsp|市交通局局长　陈志远\nd|（2020年7月30日）\nsa|同志们：",
        "t|在会议上的讲话\nd|2020年7月30日\nsp|陈志远\nsa|同志们：",
        "t|在会议上的讲话\npo|市教育局党委书记、局长\nsp|程 敬 川\nd|（2026年7月16日，根据录音）",
        "t|在会议上的讲话\nsp|讲话人：陈志远\nd|2020.7.30",
        "t|在会议上的讲话\nsp|（××县委书记 王某某）\nd|（20XX年X月X日）",
        "t|在会议上的讲话\nsp|县委书记 x x x\nsa|各位领导，同志们：",
        "t|在会议上的讲话\npo|市民政局\nd|二〇二〇年七月三十日",
        "t|在会议上的讲话\nd|2020年7月30日 星期四\nd|（讨论稿）".replace("\nd|（", "\n?|（"),
        "sp|陈志远\nt|在全市会议上的讲话\nd|（2020年3月）",
        "d|2020年3月5日\nt|在全市会议上的讲话",
        "t|加油！\nsa|同志们：",
        "t|在会议上的讲话\n?|在会议上的讲话\nsp|局长赵培军",
        "t|讲话提纲（讨论稿）\n?|市局三楼会议室",
        "t|真抓实干\nt|争创一流\nst|——在会议上的讲话",
        "t|在会议上的讲话\nsp|陈志远\n?|李明",
        "t|在会议上的讲话\npo|市长\n?|副市长",
        "t|凝心聚力开新局\nst|——在会议上的讲话\n?|——根据录音整理",
        "t|领导讲话\nst|在会议上的讲话\nsp|局长　陈志远",
        "t|在会议上的讲话\nsp|陈志远（市教育局局长）\nsa|同志们：",
        "t|在会议上的讲话\nsp|陈志远 市教育局局长\nsa|同志们：",
        "t|在会议上的讲话\nsp|陈志远\npo|（市教育局局长）\nd|2020年7月30日",
        "?|在会议上的讲话.doc\nt|在会议上的讲话\nsa|同志们：",
        "t|关于做好工作的通知\n?|局发〔2020〕1号",
    ],
)
def test_every_line_above_the_opening_is_what_it_is(block: str) -> None:
    told = [line.partition("|") for line in block.split("\n")]
    texts = [text for _, _, text in told]
    assert lines_above([*texts, "今天，我们召开会议。"]) == [CODES[code] for code, _, _ in told]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["今天，我们召开全市工作会议。"],
        ["今天" * 40],
        ["同志们：", "今天。"],
        ["讲话", "一、甲"],
        ["讲话", "现就有关工作讲三点意见："],
    ],
)
def test_the_opening_begins_with_a_sentence_a_long_line_or_a_number(texts: list[str]) -> None:
    expected = {"同志们：": [Role.SALUTATION], "讲话": [Role.TITLE]}
    assert lines_above(texts) == expected.get("".join(texts[:1]), [])


def test_no_more_than_a_dozen_lines_stand_above() -> None:
    assert lines_above(["甲"] * 30) == [Role.TITLE] + [Role.UNRECOGNISED] * 11


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("同志们：", True),
        ("同志们:", True),
        ("同志们！", True),
        ("同志们，", True),
        ("各位代表：", True),
        ("尊敬的各位领导，同志们，朋友们：", True),
        ("各位老师 同学们：", True),
        ("张书记，各位代表：", True),
        ("主席团、各位代表：", True),
        ("同志们", False),
        ("同志们，今天开会。", False),
        ("主要任务：", False),
        ("", False),
        ("：", False),
        ("各位" + "好" * 60 + "同志：", False),
    ],
)
def test_a_salutation_addresses_people_and_nothing_else(text: str, is_one: bool) -> None:
    assert is_salutation(text) is is_one


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("陈志远（党组书记、局长）", "党组书记、局长", "陈志远"),
        ("陈志远　局长", "局长", "陈志远"),
        ("市交通局局长　陈志远", "市交通局局长", "陈志远"),
        ("县委书记张三", "县委书记", "张三"),
        ("（县委书记 张三）", "县委书记", "张三"),
        ("主讲人：县委书记 张三", "县委书记", "张三"),
        ("局长 x x x", "局长", "x x x"),
        ("程敬川", "", "程敬川"),
        ("欧阳若谷", "", "欧阳若谷"),
        ("党委书记、局长", "党委书记、局长", ""),
        ("市民政局", "市民政局", ""),
    ],
)
def test_post_and_name(text: str, post: str, name: str) -> None:
    assert post_and_name(text) == (post, name)


DAY = datetime.date(2020, 7, 30)


@pytest.mark.parametrize(
    ("text", "date", "note"),
    [
        ("（2020年7月30日）", DAY, ""),
        ("时间：2020年7月30日", DAY, ""),
        ("会议时间：2020年7月30日上午", DAY, "上午"),
        ("(2020年07月30日)", DAY, ""),
        ("2020年7月30日", DAY, ""),
        ("2020-7-30", DAY, ""),
        ("2020.07.30", DAY, ""),
        ("2020年7月30日 星期四", DAY, "星期四"),
        ("（2020年7月30日，根据录音整理）", DAY, "根据录音整理"),
        ("（北京，2020年7月30日）", DAY, "北京"),
        ("（2020年7月30日）（根据录音整理）", DAY, "（根据录音整理）"),
        ("（2020年7月30日 上午）（根据录音整理）", DAY, "上午，（根据录音整理）"),
        ("（根据录音整理）", None, "根据录音整理"),
        ("（根据录音整理）（讨论稿）", None, "（根据录音整理）（讨论稿）"),
        ("（20XX年X月X日）", None, "20XX年X月X日"),
        ("2020年2月30日", None, "2020年2月30日"),
        ("2020年3月", None, "2020年3月"),
        ("", None, ""),
    ],
)
def test_a_date_line_is_a_day_and_a_note(text: str, date: datetime.date | None, note: str) -> None:
    assert dated(text) == (dated(text).__class__(date, note))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2020年7月30日于北京", True),
        ("20××年×月", True),
        ("（讨论稿）", True),
        ("2020年7月30日在市委会议上", False),
        ("2020年7月工作报告", False),
        ("2020年工作", False),
        ("（" + "甲" * 60 + "）", False),
        ("（县委书记 张三）", False),
        ("（县委书记）", False),
    ],
)
def test_a_date_line_says_nothing_but_when(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one


@pytest.mark.parametrize(
    "text", ["——在会上的讲话", "—在会上的讲话", "-- 在会上的讲话", "在会上的讲话"]
)
def test_a_subtitle_is_told_without_its_dash(text: str) -> None:
    assert subtitle_of(text) == "在会上的讲话"
