"""The marks between run-in children, set only where nothing was typed.

Sources: GB/T 15834—2011, 4.6.3.3 and A.5 (if one item contains 。, all end in 。). Where the text
behind an item starts with a mark of its own, `drafts.fold` takes the mark back.
"""

from __future__ import annotations

from speeches.document.drafts import Draft
from speeches.document.facts import NodeFacts, Separator
from speeches.document.marks import CLOSERS, STOP, ends_with_mark, stop
from speeches.document.tree import Made, Run

_MARKS = {Separator.SEMICOLON: "；", Separator.COMMA: "，"}
_OPEN_END_MARKS = tuple("；，、：;,:")


def end_items(items: list[list[Draft]], node: NodeFacts) -> None:
    """Sets the marks behind the run-in children of `node`; `items` are the drafts of each.

    An item that ends in a heading on its own line takes none.
    """
    items = [item for item in items if any(not draft.is_silent for draft in item)]
    texts = ["".join(draft.text for draft in item) for item in items]
    inside = [*texts[:-1], *map(_within, items[-1:])]
    mark = STOP if any(STOP in text for text in inside) else _MARKS[node.separator]
    for index, (item, text) in enumerate(zip(items, texts, strict=True)):
        if not item[-1].is_prose:
            continue
        if index == len(items) - 1:
            item[-1].runs += _etcetera(text, mark) if node.etcetera else stop(text)
        elif not ends_with_mark(text):
            item[-1].runs.append(Run(mark, Made.SEPARATOR))


def _within(last: list[Draft]) -> str:
    """The text of the last item but for a full stop typed at its end: that one ends the list."""
    text = "".join(draft.text for draft in last)
    final = [run for draft in last for run in draft.runs if run.text][-1]
    return text if isinstance(final.origin, Made) else text.rstrip(CLOSERS).removesuffix(STOP)


def _etcetera(text: str, mark: str) -> list[Run]:
    """等等 and a full stop behind `text`, the last item of a list that `mark` divides."""
    if text.rstrip("".join(_OPEN_END_MARKS)).endswith("等"):
        return stop(text)  # it is typed already
    if text.rstrip(CLOSERS).endswith(_OPEN_END_MARKS):
        words = "等等"
    elif ends_with_mark(text):
        return []  # a sentence that has ended takes no 等等
    else:
        words = ("，" if mark == STOP else mark) + "等等"
    return [Run(words, Made.SEPARATOR), *stop(words)]
