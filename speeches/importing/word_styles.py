"""What paragraphs and characters of a .docx take over from their styles (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from speeches.importing.markup import attribute, child, name_of, number, switch, value
from speeches.importing.package import Element

T = TypeVar("T")


class Numbered(NamedTuple):
    """The list a paragraph or style names; `style` is the style that says so."""

    number_id: str | None = None
    level: int | None = None
    style: str | None = None


class Styles:
    """The styles by id; empty for a file without a styles part."""

    def __init__(self, root: Element | None) -> None:
        styles = [one for one in ([] if root is None else root) if name_of(one) == "w:style"]
        self._styles = {attribute(one, "styleId"): one for one in styles}
        self._default = next((attribute(one, "styleId") for one in styles if _is_default(one)), "")
        self._numbered: dict[str, Numbered] = {}
        self._hidden: dict[str, bool] = {}

    def numbering(self, identifier: str) -> Numbered:
        """The list that the style or its nearest base names."""

        def said(name: str, style: Element) -> Numbered | None:
            found = numbered(child(style, "w:pPr"))
            return None if found.number_id is None else found._replace(style=name)

        return self._inherited(identifier, self._numbered, said, Numbered())

    def _inherited(
        self,
        identifier: str,
        known: dict[str, T],
        said: Callable[[str, Element], T | None],
        nothing: T,
    ) -> T:
        """What the style or its nearest base says; `known` keeps it for all on the way.

        A hostile file may base ten thousand styles on each other, or in circles.
        """
        way: set[str] = set()
        while identifier in self._styles and identifier not in way:
            way.add(identifier)
            style = self._styles[identifier]
            found = known.get(identifier, said(identifier, style))
            if found is not None:
                break
            identifier = value(style, "w:basedOn") or ""
        else:
            found = nothing
        known.update(dict.fromkeys(way, found))
        return found

    def of_paragraph(self, properties: Element | None) -> Numbered:
        """The list of a paragraph with `properties` (w:pPr): its own, else its style's."""
        own = numbered(properties)
        if own.number_id is not None:
            return own
        styled = self.numbering(self.style_of(properties))
        return styled if own.level is None else styled._replace(level=own.level)

    def style_of(self, properties: Element | None) -> str:
        return value(properties, "w:pStyle") or self._default

    def hides(self, identifier: str) -> bool:
        """Whether the style hides its text."""

        def said(_: str, style: Element) -> bool | None:
            return switch(style, "w:rPr", "w:vanish")

        return self._inherited(identifier, self._hidden, said, nothing=False)

    def is_hidden(self, run: Element | None, paragraph: str) -> bool:
        """Whether a run with the properties `run` (w:rPr) in a paragraph of that style is hidden.

        Two styles that both hide cancel each other out (17.7.3).
        """
        own = switch(run, "w:vanish")
        if own is not None:
            return own
        return self.hides(value(run, "w:rStyle") or "") != self.hides(paragraph)


def numbered(properties: Element | None) -> Numbered:
    """What w:numPr in `properties` says."""
    level = value(properties, "w:numPr", "w:ilvl")
    return Numbered(
        value(properties, "w:numPr", "w:numId"),
        None if level is None else number(level, 0),
    )


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true")
