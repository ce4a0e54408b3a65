"""定稿: what leaders read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate

from speeches import rules
from speeches.document.language import PACE, duration
from speeches.export.errors import ExportError
from speeches.export.reading import reading_html
from speeches.models import FinalCopy, Meeting
from speeches.services import speaking
from speeches.services.copies import kept_copy
from speeches.services.editions import UnknownEdition, edition_for
from speeches.services.exporting import pdf_file
from speeches.typeset.edition import LARGE, STANDARD, Edition
from speeches.typeset.fonts import FontError
from speeches.views.paper import paper
from speeches.views.shared import download, final_for, no_file, page, require
from speeches.views.sheets import lot

LINKS = ("read", "pdf", "print", "sheets")


@dataclass(frozen=True, slots=True)
class Card:
    """A final copy as the list shows it, at the time and place that the meeting has by now."""

    final: FinalCopy
    pace: int

    @property
    def meeting(self) -> Meeting:
        return self.final.speech.meeting

    @property
    def length(self) -> str:
        return f"{self.final.characters:,}字"

    @property
    def duration(self) -> str:
        return duration(self.final.spoken, self.pace)

    @property
    def when(self) -> datetime.datetime:
        """The hour of the meeting; the day of the copy where that is not fixed."""
        date = self.meeting.date or localdate(self.final.made_at)
        return datetime.datetime.combine(date, self.meeting.time or datetime.time())


@page("GET")
def finals(request: HttpRequest) -> HttpResponseBase:
    """The newest final copy of every speech: those still to be given first, the next on top."""
    require(rules.may_read_final_copies(request.user))
    paces = speaking.paces(request.user.bureau_id)
    cards = [
        Card(final, paces.get(final.speech.speaker.strip(), PACE))
        for final in FinalCopy.objects.visible_to(request.user).newest().listed()
    ]
    cards.sort(key=lambda card: card.when, reverse=True)
    ahead = [card for card in cards if card.meeting.date and card.meeting.date >= localdate()]
    context = {
        "ahead": ahead[::-1],
        "past": [card for card in cards if card not in ahead],
        "may_read_drafts": rules.may_read_drafts(request.user),
    }
    return render(request, "speeches/finals.html", context)


@page("GET")
def final(request: HttpRequest, key: int) -> HttpResponseBase:
    """The pages as they were marked final; a later final copy is pointed to."""
    shown = final_for(request, key)
    edition = _edition(shown)
    links = {name: reverse(f"final_{name}", args=[key]) for name in LINKS}
    copy = kept_copy(shown)
    told = {"final": shown, "later": _later(shown), "other": _other(edition)}
    return paper(request, copy, copy.pages(edition), links, **told)


@page("GET")
def final_sheets(request: HttpRequest, key: int) -> HttpResponseBase:
    """Further sheets of the same."""
    shown = final_for(request, key)
    copy = kept_copy(shown)
    return lot(request, copy, copy.pages(_edition(shown)))


@page("GET")
def final_read(request: HttpRequest, key: int) -> HttpResponseBase:
    """The same text flowing, for a phone."""
    shown = final_for(request, key)
    copy = kept_copy(shown)
    context = {
        "final": shown,
        "copy": copy,
        "duration": copy.duration(speaking.pace_of(shown.speech)),
        "later": _later(shown),
        "other": _other(_edition(shown)),
        # The exporter escapes whatever was typed.
        "text": mark_safe(reading_html(copy.document)),  # noqa: S308
    }
    return render(request, "speeches/final_read.html", context)


@page("GET")
def final_pdf(request: HttpRequest, key: int, *, as_attachment: bool) -> HttpResponseBase:
    """The same pages as PDF; in another edition where the address names one."""
    shown = final_for(request, key)
    try:
        edition = _edition(shown, request.GET.get("edition", ""))
        return download(pdf_file(kept_copy(shown), edition), as_attachment=as_attachment)
    except UnknownEdition as refusal:
        return no_file(request, refusal, status=404)
    except (FontError, ExportError) as error:
        return no_file(request, error)


def _edition(shown: FinalCopy, key: str = "") -> Edition:
    return edition_for(shown.speech.meeting.bureau, key)


def _other(edition: Edition) -> Edition:
    """What else leaders are offered: the large print, or the standard where that is the rule."""
    return STANDARD if edition.key == LARGE.key else LARGE


def _later(shown: FinalCopy) -> FinalCopy | None:
    """The copy that has replaced this one."""
    newer = shown.speech.final_copies.defer("document").filter(revision__gt=shown.revision)
    return newer.order_by("-revision").first()
