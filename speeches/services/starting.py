"""A new node as an office would have it: its points numbered, its items run in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from speeches.document.facts import POINT_FOR
from speeches.enums import LayoutChoice, MarkerChoice, NodeKind
from speeches.models import Node, Speech, User
from speeches.services.outlining import add_node

_RUN_IN: Mapping[str, Any] = {"heading_run_in": True, "layout": LayoutChoice.RUN_IN}
USUAL: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        NodeKind.PROBLEMS: {"marker": MarkerChoice.NONE, "layout": LayoutChoice.RUN_IN},
        NodeKind.CATEGORY: _RUN_IN | {"marker": MarkerChoice.SHI},
        NodeKind.PRIORITY: _RUN_IN | {"marker": MarkerChoice.SHI},
        NodeKind.REQUIREMENT: _RUN_IN | {"marker": MarkerChoice.YAO},
        NodeKind.POINT: {"marker": MarkerChoice.SHI, "layout": LayoutChoice.RUN_IN},
    }
)


def start_node(
    speech: Speech,
    parent: Node | None,
    kind: str,
    *,
    after: Node | None = None,
    once: UUID | None = None,
    actor: User | None,
) -> Node:
    """An empty node of `kind` under `parent`, behind its child `after` or as the last.

    Raises what `add_node` raises.
    """
    position = None
    if after is not None:
        siblings = Node.objects.siblings_under(speech.pk, parent and parent.pk)
        position = siblings.filter(position__lte=after.position).count() + 1
    return add_node(
        speech, parent, actor=actor, position=position, kind=kind, once=once, **USUAL.get(kind, {})
    )


def kind_below(parent: Node) -> str:
    """What a new node under `parent` is."""
    return POINT_FOR.get(NodeKind(parent.kind), NodeKind.ITEM)
