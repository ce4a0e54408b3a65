"""From hits to findings: their order, what they are called, and what may be mended unread."""

from __future__ import annotations

import re

import pytest

from speeches.checks.base import Family, Finding, Hit, Level, Remedy, Rule
from speeches.checks.checking import check, findings_of
from speeches.checks.examples import document_of
from speeches.checks.registry import RULES
from speeches.checks.scope import Scope
from speeches.checks.settings import Settings
from speeches.checks.words import Entry, List, Words
from speeches.document.assemble import assemble
from speeches.document.facts import FigureFacts, Marker, NodeFacts, Row, SpeechFacts
from speeches.document.tree import Document
from tests.checks.finding_words import found, hitting, objecting_to, told

DEPLOY = objecting_to("布署", "部署")
ALLOWED = Settings(words=Words({List.ALLOWED: (Entry("布署厅", source="本局"),)}))


def keys(document: Document, *rules: Rule) -> list[str]:
    return [finding.key for finding in found(document, *rules)]


def key(text: str, rule: Rule = DEPLOY) -> str:
    """The key of the only finding in the second line."""
    (only,) = keys(document_of(["题| 讲话", *text.split("\n")]), rule)
    return only


def test_a_finding_tells_all_that_is_known() -> None:
    (finding,) = found(document_of(["题| 讲话", "要布署。"]), DEPLOY)
    assert finding == Finding(
        rule="T1", family=Family.WORDING, level=Level.ERROR, block=1, start=1, end=3, text="布署",
        message="不用“布署”。", fix="部署", safe=True, key=finding.key,
    )  # fmt: skip
    assert re.fullmatch("[0-9a-f]{20}", finding.key)


def test_findings_come_in_the_order_of_the_text() -> None:
    rules = [objecting_to("乙"), objecting_to("甲乙", rule="T2"), objecting_to("甲", rule="T3")]
    assert told(found(document_of(["甲乙", "甲"]), *rules)) == [
        (0, 0, 1, "甲"), (0, 0, 2, "甲乙"), (0, 1, 2, "乙"), (1, 0, 1, "甲"),
    ]  # fmt: skip


def test_a_stretch_that_a_rule_objects_to_twice_is_one_finding() -> None:
    rule = hitting(Hit(0, 0, 1, "一。", "甲"), Hit(0, 0, 1, "二。", "乙"))
    findings = found(document_of(["子"]), rule)
    assert [(finding.message, finding.fix) for finding in findings] == [("一。", "甲")]


def test_a_rule_that_is_off_does_not_run() -> None:
    document = document_of(["汇报会,主要任务"])
    rules = {finding.rule for finding in check(document)}
    assert "B1" in rules
    everything = Settings(off=frozenset(rule.id for rule in RULES))
    assert check(document, settings=everything) == ()
    rest = {finding.rule for finding in check(document, settings=Settings(off=frozenset({"B1"})))}
    assert rest == rules - {"B1"}


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("到布署厅。", []),
        ("到布署厅，再布署。", [(0, 6, 8, "布署")]),
        ("先布署，到布署厅。", [(0, 1, 3, "布署")]),
    ],
)
def test_what_stands_in_a_word_that_is_allowed_is_no_finding(
    text: str, findings: list[tuple[int, int, int, str]]
) -> None:
    assert told(found(document_of([text]), DEPLOY, settings=ALLOWED)) == findings


def test_what_reaches_beyond_an_allowed_word_is_a_finding() -> None:
    beyond = objecting_to("署厅内")
    assert told(found(document_of(["布署厅内"]), beyond, settings=ALLOWED)) == [
        (0, 1, 4, "署厅内")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fix", "level", "remedy", "safe"),
    [
        ("部署1", Level.ERROR, Remedy.SAFE, True),
        (None, Level.ERROR, Remedy.SAFE, False),
        ("部署1", Level.WARNING, Remedy.SAFE, False),
        ("部署1", Level.ERROR, Remedy.SUGGESTED, False),
        ("部署", Level.ERROR, Remedy.SAFE, False),
        ("部署2", Level.ERROR, Remedy.SAFE, False),
        ("1部署", Level.ERROR, Remedy.SAFE, True),
        ("部署１", Level.ERROR, Remedy.SAFE, False),
    ],
)
def test_only_sure_errors_that_keep_every_digit_are_mended_unread(
    fix: str | None, level: Level, remedy: Remedy, safe: bool
) -> None:
    rule = objecting_to("布署1", fix, level=level, remedy=remedy)
    (finding,) = found(document_of(["布署1。"]), rule)
    assert finding.safe is safe


def test_a_heading_named_in_a_lead_is_found_where_it_was_typed() -> None:
    point = NodeFacts(Row("node", 2), heading="布署工作", body="按时完成。")
    part = NodeFacts(Row("node", 1), heading="打算", body="要抓好{要点}。", children=(point,))
    document = assemble(SpeechFacts(Row("speech", 1), nodes=(part,)))
    assert [block.text for block in document.blocks[1:3]] == ["要抓好布署工作。", "（一）布署工作"]
    assert told(found(document, DEPLOY)) == [(2, 3, 5, "布署")]


def test_a_hit_may_be_less_sure_than_its_rule() -> None:
    rule = hitting(Hit(0, 0, 1, "也许。", "乙", Level.WARNING))
    (finding,) = found(document_of(["甲"]), rule)
    assert (finding.level, finding.fix, finding.safe) == (Level.WARNING, "乙", False)


MONEY = FigureFacts(Row("figure", 1), "投资", "3.5", "亿元", confirmed=True)


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("投入", "改"),
        ("投入3.5", None),
        ("3.5", None),
        ("亿元多", None),
        ("一、", None),
        ("一、建", None),
        ("建设", "改"),
        ("{", None),
        ("写作{", None),
        ("写作", "改"),
    ],
)
def test_what_a_number_a_token_or_a_brace_prints_has_no_fix(word: str, fix: str | None) -> None:
    node = NodeFacts(Row("node", 1), heading="建设", body="投入{投资}多，写作{{。")
    facts = SpeechFacts(Row("speech", 1), nodes=(node,), marker=Marker.HAN, figures=(MONEY,))
    (finding,) = found(assemble(facts), objecting_to(word, "改"))
    assert (finding.text, finding.fix, finding.safe) == (word, fix, fix is not None)


def test_two_fields_side_by_side_are_not_mended_as_one() -> None:
    node = NodeFacts(Row("node", 1), heading="建设。", heading_run_in=True, body="投入")
    facts = SpeechFacts(Row("speech", 1), nodes=(node,), marker=Marker.NONE)
    (finding,) = found(assemble(facts), objecting_to("。投", "改"))
    assert finding.fix is None


def test_one_field_in_two_runs_is_mended_as_one() -> None:
    (finding,) = found(document_of(["（一）建设。投入"]), objecting_to("。投", "改"))
    assert finding.fix == "改"


@pytest.mark.parametrize(
    "other",
    [
        "前面一句。要布署。",
        "要布署。后面一句。",
        "要布署。\n又一段。",
    ],
)
def test_a_key_stays_where_only_the_neighbours_change(other: str) -> None:
    assert key(other) == key("要布署。")


@pytest.mark.parametrize("other", ["先布署。", "要布署！", "要布署，不误。"])
def test_a_key_changes_with_its_sentence(other: str) -> None:
    assert key(other) != key("要布署。")


def test_a_key_changes_with_the_row_the_rule_and_what_it_says() -> None:
    others = [
        key("开头。\n要布署。"),
        key("要布署。", objecting_to("布署", "部署", rule="T2")),
        key("要布署。", objecting_to("要布署", "要部署")),
    ]
    assert len({key("要布署。"), *others}) == 4


def test_a_key_does_not_change_with_the_fix() -> None:
    assert key("要布署。", objecting_to("布署", "安排")) == key("要布署。")


def test_the_second_of_two_that_are_alike_is_counted() -> None:
    first, second, third = keys(document_of(["布署布署，布署。"]), DEPLOY)
    assert (second, third) == (f"{first}1", f"{first}2")


def test_a_stretch_between_two_sentences_belongs_to_the_one_before() -> None:
    assert keys(document_of(["甲。 乙。"]), objecting_to(" 乙")) == keys(
        document_of(["甲。 乙！"]), objecting_to(" 乙")
    )


def test_a_stretch_before_the_first_sentence_has_a_key_too() -> None:
    assert len(keys(document_of([" 甲。", "　"]), objecting_to(" "), objecting_to("　"))) == 2


def test_without_rules_there_is_nothing_to_find() -> None:
    assert findings_of((), Scope(document_of(["甲"]))) == ()
