"""Where something stands that is to be settled: its form for who may change it, else its page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from speeches import rules
from speeches.document.facts import Row
from speeches.models import Speech, User
from speeches.typeset.pages import Pages
from speeches.views import contents

_FORMS_OF_SPEECH = {"opening": "speech_opening", "closing": "speech_closing"}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the list; `figure` is the address of the figure that is missing or doubtful."""

    words: str
    note: str
    address: str
    figure: str


def open_places(user: User, speech: Speech, pages: Pages) -> list[Place]:
    """What is still open in the text of a speech, each thing with the way to it, in order."""
    may_write = rules.may_write(user, speech)
    return [
        Place(
            point.words,
            point.note,
            form_of(point.row, point.field) if may_write else _page_of(speech, point.page),
            reverse("figure", args=[point.figure.key]) if point.figure else "",
        )
        for point in contents.open_points(pages)
    ]


def form_of(row: Row, field: str) -> str:
    """The address of the form that holds a field of a speech or of a node."""
    if row.table == "node":
        return reverse("node", args=[row.key])
    return reverse(_FORMS_OF_SPEECH.get(field, "speech_title"), args=[row.key])


def _page_of(speech: Speech, page: int) -> str:
    return reverse("speech", args=[speech.pk]) + f"#page-{page}"
