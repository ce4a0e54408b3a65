"""H3, H4, C14: the figures of the ledger against the text, and the text against itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.consistency.meeting import period_of
from speeches.checks.consistency.rows import is_typed, runs
from speeches.checks.consistency.shown_facts import figure, said
from speeches.checks.scope import HAN, PROSE, Place, Scope, Seen, Stretch
from speeches.document.facts import FigureFacts
from speeches.document.tree import Mark, Token

_BODY = frozenset({Place.BODY})
# Without 约, 近 and 超过: a rounded number is no other number.
_IS = r"(?:累计|一共|共计|已经?|达到|完成|实现|稳定在|为|是|有|共|达|：){0,3}"
# What makes another number of the same thing right: another time, another place, a part of it.
_ELSEWHERE = re.compile(
    r"去年|上年|前年|往年|当年|那年|年前|同期|同比|环比|增[加长至]|减少|下降|提高|目标|计划|任务|力争"
    r"|预计|将|(?:19|20)\d\d年|[一二三四五]五”?(?:时期|期间|末)|其中|下半年|[明本]年底|[0-9]月|季度|每"
    r"|平均|全[国省]|(?<!占)比|较|由|从|过去|原[来先]|最初|起步|分别"
)
_NOT_YET = re.compile("以上|以内|左右|上下|目标|任务|计划|指标")  # behind the number
_MONTHS_SO_FAR = re.compile(r"(?:20\d\d年)?1月?[-—–~～至到]{1,2}(?P<last>1?\d)月份?")
# What stands before the clause of a number and leaves it the number of the whole.
_WHEN = re.compile(
    r".{0,12}?(?:今年|[半一]年来|以来|上半年|截至.{1,8}|至今|目前|20\d\d年|月份?|[月年]底|为止)"
)
# Before the name of a figure these leave it what it is; 城区新增学位 is a part of 新增学位.
_WHOLE = re.compile(
    r"(?:今年以?来?|上半年|[半一]年来|全[市县区局校省]|[我本][市县区局校]|全系统|截至目前|目前|已经?"
    r"|累计|一共|共计?|总计|合计|我们|完成|实现|落实|安排|投入|达到|的)*+"
)
_CLAUSE_MARKS = "[，。；：！？（）“”《》、\0]"
_SENTENCE = 120  # characters of it that are looked at
_AMOUNT = re.compile(
    rf"(?P<number>\d(?<={HAN}\d)[\d,]*+(?:\.\d++)?+)"
    rf"(?P<unit>[万亿]?+(?:个百分点|平方米|平方公里|立方米|公里|公顷|千瓦时|[%％个人名所家户吨元亩项次件辆台处座套场条]))"
)
_ALL = ("全市", "全县", "全区", "全省", "全州", "全局", "全校", "全系统", "我市", "我县", "我区")
_LONG = 6
_SUBJECT = re.compile(rf"(?P<noun>{HAN}{{4,16}}?){_IS}\Z")
_VERBS = (  # what begins with one has its subject elsewhere
    *("完成", "新增", "新建", "建成", "改造", "投入", "开展", "举办", "组织", "培训", "整改"),
    *("查处", "受理", "办理", "累计", "实现", "达到", "增长", "下降", "提高", "拨付", "争取"),
    *("解决", "清理", "拆除", "排查", "惠及", "覆盖", "修建", "安排", "选派", "招聘", "建设"),
    *("打造", "发现", "落实"),
)


# --- H3: not confirmed -------------------------------------------------------------------------


def _unconfirmed(scope: Scope) -> Iterator[Hit]:
    figures = scope.facts.figures if scope.facts else ()
    givers = {each.row: each.department for each in figures if each.department}
    for stretch, run in runs(scope):
        if run.mark is Mark.UNCONFIRMED and isinstance(run.origin, Token):
            giver = givers.get(run.origin.target) if run.origin.target else None
            told = f"数据“{run.origin.name}”还没有确认，请{giver or '提供数据的处室'}核实后确认。"
            yield Hit(*stretch, told)


# --- H4: typed where the ledger has it ---------------------------------------------------------


def _retyped(scope: Scope) -> Iterator[Hit]:
    """Numbers of two digits and more, in a sentence that speaks of the figure."""
    for each in _figures(scope):
        printed = each.value + each.unit
        if sum(map(str.isdecimal, each.value)) < 2:
            continue
        pattern = re.compile(rf"(?<![\d.,]){re.escape(printed)}(?!\d)")
        for seen in scope.search(pattern, needs=(printed,), where=_BODY):
            stretch = Stretch(*seen[:3])
            if _speaks_of(each, scope, stretch) and is_typed(scope, stretch):
                told = f"这个数和数据“{each.name}”一样，改成引用，数据更新时这里也跟着变。"
                yield Hit(*stretch, told, f"{{{each.name}}}")


def _figures(scope: Scope) -> Iterator[FigureFacts]:
    """Those of the ledger that have a value and a unit."""
    for each in scope.facts.figures if scope.facts else ():
        if each.value.strip() and each.unit.strip():
            yield each


def _speaks_of(told: FigureFacts, scope: Scope, stretch: Stretch) -> bool:
    """Whether the sentence so far holds the figure's name, or its beginning and its end; or the
    name stands behind the number (56.8万名在校学生)."""
    if told.name in _clause_behind(scope, stretch):
        return True
    sentence = _sentence_before(scope, stretch.block, stretch.start)
    if len(told.name) < 4:
        return told.name in sentence
    return told.name[:2] in sentence and told.name[-2:] in sentence


# --- C14: one thing, two numbers ---------------------------------------------------------------


def _two_values(scope: Scope) -> Iterator[Hit]:
    period = period_of(scope)
    last = period[1] if period else 0
    yield from _against_the_ledger(scope, last)
    yield from _against_each_other(scope, last)


def _against_the_ledger(scope: Scope, last: int) -> Iterator[Hit]:
    for each in _figures(scope):
        pattern = re.compile(
            rf"{re.escape(each.name)}{_IS}(?P<number>\d[\d,]*+(?:\.\d++)?+){re.escape(each.unit)}"
        )
        for seen in scope.search(pattern, needs=(each.name,), where=PROSE):
            start = seen.start + seen.match.start("number") - seen.match.start()
            stretch = Stretch(seen.block, start, seen.end)
            differs = _plain(seen.match["number"]) != _plain(each.value)
            if differs and _is_whole(scope, seen, last) and is_typed(scope, stretch):
                told = f"数据“{each.name}”是{each.value}{each.unit}，这里写的是另一个数，请核对。"
                yield Hit(*stretch, told, level=None if _is_of_all(scope, seen) else Level.WARNING)


def _is_whole(scope: Scope, seen: Seen, last: int) -> bool:
    """Whether the name is the figure's own, with nothing before it that makes it another's."""
    before = re.split(_CLAUSE_MARKS, _text_before(scope, seen))[-1]
    return bool(_WHOLE.fullmatch(before)) and _is_same_matter(scope, seen, last)


def _against_each_other(scope: Scope, last: int) -> Iterator[Hit]:
    counted: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for seen in scope.search(_AMOUNT, where=_BODY):
        noun = _noun_before(scope, seen)
        if noun and (_is_full(noun) or _is_of_all(scope, seen)):
            counted[noun, seen.match["unit"]].append(seen)
    for (noun, _), amounts in counted.items():
        if len({_plain(seen.match["number"]) for seen in amounts}) > 1:
            yield from _differing(
                [seen for seen in amounts if _is_same_matter(scope, seen, last)], noun
            )


def _is_full(noun: str) -> bool:
    """Whether it names its thing wherever it stands, without what was named before."""
    return noun.startswith(_ALL) or len(noun) >= _LONG


def _differing(amounts: list[Seen], noun: str) -> Iterator[Hit]:
    for seen in amounts[1:]:
        first = amounts[0].match
        if _plain(seen.match["number"]) != _plain(first["number"]):
            told = f"前面写“{noun}”是{first['number']}{first['unit']}，这里不一样，请核对哪个对。"
            yield Hit(*seen[:3], told, level=Level.WARNING)


def _noun_before(scope: Scope, seen: Seen) -> str:
    """What the number counts: all that stands before it in its clause, if that is a noun."""
    clause = re.split(_CLAUSE_MARKS, _text_before(scope, seen))[-1]
    found = _SUBJECT.fullmatch(clause)
    return "" if found is None or found["noun"].startswith(_VERBS) else found["noun"]


def _is_same_matter(scope: Scope, seen: Seen, last: int) -> bool:
    """Whether nothing in the sentence makes it another time, place or part; the months up to
    `last` are those on which the meeting reports."""
    sentence = _MONTHS_SO_FAR.sub(
        lambda months: "" if int(months["last"]) == last else months[0],
        _sentence_before(scope, seen.block, seen.end),
    )
    behind = _clause_behind(scope, Stretch(*seen[:3]))
    return not _ELSEWHERE.search(sentence) and not _NOT_YET.search(behind)


def _is_of_all(scope: Scope, seen: Seen) -> bool:
    """Whether the clause of a number opens its sentence, but for a time: else the number may be
    that of what was named before (新校启用，在校学生3000人)."""
    clauses = re.split("，", _sentence_before(scope, seen.block, seen.start))[:-1]
    return all(_WHEN.fullmatch(clause) for clause in clauses)


def _clause_behind(scope: Scope, stretch: Stretch) -> str:
    behind = scope.plain_of(stretch.block)[stretch.end : stretch.end + 20]
    return re.split(_CLAUSE_MARKS, behind)[0]


def _text_before(scope: Scope, seen: Seen) -> str:
    begins = max(seen.start - 24, 0)
    return scope.plain_of(seen.block)[begins : seen.start]


def _sentence_before(scope: Scope, block: int, end: int) -> str:
    """What stands in the sentence up to `end`."""
    text = scope.texts[block][max(end - _SENTENCE, 0) : end]
    return re.split("[。！？]", text)[-1]


def _plain(number: str) -> str:
    return number.replace(",", "").strip()


# --- Rules -------------------------------------------------------------------------------------

_TWO = (figure("新增学位", "1200", "个"), figure("高考上线人数", "800", "人"))
_FEW = figure("新增学位", "3", "个")
_DOUBTFUL = figure("新增学位", "1200", "个", confirmed=False)
RULES = (
    Rule(
        id="C14",
        family=Family.NUMERALS,
        title="同一项数据前后不一",
        level=Level.ERROR,
        source="内部核对",
        why="一项工作只有一个数，前后不一，全篇的数都会让人起疑。",
        bad=(
            said("今年新增学位⟦1300个⟧。", opening="今年新增学位1300个。", figures=_TWO),
            said("高考上线人数达到⟦850人⟧。", opening="高考上线人数达到850人。", figures=_TWO),
            "全市农田灌溉面积32万亩。\n全市农田灌溉面积达到⟦35万亩⟧。",
        ),
        good=(
            said("今年新增学位1200个。", opening="今年新增学位{新增学位}。", figures=_TWO),
            said("去年新增学位900个。", opening="去年新增学位900个。", figures=_TWO),
            "全市农田灌溉面积32万亩，比上年增加3万亩。",
        ),
        find=_two_values,
    ),
    Rule(
        id="H3",
        family=Family.DATA,
        title="数据还没有确认",
        level=Level.WARNING,
        source="稿台：数据台账核对",
        why="没有经提供处室确认的数，讲出去就收不回来。",
        bad=(
            said("新增学位⟦1200个⟧。", opening="新增学位{新增学位}。", figures=(_DOUBTFUL,)),
            said(
                "共⟦46处⟧。",
                opening="共{雨量站}。",
                figures=(figure("雨量站", "46", "处", confirmed=False, department="防御处"),),
            ),
            said(
                "完成⟦3亿元⟧，学位⟦1200个⟧。",
                opening="完成{投资}，学位{新增学位}。",
                figures=(figure("投资", "3", "亿元", confirmed=False), _DOUBTFUL),
            ),
        ),
        good=(
            said("新增学位1200个。", opening="新增学位{新增学位}。", figures=_TWO),
            said("新增学位1200个。", opening="新增学位1200个。", figures=(_DOUBTFUL,)),
            "新增学位1200个。",
        ),
        find=_unconfirmed,
    ),
    Rule(
        id="H4",
        family=Family.DATA,
        title="台账里有的数据，文中是手写的",
        level=Level.HINT,
        source="稿台：数据台账核对",
        why="引用台账的数，台账一改，全篇跟着改，不会前后不一。",
        bad=(
            said("新增学位⟦1200个→{新增学位}⟧。", opening="新增学位1200个。", figures=_TWO),
            said("新增中小学学位⟦1200个⟧。", opening="新增中小学学位1200个。", figures=_TWO),
            said(
                "今年新建雨量站⟦46处→{雨量站}⟧。",
                opening="今年新建雨量站46处。",
                figures=(figure("雨量站", "46", "处"),),
            ),
        ),
        good=(
            said("新增学位1200个。", opening="新增学位{新增学位}。", figures=_TWO),
            said("新设岗位1200个。", opening="新设岗位1200个。", figures=_TWO),
            said(
                "新增学位3个。", opening="新增学位3个。", figures=(figure("新增学位", "3", "个"),)
            ),
        ),
        find=_retyped,
        remedy=Remedy.SUGGESTED,
    ),
)
