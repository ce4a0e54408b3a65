"""B8, B9, B25: the marks at the ends of sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import Enumeration, Style
from speeches.checks.leftovers.wrapping import broken_lines
from speeches.checks.scope import HAN, Place, Scope

_WORD_BEFORE = re.compile(rf"(?:{HAN}|[%％〕])[”’）》]?$")


def _no_mark_before(scope: Scope) -> Iterator[Hit]:
    for of_list in scope.lists:
        mark = _mark_between(scope, of_list)
        for before, label in pairwise(of_list.labels):
            text = scope.texts[label.block]
            counts_up = label.number == before.number + 1 and label.block == before.block
            if counts_up and _WORD_BEFORE.search(text, max(label.start - 2, 0), label.start):
                words = text[label.start : label.words_end]
                message = f"“{words}”前面的一句没有句末标点，请补上。"
                yield Hit(label.block, label.start, label.words_end, message, mark + words)
    yield from _second_behind_word(scope)


# Right behind a word only what asks for something: 位居第二，要 … is a rank.
_SECOND = re.compile(
    rf"(?<={HAN})(?<![第列居位获得排名为占全市省县区国到前部是].)(?<![列居位获得排名为占全市省县区国到部方线界校院组球是])"
    "(?P<words>第(?P<n>[二三四五六])|其次)[，,](?=要|是)"
)
_NUMBERS = "一二三四五六"


def _second_behind_word(scope: Scope) -> Iterator[Hit]:
    """B8 for 第二， and 其次，, which stand where 第一， and 首先， went before."""
    for seen in scope.search(_SECOND, needs=("第", "其次"), where={Place.BODY}):
        text = scope.texts[seen.block]
        number = seen.match["n"]
        before = f"第{_NUMBERS[_NUMBERS.index(number) - 1]}，" if number else "首先，"
        earlier = text[: seen.start].translate(_NARROW)
        asked = text[seen.end : seen.end + 1]
        if before + asked in earlier:
            words = seen.match["words"]
            message = f"“{words}”前面的一句没有句末标点，请补上。"
            yield Hit(seen.block, seen.start, seen.start + len(words), message, f"。{words}")


def _mark_between(scope: Scope, of_list: Enumeration) -> str:
    """What stands before the other labels of a list: ； where all that have a mark have this."""
    marks = [_before(scope.texts[label.block], label.start) for label in of_list.labels[1:]]
    return "；" if set(marks) & {"；", "。"} == {"；"} else "。"


def _before(text: str, start: int) -> str:
    return text[max(start - 3, 0) : start].rstrip()[-1:]


_ENDS = re.compile(rf"(?:{HAN}|[%％])[”’》]?[ \u3000]*$")
_SENTENCES = re.compile("[。！？；]")
_THANKS = re.compile(
    r"(?:再次)?(?:谢谢|感谢)(?:大家|各位|同志们)?|我的(?:讲话|发言|汇报)完了|我就讲这些"
)
_NOT_SAID = re.compile(r"(?:附件?|注|抄送|来源|作者|编辑|[（(〔]?\d{4}年\d{1,2}月)[：:\d]?")
_LONG = 40
# What begins so is no heading: two clauses follow, or what somebody said.
_SPEAKS = re.compile(
    "(?:同志们|[今去]年以来|近年来|近期|目前|当前|刚才|今天|下一步|最后|为此|同时|总之|因此|在此)[，,][^，,]{4,40}[，,]"
    "|(?:他|她|会议|习近平总书记|总书记)(?:还|多次|曾)?(?:强调|指出|要求)[，,].{6}"
)


def _no_mark_at_end(scope: Scope) -> Iterator[Hit]:
    items = _items_without_end(scope)
    broken = {hit.block for hit in broken_lines(scope)}
    opening = {label.block for label in scope.labels if label.opens}
    for block, text in scope.blocks({Place.BODY}):
        if _ENDS.search(text, max(len(text) - 4, 0)) and (
            block in items or _is_said(scope, block, text)
        ):
            if block in broken:
                continue
            words = text.rstrip(" \u3000")
            at = len(words) - 1
            goes_on = block + 1 < len(scope.texts) and block + 1 not in opening
            message = "这一段末尾没有标点"
            message += "；如果话没有说完，请把下一段接上来。" if goes_on else "。"
            mark = "？" if words[at] in "呢吗" else items.get(block, "。")
            yield Hit(block, at, at + 1, message, words[at] + mark)


_COMMA = re.compile("[，,]")
_OF_ITEMS = frozenset({Style.SHI, Style.YAO, Style.DI})


def _items_without_end(scope: Scope) -> dict[int, str]:
    """The blocks of 一是 … 二是 … that have no end mark where others of the list have one, with
    that mark; what stands between the items would be their text, and they its headings."""
    found: dict[int, str] = {}
    for of_list in scope.lists:
        blocks = [label.block for label in of_list.labels if label.opens]
        together = len(blocks) > 1 and blocks[-1] - blocks[0] == len(blocks) - 1
        if of_list.labels[0].style not in _OF_ITEMS or not together:
            continue
        marks = {scope.texts[block][-1:] for block in blocks} & {"；", "。", ";"}
        for block in blocks if marks else ():
            if _COMMA.search(scope.texts[block]):
                last = block == blocks[-1] or not marks & {"；", ";"}
                found[block] = "。" if last else "；"
    return found


def _is_said(scope: Scope, block: int, text: str) -> bool:
    """Whether a paragraph is sentences: it has one that ends, or is long; no line cut by a copy."""
    if _THANKS.fullmatch(text.strip()):
        return True
    if _NOT_SAID.match(text):
        return False
    if _SPEAKS.match(text):
        return not _is_cut(scope, block)
    if _SENTENCES.search(text):
        return len(text) > 20 and not _is_cut(scope, block)
    return len(text) >= _LONG and "，" in text and not _is_cut(scope, block)


def _is_cut(scope: Scope, block: int) -> bool:
    """Whether the next paragraph may be the rest of this one: lines of a page are equally long."""
    nearby = scope.texts[max(block - 1, 0) : block] + scope.texts[block + 1 : block + 2]
    return any(abs(len(text) - len(scope.texts[block])) <= 2 for text in nearby)


_RUNS = re.compile(rf"[，。；：、？！,;:?!]{{2,8}}|\.(?<={HAN}.)[，。；、]")
_ALLOWED = re.compile(r"[？！?!]+|。{3,}|、{3,}")
_STRENGTH = "、，：；。"
_NARROW = str.maketrans(",;:?!", "，；：？！")


def _doubled(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_RUNS):
        run = seen.match[0].translate(_NARROW).replace(".", "")
        among_han = not seen.match[0].isascii() or _behind_han(scope, seen.block, seen.start)
        if _ALLOWED.fullmatch(run) or not among_han:
            continue
        message = f"“{seen.match[0]}”标点重复，只留一个。"
        yield Hit(seen.block, seen.start, seen.end, message, _strongest(run))


def _behind_han(scope: Scope, block: int, start: int) -> bool:
    return bool(re.match(HAN, scope.texts[block][max(start - 1, 0) : start]))


def _strongest(run: str) -> str | None:
    """The one that stays; which of ？ ！ and 。 was meant nobody can tell."""
    if set(run) <= set(_STRENGTH):
        return max(run, key=_STRENGTH.index)
    return None


RULES = (
    Rule(
        id="B8",
        family=Family.PUNCTUATION,
        title="“二是”“二要”前面没有句末标点",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.1.3.1",
        why="一项说完要用标点隔开，不然和下一项连成一句。",
        bad=(
            "一要摸清底数，做到心中有数⟦二要→。二要⟧建好台账。",
            "一是修路；二是通水⟦三是→；三是⟧架桥。",
            "（一）抓好播种。按时完成⟦（二）→。（二）⟧抓好管护。",
        ),
        good=(
            "一要摸清底数，做到心中有数。二要建好台账。",
            "这一次要办成，这是第二要务。",
            "一是一，二是二，不能含糊。",
        ),
        find=_no_mark_before,
    ),
    Rule(
        id="B9",
        family=Family.PUNCTUATION,
        title="段末没有标点",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.1.3.1",
        why="一段话说完要有句末标点，不然看不出是说完了还是漏了字。",
        bad=(
            "今年雨水偏多。各乡镇要提前做好排涝准备，确保颗粒归⟦仓→仓。⟧",
            "谢谢大⟦家→家。⟧",
            "路修通了，水引来了。下一步要管好用好，让群众长期受⟦益→益。⟧\n完了再报。",
        ),
        good=(
            "今年雨水偏多。各乡镇要提前做好排涝准备。",
            "强化责任，狠抓落实",
            "附件：春耕工作安排表，共三页。请各乡镇查收",
        ),
        find=_no_mark_at_end,
    ),
    Rule(
        id="B25",
        family=Family.PUNCTUATION,
        title="标点重复",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 5.1",
        why="一处停顿只用一个点号，连用两个是漏删或者误按。",
        bad=(
            "路修通了⟦，，→，⟧水也引来了。",
            "任务全部完成⟦；。→。⟧",
            "各乡镇⟦、，→，⟧各部门都要到位⟦。。→。⟧",
        ),
        good=(
            "路修通了，水也引来了。",
            "怎么会这样？！",
            "他说：“路通了。”，大家都笑了。",
        ),
        find=_doubled,
        twin="A17",
    ),
)
