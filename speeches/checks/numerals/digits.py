"""C5, C6, C8, C9, C13, C21: whether a number stands in 1 2 3 or in 一二三, and all of it.

Sources: GB/T 15835—2011, 4.2.2 and 5.2.1 (approximate numbers), 4.3 (one kind in one context),
5.1.2 (decimals), 5.1.3 (ranges), 5.2.5 (零 and 〇), 5.3 (万 and 亿 behind 1 2 3, but not 千).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.numerals.measures import BEGINS
from speeches.checks.scope import PROSE, Place, Scope
from speeches.document.numbering import value_of

_ANYWHERE = frozenset(Place)
_DECIMAL = r"[0-9]*+(?:\.[0-9]++)?"
_RANGE = re.compile(
    rf"(?P<low>[0-9]{BEGINS}(?<![:/%％‰万亿第\-–—~～].){_DECIMAL})(?P<mark>[~～—–\-])"
    rf"(?P<high>[0-9]{_DECIMAL})(?P<unit>[%％‰万亿])(?![~～—–\-])"
)
_ONES = "一二三四五六七八九"
# Of these three or four is a guess; of 月, 号, 年级, 班, 楼 it is the third and the fourth.
_GUESSED = (
    "(?:个(?![坚方问月年]|工(?!作组|作队))|名(?=同志|学生|教师|干部|党员|职工|代表|群众|人员)|人(?!民)|家(?!庭)|户(?!型)"
    "|次(?!全会|会议|党代|代表|能源|管网|分配|污染|供水|产业|加工|[侧网线])|天|件|位(?!数)|倍|成(?![品员立果长效])|种(?!形态)|遍|岁|公里|小时|分钟|年(?![级生制段期])|[万千百亿十])"
)
_APPROXIMATE = re.compile(
    rf"、(?<=[一-龥“（][1-8{_ONES[:-1]}].)(?<![^提]前.{{2}})"
    rf"(?:(?<=每周.{{2}})|(?<!周.{{2}}))(?<![第后百千万初高级类图表条号附步章节务{_ONES}].{{2}})"
    rf"(?:(?<!十.{{2}})|(?<=[一-龥]十.{{2}})(?<!第十.{{2}})(?<!第[{_ONES}]十.{{2}}))"
    rf"(?:(?P<digit>[2-9])(?P<zeros>0{{0,3}})|(?P<han>[两{_ONES}])(?![{_ONES}、]))(?={_GUESSED})"
)
_OF_ZEROS = ("", "十", "百", "千")
_NOT_HUNDREDS = "[分货姓强佳日花业科般校村团县企年兆帕]"
_NOT_THOUSANDS = "(?:[瓦克米卡赫帕伏安兆焦斤公字牛吨升]|家万户|方百计|军万马|丝万缕)"
_HUNDREDS = re.compile(
    rf"(?:(?P<myriads>[0-9]{BEGINS}(?<![A-Za-z第].)[0-9]{{0,3}}+)万)?"
    rf"(?P<head>[0-9]{BEGINS}(?<![A-Za-z第].)[0-9]?)"
    rf"(?P<unit>百(?!{_NOT_HUNDREDS})|千(?!{_NOT_THOUSANDS}))"
    rf"(?:(?P<hundreds>[1-9{_ONES}])百)?"
    rf"(?:零?(?P<rest>[1-9{_ONES}]?十[{_ONES}]?|[1-9][0-9])|零(?P<ones>[1-9{_ONES}]))?"
    rf"(?P<goes_on>(?=[0-9{_ONES}]))?"
)
_BARE_DECIMAL = re.compile(
    r"\.(?:(?<=[长降高升到达为仅约占低于超过近（(～~—].)[0-9]++(?=[%％万亿元个倍吨亩]|公里)"
    r"|(?<=[一-龥].)[0-9]++(?=个百分点)|(?<=[收资额值].)[0-9]++(?=[万亿]元))"
)
_PLAIN = f"[0-9{_ONES}十]"
_MIXED = re.compile(
    rf"(?P<one>{_PLAIN}(?<![第几数百千万亿.0-9{_ONES}十].){_PLAIN}*+)"
    rf"(?P<measure>[万亿]元|公里|[所家个名项条件位次户套台辆座处间栋幢])"
    rf"(?:[^，。；、：,;:\n]{{1,8}}[、和]|[、和][^，。；、：,;:\n0-9]{{1,6}}(?<![{_ONES}十百千万几第数]))"
    rf"(?P<other>{_PLAIN}++)(?P=measure)"
)
_ZEROS = "零○◯OoＯ0"
_HAN_YEAR = re.compile(
    rf"[一二](?<![{_ONES}零〇○].)(?:(?<=二)[〇{_ZEROS}]|(?<=一)[八九])[{_ONES}〇{_ZEROS}]{{2}}(?=年)"
)
_TWO = re.compile(
    rf"二(?<![第前后期周老之廿、至到—十百千万零〇{_ONES}].)"
    "(?:个(?![别人体性])|[名位](?=同志|干部|教师|老师|学生|队员|党员|民警|医生|群众|专家|工作人员))"
)
_TO_RING = str.maketrans(dict.fromkeys(_ZEROS, "〇"))


def _ranges(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_RANGE):
        low, mark, high, unit = seen.match.groups()
        if float(low) < float(high):
            fix = f"{low}{unit}{mark if mark in '~～' else '～'}{high}{unit}"
            message = f"前一个数后面少了“{unit}”，容易误解，写成“{fix}”。"
            yield Hit(seen.block, seen.start, seen.end, message, fix)


def _approximate(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_APPROXIMATE, where=PROSE):
        text, start = scope.texts[seen.block], seen.start - 1
        low, high = _value(text[start]), _value(seen.match["digit"] or seen.match["han"])
        if text[start].isdecimal() == bool(seen.match["digit"]) and high == low + 1:
            tens = _OF_ZEROS[len(seen.match["zeros"] or "")]
            fix = _spoken(low, high, tens or text[seen.end]) + tens
            message = f"相邻两个数连用表示概数，用汉字，中间不加顿号，写成“{fix}”。"
            yield Hit(seen.block, start, seen.end, message, fix)


def _value(numeral: str) -> int:
    return 2 if numeral == "两" else value_of(numeral)


def _spoken(low: int, high: int, unit: str) -> str:
    """两三个, 一两百, but 二三十."""
    words = _ONES[low - 1] + _ONES[high - 1]
    return words if unit == "十" else words.replace("二", "两")


def _hundreds(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_HUNDREDS, needs="百千"):
        unit = seen.match["unit"]
        message = f"阿拉伯数字后面不用“{unit}”，全用阿拉伯数字或者全用汉字。"
        fix = _in_digits(seen.match) if seen.match["goes_on"] is None else None
        yield Hit(seen.block, seen.start, seen.end, message, fix)


_WORTH = (("hundreds", 100), ("rest", 1), ("ones", 1))


def _in_digits(match: re.Match[str]) -> str:
    """4000 for 4千, 108 for 1百零8, 3.5万 for 3万5千."""
    number = int(match["myriads"] or 0) * 10_000
    number += int(match["head"]) * (100 if match["unit"] == "百" else 1000)
    number += sum(value_of(match[kind]) * worth for kind, worth in _WORTH if match[kind])
    return f"{number / 10_000:g}万" if match["myriads"] and number % 100 == 0 else str(number)


def _bare_decimals(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_BARE_DECIMAL, needs=(".",)):
        message = "小数点前面的0不能省略。"
        yield Hit(seen.block, seen.start, seen.end, message, f"0{seen.match[0]}")


def _mixed(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MIXED, where=PROSE):
        kinds = {kind: seen.match[kind].isdecimal() for kind in ("one", "other")}
        han = next((kind for kind in kinds if not kinds[kind]), "one")
        number = value_of(seen.match[han])
        if len(set(kinds.values())) == 2 and number >= 10:
            start = seen.start + seen.match.start(han) - seen.match.start()
            message = "同一句里并列的数量，有的用汉字、有的用阿拉伯数字，统一成一种。"
            yield Hit(seen.block, start, start + len(seen.match[han]), message, str(number))


def _zeros_and_twos(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_HAN_YEAR, needs=_ZEROS, where=_ANYWHERE):
        fix = seen.match[0].translate(_TO_RING)
        if fix != seen.match[0]:
            message = f"汉字年份里的零写“〇”：{fix}年。"
            yield Hit(seen.block, seen.start, seen.end, message, fix)
    for seen in scope.search(_TWO, needs=("二个", "二名", "二位")):
        fix = f"两{seen.match[0][-1]}"
        message = f"量词前面用“两”，写成“{fix}”。"
        yield Hit(seen.block, seen.start, seen.end, message, fix, Level.WARNING)


RULES: tuple[Rule, ...] = (
    Rule(
        id="C5",
        family=Family.NUMERALS,
        title="数值范围少单位",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.1.3",
        why="“13~17万元”可以理解成从13元到17万元，百分号和“万”“亿”要前后都写。",
        bad=(
            "每户补助⟦1~3万→1万~3万⟧元。",
            "降低成本⟦15~30%→15%~30%⟧。",
            "年产值⟦9-16亿→9亿～16亿⟧元。",
        ),
        good=(
            "每户补助1万~3万元。",
            "每组5~8个人，用时3~5天。",
            "降低成本15%～30%。",
        ),
        find=_ranges,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C6",
        family=Family.NUMERALS,
        title="概数的写法",
        level=Level.ERROR,
        source="GB/T 15835—2011 4.2.2、5.2.1",
        why="相邻两个数连用是约数，用汉字写，中间加顿号就成了两个数。",
        bad=(
            "每村配备⟦3、4→三四⟧个网格员。",
            "现场来了⟦3、40→三四十⟧人。",
            "还要用⟦二、三→二三⟧十天时间。",
        ),
        good=(
            "每村配备三四个网格员。",
            "3、4月份开展春季检查。",
            "大力发展第二、三产业，教好一、二年级。",
        ),
        find=_approximate,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C8",
        family=Family.NUMERALS,
        title="阿拉伯数字带百、千",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.3",
        why="阿拉伯数字后面可以用“万”“亿”，不能用“百”“千”。",
        bad=(
            "发放资料⟦4千→4000⟧多份。",
            "走访企业⟦1百零8→108⟧家。",
            "受益群众超过⟦3百→300⟧万人。",
        ),
        good=(
            "发放资料4000多份，走访四千户。",
            "装机容量50千瓦，载重4千克。",
            "覆盖20个乡镇，惠及千家万户。",
        ),
        find=_hundreds,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="C9",
        family=Family.NUMERALS,
        title="小数少了0",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.1.2",
        why="纯小数要写出小数点前面的0，不然小数点容易看漏。",
        bad=(
            "事故率下降到⟦.46→0.46⟧%。",
            "人均增加投入约⟦.5→0.5⟧万元。",
            "占总量的比重仅为⟦.08→0.08⟧%。",
        ),
        good=(
            "事故率下降到0.46%。",
            "人均增加投入约1.5万元。",
            "第二部分.46所学校参加了试点。",
        ),
        find=_bare_decimals,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="C13",
        family=Family.NUMERALS,
        title="并列数量写法不一",
        level=Level.WARNING,
        source="GB/T 15835—2011 4.3",
        why="同一场合的同类数量要用同一种数字，一眼就能比较。",
        bad=(
            "新建⟦十五→15⟧所学校、20所幼儿园。",
            "改造30条道路和⟦十二→12⟧条水渠。",
            "帮扶⟦二十→20⟧家企业、36家合作社。",
        ),
        good=(
            "新建15所学校、20所幼儿园。",
            "改造十几条道路和12条水渠。",
            "建成一个中心、20个站点。",
        ),
        find=_mixed,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C21",
        family=Family.NUMERALS,
        title="〇和零、两和二",
        level=Level.ERROR,
        source="GB/T 15835—2011 5.2.5",
        why="汉字写编号、年份用“〇”，写数量才用“零”；量词前面说“两”。",
        bad=(
            "到⟦二零三五→二〇三五⟧年基本实现目标。",
            "日期| ⟦二○二六→二〇二六⟧年七月十六日",
            "工作分⟦二个→两个⟧阶段推进。",
        ),
        good=(
            "到二〇三五年基本实现目标。",
            "走过了一百零五年的历程。",
            "第二个阶段抓好十二个重点。",
        ),
        find=_zeros_and_twos,
        remedy=Remedy.SAFE,
    ),
)
