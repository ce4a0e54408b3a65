"""Breaking a block's text into lines that fill the measure."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.breaks import NEVER_FIRST, NEVER_LAST
from speeches.typeset.characters import BLANKS, width
from speeches.typeset.edition import STANDARD
from speeches.typeset.lines import (
    LOOSEST,
    SPACING_UNIT,
    TIGHTEST,
    TOLERANCE,
    Line,
    Measure,
    break_block,
)
from tests.typeset.building import body_of, texts_of
from tests.typeset.writing import odd_texts, sober_texts

CELL = 10.0  # pt: the tables below count in full-width characters
ELEVEN = "一二三四五六七八九十甲"
TWELVE = f"{ELEVEN}乙"
SIGNS = re.compile(r"\(-?\d+\)|[|'!]")  # of `shown`


def advances(text: str, size: float = CELL) -> list[float]:
    return [width(character) * size / 2 for character in text]


def measure(cells: float, indent: float = 0, *, justified: bool = True) -> Measure:
    return Measure(cells * CELL, indent * CELL, CELL, spacing=0, justified=justified)


def set_in(text: str, cells: float = 12, indent: float = 0, **wanted: Any) -> list[Line]:
    return break_block(0, text, advances(text), measure(cells, indent), **wanted)


def shown(text: str, lines: list[Line]) -> str:
    """The lines; behind each its spacing where it is not natural, and ! where it is strained; '
    behind each squeezed character."""
    found = []
    for line in lines:
        inner = "".join(
            text[at] + "'" * (at in line.squeezed) for at in range(line.start, line.end)
        )
        spacing = f"({line.spacing})" if line.spacing else ""
        found.append(inner + spacing + "!" * line.strained)
    return "|".join(found)


def test_a_line_knows_its_block_its_place_and_what_makes_it_full() -> None:
    text = "今天，我们开会，”讨论一下明年上半年的工作安排。"
    measured = Measure(width=160, indent=20, size=10, spacing=-50, justified=True)
    assert break_block(7, text, advances(text), measured) == [
        Line(7, 0, 14, 20, pytest.approx(139.992), 208, squeezed=(7,), full=True),
        Line(7, 14, 24, 0, pytest.approx(99.1), -50),
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("full width is full", f"{TWELVE}|丙丁戊"),
        ("half-width characters share a cell", "第12届全国人民代表大会第|1次会议"),
        ("a mark is drawn in and gives up its half", f"{TWELVE}，'(-208)|丙丁戊"),
        ("if it can, without drawing", f"{ELEVEN}，'’'|丙丁"),
        ("or it takes the character before it down", f"{ELEVEN}(500)|乙，'”丙丁"),
        ("with all that belongs together", f"{ELEVEN}(500)|（乙）丙丁"),
        ("an opening mark goes down", f"{ELEVEN}(500)|《乙丙丁》"),
        ("a dash goes down whole", f"{ELEVEN}(500)|——丙丁"),
        ("a number goes down whole", "一二三四五六七八九增长(500)|12.5%甲乙"),
        ("marks in a row share their room", "“一二三四五”'《六七》'、'《八(-250)|九》十甲乙"),
        ("one blank inside stays, and is spread", "一二三四五六七八九十 甲(227)|乙丙 丁"),
        ("a word that fits is not split", "一二三四五六International(-139)|甲乙"),
        ("a very long one is, anywhere", "internationalizationinte|rnationalization"),
        ("an address behind a sign", "见https://www.gov.cn/(395)|zhengce/2026/a.htm。"),
        ("a number only if longer than a line", "123456789012345678901234|56789"),
        ("between its characters", "e\u0301" * 24 + "|" + "e\u0301" * 6),
        ("a last line of one character is avoided", f"{TWELVE}|{ELEVEN}(500)|乙丙。"),
        ("of two it may be", f"{TWELVE}|{TWELVE}|丙丁。"),
        ("a mark at the very end is drawn in", f"{TWELVE}。'(-208)"),
        ("or fits by its half", "一二三四五六七八九十a1b。'"),
        ("no text is one empty line", ""),
    ],
)
def test_a_paragraph_is_broken_by_rule(rule: str, expected: str) -> None:
    text = SIGNS.sub("", expected)
    assert shown(text, set_in(text)) == expected, rule


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("at a break they are dropped", f"{TWELVE}   丙丁", f"{TWELVE}|丙丁"),
        ("at both ends too", "　一二 ", "一二"),
        ("too many make a line short", f"一二三{' ' * 40}四五", "一二三!|四五"),
        ("nothing else is one empty line", "  ", ""),
        ("a line break is a break", "一\n 二三\n\n四", "一|二三||四"),
    ],
)
def test_blanks_and_line_breaks_are_not_printed(rule: str, text: str, expected: str) -> None:
    assert shown(text, set_in(text)) == expected, rule


@pytest.mark.parametrize(
    ("what", "text", "lengths"),
    [
        ("a character wider than a line", "中文", [1, 1]),
        ("marks longer than a line", "。。。。", [1, 1, 1, 1]),
        ("characters tied by joiners", "中\u200d文\u200d字", [1, 1, 1, 1, 1]),
        ("a number", "1234", [1, 1, 1, 1]),
        ("what prints nothing", "\x00", [1]),
    ],
)
def test_what_fits_no_line_is_taken_apart(what: str, text: str, lengths: list[int]) -> None:
    lines = set_in(text, cells=0.7)
    assert [line.end - line.start for line in lines] == lengths, what
    assert not any(line.full for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“甲乙丙丁戊己庚辛壬癸子丑寅卯”说", "“甲乙丙丁戊己庚|辛壬癸子丑寅卯”|说"),
        ("甲乙丙丁戊（己庚辛壬癸）", "甲乙丙丁戊（己庚|辛壬癸）"),
    ],
)
def test_lines_that_are_not_spread_are_filled_as_they_are(text: str, expected: str) -> None:
    lines = break_block(0, text, advances(text), measure(8, justified=False))
    assert (shown(text, lines), any(line.full for line in lines)) == (expected, False)


def test_only_the_first_line_of_a_block_is_indented() -> None:
    text = f"{TWELVE}\n{TWELVE}丙丁"
    assert [line.indent for line in set_in(text, indent=2)] == [20, 0, 0, 0]
    assert [line.indent for line in set_in(text, indent=2, start=1)] == [0, 0, 0]


def test_a_paragraph_goes_on_from_a_place_and_ends_at_one() -> None:
    text = f"{TWELVE}，丙丁。戊己庚辛"
    assert shown(text, set_in(text, start=13)) == "丙丁。戊己庚辛"
    assert shown(text, set_in(text, start=2, end=16)) == "三四五六七八九十甲乙，(500)|丙丁。"
    assert shown(text, set_in(text, end=5)) == "一二三四五"


TIGHT = "教育工作会议" * 14 + "好的"  # three lines of 28 and two characters


@pytest.mark.parametrize(
    ("text", "lengths", "shorter"),
    [
        (TIGHT, [28, 28, 28, 2], [28, 29, 29]),
        (f"{TIGHT}\n一二", [28, 28, 28, 2, 2], [28, 29, 29, 2]),
        (TIGHT + "的方法", [28, 28, 28, 5], [28, 28, 28, 5]),  # too much for three lines
        ("一二", [2], [2]),
    ],
)
def test_a_paragraph_is_set_a_line_shorter_where_spacing_allows(
    text: str, lengths: list[int], shorter: list[int]
) -> None:
    assert list(map(len, texts_of(text, set_in(text, 28)))) == lengths
    lines = set_in(text, 28, shorter=True)
    assert list(map(len, texts_of(text, lines))) == shorter
    assert not any(line.strained for line in lines)


def test_a_mark_that_a_font_keeps_in_the_middle_is_never_squeezed() -> None:
    text = f"{TWELVE}，丙丁戊"
    firm = Measure(120, 0, 10, 0, justified=True, firm=frozenset("，"))
    assert (
        shown(text, break_block(0, text, advances(text), firm))
        == "一二三四五六七八九十甲(500)|乙，丙丁戊"
    )


def test_the_natural_line_of_the_standard_holds_28_characters_and_needs_no_other_spacing() -> None:
    text = "教育" * 41
    lines = break_block(0, text, advances(text, 16), body_of(STANDARD))
    assert [(line.end - line.start, line.spacing) for line in lines] == [
        (26, -67),
        (28, -67),
        (28, -67),
    ]


def test_a_hundred_thousand_characters_in_one_paragraph_are_broken() -> None:
    text = "今年以来，我们坚持“稳”字当头（见附件1），" * 4546
    lines = set_in(text[:100_000], 28)
    assert (lines[0].start, lines[-1].end) == (0, 100_000)
    assert not any(line.strained for line in lines)


measures = st.builds(
    Measure,
    width=st.integers(60, 500).map(float),
    indent=st.sampled_from([0.0, 20.0, 32.0]),
    size=st.just(CELL),
    spacing=st.sampled_from([0, -67, 26]),
    justified=st.booleans(),
)


def gaps(text: str, line: Line) -> int:
    """How many characters of a line take spacing, counted anew: clusters but for the last and for
    those squeezed."""
    clusters = 0
    for at in range(line.start, line.end):
        tied = _continues(text[at]) or (at > 0 and text[at - 1] == "\u200d")
        clusters += not tied and at not in line.squeezed
    return clusters - (line.end - 1 not in line.squeezed)


def _continues(character: str) -> bool:
    kinds = ("Mn", "Me", "Mc", "Cc", "Cf", "Cs", "Zl", "Zp")
    tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return tone or (unicodedata.category(character) in kinds and character != "\u2060")


@given(odd_texts, measures, st.booleans())
def test_no_line_is_wider_than_the_room_and_full_lines_end_where_it_does(
    text: str, room: Measure, shorter: bool
) -> None:
    for line in break_block(0, text, advances(text), room, shorter=shorter):
        edge = line.indent + line.width
        assert edge <= room.width + TOLERANCE or line.end - line.start == 1
        assert line.strained or not line.full or edge == pytest.approx(room.width, abs=TOLERANCE)
        assert line.strained or TIGHTEST <= line.spacing <= LOOSEST
        assert line.full or line.spacing == room.spacing
        assert room.justified or not line.full


@given(odd_texts, measures)
def test_the_width_of_a_line_is_that_of_its_characters_its_spacing_and_its_squeezing(
    text: str, room: Measure
) -> None:
    for line in break_block(0, text, advances(text), room):
        printed = sum(advances(text[line.start : line.end]))
        spaced = line.spacing * SPACING_UNIT * room.size * max(gaps(text, line), 0)
        assert line.width == pytest.approx(printed + spaced - room.size / 2 * len(line.squeezed))


@given(odd_texts, measures, st.booleans())
def test_every_character_stands_once_and_in_order(text: str, room: Measure, shorter: bool) -> None:
    lines = break_block(0, text, advances(text), room, shorter=shorter)
    between = [
        text[: lines[0].start],
        *(text[line.end : following.start] for line, following in pairwise(lines)),
        text[lines[-1].end :],
    ]
    assert [each.strip(BLANKS + "\n") for each in between] == [""] * len(between)
    assert all(line.start < line.end for line in lines) or "\n" in text or not text.strip(BLANKS)


@given(sober_texts, st.sampled_from([20, 28]), st.booleans())
def test_forbidden_marks_neither_start_nor_end_a_line(text: str, cells: int, shorter: bool) -> None:
    lines = texts_of(text, set_in(text, cells, indent=2, shorter=shorter))
    assert [line for line in lines[1:] if line[0] in NEVER_FIRST] == []
    assert [line for line in lines[:-1] if line[-1] in NEVER_LAST] == []


@given(odd_texts, measures, st.data())
def test_what_goes_on_elsewhere_is_broken_as_a_text_of_its_own(
    text: str, room: Measure, data: st.DataObject
) -> None:
    start = data.draw(st.integers(1, max(1, len(text))))
    end = data.draw(st.integers(start, max(start, len(text))))
    lines = break_block(0, text, advances(text), room, start=start, end=end)
    alone = text[start:end]
    unindented = Measure(room.width, 0, room.size, room.spacing, room.justified)
    assert [(line.start - start, line.end - start, line.spacing, line.width) for line in lines] == [
        (line.start, line.end, line.spacing, line.width)
        for line in break_block(0, alone, advances(alone), unindented)
    ]


@given(sober_texts, st.sampled_from([20, 28]))
def test_shorter_is_a_line_less_within_the_bound_or_nothing_else(text: str, cells: int) -> None:
    best, shorter = set_in(text, cells), set_in(text, cells, shorter=True)
    assert shorter == best or (
        len(shorter) == len(best) - 1 and not any(line.strained for line in shorter)
    )
