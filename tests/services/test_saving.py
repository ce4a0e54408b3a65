"""The one way to save: what it writes, what it counts, what it keeps, and what it refuses."""

import datetime
from typing import Any, TypeVar

import pytest
from django.db import IntegrityError

from speeches.models import History, Meeting, Node, Section, User, Versioned
from speeches.services import finalising, ledger, outlining, saving
from speeches.services.refusals import AlreadyFinal, Conflict, Difference, Gone, VersionMissing
from tests import factories

pytestmark = pytest.mark.django_db
Row = TypeVar("Row", bound=Versioned)


@pytest.fixture
def actor() -> User:
    return factories.user()


@pytest.fixture
def point() -> Node:
    part = factories.node(factories.speech(), "成绩", kind="achievements")
    return factories.node(part, "教学平稳", body="原文")


def fresh(row: Row) -> Row:
    return type(row)._base_manager.get(pk=row.pk)


def records(row: Any) -> list[tuple[Any, ...]]:
    of_row = History.objects.of(row._meta.model_name, row.pk)
    return list(of_row.values_list("field", "replaced", "version", "actor"))


# --- What is written ---


def test_a_save_writes_the_text_and_counts_version_and_revision(point: Node, actor: User) -> None:
    before = fresh(point.speech)
    assert saving.save(point, {"heading": "教学有序", "body": "新文"}, seen=1, actor=actor)
    row, speech = fresh(point), fresh(point.speech)
    assert (row.heading, row.body, row.version) == ("教学有序", "新文", 2)
    assert (speech.revision, speech.version) == (before.revision + 1, before.version)
    assert speech.changed_at > before.changed_at
    assert speech.changed_by == actor


def test_the_row_in_hand_holds_what_was_saved(point: Node) -> None:
    saving.save(point, {"body": " 新文\r\n"}, seen=1, actor=None)
    assert (point.body, point.version) == (" 新文\n", 2)
    assert saving.save(point, {"body": "再改"}, seen=point.version, actor=None)


def test_history_keeps_each_text_that_was_replaced(point: Node, actor: User) -> None:
    saving.save(point, {"heading": "教学平稳", "body": "二稿"}, seen=1, actor=actor)
    saving.save(point, {"heading": "教学有序", "body": "三稿"}, seen=2, actor=None)
    assert records(point) == [
        ("body", "原文", 1, actor.pk),
        ("heading", "教学平稳", 2, None),
        ("body", "二稿", 2, None),
    ]
    assert set(History.objects.values_list("speech", "meeting")) == {(point.speech_id, None)}


def test_a_form_that_changes_nothing_counts_nothing(point: Node) -> None:
    before = fresh(point.speech)
    assert not saving.save(point, {"heading": "教学平稳", "body": "原文"}, seen=1, actor=None)
    assert fresh(point).version == 1
    assert (fresh(point.speech).revision, records(point)) == (before.revision, [])


def test_a_double_submit_is_no_conflict(point: Node) -> None:
    again = fresh(point)
    assert saving.save(point, {"body": "新文"}, seen=1, actor=None)
    revision = fresh(point.speech).revision
    assert not saving.save(again, {"body": "新文"}, seen=1, actor=None)
    assert (again.body, again.version) == ("新文", 2)
    assert (fresh(point.speech).revision, len(records(point))) == (revision, 1)


def test_a_proxy_is_saved_as_the_node_it_is() -> None:
    part = factories.node(factories.speech(), "成绩")
    saving.save(Section.objects.get(pk=part.pk), {"heading": "任务"}, seen=1, actor=None)
    assert records(part) == [("heading", "成绩", 1, None)]


def test_a_speech_saves_its_own_texts() -> None:
    speech = factories.speech()
    assert saving.save(speech, {"opening": "同志们：\n今天……"}, seen=1, actor=None)
    row = fresh(speech)
    assert (row.opening, row.version, row.revision) == ("同志们：\n今天……", 2, 2)
    assert records(speech) == [("opening", "", 1, None)]


def test_relations_dates_and_switches_are_saved_and_kept_too(point: Node) -> None:
    office = factories.department()
    deadline = datetime.date(2026, 9, 30)
    changes = {"department": office, "deadline": deadline, "heading_run_in": True}
    saving.save(point, changes, seen=1, actor=None)
    saving.save(
        point, {"department": None, "deadline": None, "heading_run_in": False}, seen=2, actor=None
    )
    assert records(point) == [
        ("department", "", 1, None),
        ("deadline", "", 1, None),
        ("heading_run_in", "False", 1, None),
        ("department", str(office.pk), 2, None),
        ("deadline", "2026-09-30", 2, None),
        ("heading_run_in", "True", 2, None),
    ]


# --- Meetings ---


def test_a_meeting_counts_up_its_drafts_and_leaves_the_final_ones() -> None:
    meeting = factories.meeting()
    draft, final = factories.speech(meeting=meeting), factories.speech(meeting=meeting)
    elsewhere = factories.speech()
    finalising.mark_final(final, actor=None)
    saving.save(meeting, {"date": datetime.date(2026, 7, 30)}, seen=1, actor=None)
    assert [fresh(speech).revision for speech in (draft, final, elsewhere)] == [2, 1, 1]
    assert records(meeting) == [("date", "2026-07-16", 1, None)]
    assert list(History.objects.values_list("speech", "meeting")) == [(None, meeting.pk)]


def test_a_meeting_that_does_not_change_counts_nothing() -> None:
    speech = factories.speech()
    assert not saving.save(speech.meeting, {"venue": ""}, seen=1, actor=None)
    assert (fresh(speech).revision, fresh(speech.meeting).version) == (1, 1)


def test_a_stale_meeting_is_a_conflict_too() -> None:
    meeting = factories.speech().meeting
    saving.save(fresh(meeting), {"venue": "五楼会议室"}, seen=1, actor=None)
    with pytest.raises(Conflict) as stale:
        saving.save(meeting, {"venue": "礼堂"}, seen=1, actor=None)
    assert stale.value.differences == (Difference("venue", "地点", "礼堂", "五楼会议室", ""),)


# --- What stands against it ---


def test_a_form_without_a_version_is_refused(point: Node) -> None:
    with pytest.raises(VersionMissing, match="没有收到这份表单所依据的版本"):
        saving.save(point, {"body": "新文"}, seen=None, actor=None)
    assert fresh(point).body == "原文"


def test_a_stale_save_shows_mine_theirs_and_the_base(point: Node) -> None:
    saving.save(fresh(point), {"body": "二稿"}, seen=1, actor=None)
    saving.save(fresh(point), {"body": "三稿", "heading": "教学有序"}, seen=2, actor=None)
    revision = fresh(point.speech).revision
    changes = {"heading": "教学平稳", "body": "我的", "tail": ""}
    with pytest.raises(Conflict, match="有人先改了这一内容") as stale:
        saving.save(point, changes, seen=1, actor=None)
    assert stale.value.version == 3
    assert stale.value.differences == (
        Difference("heading", "标题", "教学平稳", "教学有序", "教学平稳"),
        Difference("body", "正文", "我的", "三稿", "原文"),
    )
    assert (fresh(point).body, fresh(point).version) == ("三稿", 3)
    assert (fresh(point.speech).revision, len(records(point))) == (revision, 3)


def test_the_base_is_what_the_version_seen_held(point: Node) -> None:
    for version, text in enumerate(("二稿", "三稿", "四稿"), start=1):
        saving.save(point, {"body": text}, seen=version, actor=None)
    for seen, base in ((1, "原文"), (2, "二稿"), (3, "三稿"), (99, "四稿")):
        with pytest.raises(Conflict) as stale:
            saving.save(point, {"body": "我的"}, seen=seen, actor=None)
        assert [difference.base for difference in stale.value.differences] == [base]


def test_the_base_of_a_date_and_of_a_relation_are_values_again(point: Node) -> None:
    office, date = factories.department(), datetime.date(2026, 9, 30)
    saving.save(point, {"department": office, "deadline": date}, seen=1, actor=None)
    saving.save(point, {"department": None, "deadline": None}, seen=2, actor=None)
    mine = {"department": factories.department("办公室").pk, "deadline": "2026-12-31"}
    for seen, base in ((1, [None, None]), (2, [office.pk, date])):
        with pytest.raises(Conflict) as stale:
            saving.save(point, mine, seen=seen, actor=None)
        assert [difference.base for difference in stale.value.differences] == base


def test_a_conflicting_person_saves_over_the_version_they_were_shown(point: Node) -> None:
    saving.save(fresh(point), {"body": "二稿"}, seen=1, actor=None)
    with pytest.raises(Conflict) as stale:
        saving.save(point, {"body": "我的"}, seen=1, actor=None)
    assert saving.save(point, {"body": "合稿"}, seen=stale.value.version, actor=None)
    assert fresh(point).body == "合稿"


def test_a_final_speech_takes_no_change(point: Node) -> None:
    speech = point.speech
    figure = factories.figure(speech)
    finalising.mark_final(speech, actor=None)
    for row, field in ((point, "body"), (speech, "title"), (figure, "unit")):
        with pytest.raises(AlreadyFinal, match=r"讲话稿已定稿，不能再改。"):
            saving.save(row, {field: "改"}, seen=row.version, actor=None)
    with pytest.raises(AlreadyFinal):
        factories.node(speech, "新的部分")
    assert not History.objects.exists()


def test_a_deleted_row_is_gone(point: Node) -> None:
    figure = factories.figure(point.speech)
    ledger.delete_figure(figure, actor=None)
    outlining.delete_node(point, actor=None)
    revision = fresh(point.speech).revision
    for row, changes in ((point, {"body": "改"}), (figure, {"unit": "所"})):
        with pytest.raises(Gone, match="已被删除，未作保存"):
            saving.save(row, changes, seen=1, actor=None)
    assert fresh(point.speech).revision == revision


def test_what_stands_under_a_deleted_part_is_gone_until_it_is_restored(point: Node) -> None:
    part = point.parent
    assert part is not None
    outlining.delete_node(part, actor=None)
    with pytest.raises(Gone):
        saving.save(point, {"body": "改"}, seen=1, actor=None)
    outlining.restore_node(part, actor=None)
    assert saving.save(point, {"body": "改"}, seen=1, actor=None)


def test_a_row_of_a_speech_that_never_was_is_gone() -> None:
    nowhere = Node(pk=7, speech_id=7, position=1, kind="narrative")
    with pytest.raises(Gone):
        saving.save(nowhere, {"body": "改"}, seen=1, actor=None)
    with pytest.raises(Gone):
        saving.save(Meeting(pk=7), {"venue": "改"}, seen=1, actor=None)


@pytest.mark.parametrize("name", ["position", "kind", "speech", "version", "deleted_at", "answers"])
def test_what_is_no_text_is_not_saved_by_mistake(point: Node, name: str) -> None:
    with pytest.raises(TypeError, match=f"Node cannot save {name}"):
        saving.save(point, {name: 1}, seen=1, actor=None)


def test_a_save_whose_history_cannot_be_kept_leaves_nothing_behind(point: Node) -> None:
    revision = fresh(point.speech).revision
    History.objects.create(speech=point.speech, table="node", key=point.pk, field="body", version=1)
    with pytest.raises(IntegrityError):
        saving.save(point, {"body": "新文"}, seen=1, actor=None)
    assert (fresh(point).body, fresh(point).version) == ("原文", 1)
    assert fresh(point.speech).revision == revision
