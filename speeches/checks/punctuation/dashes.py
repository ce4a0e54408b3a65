"""B21, B22: dots and dashes of the wrong form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import HAN, Scope

_BESIDE = re.compile(HAN[:-1] + "，。；：、？！“”‘’（）《》]")
_LATIN = re.compile("[A-Za-z0-9]")
_DOTS = re.compile(r"\.{3,}+|。{3,}+|…++|[·・•．]{3,}+")
# With these they are superfluous (B20).
_ETC = re.compile("等(?!到|待|我|你|他|着)")


def _dots(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_DOTS, needs=("...", "。。。", "…", "···", "・・・", "•••", "．．．")):
        text = scope.texts[seen.block]
        if _is_wrong(seen.match[0], text, seen.start, seen.end) and not _ETC.match(text, seen.end):
            yield Hit(seen.block, seen.start, seen.end, "省略号是六个点，占两个字的位置。", "……")


def _is_wrong(dots: str, text: str, start: int, end: int) -> bool:
    """Dots of the Latin keyboard may stand in names of files, a single … between numbers."""
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    if dots[0] == ".":
        return bool(_BESIDE.match(before)) and not _LATIN.match(behind)
    return dots[0] != "…" or (len(dots) == 1 and not (before + behind).isdecimal())


_DASH = r"(?:[-－─–]{2,4}+|—[-－─–])"
_WRONG_DASH = re.compile(
    rf"{_DASH}(?=(?P<within>{HAN}|[“《]))|(?:[-－─–—]|一一)[ ]?(?=[在致])(?P<begins>)"
)
_BEFORE_DASH = re.compile(rf"{HAN}|[”》），。]")
_DELIVERED = re.compile("上的|致辞|讲话|报告|发言")


def _dashes(scope: Scope) -> Iterator[Hit]:
    """B22; at the beginning of a block only before 在…上的讲话: elsewhere it may mark an item."""
    for seen in scope.search(_WRONG_DASH, needs=("-", "－", "─", "–", "—", "一一")):
        text = scope.texts[seen.block]
        within = seen.match["within"] and _BEFORE_DASH.match(text, max(seen.start - 1, 0))
        if within if seen.start else _DELIVERED.search(text):
            yield Hit(seen.block, seen.start, seen.end, "破折号是“——”，占两个字的位置。", "——")


RULES = (
    Rule(
        id="B21",
        family=Family.PUNCTUATION,
        title="省略号的写法",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.11.2",
        why="省略号是居中的六个点，占两个字的位置。",
        bad=(
            "桃树、李树、杏树⟦...→……⟧都种上了。",
            "他想了很久⟦。。。→……⟧",
            "路通了，水来了⟦…→……⟧",
        ),
        good=(
            "桃树、李树、杏树……都种上了。",
            "文件是report...doc。",
            "完成投资3.5亿元。",
        ),
        find=_dots,
    ),
    Rule(
        id="B22",
        family=Family.PUNCTUATION,
        title="破折号的写法",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.10.2",
        why="破折号是一条长横，占两个字的位置，短横是连接号。",
        bad=(
            "副题| ⟦--→——⟧在春耕工作会议上的讲话",
            "副题| ⟦-→——⟧在春耕工作会议上的讲话",
            "我们有一个好传统⟦--→——⟧说干就干。",
        ),
        good=(
            "副题| ——在春耕工作会议上的讲话",
            "沿着北京—上海一线展开。",
            "编号为GD-2020-08。",
        ),
        find=_dashes,
    ),
)
