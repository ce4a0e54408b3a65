"""Elements of WordprocessingML (ECMA-376-1, 17), and text that XML can hold."""

from __future__ import annotations

from html import escape

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from speeches.typeset.characters import printable

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_IN_XML = {0xFFFE: None, 0xFFFF: None}  # XML 1.0, 2.2; `printable` drops the others


def element(name: str, content: str = "", /, **attributes: str | int) -> str:
    """An element of the namespace w; `content` is markup already, attributes are not."""
    listed = "".join(f' w:{key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<w:{name}{listed}>{content}</w:{name}>" if content else f"<w:{name}{listed}/>"


def root(name: str, content: str) -> str:
    """The outermost element of a part."""
    return f'<w:{name} xmlns:w="{_NAMESPACE}">{content}</w:{name}>'


def parsed(markup: str) -> list[BaseOxmlElement]:
    """Elements side by side, ready to be put into a part."""
    return list(parse_xml(root("part", markup)))


def paragraph(style: str, runs: str = "") -> str:
    """A paragraph in the style of that id."""
    return element("p", element("pPr", element("pStyle", val=style)) + runs)


def text_run(text: str, style: str = "") -> str:
    """A stretch of text, in a character style if one is named; a line break prints."""
    dress = element("rPr", element("rStyle", val=style)) if style else ""
    lines = element("br").join(map(_text, clean(text).split("\n")))
    return element("r", dress + lines) if lines else ""


def page_field() -> str:
    """The number of the page, in the three parts that every program knows (17.16.18)."""
    begin, middle, end = (
        element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")
    )
    instruction = element("r", element("instrText", "PAGE"))
    return begin + instruction + middle + text_run("1") + end


def clean(text: str) -> str:
    """The text without the characters that print nothing or that XML forbids."""
    return printable(text).translate(_NOT_IN_XML)


def _text(line: str) -> str:
    """Blanks at the ends of a line count (17.3.3.31)."""
    return f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' if line else ""
