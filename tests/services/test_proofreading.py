"""What the checks say of a speech, and what was looked at and left."""

from __future__ import annotations

import pytest

from speeches.checks.base import Level
from speeches.models import Ignore, Speech
from speeches.services import saving
from speeches.services.checking import switch_off
from speeches.services.copies import current_copy
from speeches.services.facts import facts_of
from speeches.services.ignoring import ignore, lift, lift_alike
from speeches.services.proofreading import Proof, proof_of
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "今天召开会议,总结工作,部署任务。新增学位x个。我们要抓好落实!!"


def proof(speech: Speech) -> Proof:
    current = Speech.objects.with_meeting().get(pk=speech.pk)
    facts = facts_of(current)
    return proof_of(current, current_copy(current, facts), facts)


def told(speech: Speech) -> list[tuple[str, str]]:
    """The open findings: rule and words."""
    return [(finding.rule, finding.text) for finding in proof(speech).open]


def leave(speech: Speech, scope: str, rule: str, text: str, reason: str = "") -> None:
    """The first open finding of a rule about a text is not shown again."""
    found = next(each for each in proof(speech).open if (each.rule, each.text) == (rule, text))
    ignore(speech, [found], scope=scope, reason=reason, actor=factories.user(name="周宁"))


@pytest.fixture
def speech() -> Speech:
    return factories.speech(opening=TEXT)


def test_what_is_found_is_counted_by_level_and_repeats_are_one(speech: Speech) -> None:
    assert told(speech) == [
        ("B1", ","),
        ("B1", ","),
        ("A1", "x"),
        ("B1", "!!"),
        ("B34", "!!"),
    ]
    assert proof(speech).counts == {Level.ERROR: 2, Level.HINT: 1}
    assert [(entry.rule, entry.count) for entry in proof(speech).errors] == [("B1", 3), ("A1", 1)]


def test_a_rule_that_is_off_says_nothing(speech: Speech) -> None:
    switch_off(speech.meeting.bureau, "B1", reason="另有规定", actor=None)
    assert told(speech) == [("A1", "x"), ("B34", "!!")]


def test_what_was_left_here_is_left_nowhere_else(speech: Speech) -> None:
    leave(speech, "here", "B1", ",")
    assert told(speech)[0] == ("B1", ",")
    assert len(told(speech)) == 4
    (left,) = proof(speech).left
    assert (left.finding.text, left.ignore.reason) == (",", "已核对")
    assert str(left.ignore.by) == "周宁"


def test_what_was_left_in_the_speech_is_left_wherever_it_says_the_same(speech: Speech) -> None:
    leave(speech, "speech", "B1", ",", reason=" 照原文\n引用 ")
    assert told(speech) == [("A1", "x"), ("B1", "!!"), ("B34", "!!")]
    assert {left.ignore.reason for left in proof(speech).left} == {"照原文 引用"}
    assert Ignore.objects.count() == 1


def test_it_is_left_as_long_as_the_sentence_stays(speech: Speech) -> None:
    leave(speech, "here", "A1", "x")
    saving.save(speech, {"opening": "好。" + TEXT}, seen=1, actor=None)
    assert ("A1", "x") not in told(speech)
    saving.save(speech, {"opening": TEXT.replace("学位x个", "中学学位x个")}, seen=2, actor=None)
    assert ("A1", "x") in told(speech)


def test_left_twice_it_is_left_once_for_the_first_reason(speech: Speech) -> None:
    (first, *_) = proof(speech).open
    for reason in ("甲", "乙"):
        ignore(speech, [first, first], scope="here", reason=reason, actor=None)
    assert [row.reason for row in Ignore.objects.all()] == ["甲"]


def test_taken_back_it_is_shown_again(speech: Speech) -> None:
    before = told(speech)
    leave(speech, "speech", "B1", ",")
    row = Ignore.objects.get()
    lift(row)
    lift(row)
    assert told(speech) == before


def test_all_that_was_left_of_a_rule_for_one_reason_is_shown_again_together(
    speech: Speech,
) -> None:
    before = proof(speech).open
    commas = [each for each in before if each.text == ","]
    ignore(speech, commas, scope="here", actor=None)
    ignore(speech, [each for each in before if each.text == "!!"], scope="here", actor=None)
    ignore(speech, before[2:3], scope="here", reason="另报", actor=None)
    row = Ignore.objects.get(key=commas[0].key)
    lift_alike(row)
    lift_alike(row)
    assert [(row.rule, row.reason) for row in Ignore.objects.order_by("rule")] == [
        ("A1", "另报"),
        ("B34", "已核对"),
    ]


def test_what_is_left_in_one_speech_is_shown_in_another(speech: Speech) -> None:
    leave(speech, "speech", "B1", ",")
    other = factories.speech(opening=TEXT, meeting=speech.meeting)
    assert told(other)[0] == ("B1", ",")


def test_neither_changes_the_speech(speech: Speech) -> None:
    leave(speech, "speech", "B1", ",")
    lift(Ignore.objects.get())
    assert Speech.objects.get().revision == 1
