"""What stands beside the pages: the outline of a document, and what is still to be settled."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.document.facts import Row
from speeches.document.tree import MARK_NOTES, Made, Mark, Run, Token, headings
from speeches.typeset.pages import Pages


@dataclass(frozen=True, slots=True)
class Title:
    """A line of the outline; `block` and `page` say where it leads."""

    block: int
    page: int
    level: int
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Open:
    """Something to be settled before the speech can be final.

    It stands in `field` of `row`; `figure` is the figure to be filled or confirmed, if it is one.
    """

    block: int
    page: int
    words: str
    note: str
    row: Row
    field: str
    figure: Row | None


def outline(pages: Pages) -> list[Title]:
    """The headings, on their own line or run in, with their numbers, in order."""
    where = _pages_of_blocks(pages)
    return [
        Title(index, where[index], titled.level, titled.number, titled.words)
        for index, block in enumerate(pages.document.blocks)
        for titled in headings(block)
    ]


def open_points(pages: Pages) -> list[Open]:
    """The marked runs, in order."""
    where = _pages_of_blocks(pages)
    return [
        _open(run, index, where[index])
        for index, block in enumerate(pages.document.blocks)
        for run in block.runs
        if run.mark
    ]


def _open(run: Run, block: int, page: int) -> Open:
    origin = run.origin
    assert not isinstance(origin, Made)  # marks stand on what somebody typed
    is_figure = isinstance(origin, Token) and run.mark is not Mark.UNKNOWN
    figure = origin.target if is_figure else None
    return Open(block, page, _named(run), MARK_NOTES[run.mark], origin.row, origin.field, figure)


def _named(run: Run) -> str:
    """The figure's name, with its value where that has to be confirmed; else what is typed."""
    if run.mark is Mark.UNKNOWN or not isinstance(run.origin, Token):
        return run.text
    return run.origin.name if run.mark is Mark.EMPTY else f"{run.origin.name} {run.text}"


def _pages_of_blocks(pages: Pages) -> dict[int, int]:
    """The page on which each block begins; one that prints nothing stands on none."""
    where: dict[int, int] = {}
    for page in pages.pages:
        for line in page.lines:
            if line:
                where.setdefault(line.block, page.number)
    return where
