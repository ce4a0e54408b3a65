"""Real-looking texts, written by someone who had not read the parser, against what they hold.

`texts/junk`: three texts from three imagined sites for each kind of page junk; `texts/shapes`: a
text for each shape that speeches come in; `texts/others`: texts that are no speeches.
"""

from collections import Counter

import pytest

from speeches.importing.as_json import as_json
from speeches.importing.parsing import parse
from speeches.importing.word import read_docx
from tests.importing.making_docx import abstract, docx, lvl, num, p
from tests.importing.reading_texts import (
    Text,
    found,
    junk_of,
    misplaced,
    removed_from,
    said,
    texts,
)

JUNK, SHAPES, OTHERS = texts("junk"), texts("shapes"), texts("others")
ALLOWED = 0.1  # of the lines, and of the stretches in them
FEW = 10  # a text in fewer lines than that has all its stretches in one


def each(those: list[Text]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("text", those, ids=[text.name for text in those])


def test_every_kind_of_junk_has_three_texts():
    assert Counter(text.expected["kind"] for text in JUNK) == dict.fromkeys(
        ("付费提示", "广告", "计数", "导航", "网址", "水印", "来源", "分享", "页码", "页眉"), 3
    )


@each(SHAPES)
def test_every_line_of_a_shape_has_its_place(text):
    filled = {number for number, line in enumerate(text.lines, 1) if line.strip()}
    told = {number for one in text.places for number in range(one.first, one.last + 1)}
    assert told == filled
    assert 600 <= len(text.source) < 2_000


@each(JUNK)
def test_page_junk_goes_and_nothing_else_does(text):
    assert removed_from(parse(text.source)) == junk_of(text)


@each(JUNK)
def test_sentences_that_look_like_junk_stay(text):
    placed = "\n".join(said(parse(text.source)))
    assert [words for words in text.expected["stay"] if words not in placed] == []


@each(JUNK)
def test_junk_in_place_of_content_is_a_gap(text):
    assert any(one.is_gap for one in parse(text.source).removed) == text.expected["is_gap"]


@each(SHAPES)
def test_at_most_a_tenth_of_a_shape_lands_in_another_field(text):
    outline = parse(text.source)
    missing, instead, lines = misplaced(text, outline)
    stretches = sum(len(one.placed) for one in text.places)
    assert max(len(missing), len(instead)) <= ALLOWED * stretches, (missing, instead)
    if len(text.lines) > FEW:
        assert len(lines) <= ALLOWED * sum(bool(line.strip()) for line in text.lines), missing


@each(SHAPES)
def test_the_parts_of_a_shape_are_of_their_kinds(text):
    sections = as_json(parse(text.source))["sections"]
    assert [section["kind"] for section in sections] == text.expected["kinds"]


@each(SHAPES)
def test_gaps_jumps_and_masks_of_a_shape_are_told(text):
    outline = parse(text.source)
    told = {
        "gaps": sum(one.is_gap for one in outline.removed),
        "jumps": [jump.label for jump in outline.jumps],
        "placeholders": outline.placeholders,
    }
    assert told == {name: text.expected[name] for name in told}


@each(SHAPES)
def test_a_shape_is_taken_for_a_speech(text):
    assert as_json(parse(text.source))["kind"] == "speech"


@each(OTHERS)
def test_what_is_no_speech_is_named_and_still_parsed(text):
    outline = parse(text.source)
    made = as_json(outline)
    assert made["kind"] == "other"
    assert text.expected["genre"] in outline.genre.question
    assert "".join((made["title"] or "").split()) == "".join(text.expected["title"].split())


@each(SHAPES)
def test_a_word_file_without_styles_reads_as_its_text(text):
    read = read_docx(docx("".join(p(line) for line in text.lines)))
    assert read.lines == text.lines


@pytest.mark.parametrize("name", ["run_in", "own_line"])
def test_automatic_numbers_parse_like_typed_ones(name):
    text = next(one for one in SHAPES if one.name == name)
    body = "".join(p(line) if number is None else p(line, number="1", level=number)
                   for number, line in map(_number, text.lines))  # fmt: skip
    levels = (lvl(0, "chineseCounting", "%1、"), lvl(1, "japaneseCounting", "（%2）"))
    read = read_docx(docx(body, numbering=abstract(0, *levels) + num(1, 0)))
    assert found(parse(read.text)) == found(parse(text.source))


def _number(line: str) -> tuple[str | None, str]:
    """The level of a line's number, and the line without it."""
    for level, marks in enumerate(("、", "）")):
        number, mark, rest = line.partition(marks)
        if mark and number.removeprefix("（") in set("一二三四五"):
            return str(level), rest
    return None, line
