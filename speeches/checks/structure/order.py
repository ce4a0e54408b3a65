"""The catalogue's chapter D, numbers before headings and items: D1 to D8.

The order of levels: GB/T 9704—2012, 7.3.3; the marks of lists: GB/T 15834—2011, B.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import RANKS, SPOKEN_RANK, Enumeration, Label, Style
from speeches.checks.scope import Scope
from speeches.checks.structure.sequences import (
    begun_anew,
    end_of,
    end_of_list,
    may_stand,
    number_in,
    slips,
    start_of,
)

_WIDEST_GAP = 8  # a number further on belongs to another list, or counts nothing
_BROKEN_OFF = re.compile("[，、,]$")
_NEAR = 3  # blocks between two items that are said


def _on(label: Label, message: str, fix: str | None = None) -> Hit:
    return Hit(label.block, label.start, label.words_end, message, fix)


def _shown(scope: Scope, label: Label) -> str:
    return scope.texts[label.block][label.start : label.words_end]


def _gaps(scope: Scope) -> Iterator[Hit]:
    repeated = {id(counted) for _, counted in begun_anew(scope.lists)}
    for counted in scope.lists:
        first = counted.labels[0]
        if 1 < first.number <= _WIDEST_GAP and first.rank < SPOKEN_RANK and first.opens:
            yield from _gap(scope, end_of(scope, counted.parent), 0, first)
        for due, (before, label) in enumerate(pairwise(counted.labels), first.number + 1):
            gap = before.number + 1 < label.number <= before.number + _WIDEST_GAP
            if gap and before.number and not _is_right(counted, due, id(counted) in repeated):
                yield from _gap(scope, end_of(scope, before), before.number, label)


def _is_right(counted: Enumeration, due: int, repeated: bool) -> bool:
    """Whether another number is wrong (D3): 二、二、四、, 一、一、三、, 二是…四是…四是."""
    place = due - counted.labels[0].number
    pair = counted.labels[place : place + 2]
    if pair[0].number == due or (place == 1 and repeated):
        return True
    return pair[0].number == pair[-1].number and len(slips(counted.labels)) == 1


def _gap(scope: Scope, start: int, number: int, label: Label) -> Iterator[Hit]:
    """A hit on a label that comes behind `number`, with none between, read from `start` on."""
    missing = range(number + 1, label.number)
    end = start_of(scope, label)
    if not any(may_stand(scope, label.style, each, start, end) for each in missing):
        words = "".join(f"“{number_in(label.style, each).rstrip('，、.')}”" for each in missing)
        yield _on(label, f"“{_shown(scope, label)}”前面没有{words}，序号不连续，或者缺了内容。")


def _late_starts(scope: Scope) -> Iterator[Hit]:
    for counted in scope.lists:
        first = counted.labels[0]
        told = first.rank == SPOKEN_RANK and first.style is not Style.SHOU
        if not told or not 1 < first.number <= _WIDEST_GAP or _is_in_first(counted):
            continue
        start, end = _reach(scope, counted), start_of(scope, first)
        if not any(
            may_stand(scope, first.style, each, start, end) for each in (1, 2)[: first.number - 1]
        ):
            opening = number_in(first.style, 1).rstrip("，")
            yield _on(first, f"从“{_shown(scope, first)}”说起，前面没有“{opening}”。")


def _reach(scope: Scope, counted: Enumeration) -> int:
    """From where a list may begin: behind what it stands under, or in a paragraph broken off."""
    parent = counted.parent
    if parent and parent.block and _BROKEN_OFF.search(scope.texts[parent.block - 1]):
        return scope.offset(parent.block - 1)
    return end_of(scope, parent)


def _is_in_first(counted: Enumeration) -> bool:
    """Whether a list stands under 首先 or 其次, which it may go on (首先…其次…第三: D6)."""
    return counted.parent is not None and counted.parent.style is Style.SHOU


def _repeats(scope: Scope) -> Iterator[Hit]:
    upside_down = {id(inner) for inner, _ in _inverted(scope)}
    for counted in scope.lists:
        labels = counted.labels
        fallen = any(_falls_back(scope, *pair) for pair in pairwise(labels))
        if fallen and id(counted) not in upside_down:
            yield from _renumbered(scope, labels)
    for outer, counted in begun_anew(scope.lists):
        yield _renumber(scope, counted.labels[0], outer.last.number + 1)


def _falls_back(scope: Scope, before: Label, label: Label) -> bool:
    """Whether the number of `label` was there before, and no list begins unseen between them."""
    if not 1 < label.number <= before.number or label.style is not before.style:
        return False
    if label.rank == SPOKEN_RANK and label.block - before.block > _NEAR:
        return False
    start, end = end_of(scope, before), start_of(scope, label)
    return not may_stand(scope, label.style, 1, start, end)


def _renumbered(scope: Scope, labels: list[Label]) -> Iterator[Hit]:
    """Hits on what is numbered wrong; with fixes where nothing is missing or swapped."""
    pairs = list(enumerate(labels, labels[0].number))
    in_order = all(
        label.style is labels[0].style and before.number <= label.number
        for before, label in pairwise(labels)
    )
    behind = all(label.number <= number for number, label in pairs)
    mended = in_order and (behind or len(slips(labels)) == 1)
    if mended:
        for number, label in pairs:
            if label.number != number:
                yield _renumber(scope, label, number)
        return
    for before, label in pairwise(labels):
        if _falls_back(scope, before, label):
            yield _on(
                label,
                f"“{_shown(scope, label)}”排在“{_shown(scope, before)}”后面，序号有重复或颠倒。",
            )


def _renumber(scope: Scope, label: Label, number: int) -> Hit:
    shown = _shown(scope, label)
    right = number_in(label.style, number).rstrip("，、.")
    message = f"这里排到“{right}”了，写成了“{shown}”，序号有重复。"
    return _on(label, message, right)


def _upside_down(scope: Scope) -> Iterator[Hit]:
    for inner, above in _inverted(scope):
        yield from _lowered(scope, inner, above)


def _inverted(scope: Scope) -> Iterator[tuple[Enumeration, Label]]:
    """The lists of a higher level that stand in an item of a lower one, and that item's label."""
    of_label = {label: counted for counted in scope.lists for label in counted.labels}
    levelled = [label for label in scope.labels if label.opens and label.rank < SPOKEN_RANK]
    for above, label in pairwise(levelled):
        if label.number == 1 and label.rank < above.rank:
            inner = of_label[label]
            if _stands_in(scope, inner, above, of_label[above]):
                yield inner, above


def _stands_in(scope: Scope, inner: Enumeration, above: Label, outer: Enumeration) -> bool:
    """Whether the outer list goes on behind the inner one, or has no other item at all."""
    following = [label for label in outer.labels if label > above]
    if following:
        return start_of(scope, following[0]) < end_of_list(scope, inner)
    return above.number == 1 and inner.labels[0].rank > 1 and len(inner.labels) > 1


def _lowered(scope: Scope, inner: Enumeration, above: Label) -> Iterator[Hit]:
    below = next((style for style, rank in RANKS.items() if rank == above.rank + 1), None)
    for label in inner.labels:
        message = f"“{_shown(scope, label)}”的层次比“{_shown(scope, above)}”高，不能放在它下面。"
        fix = number_in(below, label.number) if below else None
        yield Hit(label.block, label.start, label.end, message, fix)


def _mixed(scope: Scope) -> Iterator[Hit]:
    for counted in scope.lists:
        first = counted.labels[0]
        if first.rank < SPOKEN_RANK or first.style is Style.SHOU:
            continue
        for label in counted.labels:
            if label.style is not first.style:
                right = number_in(first.style, label.number)
                message = (
                    f"同一组里前面用“{_shown(scope, first)}”，这里用“{_shown(scope, label)}”，"
                    "序数词应当一致。"
                )
                yield Hit(label.block, label.start, label.end, message, right)


def _firstly_thirdly(scope: Scope) -> Iterator[Hit]:
    for counted in scope.lists:
        others = [label for label in counted.labels if label.style is not Style.SHOU]
        if counted.labels[0].style is not Style.SHOU or not others:
            continue
        for label in counted.labels:
            if label.style is Style.SHOU and label.number:
                message = (
                    f"“{_shown(scope, label)}”与后面的“{_shown(scope, others[0])}”不成一套，"
                    "宜统一用“第一”“第二”“第三”。"
                )
                fix = number_in(Style.DI, label.number)
                end = label.start + len("首先")
                if scope.texts[label.block][end] != "要":
                    fix = fix.rstrip("，")
                yield Hit(label.block, label.start, end, message, fix)


def _alone(scope: Scope) -> Iterator[Hit]:
    repeated = {id(counted) for counted, _ in begun_anew(scope.lists)}
    for counted in scope.lists:
        label = counted.labels[0]
        if len(counted.labels) > 1 or label.number != 1 or id(counted) in repeated:
            continue
        start, end = end_of(scope, label), end_of_list(scope, counted)
        goes_on = scope.is_cut and end == len(scope.text)
        is_level = label.opens and label.rank < SPOKEN_RANK
        if is_level and not goes_on and not may_stand(scope, label.style, 2, start, end):
            second = number_in(label.style, 2).rstrip("、.")
            yield _on(label, f"只有“{_shown(scope, label)}”，没有“{second}”；只有一项就不必编号。")


def _too_deep(scope: Scope) -> Iterator[Hit]:
    """The first label of the fourth level."""
    depth: dict[int, int] = {}
    for label in scope.labels:
        if label.rank == SPOKEN_RANK or not label.opens:
            continue
        above = [deep for rank, deep in depth.items() if rank < label.rank]
        depth = {rank: deep for rank, deep in depth.items() if rank < label.rank}
        depth[label.rank] = max(above, default=0) + 1
        if depth[label.rank] > _DEEPEST:
            yield _on(label, "讲话分到了第四层，听的人难以分清，一般以两到三层为宜。")
            return


_DEEPEST = 3

RULES: tuple[Rule, ...] = (
    Rule(
        id="D1",
        family=Family.STRUCTURE,
        title="序号中间有缺",
        level=Level.ERROR,
        source="GB/T 9704—2012，7.3.3；GB/T 15834—2011，B.3.8",
        why="序号跳了，不是编错了号，就是丢了内容。",
        bad=(
            "一、总结工作\n（一）水利。渠道通了。\n⟦（三）⟧交通。公路通了。",
            "一、总结工作\n二、部署任务\n⟦四⟧、提出要求",
            "要做到：一是修路，⟦三是⟧架桥。",
        ),
        good=(
            "一、总结工作\n（一）水利。渠道通了。\n（二）交通。公路通了。",
            "（一）水利。\n1.清淤\n2.护坡\n（二）交通。\n3.修路\n4.架桥",
            "要做到：一是修路，二是架桥，三是通车。",
        ),
        find=_gaps,
    ),
    Rule(
        id="D2",
        family=Family.STRUCTURE,
        title="没有“一是”就说“二是”",
        level=Level.ERROR,
        source="前后一致",
        why="听的人会找不到第一条在哪里。",
        bad=(
            "下一步，修好公路。⟦二是⟧架好桥梁。三是开通班车。",
            "1.教育工作要抓实。⟦二是⟧卫生工作要抓细。",
            "对干部的要求：⟦二要⟧带头，三要务实。",
        ),
        good=(
            "下一步，一是修好公路。二是架好桥梁。",
            "原因主要是一是经费不足，二是人手不够。",
            "干部做到一是一、二是二，实事求是。",
        ),
        find=_late_starts,
    ),
    Rule(
        id="D3",
        family=Family.STRUCTURE,
        title="序号重复或颠倒",
        level=Level.ERROR,
        source="GB/T 9704—2012，7.3.3；GB/T 15834—2011，B.3.8",
        why="两条用了同一个序号，数目也就不对了。",
        bad=(
            "（一）水利。渠道通了。\n（二）交通。公路通了。\n⟦（二）→（三）⟧电力。村村通电。",
            "一是修路；二是架桥；⟦二是→三是⟧通车。",
            "一、总结工作\n三、部署任务\n⟦二⟧、提出要求",
        ),
        good=(
            "（一）水利。渠道通了。\n（二）交通。公路通了。\n（三）电力。村村通电。",
            "一是修路；二是架桥。\n一是清淤；二是护坡。",
            "一是修路，做到“两通”；二是架桥。",
        ),
        find=_repeats,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="D4",
        family=Family.STRUCTURE,
        title="高一级的序号放在低一级下面",
        level=Level.ERROR,
        source="GB/T 9704—2012，7.3.3",
        why="结构层次序数依次是“一、”“（一）”“1.”“（1）”。",
        bad=(
            "1.水利工作\n⟦（一）→（1）⟧清淤。\n⟦（二）→（2）⟧护坡。\n2.交通工作",
            "一、总结工作\n（1）水利\n⟦1.→①⟧清淤\n⟦2.→②⟧护坡\n（2）交通",
            "1.水利工作\n⟦（一）→（1）⟧清淤。\n⟦（二）→（2）⟧护坡。",
        ),
        good=(
            "（一）水利工作\n1.清淤。\n2.护坡。\n（二）交通工作",
            "一、总结工作\n1.水利\n2.交通\n二、部署任务\n（一）清淤。\n（二）护坡。",
            "（一）水利工作\n（1）清淤。\n（2）护坡。",
        ),
        find=_upside_down,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D5",
        family=Family.STRUCTURE,
        title="一组里混用序数词",
        level=Level.WARNING,
        source="GB/T 15834—2011，B.3.1；办文惯例",
        why="一组并列的话用一套序数词，听起来才整齐。",
        bad=(
            "一是修路；⟦二要→二是⟧架桥；三是通车。",
            "一要修路，二要架桥，⟦第三，→三要⟧通车。",
            "第一，修路。第二，架桥。⟦三是→第三，⟧通车。",
        ),
        good=(
            "一是修路；二是架桥；三是通车。",
            "一是抓建设：一要修路，二要架桥。二是抓管理。",
            "首先，修路。其次，架桥。最后，通车。",
        ),
        find=_mixed,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D6",
        family=Family.STRUCTURE,
        title="“首先”“其次”后面接“第三”",
        level=Level.WARNING,
        source="办文惯例",
        why="“首先、其次”与“第三”不是一套说法。",
        bad=(
            "⟦首先→第一⟧，修路。⟦其次→第二⟧，架桥。第三，通车。",
            "⟦首先→第一⟧，要修好公路。第二，要架好桥梁。",
            "⟦首先→第一⟧，修路。⟦其次→第二⟧，架桥。三是通车。",
        ),
        good=(
            "第一，修路。第二，架桥。第三，通车。",
            "首先，修路。其次，架桥。最后，通车。",
            "首先，我代表县政府表示感谢。下面讲两点：第一，修路。第二，架桥。",
        ),
        find=_firstly_thirdly,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D7",
        family=Family.STRUCTURE,
        title="只有一项也编了号",
        level=Level.WARNING,
        source="办文惯例",
        why="有“（一）”就应当有“（二）”，只有一项不必编号。",
        bad=(
            "一、总结工作\n⟦（一）⟧水利。渠道通了。\n二、部署任务",
            "（一）水利\n⟦1⟧.清淤。\n（二）交通",
            "⟦一⟧、总结工作\n今年修了两条路。",
        ),
        good=(
            "一、总结工作\n（一）水利。渠道通了。\n（二）交通。公路通了。\n二、部署任务",
            "一、总结工作\n今年修了两条路。\n二、部署任务",
            "（一）水利。渠道通了。交通也有进步。（二）电力。",
        ),
        find=_alone,
    ),
    Rule(
        id="D8",
        family=Family.STRUCTURE,
        title="层次过多",
        level=Level.HINT,
        source="GB/T 9704—2012，7.3.3；办文惯例",
        why="讲话是听的，层次多了听的人记不住。",
        bad=(
            "一、水利\n（一）渠道\n1.清淤\n⟦（1）⟧机械清淤\n（2）人工清淤",
            "一、水利\n（一）渠道\n1.清淤\n⟦①⟧机械清淤\n②人工清淤",
            "一、水利\n（一）渠道\n1.清淤\n⟦（1）⟧机械\n①挖\n②运",
        ),
        good=(
            "一、水利\n（一）渠道\n1.清淤\n2.护坡",
            "一、水利\n（一）渠道\n二、交通\n1.公路\n（1）县道",
            "一、水利\n（一）渠道\n一是清淤；二是护坡。",
        ),
        find=_too_deep,
    ),
)
