"""The one mapper from rows to facts; past it no ORM object travels."""

from __future__ import annotations

import datetime
from collections import defaultdict

from django.db import models

from speeches.document.facts import (
    FigureFacts,
    Kind,
    Layout,
    Marker,
    NodeFacts,
    Row,
    Separator,
    SpeechFacts,
)
from speeches.models import Department, Figure, Node, Speech
from speeches.services.refusals import BrokenOutline

Children = dict[int | None, list[Node]]
Answers = dict[int, list[Row]]


def facts_of(speech: Speech) -> SpeechFacts:
    """What the speech says now, in two queries; one more where it has a priority, which may answer
    problems, and one where its meeting is not loaded yet.

    Deleted nodes are left out with all below them, deleted figures too. Raises BrokenOutline
    where a living node hangs from no part.
    """
    return SpeechFacts(
        row=Row("speech", speech.pk),
        title=speech.title,
        subtitle=speech.subtitle,
        speaker=speech.speaker,
        post=speech.post,
        date=speech.meeting.date,
        date_note=speech.date_note,
        salutation=speech.salutation,
        opening=speech.opening,
        nodes=_outline(speech),
        closing=speech.closing,
        marker=Marker(speech.marker),
        figures=tuple(map(_figure, _figures(speech))),
        meeting=speech.meeting.name,
        period=speech.meeting.period,
    )


def _outline(speech: Speech) -> tuple[NodeFacts, ...]:
    children: Children = defaultdict(list)
    nodes = Node.objects.filter(speech=speech).select_related("department")
    rows = nodes.order_by("position", "pk")
    for node in rows:
        children[node.parent_id].append(node)
    downwards = _downwards(children)
    if len(downwards) != len(rows):
        raise BrokenOutline(f"speech {speech.pk}: nodes that hang from no part")
    answers = _answers(speech) if any(node.kind == Kind.PRIORITY for node in rows) else {}
    facts: dict[int, NodeFacts] = {}
    for node in reversed(downwards):  # children before their parents
        below = (facts.pop(child.pk) for child in children[node.pk] if not child.deleted_at)
        facts[node.pk] = _node(node, tuple(below), answers)
    return tuple(facts[part.pk] for part in children[None] if not part.deleted_at)


def _downwards(children: Children) -> list[Node]:
    """All nodes that hang from a part, deleted or not, parents before their children."""
    reached = list(children[None])
    for node in reached:  # it grows as it is read
        reached += children[node.pk]
    return reached


def _answers(speech: Speech) -> Answers:
    """By the key of a priority the problems that it answers, but for those deleted themselves."""
    answers: Answers = defaultdict(list)
    pairs = Node.answers.through.objects.filter(
        from_node__speech=speech, to_node__deleted_at__isnull=True
    )
    for priority, problem in pairs.order_by("pk").values_list("from_node", "to_node"):
        answers[priority].append(Row("node", problem))
    return answers


def _node(node: Node, children: tuple[NodeFacts, ...], answers: Answers) -> NodeFacts:
    return NodeFacts(
        row=Row("node", node.pk),
        kind=Kind(node.kind),
        heading=node.heading,
        heading_run_in=node.heading_run_in,
        body=node.body,
        children=children,
        tail=node.tail,
        marker=Marker(node.marker),
        layout=Layout(node.layout),
        separator=Separator(node.separator),
        etcetera=node.etcetera,
        collective=node.collective,
        department=_name(node.department),
        deadline=_day(node.deadline),
        answers=tuple(answers.get(node.pk, ())),
    )


def _figures(speech: Speech) -> models.QuerySet[Figure]:
    return Figure.objects.standing().filter(speech=speech).select_related("department")


def _figure(figure: Figure) -> FigureFacts:
    return FigureFacts(
        row=Row("figure", figure.pk),
        name=figure.name,
        value=figure.value,
        unit=figure.unit,
        confirmed=figure.confirmed_at is not None,
        department=_name(figure.department),
    )


def _name(department: Department | None) -> str:
    return department.name if department else ""


def _day(date: datetime.date | None) -> str:
    return f"{date.year}年{date.month}月{date.day}日" if date else ""
