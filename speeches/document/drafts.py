"""Blocks in the making, and how they come together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from speeches.document.facts import Row
from speeches.document.marks import give_way
from speeches.document.tree import Block, Heading, Paragraph, Role, Run, text_of


@dataclass(slots=True)
class Draft:
    """A block to be, opened by `field` of a row. `level` > 0: a heading on its own line. `joins`:
    it goes on with the paragraph before it, where there is one."""

    row: Row
    field: str
    runs: list[Run]
    level: int = 0
    role: Role = Role.BODY
    joins: bool = False

    @property
    def text(self) -> str:
        return text_of(self.runs)

    @property
    def is_silent(self) -> bool:
        """Nothing but typed blanks, which print nothing."""
        return not any(run.text for run in self.runs)

    @property
    def is_prose(self) -> bool:
        return self.level == 0 and self.role is Role.BODY


def fold(drafts: Iterable[Draft]) -> list[Draft]:
    """Joins what joins; a silent draft hangs on to the block before it, the first to the next.

    In the result only the first draft may still ask to join.
    """
    folded: list[Draft] = []
    for draft in drafts:
        previous = folded[-1] if folded else None
        if previous is None:
            folded.append(draft)
        elif previous.is_silent:
            draft.runs[:0] = previous.runs
            folded[-1] = draft
        elif draft.is_silent or (draft.joins and draft.is_prose and previous.is_prose):
            give_way(previous.runs, draft.text)
            previous.runs += draft.runs
        else:
            draft.joins = False
            folded.append(draft)
    return folded


def freeze(draft: Draft) -> Block:
    runs = tuple(draft.runs)
    if draft.level:
        return Heading(draft.row, draft.level, runs)
    return Paragraph(draft.row, draft.role, runs, draft.field)
