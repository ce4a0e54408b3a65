"""Pieces that travel as JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from speeches.importing.piece_json import BadPieces, pieces_from_json, pieces_to_json
from speeches.importing.pieces import Piece
from tests.importing import shapes
from tests.importing.building import pieces
from tests.importing.test_outline import any_pieces


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_pieces_come_back_as_they_went(name: str) -> None:
    found = pieces(shapes.text(shapes.SHAPES[name]))
    assert pieces_from_json(json.loads(json.dumps(pieces_to_json(found)))) == found


@given(any_pieces)
def test_any_pieces_come_back(made: list[Piece]) -> None:
    told = pieces_to_json([piece for piece in made if piece.level <= 8])
    assert pieces_to_json(pieces_from_json(told)) == told


@pytest.mark.parametrize(
    "change",
    [
        {"role": "chapter"},
        {"text": None},
        {"line": -1},
        {"line": True},
        {"line": "1"},
        {"level": 9},
        {"marker": "roman"},
        {"kind": "chapter"},
        {"confidence": 2},
        {"confidence": "1"},
        {"stretches": [1]},
        {"stretches": [[1, 2]]},
        {"stretches": [[0, 2, 1]]},
        {"stretches": None},
    ],
)
def test_values_that_are_no_pieces_are_refused(change: dict[str, Any]) -> None:
    (piece,) = pieces_to_json(pieces("讲话"))
    with pytest.raises(BadPieces):
        pieces_from_json([piece | change])


@pytest.mark.parametrize("values", [None, {}, "[]", [None], [{}], [1]])
def test_other_values_are_refused(values: object) -> None:
    with pytest.raises(BadPieces):
        pieces_from_json(values)
