"""A13–A14: line breaks inside sentences, and headings that run on into the text.

A break cannot be mended in the text, as it stands between two blocks: A13 has no fix, though the
catalogue gives one; the importer joins such lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import Label, Style
from speeches.checks.scope import HAN, Place, Scope

_SHORTEST = 10  # characters of a line that ends in a comma: shorter ones are salutations or verse
_ADDRESSED = re.compile("(?:们|领导|来宾|嘉宾|代表|委员)[，,]$")
_NEAR = 72  # so many characters of the next line are searched for a closing mark
# Characters of lines that a page wrapped, how far their ends differ, and how many tell.
_NARROWEST = 18
_WIDEST = 45
_RAGGED = 3
_FEWEST = 3
_ENDED = re.compile(r"[。！？；：.!?;:…][”’）》〉】)\"']*$")
_CLOSER = {"《": "》", "“": "”", "（": "）"}
_OPEN = re.compile("[《“（][^《》“”（）\n]{0,200}$")
# No sentence ends in these; 的 may (是值得的).
_CANNOT_END = re.compile(
    "(?:[和与及把被将各](?<![平谐温饱谦祥暖随缓中调柔总共求人亲和].)(?<![参赋给授响普涉以波推惠企触顾危提遍].)"
    "(?<![一火棉植大小老干猛强掌即].)|以及|(?<=[，。；：])我们"
    "|(?:重要|重大|主要|具体|突出|相关|有关|优异|良好|新|[更最][大高实强好多])的)$"
)
_GOES_ON = re.compile(HAN)
_UNIT = re.compile("[%％年月日万亿个所名家项元人次]")
_COUNTED = re.compile(r"(?:\d{1,4}年(?:\d{1,2}月)?|[增减长降达到近约共计])\d{1,4}(?:\.\d{1,2})?$")
_DIGIT = re.compile(rf"(?:{HAN}|[\d.])\d$")
_AMOUNT = re.compile("[万亿]元|元[，。]|[%％]|个百分点|平方[公千]?米(?!数)|公里(?!数)|公顷(?!数)")
_WHEN = re.compile("(?:[今去前明上下半]年|以来|期间|下一步|月份|目前|当前|近期|同时)[，,]$")
_MARK = re.compile("[，。；：！？、,;:!?]")
_BEGINS = (
    "(?:20\\d\\d年是|[今去]年以来，|一年来，|近年来，|当前，|今年，|过去一年，"
    "|上半年，|下半年，|同志们，|今年是(?=党|我|全|“|推|实|决|承|贯|落)|党的十[八九]大以来，|党的二十大以来，"
    "|习近平总书记(?:多次)?(?:强调|指出)|过去的?一(?:学)?年，)"
).replace("，", "[，,]")
_RUNS_ON = re.compile(
    r"(?:[^，。；：！？、,;:\n]{2,14}[，、,]){0,3}?[^，。；：！？、,;:\n]{4,30}?"
    rf"(?P<last>{HAN}(?<![在从对自由于是而且但因到道为说出明白得见想清认知])|[”》])(?={_BEGINS})"
)
_GLUED = re.compile(
    rf"(?P<last>{HAN}|[”》])(?:(?<![第初周期十至到和与及])(?P<han>[二三四五六七八九])、(?![一二三四五六七八九十])"
    rf"|（(?P<bracketed>[二三四五六七八九])）(?![项条款目至到和与、））]))(?={HAN}{{3}})"
)
# 胜利收官2020年是…: a sentence that ended without a mark, wherever it stands.
_YEAR_ON = re.compile(
    "(?:收官|完成|落幕|成效|成绩|突破|进展|提升|平稳|向好|好转|闭幕|实现)(?<=(?P<last>.))"
    r"(?=20\d\d年是[^，。；：！？\n]{0,24}(?:之年|一年|开局|关键|起步))"
)
_NUMBERS = "一二三四五六七八九"


def broken_lines(scope: Scope) -> Iterator[Hit]:
    message = "句子在这里断开了，后面另起了一段，请把下一段接上来。"
    opening = {label.block for label in scope.labels if label.opens}
    body = [
        block
        for block, text in enumerate(scope.texts)
        if scope.places[block] is Place.BODY and text
    ]
    wrapped = set(_wrapped(scope, body))
    for block, following in pairwise(body):
        if following != block + 1 or following in opening:
            continue
        before, behind = scope.texts[block], scope.texts[following]
        if block in wrapped or _breaks(before, behind):
            yield Hit(block, len(before) - 1, len(before), message)


def _breaks(before: str, behind: str) -> bool:
    """Whether one line alone shows that its sentence goes on in the next."""
    if before.endswith(("，", "、", ",")):
        is_clause = len(before) >= _SHORTEST or _WHEN.search(before)
        return bool(is_clause) and not _ADDRESSED.search(before)
    if _CANNOT_END.search(before[-6:]) and _GOES_ON.match(behind):
        return len(before) > _SHORTEST
    if _COUNTED.search(before[-12:]) and _UNIT.match(behind):
        return True
    if _DIGIT.search(before[-2:]) and _AMOUNT.match(behind):
        return True
    left = _OPEN.search(before[-200:])
    if left is None:
        return False
    opener = left[0][0]
    end = behind.find(_CLOSER[opener])
    return 0 <= end < _NEAR and opener not in behind[:end]


def _wrapped(scope: Scope, body: Sequence[int]) -> Iterator[int]:
    """Full lines that end amid sentences, where all lines are short and such ones are many."""
    for short, group in groupby(body, key=lambda block: len(scope.texts[block]) <= _WIDEST):
        lines = list(group)
        edge = max(len(scope.texts[block]) for block in lines)
        full = [
            block
            for block in lines
            if len(scope.texts[block]) >= edge - _RAGGED
            and not _ENDED.search(scope.texts[block][-4:])
        ]
        is_text = any("。" in scope.texts[block] for block in full)
        if short and edge >= _NARROWEST and len(full) >= _FEWEST and is_text:
            yield from full


def _glued(scope: Scope) -> Iterator[Hit]:
    message = "标题和正文连在了一起，请在标题后面加句号或者另起一段。"
    opened = [label for label in scope.labels if label.opens]
    told: set[tuple[int, int]] = set()
    for label in opened:
        if scope.places[label.block] is Place.BODY:
            found = _RUNS_ON.match(scope.plain_of(label.block), label.end)
            if found:
                told.add((label.block, found.start("last")))
                yield _behind(label.block, found.start("last"), found["last"], message)
    for seen in scope.search(_YEAR_ON, needs=("年是",), where={Place.BODY}):
        if (seen.block, seen.end - 1) not in told:
            yield _behind(seen.block, seen.end - 1, seen.match["last"], message)
    counted = {style: _Counted(opened, style) for style in (Style.HAN, Style.HAN_BRACKETED)}
    for seen in scope.search(_GLUED, needs=("、", "）"), where={Place.BODY}):
        number = seen.match["han"] or seen.match["bracketed"]
        style = Style.HAN if seen.match["han"] else Style.HAN_BRACKETED
        if counted[style].lacks(_NUMBERS.index(number) + 1, (seen.block, seen.start)):
            yield _behind(seen.block, seen.start, seen.match["last"], message)


def _behind(block: int, start: int, last: str, message: str) -> Hit:
    return Hit(block, start, start + 1, message, f"{last}。")


class _Counted:
    """The numbers of one style that open blocks, by place."""

    def __init__(self, opened: Iterable[Label], style: Style) -> None:
        same = [label for label in opened if label.style is style]
        self._places = [(label.block, label.start) for label in same]
        self._numbers = [label.number for label in same]

    def lacks(self, number: int, place: tuple[int, int]) -> bool:
        """Whether the list stands at the number before, and skips this one."""
        at = bisect_left(self._places, place)
        return self._numbers[at - 1 : at] == [number - 1] and (
            self._numbers[at : at + 1] != [number]
        )


RULES = (
    Rule(
        id="A13",
        family=Family.LEFTOVERS,
        title="句子中间断行",
        level=Level.ERROR,
        source="前后一致：一句话不分成两段",
        why="从 PDF 或网页复制时，每行后面的换行会变成分段。",
        bad=(
            "各单位要把这项工作摆上重要位置⟦，⟧\n一级抓一级，层层抓落实。",
            "会议印发了《全市校园安全管⟦理⟧\n工作实施方案》，请大家抓好落实。",
            (
                "今年以来，全系统上下共同努力，各项工作取得了新的进⟦展⟧\n"
                "步。项目建设按计划推进，上半年开工的有十二个，完成⟦了⟧\n"
                "全年任务的一半以上。下一步，大家要继续努力，抓好后⟦面⟧\n的工作。"
            ),
        ),
        good=(
            "同志们：\n今天召开年中工作会议。",
            "要抓好以下工作，\n一是抓进度，二是抓质量。",
            "会议印发了《全市校园安全管理工作实施方案》\n请大家抓好落实。",
        ),
        find=broken_lines,
    ),
    Rule(
        id="A14",
        family=Family.LEFTOVERS,
        title="标题和正文连在一起",
        level=Level.WARNING,
        source="惯例：标题另起一段，或者用句号与正文分开",
        why="没有停顿，听的人分不清哪里是标题。",
        bad=(
            "一、上年任务圆满收⟦官→官。⟧2025年是承上启下的一年。",
            "（一）增强紧迫⟦感→感。⟧今年以来，任务一直很重。",
            "（一）抓项目。项目建设有序推⟦进→进。⟧（二）抓改革。改革继续深化。",
        ),
        good=(
            "一、上年任务圆满收官。2025年是承上启下的一年。",
            "（一）抓项目。按照规定第（二）项执行，初二、高二年级先行。",
            "一、发展第二、三产业是今年以来，大家关心的事。",
        ),
        find=_glued,
        remedy=Remedy.SUGGESTED,
    ),
)
