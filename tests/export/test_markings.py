"""Findings on the pages: what is underlined, and that nothing moves by it."""

import re

import pytest

from speeches.document.tree import Block, Mark
from speeches.export.html import sheets_html
from speeches.export.pieces import Cutter, Marking, laid_out
from tests.typeset.building import heading, paragraph, run, set_in_pages

TEXT = "今天召开会议，总结上半年工作，部署下半年任务。"


def marking(start: int, end: int, key: str = "a", kind: str = "error") -> Marking:
    return Marking(0, start, end, key, kind, "错误：这里不对。")


def found(*blocks: Block, markings: list[Marking]) -> list[tuple[str, str, str]]:
    """The stretches that are underlined on all pages: id, key and text of each."""
    pages = set_in_pages(*blocks)
    markup = "".join(sheets_html(pages, range(len(pages.pages)), markings=markings))
    spans = re.findall(
        r'<span class="found found-\w+"(?: id="([^"]*)")? data-finding="([^"]*)"[^>]*>([^<]*)<',
        markup,
    )
    return [(anchor, key, text) for anchor, key, text in spans]


def test_a_finding_is_underlined_with_its_level_its_key_and_what_is_said_of_it() -> None:
    (markup,) = sheets_html(set_in_pages(paragraph(TEXT)), [0], markings=[marking(2, 4)])
    assert (
        '今天<span class="found found-error" id="found-a" data-finding="a"'
        ' title="错误：这里不对。">召开</span>会议' in markup
    )


def test_nothing_typed_becomes_markup() -> None:
    given = Marking(0, 0, 1, '"><b>', '"', '"<i>')
    (markup,) = sheets_html(set_in_pages(paragraph("<甲>")), [0], markings=[given])
    assert 'found-&quot;" id="found-&quot;&gt;&lt;b&gt;"' in markup
    assert 'title="&quot;&lt;i&gt;">&lt;</span>甲&gt;' in markup


def test_over_several_lines_every_part_has_the_key_and_the_first_the_id() -> None:
    text = "字" * 60
    told = found(paragraph(text), markings=[marking(20, 60)])
    assert [(anchor, key) for anchor, key, _ in told] == [("found-a", "a"), ("", "a"), ("", "a")]
    assert sum(len(words) for _, _, words in told) == 40


def test_over_two_runs_that_look_alike_it_is_one() -> None:
    block = paragraph("今天", run("召开"), "会议")
    assert found(block, markings=[marking(1, 5)]) == [("found-a", "a", "天召开会")]


def test_inside_a_mark_and_beside_it_both_are_seen() -> None:
    block = paragraph(run("1200个", mark=Mark.UNCONFIRMED), "学位")
    (markup,) = sheets_html(set_in_pages(block), [0], markings=[marking(4, 6)])
    assert re.sub(r' (?:title|id|data-finding)="[^"]*"', "", markup).count(
        '<span class="paper-mark-unconfirmed">1200<span class="found found-error">个</span></span>'
        '<span class="found found-error">学</span>位'
    )


def test_in_a_heading_it_leaves_the_bookmark_as_it_is() -> None:
    (markup,) = sheets_html(set_in_pages(heading(1, "工作")), [0], markings=[marking(0, 1)])
    assert 'data-heading="工作"' in markup
    assert "found-error" in markup


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ([], []),
        ([marking(0, 2), marking(3, 5, "b")], ["a 0-2", "b 3-5"]),
        ([marking(3, 5), marking(0, 2, "b")], ["b 0-2", "a 3-5"]),
        ([marking(0, 4), marking(2, 6, "b")], ["a 0-4", "b 4-6"]),
        ([marking(2, 4), marking(0, 6, "b")], ["b 0-2", "a 2-4", "b 4-6 rest"]),
        ([marking(0, 6), marking(2, 4, "b")], ["a 0-6"]),
        ([marking(0, 2), marking(2, 4, "b")], ["a 0-2", "b 2-4"]),
    ],
)
def test_of_markings_that_overlap_the_first_given_is_seen(
    given: list[Marking], seen: list[str]
) -> None:
    told = [
        f"{one.key} {one.start}-{one.end}" + ("" if one.opens else " rest")
        for one in laid_out(given)
    ]
    assert told == seen


def test_markings_change_no_character_of_any_line() -> None:
    pages = set_in_pages(paragraph(TEXT * 4), paragraph("“" + TEXT + "”（" + TEXT + "）"))
    markings = [
        Marking(block, start, start + 3, f"{block}-{start}", "hint")
        for block in (0, 1)
        for start in range(0, 40, 5)
    ]
    plain, marked = Cutter(pages.document), Cutter(pages.document, markings)
    for page in pages.pages:
        for line in filter(None, page.lines):
            texts = [
                [(piece.text, piece.half) for piece in cutter.pieces(line)]
                for cutter in (plain, marked)
            ]
            halves = ["".join(t for t, half in text if half) for text in texts]
            assert "".join(t for t, _ in texts[0]) == "".join(t for t, _ in texts[1])
            assert halves[0] == halves[1]
