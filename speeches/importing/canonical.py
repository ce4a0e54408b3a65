"""What a speech is, as far as its print shows it: the measure of the round trip.

`canonical(facts)` is what the pages of `assemble(facts)` say, read as pieces. Merged is only what
prints identically:

1. a token and the text that it stands for; a figure and its value;
2. a number, a separator or an end mark that assembly set and the same one that was typed;
3. how children are stored, as long as they stand alike: marker by depth or by name, layout,
   a group without number and heading around a list, a part without heading and text behind
   the points of the part before;
4. blanks around a text, line breaks that make no paragraph, kinds, departments, deadlines, keys,
   collective names that no text says;
5. title and subtitle without a dash: both are lines of the title; post and speaker: one line;
6. opening, body, tail and closing where only their place in the text could tell them apart.

What prints differently differs here: title block, paragraphs, headings on a line of their own and
run-in ones, items inside a paragraph and with a paragraph each, their numbers, their nesting as far
as numbers show it, closing words.
"""

from __future__ import annotations

from typing import NamedTuple

from speeches.document.assemble import assemble
from speeches.document.facts import Marker, SpeechFacts
from speeches.document.tree import Document, Heading
from speeches.document.tree import Role as Place
from speeches.importing.cutting import pieces_below
from speeches.importing.passages import passages_of
from speeches.importing.pieces import Role
from speeches.importing.source import Paragraph, Span


class Shown(NamedTuple):
    """A piece of the print."""

    role: Role
    level: int
    marker: Marker
    number: int
    joined: bool
    text: str


class Canonical(NamedTuple):
    """The title block line by line, and the pieces below it."""

    title: tuple[str, ...]
    speaker: str
    date: str
    salutation: str
    pieces: tuple[Shown, ...]


def canonical(facts: SpeechFacts) -> Canonical:
    """The canonical form of a speech. Equal forms print the same text."""
    document = assemble(facts)
    return Canonical(
        title=_title(document),
        speaker=document.role_text(Place.SPEAKER),
        date=document.role_text(Place.DATE),
        salutation=document.role_text(Place.SALUTATION),
        pieces=shown(document),
    )


def shown(document: Document) -> tuple[Shown, ...]:
    """The pieces of a document below its title block."""
    texts = [
        block.text
        for block in document.blocks
        if block.text and (isinstance(block, Heading) or block.role is Place.BODY)
    ]
    paragraphs = [
        Paragraph(text, ((0, Span(line, 0, len(text))),)) for line, text in enumerate(texts, 1)
    ]
    return tuple(
        Shown(piece.role, piece.level, piece.marker, piece.number, piece.joined, piece.raw)
        for piece in pieces_below(passages_of(paragraphs, 0).passages, has_date=True)
    )


def _title(document: Document) -> tuple[str, ...]:
    title, subtitle = document.role_text(Place.TITLE), document.role_text(Place.SUBTITLE)
    return tuple(line for text in (title, subtitle) if text for line in text.split("\n"))
