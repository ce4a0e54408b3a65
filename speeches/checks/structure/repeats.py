"""The catalogue's chapter D, what is said twice: D25."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.scope import MASK, Place, Scope, Stretch
from speeches.document.tree import Quoted, headings

_CLAUSE = re.compile(f"[^，。；：！？、,;:!?“”\\n{MASK}]{{9,60}}+")
_WORDS = re.compile("[^…—]{9}")
_EDGE = 5  # characters in which alike clauses begin or end the same
_ALIKE = 0.8  # of the characters
_LEAST = 12  # characters of clauses that are alike and not the same
# What a speech may say as often as it likes: by whose leadership, since when, to whom.
_FORMULA = re.compile(
    "领导下|支持下|帮助下|努力下|以来|同志们|在座|各位|衷心|感谢|思想为指导|会议精神$|^在.*[中上下]$"
)


def _repeats(scope: Scope) -> Iterator[Hit]:
    """The second saying of a clause; nearby ones are meant (以更大的决心…，以更大的力度…)."""
    same: dict[str, int] = {}
    edges: dict[tuple[str, bool], tuple[str, int]] = {}
    named = _named(scope)
    for clause, text in _clauses(scope):
        before = same.setdefault(text, clause.block)
        if before != clause.block and text not in named:
            same[text] = clause.block
            yield Hit(*clause, f"“{text}”前面说过一遍，可以换个说法。")
        elif before == clause.block and len(text) >= _LEAST:
            for key in ((text[:_EDGE], True), (text[-_EDGE:], False)):
                other, block = edges.setdefault(key, (text, clause.block))
                if block != clause.block and _share(other, text) >= _ALIKE:
                    yield Hit(*clause, f"与前面的“{other}”说法相近，可以合并或换个说法。")
                    break


def _clauses(scope: Scope) -> Iterator[tuple[Stretch, str]]:
    quoted = {
        block
        for block, what in enumerate(scope.document.blocks)
        if any(isinstance(run.origin, Quoted) for run in what.runs)
    }
    for seen in scope.search(_CLAUSE, where={Place.BODY}):
        text = seen.match[0]
        if seen.block not in quoted and _WORDS.match(text) and not _FORMULA.search(text):
            yield Stretch(seen.block, seen.start, seen.end), text


def _named(scope: Scope) -> set[str]:
    """The words of headings, which leads may name."""
    return {
        title.words.rstrip("。，：") for block in scope.document.blocks for title in headings(block)
    }


def _share(one: str, other: str) -> float:
    """What part of the longer text begins and ends like the other."""
    shorter = min(len(one), len(other))
    begin = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - begin
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return (begin + end) / max(len(one), len(other))


RULES: tuple[Rule, ...] = (
    Rule(
        id="D25",
        family=Family.STRUCTURE,
        title="前后说法重复",
        level=Level.HINT,
        source="前后一致",
        why="同一句话说两遍，听的人会以为念错了。",
        bad=(
            "养护改革，取得阶段性重要成效。\n安全工作，⟦取得阶段性重要成效⟧。",
            "要把责任落实到每一条渠道，不留死角。\n巡查时，⟦要把责任落实到每一条渠道⟧。",
            "各村要在汛期前把渠道全部清一遍。\n⟦各村要在汛期前把堤坝全部清一遍⟧。",
        ),
        good=(
            "养护改革，取得阶段性重要成效。\n安全工作，比去年又进一步。",
            "在县委的坚强领导下，路修通了。\n在县委的坚强领导下，桥架好了。",
            "以更大的决心把渠道修好，以更大的决心把堤坝修好。",
        ),
        find=_repeats,
    ),
)
