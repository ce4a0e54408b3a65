"""The style sheets with the geometry of an edition: of one that stands, or of a sample."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from speeches.export.style import edition_css
from speeches.services.editions import edition_of_key
from speeches.typeset.edition import Edition
from speeches.views.shared import methods

A_YEAR = 365 * 24 * 3600  # seconds: the address changes with the content
STALE = "这是旧的版面样式，请刷新页面。"


@methods("GET")
@cache_control(public=True, max_age=A_YEAR, immutable=True)
def edition_style(request: HttpRequest, key: str) -> HttpResponse:
    """The sheet of an edition under its key and the hash of its content.

    It holds nothing but measures, so nobody need be logged in; without the hash it is not found.
    """
    edition_key, _, digest = key.rpartition("-")
    edition = edition_of_key(edition_key)
    if edition is None or digest != digest_of(edition):
        raise Http404(STALE)
    return sheet(edition)


def style_address(edition: Edition) -> str:
    """Where a page finds the style sheet of its edition."""
    return reverse("edition_style", args=[f"{edition.key}-{digest_of(edition)}"])


def sheet(edition: Edition) -> HttpResponse:
    return HttpResponse(style(edition), content_type="text/css; charset=utf-8")


@lru_cache(maxsize=64)
def style(edition: Edition) -> str:
    """The edition's own sheet, and the size of its paper for the frames that scale it."""
    width, height = f"{edition.paper_width:g}mm", f"{edition.paper_height:g}mm"
    frame = f".sheets {{ --paper-width: {width}; --paper-height: {height} }}\n"
    return edition_css(edition) + frame


@lru_cache(maxsize=64)
def digest_of(edition: Edition) -> str:
    return sha256(style(edition).encode()).hexdigest()[:16]
