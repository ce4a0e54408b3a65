"""The lines that can begin at a place of a text, and their cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.breaks import Grade, grades
from speeches.typeset.characters import width
from speeches.typeset.fitting import (
    LOOSEST,
    SPACING_UNIT,
    STRAINED,
    TIGHTEST,
    TOLERANCE,
    Measure,
    Piece,
)
from tests.typeset.writing import sober_texts

SIZE = 10.0


def piece(text: str, cells: float) -> Piece:
    advances = [width(character) * SIZE / 2 for character in text]
    measure = Measure(cells * SIZE, 0, SIZE, spacing=0, justified=True)
    return Piece(text, advances, measure, indent=0)


def lines(text: str, cells: float) -> list[tuple[str, int]]:
    """What may stand on a first line, with its spacing."""
    return [(text[: fit.end], fit.spacing) for fit in piece(text, cells).fits(0)]


@pytest.mark.parametrize(
    ("rule", "text", "cells", "expected"),
    [
        ("all lines within the bound", "一二三四五六七八九十甲乙丙丁", 12,
         [("一二三四五六七八九十甲", 500), ("一二三四五六七八九十甲乙", 0)]),
        ("a mark that is squeezed inside a line has its half at the end of one",
         "一二三四五六七八九十”（internal）", 12.09, [("一二三四五六七八九十”", 545)]),
        ("else the fullest that is too loose", "一二三四五六七八international", 11,
         [("一二三四五六七八", 2143)]),
        ("however little it is too loose", "一二三四五六七八international", 9,
         [("一二三四五六七八", 714)]),
        ("unless it were better to take a unit apart", "一二三四五六七八（internal）", 12,
         [("一二三四五六七八（inte", 417), ("一二三四五六七八（inter", 192),
          ("一二三四五六七八（intern", 0), ("一二三四五六七八（interna", -167)]),
    ],
)  # fmt: skip
def test_the_lines_of_a_text(
    rule: str, text: str, cells: float, expected: list[tuple[str, int]]
) -> None:
    assert lines(text, cells) == expected, rule


@given(sober_texts, st.floats(8, 30))
def test_no_line_is_strained_where_one_within_the_bound_could_begin(
    text: str, cells: float
) -> None:
    """Squeezing counted anew for every end, by the text that would stand on the line alone."""
    if width_of(text) <= cells * SIZE + TOLERANCE:
        return
    ends = [end for end, grade in enumerate(grades(text)) if end and grade == Grade.FREE]
    found = min(piece(text, cells).fits(0))
    assert found.cost < STRAINED or not any(fills(text[:end], cells) for end in ends)


def fills(line: str, cells: float) -> bool:
    """Whether letter-spacing within the bound makes a line full."""
    alone = piece(line, 10**6)
    last = alone.fits(0)[0]
    gaps = len(line) - 1 - len(alone.squeezed(last))
    if gaps < 1:
        return False
    spacing = (cells * SIZE - alone.width(last)) / gaps / (SPACING_UNIT * SIZE)
    return TIGHTEST <= round(spacing) <= LOOSEST


def width_of(text: str) -> float:
    alone = piece(text, 10**6)
    return alone.width(alone.fits(0)[0])
