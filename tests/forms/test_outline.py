"""Each kind of node has a form of its own."""

from __future__ import annotations

from typing import Any

import pytest

from speeches.enums import PART_KINDS, NodeKind
from speeches.forms.nodes import Folded
from speeches.forms.outline import (
    CategoryForm,
    ItemForm,
    NodeForm,
    PointForm,
    PriorityForm,
    ProblemForm,
    RequirementForm,
    SectionForm,
    form_for,
)
from speeches.models import Item, Node
from speeches.models.outline import proxy_of
from speeches.services.facts import facts_of
from tests import factories

pytestmark = pytest.mark.django_db

PARTS = {
    "category": "achievements",
    "problem": "problems",
    "priority": "priorities",
    "requirement": "requirements",
    "point": "narrative",
}


def planted(kind: str, **fields: Any) -> Node:
    """A node of `kind` in a new speech."""
    speech = factories.speech()
    if kind in PART_KINDS:
        return factories.node(speech, "部分", kind=kind, **fields)
    part = factories.node(speech, "部分", kind=PARTS.get(kind, "narrative"))
    point = part if kind in PARTS else factories.node(part, "要点")
    return factories.node(point, "", **fields)


def form(node: Node, data: dict[str, Any] | None = None) -> NodeForm:
    node.__class__ = proxy_of(node.kind)
    items = list(Item.objects.siblings_under(node.speech_id, node.pk))
    return form_for(node.kind)(
        data, instance=node, actor=factories.user(), facts=facts_of(node.speech), items=items
    )


def names(form: NodeForm) -> set[str]:
    """What a person sees: its fields, and its rows by their name."""
    rows = {form.rows_name} if form.rows_name else set()
    return {field.name for field in form.visible_fields()} | rows


OWN = {
    "achievements": {"separator", "etcetera"},
    "category": {"成绩"},
    "problem": {"answered_by"},
    "priority": {"deadline", "answers", "举措"},
    "requirement": {"一要"},
    "point": {"分项"},
    "item": set(),
}


@pytest.mark.parametrize("kind", OWN)
def test_each_form_has_fields_that_the_others_lack(kind: str) -> None:
    forms = {each: names(form(planted(each))) for each in OWN}
    others = set().union(*(fields for each, fields in forms.items() if each != kind))
    assert forms[kind] - others == OWN[kind]


@pytest.mark.parametrize("kind", OWN)
def test_every_field_stands_in_the_layout(kind: str) -> None:
    made = form(planted(kind))
    shown = {pointer.name for pointer in made.helper.layout.get_field_names()}
    assert shown == {field.name for field in made.visible_fields()}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        *((kind, SectionForm) for kind in PART_KINDS),
        (NodeKind.CATEGORY, CategoryForm),
        (NodeKind.PROBLEM, ProblemForm),
        (NodeKind.PRIORITY, PriorityForm),
        (NodeKind.REQUIREMENT, RequirementForm),
        (NodeKind.POINT, PointForm),
        (NodeKind.ITEM, ItemForm),
    ],
)
def test_the_form_follows_from_the_kind(kind: str, expected: type[NodeForm]) -> None:
    assert form_for(kind) is expected


@pytest.mark.parametrize("kind", OWN)
def test_nothing_is_required(kind: str) -> None:
    assert [field.name for field in form(planted(kind)) if field.field.required] in (
        [],
        ["marker", "layout"],
        ["marker", "layout", "separator"],  # they have a choice that stands already
    )


@pytest.mark.parametrize(
    ("marker", "numbers"),
    [
        ("shi", ["一是", "二是", "三是"]),
        ("yao", ["一要", "二要", "三要"]),
        ("di", ["第一，", "第二，", "第三，"]),
        ("outline", ["1.", "2.", "3."]),
        ("none", ["第一条", "第二条", "第三条"]),
    ],
)
def test_rows_look_like_what_they_become(marker: str, numbers: list[str]) -> None:
    rows = form(planted("category", marker=marker)).rows
    assert rows
    assert [row.fields["body"].label for row in rows.forms] == numbers


def test_a_deadline_before_the_meeting_is_told_at_its_field() -> None:
    data = {"deadline": "2026-07-15", "marker": "shi", "layout": "run_in", "linked": ""}
    sent = form(planted("priority"), data | {"seen": "1", "rows-total": "0"})
    assert sent.errors == {"deadline": ["完成时限早于会议日期（2026年7月16日），请核对。"]}
    data["deadline"] = "2026-07-16"
    assert form(planted("priority"), data | {"seen": "1", "rows-total": "0"}).is_valid()


def test_only_divisions_of_the_own_bureau_are_offered() -> None:
    own = factories.department("基础教育处")
    factories.department("别处", bureau=factories.bureau("临江市教育局"))
    offered = form(planted("problem")).fields["department"].queryset
    assert list(offered) == [own]


def test_the_other_side_of_the_links_is_offered_by_its_words() -> None:
    node = planted("priority")
    problems = factories.node(node.speech, "问题", kind="problems")
    long = factories.node(problems, body="学" * 40)
    empty = factories.node(problems)
    field = form(node).fields["answers"]
    assert field.choices == [(long.pk, "学" * 29 + "…"), (empty.pk, "（还没有写）")]
    assert field.help_text == ""
    assert form(planted("priority")).fields["answers"].help_text == "讲话稿里还没有问题条目。"


def test_a_forged_number_of_rows_makes_no_rows_without_end() -> None:
    node = planted("category")
    counts = [form(node, {"rows-total": told}).rows for told in ("9" * 9, "x", "2")]
    assert [len(rows.forms) for rows in counts if rows] == [200, 0, 2]


@pytest.mark.parametrize("kind", OWN)
def test_every_heading_says_that_numbers_come_by_themselves(kind: str) -> None:
    assert "前面不用写“一、”“（一）”" in form(planted(kind)).fields["heading"].help_text


def test_no_fold_is_named_like_a_field_in_it() -> None:
    for kind in OWN:
        made = form(planted(kind))
        folds = [each for each in made.helper.layout if isinstance(each, Folded)]
        assert not {each.title for each in folds} & {
            made[name].label for each in folds for name in each.fields
        }
