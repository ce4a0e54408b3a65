"""The numbers that real texts write before headings and items, at the head of a text or inside.

Forms: 一、 · （一） · 1. 1、 · （1） 1） ① · 第一部分 ·
一是 · 一要 · 第一， · 首先， · 其一， · 第一个问题是. What follows decides whether such a form is a
number at all (`levels`, `items`): 一是一、二是二 and 第一时间 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from speeches.document.facts import Marker
from speeches.document.numbering import value_of, without_number

_DIGITS = "一二三四五六七八九"
_HAN = f"[{_DIGITS}十]{{1,3}}"
_BLANK = "[ \u3000]*"
# A cheap look at one character comes before the forms themselves.
_PATTERN = re.compile(
    rf"(?=[第首其再最{_DIGITS}十（(\d①-⑳])(?:(?P<part>第(?P<part_n>{_HAN})(?:个?部分|[章篇编])(?:[、：:，,]|{_BLANK})){_BLANK}"
    rf"|(?P<order>首先|其次|再次|最后)[，,]"
    rf"|其(?P<qi>{_HAN})[，,、]"
    rf"|第(?P<di>{_HAN})[，,、]{_BLANK}"
    rf"|(?P<ge>第(?P<ge_n>{_HAN})(?:个|项|点|件|条|方面|句)[^，。；：、！？\s]{{0,6}}?(?:，|：|是))"
    rf"|(?P<said>{_HAN})(?P<word>[是要])[，,]?"
    rf"|[（(]{_BLANK}(?P<bracketed>{_HAN}){_BLANK}[）)][、.．]?{_BLANK}"
    rf"|(?:[（(]{_BLANK}(?P<round>\d{{1,2}}){_BLANK}[）)]|(?<![\d（(])(?P<half>\d{{1,2}})[）)])"
    rf"[、.．]?{_BLANK}"
    rf"|(?P<circled>[①-⑳]){_BLANK}"
    rf"|(?<![\d.．、])(?P<arabic>\d{{1,2}}){_BLANK}[.．、](?!\s*\d){_BLANK}"
    rf"|(?P<han>{_HAN})[、.．]{_BLANK})"
)
# What is no number yet, as cleaning has still to take it apart, and what only parts a text.
_ANEW = re.compile(rf"[⑴-⒛㈠-㈩•●◆■▪➤]|[-*]\s|第{_HAN}(?:部分|方面|[章篇编节条]|[，,：:])")
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 99}
LAST = 99  # 最后: whatever number comes next
_OPENS_A_CLAUSE = "。；：，！？…—”’）》;:,!?) \u3000\n"
_INSIDE_A_WORD = "百千零第周期礼拜之其统唯同" + _DIGITS + "十"


class Form(StrEnum):
    """How a number is written."""

    PART = "part"
    HAN = "han"
    HAN_BRACKETED = "han_bracketed"
    ARABIC = "arabic"
    ARABIC_BRACKETED = "arabic_bracketed"
    SHI = "shi"
    YAO = "yao"
    DI = "di"
    ORDER = "order"  # 首先 其次
    QI = "qi"  # 其一
    GE = "ge"  # 第一个问题是

    @property
    def marker(self) -> Marker:
        """What the app sets in its place; none where it has no such number: the words stay."""
        return _MARKERS.get(self, Marker.NONE)

    @property
    def is_spoken(self) -> bool:
        """Such numbers stand before items, never before headings."""
        return self not in OUTLINE_FORMS


OUTLINE_FORMS = (Form.PART, Form.HAN, Form.HAN_BRACKETED, Form.ARABIC, Form.ARABIC_BRACKETED)
_MARKERS = {
    Form.PART: Marker.HAN,
    Form.HAN: Marker.HAN,
    Form.HAN_BRACKETED: Marker.HAN_BRACKETED,
    Form.ARABIC: Marker.ARABIC,
    Form.ARABIC_BRACKETED: Marker.ARABIC_BRACKETED,
    Form.SHI: Marker.SHI,
    Form.YAO: Marker.YAO,
    Form.DI: Marker.DI,
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: from `start` to `end`, the blanks behind it among them."""

    form: Form
    value: int
    start: int
    end: int
    opens_clause: bool = True
    may_open: bool = True  # not part of a longer word such as 第一要 or 星期二是

    def moved(self, by: int) -> Number:
        return Number(
            self.form, self.value, self.start + by, self.end + by, self.opens_clause, self.may_open
        )


def number_at(text: str) -> Number | None:
    """The number at the head of `text`, if something follows it."""
    match = _PATTERN.match(text)
    if match is None or match.end() == len(text):
        return None
    return _number(match)


def heading_number(text: str) -> Number | None:
    """The number of a heading at the head of `text`; 一、二年级 and 1.5万 have none."""
    number = number_at(text)
    return None if number is None or number.form.is_spoken else number


def begins_anew(text: str) -> bool:
    """Whether `text` begins with a number of a heading or of an item, or with a bullet."""
    return number_at(text) is not None or _ANEW.match(text) is not None


def numbers_in(text: str) -> Iterator[Number]:
    """All that is written like a number, in order."""
    for match in _PATTERN.finditer(text):
        if match.end() < len(text) and (number := _number(match)):
            yield number


def _number(match: re.Match[str]) -> Number | None:
    form, value = _form_and_value(match)
    if not value or _goes_on(form, match):
        return None
    start, text = match.start(), match.string
    before = text[start - 1] if start else ""
    return Number(
        form,
        value,
        start,
        match.end(),
        not before or before in _OPENS_A_CLAUSE,
        not before or before not in _INSIDE_A_WORD,
    )


def _form_and_value(match: re.Match[str]) -> tuple[Form, int]:
    kind = match.lastgroup
    if kind == "word":
        form = Form.SHI if match["word"] == "是" else Form.YAO
        return form, value_of(match["said"])
    if kind == "order":
        return Form.ORDER, _ORDER[match["order"]]
    if kind == "circled":
        return Form.ARABIC_BRACKETED, ord(match["circled"]) - ord("①") + 1
    if kind in ("round", "half", "arabic"):
        return _DIGIT_FORMS[kind], int(match[kind])
    form, group = _HAN_FORMS[str(kind)]
    return form, value_of(match[group])


_DIGIT_FORMS = {
    "round": Form.ARABIC_BRACKETED,
    "half": Form.ARABIC_BRACKETED,
    "arabic": Form.ARABIC,
}
# By the group that ended last: an outer group ends after the ones inside it.
_HAN_FORMS = {
    "part": (Form.PART, "part_n"),
    "ge": (Form.GE, "ge_n"),
    "qi": (Form.QI, "qi"),
    "di": (Form.DI, "di"),
    "bracketed": (Form.HAN_BRACKETED, "bracketed"),
    "han": (Form.HAN, "han"),
}


def _goes_on(form: Form, match: re.Match[str]) -> bool:
    """一、二年级 and 三、四季度 are counted together with what follows: no numbers."""
    if form not in (Form.HAN, Form.ARABIC):
        return False
    stretch = match.string[match.start() : match.end() + 8]
    return without_number(stretch) == stretch
