"""A speech as it stands now: the desk for who writes it, its pages for who reads it."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from speeches import rules
from speeches.services import exporting
from speeches.views.desk import desk_context, ways
from speeches.views.paper import paper
from speeches.views.shared import page, speech_for


@page("GET")
def speech(request: HttpRequest, key: int) -> HttpResponseBase:
    """The outline and the pages; for who may write, with all that can be done about them."""
    found = speech_for(request, key)
    if rules.may_write(request.user, found):
        return render(request, "speeches/desk.html", desk_context(request, found))
    links, reasons = ways(request.user, found)
    return paper(request, exporting.current_copy(found), links, reasons=reasons)
