"""A node with its items: all is saved, or nothing is."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from speeches.models import Node, Speech
from speeches.services import saving
from speeches.services.facts import facts_of
from speeches.services.finalising import mark_final
from speeches.services.outlining import delete_node, link_answers
from speeches.services.refusals import (
    AlreadyFinal,
    Conflict,
    Gone,
    OutOfPlace,
    VersionMissing,
)
from speeches.services.rows import Links, NotTogether, RowEdit, save_with_rows, split_body
from tests import factories
from tests.document.building import lines

pytestmark = pytest.mark.django_db


def category(*bodies: str, **fields: Any) -> tuple[Node, list[Node]]:
    part = factories.node(factories.speech(), "成绩", kind="achievements")
    node = factories.node(part, "教学", **fields)
    return node, [factories.node(node, body=body) for body in bodies]


def bodies(node: Node) -> list[str]:
    siblings = Node.objects.siblings_under(node.speech_id, node.pk)
    return list(siblings.values_list("body", flat=True))


def revision(node: Node) -> int:
    return Speech.objects.get(pk=node.speech_id).revision


def edit(row: Node | None, body: str, **fields: Any) -> RowEdit:
    fields.setdefault("seen", row and row.version)
    return RowEdit(row, body, **fields)


def save(node: Node, *rows: RowEdit, **told: Any) -> bool:
    changes = told.pop("changes", {})
    return save_with_rows(node, changes, rows, seen=node.version, actor=None, **told)


def test_one_form_counts_one_revision() -> None:
    node, (one, two) = category("甲", "乙")
    before = revision(node)
    rows = [edit(one, "甲甲"), edit(two, "乙", is_removed=True), edit(None, "丙"), edit(None, " ")]
    assert save(node, *rows, changes={"heading": "教学平稳"})
    assert (bodies(node), revision(node)) == (["甲甲", "丙"], before + 1)


def test_where_nothing_changed_nothing_is_counted() -> None:
    node, (one,) = category("甲")
    before = revision(node)
    rows = [edit(one, "甲"), edit(None, ""), edit(None, "不要", is_removed=True)]
    assert not save(node, *rows, changes={"heading": "教学"}, is_reordered=True)
    assert revision(node) == before


def test_an_emptied_row_goes_to_the_bin_with_its_text() -> None:
    node, (one,) = category("甲")
    assert save(node, edit(one, " "))
    assert bodies(node) == []
    assert Node.objects.get(pk=one.pk).body == "甲"


def test_a_removed_row_keeps_what_was_typed_last() -> None:
    node, (one,) = category("甲")
    save(node, edit(one, "甲改", is_removed=True))
    assert Node.objects.get(pk=one.pk).body == "甲改"


def test_rows_take_the_order_of_the_form() -> None:
    node, (one, two) = category("甲", "乙")
    unknown = factories.node(node, body="别人刚加的")
    rows = [edit(None, "丙"), edit(two, "乙"), edit(one, "甲")]
    assert save(node, *rows, is_reordered=True)
    assert bodies(node) == ["丙", "乙", "甲", "别人刚加的"]
    assert unknown.position == 3


def test_without_a_new_order_the_rows_stay_where_others_put_them() -> None:
    node, (one, two) = category("甲", "乙")
    save(node, edit(two, "乙二"), edit(one, "甲"))
    assert bodies(node) == ["甲", "乙二"]


def test_a_form_that_is_sent_twice_adds_its_rows_once() -> None:
    node, _ = category()
    key = uuid.uuid4()
    assert save(node, edit(None, "甲", once=key))
    assert not save(node, edit(None, "甲", once=key))
    assert save(node, edit(None, "甲改", once=key))
    assert bodies(node) == ["甲改"]


def test_a_row_that_was_sent_deleted_and_sent_again_is_a_new_one() -> None:
    node, _ = category()
    key = uuid.uuid4()
    save(node, edit(None, "甲", once=key))
    delete_node(Node.objects.get(once=key), actor=None)
    save(node, edit(None, "甲", once=key))
    assert bodies(node) == ["甲"]


def test_one_stale_row_refuses_all_and_every_conflict_is_told() -> None:
    node, (one, two, three, four) = category("甲", "乙", "丙", "丁")
    saving.save(Node.objects.get(pk=two.pk), {"body": "乙改"}, seen=1, actor=None)
    saving.save(Node.objects.get(pk=three.pk), {"body": "丙改"}, seen=1, actor=None)
    delete_node(four, actor=None)
    before = revision(node)
    rows = [edit(one, "甲二"), edit(two, "乙二"), edit(three, ""), edit(four, "丁二")]
    with pytest.raises(NotTogether) as refused:
        save(node, *rows, changes={"heading": "教学平稳"})
    kinds = {place: type(told) for place, told in refused.value.refusals.items()}
    assert kinds == {1: Conflict, 2: Conflict, 3: Gone}
    assert str(refused.value) == str(refused.value.refusals[1])
    assert (bodies(node), revision(node)) == (["甲", "乙改", "丙改"], before)


def test_what_is_wrong_with_the_node_is_told_first() -> None:
    node, _ = category()
    with pytest.raises(NotTogether) as refused:
        save(node, changes={"heading": "长" * 201})
    assert isinstance(refused.value.refusals[-1], ValidationError)
    assert "200" in str(refused.value)


def test_without_its_version_nothing_is_saved() -> None:
    node, _ = category()
    with pytest.raises(NotTogether) as refused:
        save_with_rows(node, {}, seen=None, actor=None)
    assert isinstance(refused.value.refusals[-1], VersionMissing)


def test_a_row_that_is_gone_already_can_still_be_removed() -> None:
    node, (one,) = category("甲")
    delete_node(one, actor=None)
    assert not save(node, edit(one, "甲", is_removed=True))


def test_a_final_speech_takes_no_rows() -> None:
    node, (one,) = category("甲")
    mark_final(node.speech, actor=None)
    with pytest.raises(AlreadyFinal):
        save(node, edit(one, "乙"))


# --- Links -----------------------------------------------------------------------------------


def linked() -> tuple[Node, Node, Node]:
    speech = factories.speech()
    problems = factories.node(speech, "问题", kind="problems")
    one, two = (factories.node(problems, body=body) for body in ("学位不足", "师资不足"))
    return factories.node(factories.node(speech, "重点", kind="priorities"), "扩容"), one, two


def test_links_are_added_and_taken_away_from_either_end() -> None:
    priority, one, two = linked()
    assert save(priority, links=Links("answers", frozenset({one.pk, two.pk}), frozenset()))
    assert save(one, links=Links("answered_by", frozenset(), frozenset({priority.pk})))
    assert list(priority.answers.all()) == [two]


def test_links_that_others_made_meanwhile_stay() -> None:
    priority, one, two = linked()
    link_answers(priority, [two], actor=None)
    save(priority, links=Links("answers", frozenset({one.pk}), frozenset()))
    assert set(priority.answers.all()) == {one, two}


def test_a_link_that_is_there_already_counts_nothing() -> None:
    priority, one, _ = linked()
    link_answers(priority, [one], actor=None)
    before = revision(priority)
    assert not save(priority, links=Links("answers", frozenset({one.pk}), frozenset()))
    assert not save(priority, links=Links("answers", frozenset(), frozenset()))
    assert revision(priority) == before


def test_nothing_is_linked_that_is_not_in_the_speech() -> None:
    priority, one, _ = linked()
    delete_node(one, actor=None)
    with pytest.raises(OutOfPlace):
        save(priority, links=Links("answers", frozenset({one.pk}), frozenset()))


# --- Splitting -------------------------------------------------------------------------------


def test_a_body_becomes_rows_and_the_pages_say_the_same() -> None:
    node, _ = category(body="要做到：一要甲；二要乙。\n总之。", tail="末。")
    before = lines(facts_of(node.speech))
    assert split_body(node, seen=1, actor=None) == 2
    assert (node.body, node.tail, node.marker) == ("要做到：", "总之。\n末。", "yao")
    assert bodies(node) == ["甲", "乙"]
    assert lines(facts_of(Speech.objects.get(pk=node.speech_id))) == before


def test_under_a_part_the_rows_are_its_points() -> None:
    part = factories.node(factories.speech(), "成绩", kind="achievements", body="一是甲；二是乙。")
    split_body(part, seen=1, actor=None)
    assert [node.kind for node in Node.objects.filter(parent=part)] == ["category", "category"]


@pytest.mark.parametrize(
    ("body", "rows", "sentence"),
    [
        ("没有分条。", (), "正文里没有从“一是”“一要”或“第一，”数起的几条，没有拆分。"),
        ("一是甲；二是乙。", ("丙",), "下面已经有分项了，没有拆分。"),
    ],
)
def test_what_cannot_be_taken_apart_stays(body: str, rows: tuple[str, ...], sentence: str) -> None:
    node, _ = category(*rows, body=body)
    with pytest.raises(OutOfPlace) as refused:
        split_body(node, seen=1, actor=None)
    node.refresh_from_db()
    assert (str(refused.value), node.body) == (sentence, body)


def test_a_text_that_changed_meanwhile_is_not_taken_apart() -> None:
    node, _ = category(body="一是甲；二是乙。")
    saving.save(Node.objects.get(pk=node.pk), {"body": "一是丙；二是丁。"}, seen=1, actor=None)
    with pytest.raises(Conflict):
        split_body(node, seen=1, actor=None)
    assert bodies(node) == []
