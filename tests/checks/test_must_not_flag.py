"""What no rule may object to, each in sentences of its own (rows D14 and F22 among them)."""

from __future__ import annotations

import pytest

from speeches.checks.base import Level
from speeches.checks.checking import check
from speeches.checks.examples import document_of
from speeches.checks.words import Entry, List, ours
from tests.checks.reading_cases import HERE

UNTOUCHED = [
    line
    for line in (HERE / "untouched.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SPEECHES = (HERE / "untouched_speeches.txt").read_text(encoding="utf-8").split("\n----\n")
ALLOWED = ours().of(List.ALLOWED)


@pytest.mark.parametrize("line", UNTOUCHED)
def test_no_rule_objects_to_it(line: str) -> None:
    findings = check(document_of([line]))
    assert [(each.rule, each.text) for each in findings if each.level is not Level.HINT] == []


@pytest.mark.parametrize("line", UNTOUCHED)
def test_nor_where_it_stands_in_a_speech(line: str) -> None:
    speech = ["题| 在全市工作会议上的讲话", "称呼| 同志们：", "标题| 一、总结工作", line,
              "标题| 二、部署任务", line]  # fmt: skip
    findings = check(document_of(speech))
    assert [(each.rule, each.text) for each in findings if each.level is Level.ERROR] == []


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.split("\n", 1)[0])
def test_no_rule_objects_to_what_counts_and_is_numbered_as_it_should(speech: str) -> None:
    findings = check(document_of(speech.removesuffix("\n").split("\n")))
    assert [(each.rule, each.text) for each in findings if each.level is not Level.HINT] == []


@pytest.mark.parametrize("entry", ALLOWED, ids=lambda entry: entry.term)
def test_a_word_that_we_let_pass_passes(entry: Entry) -> None:
    term = entry.term
    findings = check(document_of([f"我们要{term}，把工作做好。"]))
    inside = [each for each in findings if each.start >= 3 and each.end <= 3 + len(term)]
    assert [(each.rule, each.text) for each in inside] == []


@pytest.mark.parametrize("entry", ours().of(List.SET_PHRASES), ids=lambda entry: entry.term)
def test_a_set_phrase_is_never_counted(entry: Entry) -> None:
    term = entry.term
    text = f"贯彻落实“{term}”要求：一是抓好学习；二是抓好落实。"
    findings = check(document_of([text, f"要做到学习好、落实好等“{term}”。"]))
    assert [each.rule for each in findings if each.rule in {"D10", "D11", "D13"}] == []
