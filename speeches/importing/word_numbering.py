"""Automatic numbers of a .docx, which stand in no text (ECMA-376 part 1, 17.9).

Lists that share an abstract definition count on from each other, unless a list says where it
starts; a level starts again after a higher one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from speeches.importing.markup import attribute, name_of, number, switch, value
from speeches.importing.package import Element
from speeches.importing.word_numerals import FORMATS, numeral
from speeches.importing.word_styles import Numbered, Styles

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
# Word stops at 60 or so; without an end, a hostile file could write pages before each paragraph.
_LONGEST = 100
_BULLET = "项目符号没有带入"
_UNKNOWN = "编号样式不认识，按阿拉伯数字补出"


class Label(NamedTuple):
    """What stands before a paragraph; `doubt` says what could not be taken over, or is empty."""

    text: str
    doubt: str = ""


NO_LABEL = Label("")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list, as it is defined; `restart` counts levels from 1, 0 is never."""

    start: int
    form: str
    text: str
    suffix: str
    restart: int
    is_legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs name: `counter` is shared with its like, `starts` are its own."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """Gives paragraphs their labels, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists = _lists(root, styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: Numbered) -> Label:
        """The label of the next paragraph; where it names no level its style tells it."""
        number_id, level, style = paragraph
        found = self._lists.get(number_id or "")
        if number_id is None or found is None:
            return NO_LABEL
        at = _level_of(style, found) if level is None else min(level, _LEVELS - 1)
        definition = found.levels.get(at)
        if definition is None:
            return NO_LABEL
        counts = self._counted(number_id, found, at)
        if definition.form == "bullet":
            return Label("", _BULLET)
        text = _text(definition, found.levels, counts)
        return Label(text, "" if definition.form in FORMATS else _UNKNOWN)

    def _counted(self, number_id: str, found: List, at: int) -> Mapping[int, int]:
        counts = self._counts.setdefault(found.counter, {})
        start = found.starts.get(at, found.levels[at].start)
        if at in found.starts and (number_id, at) not in self._started:
            self._started.add((number_id, at))
            counts.pop(at, None)
        counts[at] = counts.get(at, start - 1) + 1
        for deeper in range(at + 1, _LEVELS):
            if deeper in found.levels and at < found.levels[deeper].restart:
                counts.pop(deeper, None)
        return counts


def _level_of(style: str | None, found: List) -> int:
    """A style names its list only; the list's levels name their styles."""
    if style is None:
        return 0
    return next((at for at, level in found.levels.items() if level.style == style), 0)


def _text(definition: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    def filled(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        level = levels.get(at, definition)
        form = "decimal" if definition.is_legal else level.form
        return numeral(counts.get(at, level.start), form)

    text = _PLACE.sub(filled, definition.text)[:_LONGEST].strip()
    return text + " " * (definition.suffix != "nothing" and _needs_blank(text))


def _needs_blank(text: str) -> bool:
    """After 第一章 or 1 the text begins after a blank; after 一、 or （1） or ① it needs none."""
    return text != "" and unicodedata.category(text[-1]) in ("Lo", "Nd", "Nl", "Lu", "Ll")


def _lists(root: Element | None, styles: Styles) -> dict[str, List]:
    if root is None:
        return {}
    definitions = {
        attribute(one, "abstractNumId"): one for one in root if name_of(one) == "w:abstractNum"
    }
    named = {attribute(one, "numId"): one for one in root if name_of(one) == "w:num"}
    return {
        identifier: _list(one, definitions, named, styles)
        for identifier, one in named.items()
        if identifier != "0"  # says that a paragraph has no number
    }


def _list(
    one: Element, definitions: Mapping[str, Element], named: Mapping[str, Element], styles: Styles
) -> List:
    counter = value(one, "w:abstractNumId") or ""
    definition = definitions.get(counter)
    linked = value(definition, "w:numStyleLink")
    if linked is not None:
        # A list style: the definition is that of the list which the style names.
        by_style = named.get(styles.numbering(linked).number_id or "")
        counter = value(by_style, "w:abstractNumId") or counter
        definition = definitions.get(counter)
    levels = {} if definition is None else _levels(definition)
    starts: dict[int, int] = {}
    for override in one:
        if name_of(override) == "w:lvlOverride":
            levels |= _levels(override)
            at = number(attribute(override, "ilvl"), 0)
            start = value(override, "w:startOverride")
            if start is not None:
                starts[at] = number(start, 1)
    return List(counter, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {
        number(attribute(one, "ilvl"), 0): _level(one) for one in parent if name_of(one) == "w:lvl"
    }


def _level(one: Element) -> Level:
    return Level(
        start=number(value(one, "w:start"), 0),  # ECMA-376 part 1, 17.9.25
        form=value(one, "w:numFmt") or "decimal",
        text=value(one, "w:lvlText") or "",
        suffix=value(one, "w:suff") or "tab",
        restart=number(value(one, "w:lvlRestart"), _LEVELS),
        is_legal=switch(one, "w:isLgl") or False,
        style=value(one, "w:pStyle"),
    )
