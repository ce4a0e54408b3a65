"""Edits made to the facts that a document was assembled from."""

from dataclasses import replace

from hypothesis import given

from speeches.checks.checking import check
from speeches.checks.mending import Edit, edits
from speeches.checks.retyping import with_edits
from speeches.document.assemble import assemble
from speeches.document.facts import NodeFacts, Row, SpeechFacts
from tests.document import strategies

ITEM = NodeFacts(Row("node", 2), heading="教学", body="好!")
PART = NodeFacts(Row("node", 1), heading="成绩", body="很好,完成。", children=(ITEM,), tail="完!")
SPEECH = SpeechFacts(Row("speech", 1), title="题", opening="今天,开会!", nodes=(PART,))


def test_every_edit_is_made_in_its_own_field() -> None:
    changes = [
        Edit(Row("node", 1), "body", 2, 3, "，"),
        Edit(Row("node", 1), "tail", 1, 2, "！"),
        Edit(Row("node", 2), "body", 1, 2, ""),
        Edit(Row("speech", 1), "opening", 2, 3, "，"),
        Edit(Row("speech", 1), "opening", 5, 6, "！"),
    ]
    item = replace(ITEM, body="好")
    part = replace(PART, body="很好，完成。", tail="完！", children=(item,))
    assert with_edits(SPEECH, changes) == replace(SPEECH, opening="今天，开会！", nodes=(part,))


def test_edits_of_other_rows_change_nothing() -> None:
    assert with_edits(SPEECH, [Edit(Row("node", 9), "body", 0, 1, "甲")]) == SPEECH
    assert with_edits(SPEECH, []) == SPEECH


def test_what_is_mended_in_the_facts_is_what_then_prints() -> None:
    document = assemble(SPEECH)
    changes = edits(document, [each for each in check(document, SPEECH) if each.safe])
    texts = [block.text for block in assemble(with_edits(SPEECH, changes)).blocks]
    before = [block.text for block in document.blocks]
    wide = str.maketrans(",!", "，！")
    assert texts == [text.translate(wide) for text in before] != before


@given(strategies.speeches)
def test_no_speech_is_too_odd_to_be_mended(facts: SpeechFacts) -> None:
    document = assemble(facts)
    changes = edits(document, [each for each in check(document, facts) if each.safe])
    assert (with_edits(facts, changes) == facts) == (not changes)
