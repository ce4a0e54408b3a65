"""What is offered beside a text field."""

from __future__ import annotations

from speeches.document.inserting import Insertable, insertable
from speeches.document.outline import outline_of
from tests.document.building import figure, node, points, speech


def test_a_node_is_offered_its_own_counts_those_of_others_and_the_figures() -> None:
    first = node("肯定成绩", "", *points("稳一", "稳二"), collective="稳")
    second = node("重点", "", *points("甲", "乙", "丙"), collective="大工程")
    ledger = (figure("学位", "1.68", "万个"), figure("资金", "", "亿元"))
    facts = speech(first, second, figures=ledger)
    assert insertable(facts, outline_of(facts), first.row) == [
        Insertable("{合称}", "“两稳”"),
        Insertable("{数量}", "两"),
        Insertable("{要点}", "稳一、稳二"),
        Insertable("{合称:重点}", "“三大工程”"),
        Insertable("{学位}", "1.68万个", is_figure=True),
        Insertable("{资金}", "", is_figure=True),
    ]


def test_the_speech_itself_is_offered_its_parts() -> None:
    facts = speech(node("肯定成绩", "正文"), node("重点", "", *points("甲"), collective="工程"))
    assert insertable(facts, outline_of(facts), None) == [
        Insertable("{数量}", "两"),
        Insertable("{要点}", "肯定成绩、重点"),
        Insertable("{合称:重点}", "“一工程”"),
    ]


def test_nothing_is_offered_that_would_mean_nothing() -> None:
    unnamed = node("实现{合称}", "", *points("甲"), collective="稳")
    alone = node("重点", collective="工程")
    facts = speech(unnamed, alone)
    assert insertable(facts, outline_of(facts), alone.row) == []
