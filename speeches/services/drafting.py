"""A new speech: from an outline that ships with the app, like last time's, or from nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from speeches.document.facts import MAX_DEPTH, POINT_FOR
from speeches.models import Figure, Meeting, Node, Speech, User
from speeches.services.saving import add, insert
from speeches.services.starting import USUAL

FOLDER = Path(__file__).parent / "data" / "templates"
_COPIED = (
    "kind",
    "heading",
    "heading_run_in",
    "body",
    "tail",
    "marker",
    "layout",
    "separator",
    "etcetera",
    "collective",
    "department_id",
)
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Template:
    """An outline to begin with; `meeting` is the kind of meeting that it fits."""

    key: str
    name: str
    meeting: str
    summary: str
    position: int
    salutation: str
    closing: str
    parts: tuple[Table, ...]


@cache
def templates() -> tuple[Template, ...]:
    """Those that ship with the app, in the order in which they are offered."""
    found = (_read(path) for path in FOLDER.glob("*.toml"))
    return tuple(sorted(found, key=lambda template: template.position))


def _read(path: Path) -> Template:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Template(key=path.stem, **told | {"parts": tuple(told["parts"])})


def models_for(meeting: Meeting, actor: User) -> list[Speech]:
    """The speeches that a new one can be like: of the same kind of meeting first, then newest."""
    newest = Speech.objects.visible_to(actor).with_meeting().order_by("-pk")[:20]
    return sorted(newest, key=lambda speech: speech.meeting.kind != meeting.kind)[:5]


@transaction.atomic
def draft_from(speech: Speech, template: Template, *, actor: User) -> Speech:
    """Insert a new speech with the parts and points of an outline, all or nothing.

    They are born with it: together they are its first revision. Raises ValidationError.
    """
    speech.salutation, speech.closing = template.salutation, template.closing
    insert(speech, actor=actor)
    for position, told in enumerate(template.parts, start=1):
        part = _planted(speech, None, position, told)
        for place, point in enumerate(told.get("points", ()), start=1):
            _planted(speech, part, place, {"kind": POINT_FOR[part.kind]} | point)
    return speech


def _planted(speech: Speech, parent: Node | None, position: int, told: Table) -> Node:
    """A node of an outline: set as one that is added by hand, but for what the outline says."""
    own = {name: value for name, value in told.items() if name != "points"}
    fields = {**USUAL.get(told["kind"], {}), **own}
    return add(Node(speech=speech, parent=parent, position=position, **fields))


@transaction.atomic
def draft_like(speech: Speech, model: Speech, *, actor: User) -> Speech:
    """Insert a new speech with the text of another of the bureau, all or nothing.

    Copied: salutation, opening, closing, the outline, which problem each priority answers, the
    names, units and divisions of the figures. Left behind: deadlines, the values of the figures,
    who confirmed them, and what is deleted. Raises ValidationError.
    """
    for name in ("salutation", "opening", "closing", "marker"):
        setattr(speech, name, getattr(model, name))
    insert(speech, actor=actor)
    Figure.objects.bulk_create(
        Figure(speech=speech, name=one.name, unit=one.unit, department_id=one.department_id)
        for one in Figure.objects.standing().filter(speech=model)
    )
    copies = _copied_outline(speech, model)
    _link(copies, Node.answers.through.objects.filter(from_node__in=copies))
    return speech


def _copied_outline(speech: Speech, model: Speech) -> dict[int, Node]:
    """The copies by the key of what they copy; a query for each level, parents first."""
    copies: dict[int, Node] = {}
    standing = Node.objects.standing().filter(speech=model).order_by("position")
    level = [node for node in standing if node.parent_id is None]
    below = _by_parent(standing)
    for _ in range(MAX_DEPTH):
        made = [_copy(node, speech, copies) for node in level]
        Node.objects.bulk_create(made)
        copies |= {node.pk: copy for node, copy in zip(level, made, strict=True)}
        level = [child for node in level for child in below.get(node.pk, ())]
    return copies


def _by_parent(nodes: Iterable[Node]) -> dict[int, list[Node]]:
    below: dict[int, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.parent_id, []).append(node)
    return below


def _copy(node: Node, speech: Speech, copies: Mapping[int, Node]) -> Node:
    text = {name: getattr(node, name) for name in _COPIED}
    parent = copies[node.parent_id] if node.parent_id else None
    return Node(speech=speech, parent=parent, position=node.position, **text)


def _link(copies: Mapping[int, Node], links: Iterable[Any]) -> None:
    through = Node.answers.through
    through.objects.bulk_create(
        through(from_node=copies[link.from_node_id], to_node=copies[link.to_node_id])
        for link in links
        if link.to_node_id in copies
    )
