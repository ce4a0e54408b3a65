"""What was found in a text that came in, and what is told of it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from speeches.importing import editing
from speeches.importing.outline import Outline
from speeches.importing.pieces import Piece, Role
from speeches.models import Import
from speeches.services import importing, reading, recognising
from tests import factories

pytestmark = pytest.mark.django_db


def test_what_was_found_is_known_with_what_word_left_out() -> None:
    source = reading.Source(
        "docx", b"", "在会上的讲话\n谢谢大家！", left_out=((2, "甲", "表格没有带入"),)
    )
    row = importing.take_in(factories.meeting(), source, actor=None)
    found = recognising.outline_of(Import.objects.get(pk=row.pk))
    assert [(one.line, one.text, one.reason) for one in found.unrecognised] == [
        (2, "甲", "表格没有带入")
    ]
    assert found == recognising.outline_in(source)


def test_what_a_person_left_is_what_stands() -> None:
    row = factories.imported()
    pieces = editing.dropped(recognising.found_in(row).pieces, 0)
    importing.keep_pieces(row, pieces, actor=factories.user(name="周宁"), seen=1)
    row = Import.objects.get(pk=row.pk)
    assert (row.version, str(row.changed_by)) == (2, "周宁")
    assert recognising.found_in(row).pieces == pieces
    assert recognising.outline_of(row).title == ()
    importing.start_over(row, actor=None, seen=2)
    assert recognising.outline_of(row).title == ("在全市教育系统半年工作会议上的讲话",)


def test_pieces_of_an_earlier_time_keep_their_words_and_lose_only_their_places() -> None:
    row = factories.imported("在会上的讲话\n同志们：\n谢谢大家！")
    pieces = recognising.found_in(row).pieces
    far, other = (editing.Stretch(9, 0, 4), editing.Stretch(0, 0, 4))
    kept = [Piece(Role.CLOSING, "谢谢大家", 3, (far,)), Piece(Role.BODY, "谢谢大家", 3, (other,))]
    importing.keep_pieces(row, [pieces[0], *kept], actor=None, seen=1)
    found = recognising.found_in(row).pieces
    assert [(one.text, len(one.stretches)) for one in found] == [
        ("在会上的讲话", 1), ("谢谢大家", 0), ("谢谢大家", 0),
    ]  # fmt: skip


# --- What is told of it ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ""),
        ({"placeholders": 8, "jumps": (1,)}, "待补 8 处，序号不连续 1 处"),
        ({"gaps": (1,), "unrecognised": (1, 2)}, "原文缺失 1 处，未识别 2 处"),
    ],
)
def test_what_is_open_is_counted(fields: dict[str, Any], told: str) -> None:
    assert recognising.open_points(Outline(**fields)) == told


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (None, ""),
        (datetime.date(2026, 7, 16), ""),
        (datetime.date(2025, 7, 18), "原文的日期是2025年7月18日，会议日期没有改。"),
    ],
)
def test_another_date_than_that_of_the_meeting_is_said(
    date: datetime.date | None, told: str
) -> None:
    assert recognising.other_date(Outline(date=date), factories.meeting()) == told


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": ("在全市教育", "工作会议上的讲话提纲")}, "全市教育工作会议"),
        ({"title": ("凝心聚力",), "subtitle": "在年中会上的报告"}, "年中会"),
        ({"title": ("凝心聚力",)}, "凝心聚力"),
        ({}, "导入的旧稿"),
    ],
)
def test_a_new_meeting_is_called_as_the_title_says(fields: dict[str, Any], name: str) -> None:
    assert recognising.meeting_named_by(Outline(**fields)) == name
