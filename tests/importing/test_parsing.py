"""The laws of parsing: nothing raises, nothing is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from speeches.importing.cleaning import clean
from speeches.importing.cutting import cut
from speeches.importing.facts import facts_of
from speeches.importing.parsing import parse
from speeches.importing.passages import GLUED
from speeches.importing.pieces import Stretch
from speeches.importing.source import Cleaned
from tests.importing import shapes

fragments = st.sampled_from(
    (
        "一、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "（1）",
        "①",
        "第一部分 ",
        "一是",
        "二是",
        "三要",
        "第一，",
        "首先，",
        "最后，",
        "其二，",
        "第一个问题是",
        "甲乙",
        "今年以来，",
        "。",
        "；",
        "：",
        "，",
        "\n",
        "\n",
        "\n\n",
        " ",
        "　",
        "“五稳”",
        "等等",
        "同志们，",
        "同志们：",
        "谢谢大家！",
        "在肯定成绩的同时，",
        "——",
        "{合称}",
        "×",
        "2020年7月30日",
        "局长 李明",
        "在会上的讲话",
        "登录后查看全文",
        "\u2028",
        "\x0b",
        "\ud800",
        "👍",
    )
)
wild_texts = st.lists(fragments, max_size=30).map("".join) | st.text(max_size=40)


@given(text=wild_texts, repair=st.booleans())
def test_every_character_of_the_text_is_in_one_piece(text: str, *, repair: bool) -> None:
    found = clean(text, repair=repair)
    pieces, _ = cut(found, frozenset())
    stretches = sorted(
        stretch for piece in pieces for stretch in piece.stretches if _length(stretch)
    )
    for before, after in pairwise(stretches):
        assert before.paragraph < after.paragraph or before.end == after.start
    told = ["".join(_text(s, found) for s in piece.stretches) for piece in pieces]
    assert told == [piece.raw for piece in pieces]
    assert sum(map(_length, stretches)) == sum(len(each.text) for each in found.paragraphs)


def _length(stretch: Stretch) -> int:
    return stretch.end - stretch.start


def _text(stretch: Stretch, found: Cleaned) -> str:
    return found.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]


@given(text=wild_texts, repair=st.booleans())
def test_no_text_raises(text: str, *, repair: bool) -> None:
    facts_of(parse(text, repair=repair))


GLUED_TEXT = "在会上的讲话\n今天开会。" + "全市上下真抓实干，各项工作取得新的进展。" * 16
GLUED_TEXT += "一、认清形势。形势严峻。二、明确任务。任务很重。"


def test_cuts_of_glued_headings_are_repairs_that_can_be_undone() -> None:
    found = parse(GLUED_TEXT)
    cuts = [each for each in found.repairs if each.reason == GLUED]
    assert [(each.before, each.after) for each in cuts] == [("", "\n")] * 2
    assert [section.heading for section in found.sections] == ["认清形势", "明确任务"]
    assert parse(GLUED_TEXT, undone=frozenset(each.key for each in cuts)).sections == ()


def test_masks_are_counted_and_doubts_listed() -> None:
    found = parse('在会上的讲话\n一、甲\n投资x亿元，新建××所，他说"好。')
    assert found.placeholders == 2
    assert [each.line for each in found.unrecognised] == [3]


def test_the_genre_is_told() -> None:
    found = parse("全市工作会议主持词\n现在开会。\n会议共有三项议程。\n下面，请李明同志讲话。")
    assert found.genre.question == "这像是一篇主持词，仍要导入吗？"


def test_what_stands_nowhere_is_listed_with_its_line() -> None:
    found = parse(shapes.text(shapes.FOUR_LEVELS))
    assert [(each.line, each.text) for each in found.unrecognised] == [(20, "附件：名词解释")]


def test_a_gap_says_where_it_is() -> None:
    found = parse(
        "在会上的讲话\n一、甲乙\n丙丁。\n\n登录后查看全文\n\n（三）戊己。庚辛。\n（四）壬癸。子丑。"
    )
    assert [gap.line for gap in found.gaps] == [5]
    assert [section.behind_gap for section in found.sections] == [False, True]
