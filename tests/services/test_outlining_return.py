"""Nodes that leave the speech and come back, and what they answer."""

import pytest

from speeches.models import Node, Speech
from speeches.services import finalising, outlining
from speeches.services.ancestry import Ancestry
from speeches.services.refusals import AlreadyFinal, BrokenOutline, Gone, OutOfPlace
from tests import factories
from tests.services.outlines import order, points, revision

pytestmark = pytest.mark.django_db


# --- Deleting and restoring ---


def test_a_deleted_subtree_comes_back_whole_at_its_old_place(part: Node) -> None:
    _, second, _ = points(part, "甲", "乙", "丙")
    factories.node(second, "子")
    remover = factories.user()
    outlining.delete_node(second, actor=remover)
    second.refresh_from_db()
    assert (order(part), second.deleted_by) == ("甲丙", remover)
    outlining.restore_node(second, actor=None)
    second.refresh_from_db()
    assert (order(part), order(second)) == ("甲乙丙", "子")
    assert (second.deleted_at, second.deleted_by) == (None, None)


def test_a_restored_node_goes_to_the_end_where_its_place_is_taken(part: Node) -> None:
    first, second = points(part, "甲", "乙")
    outlining.delete_node(first, actor=None)
    outlining.move(second, part, 1, actor=None)
    outlining.restore_node(first, actor=None)
    assert (order(part), first.position) == ("乙甲", 2)


def test_a_node_comes_back_under_the_nearest_that_is_left(part: Node) -> None:
    point = points(part, "甲")[0]
    item = factories.node(point, "子")
    lowest = factories.node(item, "孙")
    for node in (lowest, item):
        outlining.delete_node(node, actor=None)
    outlining.restore_node(lowest, actor=None)
    assert (lowest.parent, order(point)) == (point, "孙")
    outlining.restore_node(item, actor=None)
    assert order(point) == "孙子", "its old place was taken"


def test_a_node_whose_part_is_deleted_comes_back_as_a_part(speech: Speech, part: Node) -> None:
    point = points(part, "甲")[0]
    item = factories.node(point, "子")
    factories.node(speech, "任务")
    for node in (point, part):
        outlining.delete_node(node, actor=None)
    outlining.restore_node(point, actor=None)
    assert (order(speech), point.kind) == ("任务甲", "achievements")
    assert Node.objects.get(pk=item.pk).kind == "category"
    outlining.restore_node(part, actor=None)
    assert order(speech) == "成绩任务甲"


def test_a_second_deletion_or_restoring_counts_nothing(part: Node) -> None:
    point = points(part, "甲")[0]
    outlining.delete_node(point, actor=None)
    before = revision(part.speech)
    outlining.delete_node(point, actor=None)
    assert revision(part.speech) == before
    outlining.restore_node(point, actor=None)
    outlining.restore_node(point, actor=None)
    assert revision(part.speech) == before + 1


# --- Answers ---


def test_a_priority_answers_problems(speech: Speech) -> None:
    problems = points(factories.node(speech, "问题", kind="problems"), "甲", "乙")
    priority = factories.node(factories.node(speech, "任务", kind="priorities"), "工程")
    before = revision(speech)
    outlining.link_answers(priority, problems, actor=None)
    outlining.link_answers(priority, problems, actor=None)
    assert list(priority.answers.all()) == problems
    assert [list(problem.answered_by.all()) for problem in problems] == [[priority]] * 2
    assert revision(speech) == before + 1
    outlining.link_answers(priority, [], actor=None)
    assert not priority.answers.exists()


def test_only_what_stands_in_the_speech_is_answered(part: Node) -> None:
    first, second = points(part, "甲", "乙")
    elsewhere = factories.node(factories.speech(), "别处")
    outlining.delete_node(second, actor=None)
    for problem in (elsewhere, second):
        with pytest.raises(OutOfPlace, match="不在这篇讲话稿里"):
            outlining.link_answers(first, [problem], actor=None)
    with pytest.raises(Gone):
        outlining.link_answers(second, [first], actor=None)


# --- What holds for all ---


def test_a_final_speech_keeps_its_outline(part: Node) -> None:
    point = points(part, "甲")[0]
    finalising.mark_final(part.speech, actor=None)
    verbs = [
        lambda: factories.node(part),
        lambda: outlining.move(point, None, None, actor=None),
        lambda: outlining.reorder(part.speech, part, [point.pk], actor=None),
        lambda: outlining.delete_node(point, actor=None),
        lambda: outlining.restore_node(point, actor=None),
        lambda: outlining.link_answers(point, [], actor=None),
    ]
    for verb in verbs:
        with pytest.raises(AlreadyFinal):
            verb()


def test_a_ring_of_parents_is_told_and_not_walked_for_ever() -> None:
    ring = Ancestry({1: 2, 2: 1}, frozenset())
    with pytest.raises(BrokenOutline, match="stands below itself"):
        ring.upwards(1)
