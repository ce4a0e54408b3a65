"""Places: whatever is added, moved, deleted and brought back, order and levels stay whole."""

from typing import Any

import pytest

from speeches.document.facts import MAX_DEPTH
from speeches.models import Node, Speech
from speeches.services import outlining
from speeches.services.refusals import Gone, OutOfPlace
from tests import factories
from tests.services.outlines import order, points, revision

pytestmark = pytest.mark.django_db


def positions(parent: Node) -> list[int]:
    return [row.position for row in Node.objects.siblings_under(parent.speech_id, parent.pk)]


# --- Adding ---


@pytest.mark.parametrize(
    ("position", "expected"),
    [(None, "甲乙新"), (1, "新甲乙"), (2, "甲新乙"), (3, "甲乙新"), (99, "甲乙新"), (-5, "新甲乙")],
)
def test_a_node_is_added_at_the_place_asked_for(
    part: Node, position: int | None, expected: str
) -> None:
    points(part, "甲", "乙")
    new = outlining.add_node(part.speech, part, actor=None, position=position, heading="新")
    assert order(part) == expected
    assert new.position == expected.index("新") + 1
    assert positions(part) == [1, 2, 3]


def test_a_part_is_added_before_others(part: Node) -> None:
    factories.node(part.speech, "任务", position=1)
    assert order(part.speech) == "任务成绩"


@pytest.mark.parametrize(
    ("part_kind", "point_kind"),
    [
        ("achievements", "category"),
        ("problems", "problem"),
        ("priorities", "priority"),
        ("requirements", "requirement"),
        ("narrative", "point"),
    ],
)
def test_the_kind_follows_from_the_place(speech: Speech, part_kind: str, point_kind: str) -> None:
    part = factories.node(speech, kind=part_kind)
    point = factories.node(part)
    assert (point.kind, factories.node(point).kind) == (point_kind, "item")
    assert factories.node(speech).kind == "narrative"


def test_a_kind_may_be_asked_for_but_not_at_the_wrong_level(part: Node) -> None:
    assert factories.node(part, kind="problem").kind == "problem"
    with pytest.raises(ValueError, match="narrative cannot stand under"):
        factories.node(part, kind="narrative")
    with pytest.raises(ValueError, match="item cannot stand under None"):
        factories.node(part.speech, kind="item")


def test_every_addition_counts_one_revision(speech: Speech, part: Node) -> None:
    before = revision(speech)
    points(part, "甲", "乙")
    assert revision(speech) == before + 2


def test_a_ninth_level_is_refused(speech: Speech) -> None:
    node = factories.node(speech, "一层")
    for _ in range(MAX_DEPTH - 1):
        node = factories.node(node)
    before = revision(speech)
    with pytest.raises(OutOfPlace, match="条目最多 8 层"):
        factories.node(node)
    assert revision(speech) == before


def test_nothing_is_added_under_what_is_deleted_or_elsewhere(part: Node) -> None:
    point = points(part, "甲")[0]
    outlining.delete_node(part, actor=None)
    with pytest.raises(Gone):
        factories.node(point)
    with pytest.raises(Gone):
        outlining.add_node(factories.speech(), point, actor=None)


# --- Moving ---


@pytest.mark.parametrize(
    ("position", "expected"), [(1, "丙甲乙"), (2, "甲丙乙"), (3, "甲乙丙"), (None, "甲乙丙")]
)
def test_a_node_moves_among_its_siblings(part: Node, position: int | None, expected: str) -> None:
    last = points(part, "甲", "乙", "丙")[-1]
    moved = outlining.move(last, part, position, actor=None)
    assert order(part) == expected
    assert moved.position == expected.index("丙") + 1


def test_a_node_moves_to_another_part_with_all_below_it(speech: Speech, part: Node) -> None:
    first, _ = points(part, "甲", "乙")
    item = factories.node(first, "子")
    other = factories.node(speech, "任务", kind="priorities")
    points(other, "丙", "丁")
    outlining.move(first, other, 2, actor=None)
    assert (order(part), order(other), order(first)) == ("乙", "丙甲丁", "子")
    assert (first.parent, first.kind) == (other, "category")
    assert Node.objects.get(pk=item.pk).parent == first


def test_a_part_that_becomes_a_point_takes_its_kind_and_so_do_its_points(
    speech: Speech, part: Node
) -> None:
    point = points(part, "甲")[0]
    other = factories.node(speech, "任务", kind="priorities")
    outlining.move(part, other, None, actor=None)
    assert (part.kind, Node.objects.get(pk=point.pk).kind) == ("category", "item")
    outlining.move(part, None, 1, actor=None)
    assert (part.kind, Node.objects.get(pk=point.pk).kind) == ("achievements", "category")
    assert order(speech) == "成绩任务"


def test_kinds_follow_between_points_and_items(part: Node) -> None:
    first, second = points(part, "甲", "乙")
    outlining.move(second, first, None, actor=None)
    assert second.kind == "item"
    outlining.move(second, part, None, actor=None)
    assert second.kind == "category"
    item = factories.node(second, "子")
    outlining.move(item, None, None, actor=None)
    assert item.kind == "narrative"


def test_a_move_to_the_same_place_counts_nothing(part: Node) -> None:
    first, _ = points(part, "甲", "乙")
    before = revision(part.speech)
    outlining.move(first, part, 1, actor=None)
    assert revision(part.speech) == before
    outlining.move(first, part, 2, actor=None)
    assert revision(part.speech) == before + 1


def test_a_node_never_moves_below_itself(part: Node) -> None:
    point = points(part, "甲")[0]
    item = factories.node(point)
    for below in (point, item):
        with pytest.raises(OutOfPlace, match="不能把一个条目移到它自己下面。"):
            outlining.move(point, below, None, actor=None)


def test_a_move_never_makes_the_outline_too_deep(speech: Speech, part: Node) -> None:
    lowest = part
    for _ in range(MAX_DEPTH - 2):
        lowest = factories.node(lowest)
    tall = factories.node(speech, "两层")
    deleted = factories.node(tall)
    outlining.delete_node(deleted, actor=None)
    with pytest.raises(OutOfPlace, match="层次太深"):
        outlining.move(tall, lowest, None, actor=None)
    assert tall.parent_id is None


def test_what_is_deleted_is_neither_moved_nor_moved_into(speech: Speech, part: Node) -> None:
    point = points(part, "甲")[0]
    other = factories.node(speech, "任务")
    outlining.delete_node(part, actor=None)
    with pytest.raises(Gone):
        outlining.move(point, other, None, actor=None)
    with pytest.raises(Gone):
        outlining.move(other, part, None, actor=None)


# --- Reordering ---


def test_siblings_are_put_into_any_order(part: Node) -> None:
    a, b, c, d = (node.pk for node in points(part, "甲", "乙", "丙", "丁"))
    outlining.reorder(part.speech, part, [c, b, d, a], actor=None)
    assert (order(part), positions(part)) == ("丙乙丁甲", [1, 2, 3, 4])


def test_parts_are_reordered_too(speech: Speech, part: Node) -> None:
    other = factories.node(speech, "任务")
    outlining.reorder(speech, None, [other.pk, part.pk], actor=None)
    assert order(speech) == "任务成绩"


def test_the_same_order_counts_nothing(part: Node) -> None:
    keys = [node.pk for node in points(part, "甲", "乙")]
    before = revision(part.speech)
    outlining.reorder(part.speech, part, keys, actor=None)
    assert revision(part.speech) == before


@pytest.mark.parametrize("keys", [[0], [0, 1, 1], [0, 1, 99], []])
def test_an_order_that_is_not_of_all_siblings_is_refused(part: Node, keys: list[int]) -> None:
    rows = points(part, "甲", "乙")
    wanted = [rows[n].pk if n < len(rows) else part.pk for n in keys]
    with pytest.raises(OutOfPlace, match="条目刚有增减"):
        outlining.reorder(part.speech, part, wanted, actor=None)


def test_two_updates_reorder_however_many_there_are(
    part: Node, django_assert_max_num_queries: Any
) -> None:
    keys = [node.pk for node in points(part, *"甲乙丙丁戊己庚辛壬癸")]
    with django_assert_max_num_queries(10) as queries:
        outlining.reorder(part.speech, part, keys[::-1], actor=None)
    updates = [query for query in queries if query["sql"].startswith('UPDATE "speeches_node"')]
    assert (order(part), len(updates)) == ("癸壬辛庚己戊丁丙乙甲", 2)
