"""Which marks give up the blank half of their cell."""

import pytest

from speeches.typeset.squeezing import CLOSING, OPENING, may_end_squeezed, squeezed

SIZE = 16.0


def marked(text: str, *, narrow: str = "", firm: str = "") -> str:
    """The text with ' behind every mark that gives up half an em."""
    advances = [SIZE / 2 if character in narrow else SIZE for character in text]
    found = squeezed(text, advances, SIZE, frozenset(firm))
    return "".join(f"{each}'" if at in found else each for at, each in enumerate(text))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("closing before closing", "好，'”说。'）看》'、'《书》'〕'〗"),
        ("closing before opening", "好，'“说：'‘看）'（甲；'《乙》'【丙】"),
        ("closing before ？ and ！", "好”'？吗）'！"),
        ("opening before opening", "看“'‘甲’'”'（'《乙》'）"),
        ("several in a row", "好。'’'”'）'、'“'《甲"),
        ("opening before closing keeps its room", "（）甲“”"),
        ("a character between is none of it", "（甲）乙，丙"),
        ("？ and ！ stay whole, in the middle as they may stand", "好？”吗！甲？！"),
        ("so do dashes, dots and middle dots", "——“甲”……（乙）·《丙》——"),
        ("so do the marks of Latin script", "a,”b.)c),"),
        ("a blank keeps them apart", "，　“，\u3000）"),
        ("so does what marks a variant", "，\ufe00”"),
    ],
)
def test_marks_in_a_row_share_their_room(rule: str, expected: str) -> None:
    assert marked(expected.replace("'", "")) == expected, rule


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("，“甲”，》、", {"narrow": "“”"}, "，“甲”，'》'、"),
        ("，“甲”，》、", {"firm": "，"}, "，“甲”，》'、"),
        ("，“甲”，》、", {"firm": "“"}, "，“甲”'，'》'、"),
    ],
)
def test_only_marks_that_have_a_half_to_give_are_squeezed(
    text: str, options: dict[str, str], expected: str
) -> None:
    assert marked(text, **options) == expected


def test_at_the_end_of_a_line_a_closing_mark_may_give_up_its_half() -> None:
    closing = [
        mark for mark in CLOSING + OPENING + "？！…中" if may_end_squeezed(mark, SIZE, SIZE, set())
    ]
    assert "".join(closing) == CLOSING
    assert not may_end_squeezed("”", SIZE / 2, SIZE, set())
    assert not may_end_squeezed("，", SIZE, SIZE, {"，"})
