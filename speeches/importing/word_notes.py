"""What a .docx holds beside its text, for the list of what was not taken along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speeches.importing.markup import attribute, name_of, plain
from speeches.importing.package import Element, Package

_ASIDES = {
    "w:footnote": ("footnotes", "脚注没有带入"),
    "w:endnote": ("endnotes", "尾注没有带入"),
    "w:comment": ("comments", "批注没有带入"),
}
REFERENCES = tuple(f"{name}Reference" for name in _ASIDES)
_EDGES = {"header": "页眉没有带入", "footer": "页脚没有带入"}
# — 3 —, 第3页 共9页: a page number, which every print has.
_PAGE_NUMBER = re.compile(r"[\d\s第页共/／\-－—·.]*\Z")


class Note(NamedTuple):
    """Something left out: the line it stands in or behind (from 1; 0: before all), and why."""

    line: int
    text: str
    reason: str


class Asides:
    """Footnotes, endnotes and comments by their numbers; each is told once."""

    def __init__(self, package: Package, main: str) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        for kind, (related, _) in _ASIDES.items():
            for root in package.related(main, related):
                for one in root:
                    if name_of(one) == kind and text_of(one):
                        self._texts[kind, attribute(one, "id")] = text_of(one)

    def told(self, reference: Element, line: int) -> Iterator[Note]:
        """The note for w:footnoteReference and its like, standing in `line`."""
        kind = name_of(reference).removesuffix("Reference")
        text = self._texts.pop((kind, attribute(reference, "id")), None)
        if text is not None:
            yield Note(line, text, _ASIDES[kind][1])

    def left(self) -> Iterator[Note]:
        """Those that nothing in the text refers to."""
        for (kind, _), text in self._texts.items():
            yield Note(0, text, _ASIDES[kind][1])


def text_of(aside: Element) -> str:
    """The text; nothing for the rules between notes and text."""
    return "" if attribute(aside, "type", "normal") != "normal" else plain(aside)


def edges(package: Package, main: str) -> Iterator[Note]:
    """The texts of headers and footers, each once; page numbers are no text."""
    for kind, reason in _EDGES.items():
        texts = dict.fromkeys(plain(root) for root in package.related(main, kind))
        yield from (Note(0, text, reason) for text in texts if not _PAGE_NUMBER.match(text))
