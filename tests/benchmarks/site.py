"""What is measured: every page of a long speech, its saves, and the files it is printed from.

A page is the whole answer to a request, without a network between: session, permission, queries,
pages, HTML. A save is the answer to the form and the page that is shown after it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from speeches.document.assemble import assemble
from speeches.enums import UserRole
from speeches.export.html import document_html
from speeches.models import Speech
from speeches.services import ledger
from speeches.services.copies import current_copy
from speeches.services.facts import facts_of
from speeches.services.finalising import mark_final
from speeches.typeset.edition import STANDARD
from tests import factories
from tests.benchmarks import side_by_side
from tests.benchmarks.long_speech import figure_of, long_speech, point_of
from tests.benchmarks.measuring import Measure, measure, table
from tests.views.filling import fields
from tests.views.visiting import visitor

PAGE_AIM, SAVE_AIM = 150, 150
SPEECH_PAGES = ("speech", "speech_title", "speech_opening", "speech_closing", "figures")
CHECK_PAGES = ("checks", "checks_safe")
MORE_PAGES = (*CHECK_PAGES, "figure_new", "bin", "export", "mark_final", "speech_text")


def report() -> Iterator[str]:
    """Tables, each as soon as it is there."""
    drafter = factories.user()
    speech = long_speech(drafter)
    copy = current_copy(speech)
    size = f"{len(copy.pages(STANDARD).pages)} pages, {copy.length}, {speech.nodes.count()} rows"
    busy, processors = os.getloadavg()[0], os.cpu_count()
    yield f"{size}, {connection.vendor}; load {busy:.1f} on {processors} processors"
    client = visitor(drafter)
    yield "Pages\n" + table(list(_pages(client, speech)))
    yield "Saves, each with the page after it\n" + table(list(_saves(client, speech)))
    yield "From rows to pages\n" + table(list(_steps(speech)))
    preview = partial(_shown, client, reverse("speech", args=[speech.pk]))
    yield from side_by_side.report(side_by_side.Bench(copy, preview))
    yield "Read only\n" + table(list(_read(speech)))


def _pages(client: Client, speech: Speech) -> Iterator[Measure]:
    point = point_of(speech)
    paths = {"home": reverse("home"), "meeting": reverse("meeting", args=[speech.meeting_id])}
    for name in (*SPEECH_PAGES, *MORE_PAGES):
        paths[name] = reverse(name, args=[speech.pk])
    paths["figure"] = reverse("figure", args=[figure_of(speech).pk])
    paths["node (a point)"] = reverse("node", args=[point.pk])
    paths["node (a part)"] = reverse("node", args=[point.parent_id])
    for name, path in paths.items():
        yield measure(name, partial(_shown, client, path), aim=PAGE_AIM)


def _saves(client: Client, speech: Speech) -> Iterator[Measure]:
    point, figure = point_of(speech), figure_of(speech)
    forms = {
        "a point": (reverse("node", args=[point.pk]), "body"),
        "a part": (reverse("node", args=[point.parent_id]), "body"),
        "the opening": (reverse("speech_opening", args=[speech.pk]), "opening"),
        "the title": (reverse("speech_title", args=[speech.pk]), "title"),
        "a figure": (reverse("figure", args=[figure.pk]), "value"),
    }
    for name, (path, field) in forms.items():
        yield _save(name, client, path, field)


def _save(name: str, client: Client, path: str, field: str) -> Measure:
    """The form as it stands, with another number in `field` each time, fetched untimed."""
    numbers, ready = count(1000), dict[str, str]()

    def fill() -> None:
        ready.update(fields(_shown(client, path)) | {field: f"{next(numbers)}"})

    def save() -> None:
        response = client.post(path, ready)
        assert response.status_code == 303, f"{path}: {response.status_code}"
        _shown(client, response["Location"])

    return measure(name, save, aim=SAVE_AIM, before=fill)


def _steps(speech: Speech) -> Iterator[Measure]:
    facts, copy = facts_of(speech), current_copy(speech)
    pages = copy.pages(STANDARD)
    works: dict[str, Callable[[], object]] = {
        "facts from the database": partial(facts_of, speech),
        "assemble": partial(assemble, facts),
        "typeset": partial(copy.pages, STANDARD),
        "HTML": partial(document_html, pages, title=copy.title, marks=True),
    }
    for name, work in works.items():
        yield measure(name, work)


def _read(speech: Speech) -> Iterator[Measure]:
    reviewer, path = visitor(role=UserRole.REVIEWER), reverse("speech", args=[speech.pk])
    yield measure("speech (reviewer)", partial(_shown, reviewer, path), aim=PAGE_AIM)
    figure = figure_of(speech)  # changed by the saves
    ledger.confirm(figure, seen=figure.version, actor=factories.user())
    final = mark_final(Speech.objects.get(pk=speech.pk), actor=None, because="照原文")
    leader = visitor(role=UserRole.LEADER)
    for name in ("final", "final_read"):
        path = reverse(name, args=[final.pk])
        yield measure(name, partial(_shown, leader, path), aim=PAGE_AIM)


def _shown(client: Client, path: str) -> HttpResponse:
    response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return response
