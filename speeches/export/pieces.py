"""Pieces: the runs of blocks cut where lines end, and where something is marked in the text.

Nothing else in the room cuts text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, islice
from typing import NamedTuple

from speeches.document.tree import Block, Document, Mark, headings, text_of
from speeches.typeset.characters import BLANKS
from speeches.typeset.lines import Line


class Marking(NamedTuple):
    """A stretch of a block that the screen points to: text[start:end] of block `block`.

    `key` is its name on the page, `kind` how it is shown, `note` what is said of it. Of several
    that overlap the first given is seen. `opens`: it is not the rest of one that was cut.
    """

    block: int
    start: int
    end: int
    key: str
    kind: str
    note: str = ""
    opens: bool = True


class Title(NamedTuple):
    """A run-in heading: its place among those of its block, and its level."""

    place: int
    level: int


class _Titled(NamedTuple):
    """A run-in heading, where it begins in its block's text, and its own text."""

    title: Title
    start: int
    text: str


class Piece(NamedTuple):
    """Text of one run on one line.

    `title`: the run-in heading that it belongs to; `label`: all of that heading, on the line
    where it begins. `half`: characters that give up half an em behind them. `anchor`: the key of
    the marking that begins with it.
    """

    text: str
    title: Title | None = None
    mark: Mark | None = None
    label: str = ""
    half: bool = False
    marking: Marking | None = None
    anchor: str = ""


class Cutter:
    """Cuts a document's blocks. Each is looked through once, however many pages it goes over."""

    def __init__(self, document: Document, markings: Iterable[Marking] = ()) -> None:
        self._document = document
        self._blocks: dict[int, _Cut] = {}
        self._markings: dict[int, list[Marking]] = {}
        for marking in markings:
            self._markings.setdefault(marking.block, []).append(marking)

    def pieces(self, line: Line) -> Iterator[Piece]:
        """The pieces of a line, in order."""
        return self._cut(line).pieces(line)

    def text(self, line: Line) -> str:
        """The text of a line."""
        return self._cut(line).text[line.start : line.end]

    def begins(self, line: Line) -> bool:
        """Whether the block begins with this line: nothing but blanks stands before it."""
        return not self._cut(line).text[: line.start].strip(BLANKS)

    def _cut(self, line: Line) -> _Cut:
        if line.block not in self._blocks:
            marked = laid_out(self._markings.get(line.block, []))
            self._blocks[line.block] = _Cut(self._document.blocks[line.block], marked)
        return self._blocks[line.block]


class _Cut:
    """A block's runs with the places where they begin and end in its text."""

    def __init__(self, block: Block, markings: list[Marking]) -> None:
        self._block = block
        self._markings = markings
        self._marked_to = [marking.end for marking in markings]
        self._runs = [run for run in block.runs if run.text]
        self._ends = list(accumulate(len(run.text) for run in self._runs))
        self._starts = [0, *self._ends][: len(self._runs)]
        self.text = text_of(self._runs)

    @cached_property
    def _titles(self) -> dict[int, _Titled]:
        """The run-in headings of the block, by the places of their runs."""
        places = iter([at for at, run in enumerate(self._runs) if run.level])
        found: dict[int, _Titled] = {}
        for number, titled in enumerate(headings(self._block)):
            own = list(islice(places, len(titled.runs)))
            title = _Titled(Title(number, titled.level), self._starts[own[0]], text_of(titled.runs))
            found |= dict.fromkeys(own, title)
        return found

    def pieces(self, line: Line) -> Iterator[Piece]:
        for at in range(bisect_right(self._ends, line.start), bisect_left(self._starts, line.end)):
            title, label = self._title(at, line)
            run, start = self._runs[at], self._starts[at]
            end = min(start + len(run.text), line.end)
            for first, last, marking in self._marked(max(line.start, start), end):
                begins = marking is not None and marking.opens and first == marking.start
                anchor = marking.key if marking and begins else ""
                for half, stretch in _parted(self.text[first:last], first, line.squeezed):
                    yield Piece(stretch, title, run.mark, label, half, marking, anchor)

    def _marked(self, start: int, end: int) -> Iterator[tuple[int, int, Marking | None]]:
        """text[start:end] cut where markings begin and end."""
        at = start
        first = bisect_right(self._marked_to, start)
        for marking in islice(self._markings, first, None):
            if marking.start >= end:
                break
            if at < marking.start:
                yield at, marking.start, None
            yield max(start, marking.start), min(marking.end, end), marking
            at = min(marking.end, end)
        if at < end:
            yield at, end, None

    def _title(self, at: int, line: Line) -> tuple[Title | None, str]:
        """The run-in heading of a run, and its text if it begins on the line."""
        if not self._runs[at].level:
            return None, ""
        title, start, text = self._titles[at]
        return title, text if line.start <= start < line.end else ""


def laid_out(markings: Sequence[Marking]) -> list[Marking]:
    """Markings of one block as they are seen, in order and none over another.

    What one that was given before covers is cut off; of the parts only the first `opens`.
    """
    owners: list[Marking | None] = [None] * max((each.end for each in markings), default=0)
    for marking in reversed(markings):
        owners[marking.start : marking.end] = [marking] * (marking.end - marking.start)
    seen: set[str] = set()
    placed: list[Marking] = []
    for owner, stretch in groupby(enumerate(owners), key=lambda each: each[1]):
        places = [at for at, _ in stretch]
        if owner is not None:
            opens = owner.key not in seen
            seen.add(owner.key)
            placed.append(owner._replace(start=places[0], end=places[-1] + 1, opens=opens))
    return placed


def _parted(text: str, start: int, squeezed: Collection[int]) -> Iterator[tuple[bool, str]]:
    """Stretches of squeezed characters and of others; `start` is where the text stands."""
    if not squeezed:
        yield False, text
        return
    for half, stretch in groupby(enumerate(text, start), lambda each: each[0] in squeezed):
        yield half, "".join(character for _, character in stretch)
