"""Times of repeated work, and tables of them."""

from __future__ import annotations

import statistics
import time
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

ROUNDS = 15
MILLISECONDS = 1000

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measure:
    """`times` in milliseconds; `aim` is what the median should stay under, where there is one."""

    name: str
    times: list[float]
    aim: int | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    def columns(self) -> list[str]:
        aim, over = ("", "") if self.aim is None else (str(self.aim), _over(self.median, self.aim))
        return [self.name, f"{self.median:.0f}", f"{max(self.times):.0f}", aim, over]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One number beside another; `aim` is what the first divided by the second should not pass."""

    name: str
    ours: float
    theirs: float
    aim: float

    def columns(self) -> list[str]:
        ratio = self.ours / self.theirs
        numbers = [f"{self.ours:.1f}", f"{self.theirs:.1f}", f"{ratio:.2f}", f"{self.aim:g}"]
        return [self.name, *numbers, _over(ratio, self.aim)]


def measure(
    name: str, work: Work, *, aim: int | None = None, before: Work = lambda: None
) -> Measure:
    """One round that does not count, then ROUNDS that do; `before` each comes what is not timed."""
    times = []
    for _ in range(1 + ROUNDS):
        before()
        times.append(timed(work))
    return Measure(name, times[1:], aim)


def together(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, Measure]:
    """Works that time themselves, by turns, so that whatever else the machine does hits all.

    One round does not count.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(1 + rounds):
        for name, work in works.items():
            times[name].append(work())
    return {name: Measure(name, each[1:]) for name, each in times.items()}


def timed(work: Work) -> float:
    """How long work takes, in milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * MILLISECONDS


def table(measures: list[Measure]) -> str:
    return in_columns([["", "median ms", "worst", "aim", ""], *(one.columns() for one in measures)])


def ratios(rows: list[Ratio], ours: str, theirs: str) -> str:
    """Ratios under each other, with what the two numbers are."""
    return in_columns([["", ours, theirs, "ratio", "aim", ""], *(row.columns() for row in rows)])


def in_columns(lines: list[list[str]]) -> str:
    """Columns under each other; a Chinese character is two wide."""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _over(number: float, aim: float) -> str:
    return "" if number <= aim else "over"


def _line(cells: list[str], widths: list[int]) -> str:
    first = cells[0] + " " * (widths[0] - _width(cells[0]))
    padded = (
        " " * (width - _width(cell)) + cell
        for cell, width in zip(cells[1:], widths[1:], strict=True)
    )
    return "  ".join([first, *padded]).rstrip()


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
