"""The one mapper from rows to facts; past it no ORM object travels."""

from __future__ import annotations

from collections import defaultdict

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
from speeches.models import Figure, Node, Speech
from speeches.services.refusals import BrokenOutline

Children = dict[int | None, list[Node]]


def facts_of(speech: Speech) -> SpeechFacts:
    """What the speech says now, in two queries (three where its meeting is not loaded yet).

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
        figures=tuple(map(_figure, Figure.objects.standing().filter(speech=speech))),
    )


def _outline(speech: Speech) -> tuple[NodeFacts, ...]:
    children: Children = defaultdict(list)
    rows = Node.objects.filter(speech=speech).order_by("position", "pk")
    for node in rows:
        children[node.parent_id].append(node)
    downwards = _downwards(children)
    if len(downwards) != len(rows):
        raise BrokenOutline(f"speech {speech.pk}: nodes that hang from no part")
    facts: dict[int, NodeFacts] = {}
    for node in reversed(downwards):  # children before their parents
        below = (facts.pop(child.pk) for child in children[node.pk] if not child.deleted_at)
        facts[node.pk] = _node(node, tuple(below))
    return tuple(facts[part.pk] for part in children[None] if not part.deleted_at)


def _downwards(children: Children) -> list[Node]:
    """All nodes that hang from a part, deleted or not, parents before their children."""
    reached = list(children[None])
    for node in reached:  # it grows as it is read
        reached += children[node.pk]
    return reached


def _node(node: Node, children: tuple[NodeFacts, ...]) -> NodeFacts:
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
    )


def _figure(figure: Figure) -> FigureFacts:
    return FigureFacts(
        row=Row("figure", figure.pk),
        name=figure.name,
        value=figure.value,
        unit=figure.unit,
        confirmed=figure.confirmed_at is not None,
    )
