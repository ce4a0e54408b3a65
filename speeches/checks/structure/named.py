"""What is named right before a number of it: 甲工程、乙工程等“五大工程”, 《甲》《乙》两本教材."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speeches.checks.scope import PROSE, Scope, Seen
from speeches.checks.structure.counted import DIGITS, NUMBER, Counted, is_set, slogans

_LONGEST = 120
_AND_OTHERS = re.compile(rf"等(?P<number>{NUMBER})(?P<word>[大个项条类种件家名位所张场部]\w{{2}})")
_GREAT = re.compile(rf"大(?<=[两{DIGITS}]大)(?<![第前后余数百千万两一{DIGITS}].大)\w{{2}}")
_CLAUSE = re.compile(r"[，。；：！？\n]|[,;:?!](?!\d)|等[“\d两二三四五六七八九十]")
_OPENERS, _CLOSERS = "“《（(‘", "”》）)’"
_ENCLOSED = re.compile("[“《（(‘][^“”《》（）()‘’]*+[”》）)’]")
_PIECE = re.compile(f"(?P<between>、)|{_ENCLOSED.pattern}(?P<next>(?=[“《]))?")
_JOINED = re.compile("和|及|与|暨")
_DIVIDED = re.compile("[、和及与暨]|”“|》《")
_GOES_ON = tuple("、”“’》《（(和及与")
_DEED = re.compile(
    "推进|推动|推行|实施|加快|加强|抓好|开展|落实|做好|打造|构建|建设|启动|完成|强化|深化|优化|提升|狠抓|着力|大力|深入|全面|实现|"
    "坚持|确保|聚焦|围绕|突出|健全|完善|学习|贯彻|召开|出台|印发|制定|组织"
)


class Named(NamedTuple):
    """What stands before a number: at least `least` and at most `most` things.

    `alike`: as many have the word in them that is counted. `has_etcetera`: 等 follows them.
    """

    counted: Counted
    least: int
    most: int
    alike: int
    has_etcetera: bool


def named_before(scope: Scope) -> Iterator[Named]:
    """The numbers of all things that are named before them, where at least one mark divides."""
    for counted in (*slogans(scope), *_bare(scope)):
        if found := named(scope, counted):
            yield found


def _bare(scope: Scope) -> Iterator[Counted]:
    for seen in scope.search(_AND_OTHERS, needs=("等",), where=PROSE):
        yield from _unless_set(scope, seen, 1, seen.match["number"], seen.match["word"])
    for seen in scope.search(_GREAT, needs=("大",), where=PROSE):
        number = scope.texts[seen.block][seen.start - 1]
        if scope.texts[seen.block][seen.start - 2 : seen.start - 1] not in ("等", "“"):
            yield from _unless_set(scope, seen, -1, number, seen.match[0])


def _unless_set(scope: Scope, seen: Seen, shift: int, number: str, word: str) -> Iterator[Counted]:
    counted = Counted(seen.block, seen.start + shift, seen.end, number, word, is_quoted=False)
    if not is_set(scope, counted):
        yield counted


def named(scope: Scope, counted: Counted) -> Named | None:
    """What is named right before a phrase in its clause; None for a single thing."""
    text = scope.texts[counted.block]
    end = counted.start - counted.is_quoted
    has_etcetera = text[max(end - 1, 0) : end] == "等"
    clause = text[max(end - _LONGEST, 0) : end - has_etcetera]
    if not has_etcetera and clause.endswith(_GOES_ON):
        return None  # it is one of the things itself
    if not _DIVIDED.search(clause):
        return None
    cuts = [each.start() + 1 for each in _CLAUSE.finditer(clause) if _is_free(clause, each)]
    things = _split(clause[max(cuts, default=0) :].strip())
    joints = sum(len(_JOINED.findall(_outside(thing))) for thing in things)
    if len(things) + joints < 2:
        return None
    core = counted.core
    alike = sum(core in thing for thing in things) if core else 0
    least = alike if alike > 1 else len(things)
    if alike < 2 and any(_DEED.match(thing) for thing in things[1:]):
        least = 1
    return Named(counted, least, len(things) + joints, alike, has_etcetera)


def _is_free(text: str, match: re.Match[str]) -> bool:
    """Whether neither a bracket nor a quotation mark stands open there."""
    before = text[: match.start()]
    return sum(map(before.count, _OPENERS)) <= sum(map(before.count, _CLOSERS))


def _split(text: str) -> list[str]:
    """The things that a text names: divided by 、 or by a closing mark that an opening follows."""
    things, start = [], 0
    for match in _PIECE.finditer(text):
        if match["between"] or match["next"] is not None:
            things.append(text[start : match.start() if match["between"] else match.end()])
            start = match.end()
    things.append(text[start:])
    return [thing for thing in things if thing]


def _outside(thing: str) -> str:
    """What of a thing does not stand in brackets or quotation marks."""
    return _ENCLOSED.sub("", thing)
