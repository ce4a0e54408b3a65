"""Short ways to write down what a text is cut into."""

from __future__ import annotations

from dataclasses import replace

from speeches.importing.cutting import pieces_below, pieces_of
from speeches.importing.passages import passages_of
from speeches.importing.pieces import Piece, Role
from speeches.importing.source import Cleaned, Paragraph, Removed, Span

GAP = "〓"
SHORT = {
    Role.TITLE: "t", Role.SUBTITLE: "st", Role.POST: "po", Role.SPEAKER: "sp", Role.DATE: "d",
    Role.SALUTATION: "sa", Role.OPENING: "o", Role.HEADING: "h", Role.RUN_IN: "r", Role.ITEM: "i",
    Role.LEAD: "l", Role.BODY: "b", Role.TAIL: "tl", Role.CLOSING: "c", Role.GAP: "gap",
    Role.DROPPED: "x", Role.UNRECOGNISED: "?",
}  # fmt: skip


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A paragraph for every line, as it would come out of cleaning."""
    return tuple(
        Paragraph(line, ((0, Span(number, 0, len(line))),))
        for number, line in enumerate(text.split("\n"), 1)
        if line
    )


def cleaned(text: str) -> Cleaned:
    """A cleaned text; a line 〓 is content that is missing."""
    lines = text.split("\n")
    lost = [number for number, line in enumerate(lines, 1) if line == GAP]
    told = tuple(
        replace(each, gap_before=each.pieces[0][1].line - 1 in lost)
        for each in paragraphs(text)
        if each.text != GAP
    )
    removed = tuple(Removed(Span(line, 0, 1), GAP, "网站的付费提示", is_gap=True) for line in lost)
    return Cleaned(tuple(lines), told, (), removed)


def code(piece: Piece) -> str:
    """Role and level: h1, i3, b; + in front where it goes on in the same paragraph."""
    return "+" * piece.joined + SHORT[piece.role] + str(piece.level or "")


def told(pieces: list[Piece] | tuple[Piece, ...]) -> list[str]:
    """A line for every piece: what it is, its number, its text."""
    return [f"{code(piece)}|{piece.lead}|{piece.text}" for piece in pieces]


def pieces(text: str) -> tuple[Piece, ...]:
    return pieces_of(cleaned(text))


def below(text: str) -> list[str]:
    """The pieces of a text that has no title block."""
    return told(pieces_below(passages_of(paragraphs(text), 0).passages, has_date=False))
