"""The turn to the problems, and the list of them that runs into one paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from speeches.importing.words import one_of, words

_HINGE = re.compile(one_of(words("problems", "hinges")))
_ETCETERA = re.compile("[，；,;、]?等等?[。]?$")
_FEWEST = 2
_SHORTEST = 4
_ENDS = tuple("。！？")


class Problem(NamedTuple):
    """A problem in a text, from `start` to `end`."""

    start: int
    end: int


def is_hinge(text: str) -> bool:
    return _HINGE.search(text) is not None


def problems_in(text: str) -> list[Problem]:
    """The problems that a paragraph lists behind its last colon; none where that is not safe.

    Each with the mark behind it. ； between two or more is safe; ， is if the list ends in 等等.
    """
    start = text.rfind("：") + 1
    if not start or not is_hinge(text[:start]):
        return []
    sentence = re.compile("[。！？]").search(text, start)
    end = sentence.end() if sentence else len(text)
    listed = text[start:end]
    mark = "；" if "；" in listed else "，" if _ETCETERA.search(listed) else None
    if mark is None:
        return []
    return _divided(text, start, end, mark)


def _divided(text: str, start: int, end: int, mark: str) -> list[Problem]:
    found: list[Problem] = []
    for match in re.compile(f"[^{mark}]+{mark}?").finditer(text, start, end):
        is_etcetera = match.group().startswith("等") and _ETCETERA.fullmatch(match.group())
        if found and is_etcetera:
            found[-1] = Problem(found[-1].start, match.end())
        else:
            found.append(Problem(*match.span()))
    lengths = [problem.end - problem.start for problem in found]
    return found if len(found) >= _FEWEST and min(lengths) >= _SHORTEST else []
