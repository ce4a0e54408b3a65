"""Filling pages: a document and an edition become Pages › Page › Line."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.document.tree import Document
from speeches.typeset.edition import Edition
from speeches.typeset.flow import Flow, flow
from speeches.typeset.fonts import FontError, find_fonts
from speeches.typeset.lines import Line
from speeches.typeset.metrics import NOMINAL, Metrics, font_metrics
from speeches.typeset.turning import Sheet, Short, full_sheets, sentence_sheets


@dataclass(frozen=True, slots=True)
class Page:
    """A page, numbered from 1; a line that is None is a blank line of the grid.

    `reason` why it has fewer lines than the edition. `splits_sentence`: in an edition that turns
    pages at the end of a sentence this one could not, so long is the sentence.
    """

    number: int
    lines: tuple[Line | None, ...]
    reason: Short | None = None
    splits_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """A document set in an edition: what the screen shows and the printer prints."""

    document: Document
    edition: Edition
    pages: tuple[Page, ...]

    def text(self, line: Line) -> str:
        """The text of a line."""
        return self.document.blocks[line.block].text[line.start : line.end]

    def strained(self) -> list[Line]:
        """The lines whose spacing is outside the bound (see `lines`), in order."""
        return [line for page in self.pages for line in page.lines if line and line.strained]


def typeset(document: Document, edition: Edition, metrics: Metrics | None = None) -> Pages:
    """Set a document in pages, at least one; `edition` is one that can work (see `workable`).

    `metrics`: how wide characters are; None: as in the fonts of this machine, if it has any.
    """
    things = flow(document, edition, metrics or _metrics_here(edition))
    turn = sentence_sheets if edition.turns_at_sentence else full_sheets
    sheets = list(turn(things, edition.lines)) or [Sheet([])]
    sheets[-2:] = _without_lone_line(sheets[-2:], things, edition.lines)
    if len(sheets[-1].lines) < edition.lines:
        sheets[-1] = sheets[-1]._replace(reason=Short.LAST)
    pages = (
        Page(number, tuple(sheet.lines), sheet.reason, sheet.splits_sentence)
        for number, sheet in enumerate(sheets, 1)
    )
    return Pages(document, edition, tuple(pages))


def _metrics_here(edition: Edition) -> Metrics:
    try:
        return font_metrics(find_fonts(preferred=edition.fonts))
    except FontError:
        return NOMINAL


def _without_lone_line(sheets: list[Sheet], things: Flow, room: int) -> list[Sheet]:
    """The last two sheets as one, if the last holds a single line that tracking can save.

    The last paragraph that can be set a line shorter is, as far as it stands on these sheets; no
    page before them changes.
    """
    if len(sheets) < 2 or len(sheets[1].lines) > 1:
        return sheets
    lines = sheets[0].lines + sheets[1].lines
    galleys = {galley.block: galley for galley in things if galley}
    for block in reversed(dict.fromkeys(line.block for line in lines if line)):
        own = [at for at, line in enumerate(lines) if line and line.block == block]
        first = lines[own[0]]
        assert first
        shorter = galleys[block].lines(first.start, shorter=True)
        if len(lines) - len(own) + len(shorter) <= room:
            return [Sheet([*lines[: own[0]], *shorter, *lines[own[-1] + 1 :]])]
    return sheets
