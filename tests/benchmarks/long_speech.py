"""A speech of 21 pages, as large as a yearly report gets, with all that a page can show."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from speeches.enums import MarkerChoice, NodeKind
from speeches.models import Figure, Node, Speech, User
from speeches.services.sample import DATA
from tests import factories

COUNTED = "坚持把群众满意作为检验工作的标准，抓重点、补短板，新增学位{新增学位一}，成效明显。"
FIGURES = "一二三四五六七八九十"
PARTS = (
    (NodeKind.ACHIEVEMENTS, "肯定成绩，坚定信心", "稳", NodeKind.CATEGORY),
    (NodeKind.PROBLEMS, "正视不足，找准差距", "个问题", NodeKind.PROBLEM),
    (NodeKind.PRIORITIES, "突出重点，狠抓落实", "大工程", NodeKind.PRIORITY),
    (NodeKind.REQUIREMENTS, "压实责任，确保完成", "个坚持", NodeKind.REQUIREMENT),
)
POINTS, ITEMS = 8, 5
_SENTENCE = re.compile(r"[^。\n{}]{12,}。")


def long_speech(actor: User) -> Speech:
    """Four parts, 32 points, 160 items, ten figures; `actor` confirmed them."""
    said = cycle(sentences())
    speech = factories.speech(actor=actor, salutation="同志们：", opening=_some(said, 6))
    for name in FIGURES:
        factories.figure(speech, f"新增学位{name}", confirmed_by=actor)
    for kind, heading, collective, point in PARTS:
        body = "今年做到{合称}。" + COUNTED
        part = factories.node(speech, heading, kind=kind, collective=collective, body=body)
        for place in range(POINTS):
            _point(part, f"{heading[:4]}第{place + 1}项", point, said)
    return speech


def sentences() -> list[str]:
    """Those of the sample, so that a font must supply as many characters as a real speech has."""
    told = tomllib.loads((DATA / "sample.toml").read_text(encoding="utf-8"))
    return [sentence for text in _texts(told) for sentence in _SENTENCE.findall(text)]


def _point(part: Node, heading: str, kind: str, said: Iterator[str]) -> None:
    body = COUNTED + _some(said, 1)
    point = factories.node(part, heading, kind=kind, body=body, marker=MarkerChoice.SHI)
    for _ in range(ITEMS):
        factories.node(point, kind=NodeKind.ITEM, body=_some(said, 1))


def _some(said: Iterator[str], number: int) -> str:
    return "".join(next(said) for _ in range(number))


def _texts(told: Any) -> Iterator[str]:
    """All texts in a table, those of tables and lists within it too."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from _texts(each)


def figure_of(speech: Speech) -> Figure:
    return Figure.objects.filter(speech=speech).order_by("pk")[0]


def point_of(speech: Speech) -> Node:
    """One in the middle."""
    points = Node.objects.filter(speech=speech, parent__parent=None, parent__isnull=False)
    return points.order_by("pk")[POINTS * 2]
