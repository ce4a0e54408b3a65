"""A speech of 25 pages, as large as a yearly report gets, with all that a page can show."""

from __future__ import annotations

from speeches.enums import MarkerChoice, NodeKind
from speeches.models import Figure, Node, Speech, User
from tests import factories

SENTENCE = "坚持把群众满意作为检验工作的标准，抓重点、补短板，新增学位{新增学位一}，成效明显。"
FIGURES = "一二三四五六七八九十"
PARTS = (
    (NodeKind.ACHIEVEMENTS, "肯定成绩，坚定信心", "稳", NodeKind.CATEGORY),
    (NodeKind.PROBLEMS, "正视不足，找准差距", "个问题", NodeKind.PROBLEM),
    (NodeKind.PRIORITIES, "突出重点，狠抓落实", "大工程", NodeKind.PRIORITY),
    (NodeKind.REQUIREMENTS, "压实责任，确保完成", "个坚持", NodeKind.REQUIREMENT),
)
POINTS, ITEMS = 9, 5


def long_speech(actor: User) -> Speech:
    """Four parts, 36 points, 180 items, ten figures; `actor` confirmed them."""
    speech = factories.speech(actor=actor, salutation="同志们：", opening=SENTENCE * 4)
    for name in FIGURES:
        factories.figure(speech, f"新增学位{name}", confirmed_by=actor)
    for kind, heading, collective, point in PARTS:
        part = factories.node(
            speech, heading, kind=kind, collective=collective, body="今年做到{合称}。" + SENTENCE
        )
        for place in range(POINTS):
            _point(part, f"{heading[:4]}第{place + 1}项", point)
    return speech


def _point(part: Node, heading: str, kind: str) -> None:
    point = factories.node(part, heading, kind=kind, body=SENTENCE * 2, marker=MarkerChoice.SHI)
    for _ in range(ITEMS):
        factories.node(point, kind=NodeKind.ITEM, body=SENTENCE)


def figure_of(speech: Speech) -> Figure:
    return Figure.objects.filter(speech=speech).order_by("pk")[0]


def point_of(speech: Speech) -> Node:
    """One in the middle."""
    points = Node.objects.filter(speech=speech, parent__parent=None, parent__isnull=False)
    return points.order_by("pk")[POINTS * 2]
