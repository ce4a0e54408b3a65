"""Breaking a block's text into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.lines import Line, Measure, break_block
from speeches.typeset.units import width_of

NEVER_FIRST = "。，、；：？！”’）》%·"
NEVER_LAST = "“‘（《￥"


def broken(text: str, width: int, indent: int = 0, *, balanced: bool = False) -> list[str]:
    lines = break_block(0, text, Measure(width, indent, balanced))
    return [text[line.start : line.end] for line in lines]


def test_a_line_knows_its_block_its_place_its_indent_and_its_width() -> None:
    assert break_block(7, "今天，我们开会", Measure(8, indent=4)) == [
        Line(7, 0, 1, indent=4, width=2),
        Line(7, 1, 5, indent=0, width=8),
        Line(7, 5, 7, indent=0, width=4),
    ]


@pytest.mark.parametrize(
    ("rule", "text", "width", "expected"),
    [
        ("full width is full", "一二三四五六七八九", 8, ["一二三四", "五六七八", "九"]),
        ("a mark takes the character before it down", "一二三四，五", 8, ["一二三", "四，五"]),
        ("with all that belongs together", "一二（三）。四", 8, ["一二", "（三）。", "四"]),
        ("an opening mark goes down", "一二三（四）", 8, ["一二三", "（四）"]),
        ("a dash goes down whole", "一二三——四", 8, ["一二三", "——四"]),
        ("an ellipsis goes down whole", "一二三……", 8, ["一二三", "……"]),
        ("a number goes down whole", "增长了12.5%", 8, ["增长了", "12.5%"]),
        ("half-width characters share a cell", "第12届会议", 8, ["第12届会", "议"]),
        ("a half cell may stay free", "一1二三四", 8, ["一1二三", "四"]),
        ("a blank at a break is dropped", "ab cdef gh", 8, ["ab cdef", "gh"]),
        ("several too", "一二三四　　五六", 8, ["一二三四", "五六"]),
        ("a blank inside stays", "张　三 李四", 12, ["张　三 李四"]),
        ("blanks at both ends are dropped", " 一二 ", 8, ["一二"]),
        ("a word longer than a line is split", "一abcdefghijkl", 8, ["一abcdef", "ghijkl"]),
        ("between its characters", "e\u0301" * 6, 4, ["e\u0301" * 4, "e\u0301" * 2]),
        ("a run of marks longer than a line too", "。" * 6, 8, ["。" * 4, "。" * 2]),
        ("a line break is a break", "一\n二三\n\n四", 8, ["一", "二三", "", "四"]),
        ("no text is one empty line", "", 8, [""]),
        ("nor are blanks more", "  ", 8, [""]),
    ],
)
def test_a_paragraph_is_broken_by_rule(
    rule: str, text: str, width: int, expected: list[str]
) -> None:
    assert broken(text, width) == expected, rule


def test_only_the_first_line_is_indented() -> None:
    assert [line.indent for line in break_block(0, "一二三四五六\n七", Measure(6, 4))] == [
        4,
        0,
        0,
        0,
    ]


def test_a_unit_too_long_for_the_indented_line_is_split() -> None:
    assert broken("abcdefgh", 8, indent=4) == ["abcd", "efgh"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一二三四五六七八", ["一二三四五六七八"]),
        ("一二三四五六七八九", ["一二三四五", "六七八九"]),
        ("一二三四五六七八九十甲乙丙丁戊己庚", ["一二三四五六", "七八九十甲乙", "丙丁戊己庚"]),
        ("一二三abcdefghijklm四五", ["一二三", "abcdefghijklm", "四五"]),
        ("一二\n三四五六七八九十甲乙", ["一二", "三四五六七", "八九十甲乙"]),
        ("", [""]),
    ],
)
def test_a_balanced_block_takes_no_more_lines_and_makes_them_alike(
    text: str, expected: list[str]
) -> None:
    assert broken(text, 16, balanced=True) == expected


texts = st.text(st.sampled_from("中文字12.5%a “”（）。，、——……《》·\n喆\U000e0100￥"))


@given(texts, st.integers(8, 56), st.sampled_from([0, 4]), st.booleans())
def test_no_line_is_wider_than_the_room(text: str, width: int, indent: int, balanced: bool) -> None:
    for line in break_block(0, text, Measure(width, indent, balanced)):
        assert line.indent + line.width <= width
        assert line.width == width_of(text[line.start : line.end])


@given(texts, st.integers(8, 56), st.booleans())
def test_nothing_but_blanks_is_lost(text: str, width: int, balanced: bool) -> None:
    lines = broken(text, width, balanced=balanced)
    assert "".join("".join(lines).split()) == "".join(text.split())


# Short enough for no unit to be longer than a line.
@given(
    st.lists(st.text(st.sampled_from("中12“”（）。，、《》·￥"), max_size=20).map("字{}字".format))
)
def test_forbidden_marks_neither_start_nor_end_a_line(texts: list[str]) -> None:
    lines = broken("".join(texts), 56)
    assert [line for line in lines[1:] if line[0] in NEVER_FIRST] == []
    assert [line for line in lines[:-1] if line[-1] in NEVER_LAST] == []
