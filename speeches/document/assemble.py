"""`assemble(facts) -> Document`: order, numbers and separators are made here and only here.

A node is composed from its own fields and from what its children have become, children first, so
that no outline is too deep. It becomes a list of drafts: blocks in the making, the first of which
may join the paragraph before it.
"""

from __future__ import annotations

from dataclasses import replace

from speeches.document.drafts import Draft, fold, freeze
from speeches.document.expansion import Expander, Field, Runs
from speeches.document.facts import Layout, Marker, SpeechFacts
from speeches.document.marks import stop
from speeches.document.numbering import heading_level, marker_text
from speeches.document.outline import Entry, outline_of
from speeches.document.separators import end_items
from speeches.document.title_block import title_block
from speeches.document.tree import Document, Made, Run, text_of


def assemble(facts: SpeechFacts) -> Document:
    """The document that `facts` say: title block, opening, parts, closing. Never raises.

    For every text field the runs that come from it, each token standing for its source, joined
    in order, are the field again; `Quoted` runs are extra.
    """
    outline = outline_of(facts)
    expander = Expander(facts, outline)
    composed: dict[Entry, list[Draft]] = {}
    for entry in reversed(outline.entries):  # children before their parents
        composed[entry] = _Composition(entry, expander, composed).drafts()
    drafts = title_block(facts, expander)
    drafts += _paragraphs(expander, Field(facts.row, "opening", facts.opening))
    for part in outline.parts:
        drafts += composed[part]
    drafts += _paragraphs(expander, Field(facts.row, "closing", facts.closing))
    return Document(tuple(freeze(draft) for draft in fold(drafts)))


def _paragraphs(expander: Expander, field: Field) -> list[Draft]:
    return [Draft(field.row, field.name, runs) for runs in expander.paragraphs(field)]


class _Composition:
    """What one node becomes in the place that its parent gives it."""

    def __init__(
        self, entry: Entry, expander: Expander, composed: dict[Entry, list[Draft]]
    ) -> None:
        self._entry = entry
        self._node = entry.node
        self._expander = expander
        self._items = [composed.pop(child) for child in entry.children]
        self._layout = entry.parent.node.layout if entry.parent else Layout.BLOCKS

    def drafts(self) -> list[Draft]:
        """Heading and body, children, tail, in that order."""
        own = self._heading_and_body()
        tail = self._tail()
        if self._node.layout.runs_in:
            end_items(self._items, self._node)
        children = [draft for item in self._items for draft in item]
        drafts = fold([*own, *children, *tail])
        for draft in drafts[:1]:
            draft.joins = self._layout.runs_in
        if self._layout is Layout.PARAGRAPHS:
            _end_paragraph(drafts)
        return drafts

    def _heading_and_body(self) -> list[Draft]:
        body = _paragraphs(self._expander, self._field("body"))
        number, heading = self._number(), self._heading()
        if not text_of(heading):
            return self._led_by(number + heading, body)
        if self._stands_alone(body):
            return [Draft(self._node.row, "heading", number + heading, level=self._level), *body]
        runs_on = _first_text(body) or self._run_in_text()
        lead = number + heading + (stop(text_of(heading)) if runs_on else [])
        return self._led_by([replace(run, level=self._run_in_level) for run in lead], body)

    def _number(self) -> Runs:
        if not self._entry.ordinal or self._is_set_by_its_parent:
            return []
        text = marker_text(self._entry.marker, self._entry.ordinal, self._entry.depth)
        return [Run(text, Made.NUMBER)] if text else []

    def _heading(self) -> Runs:
        return [] if self._is_set_by_its_parent else self._expander.line(self._field("heading"))

    def _stands_alone(self, body: list[Draft]) -> bool:
        """A heading runs in only where something is there to run on with it."""
        if self._layout is not Layout.BLOCKS:
            return False
        runs_on = _first_text(body) or self._run_in_text()
        return not (self._node.heading_run_in and runs_on)

    def _run_in_text(self) -> str:
        if not self._node.layout.runs_in:
            return ""
        tail = self._node.tail.strip() if self._node.layout is Layout.RUN_IN_TAIL else ""
        return next((text for item in self._items if (text := _first_text(item))), tail)

    def _led_by(self, lead: Runs, body: list[Draft]) -> list[Draft]:
        """The body with `lead` at the start of its first paragraph."""
        if not lead:
            return body
        for draft in body[:1]:
            draft.joins = True
        return [Draft(self._node.row, "body", lead), *body]

    def _tail(self) -> list[Draft]:
        tail = _paragraphs(self._expander, self._field("tail"))
        for draft in tail[:1]:
            draft.joins = self._node.layout is Layout.RUN_IN_TAIL
        return tail

    @property
    def _is_set_by_its_parent(self) -> bool:
        parent = self._entry.parent
        return parent is not None and parent.home is not None and self._entry.ordinal > 0

    @property
    def _level(self) -> int:
        return heading_level(self._entry.marker, self._entry.depth)

    @property
    def _run_in_level(self) -> int:
        """一是, 一要 and 第一 are no level of their own, nor is what runs in without a number: such
        headings look like the text."""
        spoken = (Marker.SHI, Marker.YAO, Marker.DI)
        is_said = self._entry.marker is Marker.NONE and self._layout.runs_in
        return 0 if is_said or self._entry.marker in spoken else self._level

    def _field(self, name: str) -> Field:
        return Field(self._node.row, name, getattr(self._node, name), self._entry)


def _end_paragraph(drafts: list[Draft]) -> None:
    """A paragraph that is an item of a list ends in a mark, like the items that run in."""
    if drafts and drafts[-1].is_prose:
        drafts[-1].runs += stop(drafts[-1].text)


def _first_text(drafts: list[Draft]) -> str:
    return next((draft.text for draft in drafts if not draft.is_silent), "")
