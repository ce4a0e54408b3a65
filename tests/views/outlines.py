"""What the tests of the outline share."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from speeches.models import Node, Speech
from tests import factories
from tests.views.filling import fields


def part(kind: str = "achievements", **fields: Any) -> Node:
    return factories.node(factories.speech(), "肯定成绩", kind=kind, **fields)


def category(*bodies: str, **fields: Any) -> Node:
    """A category of achievements, its items numbered 一是."""
    node = factories.node(part(), "教学平稳", marker="shi", layout="run_in", **fields)
    for body in bodies:
        factories.node(node, body=body)
    return node


def address(node: Node, verb: str = "") -> str:
    return f"/nodes/{node.pk}/{verb}"


def send(client: Client, node: Node, **changes: Any) -> HttpResponse:
    """Open the form of a node, change these fields in it, and send it."""
    filled = fields(client.get(address(node)), address(node))
    return client.post(address(node), filled | changes)


def bodies(node: Node) -> list[str]:
    siblings = Node.objects.siblings_under(node.speech_id, node.pk)
    return list(siblings.values_list("body", flat=True))


def errors(response: HttpResponse) -> list[str]:
    """The lines of the summary on top."""
    summary = response.content.decode().partition('class="errors"')[2].partition("</div>")[0]
    return re.findall(r"<li>(?:<a[^>]*>)?([^<]+)", summary)


def add(client: Client, speech: Speech, **named: Any) -> HttpResponse:
    page = client.get(f"/speeches/{speech.pk}/").content.decode()
    once = re.search(r'name="once" value="([^"]*)"', page)
    assert once
    return client.post(f"/speeches/{speech.pk}/add/", {"once": once[1]} | named)
