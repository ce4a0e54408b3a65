"""A new node as an office would have it."""

from __future__ import annotations

import pytest

from speeches.enums import NodeKind
from speeches.models import Node
from speeches.services.starting import kind_below, start_node
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("part", "point", "marker", "layout"),
    [
        ("achievements", "category", "shi", "run_in"),
        ("problems", "problem", "outline", "blocks"),
        ("priorities", "priority", "shi", "run_in"),
        ("requirements", "requirement", "yao", "run_in"),
        ("narrative", "point", "shi", "run_in"),
    ],
)
def test_under_each_part_stand_its_own_points(
    part: str, point: str, marker: str, layout: str
) -> None:
    parent = factories.node(factories.speech(), "部分", kind=part)
    new = start_node(parent.speech, parent, kind_below(parent), actor=None)
    assert (new.kind, new.marker, new.layout) == (point, marker, layout)


def test_below_a_point_stand_items() -> None:
    point = factories.node(factories.node(factories.speech(), kind="narrative"))
    assert kind_below(point) == NodeKind.ITEM


def test_a_node_comes_last_or_behind_the_one_that_is_named() -> None:
    speech = factories.speech()
    first, second = (factories.node(speech, name, kind="narrative") for name in ("甲", "乙"))
    behind = start_node(speech, None, "narrative", after=first, actor=None)
    last = start_node(speech, None, "narrative", actor=None)
    keys = Node.objects.siblings_under(speech.pk, None).values_list("pk", flat=True)
    assert list(keys) == [first.pk, behind.pk, second.pk, last.pk]
