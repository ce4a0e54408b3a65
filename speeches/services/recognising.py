"""What was found in a text that came in: as it was read, or as a person left it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from speeches.importing.cleaning import clean
from speeches.importing.cutting import cut
from speeches.importing.outline import Doubtful, Outline, outline
from speeches.importing.parsing import complete
from speeches.importing.piece_json import pieces_from_json
from speeches.importing.pieces import Piece
from speeches.importing.source import Cleaned, Repair
from speeches.models import Import, Meeting
from speeches.services.reading import Source

Pieces = tuple[Piece, ...]
_OF_A_MEETING = re.compile(r"在(.{2,60}?)上的(?:讲话|报告|发言|致辞)")


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of an import now: the text as cleaned, its pieces, the speech they make."""

    cleaned: Cleaned
    pieces: Pieces
    outline: Outline


def row_of(source: Source) -> Import:
    """The row of a text that is not taken in yet."""
    return Import(
        kind=source.kind,
        text=source.text,
        left_out=[list(one) for one in source.left_out],
        shown_name=source.name,
        sha256=sha256(source.content).hexdigest(),
    )


def found_in(import_: Import) -> Found:
    """The text with what was repaired, and its structure: as found, or as a person left it."""
    cleaned, pieces, cuts = recognised(import_.text, frozenset(import_.undone))
    if import_.pieces is not None:
        pieces = _anchored(pieces_from_json(import_.pieces), cleaned)
    found = complete(outline(pieces), cleaned, cuts)
    left_out = (Doubtful(*told) for told in import_.left_out)
    doubtful = sorted([*found.unrecognised, *left_out], key=lambda each: each.line)
    return Found(cleaned, pieces, replace(found, unrecognised=tuple(doubtful)))


def outline_of(import_: Import) -> Outline:
    """The speech that an import makes."""
    return found_in(import_).outline


def outline_in(source: Source) -> Outline:
    """The same of a text that is not taken in."""
    return outline_of(row_of(source))


@lru_cache(maxsize=4)
def recognised(text: str, undone: frozenset[str]) -> tuple[Cleaned, Pieces, tuple[Repair, ...]]:
    """The text without what was undone, its pieces, and the headings cut off.

    Most requests ask for a text that has not changed since the last one.
    """
    cleaned = clean(text, undone=undone)
    pieces, cuts = cut(cleaned, undone)
    return cleaned, pieces, cuts


def _anchored(pieces: Pieces, cleaned: Cleaned) -> Pieces:
    """Pieces that were kept before an update of this site may have lost their places: what they
    say stays, only where it stood in the source is not known any more."""
    return tuple(
        piece if _stands(piece, cleaned) else replace(piece, stretches=()) for piece in pieces
    )


def _stands(piece: Piece, cleaned: Cleaned) -> bool:
    last = len(cleaned.paragraphs)
    if any(one.paragraph >= last for one in piece.stretches):
        return False
    texts = (cleaned.paragraphs[one.paragraph].text[one.start : one.end] for one in piece.stretches)
    return "".join(texts) == piece.raw


# --- What is told of it ----------------------------------------------------------------------


def open_points(found: Outline) -> str:
    """What is left for a person to look at, counted: 待补 8 处，序号不连续 1 处."""
    counts = {
        "待补": found.placeholders,
        "原文缺失": len(found.gaps),
        "序号不连续": len(found.jumps),
        "未识别": len(found.unrecognised),
    }
    return "，".join(f"{name} {count} 处" for name, count in counts.items() if count)


def other_date(found: Outline, meeting: Meeting) -> str:
    """That the text has another date than its meeting, whose date is the one that prints."""
    if not found.date or found.date == meeting.date:
        return ""
    date = f"{found.date.year}年{found.date.month}月{found.date.day}日"
    return f"原文的日期是{date}，会议日期没有改。"


def meeting_named_by(found: Outline) -> str:
    """What the meeting is called, by the title of the speech given there."""
    for text in ("".join(found.title), found.subtitle):
        if told := _OF_A_MEETING.search(text):
            return told[1]
    return "".join(found.title)[:200] or "导入的旧稿"
