"""The text below the title block as passages: paragraphs, cut where headings were glued on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from speeches.importing.glued import Expected, cuts
from speeches.importing.headings import Head, head_of
from speeches.importing.items import Item, items_in
from speeches.importing.numbers import OUTLINE_FORMS, Form, Number, number_at, numbers_in
from speeches.importing.source import Paragraph, Repair, Span

GLUED = "标题另起一段"


@dataclass(slots=True)
class Passage:
    """A paragraph, or what is left of one that was cut: `start` is where it begins in there.

    `number` opens it; `items` run in inside it, the first of them perhaps at its very beginning,
    and then it has no number of its own.
    """

    text: str
    paragraph: int
    start: int
    line: int
    gap_before: bool = False
    number: Number | None = None
    numbers: list[Number] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def is_numbered(self) -> bool:
        return self.number is not None

    def head(self, *, is_part: bool) -> Head:
        """Of a numbered passage."""
        assert self.number
        list_start = self.items[0].start if self.items else None
        return head_of(self.text, self.number, list_start, is_part=is_part)


@dataclass(frozen=True, slots=True)
class Passages:
    """All passages in order; every cut is a repair, undone by naming its key."""

    passages: list[Passage]
    repairs: tuple[Repair, ...]


def passages_of(
    paragraphs: Sequence[Paragraph],
    first: int,
    undone: frozenset[str] = frozenset(),
    *,
    glued: bool = True,
) -> Passages:
    """The passages of ``paragraphs[first:]``. `glued`: headings glued to text are cut off."""
    expected: Expected = {}
    passages: list[Passage] = []
    repairs: list[Repair] = []
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        numbers = list(numbers_in(paragraph.text))
        starts = cuts(paragraph.text, numbers, expected) if glued else ()
        wanted = {start: _repair(paragraph, start) for start in starts}
        kept = {start: cut for start, cut in wanted.items() if cut.key not in undone}
        repairs += kept.values()
        passages += _cut(paragraph, index, numbers, list(kept))
    return Passages(passages, tuple(repairs))


def _repair(paragraph: Paragraph, start: int) -> Repair:
    (span, *_) = paragraph.span_of(start, start + 1) or (Span(0, 0, 0),)
    return Repair(Span(span.line, span.start, span.start), "", "\n", GLUED)


def _cut(
    paragraph: Paragraph, index: int, numbers: Sequence[Number], starts: Sequence[int]
) -> Iterator[Passage]:
    edges = [0, *starts, len(paragraph.text)]
    for start, end in pairwise(edges):
        text = paragraph.text[start:end]
        inside = [n.moved(-start) for n in numbers if start <= n.start and n.end <= end]
        spans = paragraph.span_of(start, end)
        passage = Passage(text, index, start, spans[0].line if spans else 0)
        passage.gap_before = paragraph.gap_before and start == 0
        _read(passage, inside)
        yield passage


def _read(passage: Passage, numbers: list[Number]) -> None:
    text = passage.text
    number = number_at(text)
    items = items_in(text, numbers)
    if number and items and items[0].start > 0:
        items = items_in(text, [n for n in numbers if n.start >= number.end])
    elif number and items:
        number = None
    passage.number, passage.numbers, passage.items = number, numbers, items


def base_of(passages: Sequence[Passage]) -> tuple[Form, ...]:
    """The numbers of the parts: 第一部分, else 一、, else the first that has a heading."""
    heads = [p for p in passages if p.number and p.number.form in OUTLINE_FORMS]
    forms = [p.number.form for p in heads if p.number]
    for form in (Form.PART, Form.HAN):
        if form in forms:
            return (form,)
    if heads and heads[0].head(is_part=False).end:
        return (forms[0],)
    return ()


def positions(passages: Sequence[Passage]) -> dict[tuple[Form, int], list[int]]:
    """Which passages begin with a number, by its form and value."""
    found: dict[tuple[Form, int], list[int]] = {}
    for index, passage in enumerate(passages):
        if passage.number:
            found.setdefault((passage.number.form, passage.number.value), []).append(index)
    return found
