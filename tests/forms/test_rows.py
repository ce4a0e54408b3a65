"""Rows stand where their numbers say."""

from __future__ import annotations

import pytest

from speeches.forms.nodes import ROWS_LOST
from speeches.forms.once import fresh_key
from speeches.forms.outline import CategoryForm
from speeches.forms.rows import LOST, arranged
from speeches.models import AchievementCategory, Item
from speeches.services.facts import facts_of
from speeches.services.outlining import delete_node
from speeches.services.refusals import Gone
from tests import factories


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([None, None, None, None], "甲乙丙丁"),
        ([3, None, None, None], "乙丙甲丁"),
        ([4, None, None, None], "乙丙丁甲"),
        ([None, None, None, 1], "丁甲乙丙"),
        ([None, None, 2, None], "甲丙乙丁"),
        ([None, None, None, 3], "甲乙丁丙"),
        ([4, None, None, 1], "丁乙丙甲"),
        ([3, 4, None, None], "丙丁甲乙"),
        ([None, None, 1, 2], "丙丁甲乙"),
        ([None, 2, None, 1], "丁乙甲丙"),
        ([2, 3, 4, 1], "丁甲乙丙"),  # as a script numbers them all
        ([4, 3, 2, 1], "丁丙乙甲"),
        ([1, 2, 3, 4], "甲乙丙丁"),
        ([9, None, None, None], "乙丙丁甲"),
        ([9, 7, None, None], "丙丁乙甲"),
        ([10**30, None, None, None], "乙丙丁甲"),
        ([None, None, 1, 1], "丙丁甲乙"),
        ([None, 0, None, -3], "丁乙甲丙"),
    ],
)
def test_a_number_is_the_place_that_a_row_comes_to(
    numbers: list[int | None], expected: str
) -> None:
    assert "".join(arranged("甲乙丙丁", numbers)) == expected


@pytest.mark.django_db
def test_a_row_that_goes_while_its_form_is_saved_is_told_like_one_that_went_before() -> None:
    part = factories.node(factories.speech(), "成绩", kind="achievements")
    node = AchievementCategory.objects.get(pk=factories.node(part, "教学").pk)
    item = Item.objects.get(pk=factories.node(node, body="甲").pk)
    me = factories.user()
    sent = {"seen": "1", "heading": "教学", "marker": "shi", "layout": "run_in"}
    sent |= {"rows-total": "1", "rows-0-key": str(item.pk), "rows-0-seen": "1"}
    sent |= {"rows-0-body": "甲改", "rows_once": fresh_key(me)}
    form = CategoryForm(
        sent,
        instance=node,
        actor=me,
        facts=facts_of(node.speech),
        items=[item],
    )
    assert all(each.is_valid() for each in [form, *form.row_forms])
    delete_node(Item.objects.get(pk=item.pk), actor=None)
    with pytest.raises(Gone, match=ROWS_LOST):
        form.store()
    assert form.row_forms[0].errors == {"body": [LOST]}
