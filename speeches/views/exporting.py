"""导出: a speech as it stands now as a file, in the edition and with the mark chosen for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from speeches import rules
from speeches.export.errors import ExportError
from speeches.forms.exporting import ExportForm
from speeches.models import Speech
from speeches.services import exporting
from speeches.services.circulating import last_export, leaders_copy
from speeches.services.copies import current_copy
from speeches.services.editions import edition_for
from speeches.services.fonts import font_note, font_trouble
from speeches.typeset.fonts import FontError
from speeches.views.editing import UNUSABLE, troubles
from speeches.views.shared import download, no_file, page, require, speech_for


@page("GET")
def export(request: HttpRequest, key: int) -> HttpResponseBase:
    """What can be had, what would be marked in it, and which versions people hold already."""
    speech = _exported(request, key)
    return _choices(request, speech, ExportForm(speech=speech))


@page("GET")
def speech_file(
    request: HttpRequest, key: int, *, file_format: str, as_attachment: bool
) -> HttpResponseBase:
    """The file, to keep or to look at and print."""
    speech = _exported(request, key)
    form = ExportForm(request.GET, speech=speech)
    if not form.is_valid():
        return _choices(request, speech, form)
    edition = edition_for(speech.meeting.bureau, form.cleaned_data["edition"])
    try:
        file = exporting.export(speech, file_format, edition, stamp=form.words, actor=request.user)
    except (FontError, ExportError) as error:
        return no_file(request, error)
    return download(file, as_attachment=as_attachment)


def _exported(request: HttpRequest, key: int) -> Speech:
    speech = speech_for(request, key)
    require(rules.may_export(request.user))
    return speech


def _choices(request: HttpRequest, speech: Speech, form: ExportForm) -> HttpResponse:
    copy = current_copy(speech)
    pages = copy.pages(edition_for(speech.meeting.bureau))
    context = {
        "speech": speech,
        "copy": copy,
        "form": form,
        "troubles": troubles([form]),
        "open_count": len(copy.document.marked),
        "leaders": leaders_copy(speech, copy),
        "last": last_export(speech, copy),
        "font_trouble": font_trouble(pages.edition),
        "font_note": font_note(pages),
    }
    status = UNUSABLE if form.is_bound else 200
    return render(request, "speeches/export.html", context, status=status)
