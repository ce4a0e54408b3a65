"""The outline of a text: what a speech in the models will hold, and what was not understood.

`outline` makes it of any pieces, in whatever order a person left them, and loses none: what has no
place where it stands goes to the nearest one above.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from speeches.document.facts import Marker
from speeches.importing.collectives import Collective, collectives_in
from speeches.importing.genre import SPEECH, Genre
from speeches.importing.growing import Growth
from speeches.importing.jumps import Jump, jumps_in
from speeches.importing.nodes import Node
from speeches.importing.pieces import Piece, Role
from speeches.importing.source import Removed, Repair
from speeches.importing.title_block import dated, post_and_name, subtitle_of, unbracketed


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that a person must look at: the source line from 1, the text, the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A text in its structure. Texts of several paragraphs are tuples, a paragraph each.

    What is missing is empty. `marker` stands before the parts. `unrecognised` are the lines that
    have no place; `jumps` the numbers that do not count up; `gaps` the lines where content is
    missing; `collectives` the names such as “五稳” that count what stands below. `repairs`,
    `removed`, `placeholders`, `genre` and what stood in a gap are known to `parsing.complete` only.
    """

    title: tuple[str, ...] = ()
    subtitle: str = ""
    post: str = ""
    speaker: str = ""
    date: datetime.date | None = None
    date_note: str = ""
    salutation: str = ""
    opening: tuple[str, ...] = ()
    sections: tuple[Node, ...] = ()
    closing: tuple[str, ...] = ()
    marker: Marker = Marker.OUTLINE
    unrecognised: tuple[Doubtful, ...] = ()
    jumps: tuple[Jump, ...] = ()
    gaps: tuple[Doubtful, ...] = ()
    collectives: tuple[Collective, ...] = ()
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removed, ...] = ()
    placeholders: int = 0
    genre: Genre = SPEECH


def outline(pieces: Sequence[Piece]) -> Outline:
    """The outline that `pieces` make. Never raises."""
    growth = Growth()
    for piece in pieces:
        growth.add(piece)
    sections = growth.sections()
    post, speaker = _speaker(_texts(pieces, Role.POST), _texts(pieces, Role.SPEAKER))
    date = dated("，".join(_texts(pieces, Role.DATE)))
    return Outline(
        title=_texts(pieces, Role.TITLE),
        subtitle=" ".join(map(subtitle_of, _texts(pieces, Role.SUBTITLE))),
        post=post,
        speaker=speaker,
        date=date.date,
        date_note=date.note,
        salutation="".join(_texts(pieces, Role.SALUTATION)),
        opening=growth.opening,
        sections=sections,
        closing=growth.closing,
        marker=_marker(sections),
        unrecognised=_doubtful(pieces, Role.UNRECOGNISED),
        jumps=tuple(sorted(jumps_in(sections), key=lambda jump: jump.line)),
        gaps=_doubtful(pieces, Role.GAP),
        collectives=tuple(collectives_in(sections)),
    )


def _texts(pieces: Iterable[Piece], role: Role) -> tuple[str, ...]:
    return tuple(text for piece in pieces if piece.role is role and (text := piece.raw.strip()))


def _speaker(posts: Sequence[str], speakers: Sequence[str]) -> tuple[str, str]:
    """Post and name, written on one line or on two."""
    found = [post_and_name(text) for text in speakers]
    said = [*map(unbracketed, posts), *(post for post, _ in found)]
    return "、".join(filter(None, said)), " ".join(name for _, name in found if name)


def _doubtful(pieces: Iterable[Piece], role: Role) -> tuple[Doubtful, ...]:
    return tuple(
        Doubtful(piece.line, piece.raw, piece.reason) for piece in pieces if piece.role is role
    )


def _marker(sections: Sequence[Node]) -> Marker:
    """What stands before the parts: what stands before the first that has a number."""
    headed = [section for section in sections if section.heading]
    first = next((section.marker for section in headed if section.number), Marker.NONE)
    return Marker.OUTLINE if first is Marker.HAN or not headed else first
