"""C16, E10: the meeting's name and the period that it reports on, wherever the speech says them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.consistency.rows import sentence_around
from speeches.checks.consistency.shown_facts import said
from speeches.checks.examples import Example
from speeches.checks.scope import LINE, Place, Scope
from speeches.checks.settings import Settings
from speeches.document.numbering import value_of

# --- C16: the period ---------------------------------------------------------------------------

_PERIODS = (  # the first that the meeting's period or the title says
    (re.compile(r"前三季度"), "前三季度", 9),
    (re.compile(r"一季度"), "一季度", 3),
    (re.compile(r"上半年|半年(?:度)?(?:工作|总结|会)"), "上半年", 6),
)
_NUMBER = "1?[0-9]|十[一二]?|[一二三四五六七八九]"
_MONTHS = re.compile(
    rf"(?:1(?<![\d.]1)月?(?:份)?[-—–~～至到]{{1,2}}|一(?:月份?)?[至到])(?P<last>{_NUMBER})(?!\d)月份?"
    # 今年前七个月, and no 提前三个月
    rf"|前(?<![^，。；：！？、\s年]前)(?P<first>{_NUMBER})个月"
)
_ANOTHER_YEAR = re.compile(r"(?:去年|上年|前年|20\d\d年)同?期?的?\Z")
_QUARTER = 3
_OPENING = 3  # blocks of the body in which a speech says what it is about


def _other_period(scope: Scope) -> Iterator[Hit]:
    period = period_of(scope)
    if period is None:
        return
    name, last = period
    for seen in scope.search(_MONTHS, needs="月"):
        before = scope.texts[seen.block][max(seen.start - 8, 0) : seen.start]
        if _is_another(last_month(seen.match), last) and not _ANOTHER_YEAR.search(before):
            sentence = f"会议讲的是{name}，这里是{seen.match[0]}的数，请统一或说明。"
            yield Hit(*seen[:3], sentence)


def _is_another(told: int, last: int) -> bool:
    """Whether months up to `told` are taken for those up to `last`: a quarter less is a part."""
    return told != last and told > max(last - _QUARTER, 1)


def period_of(scope: Scope) -> tuple[str, int] | None:
    """What the meeting reports on and its last month: from the facts, or as the speech begins."""
    told = scope.facts.period if scope.facts else ""
    if months := _MONTHS.search(told):
        return told, last_month(months)
    told = told or _introduction(scope)
    for pattern, name, last in _PERIODS:
        if pattern.search(told):
            return f"{name}（1—{last}月）", last
    return None


def last_month(match: re.Match[str]) -> int:
    """7 of 1—7月, 一至七月 and 前七个月."""
    return value_of(match["last"] or match["first"])


def _introduction(scope: Scope) -> str:
    """The title and the first paragraphs; nothing where the title names its months itself."""
    titles = [text for _, text in scope.blocks({Place.TITLE})]
    if any("月" in title for title in titles):
        return ""
    body = [text for _, text in islice(scope.blocks({Place.BODY}), _OPENING)]
    return "\n".join([*titles, *body])


# --- E10: the name -----------------------------------------------------------------------------

_NAMED = re.compile(r"在(?P<name>[^，。；：、\s]{4,40}?会议?)上的?(?:讲话|报告|总结|发言|致辞)")
# Right before the name of the meeting at which one speaks; others may be named beside it.
_TODAY = re.compile(
    r"(?:今[天日晚]|现在|[这此本]次)，?[^，。；！？]{0,14}\Z|(?:我们|决定|在这里|在此)(?:隆重|集中|专题)?召开\Z"
)
_ANOTHER_DAY = re.compile(r"昨|前天|去年|上年|上个?[月周]|前不久|不久前|日前|此前|先后|曾|[^本]月")
_OF_ANOTHER = re.compile("传达|学习|贯彻|落实")  # a meeting that was held
_SPIRIT = re.compile("的?(?:精神|部署|要求|决定|安排)")
# One of these instead of another makes another meeting: 全市 for 全省, 第二次 for 第三次.
_TELLING = frozenset("省市县区州乡镇村街国局厅年季月半度全一二三四五六七八九十0123456789上下")
_SHORTEST = 6
_MOST = 2  # characters that differ by a slip
_BEGUN = re.compile("召开|举行|举办|组织")  # stand before a name; XX市大会 is longer by a name


class _Like(NamedTuple):
    """text[start:end] is `found`, something like the name; a title may break in it."""

    start: int
    end: int
    found: str


def _misnamed(scope: Scope) -> Iterator[Hit]:
    name = _name(scope)
    if len(name) < _SHORTEST:
        return
    is_said = name in scope.text.replace(LINE, "")
    for block, like in _said(scope, name):
        found = like.found.replace("\n", "")
        if is_said:
            told = f"会议名称前后不一：别处是“{name}”，这里是“{found}”。"
            yield Hit(block, like.start, like.end, told, _broken_as(like.found, name))
        else:
            told = f"会议信息里的会议名称是“{name}”，这里是“{found}”，请核对哪个对。"
            yield Hit(block, like.start, like.end, told)
    yield from _misfiled(scope, name)


def _misfiled(scope: Scope, name: str) -> Iterator[Hit]:
    """What the name of the file says, told at the title."""
    block, title = next(scope.blocks({Place.TITLE}), (0, ""))
    like = next(_alike(name, scope.settings.file_name), None)
    right = next(_where(name, title, lambda found: found == name), None)
    if like and right:
        sentence = f"文件名里写的是“{like.found}”，和这里不一样，请改文件名。"
        yield Hit(block, right.start, right.end, sentence)


def _name(scope: Scope) -> str:
    """The meeting's, as the facts or else the title has it."""
    if scope.facts and scope.facts.meeting:
        return scope.facts.meeting
    titles = (text.replace("\n", "") for _, text in scope.blocks({Place.TITLE}))
    found = (match for text in titles if (match := _NAMED.search(text)))
    return next((match["name"] for match in found), "")


def _said(scope: Scope, name: str) -> Iterator[tuple[int, _Like]]:
    """Where a title, or the opening of what is held today, says something like the name."""
    for block, text in scope.blocks({Place.TITLE}):
        yield from ((block, like) for like in _alike(name, text))
    for block, text in islice(scope.blocks({Place.BODY}), _OPENING):
        yield from ((block, like) for like in _alike(name, text) if _is_held(text, like, name))


def _is_held(text: str, like: _Like, name: str) -> bool:
    """Whether it is the meeting at which one speaks: not one of another day, nor one beside it."""
    today = _TODAY.search(text, max(like.start - 20, 0), like.start)
    if today is None or _OF_ANOTHER.search(today[0]) or _SPIRIT.match(text, like.end):
        return False
    before, behind = sentence_around(text, like.start, like.end)
    return name not in f"{before}\n{behind}" and not _ANOTHER_DAY.search(before)


def _alike(name: str, text: str) -> Iterator[_Like]:
    """Where `text` has `name` with a character or two that are others."""
    return _where(name, text, lambda found: _is_slip(name, found))


def _where(name: str, text: str, fits: Callable[[str], bool]) -> Iterator[_Like]:
    """The stretches, line breaks aside as long as the name and ending as it does, that fit."""
    kept = [at for at, character in enumerate(text) if character != "\n"]
    flat = text.replace("\n", "")
    end = flat.find(name[-1]) + 1
    while end:
        start = end - len(name)
        if start >= 0 and fits(flat[start:end]):
            first, last = kept[start], kept[end - 1] + 1
            yield _Like(first, last, text[first:last])
        end = flat.find(name[-1], end) + 1


def _broken_as(found: str, name: str) -> str:
    """The name with the line breaks of what was found."""
    characters = iter(name)
    return "".join(each if each == "\n" else next(characters) for each in found)


def _is_slip(name: str, found: str) -> bool:
    others = [pair for pair in zip(name, found, strict=True) if pair[0] != pair[1]]
    if _BEGUN.match(found) and not found.startswith(name[:2]):
        return False
    return 0 < len(others) <= _MOST and not any(_TELLING.intersection(pair) for pair in others)


# --- Rules -------------------------------------------------------------------------------------


def _called(right: str, shown: str) -> Example:
    """A speech at the meeting `right`, as its title says, whose opening is `shown`."""
    typed = re.sub(r"⟦([^→]*)→[^⟧]*⟧", r"\1", shown)
    title = f"在{right}上的讲话"
    return said(f"题| {title}\n{shown}", title=title, opening=typed, meeting=right)


RULES = (
    Rule(
        id="C16",
        family=Family.NUMERALS,
        title="数据的时段和会议不符",
        level=Level.WARNING,
        source="内部核对",
        why="半年会用前七个月的数，和别的数放在一起就不能比。",
        bad=(
            "题| 在全市上半年工作会议上的讲话\n⟦1—7月⟧，全市完成投资3亿元。",
            "题| 在半年度工作会议上的讲话\n⟦1至5月份⟧，全市完成投资3亿元。",
            said(
                "⟦1—4月⟧，全市完成投资3亿元。",
                opening="1—4月，全市完成投资3亿元。",
                period="2026年一季度",
            ),
        ),
        good=(
            "题| 在全市上半年工作会议上的讲话\n1—6月，全市完成投资3亿元。",
            "题| 在全市防汛工作会议上的讲话\n1—7月，全市完成投资3亿元。",
            "题| 在半年度工作会议上的讲话\n比去年1—7月多3亿元。",
        ),
        find=_other_period,
    ),
    Rule(
        id="E10",
        family=Family.NAMES,
        title="会议名称前后不一",
        level=Level.ERROR,
        source="内部核对",
        why="标题、开场和文件名里的会议名称要一字不差。",
        bad=(
            "题| 在重点工程督办推进会上的讲话\n今天召开⟦重点工程督办推动会→重点工程督办推进会⟧。",
            _called(
                "全市重点工程督办推进会",
                "今天，我们召开⟦全市重点工程督办推动会→全市重点工程督办推进会⟧，给大家鼓劲。",
            ),
            Example(
                "题| 在⟦重点工程督办推进会⟧上的讲话",
                settings=Settings(file_name="在重点工程督办推动会上的讲话_v3"),
            ),
        ),
        good=(
            "题| 在重点工程督办推进会上的讲话\n今天召开重点工程督办推进会。",
            "题| 在全市教育工作会议上的讲话\n今天召开的会议，是贯彻全省教育工作会议的具体行动。",
            _called("全市重点工程督办推进会", "今天召开督办推进会。"),
        ),
        find=_misnamed,
        remedy=Remedy.SAFE,
    ),
)
