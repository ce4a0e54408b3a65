"""A real office program finds in the Word file the pages that we print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest

from speeches.document.assemble import assemble
from speeches.document.tree import Block, Document
from speeches.export.docx import docx
from speeches.services.facts import facts_of
from speeches.services.sample import Loaded
from speeches.typeset.edition import LARGE, STANDARD, Edition
from speeches.typeset.fonts import find_fonts
from speeches.typeset.metrics import font_metrics
from speeches.typeset.pages import Pages, typeset
from tests import seeds
from tests.export.libreoffice import Office, lines, without_hanging
from tests.typeset.building import heading, lines_of, paragraph, run, title

pytestmark = pytest.mark.e2e

RUN_IN = re.compile(r"([（(][一二三四五六七八九十]+[）)][^。]+。)(.+)")
GRID = tuple(paragraph("一" * 1500) for _ in range(2))


def set_in_type(document: Document, edition: Edition) -> Pages:
    return typeset(document, edition, font_metrics(find_fonts()))


def written(pages: Pages) -> bytes:
    return without_hanging(docx(pages, title="题", author="人"))


def printed(pages: Pages) -> list[list[str]]:
    """The lines of every page without blanks at their ends; blank lines print nothing."""
    return [[line.strip() for line in page if line] for page in lines_of(pages)]


def without_numbers(pdf: bytes) -> list[list[str]]:
    return [page[:-1] for page in lines(pdf)]


def read_seed(text: str) -> Document:
    first, *rest = (line.strip() for line in text.splitlines() if line.strip())
    return Document((title(first), *map(_block, rest)))


def _block(line: str) -> Block:
    if re.match("[一二三四五六七八九十]+、", line) and "。" not in line:
        return heading(1, line)
    parts = RUN_IN.fullmatch(line)
    return paragraph(run(parts[1], 2), parts[2]) if parts else paragraph(line)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_full_lines_and_full_pages_hold_what_the_edition_says(office: Office) -> None:
    flowing = replace(LARGE, turns_at_sentence=False)  # Word cannot turn there
    pages = {each.key: set_in_type(Document(GRID), each) for each in (STANDARD, flowing)}
    found = office.convert({key: written(each) for key, each in pages.items()})
    assert {key: without_numbers(pdf) for key, pdf in found.items()} == {
        key: printed(each) for key, each in pages.items()
    }


def speeches(sample: Loaded) -> Iterator[tuple[str, Document]]:
    assert sample.speech
    document = assemble(facts_of(sample.speech))
    yield "sample", document
    yield "long", Document(document.blocks + 2 * document.blocks[4:])
    for path in seeds.FILES:
        yield path.stem, read_seed(path.read_text(encoding="utf-8"))


@pytest.mark.django_db
def test_a_speech_has_the_pages_that_we_print(office: Office, sample: Loaded) -> None:
    """LibreOffice pushes a mark that may not begin a line out with the character before it, where
    our lines pull it in: one line in a hundred more, and so a last page that we saved."""
    pages = {name: set_in_type(document, STANDARD) for name, document in speeches(sample)}
    found = office.convert({name: written(each) for name, each in pages.items()})
    for name, each in pages.items():
        ours, theirs = printed(each), without_numbers(found[name])
        spare = ceil(sum(map(len, ours)) / 100)
        last = len(ours) - 1
        assert [len(page) for page in theirs[:last]] == [len(page) for page in ours[:last]], name
        left = sum(len(page) for page in theirs[last:]) - len(ours[last])
        assert -spare <= left <= spare, name
        assert joined(theirs) == joined(ours), name


def joined(pages: list[list[str]]) -> str:
    return re.sub(r"\s", "", "".join(map("".join, pages)))
