"""定稿 and 退回."""

import re

import pytest

from speeches.document.assemble import assemble
from speeches.document.codec import document_from_json
from speeches.enums import SpeechState
from speeches.models import FinalCopy, Speech
from speeches.services import finalising, ledger, saving
from speeches.services.copies import current_copy, kept_copy
from speeches.services.facts import facts_of
from speeches.services.ignoring import ignore
from speeches.services.proofreading import proof_of
from speeches.services.refusals import AlreadyFinal, NotReady, Overtaken, Unexplained
from tests import factories

pytestmark = pytest.mark.django_db


def state(speech: Speech) -> tuple[str, int]:
    row = Speech.objects.get(pk=speech.pk)
    return row.state, row.revision


def test_a_final_copy_is_the_document_at_its_revision() -> None:
    speech = factories.speech(closing="谢谢大家！")
    factories.node(factories.node(speech, "成绩", body="形成“{合称}”。", collective="稳"), "平稳")
    author = factories.user()
    copy = finalising.mark_final(speech, actor=author)
    copy.refresh_from_db()
    assert document_from_json(copy.document) == assemble(facts_of(speech))
    assert (copy.revision, copy.made_by) == (3, author)
    kept = kept_copy(copy)
    listed = (kept.title, kept.characters, kept.spoken)
    assert (copy.title, copy.characters, copy.spoken) == listed
    assert state(speech) == (SpeechState.FINAL, 3)


def test_a_speech_with_marks_is_not_final_and_says_which() -> None:
    speech = factories.speech(opening="学位{学位}，教师{教师}，{学校}和{学校}，又{学位}。")
    unconfirmed = factories.figure(speech, "学位")
    factories.figure(speech, "教师", value="", unit="")
    with pytest.raises(NotReady) as refused:
        finalising.mark_final(speech, actor=None)
    assert str(refused.value) == (
        "还不能定稿，请先处理：1200个（待核实）、〔待补：教师〕（待补）、{学校}（没有这项内容）。"
    )
    assert state(speech)[0] == SpeechState.DRAFT
    assert not FinalCopy.objects.exists()
    ledger.confirm(unconfirmed, seen=1, actor=factories.user())
    saving.save(speech, {"opening": "学位{学位}。"}, seen=1, actor=None)
    assert finalising.mark_final(speech, actor=None).revision == state(speech)[1]


def test_a_speech_is_marked_final_once() -> None:
    speech = factories.speech()
    finalising.mark_final(speech, actor=None)
    with pytest.raises(AlreadyFinal, match=r"讲话稿已定稿，不用再定一次。"):
        finalising.mark_final(speech, actor=None)
    assert FinalCopy.objects.count() == 1


def test_a_reopened_speech_is_a_draft_again_and_its_copy_says_why() -> None:
    speech, reviewer = factories.speech(), factories.user("reviewer")
    copy = finalising.mark_final(speech, actor=None)
    finalising.reopen(speech, actor=reviewer, reason=" 数字\r\n有误\u200b ")
    copy.refresh_from_db()
    assert (copy.reopened_by, copy.reopened_because) == (reviewer, "数字\n有误")
    assert copy.reopened_at is not None
    assert state(speech) == (SpeechState.DRAFT, 2)


def test_a_reopened_speech_can_be_final_again_without_a_change() -> None:
    speech = factories.speech()
    first = finalising.mark_final(speech, actor=None)
    finalising.reopen(speech, actor=None, reason="会议改期")
    second = finalising.mark_final(speech, actor=None)
    assert [first.revision, second.revision] == [1, 2]
    assert list(FinalCopy.objects.newest()) == [second]


def test_a_draft_is_not_reopened() -> None:
    with pytest.raises(NotReady, match=r"讲话稿还在起草，不用退回。"):
        finalising.reopen(factories.speech(), actor=None, reason="数字有误")


@pytest.mark.parametrize("reason", ["", " \n", "\u200b"])
def test_a_speech_is_not_reopened_without_a_reason(reason: str) -> None:
    speech = factories.speech()
    finalising.mark_final(speech, actor=None)
    with pytest.raises(NotReady, match=r"请写明退回原因。"):
        finalising.reopen(speech, actor=None, reason=reason)
    assert state(speech) == (SpeechState.FINAL, 1)


def test_a_draft_that_was_changed_after_it_was_seen_is_not_final() -> None:
    speech = factories.speech()
    saving.save(speech, {"closing": "谢谢。"}, seen=1, actor=factories.user(name="周宁"))
    with pytest.raises(Overtaken) as refused:
        finalising.mark_final(speech, actor=None, seen=1)
    assert re.sub(r"\d\d:\d\d", "14:03", str(refused.value)) == (
        "您打开这一页之后，周宁在14:03又保存过修改，现在是第2稿，所以没有定稿。"
        "请看过新稿，再点“定稿”。"
    )
    assert state(speech) == (SpeechState.DRAFT, 2)
    assert finalising.mark_final(speech, actor=None, seen=2).revision == 2


def test_nobody_is_named_where_a_command_changed_the_draft() -> None:
    speech = factories.speech()
    saving.save(speech, {"closing": "谢谢。"}, seen=1, actor=None)
    with pytest.raises(Overtaken, match=r"您打开这一页之后，\d\d:\d\d又保存过修改"):
        finalising.mark_final(speech, actor=None, seen=1)


def test_marking_final_is_no_change_of_the_text() -> None:
    author = factories.user()
    speech = factories.speech(actor=author)
    finalising.mark_final(speech, actor=factories.user("reviewer"))
    assert Speech.objects.get(pk=speech.pk).changed_by == author


def test_only_the_final_copy_that_was_seen_is_reopened() -> None:
    speech = factories.speech()
    finalising.mark_final(speech, actor=None)
    finalising.reopen(speech, actor=None, reason="改题目", seen=1)
    finalising.mark_final(speech, actor=None)
    with pytest.raises(Overtaken, match=r"讲话稿又重新定过稿"):
        finalising.reopen(speech, actor=None, reason="数字有误", seen=1)
    assert state(speech) == (SpeechState.FINAL, 2)
    assert FinalCopy.objects.filter(reopened_at=None).count() == 1


# --- Errors that stay ------------------------------------------------------------------------


def test_errors_stay_in_a_final_copy_only_for_a_reason() -> None:
    speech = factories.speech(opening="今天召开会议,总结工作,部署任务。新增学位x个。")
    with pytest.raises(Unexplained, match="还有2项错误没有改。请改好，或写明不改的原因。"):
        finalising.mark_final(speech, actor=None, because=" \n ")
    assert state(speech)[0] == SpeechState.DRAFT
    copy = finalising.mark_final(speech, actor=None, because=" 数字会上再报。\r\n会后补。 ")
    assert copy.open_because == "数字会上再报。\n会后补。"
    first, second = copy.open_findings.split("\n")
    assert (first[:4], first[-4:]) == ("“,”：", "（2处）")
    assert second.startswith("“x”：")


def test_without_errors_no_reason_is_kept() -> None:
    copy = finalising.mark_final(factories.speech(), actor=None, because="以防万一")
    assert (copy.open_findings, copy.open_because) == ("", "")


def test_what_is_not_shown_again_needs_no_reason() -> None:
    speech = factories.speech(opening="新增学位x个。")
    facts = facts_of(speech)
    found = proof_of(speech, current_copy(speech, facts), facts).open
    ignore(speech, found, scope="speech", reason="照原文", actor=None)
    assert finalising.mark_final(speech, actor=None).open_findings == ""
