"""The lines of a source that say something, and what the look of a line tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from speeches.importing.source import LAYOUT, Removed, Span

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af〇"
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# What no page shows counts as blank at the ends of a line.
_BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_OUTER = f"{_BLANKS}\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_END = re.compile(r"[。！？；：!?;:….][”’）》」』】〕)\"'*]*$")
_WIDE = re.compile(f"[{HAN}\u2014-\u201f\u2026\u3000-\u30ff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something.

    `number` is its place in the source from 1, `text` what stands between its outer blanks, `start`
    where that begins; `indent` the width of the blanks before it, in half characters.
    """

    number: int
    text: str
    start: int
    indent: int = 0
    blank_before: bool = False
    page_before: bool = False

    @property
    def span(self) -> Span:
        return Span(self.number, self.start, self.start + len(self.text))


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of `text` as they came, whatever ends them."""
    return tuple(_LINE_END.split(text))


def told_lines(lines: tuple[str, ...]) -> tuple[list[Line], list[Removed]]:
    """The lines that say something, and the blanks round them."""
    told: list[Line] = []
    blanks: list[Removed] = []
    blank_before = False
    for number, line in enumerate(lines, start=1):
        start, end = _inner(line)
        blanks += [
            Removed(Span(number, left, right), line[left:right], LAYOUT)
            for left, right in ((0, start), (end, len(line)))
            if left < right
        ]
        if start < end:
            told.append(Line(number, line[start:end], start, width(line[:start]), blank_before))
        blank_before = start == end
    return told, blanks


def _inner(line: str) -> tuple[int, int]:
    """Where the text of a line begins and ends; that of a blank line ends at its beginning."""
    begun = line.lstrip(_OUTER)
    start = len(line) - len(begun)
    return start, start + len(begun.rstrip(_OUTER))


def width(text: str) -> int:
    """How wide `text` prints, in half characters."""
    return len(text) + len(_WIDE.findall(text))


def is_ended(text: str) -> bool:
    """Whether `text` ends as a sentence or a clause of a list does."""
    return _END.search(text[-8:]) is not None
