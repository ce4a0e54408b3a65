"""The sheets of a copy: thirty come with the page, the others as they come into view.

They come in lots. The place of a lot that is not there yet is held by empty sheets of its size,
with a link to all of them for whom no script fills them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from speeches.export.html import sheets_html
from speeches.export.pieces import Marking
from speeches.services.copies import Copy
from speeches.typeset.edition import Edition
from speeches.typeset.pages import Pages
from speeches.views.styles import digest_of

LOT = 30  # sheets


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page by its number; without its markup it only holds the place."""

    number: int
    markup: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """Sheets that come together; `address` is where those come from that are not here yet."""

    sheets: tuple[Sheet, ...]
    address: str = ""


def lots(
    request: HttpRequest,
    copy: Copy,
    pages: Pages,
    address: str,
    wanted: Collection[int],
    markings: Iterable[Marking] = (),
) -> list[Lot]:
    """All sheets; those are here that stand in a lot with a `wanted` page, or that are asked for.

    `address` answers with `lot`. `markings` are underlined.
    """
    whole = request.GET.get("pages") == "all"
    starts = range(1, len(pages.pages) + 1, LOT)
    return [
        _filled(pages, first, markings)
        if whole or any(first <= page < first + LOT for page in wanted)
        else _awaited(pages, first, f"{address}?{_seen(copy, pages.edition, first)}")
        for first in starts
    ]


def lot(
    request: HttpRequest, copy: Copy, pages: Pages, markings: Iterable[Marking] = ()
) -> HttpResponse:
    """The sheets from a page on, if the page that they are for shows this text in this edition."""
    first = request.GET.get("from", "")
    starts = {str(start): start for start in range(1, len(pages.pages) + 1, LOT)}
    if request.GET.urlencode() != _seen(copy, pages.edition, first):
        return render(request, "speeches/_sheets_changed.html")
    if first not in starts:
        raise Http404("没有这一页。")
    filled = _filled(pages, starts[first], markings)
    return render(request, "speeches/_sheets.html", {"lots": [filled]})


def _filled(pages: Pages, first: int, markings: Iterable[Marking]) -> Lot:
    numbers = _numbers(pages, first)
    sheets = sheets_html(pages, [number - 1 for number in numbers], markings=markings)
    return Lot(
        tuple(
            # The exporter escapes whatever was typed: its markup is the page itself.
            Sheet(number, mark_safe(markup))  # noqa: S308 - as said above
            for number, markup in zip(numbers, sheets, strict=True)
        )
    )


def _awaited(pages: Pages, first: int, address: str) -> Lot:
    return Lot(tuple(map(Sheet, _numbers(pages, first))), address)


def _numbers(pages: Pages, first: int) -> range:
    return range(first, min(first + LOT, len(pages.pages) + 1))


def _seen(copy: Copy, edition: Edition, first: int | str) -> str:
    """What an address of sheets carries: the first, and of which text in which edition."""
    return urlencode({"from": first, "revision": copy.revision, "style": digest_of(edition)})
