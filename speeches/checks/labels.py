"""The numbers that open something: 一、 （一） 1. （1） ① · 一是 一要 · 第一， 其一， 首先，.

They are read from the text as it stands, typed or made by assembly, well formed or not: a rule can
only object to a label that was seen. What only looks like one (一是一, 第一学期, 1.5万) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from speeches.document.numbering import value_of

if TYPE_CHECKING:
    from speeches.checks.scope import Scope


class Style(StrEnum):
    """The kinds of labels; those up to CIRCLED are levels, the others are said in the text."""

    HAN = "一、"
    HAN_BRACKETED = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETED = "（1）"
    CIRCLED = "①"
    SHI = "一是"
    YAO = "一要"
    DI = "第一"
    QI = "其一"
    SHOU = "首先"


RANKS = {
    Style.HAN: 1,
    Style.HAN_BRACKETED: 2,
    Style.ARABIC: 3,
    Style.ARABIC_BRACKETED: 4,
    Style.CIRCLED: 5,
}
SPOKEN_RANK = 6


class Label(NamedTuple):
    """A label: text[start:end] of a block is all of it, the mark that belongs to it included.

    `words_end` is where its number ends and that mark begins. `opens`: the block begins with it.
    `number` counts from 1; the last of 首先 … 最后 has 0.
    """

    block: int
    start: int
    end: int
    words_end: int
    style: Style
    number: int
    opens: bool

    @property
    def rank(self) -> int:
        """1 to 5 by the level of its form; all that are said in the text are 6."""
        return RANKS.get(self.style, SPOKEN_RANK)


@dataclass(slots=True)
class Enumeration:
    """Labels that count one list; `parent` is the label under which it stands."""

    labels: list[Label] = field(default_factory=list)
    parent: Label | None = None

    @property
    def last(self) -> Label:
        return self.labels[-1]


_ONE = "[一二三四五六七八九十]"
_NUMERAL = f"{_ONE}{{1,3}}+"
_LEVELLED = (
    rf"[（(][ \u3000]?(?P<han_bracketed>{_NUMERAL})[ \u3000]?[）)][、，,.．]?"
    r"|[（(](?P<arabic_bracketed>\d{1,2})[）)][、，,.．]?"
    r"|(?P<circled>[①-⑳])[、，,.．]?"
)
_OPENING = re.compile(
    rf"[ \u3000]*+(?:{_LEVELLED}"
    rf"|(?P<han>{_NUMERAL})(?:[、，,.．](?!\d)|[ \u3000]++(?=[\u4e00-\u9fff])"
    rf"(?!{_ONE}|[个年月是要]))"
    r"|(?P<arabic>\d{1,2})(?:[.．](?![ \u3000]*\d)|[、，])[ \u3000]*+)"
)
# 一是一，二是二 says no list, nor do 二要素, 三要三不要 第一、第二产业 and 第二、三产业.
_SAID = re.compile(
    rf"(?P<said>(?P<n>{_NUMERAL}|\d{{1,2}})"
    rf"(?:(?P<shi>是)(?!(?P=n)(?:[，、。；”的]|{_ONE}|$)|否)|要(?!(?P=n)不|[素点件领义塞])))[，,、：:]?"
    rf"|第(?P<di>{_NUMERAL}|\d{{1,2}})"
    rf"(?:[，,：:]|、(?!第|(?:{_NUMERAL}|\d{{1,2}}+)[、产类级代批轮季届期号组队所小次名])|是)"
    rf"|其(?P<qi>{_ONE})[，,、：:是]"
    r"|(?P<shou>首先|其次|最后)(?:[，,、：:]|要|是)|(?P<again>再次)[，,、：:]"
    rf"|{_LEVELLED}"
)
_BEGINNING = re.compile(r"[一二三四五六七八九十0-9第其首最再（(①-⑳]")
_BEGINS_A_CLAUSE = frozenset("。；;，,：:、！!？?”’）)》—… \u3000\n")
_BEGINS_A_SENTENCE = frozenset("。；;！!？?\n")
_GLUED = frozenset({*RANKS, Style.SHI, Style.YAO})
# 再三要求, 周三要, 高三要, 第二要务: before these a numeral is no number of a list.
_BINDS = frozenset("第其再连周期初高大老之百千万零〇单唯统条款项至到—、（“0123456789")
_SHOU = {"首先": 1, "其次": 2, "再次": 3, "最后": 0}
_MARKS = "，,、：:.． \u3000"
_READ = ("heading", "body")  # places of blocks
_MOST = 30  # 九十是 counts nothing in a list


def labels_in(scope: Scope) -> Iterator[Label]:
    """The labels of the headings and the body, in order."""
    for block, (text, place) in enumerate(zip(scope.texts, scope.places, strict=True)):
        if place not in _READ:
            continue
        opening = _opening(block, text)
        if opening:
            yield opening
        yield from _within(block, text, opening)


def _opening(block: int, text: str) -> Label | None:
    match = _OPENING.match(text)
    if match is None or match.end() == len(text):
        return None
    style, number = _kind(match)
    if not 0 < number <= _MOST or _counts_on(style, number, match, text):
        return None
    return _label(block, match, style, number, opens=True)


def _label(block: int, match: re.Match[str], style: Style, number: int, *, opens: bool) -> Label:
    blanks = len(match[0]) - len(match[0].lstrip(" \u3000"))
    words_end = match.start() + len(match[0].rstrip(_MARKS))
    start = match.start() + blanks
    return Label(block, start, match.end(), words_end, style, number, opens)


_SHARED = {
    Style.HAN: re.compile(rf"({_NUMERAL})(、|年级|季度|月份|产业|等奖|[季月产线类号级审两])"),
    Style.ARABIC: re.compile(r"(\d{1,2})(、|[号班栋]|(?!\d))"),
    Style.HAN_BRACKETED: re.compile(rf"[和与及至、]?[（(]({_NUMERAL})[）)]()"),
    Style.ARABIC_BRACKETED: re.compile(r"[和与及至、]?[（(](\d{1,2})[）)]()"),
}
_BRACKETED = frozenset({Style.HAN_BRACKETED, Style.ARABIC_BRACKETED})
_NEXT_ONLY = frozenset(
    {"季", "月", "产", "线", "类", "级", "审", "两", "等奖", ""}
)  # 一、三类地区 may be a heading


def _counts_on(style: Style, number: int, match: re.Match[str], text: str) -> bool:
    """一、二年级, 3、4个 and （一）、（二）项: what stands before 、 goes with what follows."""
    if style not in _SHARED:
        return False
    following = _SHARED[style].match(text, match.end())
    if following is None:
        return False
    return following[2] not in _NEXT_ONLY or value_of(following[1]) == number + 1


def _within(block: int, text: str, opening: Label | None) -> Iterator[Label]:
    """The labels behind the opening one; a list may go on right behind a word (B8)."""
    begin = opening.end if opening else 0
    counted = {opening.style: opening.number} if opening else {}
    for match in _said(text, begin):
        style, number = _kind(match)
        if number > _MOST or not (number or style is Style.SHOU):
            continue
        if style in _BRACKETED and _counts_on(style, number, match, text):
            continue
        before = text[match.start() - 1] if match.start() > begin else "\n"
        goes_on = counted.get(style, 0) + 1 == number > 1 and before not in _BINDS
        if _begins(style, number, before) or (goes_on and style in _GLUED):
            counted[style] = number
            yield _label(block, match, style, number, opens=match.start() == 0)


def _said(text: str, start: int) -> Iterator[re.Match[str]]:
    """As `_SAID.finditer`, but where no label can begin the text is skipped fast."""
    while beginning := _BEGINNING.search(text, start):
        match = _SAID.match(text, beginning.start())
        start = match.end() if match else beginning.end()
        if match:
            yield match


def _begins(style: Style, number: int, before: str) -> bool:
    if style in RANKS:
        return before in _BEGINS_A_SENTENCE or (number == 1 and before in "：:")
    return before in _BEGINS_A_CLAUSE


def _kind(match: re.Match[str]) -> tuple[Style, int]:
    group = str(match.lastgroup)
    written = match[group]
    if group == "said":
        return (Style.SHI if match["shi"] else Style.YAO), value_of(match["n"])
    if group in ("shou", "again"):
        return Style.SHOU, _SHOU[written]
    style = Style[group.upper()]
    return style, ord(written) - ord("①") + 1 if style is Style.CIRCLED else value_of(written)


def lists_of(labels: Iterable[Label]) -> list[Enumeration]:
    """The labels in their lists, in the order in which these begin.

    A label goes on with the nearest open list that waits for its number, else with the nearest of
    its style; one of a level ends all that stands in it. Number 1 begins a list. A list of a level
    that was left may go on later (（一）1. 2. （二）3. 4.).
    """
    lists: list[Enumeration] = []
    open_: list[Enumeration] = []
    left: dict[Style, Enumeration] = {}
    for label in labels:
        at = _list_for(open_, label)
        if at is not None:
            del open_[at + 1 :]
            open_[at].labels.append(label)
            continue
        _leave(open_, label)
        old = left.get(label.style)
        if old and label.rank < SPOKEN_RANK and old.last.number + 1 == label.number:
            old.labels.append(label)
            open_.append(old)
            continue
        begun = Enumeration([label], open_[-1].last if open_ else None)
        lists.append(begun)
        open_.append(begun)
        if label.rank < SPOKEN_RANK:
            left[label.style] = begun
    return lists


_DEEPEST = 8


def _list_for(open_: list[Enumeration], label: Label) -> int | None:
    """The place of the open list that the label goes on with."""
    if label.number == 1:
        return None
    near = range(len(open_) - 1, max(len(open_) - 1 - _DEEPEST, -1), -1)
    alike = [at for at in near if open_[at].labels[0].style is label.style]
    waiting = [at for at in alike if open_[at].last.number + 1 == label.number]
    if label.rank < SPOKEN_RANK:
        return next(iter(alike), None)
    others = [at for at in near if _takes(open_[at].last, label)]
    return next(iter([*waiting, *others, *alike]), None)


def _takes(last: Label, label: Label) -> bool:
    """Whether a list goes on in another style: 一是…二要, 首先…其次…第三."""
    return (
        last.rank == SPOKEN_RANK
        and last.number + 1 == label.number
        and label.style is not Style.SHOU
        and label.block - last.block <= 1
    )


def _leave(open_: list[Enumeration], label: Label) -> None:
    """Drops the open lists that a label leaves which begins one.

    A 一是 that begins anew may stand in the item of another, and a 1. in that of a 一是.
    """
    if label.rank == SPOKEN_RANK:
        return
    deepest = SPOKEN_RANK if label.opens and label.rank <= RANKS[Style.HAN_BRACKETED] else 5
    while any(label.rank <= each.labels[0].rank <= deepest for each in open_):
        del open_[-1]
