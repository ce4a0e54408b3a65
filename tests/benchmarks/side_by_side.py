"""The same text of 21 pages: what this site makes of it, and what other programs do, by turns."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from speeches.document.tree import Document, Heading
from speeches.export.docx import docx
from speeches.export.pdf import pdf
from speeches.export.text import text
from speeches.services.copies import Copy
from speeches.services.exporting import pdf_file
from speeches.services.fonts import fonts, metrics
from speeches.typeset.edition import STANDARD
from speeches.typeset.pages import typeset
from tests.benchmarks.measuring import Ratio, in_columns, ratios, table, timed, together
from tests.benchmarks.memory import peak
from tests.benchmarks.peers import Chromium, Typst
from tests.export.libreoffice import Office

ROUNDS = 7
AIMS = {"typeset": 25, "preview, the whole answer": 80, "PDF, stored": 20, "Word file": 150}
FRESH = "PDF, fresh"
# What a fresh PDF may take of the time of each.
PEERS = {"Chromium, printing": 0.5, "LibreOffice, from .docx": 0.4, "Typst": 2.0}
TIMES, GROWTH = 5, 1.3  # a page of a text so many times as long, beside a page of this one
MEMORY = 200  # MB


@dataclass(frozen=True, slots=True)
class Bench:
    """A text, and how its pages are asked for on the site."""

    copy: Copy
    preview: Callable[[], object]

    def works(self) -> dict[str, Callable[[], float]]:
        """What the site does, each timing itself."""
        document, stored = self.copy.document, partial(pdf_file, self.copy, STANDARD)
        works: dict[str, Callable[[], object]] = {
            "typeset": partial(self.copy.pages, STANDARD),
            "preview, the whole answer": self.preview,
            FRESH: partial(fresh_pdf, document),
            "PDF, stored": stored,
            "Word file": partial(word_file, document),
            "plain text": partial(text, document),
        }
        return {name: partial(timed, work) for name, work in works.items()}


def fresh_pdf(document: Document) -> bytes:
    """From the document to the last byte: lines, pages, painting."""
    pages = typeset(document, STANDARD, metrics(STANDARD))
    return pdf(pages, fonts(STANDARD), title="题", author="人")


def word_file(document: Document) -> bytes:
    pages = typeset(document, STANDARD, metrics(STANDARD))
    return docx(pages, title="题", author="人")


def report(bench: Bench) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder, _tab() as tab:
        found = together(bench.works() | _peers(bench.copy, Path(folder), tab), ROUNDS)
    ours = [replace(each, aim=AIMS.get(name)) for name, each in found.items()]
    yield "The same text, by turns\n" + table(ours)
    beside = [Ratio(name, found[FRESH].median, found[name].median, PEERS[name]) for name in PEERS]
    yield "A fresh PDF beside those of others\n" + ratios(beside, "ours ms", "theirs ms")
    long = replace(bench.copy, document=_longer(bench.copy.document))
    short_size, long_size = (len(each.pages(STANDARD).pages) for each in (bench.copy, long))
    growth = list(_growth((long, long_size), (bench.copy, short_size)))
    heads = f"{long_size} pages, ms each", f"{short_size} pages, ms each"
    yield "A page of a long text beside one of a short\n" + ratios(growth, *heads)
    yield "Peak memory of a process that makes one PDF\n" + _memory(
        {f"{short_size} pages": bench.copy.document, f"{long_size} pages": long.document}
    )


def _peers(copy: Copy, folder: Path, tab: Page) -> dict[str, Callable[[], float]]:
    pages, book = copy.pages(STANDARD), fonts(STANDARD)
    chromium, setter = Chromium(tab, pages, book, folder), Typst(pages, book, folder)
    office, file = Office(folder), {"speech": word_file(copy.document)}
    works = (
        partial(timed, chromium.pdf),
        partial(timed, partial(office.convert, file)),
        setter.time,
    )
    return dict(zip(PEERS, works, strict=True))


@contextmanager
def _tab() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page()
        browser.close()


def _longer(document: Document) -> Document:
    """The text with what follows the first heading several times."""
    blocks = document.blocks
    first = next(index for index, block in enumerate(blocks) if isinstance(block, Heading))
    return Document(blocks + blocks[first:] * (TIMES - 1))


def _growth(long: tuple[Copy, int], short: tuple[Copy, int]) -> Iterator[Ratio]:
    """Milliseconds a page."""
    works: dict[str, Callable[[Copy], object]] = {
        "typeset": lambda copy: copy.pages(STANDARD),
        FRESH: lambda copy: fresh_pdf(copy.document),
    }
    for name, work in works.items():
        turns = {str(size): partial(timed, partial(work, copy)) for copy, size in (long, short)}
        each = [one.median / int(size) for size, one in together(turns, ROUNDS).items()]
        yield Ratio(name, *each, aim=GROWTH)


def _memory(documents: dict[str, Document]) -> str:
    rows = [[name, f"{peak(document):.0f}"] for name, document in documents.items()]
    return in_columns([["", f"MB (aim {MEMORY})"], *rows])
