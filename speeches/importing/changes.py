"""A change of a text, and what stands on both sides of a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from speeches.importing.lines import HAN

FULL_WIDTH_MARKS = "，。；：！？、（）《》〈〉【】〔〕「」『』—…·％℃"
HALF_WIDTH_MARKS = ",;:()?!."
QUOTES = "“”‘’\"'＂＇"
# Addresses keep their marks; so does &nbsp;, which is a blank.
PROTECTED = re.compile(
    r"(?:[A-Za-z]{3,6}+://|www\.)[!-~]*[A-Za-z0-9/=&_#-]"
    r"|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}+@[A-Za-z0-9-]{1,64}+(?:\.[A-Za-z0-9-]{1,64}+)+"
    r"|&[a-z]{2,8};"
)
_CHINESE = re.compile(f"[{HAN}{FULL_WIDTH_MARKS}]")
_PASSED_OVER = re.compile(rf"[\s{QUOTES}]")


class Change(NamedTuple):
    """``text[start:end]`` becomes `after`, for `reason` (a short Chinese phrase)."""

    start: int
    end: int
    after: str
    reason: str


class Doubtful(NamedTuple):
    """``text[start:end]`` looks wrong and stays."""

    start: int
    end: int
    reason: str


class Side(Enum):
    """What stands beside a mark."""

    CHINESE = "Chinese"
    EDGE = "nothing, or another mark"
    FOREIGN = "Latin letters, figures and the rest"


def side(text: str, index: int, step: int) -> Side:
    """What stands at `index` or, quotes and blanks passed over, farther in the direction `step`."""
    while 0 <= index < len(text):
        character = text[index]
        if _CHINESE.match(character):
            return Side.CHINESE
        if character in HALF_WIDTH_MARKS:
            return Side.EDGE
        if not _PASSED_OVER.match(character):
            return Side.FOREIGN
        index += step
    return Side.EDGE


def sides(text: str, start: int, end: int) -> tuple[Side, Side]:
    return side(text, start - 1, -1), side(text, end, 1)


def apart(changes: Iterable[Change]) -> list[Change]:
    """`changes` in the order of the text, without those that overlap an earlier one."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if not kept or kept[-1].end <= change.start:
            kept.append(change)
    return kept
