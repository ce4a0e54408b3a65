"""C7, C11, C12, C19, C20: numbers that say too much, too little or what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.numerals.measures import BEGINS, HAN_NUMERAL, MEASURE, NUMBER, before
from speeches.checks.scope import PROSE, Scope

# 签约 and 附近 are words of their own; 近三年多 is a time that has just passed.
_ABOUT_TWICE = re.compile(
    "(?P<near>大约|大概|将近|接近|(?<!不)超过|约(?<![大签节条合履预公契违失邀应相特简制隐集续毁盟].)"
    "|近(?<![将接附靠临走亲贴最逼新远邻就].))"
    rf"(?:需要?|[有为是在])?{NUMBER}(?P<over>[余多](?={MEASURE}|[万亿]))?{MEASURE}?"
    "(?P<about>左右(?![手两侧邻为逢摇])|上下(?![功游班级联楼文齐一同车学课五几数]))?"
)
_TIME = re.compile("年|天|小时|个月")
_TIMES_LESS = re.compile(
    "(?:下降|减少|降低|缩短|压缩|缩小|减轻|回落|下跌|缩减|削减|递减|锐减)了?(?:近|约|超过|将近)?"
    rf"(?:[0-9]++(?:\.[0-9]++)?|[数几]|{HAN_NUMERAL})倍(?![率数频增速])"
)
_BEYOND = re.compile(
    "(?P<verb>不(?:超过|高于|多于|大于|低于|少于|小于)|至少|最多|至多"
    "|超过|超(?<![赶反高].)|高于|多于|大于|不足|低于|少于|小于|不到)"
    "(?:(?<=至少|最多|至多)要?(?:完成|达到|安排|有)?)?+"
    f"(?:半数|一半|{HAN_NUMERAL}分之{HAN_NUMERAL}|{NUMBER}{MEASURE}?)(?P<side>以[上下内](?![次访]))"
)
_MORE = ("超", "高", "多", "大", "不低", "不少", "不小", "至少")
_SUM = re.compile(
    rf"[0-9]{BEGINS}[0-9,]*+(?:\.[0-9]++)?(?:万亿|[万亿])(?=[，。；！？）,;\n]|的(?:项目|资金|投资|大项目)|大关|\Z)"
)
_MONEY = re.compile(
    "(?:投资|资金|经费|财政|生产总值|预算|拨款|贷款|融资|产值|税收|收入|支出|营业额|销售额|金额|专款|债券)额?"
    "(?:规模|总额|总量|[已共约近达为超了]|累计|合计|总计|共计|完成|达到|超过|突破|到位|投入|安排|下达){0,3}$"
)
_MANY_ZEROS = re.compile(
    rf"[0-9]{BEGINS}(?<![A-Za-z〔].)[0-9,]{{4,20}}+(?<=0)"
    r"(?=美?元|人|平方|立方|亩|吨|公里|米|册|株|棵|户|件|名|个|套|千瓦)"
)


def _about_twice(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_ABOUT_TWICE, needs="近约大超"):
        match = seen.match
        if match["near"] == "近" and _TIME.search(match[0]):
            continue
        is_more = match["near"] == "超过"  # 超过800余人 is said, 超过800人左右 is not
        for kind in ("about",) if is_more else ("over", "about"):
            if match[kind]:
                start = seen.start + match.start(kind) - match.start()
                why = "互相矛盾" if is_more else "都表示约数"
                message = f"“{match['near']}”和“{match[kind]}”{why}，留一个就够了。"
                yield Hit(seen.block, start, start + len(match[kind]), message, "")


def _times_less(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_TIMES_LESS, needs="倍", where=PROSE):
        message = "减少一倍就一点不剩了，减少不能用“倍”，写减少几分之几或百分之几。"
        yield Hit(seen.block, seen.start, seen.end, message)


def _beyond(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_BEYOND, needs=("以上", "以下", "以内")):
        verb, side = seen.match.group("verb", "side")
        if verb.startswith(_MORE) == (side == "以上"):
            message = f"前面已有“{verb}”，后面不必再写“{side}”。"
            yield Hit(seen.block, seen.end - 2, seen.end, message, "")


def _sums(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_SUM, needs="万亿", where=PROSE):
        if _MONEY.search(before(scope, seen, 12)):
            fix = f"{seen.match[0]}元"
            message = f"金额后面少了单位，写成“{fix}”。"
            yield Hit(seen.block, seen.start, seen.end, message, fix)


def _many_zeros(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MANY_ZEROS, needs=("0000", "0,000")):
        number = int(seen.match[0].replace(",", ""))
        if number % 10_000 == 0 and number >= 100_000:
            fix = _short(number)
            message = f"位数太多不好读，写成“{fix}”。"
            yield Hit(seen.block, seen.start, seen.end, message, fix)


def _short(number: int) -> str:
    """In 亿 where two decimals do, else in 万."""
    if number < 10**8 or number % 10**6:
        return f"{number // 10**4}万"
    whole, rest = divmod(number // 10**6, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".") + "亿"


RULES: tuple[Rule, ...] = (
    Rule(
        id="C7",
        family=Family.NUMERALS,
        title="约数说了两遍",
        level=Level.ERROR,
        source="机关行文习惯",
        why="“约”“近”和“左右”“余”意思相同，同时用就重复了。",
        bad=(
            "参加活动约300人⟦左右→⟧。",
            "惠及群众近5000⟦余→⟧户。",
            "大概需要三个月⟦左右→⟧。",
        ),
        good=(
            "参加活动约300人。",
            "近十余年来，面貌一新。",
            "签约300人左右，附近20余户搬迁。",
        ),
        find=_about_twice,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C11",
        family=Family.NUMERALS,
        title="减少几倍",
        level=Level.ERROR,
        source="语文规范",
        why="增加可以说几倍，减少最多减到没有，不能说几倍。",
        bad=(
            "办理时间⟦缩短了2倍⟧。",
            "信访量⟦下降3倍⟧。",
            "能耗比过去⟦降低一倍⟧。",
        ),
        good=(
            "办理时间缩短了三分之二。",
            "办件量增加了2倍。",
            "信访量下降到去年的四成。",
        ),
        find=_times_less,
    ),
    Rule(
        id="C12",
        family=Family.NUMERALS,
        title="超过……以上",
        level=Level.ERROR,
        source="语文规范",
        why="“超过”和“以上”意思重复，留一个就够了。",
        bad=(
            "超过30人⟦以上→⟧的班额全部消除。",
            "超过半数⟦以上→⟧的村完成改造。",
            "库存不足100吨⟦以下→⟧的要及时补充。",
        ),
        good=(
            "超过30人的班额全部消除。",
            "60%以上的村完成改造。",
            "突破3个以上难题。",
        ),
        find=_beyond,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C19",
        family=Family.NUMERALS,
        title="金额少了单位",
        level=Level.WARNING,
        source="机关行文习惯",
        why="“3.5亿”后面没有“元”，不知道是钱数还是别的。",
        bad=(
            "上半年完成投资⟦3.5亿→3.5亿元⟧。",
            "争取专项资金⟦800万→800万元⟧，补齐短板。",
            "总产值突破⟦20亿→20亿元⟧。",
        ),
        good=(
            "上半年完成投资3.5亿元。",
            "服务群众3.5万，受到好评。",
            "安排资金3亿~5亿元。",
        ),
        find=_sums,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="C20",
        family=Family.NUMERALS,
        title="大数用万、亿",
        level=Level.HINT,
        source="GB/T 15835—2011 5.3",
        why="一长串0念起来容易错，用“万”“亿”收尾更好念、好记。",
        bad=(
            "拨付专款⟦62400000→6240万⟧元。",
            "总投资⟦1350000000→13.5亿⟧元。",
            "绿化面积⟦150,000→15万⟧平方米。",
        ),
        good=(
            "拨付专款6240万元。",
            "发放手册50000册。",
            "电话88000000，参与人数123456人。",
        ),
        find=_many_zeros,
        remedy=Remedy.SUGGESTED,
    ),
)
