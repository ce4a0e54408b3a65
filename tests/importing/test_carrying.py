"""What a person made of the pieces stays when a repair under them is undone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from speeches.document.facts import Kind
from speeches.importing.carrying import carried_over
from speeches.importing.cleaning import clean
from speeches.importing.cutting import pieces_of
from speeches.importing.editing import Pieces, changed, dropped, merged, split
from speeches.importing.pieces import Piece, Role
from speeches.importing.source import LAYOUT, Cleaned
from tests.importing import shapes
from tests.importing.building import told
from tests.importing.test_damaged import TEXT as DAMAGED

TEXTS = {"damaged": DAMAGED} | {
    # No shape is damaged: half-width marks and lines broken in the middle.
    name: shapes.text(shape).replace("，", ",").replace("部署", "部\n署")
    for name, shape in shapes.SHAPES.items()
}


def taken_back(text: str, *undone: str) -> tuple[Cleaned, Pieces]:
    """The text with some of its repairs undone, and what that is cut into."""
    keys = frozenset(undone)
    cleaned = clean(text, undone=keys)
    return cleaned, pieces_of(cleaned, keys)


def carry(pieces: Pieces, text: str, *undone: str, back: tuple[str, ...] = ()) -> list[str]:
    """`pieces` of `text` (`back` undone) after these were undone."""
    old, _ = taken_back(text, *back)
    new, found = taken_back(text, *undone)
    return told(carried_over(pieces, old, new, found))


def found_in(text: str, *undone: str) -> Pieces:
    return taken_back(text, *undone)[1]


HALF = "关于防汛的讲话\n同志们：\n今天讲两点,请注意。\n一、看清形势\n汛情平稳,物资到位。"


def test_undoing_a_mark_changes_that_character_only() -> None:
    pieces = dropped(found_in(HALF), 1)
    before = told(pieces)
    after = carry(pieces, HALF, "3:5")
    assert before[2:3] == ["o||今天讲两点，请注意。"]
    assert after == [*before[:2], "o||今天讲两点,请注意。", *before[3:]]


def test_a_number_that_is_no_more_the_same_is_read_anew() -> None:
    text = "关于防汛的讲话\n同志们：\n今天讲两点。\n一、看清形势\n(一)水库安全。大坝完好。"
    pieces = changed(found_in(text), 4, role=Role.RUN_IN, level=3)
    assert told(pieces)[4:] == ["r3|（一）|水库安全。", "+b||大坝完好。"]
    assert carry(pieces, text, "5:0", "5:2")[4:] == ["r3|(一)|水库安全。", "+b||大坝完好。"]


def test_a_number_that_is_none_any_more_becomes_text() -> None:
    text = "关于防汛的讲话\n同志们：\n今天讲两点。\n⒈水库安全\n大坝完好。"
    pieces = changed(found_in(text), 3, role=Role.HEADING, level=1)
    (undone,) = (repair.key for repair in clean(text).repairs)
    assert told(pieces)[3] == "h1|1.|水库安全"
    assert carry(pieces, text, undone)[3] == "h1||⒈水库安全"


FIRST = "今天我们召开全县防汛工作会议，主要任务是"
SECOND = "传达上级要求，总结去年工作，部署今年任务，"
LAST = "刚才各乡镇讲得很好。"
BROKEN = f"关于防汛的讲话\n同志们：\n{FIRST}\n{SECOND}\n{LAST}"
BREAK = "4:21+"  # where the second line was joined to the last


def test_a_paragraph_that_is_parted_goes_on_as_a_text() -> None:
    pieces = found_in(BROKEN)
    assert told(pieces)[2:] == [f"o||{FIRST}{SECOND}{LAST}"]
    assert carry(pieces, BROKEN, BREAK)[2:] == [f"o||{FIRST}{SECOND}", f"o||{LAST}"]
    as_item = changed(pieces, 2, role=Role.ITEM, level=2)
    assert carry(as_item, BROKEN, BREAK)[2:] == [f"i2||{FIRST}{SECOND}", f"b||{LAST}"]
    as_lead = changed(pieces, 2, role=Role.LEAD, level=1, kind=Kind.PROBLEMS)
    assert carry(as_lead, BROKEN, BREAK)[2:] == [f"l1||{FIRST}{SECOND}", f"b||{LAST}"]


def test_paragraphs_that_become_one_keep_their_pieces_or_stay_merged() -> None:
    apart = found_in(BROKEN, BREAK)
    first, rest = told(apart)[2:]
    assert carry(apart, BROKEN, back=(BREAK,))[2:] == [first, "+" + rest]
    together = merged(apart, 3)
    assert carry(together, BROKEN, back=(BREAK,))[2:] == [f"o||{FIRST}{SECOND}{LAST}"]
    assert carry(together, BROKEN, BREAK, back=(BREAK,)) == told(together)


def junk_of(text: str) -> list[str]:
    return [one.key for one in clean(text).removed if one.reason != LAYOUT]


def test_what_was_taken_out_comes_in_as_found_and_its_gap_goes() -> None:
    pieces = dropped(found_in(DAMAGED), 0)
    keys = junk_of(DAMAGED)
    after = carry(pieces, DAMAGED, *keys)
    assert after[0] == "x||在全县半年水利工作会议上的讲话提纲"
    assert [line for line in after if "本文剩余内容" in line] != []
    assert [line for line in after if line.startswith("gap")] == []


def test_a_gap_stays_as_the_person_left_it() -> None:
    pieces = found_in(DAMAGED)
    gap = next(at for at, piece in enumerate(pieces) if piece.role is Role.GAP)
    before = changed(pieces, gap, role=Role.GAP, level=1, kind=Kind.NARRATIVE)
    cleaned, _ = taken_back(DAMAGED)
    new, found = taken_back(DAMAGED, cleaned.repairs[0].key)
    after = carried_over(before, cleaned, new, found)
    assert after[gap] == before[gap]
    assert told(dropped(before, gap))[gap] == carry(dropped(before, gap), DAMAGED)[gap] == "x||"


def test_a_gap_behind_the_last_text_stands_last() -> None:
    text = "关于防汛的讲话\n同志们：\n今天讲两点。\n一、看清形势\n汛情平稳。\n\n"
    text += "开通会员阅读全文\n登录后查看剩余内容\n"
    pieces = found_in(text)
    assert pieces[-1].role is Role.GAP
    assert carry(pieces, text) == told(pieces)


def test_pieces_without_a_place_stay_as_they_are() -> None:
    lost = [replace(piece, stretches=()) for piece in found_in(HALF)]
    assert carry(tuple(lost), HALF, "3:5") == told(tuple(lost))


def edited(pieces: Pieces, chance: Random) -> Pieces:
    """Four things that a person might do."""
    for _ in range(4):
        at = chance.randrange(1, len(pieces))
        piece = pieces[at]
        if {piece.role, pieces[at - 1].role} & {Role.GAP, Role.DROPPED}:
            continue
        ways = [merged, dropped, _as_item]
        ways += [_in_two] if len(piece.text) > 1 else []
        pieces = chance.choice(ways)(pieces, at)
    return pieces


def _as_item(pieces: Pieces, at: int) -> Pieces:
    return changed(pieces, at, role=Role.ITEM, level=2)


def _in_two(pieces: Pieces, at: int) -> Pieces:
    return split(pieces, at, len(pieces[at].text) // 2)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("name", TEXTS)
def test_no_character_is_lost_and_what_was_done_comes_back(name: str, seed: int) -> None:
    text = TEXTS[name]
    chance = Random(seed)  # noqa: S311 - a table of cases, not a secret
    old, found = taken_back(text)
    pieces = edited(found, chance)
    keys = [repair.key for repair in old.repairs] + junk_of(text)
    undone = chance.sample(keys, min(len(keys), 5))
    new, anew = taken_back(text, *undone)
    carried = carried_over(pieces, old, new, anew)
    assert "".join(piece.raw for piece in carried) == "".join(each.text for each in new.paragraphs)
    assert [_text(piece, new) for piece in carried] == [piece.raw for piece in carried]
    assert carried_over(pieces, old, old, found) == pieces
    assert carried_over(carried, new, old, found) == pieces


def _text(piece: Piece, cleaned: Cleaned) -> str:
    """What stands at the places of a piece."""
    places = piece.stretches
    return "".join(cleaned.paragraphs[one.paragraph].text[one.start : one.end] for one in places)
