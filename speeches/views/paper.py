"""The pages on the screen, and the style sheet with the geometry of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import cache_control

from speeches.export.html import page_html
from speeches.export.style import edition_css
from speeches.models import FinalCopy
from speeches.services.exporting import EDITION, Copy, font_trouble
from speeches.views import contents
from speeches.views.shared import methods

A_YEAR = 365 * 24 * 3600  # seconds: the address changes with the content


def paper(
    request: HttpRequest, copy: Copy, links: Mapping[str, str], *, later: FinalCopy | None = None
) -> HttpResponse:
    """A copy as its pages; `links` lead to its files."""
    pages = copy.pages()
    context = {
        "copy": copy,
        "links": links,
        "later": later,
        # The exporter escapes whatever was typed: its markup is the page itself.
        "sheets": [mark_safe(page_html(pages, at)) for at in range(len(pages.pages))],  # noqa: S308
        "outline": contents.outline(pages),
        "open_points": contents.open_points(pages),
        "font_trouble": font_trouble(),
        "style": style_key(),
    }
    return render(request, "speeches/paper.html", context)


@methods("GET")
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def edition_style(request: HttpRequest, key: str) -> HttpResponse:
    """The style sheet under the key of its content; it holds nothing but measures."""
    if key != style_key():
        raise Http404("这是旧的版面样式，请刷新页面。")
    return HttpResponse(style(), content_type="text/css; charset=utf-8")


@cache
def style() -> str:
    """The edition's own sheet, and the size of its paper for the frames that scale it."""
    width, height = f"{EDITION.paper_width:g}mm", f"{EDITION.paper_height:g}mm"
    frame = f".sheets {{ --paper-width: {width}; --paper-height: {height} }}\n"
    return edition_css(EDITION) + frame


@cache
def style_key() -> str:
    return sha256(style().encode()).hexdigest()[:16]
