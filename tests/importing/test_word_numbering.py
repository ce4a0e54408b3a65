"""Automatic numbers come back as they print."""

import pytest

from speeches.importing.word import read_docx
from tests.importing.making_docx import abstract, docx, lvl, num, p, start_over

PLAIN = '<w:suff w:val="nothing"/>'
FOUR = abstract(
    0,
    lvl(0, "chineseCounting", "%1、"),
    lvl(1, "chineseCountingThousand", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimal", "（%4）"),
)


def labels(*paragraphs: str, numbering: str = FOUR + num(1, 0), styles: str = "") -> list[str]:
    """What stands before 文 in each line."""
    read = read_docx(docx("".join(paragraphs), numbering=numbering, styles=styles))
    return [line.removesuffix("文") for line in read.lines]


def at(*levels: int | tuple[int, int]) -> tuple[str, ...]:
    """A paragraph for each level of list 1, or (list, level)."""
    pairs = [(1, one) if isinstance(one, int) else one for one in levels]
    return tuple(p("文", number=str(number), level=str(level)) for number, level in pairs)


def test_levels_count_up_and_start_again_below_a_higher_one():
    assert labels(*at(0, 1, 1, 2, 2, 3, 1, 2, 0, 1)) == [
        *("一、", "（一）", "（二）", "1.", "2.", "（1）", "（三）", "1.", "二、", "（一）")
    ]


def test_a_level_shows_the_numbers_of_those_above_it():
    numbering = abstract(
        0, lvl(0, "decimal", "第%1章"), lvl(1, "decimal", "%1.%2"), lvl(2, "lowerLetter", "%1.%2%3")
    )
    assert labels(*at(0, 1, 2, 2, 0, 2), numbering=numbering + num(1, 0)) == [
        *("第1章 ", "1.1 ", "1.1a ", "1.1b ", "第2章 ", "2.1a ")
    ]


def test_a_legal_level_shows_them_in_digits():
    numbering = abstract(
        0, lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    assert labels(*at(0, 0, 1), numbering=numbering + num(1, 0)) == ["一、", "二、", "2.1 "]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["（1）", "（1）", "（1）"]),
        ("0", ["（1）", "（2）", "（3）"]),
        ("1", ["（1）", "（2）", "（1）"]),
    ],
)
def test_a_level_may_start_again_only_below_some(restart, expected):
    more = f'<w:lvlRestart w:val="{restart}"/>' if restart else ""
    numbering = abstract(
        0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%2"), lvl(2, "decimal", "（%3）", more)
    )
    made = labels(*at(2, 1, 2, 0, 2), numbering=numbering + num(1, 0))
    assert [label for label in made if label.startswith("（")] == expected


def test_lists_of_one_definition_count_on_unless_they_say_where_to_start():
    numbering = FOUR + num(1, 0) + num(2, 0) + num(3, 0, start_over(0, 5))
    made = at(0, (2, 0), (3, 0), (3, 0), 0, (3, 0))
    assert labels(*made, numbering=numbering) == ["一、", "二、", "五、", "六、", "七、", "八、"]


def test_a_list_may_define_a_level_anew():
    anew = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "%1)", start=3)}</w:lvlOverride>'
    assert labels(*at(0, 0), numbering=FOUR + num(1, 0, anew, "<w:other/>")) == ["3)", "4)"]


@pytest.mark.parametrize(
    ("form", "text", "more", "expected"),
    [
        ("chineseCounting", "%1、", "", "一、"),
        ("chineseCounting", "第%1条", "", "第一条 "),
        ("chineseCounting", "第%1条", PLAIN, "第一条"),
        ("decimal", "%1", "", "1 "),
        ("decimal", "%1.", "", "1."),
        ("decimalEnclosedCircle", "%1", "", "①"),
        ("none", "", "", ""),
        ("none", "结论：", "", "结论："),
        ("decimal", "%7", "", "1 "),
        ("decimal", "一" * 500, PLAIN, "一" * 100),
    ],
)
def test_a_number_is_followed_by_a_blank_only_where_nothing_parts_it_from_the_text(
    form, text, more, expected
):
    assert labels(*at(0), numbering=abstract(0, lvl(0, form, text, more)) + num(1, 0)) == [expected]


def style(name: str, *inner: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}">{"".join(inner)}</w:style>'


def listed(number: str, level: str = "") -> str:
    level = level and f'<w:ilvl w:val="{level}"/>'
    return f'<w:pPr><w:numPr>{level}<w:numId w:val="{number}"/></w:numPr></w:pPr>'


BASED = '<w:basedOn w:val="{}"/>'.format


@pytest.mark.parametrize(
    ("styles", "paragraph", "expected"),
    [
        (style("h", listed("1", "1")), p("文", style="h"), "（一）"),
        (style("h", listed("1")), p("文", style="h"), "一、"),
        (style("h", listed("1")), p("文", style="h", level="2"), "1."),
        (style("h", listed("1")), p("文", style="h", number="0"), ""),
        (style("h", listed("0")), p("文", style="h"), ""),
        (style("h", listed("7")), p("文", style="h"), ""),
        (style("h", BASED("b")) + style("b", listed("1", "3")), p("文", style="h"), "（1）"),
        (style("h", BASED("b")) + style("b", BASED("h")), p("文", style="h"), ""),
        (style("h"), p("文", style="unheard"), ""),
        ("", p("文", number="1", level="8"), ""),
        ("", p("文", number="1", level="x"), "一、"),
        ("", p("文", number="1"), "一、"),
        ('<w:style w:type="paragraph" w:default="1" w:styleId="a">' + listed("1") + "</w:style>",
         p("文"), "一、"),
    ],
)  # fmt: skip
def test_a_style_may_number_its_paragraphs(styles, paragraph, expected):
    assert labels(paragraph, styles=styles) == [expected]


def test_a_level_may_belong_to_a_style():
    numbering = abstract(
        0, lvl(0, "decimal", "%1."), lvl(1, "decimal", "（%2）", '<w:pStyle w:val="h"/>')
    )
    made = style("h", listed("1"))
    assert labels(p("文", style="h"), numbering=numbering + num(1, 0), styles=made) == ["（1）"]


@pytest.mark.parametrize(("linked", "expected"), [("s", "甲、"), ("unheard", ""), ("empty", "")])
def test_a_list_style_lends_its_definition(linked, expected):
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="{linked}"/></w:abstractNum>'
        + abstract(1, lvl(0, "ideographTraditional", "%1、"))
        + num(1, 0) + num(2, 1)
    )  # fmt: skip
    styles = style("s", listed("2")) + style("empty")
    assert labels(*at(0), numbering=numbering, styles=styles) == [expected]


def test_a_list_without_a_definition_has_no_numbers():
    assert labels(*at(0), numbering=num(1, 4)) == [""]


def test_bullets_and_unknown_formats_are_noted():
    numbering = abstract(0, lvl(0, "bullet", "\uf06c"), lvl(1, "hex", "%2.")) + num(1, 0)
    read = read_docx(docx("".join(at(0, 1)), numbering=numbering))
    assert read.lines == ("文", "1.文")
    assert [tuple(note) for note in read.notes] == [
        (1, "•", "项目符号没有带入"),
        (2, "1.", "编号样式不认识，按阿拉伯数字补出"),
    ]


def test_a_paragraph_joined_to_the_next_has_the_number_of_the_next():
    joined = p("前", number="1", level="0", mark="<w:del/>")
    assert labels(joined, *at(0)) == ["一、前"]
