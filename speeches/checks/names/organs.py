"""E. Names, posts and the wording of policy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.examples import Example
from speeches.checks.listed import listed
from speeches.checks.scope import PROSE, Scope
from speeches.checks.settings import Settings
from speeches.checks.words import List

# Set phrases that are written in quotes; one text does not write them both ways.
_QUOTED = (
    r"四个意识|四个自信|两个维护|两个确立|四个全面|五位一体|三个代表"
    r"|三严三实|两学一做|三会一课|三重一大|一岗双责|双减|双一流"
    r"|一带一路|三农|放管服|双随机、一公开|两不愁三保障|五育并举|四风"
    r"|双碳|十三五|十四五|十五五"
)
_UNQUOTED = re.compile(rf"(?<![“‘《〈\u3400-\u9fff])(?:{_QUOTED})(?![”’\u3400-\u9fff]*”)")


def _organs(scope: Scope) -> Iterator[Hit]:
    """Where a text writes them both ways, another rule says so."""
    for word in listed(scope, List.ORGANS):
        if word.entry.right in scope.text:
            continue
        message = f"并列的机关之间加顿号：“{word.entry.right}”。"
        yield Hit(word.block, word.start, word.end, message, word.entry.right)


def _two_ways(scope: Scope) -> Iterator[Hit]:
    """What is written in one way here and in another there: the form that is right stays."""
    for word in listed(scope, List.ORGANS):
        right = word.entry.right
        if right in scope.text:
            message = f"全文有的写“{word.entry.term}”，有的写“{right}”，请统一。"
            yield Hit(word.block, word.start, word.end, message, right)
    for seen in scope.search(_UNQUOTED, where=PROSE):
        quoted = f"“{seen.match[0]}”"
        if quoted in scope.text:
            message = f"“{seen.match[0]}”有的加引号，有的没有加，请统一。"
            yield Hit(seen.block, seen.start, seen.end, message, quoted)


_AREA = re.compile(r"^.{1,9}?[省市县区州盟旗]")
_JOINS = re.compile(r"[与和、及]")
_SUFFIX = re.compile(r"^(?P<stem>.{4,16}?)(?P<suffix>处|科|室|局|厅|委|办|院|中心)$")


def short_forms(name: str) -> Iterator[str]:
    """What a unit is called for short: the first characters of its words (职成处, 教体局)."""
    divided = _SUFFIX.match(name)
    if divided is None:
        return
    words = [
        piece[at : at + 2]
        for piece in _JOINS.split(divided["stem"])
        for at in range(0, len(piece), 2)
    ]
    for kept in (words, [word for word in words if word != "教育"]):
        if len(kept) > 1 and all(len(word) > 1 for word in kept):
            yield "".join(word[0] for word in kept) + divided["suffix"]


def _units(scope: Scope) -> Iterator[Hit]:
    """A short form of a unit before its full name was said."""
    area_left_out = [_AREA.sub("", name) for name in scope.settings.bureau[:1]]
    for full in (*scope.settings.departments, *area_left_out):
        known = scope.text.find(full)
        for short in dict.fromkeys(short_forms(full)):
            first = next(scope.search(re.compile(re.escape(short)), needs=(short,)), None)
            if first and not 0 <= known < first.match.start():
                message = f"第一次提到宜用全称“{full}”，以后再用“{short}”。"
                yield Hit(first.block, first.start, first.end, message, full)


_KINDS = re.compile(
    r"(?:(?:实施|指导|若干)意见(?:工作|实施|行动)?(?:方案|办法|计划|规划)"
    r"|(?:实施|工作|行动|总体)方案(?:工作)?(?:办法|计划|细则)"
    r"|(?:行动|工作|实施)计划(?:工作|实施)?方案|管理办法(?:工作)?(?:方案|意见))(?![\u3400-\u9fff]?(?:建议|的))"
)


def _two_kinds(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_KINDS, needs=("意见", "方案", "计划", "办法")):
        message = f"“{seen.match[0]}”把两种文种叠在一起，请核对文件名称，只留一个。"
        yield Hit(seen.block, seen.start, seen.end, message)


_OFFICE = Settings(
    bureau=("临山县教育体育局", "县教育体育局"),
    departments=("职业教育与成人教育处", "计划财务处", "体育卫生与艺术教育处"),
)


def _of_office(texts: Iterable[str]) -> tuple[Example, ...]:
    return tuple(Example(text, settings=_OFFICE) for text in texts)


RULES: tuple[Rule, ...] = (
    Rule(
        id="E1",
        family=Family.NAMES,
        title="机关之间缺少顿号",
        level=Level.WARNING,
        source="惯例；GB/T 15834—2011 4.5.3.1；词表“机构名称”",
        why="几个机关并列，中间用顿号；本地习惯不用的，可以停用这条规则。",
        bad=(
            "认真落实⟦市委市政府→市委、市政府⟧决策部署。",
            "在⟦党中央国务院→党中央、国务院⟧坚强领导下，各项工作稳步推进。",
            "⟦县委县政府→县委、县政府⟧高度关注学位建设。",
        ),
        good=(
            "认真落实市委、市政府决策部署。",
            "市委教育工委和市政府教育督导室联合检查。",
            "在党中央、国务院坚强领导下，各项工作稳步推进。",
        ),
        find=_organs,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="E2",
        family=Family.NAMES,
        title="同一名称两种写法",
        level=Level.WARNING,
        source="惯例：全文一致",
        why="同一个名称、提法在一篇稿子里只用一种写法。",
        bad=(
            "落实市委、市政府部署，\n请⟦市委市政府→市委、市政府⟧放心。",
            "“十四五”开局良好。\n⟦十四五→“十四五”⟧以来，新建学校十八所。",
            "“双减”要巩固，⟦双减→“双减”⟧成果来之不易。",
        ),
        good=(
            "落实市委、市政府部署，请市委、市政府放心。",
            "“十四五”开局良好。“十四五”以来，新建学校十八所。",
            "十四五以来，新建学校十八所。",
        ),
        find=_two_ways,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E3",
        family=Family.NAMES,
        title="单位没有先用全称",
        level=Level.WARNING,
        source="惯例；本单位处室名单",
        why="单位名称第一次出现用全称，听的人才知道说的是谁。",
        bad=_of_office(
            (
                "今年以来，⟦教体局→教育体育局⟧上下齐心协力。",
                "由⟦职成处→职业教育与成人教育处⟧牵头制定办法。",
                "⟦计财处→计划财务处⟧要按月通报进度。计划财务处要主动服务。",
            )
        ),
        good=_of_office(
            (
                "今年以来，教育体育局上下齐心协力，教体局党委逐校走访。",
                "由职业教育与成人教育处牵头制定办法。",
                "计划财务处要按月通报进度。计财处要主动服务。",
            )
        ),
        find=_units,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E12",
        family=Family.NAMES,
        title="文种叠用",
        level=Level.WARNING,
        source="《党政机关公文处理工作条例》（2012）第八条；惯例",
        why="一份文件只有一个文种，“意见”“方案”叠在一起多半记错了名称。",
        bad=(
            "印发劳动教育⟦实施意见工作方案⟧。",
            "制定课后服务⟦实施方案办法⟧。",
            "出台校园安全三年⟦行动计划方案⟧。",
        ),
        good=(
            "印发劳动教育实施意见。",
            "制定贯彻实施意见的工作方案。",
            "出台校园安全三年行动计划。",
        ),
        find=_two_kinds,
    ),
)
