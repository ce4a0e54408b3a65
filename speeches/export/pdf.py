"""PDF by WeasyPrint: it paints finished lines, out of the fonts of a FontBook and no others.

It is given as little as it can do with (`cutting`, `baring`), so that it takes half the time, and
lines are spaced after it (`finishing`), so that they end where they should. WeasyPrint only logs
a font or style that it cannot load; here that ends the export.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from threading import get_ident

import pydyf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from speeches.export.baring import bare
from speeches.export.embedding import embedding
from speeches.export.errors import ExportError
from speeches.export.finishing import finish
from speeches.export.html import frame_html
from speeches.export.style import edition_css, painting_css, paper_css, spacings
from speeches.typeset.characters import printable
from speeches.typeset.fonts import FontBook, FontError
from speeches.typeset.pages import Pages

_LOGGER = logging.getLogger("weasyprint")
_LOGGER.setLevel(logging.WARNING)  # a level of the root logger could hide what must be heard


def pdf(
    pages: Pages,
    fonts: FontBook,
    *,
    title: str,
    author: str,
    draft_marks: bool = False,
    stamp: str = "",
) -> bytes:
    """The pages as PDF/UA-1: tagged, with bookmarks and subsets of the fonts.

    `draft_marks` shows what is still to be settled; `stamp` stands at the head of every page. A
    character that no font has is printed as 〓 (see `substitutes`). Raises ExportError where a
    font or a style cannot be loaded.
    """
    try:
        embedded = embedding(pages, fonts, stamp=stamp)
        files = embedded.files()
    except FontError as error:
        raise ExportError(str(error)) from error
    geometry = edition_css(pages.edition, embedded.families(), spacings=spacings(pages))
    style = embedded.css() + paper_css() + geometry + painting_css()
    head = f'<meta name="author" content="{escape(printable(author))}">\n'
    markup = frame_html(embedded.pages, title=title, marks=draft_marks, head=head, stamp=stamp)
    return paint(bare(markup), style, files, lambda _, done: finish(embedded.pages, done))


def paint(
    markup: str,
    style: str,
    files: Mapping[str, bytes],
    finisher: Callable[[object, pydyf.PDF], None] | None = None,
) -> bytes:
    """A document in HTML as PDF/UA-1; `files` are all that it may load, by address.

    `finisher`, given WeasyPrint's document and the PDF, may change what has been painted. Raises
    ExportError with WeasyPrint's first complaint if it has any.
    """
    fonts = FontConfiguration()
    bundle = Bundle(files)
    with _complaints_raised(), _garbage_kept():
        sheet = CSS(string=style, font_config=fonts, url_fetcher=bundle, base_url="style:")
        painted: bytes = HTML(string=markup, url_fetcher=bundle).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1", finisher=finisher
        )
    return painted


@contextmanager
def _garbage_kept() -> Iterator[None]:
    """No search for garbage meanwhile: a tree of boxes is built, and the search for what could be
    dropped goes over all of it again and again (a sixth of the time), in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Bundle(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Fetches the files it was given, by address; every other address is refused."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url not in self._files:
            raise ValueError(f"{url} is not one of the bundled files")
        return URLFetcherResponse(url, self._files[url])


class _Listener(logging.Handler):
    """Keeps what is logged in this thread; other exports may run beside it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.messages.append(record.getMessage())


@contextmanager
def _complaints_raised() -> Iterator[None]:
    listener = _Listener()
    _LOGGER.addHandler(listener)
    try:
        yield
    finally:
        _LOGGER.removeHandler(listener)
    if listener.messages:
        raise ExportError(
            "PDF 没有做成：有一个字体文件或者样式文件不能用，请换一份或者移走。"
            f"排版程序的报告是“{listener.messages[0]}”。"
        )
