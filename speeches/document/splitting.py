"""A pasted text that says 一是…二是…, taken apart into the rows that it consists of.

A text is taken apart only where it is plain what was meant: one list, counted from 一 without a
gap. Whatever `assemble` sets by itself is taken away, so that the pages say what the text said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from speeches.document.facts import Layout, Marker
from speeches.document.marks import STOP
from speeches.document.numbering import han

_FORMS = {Marker.SHI: "{}是", Marker.YAO: "{}要", Marker.DI: "第{}[，,、]"}
_OPENS_A_CLAUSE = r"(?<![^\s。；：，、！？…—”’）》;:,.!?)])"
# 十二是, 第二要, 星期二是: part of another word. Elsewhere the mark before 二是 may be forgotten.
_OPENS_A_WORD = r"(?<![十百千零一二三四五六七八九第周期礼拜之])"


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a text, as the fields of a node and of the items below it hold them."""

    lead: str
    marker: Marker
    layout: Layout
    items: tuple[str, ...]
    tail: str = ""


def split(text: str) -> Split | None:
    """The rows of a text, or None where it does not hold exactly one list of two or more."""
    lists = [(found, marker) for marker in _FORMS if (found := _numbers(text, marker))]
    if not lists:
        return None
    numbers, marker = min(lists, key=lambda each: each[0][0].start())
    starts = [number.start() for number in numbers]
    if _begins_again(text, marker, after=numbers[0].end()):
        return None
    lined = all(text[:start].rstrip(" 　").endswith("\n") for start in starts[1:])
    ends = [*starts[1:], len(text)]
    items = [text[number.end() : end] for number, end in zip(numbers, ends, strict=True)]
    items[-1], _, tail = items[-1].strip().partition("\n")
    return Split(
        lead=text[: starts[0]].rstrip(),
        marker=marker,
        layout=Layout.PARAGRAPHS if lined else Layout.RUN_IN,
        items=tuple(_bare([item.strip() for item in items], lined=lined)),
        tail=tail.strip(),
    )


def _numbers(text: str, marker: Marker) -> list[re.Match[str]]:
    """一是, 二是 … in order, as far as they go; none where there is no 二是."""
    found: list[re.Match[str]] = []
    while match := _next(text, _FORMS[marker].format(han(len(found) + 1)), found):
        found.append(match)
    return found if len(found) > 1 else []


def _next(text: str, form: str, found: list[re.Match[str]]) -> re.Match[str] | None:
    """Where a number stands behind those found: at the start of a clause if anywhere there."""
    start = found[-1].end() if found else 0
    clause = re.compile(_OPENS_A_CLAUSE + form).search(text, start)
    if clause or not found:
        return clause
    return re.compile(_OPENS_A_WORD + form).search(text, start)


def _begins_again(text: str, marker: Marker, *, after: int) -> bool:
    form = _FORMS[marker].format(han(1))
    return re.compile(_OPENS_A_CLAUSE + form).search(text, after) is not None


def _bare(items: list[str], *, lined: bool) -> list[str]:
    """The items without the marks that are set behind them anyway (GB/T 15834—2011, A.5).

    Full stops between run-in items stay where no item would ask for them by itself.
    """
    if lined:
        return [item.removesuffix(STOP) for item in items]
    bare = [item.rstrip("；;。") for item in items]
    if any(STOP in item for item in bare):
        return bare
    return [*(item.rstrip("；;") for item in items[:-1]), bare[-1]]
