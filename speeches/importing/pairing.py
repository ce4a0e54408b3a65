"""Quotes and brackets, which come in twos: half-width ones become full-width ones in Chinese.

Source: GB/T 15834—2011, 4.8 (quotes) and 4.9 (brackets).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from speeches.importing.changes import Change, Doubtful, Side, sides
from speeches.importing.lines import HAN

_DOUBLE = re.compile('["＂“”]')
# it's and '98 in English are no quotes.
_SINGLE = re.compile("(?<![A-Za-z0-9])['＇‘]|['＇](?![A-Za-z0-9])|’(?![A-Za-z])")
_BRACKET = re.compile(f"[()（）]|[{HAN}]++")
_HALF = {"(": "（", ")": "）"}
_LIST_NUMBER = re.compile(r"[\d一二三四五六七八九十]{1,3}\)")


def quotes(text: str) -> Iterator[Change | Doubtful]:
    """Straight quotes in pairs; where they do not come out even they stay and are doubted."""
    if '"' in text or "＂" in text:
        yield from _paired(text, _DOUBLE, "“”")
    if "'" in text or "＇" in text:
        yield from _paired(text, _SINGLE, "‘’")


def _paired(text: str, form: re.Pattern[str], pair: str) -> Iterator[Change | Doubtful]:
    found = list(form.finditer(text))
    straight = [quote for quote in found if quote[0] not in pair]
    is_open, even, turned = False, True, []
    for quote in found:
        after = quote[0] if quote[0] in pair else pair[is_open]
        even = even and (after == pair[1]) is is_open
        is_open = after == pair[0]
        turned.append(after)
    if even and not is_open:
        for quote, after in zip(found, turned, strict=True):
            if quote in straight:
                yield Change(quote.start(), quote.end(), after, "引号配对")
    elif straight:
        yield Doubtful(straight[0].start(), straight[0].end(), "引号不成对，未作修改")


@dataclass(slots=True)
class _Open:
    """A bracket that waits for its partner, and whether Chinese stands behind it."""

    start: int
    holds_han: bool = False


def brackets(text: str) -> Iterator[Change | Doubtful]:
    """Half-width brackets that stand in Chinese or hold Chinese."""
    if "(" not in text and ")" not in text:
        return
    waiting: list[_Open] = []
    lonely: list[int] = []
    pairs: list[tuple[int, int, bool]] = []
    for found in _BRACKET.finditer(text):
        if found[0] in "(（":
            waiting.append(_Open(found.start()))
        elif found[0] not in ")）":
            _tell_han(waiting)
        elif waiting:
            begun = waiting.pop()
            pairs.append((begun.start, found.start(), begun.holds_han))
            if begun.holds_han:
                _tell_han(waiting)
        else:
            lonely.append(found.start())
    for start, end, holds_han in pairs:
        yield from _widened(text, start, end, holds_han=holds_han)
    yield from _alone(text, sorted(chain(lonely, (begun.start for begun in waiting))))


def _tell_han(waiting: list[_Open]) -> None:
    if waiting:
        waiting[-1].holds_han = True


def _widened(text: str, start: int, end: int, *, holds_han: bool) -> Iterator[Change]:
    before, behind = sides(text, start, end + 1)
    stands_in_chinese = (before is Side.CHINESE and behind is not Side.FOREIGN) or (
        before is Side.EDGE and behind is Side.CHINESE
    )
    if holds_han or stands_in_chinese:
        for index in (start, end):
            if text[index] in _HALF:
                yield Change(index, index + 1, _HALF[text[index]], "半角改全角")


def _alone(text: str, lonely: list[int]) -> Iterator[Doubtful]:
    """Half-width brackets without a partner; 1) at the head of a paragraph is a number."""
    number = _LIST_NUMBER.match(text)
    for index in lonely:
        if text[index] in _HALF and not (number and index < number.end()):
            yield Doubtful(index, index + 1, "括号不成对，未作修改")
