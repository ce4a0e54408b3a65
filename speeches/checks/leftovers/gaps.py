"""A4–A6, A11: what is missing: deleted numbers and names, blanks, text that a site left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.leftovers.masks import ANYWHERE, MASKS
from speeches.checks.scope import HAN, Place, Scope

_TAKEN_OUT = re.compile(
    "(?:共计|总计|累计|共有|达到?|超过?|投资|新增|培训|发放|惠及|覆盖|约|近)"
    "(?P<over>余(?=[人名个家所项件万亿台套户亩辆]))"
    "|[^\\d十百千万亿多几余其剩结节盈富](?P<times>余)(?=人次)"
    "|(?:投资|资金|收入|产值|争取|拨付|投入)(?:达到?|约|近|超过|突破|完成)?"
    "(?P<unit>[万亿]元(?=[，。；、,;]))"
    "|[，。；：,;:\n](?:(?P<who>同志(?=[解传作通宣介主汇]))"
    "|(?P<some>个(?=处室|单位|部门|县|乡镇|街道|村|项目|学校|方面|环节)))"
    "|于(?P<when>年月日?)(?=[，召开印])"
)
# Places where a number or words left a gap; each begins with a character that is rare.
_GAPS = (
    re.compile(
        rf"(?P<blank>[ 　](?<=[{HAN[1:-1]}、].)[ 　]{{0,3}})"
        r"(?=[万亿]元(?!户|级|店)|[%％]|元[，。；、,;]|个百分点)"
    ),
    re.compile("\n(?P<head>[，、；,;])"),
    re.compile("(?P<told>是。(?<=(?:任务|目的|目标|主题|重点)是。))"),
    re.compile("年(?P<day>[ 　]{1,4}月[ 　]{1,4})日"),
)
_PENDING = "待补|待填|待核|待查|待写|待定|此处填|此处补|请填|请补|补充数据|原文缺失"
_BLANK = re.compile(
    rf"(?:〔(?=[^〕\n]{{0,20}}(?:{_PENDING}))|【(?=[^】\n]{{0,20}}(?:{_PENDING})))[^〕】\n]{{1,60}}[〕】]"
    "|[〔【]空缺[〕】]"
    rf"|[（(［\[](?:[^）)］\]\n]{{0,6}}(?:待补充?|待填|此处填写)[^）)］\]\n]{{0,12}})[）)］\]]"
    r"|[（(［\[]待(?:核实?|查实?|写)[）)］\]]"
    r"|(?<=[\u4e00-\u9fff，、,])[［\[〔](?:姓名|单位|单位名称|名称|日期|时间|地点|数字|数据|职务|会议名称)[］\]】〕]"
    r"|[【〔（《“][ 　]{0,8}[】〕）》”]"
    r"|\{\{[^{}\n]{0,40}\}\}|\{[^{}\n]{1,40}\}|[_＿]{2,}+"
    r"|…{1,2}(?=(?:[万亿]元(?!户)|个百分点|[%％]|[户所项][，。；,;]))"
)
_ORGAN = "(?:委|政府|人民政府|人大|政协|纪委)"
# What is masked, and what shows that the same is named elsewhere; `key` is what they share.
_MASKED_PLACE = re.compile(
    rf"(?<![A-Za-z\d{MASKS}])(?P<what>[{MASKS}]{{1,3}}(?P<key>[市县区])){_ORGAN}"
)
_PLACE = re.compile(rf"(?P<key>[市县区]){_ORGAN}")
_MASKED_NAME = re.compile(rf"(?P<what>(?P<key>{HAN})[{MASKS}]{{1,2}})同志")
_CUT = re.compile(
    r"[（(【\[]?(?:此处|以下|中间|下文)?(?:省略|略去|删去|隐去)(?:约|了)?[ 　]?\d{1,6}"
    r"[ 　]?余?个?字[）)】\]]?"
    r"|[（(【\[]?未完[，,]?(?:待续|全文共[ 　]?\d{2,6}[ 　]?字)[）)】\]]?"
    r"|[（(【\[]?全文共[ 　]?\d{3,6}[ 　]?字[）)】\]]?"
    r"|[（(【\[](?:此处|以下|下|后|余|中间)?(?:内容|部分|从|省)?略[）)】\]]"
)
_DOTS = re.compile(r"[….·。]{2,60}")
# In a host's script a line of dots stands for what the guest says.
_INVITES = re.compile("请|议程|进行第|有请|大家欢迎")
_INVITATION = 60
_PERSON = re.compile("同志(?!们)")
_NAME_OF_PLACE = re.compile(
    rf"(?:^|[，。；：、“（在向由和与对经请为是把])(?P<name>{HAN}(?![全本我各该这城成同上两暨]){HAN})$"
)
_NAME = re.compile(rf"(?:^|[，。；：、“（在向由与和对请] ?)(?P<name>{HAN}{{3}})$")


_WHAT_IS_GONE = {
    "over": "“余”前面少了数字，请补上。",
    "times": "“余”前面少了数字，请补上。",
    "unit": "“{}”前面少了数字，请补上。",
    "who": "“同志”前面少了姓名，请补上。",
    "some": "“个”前面少了数字，请补上。",
    "when": "日期里少了数字，请补上。",
    "day": "日期里少了数字，请补上。",
    "blank": "这里空着，少了数字，请补上。",
    "told": "“是”后面没有内容，可能少了字，请核对。",
    "head": "段首不会是“{}”，前面可能少了字，请核对。",
}


def _taken_out(scope: Scope) -> Iterator[Hit]:
    for match in chain(*(pattern.finditer(scope.plain) for pattern in (_TAKEN_OUT, *_GAPS))):
        kind = match.lastgroup or ""
        block, start = scope.at(match.start(kind))
        text = match[kind]
        if scope.places[block] is Place.BODY:
            yield Hit(block, start, start + len(text), _WHAT_IS_GONE[kind].format(text))


def _blanks(scope: Scope) -> Iterator[Hit]:
    needs = "【〔（《“{_＿…[［("
    for seen in scope.search(_BLANK, needs=needs, where=ANYWHERE, raw=True):
        yield Hit(seen.block, seen.start, seen.end, _where_to_fill(seen.match[0]))


def _where_to_fill(text: str) -> str:
    if text.startswith("〔待补：") and len(text) > len("〔待补：〕"):
        return f"数据“{text[4:-1]}”还没有数值，请到数据里填上。"
    if "原文缺失" in text:
        return "导入的原文在这里缺了内容，请找到原稿补上。"
    if text.startswith("{"):
        return f"“{text}”没有对应的内容，请改成数据或标题的名称，或直接写出来。"
    return "这里留了空，请补上内容。"


def _partly(scope: Scope) -> Iterator[Hit]:
    if not any(mark in scope.text for mark in MASKS):
        return
    for masked, names in ((_MASKED_PLACE, _places(scope)), (_MASKED_NAME, _persons(scope))):
        known = dict(names)
        for seen in scope.search(masked, raw=True):
            if name := known.get(seen.match["key"]):
                message = (
                    f"文中别处写出了“{name}”，这里却用符号代替，请统一：都写出来，或者都不写。"
                )
                yield Hit(seen.block, seen.start, seen.start + len(seen.match["what"]), message)


def _places(scope: Scope) -> Iterator[tuple[str, str]]:
    """市, 县 and 区 with a place that the text names."""
    for seen in scope.search(_PLACE):
        if name := _NAME_OF_PLACE.search(
            scope.texts[seen.block][max(seen.start - 3, 0) : seen.start]
        ):
            yield seen.match["key"], name["name"] + seen.match["key"]


def _persons(scope: Scope) -> Iterator[tuple[str, str]]:
    """Surnames with the person of three characters that the text names."""
    for seen in scope.search(_PERSON, needs=("同志",)):
        if name := _NAME.search(scope.texts[seen.block][max(seen.start - 5, 0) : seen.start]):
            yield name["name"][0], name["name"]


def _cut(scope: Scope) -> Iterator[Hit]:
    message = "原文在这里被省略了，请找到原稿补上。"
    needs = ("略", "删去", "隐去", "未完", "全文共")
    for seen in scope.search(_CUT, needs=needs, where=ANYWHERE):
        yield Hit(seen.block, seen.start, seen.end, message)
    said = [block for block, _ in scope.blocks({Place.BODY})]
    for at, block in enumerate(said):
        text = scope.texts[block]
        if text[0] in "….·。" and _DOTS.fullmatch(text):
            if not at or not _INVITES.search(scope.texts[said[at - 1]][-_INVITATION:]):
                yield Hit(block, 0, len(text), message)
        elif block == said[-1] and text.endswith(("…", "...")):
            told = "讲话停在省略号上，后面可能缺了，请核对。"
            yield Hit(block, len(text.rstrip("….")), len(text), told, None, Level.WARNING)


RULES = (
    Rule(
        id="A4",
        family=Family.LEFTOVERS,
        title="数字或姓名可能被删掉了",
        level=Level.WARNING,
        source="前后一致：句子缺了数字或姓名",
        why="从网上抄来的稿子常把数字和姓名删掉，句子就不完整了。",
        bad=(
            "参加培训的共计⟦余⟧人。",
            "刚才，⟦同志⟧解读了方案，⟦个⟧处室作了发言。",
            "项目总投资⟦亿元⟧，会议于⟦年月日⟧召开。",
        ),
        good=(
            "参加培训的共计200余人，发放余下的补助。",
            "刚才，李明同志解读了方案，3个处室作了发言。",
            "总投资亿元以上的项目有12个，请填写出生年月日。",
        ),
        find=_taken_out,
    ),
    Rule(
        id="A5",
        family=Family.LEFTOVERS,
        title="空着没有填的地方",
        level=Level.ERROR,
        source="惯例：定稿不留空",
        why="待补的方括号、横线和模板里的空格都要在定稿前填好。",
        bad=(
            "新建学校⟦【待补】⟧所，投资⟦____⟧万元。",
            "受助学生⟦〔待补：受助学生〕⟧，增长⟦……⟧%。",
            "完成⟦{{投资}}⟧，出台了⟦《》⟧。\n⟦〔此处原文缺失〕⟧",
        ),
        good=(
            "新建学校12所，投资300万元。",
            "经费〔2025〕8号文件已经印发，【要闻】栏目开通。",
            "我们修路、架桥、办学……群众都看在眼里（地点待定）。",
        ),
        find=_blanks,
    ),
    Rule(
        id="A6",
        family=Family.LEFTOVERS,
        title="同一个名字有的地方隐去、有的地方没有",
        level=Level.WARNING,
        source="前后一致：要隐去就全部隐去",
        why="一处写出来，另一处的符号就没有意义了，还显得前后不一。",
        bad=(
            "在清河市委领导下，⟦x市⟧政府出台了办法。",
            "⟦××县⟧委召开会议，临江县政府作了部署。",
            "程敬川同志主持会议，⟦程××⟧同志作了总结。",
        ),
        good=(
            "在清河市委领导下，市政府出台了办法。",
            "清河市委召开会议，全市政府部门都作了部署。",
            "程敬川同志主持会议，敬川同志作了总结。",
        ),
        find=_partly,
    ),
    Rule(
        id="A11",
        family=Family.LEFTOVERS,
        title="原文被省略",
        level=Level.ERROR,
        source="前后一致：内容不完整",
        why="网站省略的文字和只有省略号的一行，说明正文缺了一段。",
        bad=(
            "要抓好落实⟦（省略882字）⟧。",
            "各项工作进展顺利。\n⟦未完，全文共9066字⟧",
            "一是抓进度。\n⟦……⟧\n三是抓质量。",
        ),
        good=(
            "省略中间环节，全文共三个部分，都讲了。",
            "大家修路、架桥、办学……都很辛苦。\n谢谢大家！",
            "这项工作还没有完，要待续前缘，略去细节不谈。",
        ),
        find=_cut,
    ),
)
