"""The markup of pages, made once: the screen shows it and the PDF is painted from it.

One element a paragraph (or the part of it on a page), in it one span a line, which ends with a
line break if another follows. `paper-full` lines reach the edge of the type area; a class names
the spacing of a line that has not its block's own (`style`). In a line spans surround run-in
headings, marks, findings, and characters that give up half an em. `data-heading` is a heading
without line breaks, for bookmarks. Text is always escaped: nothing typed becomes markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from speeches.document.tree import MARK_NOTES, Block, Heading, Mark, Role
from speeches.export.pieces import Cutter, Marking, Piece, Title
from speeches.export.style import edition_css, paper_css, spacings
from speeches.typeset.characters import printable
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages

NEW_LINE = "\n"


def pages_html(pages: Pages, *, stamp: str = "") -> str:
    """The markup of all pages, one after the other; `stamp` stands at the head of each."""
    return "\n".join(sheets_html(pages, range(len(pages.pages)), stamp=stamp))


def page_html(pages: Pages, index: int, *, stamp: str = "") -> str:
    """The markup of one page, the first being 0. Raises IndexError past the last."""
    return next(sheets_html(pages, [index], stamp=stamp))


def sheets_html(
    pages: Pages, indexes: Iterable[int], *, stamp: str = "", markings: Iterable[Marking] = ()
) -> Iterator[str]:
    """The markup of some pages, each by itself; for more than one this is the fastest way.

    `markings` are underlined, which moves no character.
    """
    cutter = Cutter(pages.document, markings)
    return (_page(pages, pages.pages[index], cutter, stamp) for index in indexes)


def document_html(pages: Pages, *, title: str, marks: bool = True, stamp: str = "") -> str:
    """A complete file that needs nothing besides; `marks` shows what is still to be settled."""
    style = paper_css() + edition_css(pages.edition, spacings=spacings(pages))
    head = f"<style>\n{style}</style>\n"
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


def _page(pages: Pages, page: Page, cutter: Cutter, stamp: str) -> str:
    side = "odd" if page.number % 2 else "even"
    blocks = "\n".join(_blocks(pages, page, cutter))
    number = pages.edition.page_number.text(page.number)
    return (
        f'<section class="paper-page paper-{side}" data-page="{page.number}"'
        f' aria-label="第{page.number}页">\n{_outside("stamp", stamp)}'
        f'<div class="paper-area">\n{blocks}\n</div>\n{_outside("number", number)}'
        "</section>"
    )


def _outside(kind: str, text: str) -> str:
    """What stands outside the type area, if there is any."""
    return f'<p class="paper-{kind}">{_text(text)}</p>\n' if text else ""


def _blocks(pages: Pages, page: Page, cutter: Cutter) -> Iterator[str]:
    """The elements on a page: blocks, or parts of blocks, and blank lines."""
    for index, group in groupby(page.lines, key=lambda line: line.block if line else None):
        if index is None:
            yield from ('<div class="paper-blank"></div>' for _ in group)
        else:
            lines = [line for line in group if line]
            yield _block(pages, pages.document.blocks[index], lines, cutter)


def _block(pages: Pages, block: Block, lines: list[Line], cutter: Cutter) -> str:
    begins = cutter.begins(lines[0])
    name = _element(block) if begins else "p"
    kind = f"level-{block.level}" if isinstance(block, Heading) else block.role.value
    classes = f"paper-block paper-{kind}" + ("" if begins else " paper-continued")
    heading = "" if name == "p" else _heading(block.text)
    spacing = pages.edition.tracking(pages.edition.style(block))
    inner = "".join(_line(line, cutter, spacing, line is lines[-1]) for line in lines)
    return f'<{name} class="{classes}" data-block="{lines[0].block}"{heading}>{inner}</{name}>'


def _element(block: Block) -> str:
    if isinstance(block, Heading):
        return f"h{block.level + 1}"
    return "h1" if block.role is Role.TITLE else "p"


def _heading(text: str) -> str:
    return f' data-heading="{escape(printable(text).replace(NEW_LINE, ""))}"'


def _line(line: Line, cutter: Cutter, spacing: int, is_last: bool) -> str:
    """A line of a block; `spacing` is the block's own."""
    classes = "paper-line"
    if line.spacing != spacing:
        classes += f" paper-s{line.spacing}"
    if line.full:
        classes += " paper-full"
        if line.end - 1 in line.squeezed:
            classes += " paper-trimmed"
    groups = groupby(cutter.pieces(line), key=lambda piece: (piece.title, piece.label))
    inner = "".join(_titled(*key, group) for key, group in groups)
    return f'<span class="{classes}">{inner}{"" if is_last else NEW_LINE}</span>'


def _titled(title: Title | None, label: str, pieces: Iterable[Piece]) -> str:
    """What belongs to a run-in heading is in a span, which makes the bookmark where it begins."""
    groups = groupby(pieces, key=lambda piece: piece.mark)
    inner = "".join(_marked(mark, group) for mark, group in groups)
    if title is None:
        return inner
    return (
        f'<span class="paper-run-in-{title.level}"{_heading(label) if label else ""}>{inner}</span>'
    )


def _marked(mark: Mark | None, pieces: Iterable[Piece]) -> str:
    groups = groupby(pieces, key=lambda piece: piece.marking)
    inner = "".join(_pointed_at(marking, group) for marking, group in groups)
    if mark is None:
        return inner
    return f'<span class="paper-mark-{mark}" title="{MARK_NOTES[mark]}">{inner}</span>'


def _pointed_at(marking: Marking | None, pieces: Iterable[Piece]) -> str:
    """A finding: its key on every line and in every run that it goes over, an id on the first."""
    cut = list(pieces)
    groups = groupby(cut, key=lambda piece: piece.half)
    inner = "".join(_halved(half, group) for half, group in groups)
    if marking is None:
        return inner
    key, note = escape(marking.key), escape(marking.note)
    anchor = f' id="found-{key}"' if cut[0].anchor else ""
    told = f'{anchor} data-finding="{key}" title="{note}"'
    return f'<span class="found found-{escape(marking.kind)}"{told}>{inner}</span>'


def _halved(half: bool, pieces: Iterable[Piece]) -> str:
    inner = _text("".join(piece.text for piece in pieces))
    return f'<span class="paper-half">{inner}</span>' if half else inner


def _text(text: str) -> str:
    return escape(printable(text), quote=False)
