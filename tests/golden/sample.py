"""The draft of the sample as pages of text, in the free fonts that `make setup` installs."""

from __future__ import annotations

from pathlib import Path

from speeches.document.assemble import assemble
from speeches.document.tree import Document
from speeches.services.facts import facts_of
from speeches.services.sample import load_sample
from speeches.typeset.edition import Edition
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages, typeset


def golden_file(edition: Edition) -> Path:
    return Path(__file__).parent / f"sample-{edition.key}.txt"


def sample_document() -> Document:
    """The sample, loaded into whatever database is at hand."""
    speech = load_sample().speech
    assert speech
    return assemble(facts_of(speech))


def pages_as_text(document: Document, edition: Edition) -> str:
    """Every page with a head that tells its number, its lines and why they are fewer."""
    pages = typeset(document, edition)
    return "\n".join(_page(pages, page) for page in pages.pages)


def _page(pages: Pages, page: Page) -> str:
    reason = f" {page.reason}" if page.reason else ""
    lines = "".join(f"{_line(pages, line)}\n" for line in page.lines)
    return f"=== {page.number}: {len(page.lines)}{reason}\n{lines}"


def _line(pages: Pages, line: Line | None) -> str:
    if line is None:
        return ""
    return ("　　" if line.indent else "") + pages.text(line)
