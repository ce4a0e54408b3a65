"""QuerySets read as English: who sees what, and what stands in a speech."""

import pytest

from speeches.enums import UserRole
from speeches.models import FinalCopy, Import, Item, Meeting, Node, Priority, Section, Speech
from speeches.models.outline import proxy_of
from speeches.services import outlining
from tests import factories

pytestmark = pytest.mark.django_db

READS_DRAFTS = {
    UserRole.DRAFTER: True,
    UserRole.REVIEWER: True,
    UserRole.CONTRIBUTOR: True,
    UserRole.LEADER: False,
    UserRole.ADMINISTRATOR: False,
}
READS_FINAL_COPIES = READS_DRAFTS | {UserRole.LEADER: True}


@pytest.mark.parametrize("role", UserRole)
def test_what_a_role_sees_of_its_own_bureau_and_of_another(role: str) -> None:
    speech = factories.speech()
    copy = FinalCopy.objects.create(speech=speech, revision=1, document={}, characters=0, spoken=0)
    own = factories.user(role)
    stranger = factories.user(role, bureau=factories.bureau("邻县教育局"))
    expected = [speech] if READS_DRAFTS[UserRole(role)] else []
    assert list(Speech.objects.visible_to(own)) == expected
    assert list(Speech.objects.visible_to(stranger)) == []
    expected_copies = [copy] if READS_FINAL_COPIES[UserRole(role)] else []
    assert list(FinalCopy.objects.visible_to(own)) == expected_copies
    assert list(FinalCopy.objects.visible_to(stranger)) == []


@pytest.mark.parametrize("role", UserRole)
def test_who_imports_sees_what_is_on_its_way_in(role: str) -> None:
    row = factories.imported()
    stranger = factories.user(role, bureau=factories.bureau("邻县教育局"))
    expected = [row] if role == UserRole.DRAFTER else []
    assert list(Import.objects.visible_to(factories.user(role)).open()) == expected
    assert list(Import.objects.visible_to(stranger)) == []


def test_a_user_without_a_bureau_sees_nothing() -> None:
    speech = factories.speech()
    factories.imported()
    FinalCopy.objects.create(speech=speech, revision=1, document={}, characters=0, spoken=0)
    operator = factories.user(bureau=None)
    assert list(Speech.objects.visible_to(operator)) == []
    assert list(FinalCopy.objects.visible_to(operator)) == []
    assert list(Meeting.objects.of_bureau_of(operator)) == []
    assert list(Import.objects.visible_to(operator)) == []


def test_meetings_are_those_of_the_own_bureau() -> None:
    own = factories.meeting()
    factories.meeting(bureau=factories.bureau("邻县教育局"))
    assert list(Meeting.objects.of_bureau_of(factories.user())) == [own]


def test_meetings_come_newest_first_and_those_without_a_date_before_them() -> None:
    dated = [factories.meeting(date=f"2026-0{month}-01") for month in (3, 7, 5)]
    undated = factories.meeting(date=None)
    assert list(Meeting.objects.all()) == [undated, dated[1], dated[2], dated[0]]


def test_the_newest_final_copy_of_every_speech() -> None:
    one, other = factories.speech(), factories.speech()
    old = {"reopened_at": one.changed_at, "reopened_because": "数字有误"}
    FinalCopy.objects.create(speech=one, revision=1, document={}, characters=0, spoken=0, **old)
    newest = FinalCopy.objects.create(speech=one, revision=4, document={}, characters=0, spoken=0)
    only = FinalCopy.objects.create(speech=other, revision=2, document={}, characters=0, spoken=0)
    assert set(FinalCopy.objects.newest()) == {newest, only}


def test_a_node_stands_unless_it_or_one_above_it_is_deleted() -> None:
    speech = factories.speech()
    part = factories.node(speech, "成绩")
    point = factories.node(part, "平稳")
    item = factories.node(point, "一是")
    other = factories.node(speech, "任务")
    assert set(Node.objects.standing()) == {part, point, item, other}
    outlining.delete_node(part, actor=None)
    assert set(Node.objects.standing()) == {other}
    assert set(Node.objects.living()) == {point, item, other}


def test_proxies_show_the_rows_of_their_kind() -> None:
    part = factories.node(factories.speech(), "任务", kind="priorities")
    point = factories.node(part, "工程")
    item = factories.node(point, "措施")
    assert [row.pk for row in Section.objects.living()] == [part.pk]
    assert [row.pk for row in Priority.objects.all()] == [point.pk]
    assert [row.pk for row in Item.objects.all()] == [item.pk]


def test_every_kind_has_its_proxy() -> None:
    names = {kind: proxy_of(kind).__name__ for kind in ("narrative", "category", "item", "point")}
    assert names == {
        "narrative": "Section",
        "category": "AchievementCategory",
        "item": "Item",
        "point": "Node",
    }


def test_rows_are_called_what_people_call_them() -> None:
    speech = factories.speech(title="在会议上的\n讲话")
    figure = factories.figure(speech, "学位")
    copy = FinalCopy.objects.create(speech=speech, revision=3, document={}, characters=0, spoken=0)
    rows = [
        (speech, "在会议上的讲话"),
        (speech.meeting, "全市教育系统半年工作会议"),
        (figure, "学位"),
        (copy, "在会议上的讲话（第3稿）"),
        (factories.node(speech, "成绩"), "成绩"),
        (factories.node(speech, body="同志们，" * 10), "同志们，同志们，同志们，同志们，同志们，"),
        (factories.node(speech), "叙述"),
        (factories.bureau(), "清河市教育局"),
        (factories.department(), "基础教育处"),
        (factories.user(name=""), "drafter1"),
        (factories.user(name="林知秋"), "林知秋"),
    ]
    assert [str(row) for row, _ in rows] == [name for _, name in rows]
    assert factories.user(name="林知秋").get_short_name() == "林知秋"
