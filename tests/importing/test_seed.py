"""The seed speech: a real text with real damage, from the folder that SEED names.

Its sentences stand nowhere in this repository, so this test tells of it by counts and by the short
words that the issue itself names. `test_damaged` has a text of our own with the same damage.
Where there is no such folder, these tests do not exist (conftest.py).
"""

from __future__ import annotations

from collections import Counter

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Kind
from speeches.importing.as_json import as_json
from speeches.importing.cleaning import clean
from speeches.importing.facts import facts_of
from speeches.importing.outline import Outline
from speeches.importing.parsing import parse
from speeches.importing.source import LAYOUT
from tests import seeds
from tests.importing.test_cleaning import assert_nothing_is_lost

SEED = seeds.FILES[0].read_text("utf-8")


@pytest.fixture(scope="module")
def found() -> Outline:
    return parse(SEED)


def test_it_is_cleaned_without_a_doubt_and_nothing_is_lost() -> None:
    cleaned = clean(SEED)
    gaps = [removed for removed in cleaned.removed if removed.is_gap]
    junk = [removed for removed in cleaned.removed if removed.reason != LAYOUT]
    after = [paragraph.text[:3] for paragraph in cleaned.paragraphs if paragraph.gap_before]
    assert (len(gaps), len(junk), after) == (1, 6, ["（三）"])
    assert Counter(repair.reason for repair in cleaned.repairs) == {"半角改全角": 130}
    assert not set(",;:()?!") & set("".join(one.text for one in cleaned.paragraphs))
    assert (len(cleaned.paragraphs), cleaned.doubts) == (14, ())
    assert_nothing_is_lost(cleaned)


def test_the_title_and_the_opening(found: Outline) -> None:
    assert [len(line) for line in found.title] == [17]
    assert [len(text) for text in found.opening] == [281]
    assert (found.speaker, found.date, found.salutation) == ("", None, "")


def test_part_one_has_five_points_whose_headings_run_in(found: Outline) -> None:
    first = found.sections[0]
    assert (first.number, first.kind, len(first.body)) == (1, Kind.ACHIEVEMENTS, 1)
    assert [(point.number, point.run_in, len(point.heading)) for point in first.children] == [
        (number, True, 8) for number in range(1, 6)
    ]


def test_the_problems_go_on_with_part_one(found: Outline) -> None:
    problems = found.sections[1]
    assert (problems.kind, problems.heading, len(problems.children)) == (Kind.PROBLEMS, "", 4)
    (tail,) = as_json(found)["sections"][0]["tail"]
    assert len(tail) == 169


def test_part_two_names_its_works_in_the_lead(found: Outline) -> None:
    second = found.sections[2]
    assert (second.number, second.kind, [len(text) for text in second.body]) == (
        2,
        Kind.PRIORITIES,
        [133],
    )
    assert [name.quoted for name in found.collectives] == ["“五稳”", "“五大工程”", "“四个坚持”"]


def test_the_junk_is_out_and_reported_as_a_gap(found: Outline) -> None:
    made = as_json(found)
    assert [gap.line for gap in found.gaps] == [25]
    assert [line["line"] for line in made["repairs"] if line["line"] in range(24, 34)] == [
        25, 27, 29, 30, 31, 32,
    ]  # fmt: skip
    (gap,) = (line for line in made["unrecognised"] if line["reason"] == "此处原文缺失")
    source = [line.strip() for line in SEED.split("\n")]
    assert (gap["line"], gap["text"].split("\n")) == (25, list(filter(None, source[24:33])))


def test_the_points_that_survive_of_part_three(found: Outline) -> None:
    third = found.sections[3]
    assert (third.heading, third.behind_gap, third.kind) == ("", True, Kind.REQUIREMENTS)
    assert [point.number for point in third.children] == [3, 4]
    assert [[item.label for item in point.children] for point in third.children] == [
        ["一要", "二要", "三要", "四要"]
    ] * 2
    assert [(jump.line, jump.label) for jump in found.jumps] == [(34, "（三）")]


def test_masks_are_kept_and_counted(found: Outline) -> None:
    printed = "".join(block.text for block in assemble(facts_of(found)).blocks)
    assert found.placeholders == 9
    assert printed.count("x") == 8
    assert printed.count("20**") == 1
    assert printed.count("急开治标“偏方”") == 1


def test_nothing_but_the_gap_was_not_understood(found: Outline) -> None:
    assert found.unrecognised == ()


def test_the_speech_prints_as_the_text_with_its_numbers(found: Outline) -> None:
    """Part three and its lost points keep their places, so the numbers are the source's."""
    facts = facts_of(found)
    assert [node.collective for node in facts.nodes] == ["稳", "", "大工程", ""]
    printed = [block.text for block in assemble(facts).blocks]
    assert [line[:3] for line in printed if line[0] in "一二三（"] == [
        *["一、肯", "（一）", "（二）", "（三）", "（四）", "（五）"],
        *["二、明", "三、〔", "（一）", "（二）", "（三）", "（四）"],
    ]
    source = "".join(text for text in SEED.split("\n")[:24])
    kept = "".join(printed).replace("〔此处原文缺失〕", "")
    assert _words(kept).startswith(_words(source))


def _words(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
