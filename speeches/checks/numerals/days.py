"""C17 and C18: days said by their distance from today, and days that the calendar does not have."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.dating import date_of
from speeches.checks.numerals.measures import BEGINS
from speeches.checks.scope import Place, Scope

_ANYWHERE = frozenset(Place)
_WEEKDAYS = "一二三四五六日"
_DIGITS = re.compile("[0-9]+")
# Behind what joins two dates the month or the weekday of the other may follow.
_DATE = re.compile(
    rf"(?P<date>[0-9]{BEGINS}(?<![\-—~～].)"
    r"(?:(?:(?<=[12])[0-9]{3}年[0-9]{1,2}+|[0-9]?+)月(?:[0-9]{1,2}+[日号](?![楼院店门线文令公井矿洞桥坑])|份)"
    r"|(?<=[12])[0-9]{3}(?:年[0-9]{1,2}+月|-[0-9]{2}-[0-9]{2}(?![0-9\-]))))"
    r"(?:[ 　]?[（(]?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])(?![均报至—\-~～、到和]))?"
)
_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_OTHER_YEAR = re.compile("[去上前明来次每历当往同]年[^。；]{0,6}$|年$")
_RELATIVE = re.compile(
    "[昨前后明上下本这](?:"
    "(?:(?<=[昨明])[天日]|(?<=[前后])天)(?<![的下今、].{2})"
    "(?=[上下]午|早上|晚上|召开|举行|开始|印发|下发|省里|市里)"
    "|(?<=[上下本这])(?:周|星期)"
    "(?:一(?![直年岁些个定般样切致起])|[二三四五六](?![年岁个])|[日天](?![均常报])))"
)
_DAYS_FROM = {"昨": -1, "前": -2, "明": 1, "后": 2}
_WEEKS_FROM = {"上": -1, "下": 1, "本": 0, "这": 0}


class _Written(NamedTuple):
    """A date as it stands; a year or a day that is not said is 0."""

    year: int
    month: int
    day: int

    @property
    def length(self) -> int:
        """The days of its month; a February of no year has 29."""
        if self.month == 2:
            return 29 if not self.year or calendar.isleap(self.year) else 28
        return 30 if self.month in {4, 6, 9, 11} else 31


def _written(text: str) -> _Written:
    """Reads 2026年7月16日, 2026-07-16, 7月16日, 2026年7月, 7月份."""
    pieces = [int(piece) for piece in _DIGITS.findall(text)]
    if len(pieces) == 1 or pieces[0] < 1000:
        return _Written(0, *(pieces + [0])[:2])
    return _Written(*(pieces + [0])[:3])


def _dates(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_DATE, needs=("月", "-"), where=_ANYWHERE):
        date, weekday = _written(seen.match["date"]), seen.match["weekday"]
        level = None if date.year else Level.WARNING
        if mistake := _mistake(date):
            yield Hit(seen.block, seen.start, seen.end, mistake)
        elif weekday and date.day:
            before = scope.texts[seen.block][: seen.start].rpartition("。")[2]
            year = date.year or _year_near(before, date, date_of(scope))
            mistake = _weekday_mistake(date._replace(year=year), weekday) if year else ""
            if mistake:
                yield Hit(seen.block, seen.start, seen.end, mistake, level=level)


def _mistake(date: _Written) -> str:
    if not 1 <= date.month <= 12:
        return f"一年只有12个月，没有{date.month}月，请核对日期。"
    if date.day > date.length:
        year = f"{date.year}年" if date.year else ""
        return f"{year}{date.month}月没有{date.day}日，请核对日期。"
    return ""


def _year_near(before: str, date: _Written, spoken: datetime.date | None) -> int:
    """The year of a date that names none: as the sentence says, else the one nearest the speech.

    0 where neither tells it.
    """
    if _OTHER_YEAR.search(before):
        return 0
    if named := _YEAR.findall(before):
        return int(named[-1])
    if spoken is None:
        return 0
    months = 12 * spoken.year + spoken.month - date.month
    return (months + 6) // 12


def _weekday_mistake(date: _Written, said: str) -> str:
    if date.day > date.length:
        return ""  # the year was only supposed
    on = datetime.date(*date)
    weekday = _WEEKDAYS[on.weekday()]
    if weekday == said.replace("天", "日"):
        return ""
    return f"{date.year}年{date.month}月{date.day}日是星期{weekday}，不是星期{said}，请核对。"


def _relative(scope: Scope) -> Iterator[Hit]:
    today: datetime.date | None = None
    for at, seen in enumerate(scope.search(_RELATIVE, where={Place.BODY})):
        today = today if at else date_of(scope)
        day = today and _meant(seen.match[0], today)
        fix = f"{day.month}月{day.day}日" if day else None
        message = f"“{seen.match[0]}”离开讲话当天就说不清是哪一天，最好写具体日期。"
        yield Hit(seen.block, seen.start, seen.end, message, fix)


def _meant(said: str, today: datetime.date) -> datetime.date:
    """The day that 昨天 or 下周三 means on the day of the speech; a week begins on Monday."""
    if said[0] in _DAYS_FROM:
        return today + datetime.timedelta(days=_DAYS_FROM[said[0]])
    in_week = 7 * _WEEKS_FROM[said[0]] + _WEEKDAYS.index(said[-1].replace("天", "日"))
    return today + datetime.timedelta(days=in_week - today.weekday())


RULES: tuple[Rule, ...] = (
    Rule(
        id="C17",
        family=Family.NUMERALS,
        title="昨天、下周三等说法",
        level=Level.HINT,
        source="机关行文习惯",
        why="讲话稿会印发、会改期，“下周三”换一天看就变了，写具体日期不会错。",
        bad=(
            "日期| （2026年7月16日）\n各单位⟦下周三→7月22日⟧前报送台账。",
            "日期| （2026年7月16日）\n⟦昨天→7月15日⟧下午，专班研究了施工方案。",
            "方案⟦上周五⟧已经印发。",
        ),
        good=(
            "各单位7月22日前报送台账。",
            "今天，我们召开年中推进会。",
            "用今天的实干赢得更好的明天。",
        ),
        find=_relative,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C18",
        family=Family.NUMERALS,
        title="日历上没有的日子",
        level=Level.ERROR,
        source="日期自身的一致",
        why="不存在的日期、对不上的星期，会让人到错时间，也让人怀疑全文的数据。",
        bad=(
            "请于⟦2月30日⟧前完成整改。",
            "会议定于⟦2026年7月16日（星期三⟧）召开。",
            "工程计划在⟦2025年13月⟧完工。",
        ),
        good=(
            "请于2月28日前完成整改。",
            "会议定于2026年7月16日（星期四）召开。",
            "2024年2月29日，项目开工。",
        ),
        find=_dates,
    ),
)
