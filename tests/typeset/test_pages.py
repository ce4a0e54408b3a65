"""Pages: their laws, on any document and in any edition that can work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeches.document.assemble import assemble
from speeches.document.facts import SpeechFacts
from speeches.document.language import sentence_ends
from speeches.document.tree import Block, Document, Heading
from speeches.typeset import fonts
from speeches.typeset.edition import BUILT_IN, LARGE, STANDARD, Edition
from speeches.typeset.lines import Line
from speeches.typeset.metrics import NOMINAL, font_metrics
from speeches.typeset.pages import Page, Pages, typeset
from speeches.typeset.turning import Short
from tests.document.strategies import speeches
from tests.typeset.building import SPEECH, lines_of, paragraph, set_in_pages, title
from tests.typeset.strategies import editions

ROW = "一" * 26  # the first line of a paragraph, filled
FULL = "一" * 28  # a later one
BODY = paragraph("谈。")


def test_a_document_without_blocks_is_one_empty_page() -> None:
    assert set_in_pages() == Pages(Document(()), STANDARD, (Page(1, (), Short.LAST),))


def test_a_line_points_into_its_block() -> None:
    pages = set_in_pages(title("题"), paragraph("今", "天"))
    first, blank, last = pages.pages[0].lines
    assert first == Line(0, 0, 1, indent=0, width=22, spacing=0)
    assert blank is None
    assert last
    assert (last.block, last.start, last.end, last.spacing) == (1, 0, 2, -67)
    assert last.indent == pytest.approx(2 * STANDARD.cell)
    assert last.width == pytest.approx(32 - 67 * 0.0002 * 16)


def test_pages_hold_22_lines_of_28_characters() -> None:
    pages = set_in_pages(paragraph("一" * (26 + 28 * 44 + 2)))
    assert lines_of(pages) == [[ROW, *[FULL] * 21], [FULL] * 22, [FULL, "一一"]]
    assert [(page.number, page.reason) for page in pages.pages] == [
        (1, None),
        (2, None),
        (3, Short.LAST),
    ]
    assert {line.spacing for page in pages.pages for line in page.lines if line} == {-67}


def test_a_full_last_page_has_no_reason() -> None:
    assert [page.reason for page in set_in_pages(*[BODY] * 22).pages] == [None]


def test_pages_of_the_large_edition_turn_at_sentences() -> None:
    pages = set_in_pages(
        *[BODY] * 14, paragraph("谈" * 10 + "。" + "讲" * 30 + "。"), BODY, edition=LARGE
    )
    assert [page.reason for page in pages.pages] == [None, Short.LAST]
    assert lines_of(pages)[0][-1] == "谈" * 10 + "。"
    assert lines_of(pages)[1] == ["讲" * 20, "讲" * 10 + "。", "谈。"]


TIGHT = paragraph("谈" * (26 + 28 + 28) + "讲。")  # four lines, or three drawn together


@pytest.mark.parametrize(
    ("blocks", "counts"),
    [
        # The last paragraph is set a line shorter.
        ((*[BODY] * 19, TIGHT), [22]),
        # The one before it is, where the last cannot be.
        ((*[BODY] * 18, TIGHT, BODY), [22]),
        # One that began pages before is as far as it stands on the last two.
        ((paragraph("谈" * (26 + 28 * 43) + "讲。"),), [22, 22]),
        # None can be: the page of one line stands.
        ((*[BODY] * 22, BODY), [22, 1]),
        ((*[BODY] * 21, paragraph("谈" * 36)), [22, 1]),
        # Two lines are no lone line.
        ((*[BODY] * 20, TIGHT), [22, 2]),
    ],
)
def test_no_last_page_of_one_line_where_tracking_saves_it(
    blocks: tuple[Block, ...], counts: list[int]
) -> None:
    pages = set_in_pages(*blocks)
    assert [len(page.lines) for page in pages.pages] == counts
    assert pages.strained() == []
    texts = [text for page in lines_of(pages) for text in page]
    assert "".join(texts) == "".join(block.text for block in blocks)


def test_saving_a_page_changes_no_page_before_the_last_two() -> None:
    text = "谈" * (26 + 28 * 65)
    longer = set_in_pages(paragraph(text + "谈讲。"))
    shorter = set_in_pages(paragraph(text[:-1] + "讲。"))
    assert [len(page.lines) for page in shorter.pages] == [22, 22, 22]
    assert shorter.pages[:2] == longer.pages[:2]


def test_the_large_edition_saves_a_page_of_one_line_too() -> None:
    pages = set_in_pages(*[BODY] * 13, paragraph("谈" * 37 + "讲。"), edition=LARGE)
    assert [len(page.lines) for page in pages.pages] == [15]


def test_what_is_strained_is_on_record() -> None:
    pages = set_in_pages(BODY, paragraph("谈" * 20 + "a" * 15 + "讲"), BODY)
    assert [pages.text(line) for line in pages.strained()] == ["谈" * 20]


def test_lines_are_measured_in_the_fonts_of_the_machine() -> None:
    document = Document(SPEECH)
    assert typeset(document, STANDARD) == typeset(
        document, STANDARD, font_metrics(fonts.find_fonts())
    )


def test_without_fonts_characters_are_as_wide_as_their_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts.find_fonts, "__defaults__", ((), (tmp_path,), {}))
    document = Document(SPEECH)
    assert typeset(document, STANDARD) == typeset(document, STANDARD, NOMINAL)


any_edition = st.sampled_from(BUILT_IN) | editions


@given(speeches, any_edition)
def test_every_character_is_on_the_pages_once_and_in_order(
    facts: SpeechFacts, edition: Edition
) -> None:
    document = assemble(facts)
    pages = typeset(document, edition, NOMINAL)
    blanks = str.maketrans("", "", " \u3000\n")
    printed = "".join(pages.text(line) for page in pages.pages for line in page.lines if line)
    typed = "".join(block.text for block in document.blocks)
    assert printed.translate(blanks) == typed.translate(blanks)


@given(speeches, any_edition)
def test_no_line_is_wider_than_the_type_area(facts: SpeechFacts, edition: Edition) -> None:
    pages = typeset(assemble(facts), edition, NOMINAL)
    area = edition.area_width * 72 / 25.4
    for line in (line for page in pages.pages for line in page.lines if line):
        assert line.indent + line.width <= area + 0.1 or line.strained


@given(speeches, any_edition)
def test_a_page_has_all_its_lines_or_a_reason(facts: SpeechFacts, edition: Edition) -> None:
    document = assemble(facts)
    *pages, last = typeset(document, edition, NOMINAL).pages
    assert [page.number for page in (*pages, last)] == list(range(1, len(pages) + 2))
    assert last.reason == (Short.LAST if len(last.lines) < edition.lines else None)
    for page, following in zip(pages, (*pages, last)[1:], strict=False):
        assert (len(page.lines) < edition.lines) == (page.reason is not None)
        assert following.lines[0] is not None
        kept = isinstance(document.blocks[following.lines[0].block], Heading)
        assert kept or page.reason is not Short.KEPT_HEADING
        assert edition.turns_at_sentence or page.reason in (None, Short.KEPT_HEADING)
        assert _is_of_headings(document, page) or not _is_heading(document, page.lines[-1])


@given(speeches, any_edition.map(lambda edition: replace(edition, turns_at_sentence=True)))
def test_a_page_ends_with_a_sentence_or_says_that_it_does_not(
    facts: SpeechFacts, edition: Edition
) -> None:
    document = assemble(facts)
    for page in typeset(document, edition, NOMINAL).pages:
        foot = page.lines[-1] if page.lines else None
        if foot is None or page.splits_sentence:
            continue
        text = document.blocks[foot.block].text
        assert not text[foot.end :].strip(" \u3000\n") or foot.end in sentence_ends(text)


@given(st.lists(st.integers(1, 200), max_size=40), st.booleans())
def test_pages_of_paragraphs_are_full_but_for_the_last(lengths: list[int], turns: bool) -> None:
    edition = replace(STANDARD, turns_at_sentence=turns)
    pages = set_in_pages(*(paragraph("中" * length) for length in lengths), edition=edition)
    for page in pages.pages[:-1]:
        assert len(page.lines) == 22 or turns


@settings(max_examples=25)
@given(speeches, any_edition)
def test_setting_a_text_twice_makes_the_same_pages(facts: SpeechFacts, edition: Edition) -> None:
    document = assemble(facts)
    assert typeset(document, edition, NOMINAL) == typeset(document, edition, NOMINAL)


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
@pytest.mark.parametrize("text", ["谈讲，" * 33_333 + "。", "（" * 100_000], ids=["，", "（"])
def test_a_paragraph_of_100_000_characters_is_set(text: str, edition: Edition) -> None:
    pages = set_in_pages(paragraph(text), edition=edition)
    assert "".join(map("".join, lines_of(pages))) == text


def _is_heading(document: Document, line: Line | None) -> bool:
    return line is not None and isinstance(document.blocks[line.block], Heading)


def _is_of_headings(document: Document, page: Page) -> bool:
    return all(_is_heading(document, line) for line in page.lines)
