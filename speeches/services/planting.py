"""Facts that came from outside become the rows of a new speech, all or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import models

from speeches.document.facts import NodeFacts, SpeechFacts
from speeches.document.normalising import normalise_line
from speeches.models import Meeting, Node, Speech, User, Versioned
from speeches.services.refusals import TooLong
from speeches.services.saving import add_all, insert

_TEXTS = ("title", "subtitle", "speaker", "post", "date_note", "salutation", "opening", "closing")
_SETTINGS = ("heading_run_in", "etcetera", "collective", "heading", "body", "tail")
_CHOICES = ("kind", "marker", "layout", "separator")
_SHOWN, _MOST_TOLD = 20, 5
Level = list[tuple[Node, Sequence[NodeFacts]]]  # nodes, and what stands below each


def speech_of(facts: SpeechFacts, meeting: Meeting, *, kind: str) -> Speech:
    """The row, not in the database yet; a speech without a title gets the usual one."""
    texts = {name: getattr(facts, name) for name in _TEXTS}
    texts["title"] = texts["title"].strip() or f"在{meeting.name}上的讲话"
    return Speech(meeting=meeting, kind=kind, marker=facts.marker.value, **texts)


def plant(speech: Speech, nodes: Sequence[NodeFacts], *, actor: User | None) -> Speech:
    """Insert `speech` with `nodes`; the caller's transaction holds them together.

    A statement for each level. Raises TooLong with all that does not fit.
    """
    level = list(_level(speech, None, nodes))
    _refuse_too_long([speech, *_all_below(speech, level)])
    insert(speech, actor=actor)
    while level:
        add_all([node for node, _ in level])
        level = [one for node, below in level for one in _level(speech, node, below)]
    return speech


def _level(
    speech: Speech, parent: Node | None, nodes: Iterable[NodeFacts]
) -> Iterator[tuple[Node, Sequence[NodeFacts]]]:
    for position, facts in enumerate(nodes, start=1):
        yield _node(speech, parent, position, facts), facts.children


def _node(speech: Speech, parent: Node | None, position: int, facts: NodeFacts) -> Node:
    values: dict[str, Any] = {name: getattr(facts, name) for name in _SETTINGS}
    values |= {name: getattr(facts, name).value for name in _CHOICES}
    return Node(speech=speech, parent=parent, position=position, **values)


def _all_below(speech: Speech, level: Level) -> Iterator[Node]:
    for node, below in level:
        yield node
        yield from _all_below(speech, list(_level(speech, None, below)))


def _refuse_too_long(rows: Iterable[Versioned]) -> None:
    told = [sentence for row in rows for sentence in _too_long(row)]
    if told:
        more = f"；另有{len(told) - _MOST_TOLD}处" if len(told) > _MOST_TOLD else ""
        sentences = "；".join(told[:_MOST_TOLD])
        raise TooLong(f"没有保存：{sentences}{more}。请把它们改成正文，或者从中间分开。")


def _too_long(row: Versioned) -> Iterator[str]:
    """What does not fit into its column, as a person sees it."""
    for field in row._meta.concrete_fields:
        if isinstance(field, models.CharField) and field.editable and not field.choices:
            text = normalise_line(getattr(row, field.name))
            if len(text) > (field.max_length or 0):
                label = f"{field.verbose_name}“{text[:_SHOWN]}…”"
                yield f"{label}有{len(text)}字，最多{field.max_length}字"
