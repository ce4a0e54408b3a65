"""Where a line may end."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.breaks import Grade, grades, inside_clusters
from speeches.typeset.characters import BLANKS

LONG = 100_000
SIGNS = "".join(map(str, Grade))
WEB = "https://www.gov.cn/zhengce/2026-07/16/a_b.htm?id=3&x=4"


def cut(text: str, worst: Grade = Grade.FREE) -> str:
    """The text with a stroke where a line may end, and where the next begins behind blanks."""
    found = grades(text)
    ends = {at for at in range(1, len(text)) if found[at] <= worst}
    begins = {end + len(text[end:]) - len(text[end:].lstrip(BLANKS)) for end in ends}
    return "".join(f"|{each}" if at in ends | begins else each for at, each in enumerate(text))


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
        ("a full-width number too", "１２３．５％|－３|度|５＋３"),
        ("a sign of comparison is one of the number", "≥60%|或|＜５|分|约|≈3.5"),
        ("a date or a time is one number", "2026-07-16|和|15:40|到|1-7|月|9：30|前"),
        ("a product or a proportion too", "1∶500|或|1：500|的|2×3|米"),
        (
            "a number is parted neither by blanks nor from its unit sign",
            "12 345 678|人|3\u2009000|元|3.5 %|5 km|的|10㎏|和|8㎡",
        ),
        ("but from a word it is", "2026| |年|12| |3456|和|3| |people"),
        ("degrees go down to seconds", "120°30′15″|北|25°C|或|77°F"),
        ("raised and lowered digits belong to their word", "km²|和|m³/h|和|CO₂|和|H₂O|注¹"),
        ("a standard's sign is a word, its number another", "按|《GB/T| |9704—|2012》|办"),
        ("money of a country", "US$5|万"),
        ("a plus stays with what it is added to", "互|联|网+|教|育|5G+|和|“AI+”"),
        ("an event keeps its dot", "“3·15”|晚|会"),
        ("a hyphen between words does not start a line", "中-|英|文"),
        ("a Latin word is not split", "GDP|和|don’t| |stop"),
        ("nor a word with marks in it", "e-mail|用|a.b@c.cn"),
        ("nor a formula", "100%a=b?c|用|a#b|语|言"),
        ("a slash ties both sides", "A/B|与/或|（甲）/（乙）"),
        ("a no-break space ties both sides", "3\u00a0万|人"),
        ("a word joiner too", "三\u2060万|人"),
        ("other scripts are words", "Ωμέγα|和|Москва"),
        ("what never prints hides nothing", "中\x00，|文|（\u2028文|字"),
        ("blanks are dropped at a break", "张|　|三|   |a|\u2003\u2009|b"),
        ("blanks in brackets are kept, to be filled in", "（　　）|月|“ 甲 ”|乙 ，|丙"),
        ("what stands alone is a unit", "（（（"),
        ("nothing but closing marks", "”）。"),
        ("not even a character", ""),
    ],
)
def test_a_line_ends_only_between_units(rule: str, expected: str) -> None:
    assert cut(expected.replace("|", "")) == expected, rule


@pytest.mark.parametrize(
    ("text", "signs", "anywhere"),
    [
        ("internationally", "internationally", "internationally"),
        ("internationalize", "internationalize", "i|n|t|e|r|n|a|t|i|o|n|a|l|i|z|e"),
        ("a/b-c.d", "a/b-c.d", "a/b-c.d"),
        ("（" + WEB + "）。",
         "（https://|www.|gov.|cn/|zhengce/|2026-|07/|16/|a_|b.|htm?|id=|3&|x=|4）。", None),
        ("1234567890,1234567890", "1234567890,1234567890", "1234567890,1234567890"),
        ("12345678901234567890km", "12345678901234567890km", None),
    ],
)  # fmt: skip
def test_a_long_word_may_be_split_behind_its_signs_and_then_anywhere(
    text: str, signs: str, anywhere: str | None
) -> None:
    assert cut(text, Grade.SIGN) == signs
    assert anywhere is None or cut(text, Grade.WORD) == anywhere


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（字）字", [0, 3, 3, 0, 0]),
        ("字 　字", [0, 0, 5, 5, 0]),
        ("喆\U000e0100字", [0, 4, 0, 0]),
        ("“e\u0301", [0, 3, 4, 0]),
    ],
)
def test_every_position_has_its_grade(text: str, expected: list[int]) -> None:
    assert list(grades(text)) == expected


def test_what_stands_inside_a_cluster_is_found_by_its_grade() -> None:
    assert inside_clusters(grades("喆\U000e0100，e\u0301\u0302。")) == [1, 4, 5]


@given(st.text(st.characters(exclude_characters="\n", categories=("L", "M", "P", "N"))))
def test_no_line_begins_with_a_mark_of_the_character_before(text: str) -> None:
    found = grades(text)
    for at, character in enumerate(text):
        is_mark = unicodedata.category(character) in ("Mn", "Me", "Mc")
        assert at == 0 or not is_mark or found[at] == Grade.CLUSTER


@pytest.mark.parametrize(
    ("piece", "free"),
    [("（", 2), ("，", 2), ("a", 2), ("/", 2), ("—", 2), ("“a/", 2), ("-", 2), ("\u200d", 1),
     ("a\u0301", 2), ("中", LONG + 1), ("+", 2), ("中，", LONG // 2 + 1), ("中/", 2),
     ("1a.", 2), (" ", 1), ("， ", 2),
     ("1 ", LONG // 2 + 1)],
)  # fmt: skip
def test_a_hundred_thousand_characters_are_read_in_one_go(piece: str, free: int) -> None:
    assert grades((piece * LONG)[:LONG]).count(Grade.FREE) == free
