"""The page of a Word file: paper, margins and grid, page numbers, the stamp of a draft."""

from __future__ import annotations

from math import ceil, floor

from docx.document import Document as File
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Mm, Pt, Twips

from speeches.document.tree import Role
from speeches.export.docx_markup import element, page_field, paragraph, parsed, text_run
from speeches.export.docx_styles import FOOTER, FOOTER_EVEN, HEADER, TWIPS, pitch, slack
from speeches.typeset.edition import POINTS_PER_MM, Edition, PageNumber, Place

_GRID_UNITS = 4096  # in a point (17.6.5)


def lay_out(file: File, edition: Edition, stamp: str) -> None:
    """Give the file's one section the edition's page."""
    (section,) = file.sections
    _set_margins(section, edition)
    (grid,) = file.element.body.sectPr.iterchildren(qn("w:docGrid"))
    grid.getparent().replace(grid, *parsed(_grid(edition)))
    _number(section, edition.page_number)
    file.settings.odd_and_even_pages_header_footer = edition.page_number.place is Place.OUTER
    if stamp:
        _stamp(section, stamp)


def _set_margins(section: Section, edition: Edition) -> None:
    """The type area is never less than the edition's, whatever lengths are rounded to twips."""
    number, stamp = edition.page_number, edition.stamp
    width, height = Mm(edition.paper_width), Mm(edition.paper_height)
    left, top = Mm(edition.margin_left), Mm(edition.margin_top)
    section.page_width, section.page_height = width, height
    section.left_margin, section.top_margin = left, top
    section.right_margin = Twips(width.twips - left.twips - _twips(edition.area_width))
    section.bottom_margin = Twips(height.twips - top.twips - _twips(edition.area_height))
    section.header_distance = Emu(top - Mm(stamp.rise) - Pt(stamp.size))
    # The dashes run through the middle of their line.
    foot = edition.margin_top + edition.area_height + number.drop
    section.footer_distance = Emu(height - Mm(foot) - Pt(number.size / 2))


def _twips(length: float) -> int:
    """Millimetres in twips, rounded up."""
    return ceil(length * POINTS_PER_MM * TWIPS)


def _grid(edition: Edition) -> str:
    """What 页面设置 shows: lines a page and characters a line; the text does not snap to it."""
    spacing = floor(slack(edition, edition.roles[Role.BODY]) * _GRID_UNITS)
    return element("docGrid", type="linesAndChars", linePitch=pitch(edition), charSpace=spacing)


def _number(section: Section, number: PageNumber) -> None:
    if number.place is Place.NONE:
        return
    before, after = number.form.split("{}")
    runs = text_run(before) + page_field() + text_run(after)
    section.footer.part.element[:] = parsed(paragraph(FOOTER, runs))
    if number.place is Place.OUTER:
        section.even_page_footer.part.element[:] = parsed(paragraph(FOOTER_EVEN, runs))


def _stamp(section: Section, stamp: str) -> None:
    for header in (section.header, section.even_page_header):
        header.part.element[:] = parsed(paragraph(HEADER, text_run(stamp)))
