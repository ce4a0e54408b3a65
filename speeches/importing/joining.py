"""Lines wrapped inside sentences, as copies from PDF have them, are one paragraph again.

Wrapped text shows: its lines are about equally wide, none is much wider, and many of them end amid
a sentence. A heading, the title and an item are never joined to their neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from speeches.importing.lines import Line, is_ended, width
from speeches.importing.numbers import begins_anew, heading_number

# Widths in half characters.
_NARROWEST = 30
_RAGGED = 6  # marks that may not begin a line, and English words, move the edge so far
_INDENT = 2
_FEWEST = 2
_SENTENCE = re.compile("[。；：！？;:?!]")
_MARK = re.compile("[，。；：！？,;:?!]")
_CLOSED = re.compile("[。！？：!?:…][”’）》」』】〕)\"']*$")
_NEVER_FIRST = "，。、；：！？”’）》〉】〕,;:?!)"
_NEVER_LAST = "“‘（《〈【〔(、，,"
# A title or its second line, the date in brackets, a post and a name, a salutation.
_OF_HEAD = re.compile(
    r"[^。；！？]{0,50}(?:讲话|致辞|发言|报告|提纲|讲话稿|实录)(?:[（(][^（）()]{1,12}[）)])?"
    r"|[—─-]{1,4}[^。；！？]{1,60}|[（(][^（）()]{1,40}[）)]"
    r"|[^，。；：！？\s]{2,30}[ \u3000]{1,8}[^，。；：！？]{1,12}|[^，。；！？]{1,24}[：:]"
)
_LONGEST_HEAD = 8
_SALUTATION = re.compile("[^，。；！？]{1,24}[：:]|(?:各位|尊敬的|同志)[^。；！？]{1,30}[：:，,、]")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a source is laid out.

    `edge`: where its lines are wrapped, in half characters; 0 where they are not. `indents`:
    whether it indents paragraphs. `head`: the number of the last line of its title block.
    """

    edge: int
    indents: bool
    head: int

    def is_full(self, line: Line) -> bool:
        """Whether a line reaches the edge, be it counted in characters or in their widths."""
        widths = (width(line.text) + line.indent, 2 * len(line.text) + line.indent)
        lowest = self.edge - (1 if _may_be_heading(line) else _RAGGED)
        highest = self.edge + _RAGGED // 3
        return any(lowest <= reach <= highest for reach in widths)

    def is_continued(self, line: Line) -> bool:
        """Whether a line begins at the margin, in a text that indents its paragraphs."""
        return self.indents and line.indent < _INDENT


def layout_of(lines: Sequence[Line]) -> Layout:
    """How a text of `lines` is laid out."""
    head = _head(lines)
    body = lines[head:]
    indented = sum(line.indent >= _INDENT for line in body)
    last = lines[head - 1].number if head else 0
    return Layout(_edge(body), _FEWEST <= indented < len(body), last)


def _head(lines: Sequence[Line]) -> int:
    """How many lines the title block has; the first line always belongs to it."""
    head = min(1, len(lines))
    for index, line in enumerate(lines[:_LONGEST_HEAD], start=1):
        if _SENTENCE.search(line.text.rstrip("：:")):
            break
        if _OF_HEAD.fullmatch(line.text):
            head = index
    return head


def _edge(lines: Sequence[Line]) -> int:
    """The width at which lines are wrapped; 0 where they are not."""
    reaches = [width(line.text) + line.indent for line in lines]
    open_reaches = Counter(
        reach
        for line, reach in zip(lines, reaches, strict=True)
        if reach >= _NARROWEST and not is_ended(line.text) and not _is_heading(line)
    )
    if not open_reaches:
        return 0
    within = {
        edge: sum(open_reaches[reach] for reach in range(edge - _RAGGED, edge + 1))
        for edge in open_reaches
    }
    edge = max(within, key=lambda edge: (within[edge], edge))
    wider = sum(reach > edge + _RAGGED // 3 for reach in reaches)
    is_wrapped = within[edge] >= max(_FEWEST, open_reaches.total() / 2) and wider * 8 <= len(lines)
    return edge if is_wrapped else 0


def _is_heading(line: Line) -> bool:
    """Whether a line is a numbered heading on its own line, as far as a line alone can tell."""
    return heading_number(line.text) is not None and not _MARK.search(line.text[2:])


def _may_be_heading(line: Line) -> bool:
    """Whether a line has a number and no sentence: a heading, or the first words of a paragraph."""
    return heading_number(line.text) is not None and not _SENTENCE.search(line.text)


def joins(before: Line, line: Line, layout: Layout) -> bool:
    """Whether `line` goes on with the sentence or the paragraph of `before`.

    `before` is the line right before it, whatever stood between them taken out.
    """
    if before.number <= layout.head:
        return False
    if line.text[0] in _NEVER_FIRST:
        return not is_ended(before.text)
    if _begins_anew(before, line, layout) or _SALUTATION.fullmatch(before.text):
        return False
    if layout.indents and line.indent > before.indent:
        return False
    if before.text[-1] in _NEVER_LAST and width(before.text) >= _NARROWEST:
        return True
    return layout.edge > 0 and layout.is_full(before) and _runs_on(before, line, layout)


def _runs_on(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a full line is followed by its own continuation."""
    if _is_heading(before):
        return not is_ended(line.text) and not layout.is_full(line) and not line.indent
    if _CLOSED.search(before.text[-6:]):
        return layout.is_continued(line) and not line.blank_before
    return True


def _begins_anew(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a number begins `line`; 二要 at the margin may stand amid a wrapped paragraph."""
    if layout.edge and layout.is_full(before) and layout.is_continued(line):
        return heading_number(line.text) is not None
    return begins_anew(line.text)
