"""导出: a speech as it stands now as a file, with the mark that was chosen for it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from speeches import rules
from speeches.export.errors import ExportError
from speeches.forms.exporting import ExportForm
from speeches.models import Speech
from speeches.services import exporting
from speeches.typeset.fonts import FontError
from speeches.views.editing import UNUSABLE, troubles
from speeches.views.shared import download, no_file, page, require, speech_for


@page("GET")
def export(request: HttpRequest, key: int) -> HttpResponseBase:
    """What can be had, and what would be marked in it."""
    return _choices(request, _exported(request, key), ExportForm())


@page("GET")
def speech_pdf(request: HttpRequest, key: int, *, as_attachment: bool) -> HttpResponseBase:
    """The pages as PDF, to keep or to look at and print."""
    speech, form = _exported(request, key), ExportForm(request.GET)
    if not form.is_valid():
        return _choices(request, speech, form)
    copy = exporting.current_copy(speech)
    try:
        file = exporting.pdf_file(copy, stamp=form.words)
    except (FontError, ExportError) as error:
        return no_file(request, error)
    return download(file, as_attachment=as_attachment)


@page("GET")
def speech_text(request: HttpRequest, key: int) -> HttpResponseBase:
    """The text alone."""
    copy = exporting.current_copy(_exported(request, key))
    return download(exporting.text_file(copy))


def _exported(request: HttpRequest, key: int) -> Speech:
    speech = speech_for(request, key)
    require(rules.may_export(request.user))
    return speech


def _choices(request: HttpRequest, speech: Speech, form: ExportForm) -> HttpResponse:
    copy = exporting.current_copy(speech)
    context = {
        "speech": speech,
        "copy": copy,
        "form": form,
        "troubles": troubles([form]),
        "open_count": len(copy.document.marked),
        "font_trouble": exporting.font_trouble(),
        "font_note": exporting.font_note(copy),
    }
    status = UNUSABLE if form.is_bound else 200
    return render(request, "speeches/export.html", context, status=status)
