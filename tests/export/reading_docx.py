"""Reading back what was written for Word."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as File
from docx.oxml.ns import qn

_NAMESPACES = re.compile(r' xmlns:\w+="[^"]*"')
_SETTING = re.compile(r"<w:(\w+)([^<]*?)/>")


def opened(content: bytes) -> File:
    return Document(BytesIO(content))


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """The style and the text of every paragraph."""
    return [(style_name(each), each.text) for each in opened(content).paragraphs]


def runs(content: bytes, text: str) -> list[tuple[str, str]]:
    """The character styles and texts in the first paragraph that has `text`."""
    found = next(each for each in opened(content).paragraphs if text in each.text)
    return [
        ("" if run.style.name == "Default Paragraph Font" else run.style.name, run.text)
        for run in found.runs
    ]


def style_name(paragraph: Any) -> str:
    name: str = paragraph.style.name
    return name


def part(content: bytes, name: str) -> str:
    """A part as it stands in the file, without what it says of namespaces."""
    with ZipFile(BytesIO(content)) as file:
        return _NAMESPACES.sub("", file.read(name).decode())


def names(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as file:
        return sorted(file.namelist())


def switches(markup: str) -> list[str]:
    """The empty elements in a stretch of markup, as ``name attributes``."""
    return [
        f"{name}{attributes}".replace("w:", "").replace('"', "")
        for name, attributes in _SETTING.findall(markup)
    ]


def style(content: bytes, identity: str) -> list[str]:
    """What the style of that id sets."""
    styles = part(content, "word/styles.xml")
    (found,) = re.findall(f'<w:style [^>]*w:styleId="{identity}">.*?</w:style>', styles)
    return switches(found)


def feet(content: bytes) -> dict[str, list[tuple[str, str]]]:
    """Style and text (fields as PAGE) of heads and feet that there are, by their place."""
    section = opened(content).sections[0]
    places = {
        "header": section.header,
        "even header": section.even_page_header,
        "footer": section.footer,
        "even footer": section.even_page_footer,
    }
    return {
        place: [(style_name(each), _with_fields(each)) for each in found.paragraphs]
        for place, found in places.items()
        if not found.is_linked_to_previous
    }


def _with_fields(paragraph: Any) -> str:
    """The text with the instruction of a field in the place of its result."""
    text, inside = "", False
    for child in paragraph._p.iter(qn("w:t"), qn("w:instrText"), qn("w:fldChar")):
        if child.tag == qn("w:fldChar"):
            inside = child.get(qn("w:fldCharType")) == "separate"
        elif not inside:
            text += child.text
    return text
