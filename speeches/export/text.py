"""Plain text: a block a line, the title block parted by blank lines as on the page."""

from __future__ import annotations

from speeches.document.tree import Block, Document
from speeches.typeset.characters import printable
from speeches.typeset.flow import group_of


def text(document: Document) -> str:
    """The whole document as text that ends with a line break; nothing is wrapped or indented.

    Characters that print nothing (controls, lone surrogates) are dropped.
    """
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if not block.text:
            continue
        if before and group_of(before) != group_of(block):
            lines.append("")
        lines.append(printable(block.text))
        before = block
    return "\n".join(lines) + "\n"
