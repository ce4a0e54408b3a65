"""Copies: the text of a draft or of a final copy, and what is said about it."""

from __future__ import annotations

import datetime

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.models import Speech
from speeches.services import saving
from speeches.services.copies import Copy, current_copy, kept_copy
from speeches.services.finalising import reopen
from speeches.typeset.edition import LARGE, STANDARD
from tests import factories
from tests.views.visiting import final_copy

DAY = datetime.date(2020, 7, 30)


def copy(**fields: str) -> Copy:
    return Copy(assemble(SpeechFacts(Row("speech", 1), **fields)), 3, DAY, is_draft=True)


@pytest.mark.parametrize(
    ("text", "length"), [("", "0字"), ("一 二\u3000三", "3字"), ("一" * 1234, "1,234字")]
)
def test_blanks_are_no_characters_of_a_text(text: str, length: str) -> None:
    assert copy(opening=text).length == length


@pytest.mark.parametrize(
    ("count", "told"), [(0, "不到1分钟"), (199, "不到1分钟"), (290, "约1分钟"), (5214, "约26分钟")]
)
def test_how_long_it_takes_to_say_is_told_in_minutes(count: int, told: str) -> None:
    assert copy(title="题名不念", opening="一" * count).duration(200) == told


def test_the_state_is_named_with_the_revision() -> None:
    assert copy(title="题").state == "起草中 · 第3稿"


def test_a_file_is_by_the_person_who_gives_the_speech() -> None:
    assert copy(title="题", speaker="程立言").author == "程立言"


def test_the_pages_are_those_of_the_edition() -> None:
    text = copy(opening="一" * 28 * 22)
    pages = [text.pages(edition) for edition in (STANDARD, LARGE)]
    assert [each.edition.key for each in pages] == ["standard", "large"]
    assert len(pages[0].pages) < len(pages[1].pages)


@pytest.mark.django_db
def test_a_final_speech_is_its_final_copy_whatever_its_meeting_says_later() -> None:
    final = final_copy(meeting=factories.meeting(date=DAY))
    meeting = final.speech.meeting
    saving.save(meeting, {"date": datetime.date(2028, 2, 2)}, seen=meeting.version, actor=None)
    speech = Speech.objects.with_meeting().get(pk=final.speech_id)
    assert current_copy(speech) == kept_copy(final)
    assert (current_copy(speech).date, current_copy(speech).is_draft) == (DAY, False)


@pytest.mark.django_db
def test_a_speech_that_was_reopened_meanwhile_is_a_draft() -> None:
    final = final_copy()
    speech = Speech.objects.with_meeting().get(pk=final.speech_id)
    reopen(speech, actor=None, reason="改数据")
    assert current_copy(speech).is_draft is True


@pytest.mark.django_db
def test_a_copy_s_revision_is_that_of_its_text() -> None:
    speech = factories.speech(opening="旧文")
    loaded = Speech.objects.with_meeting().get(pk=speech.pk)
    saving.save(speech, {"opening": "新文"}, seen=speech.version, actor=None)
    copy = current_copy(loaded)
    assert (copy.revision, copy.document.blocks[-1].text) == (2, "新文")


@pytest.mark.django_db
def test_a_final_copy_is_read_as_it_was_kept() -> None:
    final = final_copy(opening="今天开会。")
    kept = kept_copy(final)
    assert (kept.document, kept.state) == (current_copy(final.speech).document, "定稿 · 第1稿")
