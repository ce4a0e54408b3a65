"""What stands in a text, character for character, as a document: nothing repaired, nothing set.

Facts and assembly set numbers and end marks themselves, so that a check of what they make would
not see what was wrong with those that were typed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from speeches.document.facts import Row
from speeches.document.tree import Block, Document, Heading, Paragraph, Role, Run, Typed
from speeches.importing import pieces
from speeches.importing.cleaning import clean
from speeches.importing.cutting import cut
from speeches.importing.pieces import Piece
from speeches.importing.roles import SIGNATURE
from speeches.importing.source import Paragraph as Line

FIELD = "text"
_DEEPEST = 4
_ROLES: Mapping[pieces.Role, Role] = MappingProxyType(
    {
        pieces.Role.TITLE: Role.TITLE,
        pieces.Role.SUBTITLE: Role.SUBTITLE,
        pieces.Role.POST: Role.SPEAKER,
        pieces.Role.SPEAKER: Role.SPEAKER,
        pieces.Role.DATE: Role.DATE,
        pieces.Role.SALUTATION: Role.SALUTATION,
    }
)


def document_as_written(text: str) -> Document:
    """A block for each line of `text` that says something, without the blanks at its ends.

    The rows are ("line", number from 1), offsets count in the line as it came. What the blocks are
    is what the importer takes them for. Never raises.
    """
    lines = clean(text, repair=False)
    found: dict[int, list[Piece]] = defaultdict(list)
    for piece in cut(lines, frozenset(), glued=False)[0]:
        for stretch in piece.stretches:
            found[stretch.paragraph].append(piece)
    told = {line.text: index for index, line in reversed(list(enumerate(lines.paragraphs)))}
    body = next((index for index in sorted(found) if _is_text(found[index])), len(found))
    return Document(
        tuple(
            _block(line, found[index], above=index < body, again=told[line.text] < index)
            for index, line in enumerate(lines.paragraphs)
        )
    )


def _is_text(of_line: Sequence[Piece]) -> bool:
    return not any(
        piece.role.is_above or piece.role is pieces.Role.UNRECOGNISED for piece in of_line
    )


def _block(line: Line, of_line: Sequence[Piece], *, above: bool, again: bool) -> Block:
    ((_, span),) = line.pieces
    row = Row("line", span.line)
    first = of_line[0]
    if first.role is pieces.Role.HEADING:
        return Heading(row, min(first.level, _DEEPEST), (_run(row, line.text, span.start),))
    if above and first.role is pieces.Role.UNRECOGNISED:
        role = Role.TITLE if again else Role.SUBTITLE
    elif first.reason == SIGNATURE:
        role = Role.SPEAKER
    else:
        role = _ROLES.get(first.role, Role.BODY)
    return Paragraph(row, role, tuple(_runs(row, line.text, span.start, of_line)), FIELD)


def _runs(row: Row, text: str, start: int, of_line: Sequence[Piece]) -> list[Run]:
    """The text, a heading that begins it apart."""
    heads = [piece for piece in of_line if piece.role is pieces.Role.RUN_IN]
    end = heads[0].stretches[0].end if heads else 0
    runs = [_run(row, text[:end], start, heads[0].level)] if end else []
    return [*runs, _run(row, text[end:], start + end)] if end < len(text) else runs


def _run(row: Row, text: str, start: int, level: int = 0) -> Run:
    return Run(text, Typed(row, FIELD, start, text), min(level, _DEEPEST))
