"""No way round the saving function, and no way to rewrite the past."""

from typing import Any

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from speeches.models import DirectWrite, Export, History
from speeches.services import saving
from tests import factories

pytestmark = pytest.mark.django_db


def versioned_rows() -> list[Any]:
    speech = factories.speech()
    rows = [speech, speech.meeting, factories.node(speech, "成绩"), factories.figure(speech)]
    return [*rows, factories.imported()]


def test_save_of_a_versioned_row_raises_and_names_the_way() -> None:
    for row in versioned_rows():
        with pytest.raises(DirectWrite, match=r"use speeches\.services\.saving\.save\(\)"):
            row.save()


def test_delete_of_a_versioned_row_raises() -> None:
    for row in versioned_rows():
        with pytest.raises(DirectWrite, match="deletion marks a row"):
            row.delete()


def test_a_new_versioned_row_is_not_created_past_the_services() -> None:
    speech = factories.speech()
    with pytest.raises(DirectWrite):
        type(speech).objects.create(meeting=speech.meeting, title="另一篇")


@pytest.fixture
def record() -> History:
    part = factories.node(factories.speech(), "成绩")
    saving.save(part, {"heading": "任务"}, seen=1, actor=factories.user())
    return History.objects.get()


def test_history_is_append_only(record: History) -> None:
    record.replaced = "从未写过"
    for rewrite in (
        record.save,
        record.delete,
        History.objects.all().delete,
        lambda: History.objects.update(replaced="从未写过"),
        lambda: History.objects.bulk_update([record], ["replaced"]),
    ):
        with pytest.raises(DirectWrite, match="append-only"), transaction.atomic():
            rewrite()
    assert History.objects.get().replaced == "成绩"


def test_what_was_exported_is_append_only_too() -> None:
    actor = factories.user()
    made = Export.objects.create(speech=factories.speech(), revision=1, format="pdf", made_by=actor)
    for rewrite in (
        made.save,
        made.delete,
        Export.objects.all().delete,
        lambda: Export.objects.update(revision=2),
    ):
        with pytest.raises(DirectWrite, match="Export is append-only"), transaction.atomic():
            rewrite()
    with pytest.raises(ProtectedError):
        actor.delete()
    assert list(Export.objects.values_list("revision", "made_by")) == [(1, actor.pk)]
    assert str(made) == "在全市教育系统半年工作会议上的讲话（第1稿，PDF）"


def test_a_new_record_may_be_added_by_save(record: History) -> None:
    record.pk, record.version, record._state.adding = None, 7, True
    record.save()
    assert list(History.objects.of("node", record.key).values_list("version", flat=True)) == [1, 7]


def test_who_is_named_in_history_cannot_be_removed(record: History) -> None:
    assert record.actor is not None
    with pytest.raises(ProtectedError):
        record.actor.delete()


def test_a_speech_with_history_cannot_be_removed_by_a_queryset(record: History) -> None:
    assert record.speech is not None
    with pytest.raises(ProtectedError):
        type(record.speech).objects.all().delete()
