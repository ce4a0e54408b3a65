"""The marks at the ends of a text, and the full stop that is set where none is typed.

Sources: GB/T 15834—2011, 4.1 (full stop), A.5 (if one item contains 。, all end in 。).
"""

from __future__ import annotations

from speeches.document.tree import Made, Run

STOP = "。"
CLOSERS = "”’）》〉」』】〕)"
_END_MARKS = tuple("。！？；，、：…—.!?;,:")


def ends_with_mark(text: str) -> bool:
    """Whether `text` ends in a mark, be it inside closing quotes or brackets."""
    return text.rstrip(CLOSERS).endswith(_END_MARKS)


def starts_with_mark(text: str) -> bool:
    return text.startswith(_END_MARKS)


def stop(text: str) -> list[Run]:
    """A full stop behind `text`, unless it is empty or ends in a mark."""
    if not text or ends_with_mark(text):
        return []
    return [Run(STOP, Made.SEPARATOR)]


def give_way(runs: list[Run], following: str) -> None:
    """Takes back the mark made at the end of `runs` where the text that runs on brings its own.

    `runs` say something: a silent draft is never one to run on from (`drafts.fold`).
    """
    if not starts_with_mark(following):
        return
    last = next(index for index in reversed(range(len(runs))) if runs[index].text)
    if runs[last].origin is Made.SEPARATOR:
        del runs[last]
