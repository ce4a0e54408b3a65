"""Filling pages: a document and an edition become Pages › Page › Line."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.document.tree import Block, Document, Heading, Role
from speeches.typeset.edition import Edition
from speeches.typeset.lines import Line, Measure, break_block

# The groups of the title block; a blank line stands wherever one group meets the next.
_GROUPS = {Role.TITLE: 0, Role.SUBTITLE: 0, Role.SPEAKER: 1, Role.DATE: 1}
_BODY = 2


@dataclass(frozen=True, slots=True)
class Page:
    """A page, numbered from 1; a line that is None is a blank line of the grid."""

    number: int
    lines: tuple[Line | None, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """A document set in an edition: what the screen shows and the printer prints."""

    document: Document
    edition: Edition
    pages: tuple[Page, ...]

    def text(self, line: Line) -> str:
        """The text of a line."""
        return self.document.blocks[line.block].text[line.start : line.end]


def typeset(document: Document, edition: Edition) -> Pages:
    """Set a document in pages, at least one.

    A page holds exactly the edition's number of lines, but for the last and for pages at whose
    foot a heading would stand: that goes over to the next (with those right before it).
    """
    lines = _lines(document, edition)
    pages: list[Page] = []
    start = 0
    while start < len(lines) or not pages:
        end = _page_end(document, lines, start, edition.lines)
        pages.append(Page(len(pages) + 1, tuple(lines[start:end])))
        start = end
    return Pages(document, edition, tuple(pages))


def group_of(block: Block) -> int:
    """Which group of the title block a block belongs to; the body is the last."""
    return _BODY if isinstance(block, Heading) else _GROUPS.get(block.role, _BODY)


def _lines(document: Document, edition: Edition) -> list[Line | None]:
    """All lines in order, blank lines included; a block without text has none."""
    lines: list[Line | None] = []
    group: int | None = None
    for index, block in enumerate(document.blocks):
        text = block.text
        if not text:
            continue
        if group not in (None, group_of(block)):
            lines.append(None)
        group = group_of(block)
        lines += break_block(index, text, _measure(edition, block))
    return lines


def _measure(edition: Edition, block: Block) -> Measure:
    style = edition.style(block)
    return Measure(2 * edition.columns_of(style), 2 * style.indent, style.balanced)


def _page_end(document: Document, lines: list[Line | None], start: int, room: int) -> int:
    """Where the page that begins at `start` ends; a page of nothing but headings is cut full."""
    full = min(start + room, len(lines))
    end = full
    while full < len(lines) and end > start and _is_heading(document, lines[end - 1]):
        end -= 1
    return end if end > start else full


def _is_heading(document: Document, line: Line | None) -> bool:
    return line is not None and isinstance(document.blocks[line.block], Heading)
