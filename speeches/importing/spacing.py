"""Blanks inside Chinese, which go unless they say something.

Two say something: the one between a post and a name (局长 陈志远) in a short line at the head or
the foot of a text, and the one that parts a numbered heading from the text glued to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from speeches.importing.changes import FULL_WIDTH_MARKS, QUOTES, Change
from speeches.importing.lines import HAN

_REASON = "删去空格"
_BLANKS = re.compile(r"\s++")
_MARKS = FULL_WIDTH_MARKS + QUOTES + "％"
_BESIDE = re.compile(rf"[{HAN}0-9%％{_MARKS}]")
_IS_HAN = re.compile(f"[{HAN}]")
_SAID_APART = re.compile(rf"[{HAN}A-Za-z0-9、（）()·.—\s\u3000-]{{1,40}}")
_NO_SPEAKER = re.compile("讲话|提纲|报告|致辞|发言|讲稿|会议上")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_GLUED = re.compile(
    rf"(?:{_NUMERAL}[、.．]|[（(](?:{_NUMERAL}|\d{{1,2}})[）)]|\d{{1,2}}[、.．])\s*+"
    rf"[{HAN}“”‘’、]{{4,30}}+(?P<blanks>\s++)(?=[{HAN}0-9“][^\s]{{9}})"
)
_BARE_NUMBER = re.compile(
    rf"(?:第{_NUMERAL}(?:部分|章|节|条|篇)|{_NUMERAL}|\d{{1,2}})(?P<blanks>\s++)"
    r"(?![、.．，：年月日号个所名项家人次万亿多余时点岁周季度%％])"
)
_LONGEST_NAME_LINE = 30


def blanks(text: str, *, at_edge: bool, widened: Collection[int]) -> Iterator[Change]:
    """Blanks in `text` to be taken out.

    `at_edge`: at the head or the foot of the text, where names stand. `widened`: places of the
    half-width marks that become full-width ones, and of those taken out.
    """
    found = list(_BLANKS.finditer(text))
    if not found:
        return
    kept = _behind_heading(text) | (_between_names(text, found) if at_edge else set())
    for blank in found:
        if blank.start() not in kept:
            if _stands_in_chinese(text, blank, widened):
                yield Change(blank.start(), blank.end(), "", _REASON)
        elif len(blank[0]) > 1:
            yield Change(blank.start(), blank.end(), " ", _REASON)


def _behind_heading(text: str) -> set[int]:
    """Where the blank begins that ends a number without a mark, or a heading glued to its text."""
    found = _GLUED.match(text) or _BARE_NUMBER.match(text)
    return {found.start("blanks")} if found else set()


def _between_names(text: str, found: list[re.Match[str]]) -> set[int]:
    """Where blanks begin that part words in a line of names; 赵 培 军 is one of them."""
    if len(text) > _LONGEST_NAME_LINE or not _SAID_APART.fullmatch(text):
        return set()
    if _NO_SPEAKER.search(_BLANKS.sub("", text)):
        return set()
    ends = [0, *(blank.end() for blank in found)]
    return {
        blank.start()
        for end, blank in zip(ends, found, strict=False)
        if blank.start() - end > 1 and all(_IS_HAN.match(beside) for beside in _beside(text, blank))
    }


def _beside(text: str, blank: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides of a blank; none at an edge."""
    return text[blank.start() - 1 : blank.start()], text[blank.end() : blank.end() + 1]


def _stands_in_chinese(text: str, blank: re.Match[str], widened: Collection[int]) -> bool:
    before, behind = _beside(text, blank)
    if before.isdecimal() and behind.isdecimal():
        return False
    return (blank.start() - 1 in widened or _is_chinese(before)) and (
        blank.end() in widened or _is_chinese(behind)
    )


def _is_chinese(character: str) -> bool:
    return not character or _BESIDE.match(character) is not None
