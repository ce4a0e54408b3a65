"""Where something is missing in the source, and how numbers go on behind it."""

from __future__ import annotations

import pytest

from speeches.importing.pieces import Role
from tests.importing.building import pieces, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、甲\n（一）乙\n二、丙\n丁。\n〓\n（三）戊\n（四）己",
            [
                "h1|一、|甲",
                "h2|（一）|乙",
                "h1|二、|丙",
                "b||丁。",
                "gap1||",
                "h2|（三）|戊",
                "h2|（四）|己",
            ],
        ),
        (
            "一、甲\n（一）乙\n〓\n（二）丙\n二、丁",
            [
                "h1|一、|甲",
                "h2|（一）|乙",
                "gap||",
                "h2|（二）|丙",
                "h1|二、|丁",
            ],
        ),
        ("〓\n今天。\n一、甲\n乙。\n〓", ["gap||", "o||今天。", "h1|一、|甲", "b||乙。", "gap||"]),
        (
            "一、甲\n乙。\n〓\n〓\n（三）丙\n（四）丁",
            [
                "h1|一、|甲",
                "b||乙。",
                "gap||",
                "gap1||",
                "h2|（三）|丙",
                "h2|（四）|丁",
            ],
        ),
        (
            "一、甲\n〓\n乙。\n二、丙\n〓\n四、丁",
            [
                "h1|一、|甲",
                "gap||",
                "b||乙。",
                "h1|二、|丙",
                "gap||",
                "h1|四、|丁",
            ],
        ),
        (
            "〓\n（三）甲乙\n（四）丙丁\n二、戊",
            ["gap||", "h2|（三）|甲乙", "h2|（四）|丙丁", "h1|二、|戊"],
        ),
    ],
)
def test_numbers_behind_a_gap_that_do_not_count_on_open_a_part_of_their_own(
    text: str, expected: list[str]
) -> None:
    assert told(pieces(f"在会上的讲话\n{text}"))[1:] == expected


def test_a_gap_stands_at_its_own_line() -> None:
    found = pieces("讲话\n一、甲\n〓\n（三）乙")
    assert [(piece.line, piece.reason) for piece in found if piece.role is Role.GAP] == [
        (3, "此处原文缺失")
    ]
