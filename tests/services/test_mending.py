"""Findings mended where they were typed, and taken back."""

from __future__ import annotations

import pytest

from speeches.checks.base import Finding
from speeches.models import History, Node, Speech
from speeches.services import finalising, outlining, saving
from speeches.services.checking import add_word
from speeches.services.copies import current_copy
from speeches.services.facts import facts_of
from speeches.services.ignoring import ignore
from speeches.services.mending import NotMended, mend_one, mend_safe, safe_steps, undo
from speeches.services.proofreading import proof_of
from speeches.services.refusals import AlreadyFinal, Overtaken, TooLong
from tests import factories

pytestmark = pytest.mark.django_db

OPENING = "今天召开会议,总结工作,部署任务。新增学位x个。"


def now(speech: Speech) -> Speech:
    return Speech.objects.with_meeting().get(pk=speech.pk)


def findings(speech: Speech) -> tuple[Finding, ...]:
    current = now(speech)
    facts = facts_of(current)
    return proof_of(current, current_copy(current, facts), facts).open


def key(speech: Speech, rule: str, at: int = 0) -> str:
    """The key of the first finding of a rule, or a later one."""
    return [each.key for each in findings(speech) if each.rule == rule][at]


def safe_keys(speech: Speech) -> list[str]:
    return [step.finding.key for step in safe_steps(now(speech))]


@pytest.fixture
def speech() -> Speech:
    return factories.speech(opening=OPENING)


# --- One -------------------------------------------------------------------------------------


def test_one_is_mended_where_it_was_typed_and_nothing_else(speech: Speech) -> None:
    author = factories.user()
    change = mend_one(speech, key(speech, "B1", 1), actor=author)
    assert change.count == 1
    assert now(speech).opening == "今天召开会议,总结工作，部署任务。新增学位x个。"
    assert (now(speech).version, now(speech).revision, now(speech).changed_by) == (2, 2, author)
    record = History.objects.get()
    assert (record.field, record.replaced, record.version) == ("opening", OPENING, 1)


def test_in_a_node_its_own_row_is_changed(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="很好。")
    point = factories.node(part, "教学", body="好!", tail="完。")
    mend_one(speech, key(speech, "B1", 2), actor=None)
    assert Node.objects.get(pk=point.pk).body == "好！"
    assert [Node.objects.get(pk=part.pk).version, now(speech).version] == [1, 1]


def test_what_says_something_else_by_now_is_not_touched(speech: Speech) -> None:
    seen, colleague = key(speech, "B1"), factories.user(name="周宁")
    saving.save(speech, {"opening": OPENING.replace("今天", "昨天")}, seen=1, actor=colleague)
    with pytest.raises(Overtaken, match=r"这一段刚被改过（周宁在\d\d:\d\d保存），所以没有再改。"):
        mend_one(now(speech), seen, actor=None)
    assert (now(speech).version, now(speech).revision) == (2, 2)


def test_pressed_twice_it_is_mended_once(speech: Speech) -> None:
    pressed = key(speech, "B1")
    mend_one(speech, pressed, actor=None)
    with pytest.raises(Overtaken, match="这一段刚被改过"):
        mend_one(speech, pressed, actor=None)
    assert now(speech).revision == 2


def test_what_has_no_fix_is_refused_with_the_field_to_go_to(speech: Speech) -> None:
    with pytest.raises(NotMended) as refused:
        mend_one(speech, key(speech, "A1"), actor=None)
    assert (refused.value.row.table, refused.value.field) == ("speech", "opening")
    assert now(speech).revision == 1


def test_what_is_not_shown_again_is_not_mended_either(speech: Speech) -> None:
    first = findings(speech)[0]
    ignore(speech, [first], scope="here", actor=None)
    with pytest.raises(Overtaken):
        mend_one(speech, first.key, actor=None)


def test_a_final_speech_is_not_mended(speech: Speech) -> None:
    seen = key(speech, "B1")
    finalising.mark_final(speech, actor=None, because="先定")
    with pytest.raises(AlreadyFinal):
        mend_one(now(speech), seen, actor=None)


def test_what_has_no_room_for_the_fix_is_refused(speech: Speech) -> None:
    told = {"list": "misspellings", "term": "清河教局", "right": "清河教育局", "source": "本单位"}
    add_word(speech.meeting.bureau_id, actor=None, **told)
    part = factories.node(speech, "字" * 196 + "清河教局")
    (found,) = [each for each in findings(speech) if each.text == "清河教局"]
    with pytest.raises(TooLong, match="放不下"):
        mend_one(speech, found.key, actor=None)
    assert Node.objects.get(pk=part.pk).version == 1


# --- All that is safe ------------------------------------------------------------------------


def test_all_that_is_safe_is_one_change(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="好!")
    revision = now(speech).revision
    change = mend_safe(speech, safe_keys(speech), actor=None)
    assert change.count == 3
    assert now(speech).opening == "今天召开会议，总结工作，部署任务。新增学位x个。"
    assert Node.objects.get(pk=part.pk).body == "好！"
    assert now(speech).revision == revision + 1
    assert safe_steps(now(speech)) == []


def test_of_two_fixes_for_the_same_words_one_is_made(speech: Speech) -> None:
    told = {"list": "misspellings", "term": "开会议,总", "right": "开会议。总", "source": "本单位"}
    add_word(speech.meeting.bureau_id, actor=None, **told)
    assert [step.finding.text for step in safe_steps(now(speech))] == ["开会议,总", ","]
    assert mend_safe(speech, safe_keys(speech), actor=None).count == 2
    assert now(speech).opening == "今天召开会议。总结工作，部署任务。新增学位x个。"


def test_only_what_is_ticked_is_mended(speech: Speech) -> None:
    first, _ = safe_keys(speech)
    assert mend_safe(speech, [first, "fremd"], actor=None).count == 1
    assert now(speech).opening == "今天召开会议，总结工作,部署任务。新增学位x个。"


def test_an_equal_sentence_that_was_not_ticked_stays(speech: Speech) -> None:
    saving.save(speech, {"opening": "很好,\n很好,\n很好,"}, seen=1, actor=None)
    first, _, third = safe_keys(speech)
    assert mend_safe(speech, [first, third], actor=None).count == 2
    assert now(speech).opening == "很好，\n很好,\n很好，"


def test_what_cannot_be_mended_unread_stays_whatever_is_sent(speech: Speech) -> None:
    with pytest.raises(Overtaken):
        mend_safe(speech, [key(speech, "A1")], actor=None)
    assert now(speech).revision == 1


# --- 撤销 ------------------------------------------------------------------------------------


def test_a_change_is_taken_back_in_one_step(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="好!")
    change = mend_safe(speech, safe_keys(speech), actor=None)
    revision = now(speech).revision
    undo(speech, change, actor=None)
    assert now(speech).opening == OPENING
    assert Node.objects.get(pk=part.pk).body == "好!"
    assert now(speech).revision == revision + 1
    with pytest.raises(Overtaken, match="已经撤销"):
        undo(speech, change, actor=None)


def test_what_was_changed_before_and_after_in_other_rows_stays(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="好。")
    saving.save(part, {"body": "很好。"}, seen=1, actor=None)
    change = mend_safe(speech, safe_keys(speech), actor=None)
    saving.save(part, {"body": "非常好。"}, seen=2, actor=None)
    undo(speech, change, actor=None)
    assert (now(speech).opening, Node.objects.get().body) == (OPENING, "非常好。")


def test_what_was_changed_since_is_not_taken_back(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="好!")
    change = mend_safe(speech, safe_keys(speech), actor=None)
    saving.save(part, {"body": "很好！"}, seen=2, actor=None)
    with pytest.raises(Overtaken, match="后来又改过"):
        undo(speech, change, actor=None)
    assert now(speech).opening == "今天召开会议，总结工作，部署任务。新增学位x个。"
    assert Node.objects.get().body == "很好！"


def test_in_the_bin_it_is_taken_back_too(speech: Speech) -> None:
    part = factories.node(speech, "成绩", body="好!")
    change = mend_safe(speech, safe_keys(speech), actor=None)
    outlining.delete_node(part, actor=None)
    undo(speech, change, actor=None)
    assert Node.objects.get().body == "好!"
