"""The geometry of the editions of the house, GB/T 9704—2012."""

import pytest

from speeches.document.tree import Block, Role
from speeches.typeset.edition import (
    BUILT_IN,
    LARGE,
    STANDARD,
    Align,
    Edition,
    Face,
    PageNumber,
    Place,
    Style,
)
from tests.typeset.building import heading, paragraph, run

POINTS = 72 / 25.4


@pytest.mark.parametrize(
    ("edition", "lines", "columns"), [(STANDARD, 22, 28), (LARGE, 15, 20)], ids=["22x28", "15x20"]
)
def test_so_many_characters_fill_the_line_and_so_many_lines_the_page(
    edition: Edition, lines: int, columns: int
) -> None:
    assert (edition.lines, edition.columns) == (lines, columns)
    assert (columns - 1) * edition.cell + edition.size == pytest.approx(156 * POINTS)
    assert lines * edition.pitch == pytest.approx(edition.area_height * POINTS)


@pytest.mark.parametrize(("edition", "below"), [(STANDARD, 35), (LARGE, 50)], ids=["35", "50"])
def test_the_margins_and_the_type_area_make_the_paper(edition: Edition, below: float) -> None:
    right = edition.paper_width - edition.margin_left - edition.area_width
    bottom = edition.paper_height - edition.margin_top - edition.area_height
    assert (right, bottom) == (26, below)


def test_lines_of_the_large_edition_stand_farther_apart() -> None:
    assert (round(STANDARD.pitch, 2), round(LARGE.pitch, 2)) == (28.99, 39.69)


@pytest.mark.parametrize(
    ("block", "style", "columns"),
    [
        (paragraph(role=Role.TITLE), Style(Face.BIAOSONG, 22, 0, Align.CENTER, True), 20),
        (paragraph(role=Role.SUBTITLE), Style(Face.KAI, 16, 0, Align.CENTER, True), 28),
        (paragraph(role=Role.SPEAKER), Style(Face.KAI, 16, 0, Align.CENTER, True), 28),
        (paragraph(role=Role.DATE), Style(Face.KAI, 16, 0, Align.CENTER, True), 28),
        (paragraph(role=Role.SALUTATION), Style(Face.FANG, 16), 28),
        (paragraph(role=Role.BODY), Style(Face.FANG, 16, 2), 28),
        (heading(1), Style(Face.HEI, 16, 2), 28),
        (heading(2), Style(Face.KAI, 16, 2), 28),
        (heading(3), Style(Face.FANG, 16, 2), 28),
        (heading(4), Style(Face.FANG, 16, 2), 28),
    ],
)
def test_every_block_has_its_style(block: Block, style: Style, columns: int) -> None:
    assert (STANDARD.style(block), STANDARD.columns_of(style)) == (style, columns)


def test_headings_stand_out_in_the_large_edition() -> None:
    assert [(style.face, style.bold) for style in LARGE.levels] == [
        (Face.HEI, False),
        (Face.KAI, True),
        (Face.FANG, True),
        (Face.FANG, True),
    ]


@pytest.mark.parametrize(("level", "face"), [(0, Face.FANG), (1, Face.HEI), (2, Face.KAI)])
def test_a_run_in_heading_has_the_face_of_its_level(level: int, face: Face) -> None:
    part = run("一是", level)
    assert STANDARD.run_style(paragraph(part), part).face == face


@pytest.mark.parametrize(("edition", "units"), [(STANDARD, -67), (LARGE, 26)], ids=["-67", "26"])
def test_only_type_of_the_body_s_size_is_tracked(edition: Edition, units: int) -> None:
    roles = edition.roles
    assert [edition.tracking(roles[role]) for role in (Role.TITLE, Role.BODY)] == [0, units]


def test_only_the_large_edition_turns_at_sentences() -> None:
    assert [(edition.key, edition.turns_at_sentence) for edition in BUILT_IN] == [
        ("standard", False),
        ("large", True),
    ]


@pytest.mark.parametrize(
    ("form", "place", "text"),
    [
        ("— {} —", Place.OUTER, "— 12 —"),
        ("第 {} 页", Place.CENTER, "第 12 页"),
        ("{}", Place.RIGHT, "12"),
        ("{0} {}", Place.RIGHT, "{0} 12"),
        ("— {} —", Place.NONE, ""),
    ],
)
def test_a_page_number_stands_in_its_form(form: str, place: Place, text: str) -> None:
    assert PageNumber(Face.SONG, 14, drop=7, inset=1, form=form, place=place).text(12) == text


def test_the_standard_prints_numbers_outside_between_dashes() -> None:
    number = STANDARD.page_number
    assert (number.place, number.text(3)) == (Place.OUTER, "— 3 —")
