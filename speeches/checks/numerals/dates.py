"""C1–C4 and C22: how periods, years, dates and the names of days are written.

Sources: GB/T 15834—2011, 4.13.3.2 (一字线 in periods), 4.14.3.5 (间隔号 in names of days);
GB/T 15835—2011, 5.1.4 (years are not shortened), 5.1.6 and 5.2.3 (names with month and day).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.numerals.measures import BEGINS
from speeches.checks.scope import Place, Scope, Seen

_ANYWHERE = frozenset(Place)
_HYPHENS = r"\-‐‑–－"  # as a class of characters has them
# 2011-02-15, telephone numbers and hours go on with a mark on either side.
_PERIOD = re.compile(
    rf"(?P<first>[0-9]{BEGINS}(?<![A-Za-z/{_HYPHENS}—~～].)(?<![0-9][:：].)(?:[0-9][0-9*＊×]{{2}}|[0-9])?+)"
    rf"(?P<unit>学年|年度?|月|日)?+(?P<mark>[{_HYPHENS}]{{1,2}}+)"
    rf"(?P<second>[0-9](?:[0-9][0-9*＊×]{{2}}|[0-9])?+)(?P<last>学年|年度?|月|日|季度)?+"
    rf"(?!(?<=[0-9])\.?[0-9]|[:/{_HYPHENS}—龄号])"
)
_YEAR = re.compile(r"(?:19|20)[0-9*＊×]{2}")
_MOST = {"月": 12, "季度": 4, "日": 31}
_MONTHS = re.compile(rf"[0-9]{BEGINS}[0-9]?月?(?:[{_HYPHENS}—~～]{{1,2}}|至)1?[0-9]月(?P<over>份)")
# Behind these it is how long something lasts or has lasted: 连续10年春季造林.
_LASTING = r"[、—~～\-第近约前后这时经期达满十百千万余续持历用了]."
_SHORT_YEAR = re.compile(
    rf"[0-9]{BEGINS}(?<!{_LASTING})[0-9]年"
    r"(?=1?[0-9]月(?!内)|[上下]半年|第?[一二三四1-4]季度|年?底前|[春秋]季)"
    r"|[1-9](?<![0-9].)0年代(?!表)"
    rf"|[1-9](?<![0-9.].)(?<!{_LASTING})[0-9]年(?=底(?![薪蕴色气子线层数片部下座])|度(?=工作|考核|总结|先进|计划|预算|决算|目标|全[市县区省]))"
    r"|(?<=[自从])(?:1[6-9]|2[0-9])年(?=以来|起[，到至]|[1-4一二三四]季度)"
)
_CENTURY_BEFORE = 200  # characters between 世纪 and the decades behind it
_PARTIAL = re.compile(
    r"(?P<year>[12](?<![0-9\-].)[0-9]{3})-(?P<month>0?[1-9]|1[0-2])(?![0-9\-年号期])(?P<unit>月)?"
    r"|(?<=截[至止])(?P<said>[12][0-9]{3})\.(?P<of_it>0?[1-9]|1[0-2])(?=年?底|[，。]|之?前)"
)
_MONTH_AND_DAY = re.compile(
    r"(?:截[至止]到?|[定将已拟请]于|[间议期]定在)"
    r"(?P<month>1[0-2]|[1-9])[-.．](?P<day>[12][0-9]|3[01]|[1-9])"
    r"(?=之?前|[上下]午|晚|召开|举行|起|止|[，。])"
)
_BEFORE_DATE = ("截至", "截止", "截止到", "自", "从", "于", "到", "至")
_DAYS = {
    ("3", "15"),
    ("4", "15"),
    ("5", "12"),
    ("6", "26"),
    ("7", "7"),
    ("9", "11"),
    ("9", "18"),
} | {("12", "4"), ("12", "9"), ("11", "9")}
_OF_DAY = (
    "(?:国际[消禁]|消防|全国防灾|全民国家|国家(?=宪法|公祭)|消费|晚会|活动|[大特]?大?地震|抗震|恐怖|运动|事件|事变"
    "|禁毒|宪法|爱国|专案|特大|火灾|期间|宣传|维权|投诉|防灾|减灾)"
)
_DAY = re.compile(
    rf"(?P<month>[1-9]{BEGINS}[0-9]?)[.．](?P<day>[0-9]{{1,2}}+)(?=(?P<close>[”\"])?{_OF_DAY})"
)
# A day of another name is one only where it is quoted: “8.12”特大火灾事故.
_QUOTED_DAY = re.compile(
    r"[“\"](?P<month>1[0-2]|[1-9])[.．](?P<day>[12][0-9]|3[01]|0?[1-9])"
    r"(?P<close>[”\"])(?![万亿%％元级版])(?=(?P<what>[^，。；、“”的]{0,8}(?:事故(?!隐患)|事件|火灾|爆炸|暴雨|洪灾|洪水|地震|坍塌|讲话|专案|惨案))?)"
)
_HAN_DAY = re.compile(
    r"一(?:[.．·]二九|二[.．]九|[.．]二八)(?=(?P<close>[”\"])?(?:运动|事变|爱国|抗战))"
)


def _periods(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_PERIOD, needs="-‐‑–－", where=_ANYWHERE):
        if _is_period(scope, seen):
            start = seen.start + seen.match.start("mark") - seen.match.start()
            end = start + len(seen.match["mark"])
            yield Hit(seen.block, start, end, "起止时间用一字线（—）连接，不用短横线。", "—")


def _is_period(scope: Scope, seen: Seen) -> bool:
    first, unit, second, last = seen.match.group("first", "unit", "second", "last")
    if _YEAR.fullmatch(second) and unit != "日":
        return bool(unit and last) or _are_years(first, second, named=bool(unit or last))
    if unit:
        return unit == last or (unit, last) == ("日", "月")
    if last == "日" and not scope.texts[seen.block][: seen.start].endswith("月"):
        return False  # 3-5日 may be three to five days
    both = f"{first}{second}"
    return both.isdecimal() and last in _MOST and 0 < int(first) < int(second) <= _MOST[last]


def _are_years(first: str, second: str, *, named: bool) -> bool:
    """Whether both are years of four digits; without 年 they must be in order."""
    if not _YEAR.fullmatch(first):
        return False
    return named or (first.isdecimal() and second.isdecimal() and first < second)


def _months(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MONTHS, needs=("月份",)):
        yield Hit(seen.block, seen.end - 1, seen.end, "几月至几月后面不必再写“份”。", "")


def _short_years(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_SHORT_YEAR, needs=("年",)):
        text = seen.match[0]
        before = scope.texts[seen.block][max(seen.start - _CENTURY_BEFORE, 0) : seen.start]
        if not text.endswith("代"):
            message = f"年份要写四位数字，不能简写成“{text}”。"
            yield Hit(seen.block, seen.start, seen.end, message)
        elif "世纪" not in before:
            message = f"“{text}”前面要写明世纪，如“20世纪{text}”。"
            yield Hit(seen.block, seen.start, seen.end, message)


def _partial(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_PARTIAL, needs=("-", "截"), where=_ANYWHERE):
        if _is_date(scope, seen):
            year, month = seen.match["year"] or seen.match["said"], seen.match["month"]
            fix = f"{year}年{int(month or seen.match['of_it'])}月"
            yield Hit(seen.block, seen.start, seen.end, f"年月写成“{fix}”。", fix)
    for seen in scope.search(_MONTH_AND_DAY, needs="-.．"):
        start = seen.start + seen.match.start("month") - seen.match.start()
        fix = f"{seen.match['month']}月{seen.match['day']}日"
        yield Hit(seen.block, start, seen.end, f"日期写成“{fix}”。", fix)


def _is_date(scope: Scope, seen: Seen) -> bool:
    if not seen.match[0].startswith(("19", "20")):
        return False
    said_before = scope.texts[seen.block][: seen.start].endswith(_BEFORE_DATE)
    return bool(seen.match["unit"]) or said_before or scope.places[seen.block] is Place.SPEAKER


def _named_days(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_DAY, needs=".．"):
        month, day = seen.match.group("month", "day")
        if (month, day) in _DAYS:
            yield _named_day(scope, seen, f"{month}·{day}")
    for seen in scope.search(_QUOTED_DAY, needs=".．"):
        month, day = seen.match.group("month", "day")
        if (month, day) in _DAYS or seen.match["what"]:
            message = f"含月日的专名中间用间隔号，写成“{month}·{day}”。"
            yield Hit(seen.block, seen.start + 1, seen.end - 1, message, f"{month}·{day}")
    for seen in scope.search(_HAN_DAY, needs=".．·"):
        yield _named_day(scope, seen, "一二·九" if "九" in seen.match[0] else "一·二八")


def _named_day(scope: Scope, seen: Seen, name: str) -> Hit:
    """Quotation marks are set where the text has none on either side."""
    before = scope.texts[seen.block][: seen.start]
    quoted = seen.match["close"] or before.endswith(("“", '"'))
    message = f"含月日的专名中间用间隔号，写成“{name}”并加引号。"
    return Hit(seen.block, seen.start, seen.end, message, name if quoted else f"“{name}”")


RULES: tuple[Rule, ...] = (
    Rule(
        id="C1",
        family=Family.NUMERALS,
        title="起止时间的连接号",
        level=Level.ERROR,
        source="GB/T 15834—2011 4.13.3.2",
        why="标示时间起止的是一字线，短横线用在编号、电话号码和连接词语的地方。",
        bad=(
            "1⟦-→—⟧6月，全市新增学位3000个。",
            "认真执行2021⟦-→—⟧2025年发展规划。",
            "活动从9月1日⟦-→—⟧10月7日举行。",
        ),
        good=(
            "1—6月，全市新增学位3000个。",
            "咨询电话010-88842603，时间2011-02-15。",
            "每个组安排3-5人，2至3天完成。",
        ),
        find=_periods,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="C2",
        family=Family.NUMERALS,
        title="几月至几月份",
        level=Level.HINT,
        source="机关行文习惯",
        why="一段月份写“1—7月”或“1至7月”，“份”只跟单独一个月。",
        bad=(
            "1—7月⟦份→⟧，完成货运量300万吨。",
            "一季度即1—3月⟦份→⟧，各项工作开局良好。",
            "今年5~8月⟦份→⟧，抓好汛期安全。",
        ),
        good=(
            "1—7月，完成货运量300万吨。",
            "今年7月份，汛期进入关键阶段。",
            "1至7月，各项工作进展顺利。",
        ),
        find=_months,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C3",
        family=Family.NUMERALS,
        title="年份简写",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.1.4",
        why="公历年份用四位数字，两位数字分不清是哪一年、还是多少年。",
        bad=(
            "⟦20年⟧3月，学校建成启用。",
            "这条路是⟦90年代⟧修建的。",
            "⟦21年⟧上半年，完成改造任务。",
        ),
        good=(
            "2020年3月，学校建成启用。",
            "这条路是20世纪90年代修建的。",
            "近20年来，全市公路里程翻了一番。",
        ),
        find=_short_years,
    ),
    Rule(
        id="C4",
        family=Family.NUMERALS,
        title="不完整日期用短横线",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.1.4",
        why="短横线只用在年月日齐全的格式里，如2020-08-15；只有月日或年月的，写出年、月、日字样。",
        bad=(
            "会议定于⟦8-8→8月8日⟧召开。",
            "截至⟦2008-8→2008年8月⟧，全部搬迁完毕。",
            "日期| （⟦2020-7→2020年7月⟧）",
        ),
        good=(
            "会议定于8月8日召开。",
            "检查时间为2011-02-15。",
            "比赛以3-2结束，编号为2008-8号。",
        ),
        find=_partial,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C22",
        family=Family.NUMERALS,
        title="含月日的专名",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.1.6；GB/T 15834—2011 4.14.3.5",
        why="含月日的专名用间隔号隔开月和日，并加引号，写成小数会读错。",
        bad=(
            "办好⟦3.15→“3·15”⟧晚会，维护消费者权益。",
            "在“⟦6.26→6·26⟧”国际禁毒日前后集中宣传。",
            "纪念⟦一.二九→“一二·九”⟧运动。",
        ),
        good=(
            "办好“3·15”晚会，维护消费者权益。",
            "投资3.15亿元，活动经费另行安排。",
            "弘扬五四运动精神。",
        ),
        find=_named_days,
        remedy=Remedy.SAFE,
    ),
)
