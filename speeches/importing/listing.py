"""The marks of lists that assembly sets by itself: taken off where it sets the very same.

Source of the marks: GB/T 15834—2011, 4.6.3.3 and A.5, as `document.separators` sets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from speeches.document.facts import NodeFacts, Separator
from speeches.document.marks import STOP, ends_with_mark

Nodes = tuple[NodeFacts, ...]
_MARKS = (("；", Separator.SEMICOLON), ("，", Separator.COMMA))
_ETCETERA = "等等"


def bare(children: Nodes, *, has_tail: bool) -> tuple[Nodes, Separator, bool]:
    """Run-in items without the marks that are set behind them, the separator, whether 等等 is."""
    if all(_is_leaf(child) for child in children):
        texts = [child.body for child in children]
        for mark, separator in _MARKS:
            if found := _divided(texts, mark, has_tail=has_tail):
                return _with_bodies(children, found[0]), separator, found[1]
        if sentences := _sentences(texts):
            return _with_bodies(children, sentences), Separator.SEMICOLON, False
    return children, Separator.SEMICOLON, False


def ended(children: Nodes) -> Nodes:
    """Items of a paragraph each without the full stops at their ends; () where one has none."""
    if not all(_closes(child) for child in children):
        return ()
    return tuple(
        replace(child, body=child.body[:-1]) if _is_leaf(child) else child for child in children
    )


def _closes(child: NodeFacts) -> bool:
    is_text = bool(child.body) and not (child.heading or child.children or child.tail)
    return is_text and child.body.endswith(STOP) and not ends_with_mark(child.body[:-1] or STOP)


def _is_leaf(child: NodeFacts) -> bool:
    return not (child.heading or child.children or child.tail or "\n" in child.body)


def _divided(texts: Sequence[str], mark: str, *, has_tail: bool) -> tuple[list[str], bool] | None:
    """Items that `mark` divides, some of them perhaps without it, and one 。 at the end."""
    *before, last = texts
    if not any(text.endswith(mark) for text in before):
        return None
    items = [text.removesuffix(mark) for text in before]
    etcetera = f"{mark}{_ETCETERA}{STOP}"
    has_etcetera = last.endswith(etcetera) and not has_tail
    items.append(last.removesuffix(etcetera if has_etcetera else STOP))
    is_clean = not any(STOP in item or ends_with_mark(item) or not item for item in items)
    if not is_clean or items[-1].endswith("等") or (not has_etcetera and not _stops(last)):
        return None
    return items, has_etcetera


def _stops(last: str) -> bool:
    return last.endswith(STOP) or not ends_with_mark(last)


def _sentences(texts: Sequence[str]) -> list[str] | None:
    """Items that all end in 。 because one of them has a 。 inside."""
    items = [text.removesuffix(STOP) for text in texts]
    if any(ends_with_mark(item) or not item for item in items):
        return None
    return items if any(STOP in item for item in items) else None


def _with_bodies(children: Nodes, bodies: Sequence[str]) -> Nodes:
    return tuple(replace(child, body=body) for child, body in zip(children, bodies, strict=True))
