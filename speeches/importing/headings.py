"""What a numbered paragraph begins with: a heading on its own line, one that runs in, or text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from speeches.importing.numbers import Form, Number
from speeches.importing.words import one_of, words

LONGEST_RUN_IN = 30
_LONGEST_OWN_LINE = 60
_LONGEST_BEFORE_COLON = 12
_SENTENCE = re.compile("[^。！？!?\n]*[。！？!?][”’）》]*")
_COLON = re.compile(rf"[^，。；：、！？“”]{{2,{_LONGEST_BEFORE_COLON}}}：(?!$)")
_BLANK = re.compile(rf"[^，。；：！？ \u3000]{{2,{LONGEST_RUN_IN}}}[ \u3000]+(?=\S)")
_STARTS_WITH_MARK = tuple("。！？；，、：…—.!?;,:”’）》")
_ENDS_A_SENTENCE = tuple("。！？；，!?;,")
_CLOSERS = "”’）》"
# A heading and the text glued to it without a mark: 增强紧迫感今年以来，…
_GLUED = re.compile(
    rf"[^。；：！？]{{5,{LONGEST_RUN_IN}}}?[^，。；：！？、在从对自]"
    rf"(?=(?:{one_of(words('beginnings', 'beginnings'))})[^，。；：]{{0,8}}，)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a numbered text: `end` is where its heading ends; 0: it has none."""

    end: int = 0
    own_line: bool = False


def head_of(text: str, number: Number, list_start: int | None, *, is_part: bool) -> Head:
    """The heading behind `number` in `text`, which it opens.

    `list_start`: where a list inside the text begins. `is_part`: a part takes no number without a
    heading, so its first sentence is one however long it is.
    """
    if number.form.is_spoken:
        return Head()
    end = len(text) if list_start is None else list_start
    if end == number.end:
        return Head()
    glued = _GLUED.match(text, number.end, end)
    if glued:
        return Head(glued.end())
    if list_start is None and _stands_alone(text[number.end :], is_part=is_part):
        return Head(len(text), own_line=True)
    length = _run_in(text, number, end, is_part=is_part)
    return Head(number.end + length) if length else Head()


def _stands_alone(text: str, *, is_part: bool) -> bool:
    ending = text.rstrip(_CLOSERS)
    if is_part:
        sentence = _SENTENCE.match(text)
        return sentence is None or sentence.end() == len(text)
    if len(text) > _LONGEST_OWN_LINE or ending.endswith(_ENDS_A_SENTENCE):
        return False
    return not any(mark in text for mark in "。；！？")


def _run_in(text: str, number: Number, end: int, *, is_part: bool) -> int:
    """How long a run-in heading is with its end mark; 0 where there is none."""
    sentence = _SENTENCE.match(text, number.end, end)
    if sentence and (is_part or _is_heading(sentence.group(), text[sentence.end() :])):
        return sentence.end() - number.end
    blank = _BLANK.match(text, number.end, end)
    if blank:
        return blank.end() - number.end
    colon = _COLON.match(text, number.end, end)
    if colon and number.form in (Form.ARABIC, Form.ARABIC_BRACKETED) and colon.end() < end:
        return colon.end() - number.end
    return end - number.end if is_part else 0


def _is_heading(sentence: str, rest: str) -> bool:
    words = sentence.rstrip(_CLOSERS).rstrip("。！？!?")
    is_short = 0 < len(words) <= LONGEST_RUN_IN and "；" not in words
    return is_short and bool(rest) and not rest.startswith(_STARTS_WITH_MARK)
