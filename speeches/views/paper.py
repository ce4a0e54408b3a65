"""The pages on the screen, and the style sheet with the geometry of the edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.cache import cache_control

from speeches.export.html import page_html
from speeches.export.style import edition_css
from speeches.models import FinalCopy
from speeches.services.exporting import EDITION, Copy, font_note, font_trouble
from speeches.views import contents
from speeches.views.shared import methods

A_YEAR = 365 * 24 * 3600  # seconds: the address changes with the content


def paper(
    request: HttpRequest,
    copy: Copy,
    links: Mapping[str, str],
    *,
    reasons: Sequence[str] = (),
    final: FinalCopy | None = None,
    later: FinalCopy | None = None,
) -> HttpResponse:
    """A copy as its pages, of a draft or of `final`.

    `links` lead to what can be done with it; `reasons` say why the person cannot do the rest.
    """
    context = shown(copy) | {
        "links": links,
        "reasons": reasons,
        "final": final,
        "later": later,
        "font_note": "" if final else font_note(copy),
    }
    return render(request, "speeches/paper.html", context)


def shown(copy: Copy) -> dict[str, Any]:
    """What a page with the sheets of a copy needs, whatever else is on it."""
    pages = copy.pages()
    return {
        "copy": copy,
        "pages": pages,
        # The exporter escapes whatever was typed: its markup is the page itself.
        "sheets": [mark_safe(page_html(pages, at)) for at in range(len(pages.pages))],  # noqa: S308
        "outline": contents.outline(pages),
        "open_points": contents.open_points(pages),
        "font_trouble": font_trouble(),
        "style": style_key(),
    }


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
