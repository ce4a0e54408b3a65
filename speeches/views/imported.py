"""What the page shows of an import: the lines of its source, the pieces found in them.

Both columns speak of a piece by the same number and the same word, so that colour only helps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from speeches.enums import NodeKind
from speeches.forms.confirming import PieceForm, level_name
from speeches.importing import placeholders
from speeches.importing.nodes import every
from speeches.importing.outline import Outline
from speeches.importing.pieces import Piece, Role, spans_of
from speeches.importing.source import LAYOUT, Cleaned, Removed, Span

LONGEST_WORDS = 80  # characters of a piece in the list; all of it stands in the source beside
SHORT = {
    Role.TITLE: "题目",
    Role.SUBTITLE: "副标题",
    Role.POST: "职务",
    Role.SPEAKER: "讲话人",
    Role.DATE: "日期",
    Role.SALUTATION: "称谓",
    Role.OPENING: "开场",
    Role.HEADING: "小标题",
    Role.RUN_IN: "段首小标题",
    Role.ITEM: "分条",
    Role.LEAD: "不带标题的部分",
    Role.BODY: "正文",
    Role.TAIL: "段末语",
    Role.CLOSING: "结尾",
    Role.GAP: "原文缺失",
    Role.DROPPED: "不要",
    Role.UNRECOGNISED: "未识别",
}
_TONES = {
    Role.HEADING: "heading",
    Role.RUN_IN: "heading",
    Role.LEAD: "heading",
    Role.ITEM: "item",
    Role.TAIL: "body",
    Role.BODY: "body",
    Role.OPENING: "around",
    Role.CLOSING: "around",
    Role.GAP: "unknown",
    Role.UNRECOGNISED: "unknown",
    Role.DROPPED: "removed",
}
LEGEND = {
    "above": "题目、讲话人等",
    "around": "开场、结尾",
    "heading": "小标题",
    "item": "分条",
    "body": "正文",
    "unknown": "未识别、缺失",
    "removed": "不要、删去",
}


@dataclass(frozen=True, slots=True)
class PieceRow:
    """A piece in the list, `number` from 1. `form` is there where the row is open."""

    number: int
    piece: Piece
    form: PieceForm | None
    is_here: bool  # the last step was about it
    indent: int  # how far in it stands, by steps

    @property
    def tone(self) -> str:
        return tone_of(self.piece)

    @property
    def name(self) -> str:
        """分条 · 三级, 小标题 · 一级 · 成绩."""
        piece = self.piece
        told = [SHORT[piece.role]]
        if self.is_dropped:
            return told[0]
        told += [level_name(piece.level)] if piece.level else []
        told += [NodeKind(piece.kind).label] if piece.kind else []
        return " · ".join(told)

    @property
    def words(self) -> str:
        text = self.piece.text
        return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 1] + "…"

    @property
    def doubt(self) -> str:
        """What a person should look at."""
        if self.piece.reason:
            return self.piece.reason
        return "类型请核对" if self.piece.confidence < 1 else ""

    @property
    def is_dropped(self) -> bool:
        return self.piece.role is Role.DROPPED


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line; `number` is that of a piece which begins here, else 0."""

    text: str
    tone: str = ""
    piece: int = 0
    number: int = 0
    name: str = ""


def tone_of(piece: Piece) -> str:
    return _TONES.get(piece.role, "above")


def piece_rows(
    pieces: Sequence[Piece], forms: Mapping[int, PieceForm], here: str
) -> list[PieceRow]:
    """A row for each piece; `here` is the number that the last step was about."""
    rows: list[PieceRow] = []
    depth = 0
    for number, piece in enumerate(pieces, start=1):
        depth = _depth(piece, depth)
        form, is_here = forms.get(number), str(number) == here
        rows.append(PieceRow(number, piece, form, is_here, max(depth - 1, 0)))
    return rows


def _depth(piece: Piece, before: int) -> int:
    """The level of what a piece belongs to: a text that only goes on stands where it did."""
    if piece.role.is_above or piece.role in (Role.OPENING, Role.CLOSING):
        return 0
    return piece.level or before


# --- The source ------------------------------------------------------------------------------


def source_lines(cleaned: Cleaned, pieces: Sequence[Piece]) -> list[list[Segment]]:
    """The lines as they came, each cut where it changes what its text has become."""
    marks: list[list[tuple[Span, Segment]]] = [[] for _ in cleaned.lines]
    for span, mark in [*_of_pieces(cleaned, pieces), *_of_removals(cleaned.removed)]:
        marks[span.line - 1].append((span, mark))
    return [
        list(_segments(line, sorted(marked, key=itemgetter(0))))
        for line, marked in zip(cleaned.lines, marks, strict=True)
    ]


def _of_pieces(cleaned: Cleaned, pieces: Sequence[Piece]) -> Iterator[tuple[Span, Segment]]:
    for number, piece in enumerate(pieces, start=1):
        tone, name = tone_of(piece), SHORT[piece.role]
        for at, span in enumerate(spans_of(piece, cleaned)):
            yield span, Segment("", tone, number, 0 if at else number, "" if at else name)


def _of_removals(removed: Iterable[Removed]) -> Iterator[tuple[Span, Segment]]:
    for one in removed:
        if one.reason != LAYOUT:
            yield one.span, Segment("", "removed", name="删去")


def _segments(line: str, marked: Sequence[tuple[Span, Segment]]) -> Iterator[Segment]:
    at = 0
    for span, mark in marked:
        if span.start > at:
            yield Segment(line[at : span.start])
        start = max(at, span.start)
        yield Segment(line[start : span.end], mark.tone, mark.piece, mark.number, mark.name)
        at = max(at, span.end)
    if at < len(line):
        yield Segment(line[at:])


# --- In short --------------------------------------------------------------------------------


def summary(found: Outline) -> str:
    """题目、讲话人、开场、3个部分（下面27条）、结尾."""
    below = sum(1 for _ in every(found.sections)) - len(found.sections)
    parts = f"{len(found.sections)}个部分" + (f"（下面{below}条）" if below else "")
    told = {
        "题目": found.title,
        "副标题": found.subtitle,
        "讲话人": found.speaker,
        "日期": found.date_note or found.date,
        "称谓": found.salutation,
        "开场": found.opening,
        parts: found.sections,
        "结尾": found.closing,
    }
    return "、".join(name for name, is_there in told.items() if is_there)


def masks(cleaned: Cleaned) -> list[tuple[int, str]]:
    """Where something is still to be filled in: the line, and its masks as they are typed."""
    told: dict[int, list[str]] = {}
    for paragraph in cleaned.paragraphs:
        for found in placeholders.find(paragraph.text):
            line = paragraph.span_of(found.start, found.end)[0].line
            told.setdefault(line, []).append(found.text)
    return [(line, "、".join(texts)) for line, texts in told.items()]
