"""The markup of pages."""

import re
from dataclasses import replace

import pytest

from speeches.document.tree import Block, Document, Made, Mark, Role
from speeches.export.html import document_html, page_html, pages_html, sheets_html
from speeches.export.style import edition_css, paper_css, spacings
from speeches.typeset.edition import STANDARD, Place
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages
from tests.typeset.building import (
    SPEECH,
    TITLE_BLOCK,
    heading,
    paragraph,
    run,
    set_in_pages,
    title,
)

EMPTY = (
    '<section class="paper-page paper-odd" data-page="1" aria-label="第1页">\n'
    '<div class="paper-area">\n\n</div>\n'
    '<p class="paper-number">— 1 —</p>\n'
    "</section>"
)


def area(*blocks: Block, page: int = 0) -> list[str]:
    """The elements of a page; lines of one element are joined by ⏎."""
    markup = page_html(set_in_pages(*blocks), page)
    inner = markup.split('<div class="paper-area">\n')[1].split("\n</div>")[0]
    return [each.replace("\n", "⏎") for each in re.split(r"(?<=[p\dv]>)\n(?=<)", inner)]


def lines(inner: str) -> str:
    """A span for every line; those but the last are full, unless they are marked by a ~."""
    *others, last = inner.split("⏎")
    spans = [
        f'<span class="paper-line">{line[1:]}⏎</span>'
        if line.startswith("~")
        else f'<span class="paper-line paper-full">{line}⏎</span>'
        for line in others
    ]
    return "".join([*spans, f'<span class="paper-line">{last}</span>'])


def p(kind: str, index: int, inner: str) -> str:
    return f'<p class="paper-block paper-{kind}" data-block="{index}">{lines(inner)}</p>'


def h(level: int, kind: str, index: int, inner: str, label: str) -> str:
    return (
        f'<h{level} class="paper-block paper-{kind}" data-block="{index}" data-heading="{label}">'
        f"{lines(inner)}</h{level}>"
    )


def by_hand(*given: Line, text: str = "甲，乙（丙）") -> list[str]:
    """The spans of lines of one paragraph."""
    document = Document((paragraph(text),))
    markup = page_html(Pages(document, STANDARD, (Page(1, given),)), 0)
    return markup.split("<span", 1)[1].split("</p>")[0].split("</span><span")


def test_a_document_without_blocks_is_an_empty_page() -> None:
    assert pages_html(set_in_pages()) == EMPTY


def test_the_title_block_is_a_heading_and_paragraphs_with_blank_lines_between() -> None:
    assert area(*TITLE_BLOCK) == [
        h(1, "title", 0, "在半年工作会议上的讲话", "在半年工作会议上的讲话"),
        '<div class="paper-blank"></div>',
        p("speaker", 1, "局长　李喆珺"),
        p("date", 2, "（2026年7月16日）"),
        '<div class="paper-blank"></div>',
        p("salutation", 3, "同志们："),
    ]


def test_headings_have_the_level_of_their_number() -> None:
    blocks = [heading(level, "标题") for level in (1, 2, 3, 4)]
    assert area(*blocks) == [
        h(level + 1, f"level-{level}", level - 1, "标题", "标题") for level in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("block", "element"),
    [
        (paragraph("一" * 30), p("body", 0, "一" * 26 + "⏎一一一一")),
        (title("上", "\n", "下"), h(1, "title", 0, "~上⏎下", "上下")),
        (title("上", "\n", "\n", "下"), h(1, "title", 0, "~上⏎~⏎下", "上下")),
        (paragraph("——在会上", role=Role.SUBTITLE), p("subtitle", 0, "——在会上")),
        (
            heading(1, "一、", "甲<a>”&\"'"),
            h(
                2,
                "level-1",
                0,
                "一、甲&lt;a&gt;”&amp;\"'",
                "一、甲&lt;a&gt;”&amp;&quot;&#x27;",
            ),
        ),
        (paragraph("<b>&amp;</b>\x00\ud800"), p("body", 0, "&lt;b&gt;&amp;amp;&lt;/b&gt;")),
    ],
)
def test_a_block_is_one_element_with_its_lines_in_it(block: Block, element: str) -> None:
    assert area(block) == [element]


def test_a_run_in_heading_is_a_span_of_its_level() -> None:
    parts = (run("（一）", 2), run("", 2), run("稳中有进。", 2), "好。", run("1.", 3), "也好。")
    assert area(paragraph(*parts)) == [
        p(
            "body",
            0,
            '<span class="paper-run-in-2" data-heading="（一）稳中有进。">（一）稳中有进。</span>'
            '好。<span class="paper-run-in-3" data-heading="1.">1.</span>也好。',
        )
    ]


def test_two_run_in_headings_in_a_row_are_two() -> None:
    number = replace(run("1.", 3), origin=Made.NUMBER)
    heading_of = '<span class="paper-run-in-3" data-heading="1.">1.</span>'
    assert area(paragraph(number, replace(number))) == [p("body", 0, heading_of * 2)]


def test_a_run_in_heading_may_go_over_lines_and_pages() -> None:
    long = "一" * 40
    blocks = [paragraph("谈")] * 21 + [paragraph(run("（一）", 2), run(long, 2), "好。")]
    assert area(*blocks)[-1] == (
        '<p class="paper-block paper-body" data-block="21">'
        '<span class="paper-line paper-full">'
        f'<span class="paper-run-in-2" data-heading="（一）{long}">（一）{long[:23]}</span>'
        "</span></p>"
    )
    assert area(*blocks, page=1) == [
        (
            '<p class="paper-block paper-body paper-continued" data-block="21">'
            f'<span class="paper-line"><span class="paper-run-in-2">{long[23:]}</span>好。</span>'
            "</p>"
        )
    ]


def test_a_class_names_the_spacing_of_a_line_that_is_not_its_block_s() -> None:
    natural = STANDARD.tracking(STANDARD.roles[Role.BODY])
    assert by_hand(
        Line(0, 0, 2, 0, 32, natural, full=True),
        Line(0, 2, 4, 0, 32, 67, full=True),
        Line(0, 4, 6, 0, 32, -7),
    ) == [
        ' class="paper-line paper-full">甲，\n',
        ' class="paper-line paper-s67 paper-full">乙（\n',
        ' class="paper-line paper-s-7">丙）</span>',
    ]


def test_squeezed_characters_are_halves_and_a_line_says_if_it_ends_with_one() -> None:
    spans = by_hand(
        Line(0, 0, 3, 0, 40, -67, squeezed=(1,), full=True),
        Line(0, 3, 6, 0, 32, -67, squeezed=(3, 5), full=True),
    )
    half = '<span class="paper-half">{}</span>'.format
    assert "</span><span".join(spans) == (
        f' class="paper-line paper-full">甲{half("，")}乙\n</span>'
        f'<span class="paper-line paper-full paper-trimmed">{half("（")}丙{half("）")}</span>'
    )


def test_blanks_before_the_first_line_make_it_no_continuation() -> None:
    blank = Document((paragraph("　甲乙"),))
    pages = Pages(blank, STANDARD, (Page(1, (Line(0, 1, 3, 32, 32, -67),)),))
    assert p("body", 0, "甲乙") in page_html(pages, 0)


def test_marks_are_spans_with_a_note() -> None:
    parts = (
        run("〔待补：", 0, Mark.EMPTY),
        run("资金〕", 0, Mark.EMPTY),
        run("3亿元", 0, Mark.UNCONFIRMED),
        run("{无}", 0, Mark.UNKNOWN),
    )
    assert area(paragraph(*parts)) == [
        p(
            "body",
            0,
            '<span class="paper-mark-empty" title="待补">〔待补：资金〕</span>'
            '<span class="paper-mark-unconfirmed" title="待核实">3亿元</span>'
            '<span class="paper-mark-unknown" title="没有这项内容">{无}</span>',
        )
    ]


def test_a_mark_in_a_run_in_heading_stands_inside_it() -> None:
    assert area(paragraph(run("（一）", 2), run("3亿", 2, Mark.UNCONFIRMED))) == [
        p(
            "body",
            0,
            '<span class="paper-run-in-2" data-heading="（一）3亿">（一）'
            '<span class="paper-mark-unconfirmed" title="待核实">3亿</span></span>',
        )
    ]


def test_a_heading_that_goes_over_pages_is_one_heading() -> None:
    elements = area(heading(1, "一" * (26 + 28 * 22 + 3)), page=1)
    assert elements == [
        (
            '<p class="paper-block paper-level-1 paper-continued" data-block="0">'
            f"{lines('一' * 28 + '⏎一一一')}</p>"
        )
    ]


def test_page_numbers_change_sides() -> None:
    pages = set_in_pages(paragraph("一" * 2000))
    assert [page_html(pages, at).split("\n")[0] for at in range(2)] == [
        '<section class="paper-page paper-odd" data-page="1" aria-label="第1页">',
        '<section class="paper-page paper-even" data-page="2" aria-label="第2页">',
    ]
    assert page_html(pages, 1).split("\n")[-2] == '<p class="paper-number">— 2 —</p>'
    every = [page_html(pages, at) for at in range(len(pages.pages))]
    assert pages_html(pages) == "\n".join(every)


def test_pages_without_numbers_have_none() -> None:
    unnumbered = replace(STANDARD, page_number=replace(STANDARD.page_number, place=Place.NONE))
    pages = set_in_pages(paragraph("字"), edition=unnumbered)
    assert page_html(pages, 0).split("\n")[-2:] == ["</div>", "</section>"]


def test_some_sheets_are_those_of_all() -> None:
    pages = set_in_pages(paragraph(run("（一）" + "一" * 2000, 2), "二" * 2000))
    assert list(sheets_html(pages, [4, 1])) == [page_html(pages, 4), page_html(pages, 1)]


def test_a_stamp_stands_at_the_head_of_every_page_and_nowhere_without_one() -> None:
    pages = set_in_pages(paragraph("一" * 2000))
    stamped = pages_html(pages, stamp="征求<意见>稿")
    mark = '<p class="paper-stamp">征求&lt;意见&gt;稿</p>\n'
    assert stamped.count(mark + '<div class="paper-area">') == len(pages.pages)
    assert stamped.replace(mark, "") == pages_html(pages)


def test_a_page_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        page_html(set_in_pages(), 1)


@pytest.mark.parametrize(
    ("marks", "body"), [(True, "paper-document paper-marked"), (False, "paper-document")]
)
def test_a_complete_file_needs_nothing_besides(marks: bool, body: str) -> None:
    pages = set_in_pages(*SPEECH)
    written = document_html(pages, title="讲话<1>\ud800", marks=marks, stamp="送审稿")
    style = paper_css() + edition_css(STANDARD, spacings=spacings(pages))
    assert written == (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        "<title>讲话&lt;1&gt;</title>\n"
        f"<style>\n{style}</style>\n</head>\n"
        f'<body class="{body}">\n{pages_html(pages, stamp="送审稿")}\n</body>\n</html>\n'
    )
