"""How long a text takes on its way in: real shapes, and texts made to take long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from speeches.importing.as_json import as_json
from speeches.importing.facts import facts_of
from speeches.importing.parsing import parse
from tests.benchmarks.measuring import Measure, Ratio, measure, ratios, table, timed, together
from tests.importing.reading_texts import texts

SIZE = 10_000  # characters
AIM, ROUNDS = 50, 5
TIMES, GROWTH = 20, 1.3  # a character of a text so many times as long, beside one of this
_SHAPES = "\n".join(text.source for text in texts("shapes"))
_HALF_WIDTH = str.maketrans("，。；：！？（）“”", ',.;:!?()""')
_WRAPPED = 36  # characters in a line

TEXTS = {
    "all shapes": _SHAPES,
    "half-width marks": _SHAPES.translate(_HALF_WIDTH),
    "one paragraph": _SHAPES.replace("\n", ""),
    "wrapped lines": "\n".join(
        line[start : start + _WRAPPED]
        for line in _SHAPES.split("\n")
        for start in range(0, len(line), _WRAPPED)
    ),
}
# Each repeated: a rule that looks back or forth too far shows here.
HOSTILE = (
    *("一是甲乙；", "（一）甲乙。", "甲。1.甲", "（", "一", "局长", "首先，其次，最后，"),
    *("一、甲 ", "（一）1.（1）", "\u3000", "**甲", "【", "〔待", "www.", "a@b.", "登录"),
    *("登录后查看全文\n", "• 身份:3点\n", "同志们，", '"', "甲\n", "12\n", "2020年"),
    *("在肯定成绩的同时：甲，", "等“三大工程”"),
)  # fmt: skip


def report() -> Iterator[str]:
    """Tables, each as soon as it is there."""
    yield f"Taking in {SIZE:,} characters\n" + table([*map(_parsed, TEXTS), *_behind()])
    hostile = [measure(repr(each), partial(parse, repeated(each, SIZE))) for each in HOSTILE]
    slowest = sorted(hostile, key=lambda each: each.median)[-5:]
    yield f"The slowest of {len(HOSTILE)} hostile texts of that length\n" + table(slowest)
    heads = f"{SIZE * TIMES:,} characters, ms for {SIZE:,}", f"{SIZE:,} characters"
    yield "A character of a long text beside one of a short\n" + ratios(list(_growth()), *heads)


def repeated(text: str, size: int) -> str:
    """`text` again and again, `size` characters of it."""
    return (text * (size // len(text) + 1))[:size]


def _parsed(name: str) -> Measure:
    return measure(name, partial(parse, repeated(TEXTS[name], SIZE)), aim=AIM)


def _behind() -> Iterator[Measure]:
    """What follows parsing, once, when a text is saved or printed as JSON."""
    outline = parse(repeated(_SHAPES, SIZE))
    yield measure("its facts, once it is saved", partial(facts_of, outline))
    yield measure("its JSON", partial(as_json, outline))


def _growth() -> Iterator[Ratio]:
    for name, text in TEXTS.items():
        works = {
            str(times): partial(timed, partial(parse, repeated(text, SIZE * times)))
            for times in (TIMES, 1)
        }
        found = together(works, ROUNDS)
        each = [one.median / int(times) for times, one in found.items()]
        yield Ratio(name, *each, aim=GROWTH)
