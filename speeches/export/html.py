"""The markup of pages, made once: the screen shows it and the PDF is painted from it.

One element a paragraph (or the part of it on a page) with a line break between its lines. In it
one span keeps every line on the grid, whatever font supplies a character, and others surround
run-in headings and marks. `data-heading` is a heading without line breaks, for bookmarks. Text
is always escaped: nothing typed becomes markup.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from html import escape
from itertools import accumulate, groupby
from typing import NamedTuple

from speeches.document.tree import (
    MARK_NOTES,
    Block,
    Heading,
    Mark,
    Role,
    Run,
    headings,
    text_of,
)
from speeches.export.style import edition_css, paper_css
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages
from speeches.typeset.units import printable

NEW_LINE = "\n"


class _Stretch(NamedTuple):
    """Text of one run on one line; `heading`: the whole run-in heading that begins here."""

    text: str
    level: int
    mark: Mark | None
    heading: str


class _Placed(NamedTuple):
    """A run and where it stands in its block's text; `heading` as in `_Stretch`."""

    run: Run
    start: int
    end: int
    heading: str


def pages_html(pages: Pages, *, stamp: str = "") -> str:
    """The markup of all pages, one after the other; `stamp` stands at the head of each."""
    return "\n".join(page_html(pages, index, stamp=stamp) for index in range(len(pages.pages)))


def page_html(pages: Pages, index: int, *, stamp: str = "") -> str:
    """The markup of one page, the first being 0. Raises IndexError past the last."""
    page = pages.pages[index]
    side = "odd" if page.number % 2 else "even"
    blocks = "\n".join(_blocks(pages, page))
    number = escape(pages.edition.page_number.text(page.number))
    stamped = f'<p class="paper-stamp">{_text(stamp)}</p>\n' if stamp else ""
    return (
        f'<section class="paper-page paper-{side}" data-page="{page.number}"'
        f' aria-label="第{page.number}页">\n{stamped}'
        f'<div class="paper-area">\n{blocks}\n</div>\n'
        f'<p class="paper-number">{number}</p>\n'
        "</section>"
    )


def document_html(pages: Pages, *, title: str, marks: bool = True, stamp: str = "") -> str:
    """A complete file that needs nothing besides; `marks` shows what is still to be settled."""
    head = f"<style>\n{edition_css(pages.edition)}{paper_css()}</style>\n"
    return frame_html(pages, title=title, marks=marks, head=head, stamp=stamp)


def frame_html(pages: Pages, *, title: str, marks: bool, head: str = "", stamp: str = "") -> str:
    """The pages within a document of their own; `head` is markup for its head."""
    marked = " paper-marked" if marks else ""
    body = pages_html(pages, stamp=stamp)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_text(title)}</title>\n{head}</head>\n"
        f'<body class="paper-document{marked}">\n{body}\n</body>\n</html>\n'
    )


def _blocks(pages: Pages, page: Page) -> Iterator[str]:
    """The elements on a page: blocks, or parts of blocks, and blank lines."""
    for index, group in groupby(page.lines, key=lambda line: line.block if line else None):
        lines = [line for line in group if line]
        if index is None:
            yield '<div class="paper-blank"></div>'
        else:
            yield _block(pages.document.blocks[index], lines)


def _block(block: Block, lines: list[Line]) -> str:
    continued = lines[0].start > 0
    name = "p" if continued else _element(block)
    kind = f"level-{block.level}" if isinstance(block, Heading) else block.role.value
    classes = f"paper-block paper-{kind}" + (" paper-continued" if continued else "")
    heading = _heading(block.text) if name != "p" else ""
    stretches = groupby(_stretches(block, lines), lambda each: (each.level, each.heading))
    inner = "".join(_level(*key, list(group)) for key, group in stretches)
    return (
        f'<{name} class="{classes}" data-block="{lines[0].block}"{heading}>'
        f'<span class="paper-text">{inner}</span></{name}>'
    )


def _element(block: Block) -> str:
    if isinstance(block, Heading):
        return f"h{block.level + 1}"
    return "h1" if block.role is Role.TITLE else "p"


def _heading(text: str) -> str:
    return f' data-heading="{escape(printable(text).replace(NEW_LINE, ""))}"'


def _stretches(block: Block, lines: list[Line]) -> Iterator[_Stretch]:
    """The runs cut at the ends of lines, with a line break after each line but the last."""
    placed = _placed(block)
    starts, ends = [each.start for each in placed], [each.end for each in placed]
    for line in lines:
        meeting = placed[bisect_right(ends, line.start) : bisect_left(starts, line.end)]
        pieces = [_cut(each, line) for each in meeting] or [_Stretch("", 0, None, "")]
        yield from pieces
        if line is not lines[-1]:
            yield pieces[-1]._replace(text=NEW_LINE, heading="")


def _placed(block: Block) -> list[_Placed]:
    runs = [run for run in block.runs if run.text]
    ends = accumulate(len(run.text) for run in runs)
    begun = {id(heading.runs[0]): text_of(heading.runs) for heading in headings(block)}
    return [
        _Placed(run, end - len(run.text), end, begun.get(id(run), "") if run.level else "")
        for run, end in zip(runs, ends, strict=True)
    ]


def _cut(placed: _Placed, line: Line) -> _Stretch:
    run, start = placed.run, placed.start
    text = run.text[max(line.start - start, 0) : line.end - start]
    heading = placed.heading if line.start <= start < line.end else ""
    return _Stretch(text, run.level, run.mark, heading)


def _level(level: int, heading: str, stretches: list[_Stretch]) -> str:
    """A span for what belongs to a run-in heading; its first run makes the bookmark.

    A bookmark comes from every line that its element touches, so that run is never on two.
    """
    inner = "".join(
        _mark(mark, "".join(each.text for each in group))
        for mark, group in groupby(stretches, key=lambda each: each.mark)
    )
    if not level:
        return inner
    opening = f' paper-run-in"{_heading(heading)}' if heading else '"'
    return f'<span class="paper-level-{level}{opening}>{inner}</span>'


def _mark(mark: Mark | None, text: str) -> str:
    if mark is None:
        return _text(text)
    return f'<span class="paper-mark-{mark}" title="{MARK_NOTES[mark]}">{_text(text)}</span>'


def _text(text: str) -> str:
    return escape(printable(text), quote=False)
