"""What was repaired and taken out while a text was read, and what of it was taken back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from speeches.importing.passages import GLUED
from speeches.importing.source import LAYOUT, Removed, Repair

UNDONE = "undone"  # the list of what was taken back, as an address asks for it
CUT_APART = "结构已经手工改过，请在下面用“并入上一条”。"
_AROUND = 8  # characters shown on both sides of a repair
_KEY = re.compile(r"(\d+):(\d+)(?:-(\d+)|(\+))?")
_UNSEEN = {"\n": "换行", " ": "空格", "\u3000": "全角空格", "\t": "制表符", "": "（无）"}


@dataclass(frozen=True, slots=True)
class Mended:
    """A repair or removal in the list: its key, its line, and what stands around it."""

    key: str
    line: int
    before: str
    behind: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Mending:
    """All that was done for one reason; `shown` where the list is open."""

    reason: str
    count: int
    shown: tuple[Mended, ...] = ()
    why_not: str = ""  # why it cannot be undone


def mendings(
    done: Iterable[Repair | Removed], lines: Sequence[str], *, listed: str, edited: bool
) -> list[Mending]:
    """What was done, by reason, the most frequent first; all of `listed` is shown."""
    told = [one for one in done if one.reason != LAYOUT]
    counts = Counter(one.reason for one in told)
    return [
        Mending(
            reason,
            count,
            tuple(_mended(one, lines) for one in told if reason == listed == one.reason),
            CUT_APART if edited and reason == GLUED else "",
        )
        for reason, count in counts.most_common()
    ]


def undone(keys: Iterable[str], lines: Sequence[str]) -> list[Mended]:
    """The places where the source was left as it came, because a person wanted it so."""
    return [_left(key, lines) for key in sorted(keys, key=_place_of)]


def _mended(one: Repair | Removed, lines: Sequence[str]) -> Mended:
    is_repair = isinstance(one, Repair)
    was, becomes = (one.before, _seen(one.after)) if is_repair else (one.text, "")
    line = lines[one.span.line - 1]
    before, behind = _around(line, one.span.start, one.span.end)
    return Mended(one.key, one.span.line, before, behind, _seen(was), becomes)


def _left(key: str, lines: Sequence[str]) -> Mended:
    number, start, end = _place_of(key)
    line = lines[number - 1] if number <= len(lines) else ""
    before, behind = _around(line, start, end)
    was = line[start:end] if end > start else "\n"
    return Mended(key, number, before, behind, _seen(was), "")


def _place_of(key: str) -> tuple[int, int, int]:
    """Line, start and end of what a key names: of a repair one character, of a line break none."""
    line, start, end, is_break = _KEY.fullmatch(key).groups()
    last = int(end) if end else int(start) + (not is_break)
    return int(line), int(start), last


def _around(line: str, start: int, end: int) -> tuple[str, str]:
    return line[max(start - _AROUND, 0) : start], line[end : end + _AROUND]


def _seen(text: str) -> str:
    """What has no shape of its own is called by its name."""
    return _UNSEEN.get(text, text)
