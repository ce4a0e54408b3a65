"""Which version people hold, and what was changed since."""

from __future__ import annotations

import pytest

from speeches.enums import FileFormat
from speeches.models import Export, Speech
from speeches.services import saving
from speeches.services.circulating import Held, last_export, leaders_copy
from speeches.services.copies import current_copy
from speeches.services.exporting import export
from speeches.services.finalising import mark_final, reopen
from speeches.typeset.edition import STANDARD
from tests import factories

pytestmark = pytest.mark.django_db


def now(speech: Speech) -> Speech:
    return Speech.objects.with_meeting().get(pk=speech.pk)


def change(speech: Speech, times: int = 1) -> None:
    for _ in range(times):
        row = now(speech)
        saving.save(row, {"opening": row.opening + "。"}, seen=row.version, actor=None)


def reopened(speech: Speech) -> None:
    mark_final(now(speech), actor=None, because="照原文")
    reopen(now(speech), actor=None, reason="改数据")


def leaders(speech: Speech) -> tuple[int, str] | None:
    """The revision that leaders read, and what is said of the draft."""
    held = leaders_copy(now(speech), current_copy(now(speech)))
    return (held.row.revision, held.since) if held else None


def exported(speech: Speech) -> tuple[int, str] | None:
    held = last_export(now(speech), current_copy(now(speech)))
    return (held.row.revision, held.since) if held else None


def as_text(speech: Speech) -> None:
    export(now(speech), FileFormat.TXT, STANDARD, actor=None)


def test_leaders_hold_nothing_before_the_first_final_copy_nor_another_while_it_stands() -> None:
    speech = factories.speech()
    assert leaders(speech) is None
    mark_final(speech, actor=None)
    assert leaders(speech) is None


@pytest.mark.parametrize(("changes", "since"), [(0, "之后没有改过"), (2, "之后改过2次")])
def test_after_reopening_leaders_hold_the_copy_and_the_changes_are_counted(
    changes: int, since: str
) -> None:
    speech = factories.speech()
    change(speech, 2)
    reopened(speech)
    change(speech, changes)
    assert leaders(speech) == (3, since)


def test_of_several_final_copies_leaders_hold_the_newest() -> None:
    speech = factories.speech()
    reopened(speech)
    change(speech)
    reopened(speech)
    assert leaders(speech) == (3, "之后没有改过")


def test_what_was_never_exported_is_held_by_nobody() -> None:
    assert exported(factories.speech()) is None


def test_the_last_export_is_told_with_the_changes_since() -> None:
    speech = factories.speech()
    as_text(speech)
    change(speech)
    as_text(speech)
    assert exported(speech) == (2, "之后没有改过")
    change(speech, 3)
    assert exported(speech) == (2, "之后改过3次")


def test_a_reopening_is_no_change_of_what_was_exported() -> None:
    speech = factories.speech()
    reopened(speech)
    as_text(speech)
    change(speech)
    reopened(speech)
    change(speech)
    assert exported(speech) == (2, "之后改过2次")
    mark_final(now(speech), actor=None, because="照原文")
    assert exported(speech) == (2, "之后改过2次")


def test_every_file_is_written_down() -> None:
    speech, actor = factories.speech(), factories.user()
    as_text(speech)
    export(now(speech), FileFormat.HTML, STANDARD, stamp="送审稿", actor=actor)
    assert list(
        Export.objects.values_list("revision", "format", "edition", "stamp", "made_by_id")
    ) == [
        (1, "html", STANDARD.name, "送审稿", actor.pk),
        (1, "txt", "", "", None),
    ]


def test_the_same_file_taken_again_by_the_same_person_is_told_once() -> None:
    speech, people = factories.speech(), [factories.user(), factories.user()]
    for actor in (*people, people[0]):
        export(now(speech), FileFormat.TXT, STANDARD, actor=actor)
    assert list(Export.objects.values_list("made_by", flat=True).order_by("pk")) == [
        person.pk for person in people
    ]


def test_held_is_told_in_words() -> None:
    assert [Held(Export(), count).since for count in (0, 1)] == ["之后没有改过", "之后改过1次"]
