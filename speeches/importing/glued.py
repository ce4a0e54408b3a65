"""Headings glued to the text before them, as in copies that came as one paragraph.

…圆满完成。二、下一步打算（一）抓项目。… is cut before 二、 and （一） where they count up. What
divides by ； or follows ： is a list inside its sentence and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from speeches.importing.headings import LONGEST_RUN_IN
from speeches.importing.numbers import Form, Number

_GLUED_FORMS = (Form.HAN, Form.HAN_BRACKETED, Form.ARABIC)
_SENTENCE_ENDS = tuple("。！？!?…”’）")
_INSIDE_A_SENTENCE = "，；：、（(《“‘,;:"
_CLOSING = re.compile(
    "(?<=[。！？])(?:(?:各位)?(?:同志们|代表|委员|领导)[，！：](?=[^\n]{0,200}(?:让我们|希望|努力|奋斗|贡献|谢谢))"
    "|谢谢[^，。！]{0,6}[。！]?$)"
)
_LONG = 300  # characters: more than a paragraph has that is one
_LONG_ITEM = 60  # characters, on the average, of points rather than of items in a list
_PAIR = 2

Expected = dict[Form, int]  # the number that comes next in a list already open


def cuts(text: str, numbers: Sequence[Number], expected: Expected) -> list[int]:
    """Where `text` is to be cut, ascending. `expected` is brought up to date."""
    glued = [n for n in numbers if n.form in _GLUED_FORMS]
    candidates = [n for n in glued if n.start == 0 or _may_be_glued(text, n)]
    is_long = len(text) >= _LONG
    found: list[int] = []
    for index, number in enumerate(candidates):
        form = number.form
        if number.start == 0:
            is_one = _is_no_list(text, number, candidates[1:])
        elif number.value == expected.get(form) and number.value > 1:
            is_one = _is_behind_a_sentence(text, number) or is_long
        else:
            is_one = is_long and number.value == 1 and _counts_up(candidates, index)
        if is_one:
            _expect(expected, number)
            found.append(number.start)
    return [start for start in [*found, *(_closing(text, numbers) if is_long else ())] if start]


def _closing(text: str, numbers: Sequence[Number]) -> Iterator[int]:
    """Where the call begins that ends a text, behind all its numbers, and the thanks."""
    last = max((number.end for number in numbers if number.opens_clause), default=0)
    return (found.start() for found in _CLOSING.finditer(text, last))


def _expect(expected: Expected, number: Number) -> None:
    """A new heading closes the lists below its own."""
    expected[number.form] = number.value + 1
    for lower in _GLUED_FORMS[_GLUED_FORMS.index(number.form) + 1 :]:
        expected.pop(lower, None)


def _may_be_glued(text: str, number: Number) -> bool:
    return text[number.start - 1] not in _INSIDE_A_SENTENCE and not (
        number.form is Form.ARABIC and not _is_behind_a_sentence(text, number)
    )


def _is_behind_a_sentence(text: str, number: Number) -> bool:
    return text[max(number.start - 3, 0) : number.start].rstrip().endswith(_SENTENCE_ENDS)


def _counts_up(candidates: Sequence[Number], index: int) -> bool:
    """Whether the second of the list follows before anything that closes it."""
    number = candidates[index]
    for other in islice(candidates, index + 1, None):
        if other.form is number.form:
            return other.value == number.value + 1
        if _GLUED_FORMS.index(other.form) < _GLUED_FORMS.index(number.form):
            return False
    return False


def _is_no_list(text: str, number: Number, behind: Sequence[Number]) -> bool:
    """A paragraph that begins with （一） and goes on to （二）: points, if they are long or have
    headings of their own, else a list that runs in."""
    same = [number, *(other for other in behind if other.form is number.form)]
    if number.value > 1 or len(same) < _PAIR:
        return True
    ends = [*(other.start for other in same[1:]), len(text)]
    lengths = [end - one.end for one, end in zip(same, ends, strict=True)]
    return sum(lengths) >= _LONG_ITEM * len(same) or all(
        _is_headed(text[one.end : end]) for one, end in zip(same, ends, strict=True)
    )


def _is_headed(text: str) -> bool:
    heading, stop, rest = text.partition("。")
    return bool(stop) and len(heading) <= LONGEST_RUN_IN and len(rest) > len(heading)
