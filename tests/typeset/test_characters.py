"""How wide characters are without a font, what prints, and what makes one cluster."""

import pytest

from speeches.typeset.characters import CONTINUATION, needs_glyph, printable, width


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("e\u0301x", "\u0301"),
        ("喆\U000e0100文", "\U000e0100"),
        ("👨\u200d👩\u200d👧文", "\u200d👩\u200d👧"),
        ("👍\U0001f3fd文", "\U0001f3fd"),
        ("か\u3099", "\u3099"),
        ("中\x00\u2028文", "\x00\u2028"),  # what never prints
        ("中\u2060文\n字", ""),
        ("尾\u200d", "\u200d"),
        ("\u0301文", "\u0301"),
    ],
)
def test_a_cluster_goes_on_with_marks_and_with_what_joiners_tie(text: str, expected: str) -> None:
    assert "".join(match[0] for match in CONTINUATION.finditer(text)) == expected
