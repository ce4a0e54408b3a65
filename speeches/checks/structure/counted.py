"""Phrases that say a number of things: “五稳”, 四个坚持, 五大工程, 讲三点意见, 《…》《…》两本教材.

A set phrase (五育并举) counts nothing in the speech, and one thing is no list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from speeches.checks.labels import SPOKEN_RANK, Enumeration, Style
from speeches.checks.scope import PROSE, Scope
from speeches.checks.structure.sequences import end_of, end_of_list, is_counted, may_stand, name_of
from speeches.checks.words import List
from speeches.document.numbering import count_word, value_of

DIGITS = "二三四五六七八九十"
# Not behind 第, nor in a longer numeral, a date or a percentage.
NUMBER = (
    f"(?:(?<![第前后余数百千万两一{DIGITS}])[两{DIGITS}][一{DIGITS}]{{0,2}}+"
    r"|(?<![\d.．,，])\d{1,2}(?![\d.．%％]))"
)
MEASURES = "个大项点条件张场道类种本批句步"
_SLOGAN = re.compile(
    rf"“(?P<number>{NUMBER})(?P<word>(?!月|日|年|[一二三四五六七八九十百]+”)[\u4e00-\u9fff]"
    r"[^“”‘’，。；：、！？（）《》\s\0]{0,7})”"
)
# Nouns by which a number of things is announced; what a list of them says need not repeat them.
NOUNS = (
    "方面|问题|环节|重点|关键|任务|工作|要求|意见|建议|措施|举措|原则|特点|变化|转变|看法|体会|原因|表现|困难|优势|挑战|机遇|目标|关口|文章|"
    "希望|事情|实事|事|话|关系|突破|层面|维度|着力点|关键点|短板|不足|差距|做法|经验|启示|打算|想法"
)
_GENERAL = re.compile(f"(?:{NOUNS})")
_TAIL = (
    "(?:方面|问题|环节)?(?:的)?(?:工作|意见|要求|问题|建议|任务|措施|内容|文章|情况|功夫|努力|想法|看法|体会|原因|表现|困难|经验|优势|挑战|机遇|不足|差距|短板|变化|特点)?"
    "(?:上)?(?:下功夫|入手|着手|发力|突破|用力|抓起|做起|推进|落实|展开|着力|加强|把握|努力|见成效|求突破)?"
)
_ANNOUNCED = re.compile(
    rf"(?P<number>{NUMBER})(?P<word>[个大项点条件句步类对组道篇]?(?:{NOUNS}))(?P<rest>{_TAIL})[：:。，]$"
)
_LEADS = ("：", ":", "。", "，")
_CALLED = re.compile(rf"(?P<number>{NUMBER})(?P<word>[个大][\u4e00-\u9fff]{{2,4}})[：:。，]$")
_REACH = 40  # characters of a clause in which a list is announced
_CLAUSE = 14  # between a name and the list that follows
_LONGEST = 30  # items
_FURTHEST = 600  # characters behind the last item
_SOME = re.compile("其中|先[讲说谈强]|着重|主要讲|重点讲|例如|比如|举")  # not all of them follow
_DIRECTLY = re.compile(r"”?(?:[^。！？；：:，“”\n]{0,8}[：:。，]|)[ \u3000]*")


class Counted(NamedTuple):
    """A phrase text[start:end] of a block that counts things; `word` follows its number.

    `core` is what each of them is called (“四个坚持”: 坚持), empty for 方面 and the like.
    """

    block: int
    start: int
    end: int
    written: str
    word: str
    is_quoted: bool

    @property
    def number(self) -> int:
        return 2 if self.written == "两" else value_of(self.written)

    @property
    def core(self) -> str:
        core = self.word[1:] if self.word[0] in MEASURES and len(self.word) > 1 else self.word
        return "" if _GENERAL.fullmatch(core) or core in MEASURES else core

    @property
    def shown(self) -> str:
        name = self.written + self.word
        return f"“{name}”" if self.is_quoted else name

    def with_number(self, number: int) -> str:
        """The same with another number."""
        written = str(number) if self.written.isdecimal() else count_word(number)
        return written + self.word


def slogans(scope: Scope) -> Iterator[Counted]:
    """The quoted ones (“五稳”) that are no set phrases, in order."""
    for seen in scope.search(_SLOGAN, needs=("“",), where=PROSE):
        number, word = seen.match["number"], seen.match["word"]
        counted = Counted(seen.block, seen.start + 1, seen.end - 1, number, word, is_quoted=True)
        if counted.number > 1 and not is_set(scope, counted):
            yield counted


def is_set(scope: Scope, counted: Counted) -> bool:
    """Whether it stands in a set phrase, or one in it (D14)."""
    words = scope.words[List.SET_PHRASES]
    at = bisect_right(
        words, (counted.block, counted.start), key=lambda each: (each.block, each.end)
    )
    return at < len(words) and (words[at].block, words[at].start) < (counted.block, counted.end)


_ANOTHERS = re.compile(
    r"(?:去年|往年|上[届年]|以往|原来)[^，；。]{0,8}\Z"
    r"|(?:按照|落实|贯彻|对照|响应|学习|根据)[^，；。]{0,4}"
    r"(?:中央|国家|上级|总书记|[省市县区州]|[部厅])[^，；。]{0,8}\Z"
)
_CALLER = 31  # characters before a name in which it is said whose it is


def is_anothers(scope: Scope, slogan: Counted) -> bool:
    """Whether a name is of the past or of those above: 按照市委提出的“三大工程”."""
    before = scope.texts[slogan.block][max(slogan.start - _CALLER, 0) : slogan.start - 1]
    return bool(_ANOTHERS.search(before))


def announced(scope: Scope, counted: Enumeration) -> Counted | None:
    """What counts the items of a list right before its first: 要抓好三件事：一是…"""
    first = counted.labels[0]
    block, end = first.block, first.start
    if first.opens and block:
        block, end = block - 1, len(scope.texts[block - 1])
    shift = max(end - _REACH, 0)
    text = scope.texts[block][shift:end].rstrip()
    if block < first.block and not text.endswith(_LEADS[:2]):
        return None
    match = _announcing(scope, counted, text) if text.endswith(_LEADS) else None
    if match is None:
        return None
    start, end = shift + match.start(), shift + match.end("word")
    found = Counted(block, start, end, match["number"], match["word"], is_quoted=False)
    return found if found.number > 1 and not is_set(scope, found) else None


def _announcing(scope: Scope, counted: Enumeration, text: str) -> re.Match[str] | None:
    """四个坚持 counts what follows only if that says 坚持 too."""
    called = _CALLED.search(text)
    if called and _is_of(scope, counted, called["word"][1:]):
        return called
    return _ANNOUNCED.search(text)


def list_of(scope: Scope, slogan: Counted) -> Enumeration | None:
    """The list whose items a quoted name counts: right behind it, or the points under it.

    Points are those in most of whose headings the word of the name stands.
    """
    at = _at(scope, slogan)
    if _SOME.search(scope.texts[slogan.block], slogan.end, slogan.end + _REACH):
        return None
    for counted in scope.lists[at : at + 3]:
        if stands_directly(scope, slogan, counted) or _is_below(counted, slogan):
            return counted if _is_of(scope, counted, slogan.core) else None
    return None


def list_behind(scope: Scope, slogan: Counted) -> Enumeration | None:
    """The first list that begins behind a phrase."""
    at = _at(scope, slogan)
    return scope.lists[at] if at < len(scope.lists) else None


def _at(scope: Scope, slogan: Counted) -> int:
    place = (slogan.block, slogan.end)
    return bisect_left(scope.lists, place, key=lambda each: each.labels[0][:2])


def stands_directly(scope: Scope, slogan: Counted, counted: Enumeration) -> bool:
    """Whether the list begins right behind the name: 做到“四个坚持”。一要…"""
    first = counted.labels[0]
    text = scope.texts[slogan.block]
    if first.block == slogan.block + 1 and first.start == 0 and len(text) - slogan.end <= _CLAUSE:
        return bool(_DIRECTLY.fullmatch(text, slogan.end))
    if first.block != slogan.block or not 0 <= first.start - slogan.end <= _CLAUSE:
        return False
    return bool(_DIRECTLY.fullmatch(text[slogan.end : first.start]))


def _is_below(counted: Enumeration, slogan: Counted) -> bool:
    """Whether points begin behind the name, and it stands behind what they stand under."""
    first, parent = counted.labels[0], counted.parent
    if not first.opens or first.rank == SPOKEN_RANK or first.block == slogan.block:
        return False
    return parent is None or (parent.block, parent.start) <= (slogan.block, slogan.start)


def _is_of(scope: Scope, counted: Enumeration, core: str) -> bool:
    if len(counted.labels) > _LONGEST:
        return False
    having = sum(core in name(scope, counted, at) for at in range(len(counted.labels)))
    return bool(core) and having > 1 and 3 * having >= 2 * len(counted.labels)


def name(scope: Scope, counted: Enumeration, at: int) -> str:
    """The words of an item up to its first mark; the 要 of 一要 is one of them (“四要”)."""
    label = counted.labels[at]
    start, end = name_of(scope, label)
    return scope.texts[label.block][label.start if label.style is Style.YAO else start : end]


def items(scope: Scope, counted: Enumeration) -> int | None:
    """How many items a list has; None where that cannot be said: gaps, something unseen."""
    if not is_counted(counted) or len(counted.labels) < 2 or _has_a_hole(scope, counted):
        return None
    last = counted.last
    after = end_of(scope, last)
    end = end_of_list(scope, counted)
    if scope.is_cut and end + _FURTHEST > len(scope.text):
        return None
    end = min(end, after + _FURTHEST)
    return None if may_stand(scope, last.style, last.number + 1, after, end) else last.number


def _has_a_hole(scope: Scope, counted: Enumeration) -> bool:
    """Whether an item only says that something is missing: 〔此处原文缺失〕."""
    return any(scope.texts[each.block].startswith("〔", each.end) for each in counted.labels)
