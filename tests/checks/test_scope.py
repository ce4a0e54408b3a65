"""What the rules look at: the text, what is foreign in it, its places, parts and sentences."""

from __future__ import annotations

import datetime
import re

import pytest

from speeches.checks.examples import document_of
from speeches.checks.scope import LINE, MASK, Part, Place, Scope, sentence_spans
from speeches.checks.settings import Person, Settings
from speeches.checks.words import Entry, List, Words
from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.document.tree import Document

SPEECH = (
    "题| 讲话\n署名| 局长\n日期| 2026年\n称呼| 同志们：\n开头。\n"
    "标题| 一、甲\n正文。\n标题| （一）丙\n标题| 二、乙"
)


def scope(text: str, settings: Settings | None = None) -> Scope:
    return Scope(document_of(text.split("\n")), settings=settings)


def matches(text: str, pattern: str, **kind: object) -> list[tuple[int, int, int, str]]:
    """Block, start, end and text of what a search finds."""
    found = scope(text).search(re.compile(pattern), **kind)  # type: ignore[arg-type]  # as given
    return [(each.block, each.start, each.end, each.match[0]) for each in found]


def foreign(text: str) -> str:
    """A text with every masked stretch written as one star."""
    return re.sub(f"{MASK}+", "*", scope(text).plain)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("见https://www.example.cn/a,b?c=1。", "见*。"),
        ("见www.example.cn,网站", "见*网站"),
        ("登录example.gov.cn查询", "登录*查询"),
        ("邮箱li.lei@example.com.cn,请", "邮箱*,请"),
        ("按GB/T 9704-2012,编排", "按*,编排"),
        ("按GB/T 9704—2012，编排", "按*，编排"),
        ("按HJ 2.2-2018,监测", "按*,监测"),
        ("专家John Miller,先生", "专家*,先生"),
        ("用(c) in English,好", "用(*,好"),
        ("通过APP,办理", "通过APP,办理"),
        ("5G,北斗", "5G,北斗"),
        ("投资1,234万元,完成3.5%", "投资1,234万元,完成3.5%"),
        ("汇报会,主要", "汇报会,主要"),
    ],
)
def test_what_is_foreign_to_the_speech_is_masked(text: str, plain: str) -> None:
    assert foreign(text) == plain


def test_the_masked_text_is_as_long_as_the_text() -> None:
    told = scope("题| 见www.example.cn\n登录example.gov.cn查询")
    assert len(told.plain) == len(told.text)
    assert [len(told.plain_of(block)) for block in (0, 1)] == [15, 18]


def test_a_search_tells_block_and_place() -> None:
    assert matches("题| 甲乙\n丙乙乙", "乙") == [(0, 1, 2, "乙"), (1, 1, 2, "乙"), (1, 2, 3, "乙")]


def test_a_search_leaves_out_what_is_no_part_of_the_speech_itself() -> None:
    assert [block for block, *_ in matches("题| 年\n署名| 年\n日期| 年\n年", "年")] == [0, 3]


def test_a_search_keeps_to_the_places_named() -> None:
    text = "题| 年\n署名| 年\n标题| 年\n年"
    assert matches(text, "年", where={Place.SPEAKER}) == [(1, 0, 1, "年")]


def test_a_search_is_saved_where_nothing_needed_stands() -> None:
    assert matches("汇报会,主要", ",", needs=("；",)) == []
    assert matches("汇报会,主要", ",", needs=("；", ",")) == [(0, 3, 4, ",")]


def test_a_search_sees_addresses_only_where_it_is_told_to() -> None:
    assert matches("见www.example.cn", "cn") == []
    assert matches("见www.example.cn", "cn", raw=True) == [(0, 13, 15, "cn")]


def test_no_match_reaches_over_two_blocks_or_is_empty() -> None:
    assert matches("甲\n乙", "甲\\s乙|x*") == []


def test_an_offset_and_its_block_tell_each_other() -> None:
    told = scope("甲乙\n丙丁")
    assert [told.at(offset) for offset in range(5)] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)]
    assert (told.offset(1), told.offset(1, 1)) == (3, 4)


def test_a_document_without_blocks_has_no_parts_but_the_first() -> None:
    told = Scope(Document(()))
    assert (told.text, told.plain, told.at(0), told.parts, told.sentences, told.lists) == (
        "", "", (0, 0), (Part(None, range(0)),), (), (),
    )  # fmt: skip


def test_a_title_of_two_lines_is_one_block_of_the_joined_text() -> None:
    facts = SpeechFacts(Row("speech", 1), title="甲\n乙", salutation="丙：")
    told = Scope(assemble(facts))
    assert (told.texts, told.text.split("\n")) == (("甲\n乙", "丙："), [f"甲{LINE}乙", "丙："])
    found = told.search(re.compile("乙|丙"))
    assert [(each.block, each.start) for each in found] == [(0, 2), (1, 0)]


def test_every_block_has_its_place() -> None:
    assert [place.value for place in scope(SPEECH).places] == [
        "title", "speaker", "speaker", "salutation", "body", "heading", "body", "heading",
        "heading",
    ]  # fmt: skip


def test_blocks_that_say_nothing_are_passed_over() -> None:
    assert list(scope("甲\n\n乙").blocks({Place.BODY})) == [(0, "甲"), (2, "乙")]


def test_a_part_goes_from_its_heading_to_the_next() -> None:
    assert scope(SPEECH).parts == (
        Part(None, range(5)), Part(5, range(5, 8)), Part(8, range(8, 9)),
    )  # fmt: skip


def test_sentences_are_those_of_the_body() -> None:
    told = scope("题| 讲话。\n甲。乙！ 丙\n标题| 一、丁\n戊；己。")
    assert [told.texts[block][start:end] for block, start, end in told.sentences] == [
        "甲。", "乙！", "丙", "戊；己。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("　", []),
        ("甲。 乙。", ["甲。", "乙。"]),
        ("看《甲！乙！》，好。“对。”他说", ["看《甲！乙！》，好。", "“对。”", "他说"]),
    ],
)
def test_blanks_between_sentences_belong_to_none(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_words_of_the_lists_are_found_with_their_blocks() -> None:
    word = Entry("布署", "部署", "惯例")
    told = scope("题| 讲话\n认真布署", Settings(words=Words({List.MISSPELLINGS: (word,)})))
    assert list(told.words[List.MISSPELLINGS]) == [(1, 2, 4, word)]
    assert list(told.words[List.BANNED]) == []


@pytest.mark.parametrize(
    ("since", "until", "on", "holds"),
    [
        (None, None, (2026, 1, 1), True),
        ((2026, 1, 1), None, (2026, 1, 1), True),
        ((2026, 1, 1), None, (2025, 12, 31), False),
        (None, (2026, 1, 1), (2026, 1, 1), True),
        (None, (2026, 1, 1), (2026, 1, 2), False),
        ((2026, 1, 1), (2026, 2, 1), None, True),
    ],
)
def test_a_post_is_held_on_both_its_days(
    since: tuple[int, int, int] | None,
    until: tuple[int, int, int] | None,
    on: tuple[int, int, int] | None,
    holds: bool,
) -> None:
    first, last, date = (day and datetime.date(*day) for day in (since, until, on))
    person = Person("张三", "局长", since=first or None, until=last or None)
    assert person.holds_on(date or None) is holds
