"""讲话稿: a new one; what stands above, before and after its parts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches import rules
from speeches.forms.base import TextForm
from speeches.forms.drafting import ClosingForm, OpeningForm, SpeechNewForm, TitleForm
from speeches.models import Speech
from speeches.services.opening import moves
from speeches.views.desk import desk_context
from speeches.views.editing import answer_form, data_of
from speeches.views.shared import meeting_for, page, require, speech_for


@page("GET", "POST")
def speech_new(request: HttpRequest, key: int) -> HttpResponseBase:
    """A speech at a meeting: from an outline, like last time's, or from nothing."""
    meeting = meeting_for(request, key)
    require(rules.may_write(request.user))
    form = SpeechNewForm(data_of(request), instance=Speech(meeting=meeting), actor=request.user)
    context = {"title": "新建讲话稿", "intro": f"会议：{meeting.name}", "submit": "开始写"}
    context |= {"back": reverse("meeting", args=[key]), "meeting": meeting}
    return answer_form(
        request,
        form,
        done=lambda: reverse("speech", args=[form.instance.pk]),
        template="speeches/speech_new.html",
        context=context,
    )


@page("GET", "POST")
def speech_title(request: HttpRequest, key: int) -> HttpResponseBase:
    """题目与称谓."""
    return _block(request, key, "speech_title", TitleForm, {"title": "题目与称谓"})


@page("GET", "POST")
def speech_closing(request: HttpRequest, key: int) -> HttpResponseBase:
    """结尾."""
    return _block(request, key, "speech_closing", ClosingForm, {"title": "结尾"})


@page("GET", "POST")
def speech_opening(request: HttpRequest, key: int) -> HttpResponseBase:
    """开场, with its four moves offered; taking one over saves nothing yet."""
    row = _written(request, key)
    offered = moves(row.meeting)
    context = {"title": "开场", "moves": offered}
    taken = next((move for move in offered if move.key == request.POST.get("take")), None)
    if taken is None:
        return _block(request, key, "speech_opening", OpeningForm, context)
    return _taken_over(request, row, taken.text, context)


def _written(request: HttpRequest, key: int) -> Speech:
    """A speech for those who write. Whether it is still a draft, a save finds out itself: what
    was typed meanwhile is not to be lost by a refusal at the door."""
    row = speech_for(request, key)
    require(rules.may_write(request.user))
    if request.method != "POST":
        require(rules.may_write(request.user, row))
    return row


def _block(
    request: HttpRequest, key: int, name: str, form_class: type[TextForm], context: dict[str, Any]
) -> HttpResponseBase:
    """One form of the speech's own row; after saving one stays at it."""
    row = _written(request, key)
    form = form_class(data_of(request), instance=row, actor=request.user)
    return answer_form(
        request,
        form,
        done=reverse(name, args=[key]),
        template=f"speeches/{name}.html",
        context=lambda: _shown(request, row, name, context),
    )


def _taken_over(
    request: HttpRequest, row: Speech, text: str, context: dict[str, Any]
) -> HttpResponseBase:
    data = request.POST.copy()
    data["opening"] = "\n".join(filter(None, (data.get("opening", "").rstrip(), text)))
    form = OpeningForm(data, instance=row, actor=request.user)
    shown = _shown(request, row, "speech_opening", context) | {"form": form, "holds_changes": True}
    return render(request, "speeches/speech_opening.html", shown)


def _shown(request: HttpRequest, row: Speech, name: str, context: dict[str, Any]) -> dict[str, Any]:
    """The form stands on the desk, between the outline and the pages."""
    return desk_context(request, row, name.removeprefix("speech_")) | context
