"""定稿: what leaders read."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from speeches import rules
from speeches.export.errors import ExportError
from speeches.models import FinalCopy, Meeting
from speeches.services import exporting
from speeches.typeset.fonts import FontError
from speeches.views.paper import paper
from speeches.views.shared import download, final_for, no_file, page, require


@dataclass(frozen=True, slots=True)
class Card:
    """A final copy as the list shows it."""

    final: FinalCopy
    copy: exporting.Copy

    @property
    def meeting(self) -> Meeting:
        return self.final.speech.meeting


@page("GET")
def finals(request: HttpRequest) -> HttpResponseBase:
    """The newest final copy of every speech: those still to be given first, the next on top."""
    require(rules.may_read_final_copies(request.user))
    newest = FinalCopy.objects.visible_to(request.user).newest().select_related("speech__meeting")
    cards = [Card(final, exporting.kept_copy(final)) for final in newest]
    cards.sort(key=lambda card: card.copy.date or card.final.made_at.date(), reverse=True)
    ahead = [card for card in cards if card.copy.date and card.copy.date >= localdate()]
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
    later = shown.speech.final_copies.filter(revision__gt=shown.revision).first()
    links = {name: reverse(f"final_{name}", args=[key]) for name in ("pdf", "print")}
    return paper(request, exporting.kept_copy(shown), links, later=later)


@page("GET")
def final_pdf(request: HttpRequest, key: int, *, as_attachment: bool) -> HttpResponseBase:
    """The same pages as PDF."""
    copy = exporting.kept_copy(final_for(request, key))
    try:
        return download(exporting.pdf_file(copy), as_attachment=as_attachment)
    except (FontError, ExportError) as error:
        return no_file(request, error)
