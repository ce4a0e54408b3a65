"""What holds of every speech, whatever was typed into it."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from speeches.document.assemble import assemble
from speeches.document.codec import document_from_json, document_to_json
from speeches.document.facts import Layout, Marker, NodeFacts, Row, SpeechFacts
from speeches.document.numbering import marker_text
from speeches.document.outline import outline_of
from speeches.document.tree import Block, Made, Place, Quoted, Token, Typed, locate
from tests.document.building import (
    every_node,
    fields_told,
    fields_typed,
    node,
    numbers_made,
    speech,
)
from tests.document.strategies import dense_texts, speeches

MARKS = tuple("。！？；，、：…—.!?;,:")


@given(speeches)
def test_the_runs_of_every_field_give_the_field_back(facts: SpeechFacts) -> None:
    assert fields_told(assemble(facts)) == fields_typed(facts)


def _unled(node: NodeFacts) -> NodeFacts:
    """A node without what is kept beside its text."""
    children = tuple(map(_unled, node.children))
    return replace(node, children=children, department="", deadline="", answers=())


@given(speeches)
def test_who_leads_what_till_when_and_at_which_meeting_is_not_printed(facts: SpeechFacts) -> None:
    figures = tuple(replace(figure, department="") for figure in facts.figures)
    nodes = tuple(map(_unled, facts.nodes))
    bare = replace(facts, nodes=nodes, figures=figures, meeting="", period="")
    assert assemble(bare) == assemble(facts)


@given(*[dense_texts] * 4, st.sampled_from(Layout))
def test_no_order_of_lines_blanks_and_braces_loses_a_character(
    title: str, heading: str, body: str, tail: str, layout: Layout
) -> None:
    point = node("甲", "乙" if body.startswith("甲") else "")
    facts = speech(node(heading, body, point, tail=tail, layout=layout), title=title)
    assert fields_told(assemble(facts)) == fields_typed(facts)


@given(speeches)
def test_every_offset_is_the_place_of_its_source_in_its_field(facts: SpeechFacts) -> None:
    typed = fields_typed(facts)
    for block in assemble(facts).blocks:
        for run in block.runs:
            if not isinstance(origin := run.origin, Made):
                field = typed[origin.row, origin.field]
                assert field[origin.offset : origin.offset + len(origin.source)] == origin.source


@given(speeches)
def test_what_is_typed_prints_as_typed_but_for_braces_breaks_and_blanks(facts: SpeechFacts) -> None:
    for block in assemble(facts).blocks:
        for run in block.runs:
            if isinstance(run.origin, Typed) and run.text not in ("{", "｛", "\n", ""):
                assert run.text == run.origin.source


@given(speeches)
def test_every_block_says_something_unless_the_whole_speech_is_silent(facts: SpeechFacts) -> None:
    blocks = assemble(facts).blocks
    assert all(block.text for block in blocks) or len(blocks) == 1


@given(speeches)
def test_no_two_blocks_have_the_same_key(facts: SpeechFacts) -> None:
    keys = assemble(facts).keys()
    assert len(set(keys)) == len(keys)


@given(speeches)
def test_no_mark_is_made_beside_a_mark(facts: SpeechFacts) -> None:
    for block in assemble(facts).blocks:
        visible = [run for run in block.runs if run.text]
        for before, made, after in zip(
            [None, *visible], visible, [*visible[1:], None], strict=False
        ):
            if made.origin is Made.SEPARATOR:
                assert not (before and before.text.endswith(MARKS) and made.text[0] in MARKS)
                assert not (after and after.text.startswith(MARKS) and made.text[-1] in MARKS)


def place_by_hand(block: Block, offset: int) -> Place | Made:
    """The character at `offset` in a list that names each character's place."""
    places: list[Place | Made] = []
    for run in block.runs:
        origin = run.origin
        for inside in range(len(run.text)):
            if isinstance(origin, Made):
                places.append(origin)
            else:
                is_plain = isinstance(origin, Typed | Quoted) and origin.source == run.text
                places.append(Place(origin.row, origin.field, origin.offset + inside * is_plain))
    return places[offset]


@given(speeches)
def test_locate_finds_every_character(facts: SpeechFacts) -> None:
    document = assemble(facts)
    for index, block in enumerate(document.blocks):
        for offset in range(len(block.text)):
            assert locate(document, index, offset) == place_by_hand(block, offset)


@given(speeches)
def test_codec_gives_the_document_back_through_json_text(facts: SpeechFacts) -> None:
    document = assemble(facts)
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document


def says_something(said: NodeFacts) -> bool:
    own = (said.heading, said.body, said.tail)
    return any(text.strip() for text in own) or any(map(says_something, said.children))


@given(speeches)
def test_numbers_start_at_one_and_leave_none_out(facts: SpeechFacts) -> None:
    """Siblings with something to say are 1, 2, 3 …, in a part without a heading further on."""
    outline = outline_of(facts)
    for entry in outline.entries:
        ordinals = [child.ordinal for child in entry.children if says_something(child.node)]
        start = ordinals[0] if ordinals else 1
        assert ordinals == list(range(start, start + len(ordinals)))
        assert start == 1 or (entry.parent is None and not entry.ordinal)
    ordinals = [part.ordinal for part in outline.parts if part.node.heading.strip()]
    assert ordinals == list(range(1, len(ordinals) + 1))


@given(speeches)
def test_every_number_of_the_outline_is_set_once_and_in_order(facts: SpeechFacts) -> None:
    document = assemble(facts)
    expected = [
        marker_text(entry.marker, entry.ordinal, entry.depth)
        for entry in outline_of(facts).entries
        if entry.ordinal and entry.marker is not Marker.NONE
        if entry.parent is None or entry.parent.home is None
    ]
    assert numbers_made(document) == expected


def without(nodes: tuple[NodeFacts, ...], row: Row) -> tuple[NodeFacts, ...]:
    return tuple(
        replace(each, children=without(each.children, row)) for each in nodes if each.row != row
    )


def typed_text(facts: SpeechFacts) -> dict[tuple[Row, str], str]:
    """What is shown of each field beside its tokens, without the end mark of a heading, which
    depends on where the heading is set."""
    shown: dict[tuple[Row, str], str] = {}
    for block in assemble(facts).blocks:
        for run in block.runs:
            if isinstance(origin := run.origin, Typed):
                place = origin.row, origin.field
                shown[place] = shown.get(place, "") + run.text
    return {
        place: text.rstrip("。；，、：") if place[1] == "heading" else text
        for place, text in shown.items()
    }


@given(speeches, st.data())
def test_deleting_a_node_changes_no_text_of_another(
    facts: SpeechFacts, data: st.DataObject
) -> None:
    nodes = list(every_node(facts.nodes))
    if not nodes:
        return
    gone = data.draw(st.sampled_from(nodes))
    fewer = replace(facts, nodes=without(facts.nodes, gone.row))
    rows_gone = {each.row for each in every_node([gone])}
    before = {place: text for place, text in typed_text(facts).items() if place[0] not in rows_gone}
    assert typed_text(fewer) == before


@given(speeches)
def test_tokens_stand_for_what_stands_between_braces(facts: SpeechFacts) -> None:
    for block in assemble(facts).blocks:
        for run in block.runs:
            if isinstance(run.origin, Token):
                assert run.origin.source[0] in "{｛"
                assert run.origin.source[-1] in "}｝"
