"""What a person does to the pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.document.facts import Kind, Marker
from speeches.importing.editing import BadEdit, changed, dropped, merged, split
from speeches.importing.facts import facts_of
from speeches.importing.outline import outline
from speeches.importing.pieces import Piece, Role, Stretch
from tests.importing import shapes
from tests.importing.building import pieces, told

TEXT = "讲话\n一、甲乙\n丙丁。\n（一）戊己。庚辛。"
CUT = ["t||讲话", "h1|一、|甲乙", "b||丙丁。", "r2|（一）|戊己。", "+b||庚辛。"]


def test_a_text_becomes_a_heading_and_takes_its_number() -> None:
    made = changed(pieces("讲话\n一、甲\n丙。\n三、丁，戊。"), 2, role=Role.HEADING, level=2)
    assert told(made)[2] == "h2||丙。"
    made = changed((Piece(Role.BODY, "（三）丁", 1),), 0, role=Role.HEADING, level=2)
    assert told(made) == ["h2|（三）|丁"]
    assert (made[0].marker, made[0].number) == (Marker.HAN_BRACKETED, 3)


def test_a_heading_becomes_text_and_keeps_its_number_there() -> None:
    made = changed(pieces(TEXT), 3, role=Role.BODY)
    assert outline(made).sections[0].body == ("丙丁。", "（一）戊己。庚辛。")


def test_a_kind_and_a_level_are_changed() -> None:
    made = changed(pieces(TEXT), 1, role=Role.HEADING, level=1, kind=Kind.PROBLEMS)
    assert (made[1].kind, made[1].confidence) == (Kind.PROBLEMS, 1.0)
    assert told(made) == CUT


def test_a_dropped_piece_is_still_there() -> None:
    made = dropped(pieces(TEXT), 2)
    assert told(made)[2] == "x||丙丁。"
    assert outline(made).sections[0].body == ()


def test_a_piece_joins_the_one_before() -> None:
    made = merged(pieces(TEXT), 3)
    assert told(made) == [*CUT[:2], "b||丙丁。（一）戊己。", CUT[4]]
    assert made[2].stretches == (Stretch(2, 0, 3), Stretch(3, 0, 6))
    made = merged(pieces(TEXT), 4)
    assert (told(made)[3], made[3].stretches) == ("r2|（一）|戊己。庚辛。", (Stretch(3, 0, 9),))


def test_a_piece_is_split() -> None:
    made = split(pieces(TEXT), 3, 1)
    assert told(made)[3:5] == ["r2|（一）|戊", "+b||己。"]
    assert [piece.stretches for piece in made[3:5]] == [(Stretch(3, 0, 4),), (Stretch(3, 4, 6),)]
    made = split(merged(pieces(TEXT), 3), 2, 4)
    assert told(made)[2:4] == ["b||丙丁。（", "+b||一）戊己。"]
    assert made[3].stretches == (Stretch(3, 1, 6),)


def test_parts_of_a_tail_stay_a_tail() -> None:
    tail = Piece(Role.TAIL, "甲乙", 1, level=2)
    assert told(split((tail,), 0, 1)) == ["tl2||甲", "+tl2||乙"]
    lead = Piece(Role.LEAD, "甲乙", 1, level=1)
    assert told(split((lead,), 0, 1)) == ["l1||甲", "+b||乙"]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda found: dropped(found, 9), "没有这一段，请刷新后再试。"),
        (lambda found: merged(found, 0), "没有这一段，请刷新后再试。"),
        (lambda found: merged(found, 3), "原文缺失之处不能合并。"),
        (lambda found: merged(found, 2), "原文缺失之处不能合并。"),
        (lambda found: split(found, 1, 0), "只能在文字中间拆分。"),
        (lambda found: split(found, 1, 1), "只能在文字中间拆分。"),
        (lambda found: changed(found, 1, role=Role.BODY, level=9), "层次只能是 0 到 8。"),
    ],
)
def test_what_cannot_be_done_is_said(edit, sentence: str) -> None:
    with pytest.raises(BadEdit) as refused:
        edit(pieces("讲话\n一、甲\n〓\n二、乙"))
    assert str(refused.value) == sentence


@given(st.sampled_from(sorted(shapes.SHAPES)), st.data())
def test_no_edit_loses_a_character_and_every_result_is_an_outline(
    name: str, data: st.DataObject
) -> None:
    found = pieces(shapes.text(shapes.SHAPES[name]))
    whole = "".join(piece.raw for piece in found)
    for _ in range(4):
        found = data.draw(st.sampled_from(_edits(found, data)))
        assert "".join(piece.raw for piece in found) == whole
        assert all(
            sum(end - start for _, start, end in piece.stretches) == len(piece.raw)
            for piece in found
        )
        facts_of(outline(found))


def _edits(found: tuple[Piece, ...], data: st.DataObject) -> list[tuple[Piece, ...]]:
    index = data.draw(st.integers(1, len(found) - 1))
    role, level = data.draw(st.sampled_from(Role)), data.draw(st.integers(0, 8))
    edits = [changed(found, index, role=role, level=level), dropped(found, index)]
    if Role.GAP not in (found[index].role, found[index - 1].role):
        edits.append(merged(found, index))
    if len(found[index].text) > 1:
        edits.append(split(found, index, len(found[index].text) // 2))
    return edits
