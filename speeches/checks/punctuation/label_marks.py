"""B10, B14–B17: the marks behind numbers (GB/T 15834—2011, B.3)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import Label, Style
from speeches.checks.scope import Scope

_BRACKETED = frozenset({Style.HAN_BRACKETED, Style.ARABIC_BRACKETED, Style.CIRCLED})
_FIRST = frozenset({Style.DI, Style.QI, Style.SHOU})
_SPOKEN = frozenset({Style.SHI, Style.YAO})
# What goes on counting is no heading: 一、二年级; （一）、（二）两项; 首先、其次.
_NO_NUMBER = re.compile("是|[百千万亿][，,]")  # 一，是最小的整数; 十，百，千
_COUNTS_ON = re.compile(r"[\d一二三四五六七八九十第其最（(①-⑳]|首先|其次|再次|最后")


def _behind(
    scope: Scope, styles: Container[Style], marks: str
) -> Iterator[tuple[Label, str, int, int]]:
    """The labels of `styles` that one of `marks` follows: label, mark, and where it stands."""
    for label in scope.labels:
        text = scope.texts[label.block]
        at = label.words_end
        mark = text[at : at + 1]
        if label.style in styles and mark and mark in marks and not _COUNTS_ON.match(text, at + 1):
            yield label, mark, at, at + 1


def _behind_brackets(scope: Scope) -> Iterator[Hit]:
    for label, _, start, end in _behind(scope, _BRACKETED, "、，,.．"):
        yield Hit(label.block, start, end, "带括号的序号后面不用标点。", "")


def _behind_digits(scope: Scope) -> Iterator[Hit]:
    for label, _, start, end in _behind(scope, {Style.ARABIC}, "、，"):
        message = "阿拉伯数字作序号，后面用下脚点“.”。"
        yield Hit(label.block, start, end, message, ".")


def _behind_first(scope: Scope) -> Iterator[Hit]:
    for label, _, start, end in _behind(scope, _FIRST, "、"):
        word = scope.texts[label.block][label.start : label.words_end]
        yield Hit(label.block, start, end, f"“{word}”后面用逗号。", "，")


def _behind_han(scope: Scope) -> Iterator[Hit]:
    for label, _, start, end in _behind(scope, {Style.HAN}, "，,.．"):
        if _NO_NUMBER.match(scope.texts[label.block], end):
            continue
        yield Hit(label.block, start, end, "汉字数字作序号，后面用顿号。", "、")


def _behind_spoken(scope: Scope) -> Iterator[Hit]:
    for label, mark, start, end in _behind(scope, _SPOKEN, "，,、"):
        word = scope.texts[label.block][label.start : label.words_end]
        yield Hit(label.block, start, end, f"“{word}”后面不用“{mark}”，直接说下去。", "")


RULES = (
    Rule(
        id="B10",
        family=Family.PUNCTUATION,
        title="“一是”“一要”后面的标点",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 B.3.7",
        why="“一是”“一要”这类说法接着往下说，后面不用标点。",
        bad=(
            "一是⟦，→⟧加强巡查；二是⟦，→⟧严格执法。",
            "一要⟦、→⟧摸清底数。",
            "今后要做好两件事：一是⟦，→⟧修路；二是⟦，→⟧通水。",
        ),
        good=(
            "一是加强巡查；二是严格执法。",
            "第一，摸清底数。",
            "一要摸清底数，二要建好台账。",
        ),
        find=_behind_spoken,
    ),
    Rule(
        id="B14",
        family=Family.PUNCTUATION,
        title="带括号的序号后面的标点",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.3.4",
        why="括号已经把序号和正文隔开，后面不再用标点。",
        bad=(
            "标题| （一）⟦、→⟧抓好春耕备耕",
            "（1）⟦，→⟧摸清底数。",
            "①⟦、→⟧建好台账。",
        ),
        good=("标题| （一）抓好春耕备耕", "（1）摸清底数。", "（一）、（二）两项按期完成。"),
        find=_behind_brackets,
    ),
    Rule(
        id="B15",
        family=Family.PUNCTUATION,
        title="阿拉伯数字序号后面的顿号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.3.3",
        why="不带括号的阿拉伯数字作序号，后面用下脚点。",
        bad=(
            "标题| 1⟦、→.⟧抓好春耕备耕",
            "2⟦、→.⟧摸清底数，建好台账。",
            "3⟦，→.⟧严格考核。",
        ),
        good=("标题| 1.抓好春耕备耕", "3、4月份雨水偏多。", "2.5万亩农田受益。"),
        find=_behind_digits,
    ),
    Rule(
        id="B16",
        family=Family.PUNCTUATION,
        title="“第一”“首先”后面的顿号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.3.1",
        why="“第”“其”字打头的序号和“首先”“其次”，后面用逗号。",
        bad=(
            "第一⟦、→，⟧要摸清底数。",
            "首先⟦、→，⟧把路修通；其次⟦、→，⟧把水引来。",
            "其一⟦、→，⟧认识不到位。",
        ),
        good=("第一，要摸清底数。", "第一、第二产业同步发展。", "首先，把路修通。"),
        find=_behind_first,
    ),
    Rule(
        id="B17",
        family=Family.PUNCTUATION,
        title="“一、”写成“一，”“一.”",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.3.2",
        why="不带括号的汉字数字作序号，后面用顿号。",
        bad=(
            "标题| 一⟦，→、⟧上半年工作回顾",
            "标题| 二⟦.→、⟧下半年工作安排",
            "三⟦,→、⟧几点要求。",
        ),
        good=("标题| 一、上半年工作回顾", "一、二年级学生全部返校。", "一，是最小的整数。"),
        find=_behind_han,
    ),
)
