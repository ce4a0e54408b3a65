"""From findings to changes of what was typed, and why some cannot be changed where they print.

A page shows texts that were typed, and beside them what was made of data: numbers, collective
names, figures. Only the first are mended here; for the others a sentence says where to go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise
from types import MappingProxyType
from typing import NamedTuple

from speeches.checks.base import Finding
from speeches.document.facts import Row
from speeches.document.tokens import COLLECTIVE, COUNT
from speeches.document.tree import Block, Document, Made, Mark, Quoted, Run, Token, Typed


class Edit(NamedTuple):
    """`text` takes the place of field[start:end] of a row; offsets count in the field as typed."""

    row: Row
    field: str
    start: int
    end: int
    text: str


class Refusal(NamedTuple):
    """Why a finding is not mended where it stands, and the field to go to."""

    sentence: str
    row: Row
    field: str


_MADE: Mapping[Made, str] = MappingProxyType(
    {
        Made.NUMBER: "这里在序号里，序号由系统排出：请调整要点的次序、层级或编号方式。",
        Made.SEPARATOR: "这里的标点由系统加上：请在前后的文字里改。",
        Made.FRAME: "这里是系统排出的格式：请在标题、日期等栏目里改。",
    }
)
_RESERVED: Mapping[str, str] = MappingProxyType(
    {
        COLLECTIVE: "这里来自合称{source}：请改合称，或增减它下面的要点。",
        COUNT: "这里来自数量{source}：请增减所数的部分或要点。",
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType({COLLECTIVE: "collective", COUNT: "heading"})
_UNKNOWN = "这里的{source}没有对应的内容：请在原文里改。"
_FIGURE = "这里来自数据“{name}”：请到数据里改。"
_QUOTED = "这里引用的是别处的标题：请改那一处标题。"
_ESCAPED = "这里是转写的花括号：请在原文里改。"
_ACROSS = "这里跨着分开填写的两段文字：请分别修改。"
_CHANGED = "这里的文字已经改过：请刷新以后再看。"
_NO_FIX = "这一条没有现成的改法：请按提示在原文里改。"


def edits(document: Document, findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The changes that the findings of `document` ask for, by row and field and in order.

    A finding without a fix, or that was not typed as it prints, gives none (`why_not`). Of two
    that overlap the one that begins first counts: the other comes back when the text is checked
    again, if there is still a reason.
    """
    wanted = sorted(edit for finding in findings if (edit := _edit(document, finding)))
    return tuple(chain.from_iterable(_apart(group) for group in _by_field(wanted)))


def applied(text: str, changes: Iterable[Edit]) -> str:
    """A field's text after the edits of that field, which are in order and do not overlap."""
    pieces, done = [], 0
    for change in changes:
        pieces += [text[done : change.start], change.text]
        done = change.end
    return "".join([*pieces, text[done:]])


def by_field(changes: Iterable[Edit]) -> dict[tuple[Row, str], tuple[Edit, ...]]:
    """The edits of each field, in their order."""
    return {(group[0].row, group[0].field): group for group in _by_field(changes)}


def why_not(document: Document, finding: Finding) -> Refusal | None:
    """Why `edits` has none for a finding, or None where it has one."""
    if _edit(document, finding):
        return None
    block = document.blocks[finding.block]
    runs = _runs(block, finding.start, finding.end)
    foreign = (refusal for run in runs if (refusal := _refusal(block, run)))
    place = next(((told.row, told.field) for told in _origins(runs)), (block.row, block.field))
    return next(foreign, Refusal(_reason(block, finding, runs), *place))


def is_typed(runs: Sequence[Run]) -> bool:
    """Whether runs that stand side by side print one stretch of a field as it was typed."""
    origins = [run.origin for run in runs if _prints_as_typed(run)]
    typed = [origin for origin in origins if isinstance(origin, Typed)]
    return len(typed) == len(runs) and all(
        (after.row, after.field, after.offset)
        == (before.row, before.field, before.offset + len(before.source))
        for before, after in pairwise(typed)
    )


def _prints_as_typed(run: Run) -> bool:
    return isinstance(run.origin, Typed) and run.origin.source == run.text


def _reason(block: Block, finding: Finding, runs: Sequence[Run]) -> str:
    """Why what was typed is not mended."""
    if not is_typed(runs):
        return _ACROSS
    changed = block.text[finding.start : finding.end] != finding.text
    return _CHANGED if changed else _NO_FIX


def _edit(document: Document, finding: Finding) -> Edit | None:
    block = document.blocks[finding.block]
    spans = list(_spans(block, finding.start, finding.end))
    runs = [run for _, run in spans]
    stands = block.text[finding.start : finding.end] == finding.text
    if finding.fix is None or not runs or not stands or not is_typed(runs):
        return None
    begins, first = spans[0]
    assert isinstance(first.origin, Typed)  # is_typed says so
    start = first.origin.offset + finding.start - begins
    end = start + finding.end - finding.start
    return Edit(first.origin.row, first.origin.field, start, end, finding.fix)


def _runs(block: Block, start: int, end: int) -> list[Run]:
    return [run for _, run in _spans(block, start, end)]


def _spans(block: Block, start: int, end: int) -> Iterator[tuple[int, Run]]:
    """The runs that print text[start:end] of a block, with where each begins in the text."""
    at = 0
    for run in block.runs:
        if at < end and start < at + len(run.text) and run.text:
            yield at, run
        at += len(run.text)


def _apart(changes: Sequence[Edit]) -> Iterator[Edit]:
    """The edits of one field that do not reach into one before."""
    done = 0
    for change in changes:
        if change.start >= done:
            yield change
            done = change.end


def _by_field(changes: Iterable[Edit]) -> Iterator[tuple[Edit, ...]]:
    for _, group in groupby(sorted(changes), key=lambda change: (change.row, change.field)):
        yield tuple(group)


def _refusal(block: Block, run: Run) -> Refusal | None:
    """Why what a run prints is not changed there; None where it was typed as it stands."""
    origin = run.origin
    if isinstance(origin, Made):
        return Refusal(_MADE[origin], *_beside(block, run))
    if isinstance(origin, Token):
        return _of_token(run, origin)
    if isinstance(origin, Quoted):
        return Refusal(_QUOTED, origin.row, origin.field)
    if origin.source == run.text:
        return None
    return Refusal(_ESCAPED, origin.row, origin.field)


def _of_token(run: Run, token: Token) -> Refusal:
    """What a token counts or names is mended there; what no row holds, where the token stands."""
    name = token.name.partition(":")[0]
    reserved = _RESERVED.get(name)
    told = _UNKNOWN if run.mark is Mark.UNKNOWN else reserved or _FIGURE
    sentence = told.format(source=token.source, name=token.name)
    if token.target is None:
        return Refusal(sentence, token.row, token.field)
    return Refusal(sentence, token.target, _FIELDS.get(name, "value"))


def _beside(block: Block, made: Run) -> tuple[Row, str]:
    """The field beside what assembly made: that which a number counts, or a mark ends."""
    at = next(index for index, run in enumerate(block.runs) if run is made)
    before, after = block.runs[:at], block.runs[at + 1 :]
    nearest = after if made.origin is Made.NUMBER else tuple(reversed(before))
    return next(
        ((origin.row, origin.field) for origin in _origins(nearest)), (block.row, block.field)
    )


def _origins(runs: Iterable[Run]) -> Iterator[Typed | Token | Quoted]:
    return (run.origin for run in runs if not isinstance(run.origin, Made))
