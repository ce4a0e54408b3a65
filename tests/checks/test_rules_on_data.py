"""What the rules on data say, and how sure they are where that depends on the place."""

from __future__ import annotations

import pytest

from speeches.checks.base import Level
from speeches.checks.checking import check, findings_of
from speeches.checks.consistency.shown_facts import SPEECH, figure, said
from speeches.checks.examples import Example, worked
from speeches.checks.registry import BY_ID
from speeches.checks.scope import Scope
from speeches.checks.settings import Settings
from speeches.document.assemble import assemble
from speeches.document.facts import SpeechFacts
from tests.checks.cases_on_data import (
    DAY,
    ROADS,
    TWO_WORKS,
    WARM,
    alike,
    elsewhere,
    grouped,
    warm,
    work,
    works,
)
from tests.checks.reading_cases import findings

ERROR, WARNING = Level.ERROR, Level.WARNING
_DOUBTFUL = figure("里程", "1260", "公里", confirmed=False, department="公路处")


@pytest.mark.parametrize(
    ("rule", "example", "level", "message"),
    [
        ("H1", warm("四", "三"), ERROR, "“四个更暖”下面有3项，数目对不上。"),
        (
            "H1",
            elsewhere("四", "⟦四⟧"),
            WARNING,
            "“三个更暖”的要点有3项，这里写的是“四个更暖”，对不上。",
        ),
        (
            "H3",
            said("公路1260公里。", opening="公路{里程}。", figures=(_DOUBTFUL,)),
            WARNING,
            "数据“里程”还没有确认，请公路处核实后确认。",
        ),
        (
            "C14",
            said("公路里程1000公里。", opening="公路里程1000公里。", figures=(ROADS,)),
            ERROR,
            "数据“公路里程”是1260公里，这里写的是另一个数，请核对。",
        ),
        (
            "C14",
            "农村公路里程300公里。\n农村公路里程310公里。",
            WARNING,
            "前面写“农村公路里程”是300公里，这里不一样，请核对哪个对。",
        ),
        (
            "C14",
            said(
                "新线通车，公路里程30公里。", opening="新线通车，公路里程30公里。", figures=(ROADS,)
            ),
            WARNING,
            "数据“公路里程”是1260公里，这里写的是另一个数，请核对。",
        ),
        (
            "C16",
            "题| 在半年工作会议上的讲话\n1—7月，客流回升。",
            WARNING,
            "会议讲的是上半年（1—6月），这里是1—7月的数，请统一或说明。",
        ),
        (
            "E10",
            "题| 在公路建设推进会上的讲话\n今天召开公路建设推动会。",
            ERROR,
            "会议名称前后不一：别处是“公路建设推进会”，这里是“公路建设推动会”。",
        ),
        (
            "E10",
            said(
                "题| 在公路建设推动会上的讲话",
                title="在公路建设推动会上的讲话",
                meeting="公路建设推进会",
            ),
            ERROR,
            "会议信息里的会议名称是“公路建设推进会”，这里是“公路建设推动会”，请核对哪个对。",
        ),
        (
            "E10",
            Example("题| 在公路建设推进会上的讲话", settings=Settings(file_name="公路建设推动会")),
            ERROR,
            "文件名里写的是“公路建设推动会”，和这里不一样，请改文件名。",
        ),
        (
            "H6",
            works(TWO_WORKS.format("修路", "建站"), work("修路"), work("建站")),
            WARNING,
            "各项重点工作都没有定责任处室和完成时限，请逐项补上。",
        ),
        (
            "H6",
            works(TWO_WORKS.format("修路", "建站"), work("修路", "公路处"), work("建站", "站务处")),
            WARNING,
            "各项重点工作都没有定完成时限，请逐项补上。",
        ),
        (
            "H6",
            works(
                TWO_WORKS.format("修路", "建站"),
                work("修路", "公路处"),
                work("建站", "站务处", DAY),
            ),
            WARNING,
            "“修路”没有定完成时限，请补上。",
        ),
    ],
)
def test_a_finding_says_what_is_wrong_here(
    rule: str, example: Example | str, level: Level, message: str
) -> None:
    told = [(each.level, each.message) for each in findings(BY_ID[rule], example)]
    assert told == [(level, message)]


def test_a_number_made_by_a_token_is_not_mended_where_it_prints() -> None:
    example = said("公路1260公里。", opening="公路{里程}。", figures=(_DOUBTFUL,))
    assert [each.fix for each in findings(BY_ID["H3"], example)] == [None]


@pytest.mark.parametrize(
    ("rule", "text", "level"),
    [
        ("H1", "“三个更暖”里，“两个更暖”还不牢固。", WARNING),
        ("H1", "办好了“四个更暖”。", ERROR),
    ],
)
def test_a_number_beside_the_right_one_may_be_a_part_of_it(
    rule: str, text: str, level: Level
) -> None:
    lines = "\n".join(f"（{at}）{each}" for at, each in zip("一二三", WARM, strict=True))
    example = grouped(f"一、民生\n{text}\n{lines}", text, *WARM, name="个更暖")
    assert [each.level for each in findings(BY_ID[rule], example)] == [level]


def test_what_the_text_alone_shows_is_told_once() -> None:
    """D10 and D13 say it, H1 and H2 of the same place do not repeat it; alone they say it."""
    short = worked(warm("四"))
    unlike = worked(alike("出行更暖", "⟦就医更近⟧", "办事更暖"))
    told = [
        (each.rule, off)
        for read in (short, unlike)
        for off in (frozenset(), frozenset({"D10", "D13"}))
        for each in check(read.document, read.facts, Settings(off=off))
        if each.rule in ("D10", "D13", "H1", "H2")
    ]
    without = frozenset({"D10", "D13"})
    assert told == [("D10", frozenset()), ("H1", without), ("H2", frozenset()), ("H2", without)]


def test_in_a_title_of_two_lines_the_break_stays() -> None:
    title = "在全市公路建设\n推动会上的讲话"
    opening = "今天召开全市公路建设推进会。"
    facts = SpeechFacts(SPEECH, title=title, opening=opening, meeting="全市公路建设推进会")
    found = findings_of([BY_ID["E10"]], Scope(assemble(facts), facts))
    assert [(each.text, each.fix) for each in found] == [
        ("全市公路建设\n推动会", "全市公路建设\n推进会")
    ]


def test_a_file_name_is_held_against_a_title_of_two_lines() -> None:
    facts = SpeechFacts(SPEECH, title="在全市公路建设\n推进会上的讲话")
    scope = Scope(assemble(facts), facts, Settings(file_name="在全市公路建设推动会上的讲话"))
    assert [each.text for each in findings_of([BY_ID["E10"]], scope)] == ["全市公路建设\n推进会"]


def test_the_name_of_a_meeting_is_mended_without_asking() -> None:
    found = findings(BY_ID["E10"], "题| 在公路建设推进会上的讲话\n今天召开公路建设推动会。")
    assert [(each.fix, each.safe) for each in found] == [("公路建设推进会", True)]
