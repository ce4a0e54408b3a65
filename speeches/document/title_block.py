"""What stands above the body: title, subtitle, speaker, date, salutation (typography.md)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from speeches.document.drafts import Draft
from speeches.document.expansion import Expander, Field, Runs
from speeches.document.facts import SpeechFacts
from speeches.document.marks import ends_with_mark
from speeches.document.tree import Made, Role, Run, text_of

_DASH = "——"
_BLANK = "\u3000"


def title_block(facts: SpeechFacts, expander: Expander) -> list[Draft]:
    """The blocks above the opening, in order; what is empty makes none."""

    def line(name: str) -> Runs:
        return expander.line(Field(facts.row, name, getattr(facts, name)))

    title = _lines_kept(expander.paragraphs(Field(facts.row, "title", facts.title)))
    return [
        Draft(facts.row, role.value, runs, role=role)
        for role, runs in (
            (Role.TITLE, title),
            (Role.SUBTITLE, _dashed(line("subtitle"))),
            (Role.SPEAKER, _spaced(line("post"), line("speaker"))),
            (Role.DATE, _bracketed(facts.date, line("date_note"))),
            (Role.SALUTATION, _with_colon(line("salutation"))),
        )
        if runs
    ]


def date_text(date: datetime.date) -> str:
    """2020年7月30日: no leading zeros (GB/T 9704—2012, 7.3.5.4)."""
    return f"{date.year}年{date.month}月{date.day}日"


def _lines_kept(lines: Iterable[Runs]) -> Runs:
    """A line break in the title is the writer's own: it prints."""
    kept: Runs = []
    for line in lines:
        if text_of(kept):
            kept = _showing_break(kept)
        kept += line
    return kept


def _showing_break(runs: Runs) -> Runs:
    """The typed line break at the end of `runs`, silent so far, made to show."""
    last = next(index for index in reversed(range(len(runs))) if not runs[index].text)
    return [*runs[:last], Run("\n", runs[last].origin), *runs[last + 1 :]]


def _dashed(subtitle: Runs) -> Runs:
    """“在××会议上的讲话” under a theme takes a dash (typography.md, double titles)."""
    if text_of(subtitle).startswith("在"):
        return [Run(_DASH, Made.FRAME), *subtitle]
    return subtitle


def _spaced(post: Runs, speaker: Runs) -> Runs:
    gap = [Run(_BLANK, Made.FRAME)] if text_of(post) and text_of(speaker) else []
    return [*post, *gap, *speaker]


def _bracketed(date: datetime.date | None, note: Runs) -> Runs:
    """（2020年7月30日，根据录音整理）; a note that brings its own brackets follows behind."""
    written = [Run(date_text(date), Made.FRAME)] if date else []
    said = text_of(note)
    if not said or said.startswith("（"):
        return [*_in_brackets(written), *note]
    gap = [Run("，", Made.FRAME)] if date else []
    return _in_brackets([*written, *gap, *note])


def _in_brackets(runs: Runs) -> Runs:
    return [Run("（", Made.FRAME), *runs, Run("）", Made.FRAME)] if runs else []


def _with_colon(salutation: Runs) -> Runs:
    """同志们： ends in a colon (GB/T 15834—2011, 4.7.3.4)."""
    text = text_of(salutation)
    if not text or ends_with_mark(text):
        return salutation
    return [*salutation, Run("：", Made.SEPARATOR)]
