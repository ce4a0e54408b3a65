"""The flow: what a document puts on pages, one thing after the other, not yet in lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

from speeches.document.language import sentence_ends
from speeches.document.tree import Block, Document, Heading, Role, Run, text_of
from speeches.typeset.edition import POINTS_PER_MM, Align, Edition, Style
from speeches.typeset.lines import Line, Measure, break_block
from speeches.typeset.metrics import Metrics
from speeches.typeset.titles import title_lines

# The groups of the title block; blank lines stand wherever one group meets the next.
_TITLE, _NAMES, _BODY = range(3)
_GROUPS = {
    Role.TITLE: _TITLE,
    Role.SUBTITLE: _TITLE,
    Role.SPEAKER: _NAMES,
    Role.DATE: _NAMES,
}


@dataclass(frozen=True)
class Galley:
    """A block with all that decides its lines; `advances` in pt, one for every character."""

    block: int
    runs: Sequence[Run]
    advances: Sequence[float]
    measure: Measure
    is_heading: bool
    is_balanced: bool

    @cached_property
    def text(self) -> str:
        return text_of(self.runs)

    def lines(self, start: int = 0, end: int | None = None, *, shorter: bool = False) -> list[Line]:
        """The lines of text[start:end], at least one; `shorter`: one fewer, if that can be.

        Lines of a title are those of the whole title, whatever page they come to stand on.
        """
        if not self.is_balanced:
            return break_block(
                self.block, self.text, self.advances, self.measure,
                start=start, end=end, shorter=shorter,
            )  # fmt: skip
        return [line for line in self._title if line.start >= start]

    def first_lines(self, start: int, count: int) -> list[Line]:
        """No more than `count` lines from `start`; time grows with those, not with the text."""
        known, lines = self._begun.get(start, (0, []))
        if known < count:
            lines = self._begin(start, count)
            self._begun[start] = count, lines
        return lines[:count]

    def _begin(self, start: int, count: int) -> list[Line]:
        """So much of the text is broken as would fill two lines more if nothing were drawn
        together; if that was not enough, twice as much."""
        room = (count + 2) * self.measure.width
        while (end := bisect_right(self._sums, self._sums[start] + room)) < len(self.text):
            lines = self.lines(start, end)
            if len(lines) > count:
                return lines[:count]
            room *= 2
        return self.lines(start)[:count]

    def sentence(self, start: int, room: int) -> list[Line]:
        """The lines from `start` to the last end of a sentence that `room` lines hold, if any."""
        reach = self.first_lines(start, room)[-1].end
        ends = self._sentence_ends[: bisect_right(self._sentence_ends, reach)]
        for end in takewhile(lambda end: end > start, reversed(ends)):
            lines = self.lines(start, end)
            if len(lines) <= room:
                return lines
        return []

    @cached_property
    def _begun(self) -> dict[int, tuple[int, list[Line]]]:
        """The first lines from a place, and how many were asked for: filling a page asks twice."""
        return {}

    @cached_property
    def _title(self) -> list[Line]:
        spans = title_lines(self.text, self.advances, self.measure)
        return [
            line
            for start, end in spans
            for line in break_block(
                self.block, self.text, self.advances, self.measure, start=start, end=end
            )
        ]

    @cached_property
    def _sums(self) -> list[float]:
        return [0.0, *accumulate(self.advances)]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        """A title is no sentence, whatever marks stand in it, and a run-in heading belongs to the
        sentence behind it."""
        if self.is_balanced:
            return []
        levels = [run.level for run in self.runs for _ in run.text]
        return [end for end in sentence_ends(self.text) if not levels[end - 1]]


Flow = Sequence[Galley | None]  # None: a blank line of the grid


def flow(document: Document, edition: Edition, metrics: Metrics) -> Flow:
    """The galleys of a document with the blank lines between them; silent blocks have none."""
    return list(_flow(document, edition, metrics))


def group_of(block: Block) -> int:
    """Which group of the title block a block belongs to; the body is the last."""
    return _BODY if isinstance(block, Heading) else _GROUPS.get(block.role, _BODY)


def _flow(document: Document, edition: Edition, metrics: Metrics) -> Iterator[Galley | None]:
    blanks = {_TITLE: edition.after_title, _NAMES: edition.after_names}
    group: int | None = None
    for index, block in enumerate(document.blocks):
        if not block.text:
            continue
        if group is not None and group != group_of(block):
            yield from [None] * blanks.get(group, 0)
        group = group_of(block)
        yield _galley(index, block, edition, metrics)


def _galley(index: int, block: Block, edition: Edition, metrics: Metrics) -> Galley:
    style = edition.style(block)
    return Galley(
        index,
        block.runs,
        _advances(block, edition, metrics),
        _measure(edition, style, metrics),
        isinstance(block, Heading),
        style.balanced,
    )


def _measure(edition: Edition, style: Style, metrics: Metrics) -> Measure:
    return Measure(
        width=edition.area_width * POINTS_PER_MM,
        indent=style.indent * edition.cell,
        size=style.size,
        spacing=edition.tracking(style),
        justified=style.align is Align.LEFT,
        firm=metrics.firm,
    )


def _advances(block: Block, edition: Edition, metrics: Metrics) -> list[float]:
    size = edition.style(block).size
    advances: list[float] = []
    for run in block.runs:
        style = edition.run_style(block, run)
        widths = metrics.widths(style.face, style.bold)
        advances += [size * width for width in map(widths.__getitem__, run.text)]
    return advances
