"""One step in the outline."""

from __future__ import annotations

import pytest

from speeches.models import Node, Speech
from speeches.services.facts import facts_of
from speeches.services.outlining import delete_node
from speeches.services.refusals import Gone, OutOfPlace
from speeches.services.stepping import Places, Step, take_step
from tests import factories

pytestmark = pytest.mark.django_db

UP, DOWN, DEEPER, SHALLOWER = Step


def outline(speech: Speech) -> dict[str, object]:
    """The headings as they stand: part → point → item."""

    def below(parent: Node | None) -> dict[str, object]:
        key = parent and parent.pk
        nodes = Node.objects.siblings_under(speech.pk, key)
        return {node.heading: below(node) for node in nodes}

    return below(None)


def planted() -> tuple[Speech, dict[str, Node]]:
    """甲(甲一, 甲二(甲二一)), 乙(乙一)."""
    speech = factories.speech()
    nodes: dict[str, Node] = {}
    for name, parent in (("甲", ""), ("乙", ""), ("甲一", "甲"), ("甲二", "甲"), ("乙一", "乙")):
        above = nodes[parent] if parent else speech
        kind = {} if parent else {"kind": "narrative"}
        nodes[name] = factories.node(above, name, **kind)
    nodes["甲二一"] = factories.node(nodes["甲二"], "甲二一")
    return speech, nodes


@pytest.mark.parametrize(
    ("name", "step", "expected"),
    [
        ("甲二", UP, {"甲": {"甲二": {"甲二一": {}}, "甲一": {}}, "乙": {"乙一": {}}}),
        ("甲一", DOWN, {"甲": {"甲二": {"甲二一": {}}, "甲一": {}}, "乙": {"乙一": {}}}),
        # Past the first or the last it goes on to the neighbour of its parent.
        ("乙一", UP, {"甲": {"甲一": {}, "甲二": {"甲二一": {}}, "乙一": {}}, "乙": {}}),
        ("甲二", DOWN, {"甲": {"甲一": {}}, "乙": {"甲二": {"甲二一": {}}, "乙一": {}}}),
        ("乙", UP, {"乙": {"乙一": {}}, "甲": {"甲一": {}, "甲二": {"甲二一": {}}}}),
        ("甲二", DEEPER, {"甲": {"甲一": {"甲二": {"甲二一": {}}}}, "乙": {"乙一": {}}}),
        ("乙", DEEPER, {"甲": {"甲一": {}, "甲二": {"甲二一": {}}, "乙": {"乙一": {}}}}),
        ("甲二一", SHALLOWER, {"甲": {"甲一": {}, "甲二": {}, "甲二一": {}}, "乙": {"乙一": {}}}),
        ("甲一", SHALLOWER, {"甲": {"甲二": {"甲二一": {}}}, "甲一": {}, "乙": {"乙一": {}}}),
    ],
)
def test_a_step_takes_all_that_is_below_along(
    name: str, step: Step, expected: dict[str, object]
) -> None:
    speech, nodes = planted()
    take_step(nodes[name], step, actor=None)
    assert outline(speech) == expected


@pytest.mark.parametrize(
    ("name", "step", "reason"),
    [
        ("甲", UP, "已经在最前面，不能再上移。"),
        ("甲一", UP, "已经在最前面，不能再上移。"),
        ("乙", DOWN, "已经在最后面，不能再下移。"),
        ("乙一", DOWN, "已经在最后面，不能再下移。"),
        ("甲", DEEPER, "前面没有同级的条目，不能再降一级。"),
        ("甲一", DEEPER, "前面没有同级的条目，不能再降一级。"),
        ("甲", SHALLOWER, "已经是最高一级，不能再升。"),
        ("甲一", SHALLOWER, ""),
    ],
)
def test_a_step_that_leads_nowhere_says_why(name: str, step: Step, reason: str) -> None:
    speech, nodes = planted()
    assert Places.of(facts_of(speech)).reason(nodes[name].pk, step) == reason


def test_a_step_that_leads_nowhere_changes_nothing() -> None:
    speech, nodes = planted()
    before = outline(speech)
    with pytest.raises(OutOfPlace):
        take_step(nodes["甲"], UP, actor=None)
    assert outline(speech) == before


def test_what_is_in_the_bin_takes_no_step() -> None:
    _, nodes = planted()
    delete_node(nodes["甲"], actor=None)
    with pytest.raises(Gone):
        take_step(nodes["甲二"], UP, actor=None)


def test_too_deep_is_refused_with_a_sentence() -> None:
    speech, node = factories.speech(), None
    for _ in range(8):
        node = factories.node(node or speech, "层", **({} if node else {"kind": "narrative"}))
    assert node
    assert node.parent
    last = factories.node(node.parent, "末")
    with pytest.raises(OutOfPlace, match="层次太深：条目最多 8 层。"):
        take_step(last, DEEPER, actor=None)
