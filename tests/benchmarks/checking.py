"""How long all rules take over a speech, a long one, and texts made to take long."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from itertools import count

from speeches.checks.checking import check
from speeches.checks.examples import document_of
from speeches.checks.registry import RULES
from speeches.checks.scope import Scope
from speeches.document.assemble import assemble
from speeches.document.tree import Document
from speeches.importing.as_written import document_as_written
from speeches.importing.facts import facts_of
from speeches.importing.parsing import parse
from tests.benchmarks.long_speech import sentences
from tests.benchmarks.measuring import (
    MILLISECONDS,
    Measure,
    Ratio,
    measure,
    ratios,
    table,
    timed,
    together,
)
from tests.checks.shapes import SHAPES, repeated

SIZE, AIM = 10_000, 60  # characters, milliseconds
TIMES, AIM_OF_LONG, GROWTH, ROUNDS = 20, 1500, 1.3, 5
SLOWEST = 10
_HALF_WIDTH = str.maketrans("，；：？！（）“”", ',;:?!()""')
_MARKS = "，；。"


def report() -> Iterator[str]:
    """Tables, each as soon as it is there."""
    short, long = speech(SIZE), speech(SIZE * TIMES)
    yield f"Checking {SIZE:,} characters\n" + table(list(_whole(short, long)))
    heads = f"{SIZE * TIMES:,} characters, ms for {SIZE:,}", f"{SIZE:,} characters"
    yield "A character of a long text beside one of a short\n" + ratios([_growth()], *heads)
    rules = sorted(_rules(document_as_written(short)), key=lambda each: -each.median)
    yield f"The slowest of {len(RULES)} rules, in hundredths of a millisecond\n" + table(
        rules[:SLOWEST]
    )
    hostile = [measure(repr(each), partial(check, _repeated(each))) for each in SHAPES]
    slowest = sorted(hostile, key=lambda each: -each.median)[:SLOWEST]
    yield f"The slowest of {len(SHAPES)} hostile texts of {SIZE:,} characters\n" + table(slowest)


def speech(size: int) -> str:
    """A text of about `size` characters: the sample's clauses, no two sentences the same.

    Of every sixteen sentences one has a number of its own, each tenth ends a paragraph.
    """
    clauses = [clause for each in sentences() for clause in _clauses(each)]
    lines, length = ["在全市年中工作会议上的讲话", "（2026年7月16日）", "同志们：", ""], 0
    for at in count():
        if length >= size:
            break
        first, second = clauses[at % len(clauses)], clauses[at * 7 % (len(clauses) - 1)]
        figure = f"，新增学位{at * 13 + 101}个" if at % 16 == 0 else ""
        opening = f"（{'一二三四五六七八九'[at // 10 % 9]}）{first}。" if at % 10 == 0 else ""
        lines[-1] += f"{opening}{first}，{second}{figure}。"
        length += len(opening + first + second + figure) + 2
        if at % 10 == 9:
            lines.append("")
    return "\n".join(filter(None, lines))


def _clauses(sentence: str) -> Iterator[str]:
    for mark in _MARKS:
        sentence = sentence.replace(mark, "\n")
    return (clause for clause in sentence.split("\n") if len(clause) > 3)


def _whole(short: str, long: str) -> Iterator[Measure]:
    yield measure("a speech as written", partial(check, document_as_written(short)), aim=AIM)
    half = document_as_written(short.translate(_HALF_WIDTH))
    yield measure("with half-width marks", partial(check, half), aim=AIM)
    facts = facts_of(parse(short))
    yield measure("made of its facts", partial(check, assemble(facts), facts), aim=AIM)
    document = document_as_written(long)
    yield measure(f"{TIMES} times as long", partial(check, document), aim=AIM_OF_LONG)


def _growth() -> Ratio:
    works = {
        str(times): partial(timed, partial(check, document_as_written(speech(SIZE * times))))
        for times in (TIMES, 1)
    }
    each = [one.median / int(times) for times, one in together(works, ROUNDS).items()]
    return Ratio("a speech as written", *each, aim=GROWTH)


def _rules(document: Document) -> Iterator[Measure]:
    """Each rule by itself; what rules share has been worked out before."""
    scope = Scope(document)
    for rule in RULES:
        times = []
        for _ in range(1 + ROUNDS):
            began = time.perf_counter()
            list(rule.find(scope))
            times.append((time.perf_counter() - began) * MILLISECONDS * 100)
        yield Measure(rule.id, times[1:])


def _repeated(text: str) -> Document:
    return document_of(repeated(text, SIZE).split("\n"))
