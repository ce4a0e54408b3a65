"""H1, H2: collective names (五稳) against the number and the wording of their points.

The outline keeps such a name without its number, so what is counted here is what it holds. Without
the facts both are silent; of the text alone D10 and D13 say what can be said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.consistency.rows import entries, opening_words, placed, sentence_around
from speeches.checks.consistency.shown_facts import node, points, said
from speeches.checks.examples import Example
from speeches.checks.scope import Scope, Seen
from speeches.checks.words import List
from speeches.document.facts import Kind
from speeches.document.numbering import count_word, value_of
from speeches.document.outline import Entry

_MEASURES = "大个项条点种类"
_ELSEWHERE = re.compile(
    r"去年|上年|前年|往年|以往|此前|过去|原来|原有|当时|全[国省]|[省国]里"
    # the name of those above: 按照市委提出的“五稳”要求
    r"|(?:中央|国家|上级|[省市县区州]里?|[部厅局])[^，；。]{0,8}(?:提出|部署|要求|确定|强调|倡导|开展)的?\Z"
    r"|(?:按照|落实|贯彻|对照|响应|学习)[^，；。]{0,4}(?:中央|国家|上级|[省市县区州]|[部厅])[^，；。]{0,8}\Z"
)
_NUMBER = "一二两三四五六七八九十"
_SHORT = 2
_SENTENCE = 40  # characters before a name in which it is said that it is another one


# --- H1: the number of a collective name -------------------------------------------------------


def _miscounted(scope: Scope) -> Iterator[Hit]:
    named = defaultdict(list)
    for entry in entries(scope):
        if entry.node.collective.strip() and entry.numbered:
            named[entry.node.collective.strip()].append(entry)
    for name, owners in named.items():
        counts = {len(owner.numbered) for owner in owners}
        for seen in scope.search(_pattern(name), needs=(name,)):
            told = _value(seen.match["number"])
            if told > 1 and told not in counts and not _is_another(scope, seen):
                yield _miscount(scope, seen, name, owners)


def _pattern(name: str) -> re.Pattern[str]:
    """The name with a number in quotes; one that is long and clear (大工程) without them too."""
    number = f"(?P<number>[{_NUMBER}](?<![第{_NUMBER}].)[{_NUMBER}]{{0,2}}+)"
    quoted = rf"(?<=“){number}{re.escape(name)}(?=”)"
    if not (name.startswith("大") and len(name) > _SHORT):
        return re.compile(quoted)
    return re.compile(rf"{number}{re.escape(name)}")


def _miscount(scope: Scope, seen: Seen, name: str, owners: list[Entry]) -> Hit:
    count = count_word(len(owners[0].numbered))
    end = seen.start + len(seen.match["number"])
    called = f"“{seen.match['number']}{name}”"
    told = f"{called}下面有{len(owners[0].numbered)}项，数目对不上。"
    rows = {entry.node.row for owner in owners for entry in owner.upwards()}
    own = scope.document.blocks[seen.block].row in rows
    if not own:
        told = f"“{count}{name}”的要点有{len(owners[0].numbered)}项，这里写的是{called}，对不上。"
    sure = own and _is_quoted(scope, seen) and f"{count}{name}" not in _sentence(scope, seen)
    return Hit(seen.block, seen.start, end, told, count, None if sure else Level.WARNING)


def _is_quoted(scope: Scope, seen: Seen) -> bool:
    return scope.texts[seen.block][max(seen.start - 1, 0) : seen.start] == "“"


def _sentence(scope: Scope, seen: Seen) -> str:
    """In which both “四稳” and “两稳” may stand, the one being a part of the other."""
    return "\n".join(sentence_around(scope.texts[seen.block], seen.start, seen.end))


def _value(number: str) -> int:
    return 2 if number == "两" else value_of(number)


def _is_another(scope: Scope, seen: Seen) -> bool:
    """Whether the name is a set phrase (六稳), or that of another year, place or office."""
    before = scope.texts[seen.block][max(seen.start - _SENTENCE, 0) : seen.start].rstrip("“")
    phrases = {entry.term for entry in scope.settings.words.of(List.SET_PHRASES)}
    return seen.match[0] in phrases or bool(_ELSEWHERE.search(re.split("[。；]", before)[-1]))


# --- H2: its wording ---------------------------------------------------------------------------


def _unlike(scope: Scope) -> Iterator[Hit]:
    for entry in entries(scope):
        name = entry.node.collective.strip()
        core = name.lstrip(_MEASURES)
        nodes = [each.node for each in entry.numbered]
        lacking = [each for each in nodes if core not in opening_words(each)]
        having = len(nodes) - len(lacking)
        if not core or not lacking or having < max(2, len(lacking) + 1):
            continue  # the name is not made of its points' words
        called = f"“{count_word(len(nodes))}{name}”"
        told = f"其余各项的标题里都有“{core}”，这一项没有，和{called}对不上。"
        for _, place in placed(scope, lacking):
            yield Hit(*place, told)


# --- Rules -------------------------------------------------------------------------------------


def _stable(lead: str, *headings: str, collective: str = "稳") -> Example:
    """A part 一、上半年的成绩 with this lead and these points."""
    fixed = re.sub(r"⟦(.)→.⟧", r"\1", lead).replace("⟦", "").replace("⟧", "")
    bare = [heading.strip("⟦⟧") for heading in headings]
    part = node(
        Kind.ACHIEVEMENTS,
        "上半年的成绩",
        *points(Kind.CATEGORY, *bare),
        body=fixed,
        collective=collective,
    )
    numbers = "一二三四五六"
    lines = (f"（{number}）{each}" for number, each in zip(numbers, headings, strict=False))
    return said("\n".join(["一、上半年的成绩", lead, *lines]), part)


_MORE = ("更加主动", "更加精准", "更加有力")
_STEADY = ("防汛平稳", "供水平稳", "投资平稳")
RULES = (
    Rule(
        id="H1",
        family=Family.DATA,
        title="合称的数目和要点对不上",
        level=Level.ERROR,
        source="稿台：合称与要点核对",
        why="合称说几，下面就要有几项，少一项、多一项都会被当场问住。",
        bad=(
            _stable("上半年，全局工作实现了“⟦四→三⟧稳”。", *_STEADY),
            _stable("做到“⟦两→三⟧稳”，来之不易。", *_STEADY),
            _stable(
                "概括起来是“⟦五→三⟧个更加”。",
                "更加主动",
                "更加精准",
                "更加有力",
                collective="个更加",
            ),
        ),
        good=(
            _stable("上半年，全局工作实现了“三稳”。", *_STEADY),
            _stable("去年是“四稳”，今年是“三稳”。", *_STEADY),
            _stable("按照“六稳”的要求开展工作。", *_STEADY),
        ),
        find=_miscounted,
        remedy=Remedy.SUGGESTED,
        twin="D10",
    ),
    Rule(
        id="H2",
        family=Family.DATA,
        title="合称里的字，有的要点没有",
        level=Level.WARNING,
        source="稿台：合称与要点核对",
        why="“三稳”的每一项都带“稳”字，合称才立得住，听的人也记得住。",
        bad=(
            _stable("总体平稳。", "防汛平稳", "供水平稳", "⟦投资增长⟧"),
            _stable("总体平稳。", "⟦防汛有力⟧", "供水平稳", "投资平稳"),
            _stable("有三点体会。", "更加主动", "⟦十分精准⟧", "更加有力", collective="个更加"),
        ),
        good=(
            _stable("总体平稳。", *_STEADY),
            _stable("抓好三项工程。", "青石水库", "东灌区", "北闸", collective="大工程"),
            _stable("总体平稳。", "防汛平稳", "供水有序", "投资增长"),
        ),
        find=_unlike,
        twin="D13",
    ),
)
