"""The body of a .docx read from its first paragraph to its last."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from speeches.importing.markup import (
    attribute,
    child,
    is_other_way,
    letters,
    name_of,
    plain,
    switch,
    value,
)
from speeches.importing.package import Element
from speeches.importing.word_fields import Fields
from speeches.importing.word_notes import REFERENCES, Asides, Note
from speeches.importing.word_numbering import Numbering
from speeches.importing.word_styles import Styles

# Left out whole; the reason, if somebody might miss the text.
_LEFT_OUT = {
    "w:del": "修订中删除的文字没有带入",
    "w:delText": "修订中删除的文字没有带入",
    "w:rt": "注音没有带入",
    "w:tbl": "表格没有带入",
    "w:txbxContent": "文本框没有带入",
    "a:t": "图形里的文字没有带入",
    "m:oMath": "公式没有带入",
    **dict.fromkeys(("w:moveFrom", "w:instrText", "w:delInstrText", "w:rubyPr", "w:rPr"), ""),
    **dict.fromkeys(("w:pPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:ffData"), ""),
}
_THINGS = {
    "pic": "图片",
    "v:imagedata": "图片",
    "chart": "图表",
    "OLEObject": "嵌入的对象",
    "w:altChunk": "嵌入的文档",
}
_HIDDEN = "隐藏文字没有带入"


class Body:
    """`lines` and `notes` grow while the body is read.

    No line has a line break inside; an empty paragraph is an empty line.
    """

    def __init__(self, styles: Styles, numbering: Numbering, asides: Asides) -> None:
        self.lines: list[str] = []
        self.notes: list[Note] = []
        self._styles = styles
        self._numbering = numbering
        self._asides = asides
        self._fields = Fields()
        self._text: list[str] = []
        self._breaks = 0  # in `_text`
        self._hidden: list[str] = []
        self._properties: Element | None = None
        self._is_inside = self._is_joined = self._is_hidden = False
        self._starts: dict[str, Callable[[Element], None]] = {
            "w:p": self._begin_paragraph,
            "w:r": self._begin_run,
            "w:fldSimple": self._begin_simple_field,
            "w:fldChar": self._field_mark,
            "w:sym": self._symbol,
            **dict.fromkeys(_THINGS, self._thing),
            **dict.fromkeys(REFERENCES, self._aside),
        }

    def read(self, body: Element) -> None:
        """Take in all of `body`."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, one in walk:
            name = name_of(one)
            if event == "end":
                self._end(name, one)
            elif self._leaves_out(name, one):
                walk.skip_subtree()
            else:
                self._start(name, one)
        for text, reason in self._fields.end_all():
            self._note(text, reason)
        if self._text or self._hidden:
            self._end_line(self._properties)

    def _start(self, name: str, one: Element) -> None:
        if name in self._starts:
            self._starts[name](one)
        else:
            self._add(letters(one))

    def _end(self, name: str, one: Element) -> None:
        if name == "w:p":
            self._end_paragraph(one)
        elif name == "w:r":
            self._is_hidden = False
        elif name == "w:fldSimple":
            self._note(*self._fields.end())

    def _leaves_out(self, name: str, one: Element) -> bool:
        """Whether `one` is left out with all that is in it; says so if it has text."""
        if name == "w:sdt":
            return self._leaves_out_control(one)
        if name not in _LEFT_OUT:
            return is_other_way(one)
        if name == "w:instrText":
            self._fields.instruct(one.text or "")
        elif _LEFT_OUT[name]:
            self._note(plain(one), _LEFT_OUT[name])
        return True

    def _leaves_out_control(self, one: Element) -> bool:
        properties = child(one, "w:sdtPr")
        if switch(properties, "w:showingPlcHdr"):
            self._note(plain(one), "没有填写的控件没有带入")
            return True
        if value(properties, "w:docPartObj", "w:docPartGallery") == "Table of Contents":
            self._note(plain(one), "目录没有带入")
            return True
        return False

    def _begin_paragraph(self, one: Element) -> None:
        if self._text and not self._is_joined:
            self._end_line(None)  # text outside of paragraphs, or a paragraph inside of one
        self._is_joined = False
        self._properties = child(one, "w:pPr")
        self._is_inside = True

    def _end_paragraph(self, one: Element) -> None:
        """A paragraph whose mark is deleted or hidden goes on in the next one."""
        mark = child(one, "w:pPr", "w:rPr")
        gone = (child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
        self._is_joined = any(gone) or bool(switch(mark, "w:vanish"))
        if not self._is_joined:
            self._end_line(child(one, "w:pPr"))

    def _end_line(self, properties: Element | None) -> None:
        self._tell_hidden()
        label = self._numbering.label(self._styles.of_paragraph(properties))
        if label.doubt:
            self._note(label.text or "•", label.doubt)
        self.lines.extend((label.text + "".join(self._text)).split("\n"))
        self._text.clear()
        self._breaks = 0
        silent = self._fields.silent
        if silent is not None:
            silent.skipped.append("\n")
        self._is_inside = False

    def _begin_run(self, one: Element) -> None:
        style = self._styles.style_of(self._properties)
        self._is_hidden = self._styles.is_hidden(child(one, "w:rPr"), style)

    def _add(self, text: str) -> None:
        if not text:
            return
        silent = self._fields.silent
        if silent is not None:
            silent.skipped.append(text)
        elif self._is_hidden:
            self._hidden.append(text)
        else:
            self._tell_hidden()
            self._text.append(text)
            self._breaks += text.count("\n")

    def _tell_hidden(self) -> None:
        """One note for hidden runs that touch; programs split runs as they like."""
        text = "".join(self._hidden)
        self._hidden.clear()
        self._note(text, _HIDDEN)

    def _note(self, text: str, reason: str) -> None:
        if text.strip():
            self.notes.append(Note(self._line, text.strip(), reason))

    @property
    def _line(self) -> int:
        return len(self.lines) + self._is_inside + self._breaks

    def _begin_simple_field(self, one: Element) -> None:
        self._fields.begin(attribute(one, "instr"), has_result=True)

    def _field_mark(self, one: Element) -> None:
        match attribute(one, "fldCharType"):
            case "begin":
                self._fields.begin()
            case "separate":
                self._fields.separate()
            case "end":
                self._note(*self._fields.end())

    def _symbol(self, one: Element) -> None:
        name = f"{attribute(one, 'font')} {attribute(one, 'char')}"
        self._note(f"〔{name.strip()}〕", "符号没有带入")

    def _thing(self, one: Element) -> None:
        self._note(f"〔{_THINGS[name_of(one)]}〕", "只取文字，图片和嵌入的内容没有带入")

    def _aside(self, one: Element) -> None:
        self.notes.extend(self._asides.told(one, self._line))
