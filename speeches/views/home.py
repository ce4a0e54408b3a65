"""工作台: what one is writing, the meetings ahead, what is final."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from speeches import rules
from speeches.enums import SpeechState, UserRole
from speeches.models import FinalCopy, Meeting, Speech, User
from speeches.views.shared import page

RECENT = 5  # meetings and final copies; the lists have all


@page("GET")
def home(request: HttpRequest) -> HttpResponse:
    """Leaders go on to the final copies; who reads no speeches is told so."""
    if rules.may_read_drafts(request.user):
        return render(request, "speeches/home.html", _desk(request.user))
    may_read = rules.may_read_final_copies(request.user)
    if may_read:
        return redirect("finals")
    return render(request, "speeches/no_texts.html", {"reason": may_read.reason})


def _desk(user: User) -> dict[str, Any]:
    """The drafts, one's own first: begun or last changed by this person."""
    drafts = list(Speech.objects.visible_to(user).filter(state=SpeechState.DRAFT))
    mine = [speech for speech in drafts if user.pk in (speech.created_by_id, speech.changed_by_id)]
    finals = FinalCopy.objects.visible_to(user).newest().select_related("speech")
    return {
        "mine": mine,
        "others": [speech for speech in drafts if speech not in mine],
        "meetings": Meeting.objects.of_bureau_of(user)[:RECENT],
        "finals": finals[:RECENT],
        "may_write": rules.may_write(user),
        "only_gives_figures": user.role == UserRole.CONTRIBUTOR,
    }
