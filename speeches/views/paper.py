"""The pages on the screen, of a draft or of a final copy."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from speeches.export.pieces import Marking
from speeches.services.copies import Copy
from speeches.services.fonts import font_note, font_trouble
from speeches.typeset.pages import Pages
from speeches.views import contents
from speeches.views.sheets import lots
from speeches.views.styles import style_address

FIRST = (1,)


def paper(
    request: HttpRequest, copy: Copy, pages: Pages, links: Mapping[str, str], **told: Any
) -> HttpResponse:
    """A copy as its pages.

    `links` lead to what can be done with it (`sheets` answers with further sheets). Told besides,
    of a draft: `reasons` why the person cannot do the rest, `leaders`: what leaders read meanwhile,
    the key of the import that is its `source`;
    of a `final` copy: the one that came `later`, and the `other` edition that it can be had in.
    """
    note = "" if "final" in told else font_note(pages)
    context = shown(request, copy, pages, links["sheets"])
    return render(
        request, "speeches/paper.html", context | {"links": links, "font_note": note} | told
    )


def shown(
    request: HttpRequest,
    copy: Copy,
    pages: Pages,
    sheets: str,
    wanted: Collection[int] = FIRST,
    markings: Iterable[Marking] = (),
) -> dict[str, Any]:
    """What a page with the sheets of a copy needs, whatever else is on it.

    The `wanted` pages come with it; the address `sheets` has those that stand far behind.
    `markings` are underlined.
    """
    found = lots(request, copy, pages, sheets, wanted, markings)
    return {
        "copy": copy,
        "pages": pages,
        "lots": found,
        "more_comes": any(lot.address for lot in found),
        "outline": contents.outline(pages),
        "open_points": contents.open_points(pages),
        "font_trouble": font_trouble(pages.edition),
        "style": style_address(pages.edition),
    }
