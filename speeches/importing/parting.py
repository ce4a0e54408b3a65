"""Copies that lost their line ends but kept a blank where a paragraph begins.

A wide blank is an indent. A narrow one begins a paragraph where a number, a date or a salutation
follows it, and where a title, a date or a salutation ends at it. A salutation at the head of a
line is a paragraph even where no blank is left behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from speeches.document.numbering import without_number
from speeches.importing.lines import Line, is_ended, width
from speeches.importing.numbers import begins_anew, heading_number
from speeches.importing.source import Repair, Span

_BLANKS = re.compile(r"(?<=\S)[ \t\xa0\u3000]++(?=\S)")
_NARROWEST = 4  # half characters: an indent of two characters
_SALUTATION = re.compile(
    r"(?:同志们|(?:尊敬的)?各位[^，。；：！？\s]{1,12}(?:[、，,]\s?[^，。；：！？\s]{1,12}){0,4})[：:]"
)
_TITLE = re.compile(
    r"(?:[^，。；：！？,;:!?\s>]{0,24}在[^，。；：！？,;:!?\s>]{3,40}上的(?:讲话|致辞|发言)(?:提纲|稿|实录)?"
    r"|[^，。；：！？,;:!?\s>]{4,40}工作报告)(?:[（(][^（）()]{1,12}[）)])?"
)
_SHORTEST = 15  # what follows a colon is a paragraph from this length on; a name is shorter
_LONGEST_HEADING = 30
_HEAD = 12  # so many lines at the head of a text may hold its date and its salutation
_MASK = "[\\dxX×*＊]"
_DAY = f"{_MASK}{{2,4}}年{_MASK}{{1,3}}月(?:{_MASK}{{1,3}}日)?"
_DATE = re.compile(rf"{_DAY}|[（(]{_DAY}[）)]")
_OF_DATE = re.compile(r"[（(]|\d|星期|周[一二三四五六日]|[上下]午|[于在至]")
_SENTENCE = re.compile("[，。；：！？,;:!?]")


def parted(lines: Iterable[Line], undone: frozenset[str]) -> tuple[list[Line], list[Repair]]:
    """`lines` cut where paragraphs begin inside them, and the blanks that told so."""
    parts: list[Line] = []
    breaks: list[Repair] = []
    for index, line in enumerate(lines):
        rest = line
        for start, end in _openings(line.text, is_head=index < _HEAD):
            offset = rest.start - line.start
            span = Span(line.number, line.start + start, line.start + end)
            made = Repair(span, line.text[start:end], "\n", "补上分段")
            if made.key not in undone:
                parts.append(replace(rest, text=line.text[offset:start]))
                breaks.append(made)
                rest = Line(line.number, line.text[end:], span.end, width(made.before))
        parts.append(rest)
    return parts, breaks


def _openings(text: str, *, is_head: bool) -> Iterator[tuple[int, int]]:
    """The blanks in a line at which a paragraph begins; an empty one behind a salutation."""
    begin = 0
    for start, end in _blanks(text, is_head=is_head):
        before, behind = text[begin:start], text[end:]
        is_wide = "\t" in text[start:end] or width(text[start:end]) >= _NARROWEST
        if (
            start == end
            or _is_plain(before, behind)
            or (is_wide and _is_indent(before, behind))
            or (is_head and _is_at_date(before, behind))
        ):
            begin = end
            yield start, end


def _blanks(text: str, *, is_head: bool) -> Iterator[tuple[int, int]]:
    """Where blanks stand in a line, and where its salutation ends if no blank stands there."""
    found = [blanks.span() for blanks in _BLANKS.finditer(text)]
    begins = (0, *(end for _, end in found)) if is_head else ()
    said = next(filter(None, (_SALUTATION.match(text, begin) for begin in begins)), None)
    if said and len(text) - said.end() >= _SHORTEST and not text[said.end()].isspace():
        found.append((said.end(), said.end()))
    return iter(sorted(found))


def _is_plain(before: str, behind: str) -> bool:
    """Whether a paragraph begins between two texts, be the blank ever so narrow."""
    if _SALUTATION.fullmatch(before) or _TITLE.fullmatch(before):
        return True
    if _SALUTATION.match(behind):
        return before[-1] not in "，,、"
    return is_ended(before) and heading_number(behind) is not None


def _is_heading(text: str) -> bool:
    """一、肯定成绩: a number and words, no sentence."""
    is_short = len(text) <= _LONGEST_HEADING and heading_number(text) is not None
    return is_short and without_number(text) != text and not _SENTENCE.search(text[2:])


def _is_at_date(before: str, behind: str) -> bool:
    """局长 陈志远 2020年7月30日: whether the date has a line to itself."""
    if _DATE.fullmatch(before):
        return not (_OF_DATE.match(behind) or _SENTENCE.search(behind.split(maxsplit=1)[0]))
    day = _DATE.match(behind)
    if day is None or _SENTENCE.search(before):
        return False
    rest = behind[day.end() :].lstrip()
    return not rest or _SALUTATION.match(rest) is not None


def _is_indent(before: str, behind: str) -> bool:
    if begins_anew(behind) or _is_heading(before):
        return True
    return is_ended(before) and (before[-1] not in "：:" or len(behind) >= _SHORTEST)
