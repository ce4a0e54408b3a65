"""定稿 and 退回修改: between a draft and the copy that leaders read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches import rules
from speeches.forms.finalising import FinalForm, ReopenForm
from speeches.models import Speech
from speeches.services import finalising, speaking
from speeches.services.copies import current_copy
from speeches.services.editions import default_edition
from speeches.services.facts import facts_of
from speeches.services.fonts import font_note
from speeches.services.proofreading import proof_of
from speeches.services.refusals import (
    AlreadyFinal,
    Overtaken,
    Refusal,
    Unexplained,
    VersionMissing,
)
from speeches.views import listing
from speeches.views.editing import (
    CONFLICT,
    SEE_OTHER,
    UNUSABLE,
    data_of,
    see_other,
    troubles,
)
from speeches.views.places import open_places
from speeches.views.shared import page, require, speech_for


@page("GET", "POST")
def mark_final(request: HttpRequest, key: int) -> HttpResponseBase:
    """What is still open, and the button; marked twice it is final once."""
    speech = speech_for(request, key)
    if request.user.role not in rules.FINALISERS:
        require(rules.may_mark_final(request.user, speech))
    form = FinalForm(data_of(request), initial={"seen": speech.revision})
    if request.method != "POST":
        return _final_page(request, speech, form)
    try:
        form.is_valid()
        because = form.cleaned_data.get("because", "")
        finalising.mark_final(speech, actor=request.user, seen=form.revision, because=because)
    except AlreadyFinal:
        pass  # the page says since when, and by whom
    except Refusal as refusal:
        form.refused = str(refusal)
        if isinstance(refusal, Unexplained):
            form.add_error("because", "请写明不改的原因。")
        status = CONFLICT if isinstance(refusal, Overtaken) else UNUSABLE
        return _final_page(request, speech_for(request, key), form, status=status)
    else:
        messages.success(request, "已定稿。领导现在可以阅读和下载。")
    return see_other(reverse("mark_final", args=[key]))


@page("GET", "POST")
def reopen(request: HttpRequest, key: int) -> HttpResponseBase:
    """The reason is asked for; the final copy stays with the leaders meanwhile."""
    speech = speech_for(request, key)
    if request.user.role not in rules.REOPENERS:
        require(rules.may_reopen(request.user, speech))
    form = ReopenForm(data_of(request), initial={"seen": speech.revision})
    status = 200
    if request.method == "POST":
        status = _reopened(request, speech, form)
        if status == SEE_OTHER:
            messages.success(request, "已退回起草。领导仍能看到这份定稿，上面标着“正在修改”。")
            return see_other(reverse("mark_final", args=[key]))
        speech = speech_for(request, key)  # as it stands now
        form.show(speech.revision)
    context = {
        "speech": speech,
        "form": form,
        "troubles": troubles([form]),
        "may_reopen": rules.may_reopen(request.user, speech),
    }
    return render(request, "speeches/reopen.html", context, status=status)


def _reopened(request: HttpRequest, speech: Speech, form: ReopenForm) -> int:
    """303 where it was done; else the status of the page that says why not."""
    if not form.is_valid():
        return UNUSABLE
    try:
        reason = form.cleaned_data["reason"]
        finalising.reopen(speech, actor=request.user, reason=reason, seen=form.revision)
    except Refusal as refusal:
        form.refused = str(refusal)
        return UNUSABLE if isinstance(refusal, VersionMissing) else CONFLICT
    return SEE_OTHER


def _final_page(
    request: HttpRequest, speech: Speech, form: FinalForm, *, status: int = 200
) -> HttpResponse:
    """The speech as it stands now; the form says why it is not final."""
    facts = facts_of(speech)
    copy = current_copy(speech, facts)
    pages = copy.pages(default_edition(speech.meeting.bureau))
    proof = proof_of(speech, copy, facts)
    if form.is_bound:
        form.show(copy.revision)
    copies = speech.final_copies.select_related("made_by", "reopened_by").defer("document")
    context: dict[str, Any] = {
        "speech": speech,
        "copy": copy,
        "duration": copy.duration(speaking.pace_of(speech)),
        "form": form,
        "points": open_places(request.user, speech, pages),
        "errors": listing.lines(proof, pages, proof.errors) if copy.is_draft else [],
        "copies": copies.order_by("-revision"),
        "may_reopen": rules.may_reopen(request.user, speech),
        "font_note": font_note(pages),
    }
    return render(request, "speeches/mark_final.html", context, status=status)
