"""A speech as it stands now: the desk for who writes it, its pages for who reads it."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from speeches import rules
from speeches.models import Import
from speeches.services.circulating import leaders_copy
from speeches.services.copies import current_copy
from speeches.services.editions import default_edition
from speeches.views.desk import desk_context, ways
from speeches.views.paper import paper
from speeches.views.shared import page, speech_for
from speeches.views.sheets import lot


@page("GET")
def speech(request: HttpRequest, key: int) -> HttpResponseBase:
    """The outline and the pages; for who may write, with all that can be done about them."""
    found = speech_for(request, key)
    source = Import.objects.filter(speech=found).values_list("pk", flat=True).first()
    if rules.may_write(request.user, found):
        context = desk_context(request, found) | {"source": source}
        return render(request, "speeches/desk.html", context)
    links, reasons = ways(request.user, found)
    copy = current_copy(found)
    pages = copy.pages(default_edition(found.meeting.bureau))
    leaders = leaders_copy(found, copy)
    told = {"reasons": reasons, "leaders": leaders, "source": source}
    return paper(request, copy, pages, links, **told)


@page("GET")
def sheets(request: HttpRequest, key: int) -> HttpResponseBase:
    """Further sheets for either page."""
    found = speech_for(request, key)
    copy = current_copy(found)
    return lot(request, copy, copy.pages(default_edition(found.meeting.bureau)))
