"""A node's place in the outline: adding, moving, deleting, restoring, splitting."""

from __future__ import annotations

import re

import pytest
from django.db.models import F
from pytest_django import DjangoAssertNumQueries

from speeches.models import Node, Speech
from speeches.services import outlining
from speeches.services.finalising import mark_final
from tests import factories
from tests.views.filling import fields
from tests.views.outlines import add, address, bodies, category, errors, part
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


def headings(speech: Speech) -> list[tuple[str, str]]:
    nodes = Node.objects.standing().filter(speech=speech)
    nodes = nodes.order_by(F("parent_id").asc(nulls_first=True), "position")
    return [(node.heading, node.parent.heading if node.parent else "") for node in nodes]


def two_points() -> tuple[Node, Node]:
    first = factories.node(part(), "甲")
    return first, factories.node(first.parent, "乙")


@pytest.mark.parametrize(
    ("verb", "step", "expected", "message"),
    [
        ("move", "up", [("肯定成绩", ""), ("乙", "肯定成绩"), ("甲", "肯定成绩")], "已上移。"),
        ("level", "deeper", [("肯定成绩", ""), ("甲", "肯定成绩"), ("乙", "甲")], "已降一级。"),
        ("level", "shallower", [("肯定成绩", ""), ("乙", ""), ("甲", "肯定成绩")], "已升一级。"),
        (
            "move",
            "down",
            [("肯定成绩", ""), ("甲", "肯定成绩"), ("乙", "肯定成绩")],
            "已经在最后面，不能再下移。",
        ),
        (
            "move",
            "deeper",
            [("肯定成绩", ""), ("甲", "肯定成绩"), ("乙", "肯定成绩")],
            "没有收到往哪里移，没有移动。请用页面上的按钮。",
        ),
    ],
)
def test_a_button_moves_it_one_step_or_says_why_not(
    verb: str, step: str, expected: list[tuple[str, str]], message: str
) -> None:
    _, node = two_points()
    client = visitor()
    response = client.post(address(node, f"{verb}/"), {"step": step})
    assert (response.status_code, response["Location"]) == (303, address(node))
    assert headings(node.speech) == expected
    assert message in words(client.get(address(node)))


def test_a_button_that_leads_nowhere_is_off_and_says_why() -> None:
    first, _ = two_points()
    page = visitor().get(address(first)).content.decode()
    off = re.findall(r'value="(\w+)" disabled', page)
    assert off == ["up", "deeper"]
    assert "已经在最前面，不能再上移。前面没有同级的条目，不能再降一级。" in page


def test_what_is_deleted_lies_in_the_bin_until_it_is_restored() -> None:
    node = category("甲")
    client = visitor()
    gone = client.post(address(node, "delete/"))
    assert gone["Location"] == address(node.parent)
    assert headings(node.speech) == [("肯定成绩", "")]
    shown = words(client.get(f"/speeches/{node.speech_id}/bin/"))
    assert "教学平稳 成绩类别 · 原在“肯定成绩”下" in shown
    back = client.post(address(node, "restore/"))
    assert back["Location"] == address(node)
    assert headings(node.speech)[:2] == [("肯定成绩", ""), ("教学平稳", "肯定成绩")]
    assert "回收站是空的" in words(client.get(f"/speeches/{node.speech_id}/bin/"))


def test_a_deleted_node_leads_to_the_bin_and_a_text_sent_to_it_is_kept() -> None:
    node, client = category(), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"body": "正在写的话"}
    outlining.delete_node(node, actor=None)
    response = client.post(address(node), filled)
    assert (response.status_code, errors(response)) == (
        409,
        ["这一内容已被删除，未作保存。恢复后才能修改。"],
    )
    assert "正在写的话" in response.content.decode()
    assert client.get(address(node))["Location"] == f"/speeches/{node.speech_id}/bin/"


def test_parts_points_and_items_are_added_where_one_is() -> None:
    speech, client = factories.speech(), visitor()
    add(client, speech, kind="priorities")
    above = Node.objects.get(kind="priorities")
    add(client, speech, parent=above.pk)
    first = Node.objects.get(kind="priority")
    add(client, speech, parent=above.pk)
    response = add(client, speech, after=first.pk)
    kinds = list(Node.objects.filter(parent=above).order_by("position").values_list("pk", "kind"))
    assert [kind for _, kind in kinds] == ["priority"] * 3
    assert response["Location"] == f"/nodes/{kinds[1][0]}/"
    add(client, speech, parent=first.pk)
    assert Node.objects.get(kind="item").parent == first


def test_a_button_pressed_twice_adds_one() -> None:
    speech, client = factories.speech(), visitor()
    page = client.get(f"/speeches/{speech.pk}/").content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    told = {"once": once[1], "kind": "problems"}
    answers = {client.post(f"/speeches/{speech.pk}/add/", told)["Location"] for _ in range(2)}
    assert (len(answers), Node.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ({}, "请先选好加哪一种部分。"),
        ({"kind": "category"}, "请先选好加哪一种部分。"),
        ({"kind": "problems", "once": "x"}, "没有收到这份表单所依据的版本"),
    ],
)
def test_an_addition_that_makes_no_sense_is_refused(named: dict[str, str], sentence: str) -> None:
    speech, client = factories.speech(), visitor()
    assert add(client, speech, **named).status_code == 303
    assert sentence in words(client.get(f"/speeches/{speech.pk}/"))
    assert not Node.objects.exists()


def test_a_level_too_deep_is_refused_with_a_sentence() -> None:
    node = part("narrative")
    for _ in range(7):
        node = factories.node(node, "层")
    client = visitor()
    assert add(client, node.speech, parent=node.pk)["Location"] == address(node)
    assert "层次太深：条目最多 8 层。" in words(client.get(address(node)))


def test_nodes_of_another_speech_are_not_found() -> None:
    node, speech = category(), factories.speech()
    assert add(visitor(), speech, parent=node.pk).status_code == 404
    assert add(visitor(), speech, parent="x").status_code == 404


def test_a_pasted_list_is_offered_as_rows_and_taken_apart_by_a_button() -> None:
    node, client = category(body="主要是：一是甲；二是乙。"), visitor()
    page = client.get(address(node))
    assert "正文里有2条，可以拆开 一是甲 二是乙" in words(page)
    response = client.post(address(node, "split/"), fields(page, "/split/"))
    assert response["Location"] == address(node)
    assert bodies(node) == ["甲", "乙"]
    after = words(client.get(address(node)))
    assert "已拆成2条" in after
    assert "可以拆开" not in after


@pytest.mark.parametrize(
    ("seen", "sentence"),
    [("", "没有收到这份表单所依据的版本"), ("9", "有人先改了这一内容")],
)
def test_a_list_that_is_not_the_one_seen_is_not_taken_apart(seen: str, sentence: str) -> None:
    node, client = category(body="一是甲；二是乙。"), visitor()
    client.post(address(node, "split/"), {"seen": seen})
    assert sentence in words(client.get(address(node)))
    assert bodies(node) == []


@pytest.mark.parametrize("verb", ["move/", "level/", "delete/", "split/"])
def test_a_final_speech_stays_as_it_is(verb: str) -> None:
    _, node = two_points()
    before = headings(node.speech)
    mark_final(node.speech, actor=None)
    client = visitor()
    told = {"step": "up" if verb == "move/" else "deeper", "seen": "1"}
    assert client.post(address(node, verb), told).status_code == 303
    assert headings(node.speech) == before
    assert "讲话稿已定稿，不能再改" in words(client.get(f"/speeches/{node.speech_id}/"))
    assert client.get(address(node))["Location"] == f"/speeches/{node.speech_id}/"


def test_nothing_comes_back_into_a_final_speech() -> None:
    node, client = category(), visitor()
    outlining.delete_node(node, actor=None)
    mark_final(node.speech, actor=None)
    page = client.get(f"/speeches/{node.speech_id}/bin/")
    assert "disabled" in page.content.decode()
    client.post(address(node, "restore/"))
    assert headings(node.speech) == [("肯定成绩", "")]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_bin_takes_as_many_queries_for_thirty_rows_as_for_one(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    node = category(*["条"] * rows)
    for item in Node.objects.filter(parent=node):
        outlining.delete_node(item, actor=None)
    client = visitor()
    with django_assert_num_queries(4):  # session, user, speech, nodes
        client.get(f"/speeches/{node.speech_id}/bin/")
