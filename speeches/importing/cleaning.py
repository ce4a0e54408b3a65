"""A text becomes paragraphs: junk out, wrapped lines joined, marks mended, each step listed.

The law: every character of the lines is in exactly one of a paragraph's pieces, the span of a
repair, the span of what was removed. Nothing here raises, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from speeches.importing import junk
from speeches.importing.changes import Change, Doubtful
from speeches.importing.joining import joins, layout_of
from speeches.importing.junk_rules import rules
from speeches.importing.lines import HAN, Line, split_lines, told_lines
from speeches.importing.parting import parted
from speeches.importing.repairing import repairs_of
from speeches.importing.source import Cleaned, Doubt, Paragraph, Removed, Repair, Span
from speeches.importing.tracing import Stretch, changed, doubts, paragraph, text_of, trimmed

_STOPPED = re.compile(rf"[{HAN}]\.[ \t]*+$", re.MULTILINE)
_ENOUGH = 2
_EDGE = 8  # so many paragraphs at the head and at the foot of a text may hold names


@dataclass(slots=True)
class _Draft:
    """A paragraph on its way: the stretches of its lines, and its last line."""

    stretches: list[Stretch]
    last: Line
    gap_before: bool


@dataclass(slots=True)
class _Found:
    """What was done on the way."""

    repairs: list[Repair] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def clean(text: str, *, repair: bool = True, undone: frozenset[str] = frozenset()) -> Cleaned:
    """`text` as paragraphs. `undone`: keys of repairs and removals that are not to be made.

    Without `repair` every line that says something is a paragraph as it came.
    """
    lines = split_lines(text)
    told, blanks = told_lines(lines)
    if not repair:
        kept = tuple(paragraph([Stretch(line.text, line.span)]) for line in told)
        return Cleaned(lines, kept, (), tuple(blanks))
    parts, breaks = parted(told, undone)
    found = _Found(breaks, blanks)
    drafts = _joined(list(_without_junk(parts, found, undone)), found, undone)
    paragraphs = tuple(_mended(drafts, found, undone, may_stop=_may_stop(text)))
    return Cleaned(
        lines,
        paragraphs,
        tuple(sorted(found.repairs, key=lambda repair: repair.span)),
        tuple(sorted(found.removed, key=lambda removed: removed.span)),
        tuple(sorted(found.doubts, key=lambda doubt: doubt.span)),
    )


def _may_stop(text: str) -> bool:
    """Whether a half-width point between Han ends a sentence: where no 。 does, or points do so at
    the ends of lines."""
    return "。" not in text or len(_STOPPED.findall(text)) >= _ENOUGH


def _without_junk(
    lines: Sequence[Line], found: _Found, undone: frozenset[str]
) -> Iterator[tuple[Line, bool]]:
    """The lines that stay, each with whether content is missing right before it."""
    dropped = junk.find(lines, rules())
    is_owed = gap_before = False
    for index, line in enumerate(lines):
        verdict = dropped.verdicts.get(index)
        is_owed = verdict is not None and (is_owed or index in dropped.gaps)
        if verdict:
            removed = Removed(line.span, line.text, verdict.reason, is_owed)
            if removed.key not in undone:
                found.removed.append(removed)
                gap_before, is_owed = gap_before or is_owed, False
                continue
        yield line, gap_before
        gap_before = False


def _joined(
    lines: Sequence[tuple[Line, bool]], found: _Found, undone: frozenset[str]
) -> list[_Draft]:
    """The lines as paragraphs, those wrapped by a page joined again."""
    layout = layout_of([line for line, _ in lines])
    drafts: list[_Draft] = []
    for line, gap_before in lines:
        before = drafts[-1] if drafts else None
        if before and not gap_before and joins(before.last, line, layout):
            glue = _glue(before.last, line)
            if glue.key not in undone:
                before.stretches.append(Stretch(glue.after, glue.span, glue))
                before.stretches += _stretches(line, before.last.text, found, undone)
                before.last = line
                continue
        drafts.append(_Draft(list(_stretches(line, "", found, undone)), line, gap_before))
    return drafts


def _glue(before: Line, line: Line) -> Repair:
    """What stands for the line end: nothing, or a blank between English words."""
    end = before.span.end
    beside = before.text[-1] + line.text[0]
    after = " " if beside.isascii() and beside.isalpha() else ""
    return Repair(Span(before.number, end, end), "\n", after, "接上断行")


def _stretches(line: Line, before: str, found: _Found, undone: frozenset[str]) -> Iterator[Stretch]:
    """The stretches of a line that goes on with `before`, between the marks of sites in it."""
    start = line.start
    for removed in junk.inside(line, before, rules()):
        if removed.key not in undone:
            found.removed.append(removed)
            yield from _stretch(line, start, removed.span.start)
            start = removed.span.end
    yield from _stretch(line, start, line.span.end)


def _stretch(line: Line, start: int, end: int) -> Iterator[Stretch]:
    if start < end:
        text = line.text[start - line.start : end - line.start]
        yield Stretch(text, Span(line.number, start, end))


def _mended(
    drafts: Sequence[_Draft], found: _Found, undone: frozenset[str], *, may_stop: bool
) -> Iterator[Paragraph]:
    """The paragraphs after repairs, those left out of which nothing is left."""
    gap_before = False
    for index, draft in enumerate(drafts):
        at_edge = index < _EDGE or index >= len(drafts) - _EDGE
        told = repairs_of(text_of(draft.stretches), at_edge=at_edge, may_stop=may_stop)
        doubtful = [doubt for doubt in told if isinstance(doubt, Doubtful)]
        changes = [change for change in told if isinstance(change, Change)]
        found.doubts += doubts(draft.stretches, doubtful)
        mended, blanks = trimmed(list(changed(draft.stretches, changes, undone)))
        found.repairs += [stretch.repair for stretch in mended if stretch.repair]
        found.removed += blanks
        gap_before = gap_before or draft.gap_before
        if text_of(mended):
            yield paragraph(mended, gap_before=gap_before)
            gap_before = False
