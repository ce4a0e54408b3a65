"""导入: taken in, settled, saved as a speech, or given up."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from speeches.enums import SpeechKind
from speeches.importing import editing
from speeches.importing.errors import ImportRefused
from speeches.importing.pieces import Role
from speeches.models import Import, Node, Speech
from speeches.services import importing, originals, reading, recognising
from speeches.services.copies import current_copy
from speeches.services.refusals import Gone, Overtaken, SavedAlready, TooLong, VersionMissing
from tests import factories

pytestmark = pytest.mark.django_db


def keep(row: Import, seen: int | None) -> None:
    importing.keep_pieces(row, recognising.found_in(row).pieces, actor=None, seen=seen)


def undo(row: Import, seen: int | None) -> None:
    importing.undo_repairs(row, ["4:2"], actor=None, seen=seen)


def save(row: Import, seen: int | None) -> None:
    importing.save_speech(row, actor=None, seen=seen)


ONCE = UUID("12345678123456781234567812345678")
CHANGES: tuple[Callable[[Import, int | None], None], ...] = (keep, undo)


def printed(speech: Speech) -> list[str]:
    document = current_copy(Speech.objects.with_meeting().get(pk=speech.pk)).document
    return [block.text for block in document.blocks]


# --- In --------------------------------------------------------------------------------------


def test_a_text_is_taken_in_with_its_original() -> None:
    actor, meeting = factories.user(), factories.meeting()
    row = importing.take_in(meeting, reading.pasted("在会上的讲话\n同志们："), actor=actor)
    row = Import.objects.get(pk=row.pk)
    content = originals.read(row.original, row.sha256)
    assert content.decode() == row.text == "在会上的讲话\n同志们："
    assert (row.meeting, row.made_by, row.version, row.speech) == (meeting, actor, 1, None)
    assert (str(row), row.bureau_id) == ("在会上的讲话", meeting.bureau_id)


def test_a_file_without_a_name_is_called_by_what_it_is() -> None:
    row = importing.take_in(factories.meeting(), reading.from_file(b"text", ""), actor=None)
    assert str(row) == "文本文件"


def test_without_a_row_no_original_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(originals, "remove", gone.append)
    first = factories.imported(once=ONCE)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.imported(once=ONCE)
    assert [name == first.original for name in gone] == [False]


def test_without_an_original_there_is_no_row(settings: Settings) -> None:
    settings.STORAGES = settings.STORAGES | {"originals": {"BACKEND": "no.such.Storage"}}
    with pytest.raises(ImportRefused, match="存不下"):
        factories.imported()
    assert not Import.objects.exists()


def test_an_import_that_is_given_up_leaves_nothing(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    row = factories.imported()
    with django_capture_on_commit_callbacks(execute=True):
        importing.drop(row)
        importing.drop(row)
    assert not Import.objects.exists()
    assert not storages["originals"].exists(row.original)


def test_the_original_of_a_speech_stays() -> None:
    row = factories.imported()
    save(row, 1)
    with pytest.raises(
        SavedAlready, match=r"^这份旧稿已经存成讲话稿，原文随讲话稿保留，不能删除。$"
    ):
        importing.drop(row)
    assert storages["originals"].exists(row.original)


# --- What a person changes -------------------------------------------------------------------


def test_repairs_are_undone_and_made_again() -> None:
    row = factories.imported("在会上的讲话\n同志们:\n今天开会,部署工作。")
    keys = {repair.key for repair in recognising.outline_of(row).repairs}
    importing.undo_repairs(row, {"3:4", "nonsense"}, actor=None, seen=1)
    assert row.undone == ["3:4"]
    left = {repair.key for repair in recognising.outline_of(row).repairs}
    assert (keys, left) == ({"2:3", "3:4"}, {"2:3"})
    importing.redo_repairs(row, {"3:4"}, actor=None, seen=2)
    assert {repair.key for repair in recognising.outline_of(row).repairs} == keys


def test_an_undone_repair_leaves_what_a_person_settled_elsewhere() -> None:
    row = factories.imported("在会上的讲话\n同志们:\n今天开会,部署工作。")
    importing.keep_pieces(
        row, editing.dropped(recognising.found_in(row).pieces, 0), actor=None, seen=1
    )
    importing.undo_repairs(row, {"3:4"}, actor=None, seen=2)
    found = recognising.outline_of(row)
    assert (found.title, found.opening) == ((), ("今天开会,部署工作。",))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_needs_the_version_that_was_seen(change: Callable[..., None]) -> None:
    row = factories.imported()
    with pytest.raises(VersionMissing):
        change(row, None)
    keep(row, 1)
    with pytest.raises(Overtaken, match=r"^您打开这一页之后，有人在\d\d:\d\d改过这份旧稿"):
        change(row, 1)
    assert Import.objects.get().version == 2


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_about_what_is_a_speech_or_gone(change: Callable[..., None]) -> None:
    saved, dropped = factories.imported(), factories.imported()
    save(saved, 1)
    importing.drop(dropped)
    with pytest.raises(SavedAlready):
        change(saved, saved.version)
    with pytest.raises(Gone, match=r"^这份旧稿已经不要了"):
        change(dropped, 1)


# --- Out -------------------------------------------------------------------------------------


def test_the_pieces_become_a_speech_that_prints_the_text() -> None:
    actor, row = factories.user(), factories.imported()
    speech = importing.save_speech(row, actor=actor, seen=1)
    assert (speech.revision, speech.created_by, row.speech, speech.source) == (
        1,
        actor,
        speech,
        row,
    )
    text = factories.OLD_SPEECH.replace("2025年7月18日", "2026年7月16日")
    assert [line for line in printed(speech) if line] == text.split("\n")
    rows = Node.objects.filter(speech=speech, parent=None)
    assert [(part.kind, part.heading, part.position) for part in rows] == [
        ("achievements", "上半年工作平稳有序", 1), ("requirements", "工作要求", 2),
    ]  # fmt: skip


def test_sent_twice_it_is_one_speech() -> None:
    row = factories.imported()
    first = importing.save_speech(row, actor=None, seen=1)
    assert importing.save_speech(row, actor=None, seen=1) == first
    assert Speech.objects.count() == 1


def test_saving_needs_the_version_that_was_seen() -> None:
    row = factories.imported()
    with pytest.raises(VersionMissing):
        save(row, None)
    keep(row, 1)
    with pytest.raises(Overtaken):
        save(row, 1)
    importing.drop(row)
    with pytest.raises(Gone):
        save(row, 2)
    assert not Speech.objects.exists()


def test_what_does_not_fit_is_named_and_nothing_is_saved() -> None:
    lines = ["在会上的讲话", *(f"{number}、{'长' * 210}" for number in "一二三四五六七")]
    row = factories.imported("\n".join(lines))
    pieces = recognising.found_in(row).pieces
    for index, piece in enumerate(pieces[1:], start=1):
        pieces = editing.changed(pieces, index, role=Role.HEADING, level=1, kind=piece.kind)
    importing.keep_pieces(row, pieces, actor=None, seen=1)
    with pytest.raises(TooLong) as refused:
        save(row, 2)
    one = f"标题“{'长' * 20}…”有210字，最多200字"
    assert str(refused.value) == (
        f"没有保存：{'；'.join([one] * 5)}；另有2处。请把它们改成正文，或者从中间分开。"
    )
    assert (Speech.objects.count(), Import.objects.get().version) == (0, 2)


def test_a_text_without_a_title_gets_the_usual_one() -> None:
    row = factories.imported(meeting=factories.meeting(name="年中会"))
    importing.keep_pieces(row, recognising.found_in(row).pieces[1:], actor=None, seen=1)
    assert importing.save_speech(row, actor=None, seen=2).title == "在年中会上的讲话"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在会上的讲话", SpeechKind.SPEECH),
        ("在会上的讲话提纲", SpeechKind.NOTES),
        ("教育局工作报告", SpeechKind.REPORT),
    ],
)
def test_the_title_says_what_kind_of_speech_it_is(title: str, kind: str) -> None:
    row = factories.imported(f"{title}\n同志们：\n今天开会。\n一、工作\n平稳。")
    assert importing.save_speech(row, actor=None, seen=1).kind == kind


@pytest.mark.parametrize("points", [3, 30])
def test_saving_takes_as_many_queries_for_thirty_points_as_for_three(points: int) -> None:
    lines = [f"（{number}）要点。正文{number}。" for number in range(1, points + 1)]
    row = factories.imported("\n".join(["在会上的讲话", "一、工作", *lines]))
    with CaptureQueriesContext(connection) as queries:
        speech = importing.save_speech(row, actor=None, seen=1)
    assert (len(queries), speech.nodes.count()) == (22, points + 1)


def test_at_once_it_is_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(originals, "remove", gone.append)
    meeting, source = factories.meeting(), reading.pasted(factories.OLD_SPEECH)
    speech = importing.import_at_once(meeting, source, actor=None)
    assert (speech.meeting, gone) == (meeting, [])
    long = reading.pasted(f"在会上的讲话\n同志们：\n一、{'长' * 201}\n正文。\n二、工作\n平稳。")
    with pytest.raises(TooLong):
        importing.import_at_once(meeting, long, actor=None)
    assert (Import.objects.count(), len(gone)) == (1, 1)
