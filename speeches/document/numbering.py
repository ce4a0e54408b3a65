"""Numbers as speeches write them: markers and Chinese numerals.

Marks after numbers: GB/T 15834—2011, B.3 (一、 takes 、; 1. a dot; （一）（1）nothing; 第一 a
comma; 一是 and 一要 nothing). Levels: GB/T 9704—2012, 7.3.3.
"""

from __future__ import annotations

import re

from speeches.document.facts import Marker

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_HAN = f"[{_DIGITS}十百]"
_TWO_PLACES = re.compile(f"(?:([{_DIGITS[1:]}]?)(十))?([{_DIGITS[1:]}]?)")
# 一、 （一） 1. 1、 （1） and a text; 1.5万 and 2026.7.16 are no numbers of a heading.
_TYPED = re.compile(
    rf"(?:(?P<bare>{_HAN}{{1,4}}|\d{{1,2}})(?:、|[.．](?!\s*\d))"
    rf"|[（(]\s*(?:{_HAN}{{1,4}}|\d{{1,2}})\s*[）)]、?)\s*(?=\S)"
)
# 一、二年级 and 一、三、五年级: what stands before 、 is counted together with what follows.
_COUNTED = re.compile(rf"(?P<next>{_HAN}+|\d+)(?P<shared>、|年级|季度)?")
_OUTLINE = (Marker.HAN, Marker.HAN_BRACKETED, Marker.ARABIC, Marker.ARABIC_BRACKETED)


def han(number: int) -> str:
    """`number` in Chinese numerals: 10 十, 12 十二, 20 二十, 105 一百零五.

    From 1 to 9999; what no list in a speech reaches is left in digits.
    """
    if not 1 <= number <= 9999:
        return str(number)
    written, gap = "", False
    for unit, digit in _places(number):
        if digit == 0:
            gap = bool(written)
            continue
        written += ("零" if gap else "") + _DIGITS[digit] + _UNITS[unit]
        gap = False
    return written.removeprefix("一") if 10 <= number <= 19 else written


def value_of(number: str) -> int:
    """Of digits, or of a Chinese numeral from 一 to 九十九; 0 for what is none (十十, 一二)."""
    if number.isdecimal():
        return int(number)
    found = _TWO_PLACES.fullmatch(number)
    if found is None:
        return 0
    tens, ten, ones = found.groups("")
    return (max(_DIGITS.find(tens), 1) * 10 if ten else 0) + _DIGITS.find(ones)


def count_word(number: int) -> str:
    """`number` before what it counts: 2 is 两 (两点意见), all others as `han`."""
    return "两" if number == 2 else han(number)


def marker_text(marker: Marker, ordinal: int, depth: int) -> str:
    """What stands before child number `ordinal` (from 1) at `depth` (1: a part)."""
    if marker is Marker.OUTLINE:
        marker = _OUTLINE[min(depth, len(_OUTLINE)) - 1]
    match marker:
        case Marker.HAN:
            return f"{han(ordinal)}、"
        case Marker.HAN_BRACKETED:
            return f"（{han(ordinal)}）"
        case Marker.ARABIC:
            return f"{ordinal}."
        case Marker.ARABIC_BRACKETED:
            return f"（{ordinal}）"
        case Marker.SHI:
            return f"{han(ordinal)}是"
        case Marker.YAO:
            return f"{han(ordinal)}要"
        case Marker.DI:
            return f"第{han(ordinal)}，"
        case _:
            return ""


def without_number(heading: str) -> str:
    """`heading` without a number that somebody typed before it, as the pages set their own.

    Only the forms 一、 （一） 1. 1、 （1） before a text are numbers: 一带一路, 1.5万 and
    一、二年级 stay.
    """
    typed = _TYPED.match(heading)
    if typed is None or _goes_on(typed["bare"], heading[typed.end() :]):
        return heading
    return heading[typed.end() :]


def _goes_on(number: str | None, text: str) -> bool:
    """Whether a bare number and the beginning of the text are counted together."""
    counted = _COUNTED.match(text)
    if number is None or counted is None:
        return False
    return bool(counted["shared"]) or value_of(counted["next"]) == value_of(number) + 1


def heading_level(marker: Marker, depth: int) -> int:
    """The level of a heading, 1 to 4, by its number's form, else by its depth."""
    if marker in _OUTLINE:
        return _OUTLINE.index(marker) + 1
    return min(depth, len(_OUTLINE))


def continues(marker: Marker) -> bool:
    """Whether numbers run on through a part without a heading: （一）… do, 一是… start anew."""
    return marker is Marker.OUTLINE or marker in _OUTLINE


def _places(number: int) -> list[tuple[int, int]]:
    """(power of ten, digit) from the highest place down."""
    digits = str(number)
    return [(len(digits) - 1 - index, int(digit)) for index, digit in enumerate(digits)]
