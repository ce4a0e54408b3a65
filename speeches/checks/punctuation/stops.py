"""B3: a dot of the Latin keyboard as a full stop (GB/T 15834—2011, 4.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import HAN, SAID, Place, Scope

_OWN_LINE = frozenset({Place.TITLE, Place.HEADING})
_DOT_INSIDE = re.compile(rf"(?:{HAN}|[”》）]){HAN}\.{HAN}{{2}}")
_STOP = re.compile(
    rf"[.．](?<=[”》）’%％{HAN[1:-1]}].)(?=[”’\"']|$|{HAN})(?P<end>[”’\"' \u3000]{{0,4}}$)?",
    re.MULTILINE,
)
# Before these words a sentence begins, where clauses stand on both sides.
_CLAUSE_BEFORE = re.compile(
    rf"[，。；：、,;:%％]{HAN}{{4,40}}[”》）%％]?$|^[{HAN[1:-1]}\d]{{6,40}}[”》）%％]?$|\d[%％]$"
)
_NEW_SENTENCE = re.compile(
    "(?:下一步|下一阶段|[今去明]年|上半年|下半年|各[级地校单部乡县市镇]|全[市县省区校局]|我们|同志们|同时|因此|会议|大家"
    "|其中|目前|当前|近年|此外|要|[一二三四五六]是|[二三四五六]要)"
)


def _stops(scope: Scope) -> Iterator[Hit]:
    """B3; inside a paragraph only before a label, or where the paragraph ends so too."""
    labels = {(label.block, label.start) for label in scope.labels}
    own = {(label.block, label.words_end) for label in scope.labels}
    dotted = {
        block
        for block, text in scope.blocks(SAID)
        if _ends_in_dots(text) and (scope.places[block] is Place.BODY or _DOT_INSIDE.search(text))
    }
    for seen in scope.search(_STOP, needs=".．"):
        is_heading = scope.places[seen.block] in _OWN_LINE
        if (seen.block, seen.start) in own or (is_heading and seen.block not in dotted):
            continue
        at_end = seen.match["end"] is not None
        if (
            at_end
            or _is_between(scope.texts[seen.block], seen.start)
            or (seen.block, seen.end) in labels
            or seen.block in dotted
        ):
            yield Hit(seen.block, seen.start, seen.start + 1, "句末应当用句号“。”。", "。")


def _is_between(text: str, at: int) -> bool:
    """Whether a sentence ends before a dot and another begins behind it."""
    before = text[max(at - 42, 0) : at]
    return bool(_NEW_SENTENCE.match(text, at + 1) and _CLAUSE_BEFORE.search(before))


def _ends_in_dots(text: str) -> bool:
    return text.endswith(".") and "。" not in text


RULES = (
    Rule(
        id="B3",
        family=Family.PUNCTUATION,
        title="用小圆点作句号",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.1.2",
        why="中文的句号是“。”，小圆点只用在小数和英文里。",
        bad=(
            "全年任务提前完成⟦.→。⟧",
            "一要摸清底数⟦.→。⟧二要建好台账⟦.→。⟧",
            "他说：“我们一定办好⟦.→。⟧”",
        ),
        good=("完成投资3.5亿元。", "1.抓好春耕备耕。", "文件名为report.doc。"),
        find=_stops,
    ),
)
