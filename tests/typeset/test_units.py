"""Where lines may break, and how wide characters are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.units import Unit, clusters, needs_glyph, printable, units, width, width_of

LONG = 100_000


def cut(text: str) -> str:
    return "|".join(text[unit.start : unit.end] for unit in units(text, 0, len(text)))


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("中、。，；：？！（）《》〔〕　Ａ１％", 2),
        ("“”‘’—…·×±①→℃■Ⅰ", 2),
        ("😀𠮷喆", 2),
        ("aW09.,%°§éāαБｱ ", 1),
        ("\u0301\ufe00\U000e0100\u200b\u200d\x00\ud800\u2028\n", 0),
    ],
)
def test_a_character_is_zero_one_or_two_half_cells_wide(characters: str, expected: int) -> None:
    assert [width(character) for character in characters] == [expected] * len(characters)


def test_the_width_of_a_text_is_the_sum_of_its_characters() -> None:
    assert width_of("增长8.6%，“十四五”e\u0301") == 2 * 2 + 4 + 2 + 10 + 1


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("closing marks stay with what goes before", "我|们，|好。|吗？！|是；|有：|看、|了）"),
        ("opening marks stay with what follows", "看|（一）|和|《书》|“五|稳”。|￥100,000|元"),
        ("quotation marks nest", "“《公|平》|‘之’|路”"),
        ("a dash of two is not split", "党|的|——|这|样"),
        ("an ellipsis is not split", "远|……|好"),
        ("an ellipsis keeps the mark after it", "远|……，|好"),
        ("a single dash does not start a line", "1—|7|月|中—|英"),
        ("nor does a wave dash or a middle dot", "9|亿~|16|亿|5～|8|卡|尔·|马"),
        ("a number keeps sign, separators and measure", "-3.5%，|±0.5|降|+1,234.5|万|36.6℃|9‰"),
        ("a full-width number too", "１２３．５％|－３|度"),
        ("a date or a time is one number", "2026-07-16|和|15:40|到|1-7|月"),
        ("an event keeps its dot", "“3·15”|晚|会"),
        ("a hyphen between words does not start a line", "中-|英|文"),
        ("a Latin word is not split", "GDP|和|don’t| |stop"),
        ("nor a word with marks in it", "e-mail|用|a.b@c.cn"),
        ("a slash ties both sides", "A/B|与/或|（甲）/（乙）"),
        ("a no-break space ties both sides", "3\u00a0万|人"),
        ("other scripts are words", "Ωμέγα|和|Москва"),
        ("what stands alone is a unit", "（（（"),
        ("nothing but closing marks", "”）。"),
    ],
)  # fmt: skip
def test_a_line_breaks_only_between_units(rule: str, expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected, rule


@pytest.mark.parametrize(
    "cluster",
    ["喆\U000e0100", "，\ufe00", "e\u0301", "👨\u200d👩\u200d👧", "👍\U0001f3fd", "が", "\u0301"],
)
def test_a_character_is_not_parted_from_its_marks(cluster: str) -> None:
    text = f"{cluster}文"
    assert cut(text) == f"{cluster}|文"
    assert list(clusters(text, Unit(0, len(text), 0))) == [
        Unit(0, len(cluster), width_of(cluster)),
        Unit(len(cluster), len(text), 2),
    ]


def test_blanks_are_units_that_may_vanish() -> None:
    assert list(units("张　三 a", 0, 5)) == [
        Unit(0, 1, 2),
        Unit(1, 2, 2, blank=True),
        Unit(2, 3, 2),
        Unit(3, 4, 1, blank=True),
        Unit(4, 5, 1),
    ]


@given(st.text(st.characters(exclude_characters="\n")))
def test_units_follow_one_another_without_gaps(text: str) -> None:
    found = list(units(text, 0, len(text)))
    assert "".join(text[unit.start : unit.end] for unit in found) == text
    assert [unit.width for unit in found] == [width_of(text[u.start : u.end]) for u in found]


@given(st.text(st.characters(exclude_characters="\n", categories=("L", "M", "P", "N"))))
def test_no_unit_and_no_cluster_begins_with_a_mark(text: str) -> None:
    whole = Unit(0, len(text), 0)
    for unit in [*units(text, 0, len(text)), *clusters(text, whole)]:
        first = text[unit.start]
        assert unit.start == 0 or unicodedata.category(first) not in ("Mn", "Me", "Mc")


@pytest.mark.parametrize(
    ("piece", "count"),
    [("（", 1), ("，", 1), ("a", 1), ("/", 1), ("—", 1), ("“a/", 1), ("-", 1), ("\u200d", 1),
     ("a\u0301", 1), ("中", LONG), ("+", LONG), ("中，", LONG // 2)],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_read_in_one_go(piece: str, count: int) -> None:
    text = (piece * LONG)[:LONG]
    assert sum(1 for _ in units(text, 0, LONG)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("讲话\n稿", "讲话\n稿"),
        ("a\x00b\ud800c\u202ed\u2028e\ufefff\t", "abcdef"),
        ("喆\U000e0100👨\u200d👩𠮷", "喆\U000e0100👨\u200d👩𠮷"),
    ],
)
def test_what_prints_nothing_is_dropped(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_only_what_leaves_ink_needs_a_glyph() -> None:
    assert [needs_glyph(each) for each in "中a\u0301\ue000"] == [True] * 4
    assert [needs_glyph(each) for each in " \u3000\u2009\ufe00\U000e0100\u200d"] == [False] * 6
