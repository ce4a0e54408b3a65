"""From a source text to its outline in one call."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from speeches.importing import placeholders
from speeches.importing.cleaning import clean
from speeches.importing.cutting import cut
from speeches.importing.genre import genre_of
from speeches.importing.outline import Doubtful, Outline, outline
from speeches.importing.source import LAYOUT, Cleaned, Removed, Repair


def parse(text: str, *, repair: bool = True, undone: frozenset[str] = frozenset()) -> Outline:
    """The outline of `text`, with all that was repaired, taken out or not understood.

    Without `repair` the text is read as it came: no mark is changed, no line taken out or cut.
    `undone`: keys of repairs and removals that are not to be made. Never raises.
    """
    cleaned = clean(text, repair=repair, undone=undone)
    pieces, cuts = cut(cleaned, undone, glued=repair)
    return complete(outline(pieces), cleaned, cuts)


def complete(found: Outline, cleaned: Cleaned, cuts: Iterable[Repair]) -> Outline:
    """`found` with what cleaning and cutting know: repairs, removals, doubts, masks, genre."""
    doubts = (Doubtful(doubt.span.line, doubt.text, doubt.reason) for doubt in cleaned.doubts)
    texts = [paragraph.text for paragraph in cleaned.paragraphs]
    return replace(
        found,
        unrecognised=tuple(sorted([*found.unrecognised, *doubts], key=lambda each: each.line)),
        gaps=tuple(_gaps(found.gaps, cleaned)) if found.gaps else (),
        repairs=tuple(sorted([*cleaned.repairs, *cuts], key=lambda repair: repair.span)),
        removed=cleaned.removed,
        placeholders=sum(len(placeholders.find(text)) for text in texts),
        genre=genre_of("\n".join(texts), "".join(found.title)),
    )


def _gaps(gaps: Sequence[Doubtful], cleaned: Cleaned) -> Iterator[Doubtful]:
    """`gaps` with what was taken out there, down to the text behind it."""
    kept = sorted({span.line for paragraph in cleaned.paragraphs for _, span in paragraph.pieces})
    told = [each for each in cleaned.removed if each.reason != LAYOUT]
    for gap in gaps:
        at = bisect_right(kept, gap.line)
        behind = kept[at] if at < len(kept) else len(cleaned.lines) + 1
        first, last = (bisect_left(told, line, key=_line_of) for line in (gap.line, behind))
        text = "\n".join(each.text for each in told[first:last])
        yield replace(gap, text=gap.text or text)


def _line_of(removed: Removed) -> int:
    return removed.span.line
