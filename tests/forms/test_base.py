"""What all forms share: our words, one way to store, mine beside theirs."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import QueryDict
from django.test import RequestFactory

from speeches.forms.base import PlainForm, TextForm
from speeches.forms.once import created_once, fresh_key, key_of
from speeches.models import Node, User
from speeches.services import saving
from speeches.services.refusals import Conflict, VersionMissing
from speeches.views.editing import answer_form, store_all, troubles
from tests import factories

pytestmark = pytest.mark.django_db


class Everything(TextForm):
    """A form with a field of every sort that a node has."""

    class Meta:
        model = Node
        fields = ("heading", "heading_run_in", "body", "marker", "department", "deadline")


def node(**fields: Any) -> Node:
    part = factories.node(factories.speech(), "成绩", kind="achievements")
    return factories.node(part, "教学", **fields)


def sent(row: Node, prefix: str | None = None, **values: Any) -> Everything:
    told = {"heading": "教学", "marker": "outline", "seen": "1"} | values
    data = QueryDict(mutable=True)
    data.update({f"{prefix}-{name}" if prefix else name: told[name] for name in told})
    return Everything(data, instance=row, actor=factories.user(), prefix=prefix)


def stale(**theirs: Any) -> Everything:
    """A form whose row was changed to `theirs` after it was opened."""
    row = node()
    saving.save(row, theirs, seen=1, actor=None)
    form = sent(row)
    assert form.is_valid()
    with pytest.raises(Conflict):
        form.store()
    return form


@pytest.mark.parametrize(
    ("field", "theirs", "said", "base"),
    [
        ("heading", "教育", "教育", "教学"),
        ("heading_run_in", True, "是", "否"),
        ("body", "一段。", "一段。", "（空）"),
        ("marker", "yao", "一要", "按层次：一、（一）1.（1）"),
        ("deadline", datetime.date(2026, 9, 1), "2026年9月1日", "（空）"),
    ],
)
def test_what_the_other_made_of_a_field_is_said_in_words(
    field: str, theirs: Any, said: str, base: str
) -> None:
    shown = stale(**{field: theirs})[field]
    assert (shown.theirs, shown.base, shown.was_left) == (said, base, True)


def test_a_related_row_is_said_by_its_name() -> None:
    form = stale(department=factories.department())
    assert form["department"].theirs == "基础教育处"
    assert form["department"].value() == str(factories.department().pk)


def test_where_i_changed_nothing_the_other_s_value_takes_its_place() -> None:
    form = stale(heading_run_in=True, body="一段。", deadline=datetime.date(2026, 9, 1))
    assert form["heading_run_in"].value() is True
    assert (form["body"].value(), form["deadline"].value()) == ("一段。", "2026-09-01")
    assert (form["heading"].value(), form["heading"].difference) == ("教学", None)
    assert form.data["seen"] == "2"
    again = Everything(form.data, instance=form.instance, actor=form.actor)
    assert again.is_valid()
    assert again.store() is False


def test_a_box_that_the_other_unticked_is_unticked() -> None:
    row = node(heading_run_in=True)
    saving.save(row, {"heading_run_in": False}, seen=1, actor=None)
    form = sent(row, heading_run_in="on")
    assert form.is_valid()
    with pytest.raises(Conflict):
        form.store()
    assert form["heading_run_in"].value() is False


def test_rows_are_stored_together_or_not_at_all() -> None:
    first, second = node(), node()
    saving.save(second, {"body": "对方的。"}, seen=1, actor=None)
    rows = [sent(first, "a", body="我的一。"), sent(second, "b", body="我的二。")]
    assert [row.is_valid() for row in rows] == [True, True]
    with pytest.raises(Conflict):
        store_all([row.store for row in rows])
    first.refresh_from_db()
    assert (first.body, first.version) == ("", 1)
    assert [row["body"].value() for row in rows] == ["我的一。", "我的二。"]
    assert [row.data[f"{row.prefix}-seen"] for row in rows] == ["1", "2"]


def test_what_a_service_finds_wrong_stands_at_its_field_or_on_top() -> None:
    form = sent(node())
    assert form.is_valid()
    form.take_errors(ValidationError({"heading": ["太长。"], "position": ["占用了。"]}))
    form.take_errors(ValidationError("还没有提纲。"))
    assert form.errors["heading"] == ["太长。"]
    assert form.non_field_errors() == ["占用了。", "还没有提纲。"]
    words = [(trouble.words, trouble.field) for trouble in troubles([form])]
    assert words == [("占用了。", ""), ("还没有提纲。", ""), ("太长。", "id_heading")]


class Refusing(PlainForm):
    """What its service says is not at any field."""

    day = forms.DateField(label="日期")

    def store(self) -> bool:
        raise ValidationError({"elsewhere": ["那里不对。"]})


def test_a_plain_form_whose_service_objects_is_shown_again() -> None:
    request = RequestFactory().post("/", {"day": "2026-07-16"})
    request.user = factories.user()
    form = Refusing(request.POST)
    response = answer_form(request, form, done="/", context={"title": "试"})
    assert response.status_code == 422
    assert form.non_field_errors() == ["那里不对。"]


def test_a_key_is_good_for_its_own_person_only() -> None:
    me, other = factories.user(), factories.user()
    signed = fresh_key(me)
    assert key_of(signed, me) == key_of(signed, me)
    for text, person in ((signed, other), ("", me), (f"{signed}x", me)):
        with pytest.raises(VersionMissing):
            key_of(text, person)


def test_a_row_that_cannot_be_made_is_an_error_and_no_other_row() -> None:
    key = key_of(fresh_key(factories.user()), User.objects.get())
    part = factories.node(factories.speech(), "成绩", kind="achievements")

    def make() -> Node:
        taken = {"position": part.position, "kind": part.kind, "speech": part.speech}
        return Node.objects.bulk_create([Node(once=key, **taken)])[0]

    with pytest.raises(IntegrityError):
        created_once(Node, key, make)
    assert not Node.objects.filter(once=key).exists()
