"""F17–F20: words that say little. One hint for a part, at the first place, with the number."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.listed import listed
from speeches.checks.scope import PROSE, Place, Scope
from speeches.checks.words import List
from speeches.document.language import length


class _Spot(NamedTuple):
    block: int
    start: int
    end: int


_MANY_EMPTY = 4  # in one part; a few such words stand in every good speech
_EMPTY_EVERY = 150  # characters of the part for one of them
_MANY_TURNS = 3  # of 不仅……更…… in one part
_CLAIM = re.compile(
    r"成效显著|成效明显|成果丰硕|硕果累累|显著提升|显著提高|显著增强|大幅提升|大幅提高|再创新高|再上新台阶"
    r"|历史性突破|长足进步|长足发展|质的飞跃|走在前列|位居前列|名列前茅|取得(?:了)?(?:显著|明显|阶段性)(?:工作)?(?:成效|成果|进展)"
)
_FIGURE = re.compile(r"\d|[一二三四五六七八九十两]+(?:[个项所名位件次家座条]|分之)")
_VAGUE = re.compile(
    r"要(?:尽快|抓紧|及早|适时|加快推进|积极推进|继续推进|逐步推进|持续推进)[^，。；：！？\n]{2,}"
)
_OWNER_OR_TIME = re.compile(
    r"\d|月底|年底|年内|季度|学期|之前|[前日天周月年]完成|牵头|负责|[局处委办部院校县区市镇乡]要|责任"
)
_TURN = re.compile(r"(?:不仅|不只|不单)[^。；！？\n]{2,30}?，(?:更|还|而且)")


def _by_part(scope: Scope, spots: Iterable[_Spot]) -> Iterator[list[_Spot]]:
    """The spots of each part in which there are any, in order."""
    firsts = [part.blocks.start for part in scope.parts]
    parts: dict[int, list[_Spot]] = {}
    for spot in spots:
        parts.setdefault(bisect_right(firsts, spot.block), []).append(spot)
    yield from parts.values()


def _folded(
    scope: Scope, spots: Iterable[_Spot], say: Callable[[str, int], str], *, least: int = 1
) -> Iterator[Hit]:
    """A hit for each part with at least `least` spots: the first of them."""
    for found in _by_part(scope, sorted(spots)):
        if len(found) >= least:
            block, start, end = found[0]
            yield Hit(block, start, end, say(scope.texts[block][start:end], len(found)))


def _empty(scope: Scope) -> Iterator[Hit]:
    spots = [_Spot(*word[:3]) for word in listed(scope, List.EMPTY)]
    for found in _by_part(scope, spots):
        size = sum(length(scope.texts[block]) for block in _part_of(scope, found[0].block))
        if len(found) >= max(_MANY_EMPTY, size // _EMPTY_EVERY):
            message = f"这一部分有{len(found)}处“高度重视”“切实加强”一类的话，宜换成具体做法。"
            yield Hit(*found[0], message)


def _part_of(scope: Scope, block: int) -> range:
    return next(part.blocks for part in scope.parts if block in part.blocks)


def _claims(scope: Scope) -> Iterator[Hit]:
    spots = [
        _Spot(seen.block, seen.start, seen.end)
        for seen in scope.search(_CLAIM, where={Place.BODY})
        if not _FIGURE.search(scope.texts[seen.block])
    ]
    yield from _folded(
        scope, spots, lambda text, count: f"“{text}”没有数字支撑，宜补数据{_others(count)}。"
    )


def _vague_tasks(scope: Scope) -> Iterator[Hit]:
    spots = []
    if any(word in scope.text for word in ("要尽快", "要抓紧", "要及早", "要适时", "推进")):
        for block, start, end in scope.sentences:
            sentence = scope.texts[block][start:end]
            seen = _VAGUE.search(sentence)
            if seen and not _OWNER_OR_TIME.search(sentence):
                spots.append(_Spot(block, start + seen.start(), start + seen.end()))
    yield from _folded(
        scope, spots, lambda _, count: f"没有说明谁来办、何时办成{_others(count)}。", least=2
    )


def _connectors(scope: Scope) -> Iterator[Hit]:
    spots = [_Spot(*word[:3]) for word in listed(scope, List.CONNECTORS)]
    yield from _folded(
        scope, spots, lambda text, count: f"“{text}”是套话，可以删去{_others(count)}。"
    )
    turns = [
        _Spot(seen.block, seen.start, seen.end)
        for seen in scope.search(_TURN, needs=("不仅", "不只", "不单"), where=PROSE)
    ]
    yield from _folded(
        scope,
        turns,
        lambda _, count: f"这一部分用了{count}次“不仅……更……”，宜换说法。",
        least=_MANY_TURNS,
    )


def _others(count: int) -> str:
    return f"（这一部分共{count}处）" if count > 1 else ""


RULES: tuple[Rule, ...] = (
    Rule(
        id="F17",
        family=Family.WORDING,
        title="空泛词语过多",
        level=Level.HINT,
        source="惯例；词表“空泛词语”",
        why="“高度重视”“切实加强”用多了，听的人记不住要做什么。",
        bad=(
            "要⟦高度重视⟧安全，切实加强管理，大力推进整改，不断提高水平。",
            "⟦切实加强⟧领导。\n深入推进改革。\n全面加强管理。\n切实抓好落实。",
            "各校⟦高度重视⟧、切实做好、狠抓落实，进一步加强家校联系。",
        ),
        good=(
            "要高度重视安全，每周排查一次，隐患当天报、三天改。",
            "要切实加强校车管理，驾驶员逐一考核。",
            "每周检查一次食堂，结果向家长公开。",
        ),
        find=_empty,
    ),
    Rule(
        id="F18",
        family=Family.WORDING,
        title="结论缺少数字",
        level=Level.HINT,
        source="惯例",
        why="说成绩要有数字，没有数字就把话说得平实一些。",
        bad=(
            "上半年，结对帮扶⟦成效显著⟧，乡村学校面貌一新。",
            "教研工作⟦取得明显成效⟧，课堂教学稳步改进。",
            "体育艺术教育⟦成果丰硕⟧，社团活动蓬勃开展。",
        ),
        good=(
            "上半年，结对帮扶成效显著，覆盖乡村学校118所。",
            "教研工作取得明显成效，组织公开课三十次。",
            "体育艺术教育稳步推进，社团活动日常开展。",
        ),
        find=_claims,
    ),
    Rule(
        id="F19",
        family=Family.WORDING,
        title="任务没有主体和时限",
        level=Level.HINT,
        source="惯例",
        why="布置任务要让人知道谁来办、什么时候办成。",
        bad=(
            "⟦要加快推进校舍改造⟧。要尽快完善转学办法。",
            "⟦要抓紧完善应急预案⟧。要积极推进课程改革。",
            "一是⟦要及早谋划秋季招生⟧。\n二是要适时调整学区范围。",
        ),
        good=(
            "要加快推进校舍改造，9月底前完工。要尽快完善转学办法。",
            "计划财务处要加快推进校舍改造。要尽快完善转学办法，由基础教育处牵头。",
            "要加快推进校舍改造。",
        ),
        find=_vague_tasks,
    ),
    Rule(
        id="F20",
        family=Family.WORDING,
        title="套话连接",
        level=Level.HINT,
        source="惯例；词表“套话”",
        why="“值得注意的是”一类连接语像是机器写的，讲话里多半可以不说。",
        bad=(
            "⟦值得注意的是⟧，初中学位仍然紧张。",
            "⟦综上所述⟧，下半年任务很重。",
            "⟦不仅要建好校舍，更⟧要配好教师。不仅要配好教师，更要用好教师。不仅要开好课，还要上好课。",
        ),
        good=(
            "初中学位仍然紧张。",
            "不仅要建好校舍，更要配好教师。",
            "下半年任务很重，大家要有准备。",
        ),
        find=_connectors,
    ),
)
