"""首页: the meetings and their speeches, for those who work at drafts."""

from __future__ import annotations

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from speeches import rules
from speeches.models import Meeting, Speech
from speeches.views.shared import page


@page("GET")
def home(request: HttpRequest) -> HttpResponse:
    """Leaders go on to the final copies; who reads no speeches is told so."""
    may_read = rules.may_read_drafts(request.user)
    if may_read:
        speeches = Prefetch("speeches", Speech.objects.visible_to(request.user))
        meetings = Meeting.objects.of_bureau_of(request.user).prefetch_related(speeches)
        return render(request, "speeches/home.html", {"meetings": meetings})
    may_read = rules.may_read_final_copies(request.user)
    if may_read:
        return redirect("finals")
    return render(request, "speeches/no_texts.html", {"reason": may_read.reason})
