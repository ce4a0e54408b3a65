"""Names of files, and copies that leave the site."""

from __future__ import annotations

import datetime

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import NodeFacts, Row, SpeechFacts
from speeches.models import Speech
from speeches.services import saving
from speeches.services.exporting import Copy, current_copy, file_name, font_note, kept_copy
from speeches.services.finalising import reopen
from speeches.typeset import fonts
from tests import factories
from tests.views.visiting import final_copy

DAY = datetime.date(2020, 7, 30)


def copy(title: str, date: datetime.date | None = DAY) -> Copy:
    document = assemble(SpeechFacts(Row("speech", 1), title=title))
    return Copy(document, revision=3, date=date, is_draft=True)


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("题名", DAY, "题名_v3_2020-07-30.pdf"),
        ("题名", None, "题名_v3.pdf"),
        ("两行\n题名", DAY, "两行题名_v3_2020-07-30.pdf"),
        ('A/B\\C:D*E?F"G<H>I|J', None, "A_B_C_D_E_F_G_H_I_J_v3.pdf"),
        ("../../etc/passwd", None, "_.._etc_passwd_v3.pdf"),
        (" .题名. ", None, "题名_v3.pdf"),
        ("制表\t符\x07", None, "制表_符__v3.pdf"),
        ("", None, "讲话稿_v3.pdf"),
        ("…", None, "…_v3.pdf"),
        ("长" * 500, None, "长" * 60 + "_v3.pdf"),
        ("𠀀" * 60, None, "𠀀" * 45 + "_v3.pdf"),
        ("喆珺𠮷", None, "喆珺𠮷_v3.pdf"),
    ],
)
def test_a_file_is_named_by_title_revision_and_date(
    title: str, date: datetime.date | None, name: str
) -> None:
    assert file_name(copy(title, date), "pdf") == name


def test_a_token_in_the_title_stands_in_the_name_as_it_prints() -> None:
    parts = (NodeFacts(Row("node", 1), heading="成绩"), NodeFacts(Row("node", 2), heading="打算"))
    facts = SpeechFacts(Row("speech", 1), title="谈{数量}点", nodes=parts)
    assert file_name(Copy(assemble(facts), 1, None, is_draft=True), "txt") == "谈两点_v1.txt"


@pytest.mark.parametrize(
    ("text", "length"), [("", "0字"), ("一 二\u3000三", "3字"), ("一" * 1234, "1,234字")]
)
def test_blanks_are_no_characters_of_a_text(text: str, length: str) -> None:
    document = assemble(SpeechFacts(Row("speech", 1), opening=text))
    assert Copy(document, 1, None, is_draft=True).length == length


@pytest.mark.parametrize(
    ("count", "told"), [(0, "不到1分钟"), (199, "不到1分钟"), (290, "约1分钟"), (5214, "约26分钟")]
)
def test_how_long_it_takes_to_say_is_told_in_minutes(count: int, told: str) -> None:
    facts = SpeechFacts(Row("speech", 1), title="题名不念", opening="一" * count)
    assert Copy(assemble(facts), 1, None, is_draft=True).duration(200) == told


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("半年工作会议", ""),
        ("李喆和珺", "小标宋里没有“喆”“珺”，PDF 里用“Noto Serif CJK SC”字体代替。"),
        ("\ue000", "小标宋和各种字体里都没有“\ue000”，PDF 里印成“〓”，请换一种写法。"),
        (
            "喆\ue001",
            (
                "小标宋里没有“喆”，PDF 里用“Noto Serif CJK SC”字体代替。"
                "小标宋和各种字体里都没有“\ue001”，PDF 里印成“〓”，请换一种写法。"
            ),
        ),
        (
            "".join(map(chr, range(0xE000, 0xE00E))),
            "小标宋和各种字体里都没有"
            + "".join(f"“{chr(code)}”" for code in range(0xE000, 0xE00C))
            + "等14个字，PDF 里印成“〓”，请换一种写法。",
        ),
    ],
)
def test_what_the_fonts_lack_is_told_in_a_sentence(title: str, note: str) -> None:
    assert font_note(copy(title)) == note


def test_without_fonts_there_is_nothing_to_tell_about_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    assert font_note(copy("喆")) == ""


def test_the_state_is_named_with_the_revision() -> None:
    assert copy("题").state == "起草中 · 第3稿"


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
