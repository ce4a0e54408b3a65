"""Chinese text without a dictionary: its sentences, its characters, how long it takes to say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from speeches.document.facts import Row
from speeches.document.marks import CLOSERS
from speeches.document.tree import Block, Document, Paragraph, Role, Run, Token, Typed

PACE = 200  # characters a minute; speakers take 150 to 260
_SPOKEN = (Role.SALUTATION, Role.BODY)
# Marks inside a title or a remark end no sentence (《再学习！再出发！》), nor do marks that a comma
# follows (“好！”，他说). A quoted sentence is one. That all begin in one set makes the search fast.
_SENTENCE_END = re.compile(
    r"[《（。！？]"
    r"(?:(?<=《)[^《》\n]*》|(?<=（)[^（）\n]*）"
    rf"|(?<=[。！？])[。！？]*+[{re.escape(CLOSERS)}]*+(?![，、；：])(?P<end>))"
)


class Source(NamedTuple):
    """The field of a row that a text was typed in."""

    row: Row
    field: str


def length(text: str) -> int:
    """How many characters, marks among them and blanks not: what an office counts as 字数."""
    return sum(not character.isspace() for character in text)


def sentence_ends(text: str) -> Iterator[int]:
    """Where sentences end: the offsets behind 。！？ and the closing marks that follow them.

    GB/T 15834—2011, 4.1–4.3: ； and ： end none.
    """
    for match in _SENTENCE_END.finditer(text):
        if match.lastgroup:
            yield match.end()


def spoken(document: Document) -> Counter[Source]:
    """The characters that are read aloud, by the field that says them.

    The title block is not read aloud. Numbers and marks made here, and headings named in a lead,
    count for the text in which they stand.
    """
    counts: Counter[Source] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.role not in _SPOKEN:
            continue
        source = _first_source(block)
        for run in block.runs:
            source = _source(run) or source
            counts[source] += length(run.text)
    return counts


def duration(characters: int, pace: int) -> str:
    """About how long a text takes at `pace` characters a minute, in words."""
    if characters < pace:
        return "不到1分钟"
    return f"约{(2 * characters + pace) // (2 * pace)}分钟"


def _first_source(block: Block) -> Source:
    found = (source for run in block.runs if (source := _source(run)))
    return next(found, Source(block.row, ""))


def _source(run: Run) -> Source | None:
    origin = run.origin
    return Source(origin.row, origin.field) if isinstance(origin, Typed | Token) else None
