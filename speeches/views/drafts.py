"""A speech as it stands now: its pages, its PDF, its text."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse

from speeches.export.errors import ExportError
from speeches.services import exporting
from speeches.typeset.fonts import FontError
from speeches.views.paper import paper
from speeches.views.shared import download, no_file, page, speech_for


@page("GET")
def speech(request: HttpRequest, key: int) -> HttpResponseBase:
    """The pages, with the outline beside them."""
    copy = exporting.current_copy(speech_for(request, key))
    links = {name: reverse(f"speech_{name}", args=[key]) for name in ("pdf", "print", "text")}
    return paper(request, copy, links)


@page("GET")
def speech_pdf(request: HttpRequest, key: int, *, as_attachment: bool) -> HttpResponseBase:
    """The same pages as PDF, to keep or to look at and print."""
    copy = exporting.current_copy(speech_for(request, key))
    try:
        return download(exporting.pdf_file(copy), as_attachment=as_attachment)
    except (FontError, ExportError) as error:
        return no_file(request, error)


@page("GET")
def speech_text(request: HttpRequest, key: int) -> HttpResponseBase:
    """The text alone."""
    copy = exporting.current_copy(speech_for(request, key))
    return download(exporting.text_file(copy))
