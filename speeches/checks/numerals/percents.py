"""C10, C15, C24: percentages of what, and more of what than when.

Numbers are rare in a text: the search looks for them, then at the words before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.numerals.measures import BEGINS, before
from speeches.checks.scope import PROSE, Scope

_PERCENT = re.compile(rf"[0-9]{BEGINS}[0-9]*+(?:\.[0-9]++)?[%％]")
_RATE = "(?:(?<![效频功速汇利])率(?![先队领众])|比重|占比|比例|增速|增幅)"
_ABOVE_A_RATE = re.compile(
    rf"{_RATE}[^。；;%％]{{0,16}}?(?:超过?|高[于出]?|低于?)"
    "(?:全[国省市县区]|省|市|国家)(?:[^，。；,;]{0,4}(?:水平|平均|均值))?(?:近|约)?$"
    rf"|{_RATE}[^，。；,;%％]{{0,6}}(?:比|较)[^，。；,;]{{1,8}}?"
    "(?:提高|提升|上升|下降|降低|回升|高|低|快|慢|增加|减少)了?(?:近|约)?$"
)
_SHARE = re.compile(
    "(?:(?:入学|合格|覆盖|普及|达标|及格|优秀|巩固|出勤|参保|通过|参与|满意|入园|签约|接种)率|满意度|占比"
    "|占(?![^，。；,;]{0,8}(?:计划|任务|同期|目标|预算|[去上]年))[^，。；,;]{1,8}?的?)"
    "[已都均也]?(?P<how>达到?|[为是到近约]|超过?|突破|提[高升]到|上升到){0,2}$"
)
_GROWTH = re.compile("(?:增长|增加|上升|下降|减少|提高|提升|降低)了?(?:近|约|超过?)?$")
_BASE = re.compile(
    "[比较由从原要]|年均|每年|年增|计划|力争|目标|预[期计]|确保|实现|[高低]于|以[上下]|左右|同期|[上去]年|基础"
)


def _points(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_PERCENT, needs="%％", where=PROSE):
        if _ABOVE_A_RATE.search(before(scope, seen, 40)):
            message = "两个百分比相差多少用“个百分点”，请核对这里是不是百分点。"
            yield Hit(seen.block, seen.start, seen.end, message)


def _shares(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_PERCENT, needs="%％", where=PROSE):
        value = float(seen.match[0][:-1])
        said = _SHARE.search(before(scope, seen, 16)) if value >= 100 else None
        if said and (value > 100 or (said["how"] or "").startswith(("超", "突"))):
            message = "占比一般不会超过100%，请核对；统计口径如此的，可以忽略。"
            yield Hit(seen.block, seen.start, seen.end, message)


def _growth(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_PERCENT, needs="%％", where=PROSE):
        said = before(scope, seen, 400)
        after = scope.texts[seen.block][seen.end : seen.end + 2]
        if _GROWTH.search(said) and not _BASE.search(said) and not _BASE.match(after):
            message = "没有说是和什么时候比，增减要写明“同比”“环比”或者比哪一年。"
            yield Hit(seen.block, seen.start, seen.end, message)


RULES: tuple[Rule, ...] = (
    Rule(
        id="C10",
        family=Family.NUMERALS,
        title="百分之几和百分点",
        level=Level.WARNING,
        source="统计用语习惯",
        why="两个百分比相减得到的是百分点；“提高5%”是原来的1.05倍，差得很远。",
        bad=(
            "公办园占比超全省平均水平⟦15.6%⟧。",
            "优良率比上年提高⟦3%⟧。",
            "增速高于全市平均⟦2.5%⟧。",
        ),
        good=(
            "公办园占比超全省平均水平15.6个百分点。",
            "优良率提高到96%。",
            "工作效率比上年提高30%。",
        ),
        find=_points,
    ),
    Rule(
        id="C15",
        family=Family.NUMERALS,
        title="占比超过100%",
        level=Level.WARNING,
        source="数据自身的一致",
        why="部分不会比总数大；除了毛入学率这样的指标，占比超过100%多半是算错或写错了。",
        bad=(
            "疫苗接种率达⟦102%⟧。",
            "通车里程占总里程的⟦130%⟧。",
            "普惠园覆盖率超过⟦100%⟧。",
        ),
        good=(
            "疫苗接种率达100%。",
            "投资完成率达120%，税收占去年同期的105%。",
            "销售收入增长130%。",
        ),
        find=_shares,
    ),
    Rule(
        id="C24",
        family=Family.NUMERALS,
        title="增减没有说和谁比",
        level=Level.HINT,
        source="统计用语习惯",
        why="同比、环比、比年初，数字各不相同，不写明就无法核对。",
        bad=(
            "客运量增长⟦20%⟧。",
            "全市事故起数下降⟦12.5%⟧，态势平稳。",
            "参训人数增加了⟦35%⟧。",
        ),
        good=(
            "客运量同比增长20%。",
            "事故起数比上年下降12.5%。",
            "力争参训人数增长35%。",
        ),
        find=_growth,
    ),
)
