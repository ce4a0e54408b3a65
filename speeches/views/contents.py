"""What stands beside the pages: the outline of a document, and what is still to be settled."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.document.tree import Mark, Run, Token, headings
from speeches.typeset.pages import Pages

NOTES = {
    Mark.EMPTY: "待补",
    Mark.UNCONFIRMED: "待核实",
    Mark.UNKNOWN: "没有这项数据",
}


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
    """Something to be settled before the speech can be final."""

    block: int
    page: int
    words: str
    note: str


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
        Open(index, where[index], _named(run), NOTES[run.mark])
        for index, block in enumerate(pages.document.blocks)
        for run in block.runs
        if run.mark
    ]


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
