"""What stands above the body."""

import datetime
from typing import Any

import pytest

from speeches.document.assemble import assemble
from speeches.document.title_block import date_text
from speeches.document.tree import Block, Heading, Made, Role
from tests.document.building import fields_told, fields_typed, figure, node, speech

DATE = datetime.date(2020, 7, 30)


def role(block: Block) -> Role:
    assert not isinstance(block, Heading)
    return block.role


def title_block(**fields: Any) -> list[tuple[Role, str]]:
    return [(role(block), block.text) for block in assemble(speech(**fields)).blocks]


def test_a_whole_title_block_in_its_order() -> None:
    assert title_block(
        salutation="同志们",
        date_note="根据录音整理",
        date=DATE,
        speaker="陈立",
        post="局长",
        subtitle="在半年工作会议上的讲话",
        title="稳中求进 再上台阶",
    ) == [
        (Role.TITLE, "稳中求进 再上台阶"),
        (Role.SUBTITLE, "——在半年工作会议上的讲话"),
        (Role.SPEAKER, "局长\u3000陈立"),
        (Role.DATE, "（2020年7月30日，根据录音整理）"),
        (Role.SALUTATION, "同志们："),
    ]


def test_what_is_empty_makes_no_block() -> None:
    assert title_block() == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"title": "在半年工作会议上的讲话"}, (Role.TITLE, "在半年工作会议上的讲话")),
        # The writer's own line break prints; blank lines and blanks round it do not.
        ({"title": "稳中求进\n再上台阶"}, (Role.TITLE, "稳中求进\n再上台阶")),
        ({"title": " 稳中求进 \n \n\u3000再上\n台阶\n"}, (Role.TITLE, "稳中求进\n再上\n台阶")),
        ({"title": "\n\n稳中求进"}, (Role.TITLE, "稳中求进")),
        # Only what is said somewhere takes a dash.
        ({"subtitle": "——在会议上的讲话"}, (Role.SUBTITLE, "——在会议上的讲话")),
        ({"subtitle": " 在会议上的讲话"}, (Role.SUBTITLE, "——在会议上的讲话")),
        ({"subtitle": "上半年工作报告"}, (Role.SUBTITLE, "上半年工作报告")),
        # Post and speaker, or one of them.
        ({"post": "局长"}, (Role.SPEAKER, "局长")),
        ({"speaker": "陈立"}, (Role.SPEAKER, "陈立")),
        ({"post": " ", "speaker": "陈立"}, (Role.SPEAKER, "陈立")),
        ({"post": "书记、局长", "speaker": " 陈立"}, (Role.SPEAKER, "书记、局长\u3000陈立")),
        # Date and note, or one of them.
        ({"date": DATE}, (Role.DATE, "（2020年7月30日）")),
        ({"date_note": "讲话提纲"}, (Role.DATE, "（讲话提纲）")),
        # A note that brings its own brackets follows behind those of the date.
        ({"date_note": "（讲话提纲）"}, (Role.DATE, "（讲话提纲）")),
        ({"date": DATE, "date_note": "（提纲）"}, (Role.DATE, "（2020年7月30日）（提纲）")),
        ({"date": DATE, "date_note": " "}, (Role.DATE, "（2020年7月30日）")),
        # The salutation keeps a mark that is typed.
        ({"salutation": "各位代表："}, (Role.SALUTATION, "各位代表：")),
        ({"salutation": "同志们！"}, (Role.SALUTATION, "同志们！")),
        ({"salutation": "同志们 "}, (Role.SALUTATION, "同志们：")),
    ],
)  # fmt: skip
def test_each_line_of_the_title_block(fields: dict[str, Any], expected: tuple[Role, str]) -> None:
    assert title_block(**fields) == [expected]


def test_tokens_are_read_in_the_title_block_too() -> None:
    assert title_block(
        title="抓好{数量}件事\n{要点}",
        subtitle="在{地点}的讲话",
        date_note="第{稿次}",
        figures=(figure("地点", "北山"), figure("稿次", "2", "稿", confirmed=False)),
    ) == [
        (Role.TITLE, "抓好{数量}件事\n{要点}"),
        (Role.SUBTITLE, "——在北山的讲话"),
        (Role.DATE, "（第2稿）"),
    ]


def test_headings_of_the_parts_may_make_the_title() -> None:
    document = assemble(speech(node("稳增长"), node("保民生"), title="{要点}\n的报告"))
    assert document.role_text(Role.TITLE) == "稳增长、保民生\n的报告"


def test_a_silent_title_block_hangs_on_to_what_follows() -> None:
    facts = speech(title=" ", post="\n", date_note=" ", salutation="\t", opening="今天")
    document = assemble(facts)
    assert [(role(block), block.text) for block in document.blocks] == [(Role.BODY, "今天")]
    assert fields_told(document) == fields_typed(facts)


def test_what_the_title_block_adds_is_made_here() -> None:
    (line,) = assemble(speech(post="局长", speaker="陈立")).blocks
    assert [run.text for run in line.runs if run.origin is Made.FRAME] == ["\u3000"]


@pytest.mark.parametrize(
    ("date", "written"),
    [(DATE, "2020年7月30日"), (datetime.date(2021, 1, 2), "2021年1月2日"),
     (datetime.date(2020, 12, 31), "2020年12月31日")],
)  # fmt: skip
def test_a_date_has_no_leading_zeros(date: datetime.date, written: str) -> None:
    assert date_text(date) == written
