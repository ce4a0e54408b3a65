"""Times of repeated work, and a table of them."""

from __future__ import annotations

import statistics
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15
MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Measure:
    """`times` in milliseconds; `aim` is what the median should stay under, where there is one."""

    name: str
    times: list[float]
    aim: int | None

    def columns(self) -> list[str]:
        median, worst = statistics.median(self.times), max(self.times)
        if self.aim is None:
            return [self.name, f"{median:.0f}", f"{worst:.0f}", "", ""]
        verdict = "" if median <= self.aim else "over"
        return [self.name, f"{median:.0f}", f"{worst:.0f}", str(self.aim), verdict]


def measure(
    name: str,
    work: Callable[[], object],
    *,
    aim: int | None = None,
    before: Callable[[], object] = lambda: None,
) -> Measure:
    """One round that does not count, then ROUNDS that do; `before` each comes what is not timed."""
    times = []
    for _ in range(1 + ROUNDS):
        before()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * MILLISECONDS)
    return Measure(name, times[1:], aim)


def table(measures: list[Measure]) -> str:
    """Columns under each other; a Chinese character is two wide."""
    lines = [["", "median ms", "worst", "aim", ""], *(one.columns() for one in measures)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: list[str], widths: list[int]) -> str:
    first = cells[0] + " " * (widths[0] - _width(cells[0]))
    padded = (
        " " * (width - _width(cell)) + cell
        for cell, width in zip(cells[1:], widths[1:], strict=True)
    )
    return "  ".join([first, *padded]).rstrip()


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)
