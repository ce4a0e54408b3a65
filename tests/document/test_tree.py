"""From a character on the page back to the character that was typed."""

import datetime

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Layout, Marker, NodeFacts, SpeechFacts
from speeches.document.tree import Document, Key, Made, Mark, Place, Role, headings, locate
from tests.document.building import SPEECH, figure, lone, node, speech


def places(document: Document, block: int) -> list[tuple[str, Place | Made]]:
    """Each character of a block with its place, and the place past the last."""
    text = document.blocks[block].text
    return [(text[at : at + 1], locate(document, block, at)) for at in range(len(text) + 1)]


def test_every_block_has_a_key_that_its_neighbours_do_not_change() -> None:
    point = node("到岗", "一\n二", tail="三", heading_run_in=True)
    whole = speech(node("总结", "", point), title="题", opening="甲\n乙", closing="丙")
    assert assemble(whole).keys() == (
        Key(SPEECH, "title", 0),
        Key(SPEECH, "opening", 0),
        Key(SPEECH, "opening", 1),
        Key(whole.nodes[0].row, "heading", 0),
        Key(point.row, "body", 0),
        Key(point.row, "body", 1),
        Key(point.row, "tail", 0),
        Key(SPEECH, "closing", 0),
    )


def titled(facts: SpeechFacts) -> list[tuple[int, str, str]]:
    found = [each for block in assemble(facts).blocks for each in headings(block)]
    return [(each.level, each.number, each.words) for each in found]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (speech(opening="没有标题"), []),
        (speech(node(" 总结 ", "正文")), [(1, "一、", "总结")]),
        # The mark made at the end is no word; one made inside or typed is.
        (
            speech(node("抓好{要点}", "", node(" 甲 ", "文", heading_run_in=True), node("乙！"))),
            [(1, "一、", "抓好甲、乙！"), (2, "（一）", "甲"), (2, "（二）", "乙！")],
        ),
        # Of headings that run in one after the other each is one.
        (
            speech(node("丙", "", node("甲。"), node("乙"), layout=Layout.RUN_IN)),
            [(1, "一、", "丙"), (2, "（一）", "甲。"), (2, "（二）", "乙")],
        ),
        # 一是 is part of what is said.
        (speech(node("", "", node("甲", "文"), marker=Marker.SHI, layout=Layout.RUN_IN)), []),
    ],
)
def test_the_headings_of_a_block(facts: SpeechFacts, expected: list[tuple[int, str, str]]) -> None:
    assert titled(facts) == expected


def test_typed_text_is_found_character_by_character() -> None:
    document = assemble(speech(opening=" 甲乙\n 丙"))
    assert places(document, 0) == [
        ("甲", Place(SPEECH, "opening", 1)),
        ("乙", Place(SPEECH, "opening", 2)),
        ("", Place(SPEECH, "opening", 3)),
    ]
    assert places(document, 1) == [
        ("丙", Place(SPEECH, "opening", 5)),
        ("", Place(SPEECH, "opening", 6)),
    ]


def test_a_number_and_a_separator_are_made_here() -> None:
    child = node("", "甲")
    whole = node("", "", child, layout=Layout.RUN_IN, marker=Marker.SHI)
    assert places(assemble(lone(whole)), 0) == [
        ("一", Made.NUMBER),
        ("是", Made.NUMBER),
        ("甲", Place(child.row, "body", 0)),
        ("。", Made.SEPARATOR),
        ("", Made.SEPARATOR),
    ]


def test_brackets_and_date_are_made_here() -> None:
    document = assemble(speech(date=datetime.date(2020, 7, 3), date_note="提纲"))
    assert {place for _, place in places(document, 0)[:11]} == {Made.FRAME}
    assert places(document, 0)[11:13] == [
        ("提", Place(SPEECH, "date_note", 0)),
        ("纲", Place(SPEECH, "date_note", 1)),
    ]


def test_every_character_of_a_token_leads_to_its_beginning_and_the_end_behind_it() -> None:
    document = assemble(speech(opening="共{学校}", figures=(figure("学校", "12", "所"),)))
    assert [place for _, place in places(document, 0)] == [
        Place(SPEECH, "opening", offset) for offset in (0, 1, 1, 1, 5)
    ]


def test_an_unknown_token_leads_to_its_beginning_too() -> None:
    document = assemble(speech(opening="{无}。"))
    assert [place for _, place in places(document, 0)] == [
        Place(SPEECH, "opening", offset) for offset in (0, 0, 0, 3, 4)
    ]


@pytest.mark.parametrize(("opening", "offsets"), [("甲{{乙", [0, 1, 3, 4]), ("甲{{", [0, 1, 3])])
def test_an_escaped_brace_is_one_character_for_two(opening: str, offsets: list[int]) -> None:
    document = assemble(speech(opening=opening))
    assert places(document, 0) == [
        (shown, Place(SPEECH, "opening", offset))
        for shown, offset in zip([*opening.replace("{{", "{"), ""], offsets, strict=True)
    ]


def lead_and_point() -> tuple[Document, NodeFacts]:
    point = node("甲{稿}", "略")
    return assemble(lone(node("", "{要点}！", point), figures=(figure("稿", "x"),))), point


def test_a_quotation_leads_to_the_heading_that_is_quoted() -> None:
    document, point = lead_and_point()
    assert [place for _, place in places(document, 0)][:2] == [
        Place(point.row, "heading", 0),
        Place(point.row, "heading", 1),
    ]


def test_the_line_break_of_a_title_is_a_character() -> None:
    assert places(assemble(speech(title="甲\n乙")), 0) == [
        (shown, Place(SPEECH, "title", offset))
        for offset, shown in enumerate(["甲", "\n", "乙", ""])
    ]


@pytest.mark.parametrize(("block", "offset"), [(0, 3), (0, -1), (1, 0), (-1, 0), (7, 7)])
def test_what_is_not_in_the_document_is_refused(block: int, offset: int) -> None:
    document = assemble(speech(opening="甲乙"))
    with pytest.raises(IndexError):
        locate(document, block, offset)


def test_a_silent_document_has_no_place() -> None:
    with pytest.raises(IndexError):
        locate(assemble(speech(opening=" ")), 0, 0)


def test_the_text_of_a_role_and_what_must_be_settled() -> None:
    document = assemble(speech(title="甲", salutation="同志们", opening="{乙}\n{丙}"))
    assert document.role_text(Role.TITLE) == "甲"
    assert document.role_text(Role.SUBTITLE) == ""
    assert document.role_text(Role.BODY) == "{乙}{丙}"
    assert [(run.text, run.mark) for run in document.marked] == [
        ("{乙}", Mark.UNKNOWN),
        ("{丙}", Mark.UNKNOWN),
    ]
