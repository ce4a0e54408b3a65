"""The page of the Word file: paper, grid, page numbers, stamp."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import given, settings

from speeches.typeset.edition import LARGE, STANDARD, Edition, Place
from tests.export import reading_docx as read
from tests.export.writing_docx import written
from tests.typeset.strategies import editions


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        (
            STANDARD,
            [
                "pgSz w=11906 h=16838",
                "pgMar top=2098 right=1474 bottom=1984 left=1587 header=1381 footer=1447 gutter=0",
                "cols space=720",
                "docGrid type=linesAndChars linePitch=579 charSpace=-848",
            ],
        ),
        (
            LARGE,
            [
                "pgSz w=11906 h=16838",
                "pgMar top=2098 right=1474 bottom=2834 left=1587 header=1261 footer=2144 gutter=0",
                "cols space=720",
                "docGrid type=linesAndChars linePitch=793 charSpace=451",
            ],
        ),
    ],
)
def test_the_page_is_that_of_the_edition(edition: Edition, expected: list[str]) -> None:
    unnumbered = replace(edition, page_number=replace(edition.page_number, place=Place.NONE))
    document = read.part(written(edition=unnumbered), "word/document.xml")
    assert read.switches(document[document.index("<w:sectPr") :]) == expected


@settings(max_examples=50)
@given(editions)
def test_the_page_holds_the_lines_and_characters_of_any_edition(edition: Edition) -> None:
    file = read.opened(written(edition=edition))
    (section,), style = file.sections, file.styles["Normal Indent"]
    height = section.page_height - section.top_margin - section.bottom_margin
    assert edition.lines * file.styles["Normal"].paragraph_format.line_spacing <= height
    spacing = style.element.rPr.find(qn("w:spacing")).get(qn("w:val"))
    width = section.page_width - section.left_margin - section.right_margin
    assert edition.columns * (style.font.size + Twips(int(spacing))) <= width
    assert min(section.header_distance, section.footer_distance) >= 0


@pytest.mark.parametrize(
    ("place", "form", "feet", "alternates"),
    [
        (
            Place.OUTER,
            "— {} —",
            {"footer": [("Footer", "— PAGE —")], "even footer": [("双页页码", "— PAGE —")]},
            True,
        ),
        (Place.CENTER, "第 {} 页", {"footer": [("Footer", "第 PAGE 页")]}, False),
        (Place.RIGHT, "{}", {"footer": [("Footer", "PAGE")]}, False),
        (Place.NONE, "{}", {}, False),
    ],
)
def test_page_numbers_are_fields_in_their_place(
    place: Place, form: str, feet: dict[str, list[tuple[str, str]]], alternates: bool
) -> None:
    number = replace(STANDARD.page_number, place=place, form=form)
    content = written(edition=replace(STANDARD, page_number=number))
    assert read.feet(content) == feet
    assert read.opened(content).settings.odd_and_even_pages_header_footer is alternates


@pytest.mark.parametrize(
    ("place", "style", "expected"),
    [
        (Place.OUTER, "Footer", ["ind right=280", "jc val=right"]),
        (Place.OUTER, "FooterEven", ["ind left=280", "jc val=left"]),
        (Place.RIGHT, "Footer", ["ind right=280", "jc val=right"]),
        (Place.CENTER, "Footer", ["jc val=center"]),
    ],
)
def test_odd_pages_have_their_number_right_and_even_ones_left(
    place: Place, style: str, expected: list[str]
) -> None:
    edition = replace(STANDARD, page_number=replace(STANDARD.page_number, place=place))
    switches = read.style(written(edition=edition), style)
    assert [each for each in switches if each.startswith(("ind", "jc"))] == expected


def test_a_stamp_stands_at_the_head_of_every_page() -> None:
    feet = read.feet(written(stamp="征求意见稿"))
    assert feet["header"] == feet["even header"] == [("Header", "征求意见稿")]
