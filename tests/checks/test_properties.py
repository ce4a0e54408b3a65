"""What holds of the checks whatever the text says."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speeches.checks.base import Finding, Rule
from speeches.checks.checking import check
from speeches.checks.examples import document_of
from speeches.checks.folding import by_part, fold
from speeches.checks.mending import applied, by_field, edits, why_not
from speeches.checks.registry import RULES
from speeches.checks.settings import Settings
from speeches.checks.words import Entry, List, ours
from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.document.tree import Document, Made, Run, Token, Typed
from speeches.importing.as_written import document_as_written
from tests.checks.reading_cases import CASES, CATALOGUE, HERE
from tests.document.building import fields_typed
from tests.document.strategies import speeches

ROUNDS = 8  # a mended place may show another fault; seldom more than two or three times
_WRONG = (
    "布署", "惯彻", ",", ";", ":", "?", "(", ")", '"', "。。", "，，", "...", "--", "、等", "x",
    "××", "20**年", "1-7月", "2020-2022年", "3、4个", "3千", ".46", "约300人左右", "超过30以上",
    "二零二五年", "3.15", "的的", "进一步进一步", "其它", "截止7月底", "市委市政府", "一是",
    "二是", "二要", "第一、", "首先、", "（一）", "(二)", "一、", "1、", "“五稳”", "讲三点意见",
    "《甲》、《乙》", "“甲”、“乙”", "**", "&nbsp;", "____", "http://a.cn/b", "GB/T 9704-2012",
    "15:40", "1,234", "John Smith", "2月30日", "  ", "、", "。", "，", "；", "：", "\n", "题| ",
    "标题| 一、", "称呼| ", "同志们，", "工作", "我们要", "取得成绩", "五个方面", "同比增长",
    "3.5%", "亿元", "\ud800", "\x00", "\U00020000",
)  # fmt: skip
lines = st.lists(st.sampled_from(_WRONG), max_size=14).map("".join)
texts = lines | st.text(max_size=30)
documents = texts.map(lambda text: document_of(text.split("\n")))
CLEAN = (HERE / "texts" / "clean.txt").read_text(encoding="utf-8")
REPORT = (HERE / "texts" / "reporting.txt").read_text(encoding="utf-8")
OWN = Settings(words=ours().with_own({List.ALLOWED: [Entry("我们要工作", source="本局")]}))


def mended(text: str) -> tuple[str, int]:
    """A text with all safe fixes, applied until there are none, and after how many rounds."""
    for done in range(ROUNDS):
        document = document_of(text.split("\n"))
        safe = [finding for finding in check(document) if finding.safe]
        if not safe:
            return text, done
        text = "\n".join(_line(document, safe, at, old) for at, old in enumerate(text.split("\n")))
    return text, ROUNDS


def _line(document: Document, safe: list[Finding], at: int, old: str) -> str:
    """A line with the fixes of its block; what says what kind of line it is stays."""
    text = document.blocks[at].text
    kept = old[: len(old) - len(text)]
    return kept + applied(text, by_field(edits(document, safe)).get((Row("line", at), "text"), ()))


@given(st.lists(st.tuples(st.integers(0, len(REPORT)), st.sampled_from(_WRONG)), max_size=6))
@settings(max_examples=30)
def test_a_damaged_speech_is_mended_without_touching_a_digit(
    damages: list[tuple[int, str]],
) -> None:
    text = REPORT
    for at, what in damages:
        text = text[:at] + what + text[at:]
    once, rounds = mended(text)
    assert rounds < ROUNDS
    assert (mended(once), digits(once)) == ((once, 0), digits(text))


def unmarked(example: str) -> str:
    """An example's text, as it is before anything is mended."""
    return re.sub("⟦([^⟦⟧→]+)(?:→[^⟦⟧]*)?⟧", r"\1", example)


def digits(text: str) -> str:
    return "".join(character for character in text if character in "0123456789")


def lie_where_they_say(document: Document, findings: Iterable[Finding]) -> bool:
    texts = [block.text for block in document.blocks]
    return all(
        0 <= each.start < each.end <= len(texts[each.block])
        and texts[each.block][each.start : each.end] == each.text
        for each in findings
    )


@given(documents)
def test_findings_lie_in_their_blocks_in_order_and_no_two_have_one_key(document: Document) -> None:
    findings = check(document)
    assert lie_where_they_say(document, findings)
    places = [(each.block, each.start, each.end) for each in findings]
    assert places == sorted(places)
    assert len({each.key for each in findings}) == len(findings)


@given(speeches)
def test_no_speech_breaks_a_rule_machine(facts: SpeechFacts) -> None:
    document = assemble(facts)
    for findings in (check(document, facts), check(document)):
        assert lie_where_they_say(document, findings)


@given(texts)
@settings(max_examples=50)
def test_a_text_as_written_can_be_checked(text: str) -> None:
    document = document_as_written(text)
    assert lie_where_they_say(document, check(document, settings=Settings(file_name=text)))


@given(texts)
def test_safe_fixes_come_to_an_end_and_never_change_a_digit(text: str) -> None:
    once, rounds = mended(text)
    assert rounds < ROUNDS
    assert (mended(once), digits(once)) == ((once, 0), digits(text))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_safe_fixes_of_its_examples_come_to_an_end(rule: Rule) -> None:
    cases = [each for told in (CASES, CATALOGUE) for each in told.get(rule.id, {}).get("wrong", ())]
    wrong = [unmarked(each) for each in (*rule.bad, *cases) if isinstance(each, str)]
    for text in (*wrong, "\n".join(wrong)):
        once, rounds = mended(text)
        assert (rounds < ROUNDS, mended(once), digits(once)) == (True, (once, 0), digits(text))


def test_mending_leaves_a_clean_text_alone() -> None:
    assert mended(CLEAN) == (CLEAN, 0)


def test_mending_gives_a_clean_text_back_that_was_typed_with_half_width_marks() -> None:
    half = CLEAN.translate(str.maketrans("，；：？！（）“”", ',;:?!()""'))
    assert mended(half)[0] == CLEAN


@given(speeches)
def test_only_what_was_typed_as_it_prints_has_a_fix(facts: SpeechFacts) -> None:
    document = assemble(facts)
    typed = fields_typed(facts)
    for finding in check(document, facts):
        told = edits(document, [finding])
        assert (finding.fix is None) == (not told)
        assert (why_not(document, finding) is None) == bool(told)
        for edit in told:
            assert typed[edit.row, edit.field][edit.start : edit.end] == finding.text
            assert all(_is_typed(run) for run in _touched(document, finding))


def _touched(document: Document, finding: Finding) -> list[Run]:
    """The runs that print what a finding is about."""
    touched, at = [], 0
    for run in document.blocks[finding.block].runs:
        if run.text and at < finding.end and finding.start < at + len(run.text):
            touched.append(run)
        at += len(run.text)
    return touched


def _is_typed(run: Run) -> bool:
    assert not isinstance(run.origin, Token | Made)
    return isinstance(run.origin, Typed) and run.origin.source == run.text


@given(texts)
def test_a_line_added_behind_keeps_the_keys_of_rules_that_look_at_one_sentence(text: str) -> None:
    first = text.replace("\n", "")
    before = {each.key for each in check(document_of([first])) if each.safe}
    after = {each.key for each in check(document_of([first, "谢谢大家！"])) if each.safe}
    assert before - after == set()


@given(texts, st.sampled_from(RULES))
def test_a_rule_that_is_off_takes_only_its_findings_away(text: str, rule: Rule) -> None:
    document = document_of(text.split("\n"))
    off = rule.id
    rest = check(document, settings=Settings(off=frozenset({off})))
    assert rest == tuple(each for each in check(document) if each.rule != off)


@given(texts)
def test_nothing_is_found_inside_an_allowed_word(text: str) -> None:
    word = "我们要工作"
    document = document_of([f"{text.partition(chr(10))[0]}。{word}。"])
    start = document.blocks[0].text.rindex(word)
    findings = check(document, settings=OWN)
    assert [each for each in findings if each.start >= start and each.end <= start + 5] == []


@given(documents)
def test_folding_and_parting_lose_no_finding(document: Document) -> None:
    findings = check(document)
    entries = fold(findings)
    parted = [entry for group in by_part(document, entries) for entry in group.entries]
    told = [finding for entry in parted for finding in entry.findings]
    assert sorted(told, key=findings.index) == list(findings)
    assert len({entry.key for entry in entries}) == len(entries)
