"""The text as it is read on a phone: flowing, without pages and lines, in the document's words.

One element a block; a run-in heading is a span at the head of its paragraph. Text is always
escaped: nothing typed becomes markup. Marks are left out, for a final copy has none.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from speeches.document.tree import Block, Document, Heading, Role
from speeches.typeset.characters import printable


def reading_html(document: Document) -> str:
    """The markup of all blocks that say something, a line each."""
    return "\n".join(_block(block) for block in document.blocks if block.text.strip())


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        name, kind = f"h{block.level + 1}", f"level-{block.level}"
    else:
        name, kind = "h1" if block.role is Role.TITLE else "p", block.role.value
    return f'<{name} class="reading-{kind}">{_inner(block)}</{name}>'


def _inner(block: Block) -> str:
    """The text, its run-in headings in spans; a line break of the writer's own (title) prints."""
    stretches = groupby(block.runs, key=lambda run: run.level)
    return "".join(_stretch(level, "".join(run.text for run in runs)) for level, runs in stretches)


def _stretch(level: int, text: str) -> str:
    markup = escape(printable(text), quote=False).replace("\n", "<br>")
    if not level or not markup:
        return markup
    return f'<span class="reading-run-in reading-run-in-{level}">{markup}</span>'
