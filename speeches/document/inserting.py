"""What can be put into a text: the tokens that mean something there, and what each becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from speeches.document import tokens
from speeches.document.expansion import Expander, Field
from speeches.document.facts import Row, SpeechFacts
from speeches.document.outline import Entry, Outline
from speeches.document.tree import Mark

_OPENING, _CLOSING = "{", "}"


@dataclass(frozen=True, slots=True)
class Insertable:
    """A token as it is typed, and what the page shows for it; empty: a figure without a value."""

    token: str
    shows: str
    is_figure: bool = False


def insertable(facts: SpeechFacts, outline: Outline, row: Row | None) -> list[Insertable]:
    """The tokens for a text of `row` (None: of the speech itself), counts first, then figures."""
    scope = next((entry for entry in outline.entries if entry.node.row == row), None)
    expander = Expander(facts, outline)
    named = (*_counts(outline, scope), *(figure.name for figure in facts.figures))
    figures = {figure.name for figure in facts.figures}
    found = (
        _insertable(expander, row or facts.row, scope, name, name in figures) for name in named
    )
    return [each for each in found if each]


def _counts(outline: Outline, scope: Entry | None) -> Iterator[str]:
    """合称, 数量 and 要点 as they are here, then the collective names of other nodes.

    A heading with a token in it is no name that could be typed.
    """
    yield from (tokens.COLLECTIVE, tokens.COUNT, tokens.HEADINGS)
    for entry in outline.entries:
        node = entry.node
        heading = "" if tokens.names(node.heading) else node.heading.strip()
        if entry is not scope and node.collective.strip() and heading:
            yield f"{tokens.COLLECTIVE}:{heading}"


def _insertable(
    expander: Expander, row: Row, scope: Entry | None, name: str, is_figure: bool
) -> Insertable | None:
    token = _OPENING + name + _CLOSING
    runs = expander.line(Field(row, "", token, scope))
    if any(run.mark is Mark.UNKNOWN for run in runs):
        return None
    is_empty = any(run.mark is Mark.EMPTY for run in runs)
    return Insertable(token, "" if is_empty else "".join(run.text for run in runs), is_figure)
