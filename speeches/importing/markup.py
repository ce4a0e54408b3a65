"""Names in the XML of a .docx: the same for ECMA-376 (transitional) and ISO/IEC 29500 strict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from speeches.importing.package import Element

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
}
_W = tuple(uri for uri, prefix in _NAMESPACES.items() if prefix == "w")
_NUMBER = re.compile(r"\d{1,6}\Z")
_OFF = ("0", "false", "off")

_TEXTS = ("w:t", "w:delText", "m:t", "a:t")
_LEFT_OUT = ("w:del", "w:moveFrom", "w:rt", "w:instrText", "w:delInstrText")
_LINE_ENDS = re.compile(r"[\r\n]\s*")  # a program's layout of the file
_BREAKS = re.compile("[\x85\u2028\u2029]")
_SPACES = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def name_of(element: Element) -> str:
    """``w:p`` and the like; a bare local name for namespaces that say nothing about text."""
    uri, _, local = str(element.tag)[1:].rpartition("}")
    prefix = _NAMESPACES.get(uri)
    return f"{prefix}:{local}" if prefix else local


def attribute(element: Element, local: str, default: str = "") -> str:
    """The attribute `local` of WordprocessingML on `element`."""
    for uri in _W:
        value = element.get(f"{{{uri}}}{local}")
        if value is not None:
            return str(value)
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first child with the name, then its first child with the next name, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """``w:val`` of the child at `path`; None if there is no such child."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(text: str | None, default: int) -> int:
    """`text` as a number of at most six digits; what is none is `default`."""
    return int(text) if text is not None and _NUMBER.match(text) else default


def switch(element: Element | None, *path: str) -> bool | None:
    """Whether a toggle is on; None where it is not said (ECMA-376 part 1, 17.7.3)."""
    said = value(element, *path)
    return None if said is None else said not in _OFF


def letters(element: Element) -> str:
    """What a leaf puts on the page: its text, a tab or a line break; else nothing."""
    name = name_of(element)
    if name in _TEXTS:
        return _BREAKS.sub("\n", _LINE_ENDS.sub(" ", element.text or ""))
    return _SPACES.get(name, "")


def is_other_way(element: Element) -> bool:
    """Whether `element` says once more, for another program, what a sibling has said.

    The first choice counts; the fallback only if the choice has no text.
    """
    name = name_of(element)
    if name not in ("mc:Choice", "mc:Fallback"):
        return False
    choice = child(element.getparent(), "mc:Choice")
    if name == "mc:Choice":
        return element is not choice
    previous = element.getprevious()
    if previous is None or choice is None:
        return False
    is_second = name_of(previous) == "mc:Fallback"
    return is_second or any(name_of(one) == "w:t" for one in choice.iter())


def plain(element: Element) -> str:
    """All text under `element`: a line for a paragraph or a row, tabs between cells."""
    written: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        name = name_of(one)
        if event == "end":
            _end(written, name)
        elif one is not element and (name in _LEFT_OUT or is_other_way(one)):
            walk.skip_subtree()
        elif found := letters(one):
            written.append(found)
    return "\n".join(_lines("".join(written)))


def _end(written: list[str], name: str) -> None:
    if name == "w:tc":
        if written[-1:] == ["\n"]:
            written.pop()  # the tab takes the place of the end of the cell's last paragraph
        written.append("\t")
    elif name in ("w:p", "w:tr"):
        written.append("\n")


def _lines(text: str) -> Iterator[str]:
    return (line.rstrip() for line in text.split("\n") if line.strip())
