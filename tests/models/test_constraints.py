"""What the database refuses by itself, whoever writes: on SQLite and on PostgreSQL alike."""

from itertools import combinations
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from speeches.enums import NodeKind
from speeches.models import (
    Bureau,
    Department,
    Export,
    Figure,
    FinalCopy,
    History,
    Meeting,
    Node,
    PageFormat,
    Speech,
)
from speeches.services.editions import values_of
from speeches.typeset.edition import STANDARD
from tests import factories

pytestmark = pytest.mark.django_db

EXCEPT_FONT = {field.name for field in PageFormat._meta.fields} - {"font_fang"}


def is_refused(row: Any) -> bool:
    try:
        with transaction.atomic():
            type(row)._base_manager.bulk_create([row])
    except IntegrityError:
        return True
    return False


def test_two_living_siblings_never_hold_one_position() -> None:
    speech = factories.speech()
    part = factories.node(speech, "成绩")
    factories.node(part, "平稳")
    assert is_refused(Node(speech=speech, parent=part, position=1, kind=NodeKind.POINT))
    assert not is_refused(Node(speech=speech, parent=part, position=2, kind=NodeKind.POINT))


def test_two_living_parts_never_hold_one_position() -> None:
    speech = factories.speech()
    factories.node(speech, "成绩")
    assert is_refused(Node(speech=speech, position=1, kind=NodeKind.NARRATIVE))
    assert not is_refused(Node(speech=speech, position=2, kind=NodeKind.NARRATIVE))
    assert not is_refused(Node(speech=factories.speech(), position=1, kind=NodeKind.NARRATIVE))


def test_a_deleted_node_leaves_its_position_to_others() -> None:
    speech = factories.speech()
    now = timezone.now()
    factories.node(speech, "成绩")
    gone = Node(speech=speech, position=1, kind=NodeKind.NARRATIVE, deleted_at=now)
    assert not is_refused(gone)


def test_a_position_moved_onto_another_is_refused_within_the_statement() -> None:
    """Not deferrable: that is why reordering passes through negative positions."""
    speech = factories.speech()
    factories.node(speech, "成绩")
    second = factories.node(speech, "任务")
    with pytest.raises(IntegrityError), transaction.atomic():
        Node.objects.filter(pk=second.pk).update(position=1)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "poem"},
        {"kind": NodeKind.ITEM},
        {"marker": "roman"},
        {"layout": "table"},
        {"separator": "dash"},
    ],
)
def test_a_part_holds_only_values_that_are_known(fields: dict[str, str]) -> None:
    whole = {"kind": NodeKind.NARRATIVE} | fields
    assert is_refused(Node(speech=factories.speech(), position=1, **whole))


def test_a_part_kind_stands_at_the_top_only() -> None:
    part = factories.node(factories.speech(), "成绩")
    assert is_refused(Node(speech=part.speech, parent=part, position=1, kind=NodeKind.ACHIEVEMENTS))


def test_a_node_is_not_its_own_parent() -> None:
    point = factories.node(factories.node(factories.speech(), "成绩"), "平稳")
    with pytest.raises(IntegrityError), transaction.atomic():
        Node.objects.filter(pk=point.pk).update(parent=point.pk)


def test_names_and_titles_are_never_empty() -> None:
    meeting = factories.meeting()
    speech = factories.speech(meeting=meeting)
    rows = [
        Bureau(name=""),
        Department(bureau=meeting.bureau, name=""),
        Meeting(bureau=meeting.bureau, name=""),
        Speech(meeting=meeting, title=""),
        Figure(speech=speech, name=""),
    ]
    assert [row for row in rows if not is_refused(row)] == []


def test_choices_of_meetings_and_speeches_are_known() -> None:
    meeting = factories.meeting()
    rows = [
        Meeting(bureau=meeting.bureau, name="会", kind="party"),
        Speech(meeting=meeting, title="题", kind="poem"),
        Speech(meeting=meeting, title="题", state="lost"),
        Speech(meeting=meeting, title="题", marker="roman"),
    ]
    assert [row for row in rows if not is_refused(row)] == []


def test_what_is_exported_is_of_a_known_format() -> None:
    speech = factories.speech()
    assert is_refused(Export(speech=speech, revision=1, format="odt"))
    assert not is_refused(Export(speech=speech, revision=1, format="docx"))


def test_who_had_what_is_written_down_once_a_command_too() -> None:
    told = {"speech": factories.speech(), "revision": 1, "format": "pdf"}
    people = [None, factories.user(), factories.user()]
    assert [is_refused(Export(made_by=each, **told)) for each in people] == [False] * 3
    assert [is_refused(Export(made_by=each, **told)) for each in people] == [True] * 3
    for other in ({"revision": 2}, {"format": "txt"}, {"edition": "大字版"}, {"stamp": "送审稿"}):
        assert not is_refused(Export(made_by=people[1], **told | other))


@pytest.mark.parametrize("name", ["仿宋\n", "a\nb", 'a"b', "a;b", "a\\b", "a{b}"])
def test_the_name_of_a_font_can_spoil_no_style_sheet(name: str) -> None:
    with pytest.raises(ValidationError):
        PageFormat(font_fang=name).clean_fields(exclude=EXCEPT_FONT)
    PageFormat(font_fang="方正仿宋_GBK (R)").clean_fields(exclude=EXCEPT_FONT)


def test_a_role_is_known() -> None:
    person = factories.user()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(person).objects.filter(pk=person.pk).update(role="guest")


def test_a_figure_name_is_free_in_another_speech_and_after_deletion() -> None:
    figure = factories.figure(factories.speech(), "学位")
    assert is_refused(Figure(speech=figure.speech, name="学位"))
    assert not is_refused(Figure(speech=factories.speech(), name="学位"))
    Figure.objects.filter(pk=figure.pk).update(deleted_at=timezone.now())
    assert not is_refused(Figure(speech=figure.speech, name="学位"))


def test_a_figure_takes_no_reserved_name() -> None:
    speech = factories.speech()
    names = ("合称", "数量", "要点")
    assert [name for name in names if not is_refused(Figure(speech=speech, name=name))] == []


def test_a_history_record_belongs_to_one_speech_meeting_or_bureau() -> None:
    speech = factories.speech()
    owners = {"speech": speech, "meeting": speech.meeting, "bureau": speech.meeting.bureau}
    record = {"table": "node", "key": 1, "field": "body", "version": 1}
    assert is_refused(History(**record))
    for pair in combinations(owners, 2):
        assert is_refused(History(**{name: owners[name] for name in pair}, **record))
    for version, (name, owner) in enumerate(owners.items(), start=1):
        assert not is_refused(History(**record | {name: owner, "version": version}))
    assert is_refused(History(speech=speech, **record)), "once for a field and a version"


def test_an_own_edition_has_a_name_that_is_free_again_after_deletion() -> None:
    own = factories.page_format()
    told = {"bureau": own.bureau} | values_of(STANDARD)
    assert is_refused(PageFormat(name="", **told))
    assert is_refused(PageFormat(name=own.name, **told))
    PageFormat.objects.filter(pk=own.pk).update(deleted_at=timezone.now())
    assert not is_refused(PageFormat(name=own.name, **told))


@pytest.mark.parametrize(
    "fields",
    [
        {"size": 17},
        {"title_size": 17},
        {"number_size": 17},
        *({f"face_{level}": "comic"} for level in range(1, 5)),
        {"number_form": "{}{}"},
        {"number_place": "left"},
    ],
)
def test_an_own_edition_holds_only_values_that_are_known(fields: dict[str, Any]) -> None:
    told = {"bureau": factories.bureau(), "name": "窄边版"} | values_of(STANDARD)
    assert not is_refused(PageFormat(**told))
    assert is_refused(PageFormat(**told | {"name": "宽边版"} | fields))


def test_a_speech_has_one_standing_final_copy_and_one_for_a_revision() -> None:
    speech = factories.speech()
    now = timezone.now()
    reopened = {"reopened_at": now, "reopened_because": "数字有误"}
    assert not is_refused(FinalCopy(speech=speech, revision=1, document={}, characters=0, spoken=0))
    assert is_refused(FinalCopy(speech=speech, revision=2, document={}, characters=0, spoken=0))
    assert is_refused(
        FinalCopy(speech=speech, revision=1, document={}, characters=0, spoken=0, **reopened)
    )
    assert not is_refused(
        FinalCopy(speech=speech, revision=2, document={}, characters=0, spoken=0, **reopened)
    )


def test_a_final_copy_is_reopened_for_a_reason_or_not_at_all() -> None:
    speech, now = factories.speech(), timezone.now()
    assert is_refused(
        FinalCopy(speech=speech, revision=1, document={}, characters=0, spoken=0, reopened_at=now)
    )
    assert is_refused(
        FinalCopy(
            speech=speech, revision=1, document={}, characters=0, spoken=0, reopened_because="错"
        )
    )
