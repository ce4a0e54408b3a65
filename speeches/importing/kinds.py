"""What kind of part a heading announces, or the text below where there is none, and how sure
that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import NamedTuple

from speeches.document.facts import PART_KINDS, Kind
from speeches.importing.pieces import Piece, Role
from speeches.importing.problems import is_hinge
from speeches.importing.words import BadList, table

_SURE = 3
_BY_PLACE = 0.4


class Guess(NamedTuple):
    """A kind and how sure it is, from 0 to 1."""

    kind: Kind
    confidence: float


_UNKNOWN = Guess(Kind.NARRATIVE, 0.4)
_PROBLEMS = Guess(Kind.PROBLEMS, 0.8)


def read_weights(found: Mapping[str, Mapping[str, int]]) -> Mapping[Kind, Mapping[str, int]]:
    """The words of each kind with their weights. Raises BadList where `found` is not that."""
    if set(found) != set(PART_KINDS):
        raise BadList("kinds: a list for each kind of part and no other")
    for kind, by_word in found.items():
        for word, weight in by_word.items():
            if not word or weight not in (1, 2, 3):
                raise BadList(f"kinds.{kind}.{word}: a weight is 1, 2 or 3")
    return {Kind(kind): by_word for kind, by_word in found.items()}


_WEIGHTS = read_weights(table("kinds"))


def by_heading(heading: str) -> Guess | None:
    """What the words of a heading say; None where they say nothing."""
    scores = {
        kind: sum(weight for word, weight in by_word.items() if word in heading)
        for kind, by_word in _WEIGHTS.items()
    }
    total = sum(scores.values())
    best = max(scores, key=lambda kind: scores[kind])
    if not total:
        return None
    sure = min(scores[best] / _SURE, 1.0)
    return Guess(best, round(sure * scores[best] / total, 2))


def of_parts(headings: Sequence[str | None]) -> list[Guess]:
    """The kinds of all parts in order: by their headings, else by their place."""
    return [
        (by_heading(heading) if heading else None) or _by_place(index, len(headings))
        for index, heading in enumerate(headings)
    ]


def _by_place(index: int, count: int) -> Guess:
    """Of three parts or more the first looks back, the last demands, what stands between plans."""
    if count < len((Kind.ACHIEVEMENTS, Kind.PRIORITIES, Kind.REQUIREMENTS)):
        return Guess(Kind.NARRATIVE, _BY_PLACE)
    if index == 0:
        return Guess(Kind.ACHIEVEMENTS, _BY_PLACE)
    return Guess(Kind.REQUIREMENTS if index == count - 1 else Kind.PRIORITIES, _BY_PLACE)


def with_kinds(pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces`, a kind and its confidence given to each that opens a part."""
    headed = [index for index, piece in enumerate(pieces) if _is_part(piece) and piece.role.opens]
    guesses = dict(zip(headed, of_parts([pieces[index].text for index in headed]), strict=True))
    told: list[Piece] = []
    before = _UNKNOWN
    for index, piece in enumerate(pieces):
        if not _is_part(piece):
            told.append(piece)
            continue
        before = guesses.get(index) or _without_heading(pieces, index, before)
        told.append(replace(piece, kind=before.kind, confidence=before.confidence))
    return told


def _is_part(piece: Piece) -> bool:
    is_one = piece.role.opens or piece.role in (Role.LEAD, Role.GAP)
    return is_one and piece.level == 1


def _without_heading(pieces: Sequence[Piece], index: int, before: Guess) -> Guess:
    """What goes on is of the kind before it; behind a gap the headings of the points tell."""
    if pieces[index].role is Role.LEAD:
        return _PROBLEMS if is_hinge(pieces[index].text) else before
    below = takewhile(lambda piece: not _is_part(piece), islice(pieces, index + 1, None))
    headings = [piece.text for piece in below if piece.role in (Role.HEADING, Role.RUN_IN)]
    return by_heading("".join(headings)) or _UNKNOWN
