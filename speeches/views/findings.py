"""Findings on the pages of the desk: which levels are shown, what is underlined and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from speeches.checks.base import Level
from speeches.export.pieces import Marking
from speeches.models import Speech
from speeches.services.proofreading import Proof

# What the address says after `show=`; without it all but the hints.
SHOWN: Mapping[str, tuple[Level, ...]] = MappingProxyType(
    {"": (Level.ERROR, Level.WARNING), **{each: (each,) for each in Level}, "all": tuple(Level)}
)


@dataclass(frozen=True, slots=True)
class Way:
    """A choice of levels, with the number of lines that it shows."""

    label: str
    show: str
    count: int


def show_of(asked: str) -> str:
    """Which levels are asked for; what nobody knows is the default."""
    return asked if asked in SHOWN else ""


def markings(proof: Proof, show: str = "") -> list[Marking]:
    """What is underlined, what is surer above what is less."""
    order = list(Level)
    found = sorted(proof.of(SHOWN[show]), key=lambda finding: order.index(finding.level))
    return [
        Marking(
            finding.block,
            finding.start,
            finding.end,
            finding.key,
            finding.level,
            f"{finding.level.label}：{finding.message}",
        )
        for finding in found
    ]


def sheets_address(speech: Speech, show: str) -> str:
    """Where further sheets with the same findings come from."""
    return reverse("checks_sheets", args=[speech.pk, show or "main"])


def address(speech: Speech, show: str, **told: str) -> str:
    """The list with this choice of levels."""
    query = urlencode({name: value for name, value in {"show": show, **told}.items() if value})
    return reverse("checks", args=[speech.pk]) + (f"?{query}" if query else "")


def came_from(request: HttpRequest, speech: Speech, **told: str) -> str:
    """The list as it was, at what has taken the place of the line or the spot worked at."""
    at, spot = _number(request, "at"), _number(request, "spot")
    place = f"#spot-{at}-{spot}" if at and spot else f"#line-{at}" if at else ""
    return address(speech, show_of(request.POST.get("show", "")), **told) + place


def _number(request: HttpRequest, name: str) -> str:
    told = request.POST.get(name, "")
    return told if told.isascii() and told.isdigit() else ""


def told_counts(counts: Counter[Level]) -> list[tuple[str, int]]:
    """错误 2 · 疑似 5: the levels that have any lines."""
    return [(level.label, counts[level]) for level in Level if counts[level]]


def ways(counts: Counter[Level]) -> list[Way]:
    """The choices of levels."""
    labels = {"": "错误和疑似", **{each: each.label for each in Level}, "all": "全部"}
    return [
        Way(label, show, sum(counts[level] for level in SHOWN[show]))
        for show, label in labels.items()
    ]
