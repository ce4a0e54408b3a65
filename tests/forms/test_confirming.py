"""What a person says of a piece, and what the buttons do to it."""

from __future__ import annotations

from typing import Any

import pytest

from speeches.document.facts import Kind, Marker
from speeches.forms.confirming import (
    BadStep,
    Edited,
    PieceForm,
    Step,
    drop,
    keep,
    level_name,
    merge,
    put_all,
    restore,
    sent_forms,
    split_places,
    split_where,
)
from speeches.importing.editing import BadEdit
from speeches.importing.pieces import Piece, Role
from tests.importing.building import pieces as found_in
from tests.importing.building import told

TEXT = """\
关于防汛的讲话
同志们：
一、上半年工作
今年以来，各项工作有序推进。汛情平稳；物资到位。
（一）水库安全。大坝完好。"""
TITLE, SALUTATION, PART, BODY, POINT, POINT_BODY = range(1, 7)


def form(number: int, text: str = TEXT, **sent: Any) -> PieceForm:
    """The form of a piece, sent with these values and else as it stands."""
    piece = found_in(text)[number - 1]
    data = {"role": piece.role.value, "level": str(piece.level), "kind": piece.kind or ""} | sent
    made = PieceForm(
        {f"{number}-{name}": value for name, value in data.items()}, piece=piece, number=number
    )
    assert made.is_valid(), made.errors
    return made


def put(number: int, **sent: Any) -> Piece:
    return put_all([form(number, **sent)], found_in(TEXT))[number - 1]


@pytest.mark.parametrize(("level", "name"), [(0, "不分级"), (1, "一级"), (8, "八级")])
def test_a_level_has_a_name(level: int, name: str) -> None:
    assert level_name(level) == name


def test_a_form_that_says_nothing_new_changes_nothing() -> None:
    pieces = found_in(TEXT)
    assert put_all([form(number) for number in range(1, len(pieces) + 1)], pieces) == pieces


@pytest.mark.parametrize(
    ("number", "sent", "role", "level", "kind"),
    [
        (PART, {"kind": "priorities"}, Role.HEADING, 1, Kind.PRIORITIES),
        (PART, {"level": "2", "kind": "priorities"}, Role.HEADING, 2, None),
        (BODY, {"role": "item", "level": "3"}, Role.ITEM, 3, None),
        (BODY, {"role": "heading"}, Role.HEADING, 1, None),
        (POINT_BODY, {"role": "item"}, Role.ITEM, 2, None),
        (SALUTATION, {"role": "item"}, Role.ITEM, 1, None),
        (BODY, {"role": "lead", "level": "4", "kind": "problems"}, Role.LEAD, 1, Kind.PROBLEMS),
        (POINT_BODY, {"role": "tail", "level": "1"}, Role.TAIL, 1, None),
        (POINT, {"role": "body"}, Role.BODY, 0, None),
        (SALUTATION, {"role": "opening", "level": "5"}, Role.OPENING, 0, None),
    ],
)
def test_a_piece_gets_the_level_that_its_role_can_have(
    number: int, sent: dict[str, str], role: Role, level: int, kind: Kind | None
) -> None:
    piece = put(number, **sent)
    assert (piece.role, piece.level, piece.kind) == (role, level, kind)


def test_a_gap_stays_one_and_may_open_a_part() -> None:
    gap = Piece(Role.GAP, "", 4, reason="此处原文缺失")
    sent = {"1-role": "gap", "1-level": "3", "1-kind": "requirements"}
    made = PieceForm(sent, piece=gap, number=1)
    assert made.is_valid()
    (put,) = made.put_into((gap,))
    assert (put.role, put.level, put.kind) == (Role.GAP, 1, Kind.REQUIREMENTS)
    assert not PieceForm({"1-role": "body", "1-level": "0"}, piece=gap, number=1).is_valid()


def test_nothing_becomes_a_gap_or_is_dropped_by_a_choice() -> None:
    values = [
        value for value, _ in PieceForm(piece=found_in(TEXT)[0], number=1)["role"].field.choices
    ]
    assert {"gap", "dropped"}.isdisjoint(values)


def test_only_the_rows_that_stood_open_were_sent() -> None:
    sent = sent_forms({"2-role": "body", "9-role": "body", "seen": "1"}, found_in(TEXT))
    assert list(sent) == [2]


def test_a_text_can_be_split_behind_each_mark_and_before_a_number() -> None:
    assert list(split_places("一是甲；二是乙。丙丁")) == [
        (4, "一是甲； ‖ 二是乙。丙丁"),
        (8, "一是甲；二是乙。 ‖ 丙丁"),
    ]
    assert list(split_places("甲乙丙一要丁")) == [(3, "甲乙丙 ‖ 一要丁")]
    assert list(split_places("甲乙丙丁")) == []


@pytest.mark.parametrize(
    ("button", "step"),
    [
        ("split 12", Step("split", "12")),
        ("undo-all 标题 另起", Step("undo-all", "标题 另起")),
        ("save", Step("save")),
        ("", Step("")),
    ],
)
def test_a_button_says_verb_and_object(button: str, step: Step) -> None:
    assert Step.of(button) == step


@pytest.mark.parametrize("about", ["", "0", "7", "-1", "二", "²", "9" * 5000])
def test_a_step_about_no_piece_is_refused(about: str) -> None:
    with pytest.raises(BadStep, match="没有找到这一条"):
        Step("drop", about).number_among(found_in(TEXT))


def said(edited: Edited) -> tuple[list[str], str, int]:
    return told(edited.pieces), edited.told, edited.number


def test_each_verb_tells_what_it_did_and_where_to_go_on() -> None:
    pieces = found_in(TEXT)
    before = told(pieces)
    assert said(keep(pieces, 4)) == (before, "第4条已改好。", 4)
    merged = [*before[:4], "r2|（一）|水库安全。大坝完好。"]
    assert said(merge(pieces, 6)) == (merged, "第6条已并入第5条。", 5)
    dropped = ["t||关于防汛的讲话", "x||同志们：", *before[2:]]
    assert said(drop(pieces, 2)) == (dropped, "第2条不要了，需要时可以恢复。", 2)


def test_nothing_is_merged_into_what_was_dropped() -> None:
    with pytest.raises(BadStep, match="第1条已经不要了"):
        merge(drop(found_in(TEXT), 1).pieces, 2)
    with pytest.raises(BadEdit):
        merge(found_in(TEXT), 1)


def test_a_text_is_split_where_the_cursor_or_the_choice_says() -> None:
    pieces = found_in(TEXT)
    chosen = split_where(form(BODY, split_at="14"), pieces, BODY)
    assert told(chosen.pieces)[3:5] == [
        "b||今年以来，各项工作有序推进。",
        "+b||汛情平稳；物资到位。",
    ]
    assert (chosen.told, chosen.number) == ("已分成第4条和第5条。", 5)
    pointed = split_where(form(BODY, split_at="14", cursor="4"), pieces, BODY)
    assert told(pointed.pieces)[3:5] == [
        "b||今年以来",
        "+b||，各项工作有序推进。汛情平稳；物资到位。",
    ]


def test_the_place_counts_the_number_that_a_new_role_takes_from_the_text() -> None:
    text = "关于防汛的讲话\n同志们：\n今天讲一件事。\n一是汛情平稳；物资到位。"
    pieces = found_in(text)
    number = next(at for at, piece in enumerate(pieces, start=1) if "汛情" in piece.text)
    sent = form(number, text, role="body", cursor=str(pieces[number - 1].text.index("物资")))
    as_item = put_all([form(number, text, role="body")], pieces)
    as_item = put_all([_again(as_item, number)], as_item)
    assert as_item[number - 1].marker is Marker.SHI
    split = split_where(sent, as_item, number).pieces
    assert [piece.text for piece in split[number - 1 :]] == ["汛情平稳；", "物资到位。"]


def _again(pieces: tuple[Piece, ...], number: int) -> PieceForm:
    sent = {f"{number}-role": "item", f"{number}-level": "2"}
    made = PieceForm(sent, piece=pieces[number - 1], number=number)
    assert made.is_valid()
    return made


def test_a_split_without_a_place_asks_for_one() -> None:
    with pytest.raises(BadStep, match="请先选好从哪里分开"):
        split_where(form(BODY), found_in(TEXT), BODY)
    with pytest.raises(BadStep, match="请先选好从哪里分开"):
        split_where(None, found_in(TEXT), BODY)


def test_what_was_dropped_comes_back_as_it_was_found() -> None:
    pieces = found_in(TEXT)
    dropped = drop(pieces, PART).pieces
    assert restore(dropped, PART, pieces) == Edited(pieces, "已恢复第3条。", 3)
    changed = restore(dropped, PART, [])
    assert told(changed.pieces)[2] == "b|一、|上半年工作"
