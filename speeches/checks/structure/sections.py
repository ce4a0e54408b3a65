"""The catalogue's chapter D, headings and parts: D17 to D24."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import Place, Scope
from speeches.document.language import length
from speeches.document.tree import Heading, headings

_NUMBER = re.compile(
    r"[ \u3000]*(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、，,.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|\d{1,2}[.．、](?!\d)|[①-⑳])[ \u3000]*"
)
_HOLE = "〔"  # 〔此处原文缺失〕 is no heading
_MARKS = "。，：；！？,:;.!?"


class Title(NamedTuple):
    """A heading: its words text[start:end] of a block, without number and end mark.

    `place` counts it among all; `own_line` is false where it is run in.
    """

    block: int
    start: int
    end: int
    level: int
    own_line: bool


def titles(scope: Scope) -> list[Title]:
    """All headings, on their own lines and run in, in order."""
    found = []
    for block, what in enumerate(scope.document.blocks):
        at = 0
        for heading in headings(what):
            shown = "".join(run.text for run in heading.runs)
            at = scope.texts[block].index(shown, at)
            number = _NUMBER.match(shown)
            start = at + (number.end() if number else 0)
            at += len(shown)
            words = scope.texts[block][start:at].rstrip(_MARKS)
            end = start + len(words)
            if words and not words.startswith(_HOLE):
                found.append(Title(block, start, end, heading.level, isinstance(what, Heading)))
    return found


def _siblings(found: list[Title]) -> Iterator[list[Title]]:
    """Headings of one level under one heading."""
    open_: dict[int, list[Title]] = {}
    for title in found:
        for level in [level for level in open_ if level > title.level]:
            yield open_.pop(level)
        open_.setdefault(title.level, []).append(title)
    yield from open_.values()


def _empty(scope: Scope) -> Iterator[Hit]:
    """Headings with nothing under them, where one beside them has something."""
    for group in _siblings(titles(scope)):
        bare = [title for title in group if _is_bare(scope, title)]
        if len(bare) < len(group):
            for title in bare:
                yield _hit(title, "这个标题下面没有内容。")


def _hit(title: Title, message: str) -> Hit:
    return Hit(title.block, title.start, title.end, message)


def _is_bare(scope: Scope, title: Title) -> bool:
    """Whether a heading of the same or a higher level follows at once, or nothing."""
    blocks = scope.document.blocks
    if not title.own_line or blocks[title.block].text.endswith(_STOPS):
        return False
    if title.block + 1 == len(blocks):
        return True
    after = blocks[title.block + 1]
    return isinstance(after, Heading) and after.level <= title.level


_STOPS = ("。", "！", "？", "；", "…", ".", ";")  # a short paragraph may be taken for a heading
_SHORT = 1500  # characters of a speech that has all its parts
_NEEDED = {
    "问题": re.compile("问题|不足|短板|差距|薄弱|困难|矛盾|隐患"),
    "要求": re.compile("要求|保障|责任|作风|纪律|组织领导|落实"),
}
_CALL = re.compile("让我们|同志们|谢谢|努力|奋斗|奋力|奋进|贡献|篇章|再创|信心|希望|预祝|祝")
_LAST = 3  # paragraphs in which the call stands
_TITLE = re.compile("讲话|发言提纲")


def _lacking(scope: Scope) -> Iterator[Hit]:
    texts = [text for _, text in scope.blocks({Place.BODY})]
    title = next(scope.blocks({Place.TITLE}), None)
    if title is None or len(scope.text) < _SHORT or len(scope.parts) < _LEAST_PARTS + 1:
        return
    if not _TITLE.search(scope.text, 0, scope.offset(title[0], len(title[1]))):
        return
    lacking = [f"讲{name}" for name, said in _NEEDED.items() if not said.search(scope.text)]
    if not any(_CALL.search(text) for text in texts[-_LAST:]):
        lacking.append("号召和结尾")
    if lacking:
        message = f"全文没有找到{'、'.join(lacking)}的内容，看看是否缺了一块。"
        yield Hit(title[0], 0, len(title[1]), message)


_LEAST_PARTS = 2
_BARE_PROBLEMS = re.compile(
    r"(?:^|(?<=\n))(?:(?:目前|当前|工作中)[，,]?)?(?:主要)?存在(?:的|一些|以下|着|不少)?(?:突出|主要)?(?:问题|不足|短板|差距)"
)


def _unhinged(scope: Scope) -> Iterator[Hit]:
    """Problems that begin a paragraph right behind achievements, without a word between."""
    for seen in scope.search(_BARE_PROBLEMS, where={Place.BODY}):
        before = seen.block - 1
        if before >= 0 and scope.places[before] is Place.BODY:
            text = scope.texts[seen.block][seen.start : seen.end]
            fix = f"在肯定成绩的同时，也要看到{text}"
            message = "从成绩直接说到问题，缺一句过渡的话，如“在肯定成绩的同时，也要看到”。"
            yield Hit(seen.block, seen.start, seen.end, message, fix)


_LEAST_ALIKE = 3
_SPREAD = 4  # characters


def _unequal(scope: Scope) -> Iterator[Hit]:
    """The one heading that is much longer or shorter than all beside it, which are alike."""
    for group in _siblings(titles(scope)):
        if len(group) <= _LEAST_ALIKE:
            continue
        middle = median(title.end - title.start for title in group)
        odd = [title for title in group if abs(title.end - title.start - middle) > 1]
        if len(odd) == 1 and abs(odd[0].end - odd[0].start - middle) > _SPREAD:
            number = odd[0].end - odd[0].start
            message = f"并列的标题都是{middle:.0f}个字左右，这一个是{number}个字，不够整齐。"
            yield _hit(odd[0], message)


_LONGEST_TITLE = 20


def _long_titles(scope: Scope) -> Iterator[Hit]:
    for title in titles(scope):
        number = title.end - title.start
        if number > _LONGEST_TITLE:
            yield _hit(
                title, f"标题有{number}个字，超过{_LONGEST_TITLE}个字，念起来长，听的人记不住。"
            )


def _shares(scope: Scope) -> Iterator[Hit]:
    """Parts that are less than 5 % of all parts together, or more than 60 %."""
    parts = [(part.heading, part.blocks) for part in scope.parts if part.heading is not None]
    sizes = [sum(length(scope.texts[block]) for block in blocks) for _, blocks in parts]
    total = sum(sizes)
    if len(parts) <= _LEAST_PARTS or total < _SHORT:
        return
    for (heading, _), size in zip(parts, sizes, strict=True):
        share = round(100 * size / total)
        if not _LEAST_SHARE <= share <= _MOST_SHARE:
            much = "偏少" if share < _LEAST_SHARE else "偏多"
            message = f"这个部分占各部分总字数的{share}%，篇幅{much}。"
            yield Hit(heading, 0, len(scope.texts[heading]), message)


_LEAST_SHARE, _MOST_SHARE = 5, 60


def _both_kinds(scope: Scope) -> Iterator[Hit]:
    """The headings of the rarer kind, where of one level some are run in and some are not."""
    for group in _siblings(titles(scope)):
        kinds: dict[bool, list[Title]] = defaultdict(list)
        for title in group:
            kinds[title.own_line].append(title)
        if len(kinds) > 1:
            rarer = min(kinds.values(), key=len)
            there, here = ("单独成行", "接排") if not rarer[0].own_line else ("接排", "单独成行")
            for title in rarer:
                yield _hit(title, f"同级的标题有的{there}，这一个{here}，应当一致。")


_LONGEST_PARAGRAPH = 400


def _long_paragraphs(scope: Scope) -> Iterator[Hit]:
    for block, text in scope.blocks({Place.BODY}):
        number = length(text) if len(text) > _LONGEST_PARAGRAPH else 0
        if number > _LONGEST_PARAGRAPH:
            end = min(_SHOWN, len(text))
            yield Hit(
                block, 0, end, f"这一段有{number}个字，超过{_LONGEST_PARAGRAPH}个字，可以分段。"
            )


_SHOWN = 20  # characters of a paragraph that are marked


_TRIP = "镇村干部沿河走了一遍，逐户登记受损的堤段和田块，当天报到县里汇总。"


def _with(*parts: tuple[str, int]) -> str:
    """An example: headings, each with so many sentences below it, one where it says 0."""
    return "\n".join(f"标题| {title}\n{_TRIP * times or '要抓紧。'}" for title, times in parts)


_WORK = _with(("一、今年的工作", 24), ("二、明年的打算", 24), ("三、后年的准备", 1))

RULES: tuple[Rule, ...] = (
    Rule(
        id="D17",
        family=Family.STRUCTURE,
        title="标题下面没有内容",
        level=Level.ERROR,
        source="前后一致",
        why="有标题没有正文，多半是漏写或误删。",
        bad=(
            "标题| 一、⟦看成绩⟧\n标题| 二、找差距\n差距不小。",
            "标题| 一、成绩\n标题| （一）水利\n渠道通了。\n标题| （二）⟦交通⟧",
            "标题| 一、看成绩\n成绩不小。\n标题| 二、⟦找差距⟧",
        ),
        good=(
            "标题| 一、看成绩\n成绩不小。\n标题| 二、找差距\n差距不小。",
            "标题| 一、看成绩\n标题| （一）水利\n渠道通了。\n标题| 二、找差距\n差距不小。",
            "标题| 一、水网工程\n标题| 二、路网工程\n标题| 三、电网工程",
        ),
        find=_empty,
    ),
    Rule(
        id="D18",
        family=Family.STRUCTURE,
        title="缺少问题、要求或号召",
        level=Level.WARNING,
        source="办文惯例",
        why="工作讲话一般有成绩、问题、重点、要求，最后有号召。",
        bad=(
            f"题| ⟦在水利工作会议上的讲话⟧\n{_WORK}\n要求是说到做到。",
            f"题| ⟦在水利工作会议上的讲话⟧\n{_WORK}\n还有不少问题。\n谢谢大家！",
            f"题| ⟦在水利工作会议上的讲话⟧\n{_WORK}\n问题不少，要求更高。",
        ),
        good=(
            f"题| 在水利工作会议上的讲话\n{_WORK}\n问题不少，要求更高。\n同志们，让我们一起干！",
            "题| 在水利工作会议上的讲话\n标题| 一、修渠\n都修好了。\n标题| 二、护堤\n都护好了。",
            f"题| 水利工作情况通报\n{_WORK}\n都办完了。",
        ),
        find=_lacking,
    ),
    Rule(
        id="D19",
        family=Family.STRUCTURE,
        title="从成绩到问题没有过渡",
        level=Level.HINT,
        source="办文惯例",
        why="先肯定成绩再说问题，中间要有一句转折。",
        bad=(
            "今年修渠五里，群众满意。\n⟦存在的问题→在肯定成绩的同时，也要看到存在的问题⟧有：管护不到位。",
            "今年修渠五里，群众满意。\n⟦主要存在以下不足→在肯定成绩的同时，也要看到主要存在以下不足⟧：一是管护不到位。",
            "路通了，灯亮了。\n⟦目前存在一些短板→在肯定成绩的同时，也要看到目前存在一些短板⟧，群众有意见。",
        ),
        good=(
            "今年修渠五里。\n在肯定成绩的同时，也要看到存在的问题：管护不到位。",
            "标题| 一、问题\n存在的问题有：管护不到位。",
            "存在的问题都解决了。",
        ),
        find=_unhinged,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D20",
        family=Family.STRUCTURE,
        title="并列的标题长短不齐",
        level=Level.HINT,
        source="办文惯例",
        why="并列的标题字数相当，念起来才顺口。",
        bad=(
            "标题| 一、修渠\n标题| 二、护堤\n标题| 三、⟦把沿河的树全部栽好⟧\n标题| 四、清淤",
            "（一）渠通了。好。\n（二）堤固了。好。\n（三）⟦河水一年四季都清⟧。好。\n（四）树多了。好。",
            "标题| 夯实基础\n标题| 补齐短板\n标题| ⟦真抓实干把事办成办好⟧\n标题| 转变作风",
        ),
        good=(
            "标题| 一、修渠\n标题| 二、护堤\n标题| 三、栽树\n标题| 四、清淤",
            "标题| 一、修渠\n标题| 二、把沿河的树全部栽好\n标题| 三、清淤",
            "标题| 一、修渠\n标题| 二、把沿河的树栽好\n标题| 三、清淤护堤保安全\n标题| 四、植绿",
        ),
        find=_unequal,
    ),
    Rule(
        id="D21",
        family=Family.STRUCTURE,
        title="标题过长",
        level=Level.HINT,
        source="办文惯例",
        why="标题是给人记的，过长就记不住。",
        bad=(
            "标题| 一、⟦进一步统一思想认清形势切实增强做好冬春水利工作的紧迫感⟧\n要抓紧。",
            "（一）⟦沿河各村要把清淤护堤和植树造林一起抓一起管⟧。先清淤。",
            "标题| ⟦把群众的小事当作干部的大事来办并且一件一件办出结果⟧\n要认真。",
        ),
        good=(
            "标题| 一、统一思想，认清形势\n要抓紧。",
            "（一）清淤护堤一起抓。先清淤。",
            "标题| 一、把群众的小事当作干部的大事来办\n要认真。",
        ),
        find=_long_titles,
    ),
    Rule(
        id="D22",
        family=Family.STRUCTURE,
        title="部分之间篇幅悬殊",
        level=Level.HINT,
        source="办文惯例",
        why="一个部分太长或太短，往往是材料没有归拢。",
        bad=(
            _with(("一、成绩", 25), ("二、问题", 25), ("⟦三、要求⟧", 0)),
            _with(("⟦一、成绩⟧", 40), ("二、问题", 8), ("三、要求", 8)),
            _with(("一、成绩", 5), ("⟦二、重点⟧", 40), ("三、要求", 5)),
        ),
        good=(
            _with(("一、成绩", 20), ("二、问题", 10), ("三、要求", 20)),
            _with(("一、成绩", 40), ("二、要求", 0)),
            _with(("一、成绩", 5), ("二、问题", 1), ("三、要求", 0)),
        ),
        find=_shares,
    ),
    Rule(
        id="D23",
        family=Family.STRUCTURE,
        title="同级标题有的接排有的单独成行",
        level=Level.WARNING,
        source="办文惯例",
        why="同级的标题用同一种排法，层次才清楚。",
        bad=(
            "标题| （一）清淤\n先清淤。\n（二）⟦护堤⟧。再护堤。\n标题| （三）植树\n后植树。",
            "（一）清淤。先清淤。\n标题| （二）⟦护堤⟧\n再护堤。\n（三）植树。后植树。",
            "标题| 一、做法\n1.清淤。先清淤。\n2.护堤。再护堤。\n标题| 3.⟦植树⟧\n后植树。",
        ),
        good=(
            "标题| （一）清淤\n先清淤。\n标题| （二）护堤\n再护堤。",
            "（一）清淤。先清淤。\n（二）护堤。再护堤。",
            "标题| 一、做法\n（一）清淤。先清淤。\n标题| 二、打算\n（一）护堤。再护堤。",
        ),
        find=_both_kinds,
    ),
    Rule(
        id="D24",
        family=Family.STRUCTURE,
        title="段落过长",
        level=Level.HINT,
        source="办文惯例",
        why="一段超过四百字，念的人难断句，听的人难跟上。",
        bad=(
            f"⟦{_TRIP[:20]}⟧{_TRIP[20:]}{_TRIP * 12}",
            f"今年修渠。\n⟦{_TRIP[:20]}⟧{_TRIP[20:]}{_TRIP * 13}",
            f"⟦（一）清淤。{_TRIP[:14]}⟧{_TRIP[14:]}{_TRIP * 12}",
        ),
        good=(_TRIP, f"{_TRIP * 11}", f"{_TRIP * 6}\n{_TRIP * 6}"),
        find=_long_paragraphs,
    ),
)
