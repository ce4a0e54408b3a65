"""Pieces as JSON values, for the form in which they travel to the page and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from speeches.document.facts import MAX_DEPTH, Kind, Marker
from speeches.importing.pieces import Piece, Role, Stretch


class BadPieces(ValueError):
    """Values that are no pieces."""


def pieces_to_json(pieces: Sequence[Piece]) -> list[dict[str, Any]]:
    """A plain object for each piece, in order."""
    return [_to_json(piece) for piece in pieces]


def pieces_from_json(values: object) -> tuple[Piece, ...]:
    """The pieces again. Raises BadPieces for anything that `pieces_to_json` never makes."""
    if not isinstance(values, list):
        raise BadPieces("not a list")
    try:
        return tuple(_from_json(value) for value in values)
    except (KeyError, TypeError, ValueError) as error:
        raise BadPieces(str(error)) from error


def _to_json(piece: Piece) -> dict[str, Any]:
    return {
        "role": piece.role.value,
        "text": piece.text,
        "line": piece.line,
        "stretches": [list(stretch) for stretch in piece.stretches],
        "lead": piece.lead,
        "level": piece.level,
        "marker": piece.marker.value,
        "number": piece.number,
        "joined": piece.joined,
        "kind": piece.kind.value if piece.kind else None,
        "confidence": piece.confidence,
        "reason": piece.reason,
    }


def _from_json(value: dict[str, Any]) -> Piece:
    return Piece(
        role=Role(value["role"]),
        text=_text(value["text"]),
        line=_count(value["line"]),
        stretches=tuple(_stretch(each) for each in value["stretches"]),
        lead=_text(value["lead"]),
        level=_count(value["level"], MAX_DEPTH),
        marker=Marker(value["marker"]),
        number=_count(value["number"]),
        joined=value["joined"] is True,
        kind=Kind(value["kind"]) if value["kind"] is not None else None,
        confidence=_share(value["confidence"]),
        reason=_text(value["reason"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _count(value: object, most: int = 10**9) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise TypeError(f"{value!r} is no number from 0 to {most}")
    return value


def _share(value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError(f"{value!r} is no share of 1")
    return float(value)


def _stretch(value: object) -> Stretch:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no stretch")
    stretch = Stretch(*map(_count, value))
    if stretch.start > stretch.end:
        raise ValueError(f"{value!r} ends before it begins")
    return stretch
