"""Other programs that make a PDF of the same text: same fonts, paper, type area, sizes, lines.

Each does what a person or a site would have it do. Chromium, already running, prints plain
paragraphs to a tagged PDF, as ours and Typst's are; LibreOffice, with a profile that is there,
converts the Word file; Typst compiles in a process that has not seen the text, for it remembers
what it has set.
"""

from __future__ import annotations

import subprocess
import sys
from html import escape
from math import floor
from pathlib import Path

import typst
from playwright.sync_api import Page

from speeches.document.tree import Block
from speeches.typeset.edition import POINTS_PER_MM, Align, Edition, Face
from speeches.typeset.fonts import SYSTEM_FOLDERS, FontBook
from speeches.typeset.pages import Pages

_COMPILE = (
    "import sys, time, typst\n"
    "source, target, *folders = sys.argv[1:]\n"
    "began = time.perf_counter()\n"
    "fonts = typst.Fonts(False, False, folders)\n"
    "made = typst.compile(source, font_paths=fonts, ignore_system_fonts=True)\n"
    "print((time.perf_counter() - began) * 1000)\n"
    "open(target, 'wb').write(made)\n"
)


class Chromium:
    """Prints by a tab of a browser that is running."""

    def __init__(self, tab: Page, pages: Pages, book: FontBook, folder: Path) -> None:
        self._tab, self._file = tab, folder / "chromium.html"
        self._file.write_text(_html(pages, book), encoding="utf-8")

    def pdf(self) -> bytes:
        self._tab.goto(self._file.as_uri())
        return self._tab.pdf(prefer_css_page_size=True, tagged=True, outline=True)


class Typst:
    """Compiles in a process of its own, which tells how long the compiling took."""

    def __init__(self, pages: Pages, book: FontBook, folder: Path) -> None:
        self._source, self.made = folder / "typst.typ", folder / "typst.pdf"
        self._source.write_text(_typst(pages, book), encoding="utf-8")

    def time(self) -> float:
        """Milliseconds from finding the fonts to the last byte of the PDF."""
        files = map(str, (self._source, self.made, *SYSTEM_FOLDERS))
        command = [sys.executable, "-c", _COMPILE, *files]
        answer = subprocess.run(command, capture_output=True, check=True, text=True)
        return float(answer.stdout)


def _margins(edition: Edition) -> dict[str, float]:
    """In mm, in the order of style sheets."""
    return {
        "top": edition.margin_top,
        "right": edition.paper_width - edition.margin_left - edition.area_width,
        "bottom": edition.paper_height - edition.margin_top - edition.area_height,
        "left": edition.margin_left,
    }


def _spacing(edition: Edition) -> float:
    """In pt, between the characters of the body and behind the last; a line must hold them all."""
    slack = edition.area_width * POINTS_PER_MM / edition.columns - edition.size
    return floor(slack * 100) / 100


def _pitch(edition: Edition) -> float:
    """In pt, rounded down, so that no rounding of theirs pushes the last line off the page."""
    return floor(edition.pitch * 20) / 20


def _html(pages: Pages, book: FontBook) -> str:
    edition = pages.edition
    faces = "".join(
        f"@font-face {{ font-family: {face}; src: url('{book.font(face).path.as_uri()}') }}\n"
        for face in Face
    )
    margins = " ".join(f"{length}mm" for length in _margins(edition).values())
    paper = f"@page {{ size: {edition.paper_width}mm {edition.paper_height}mm; margin: {margins} }}"
    body = "body { margin: 0 } p { margin: 0; text-align: justify }"
    text = "\n".join(_html_block(edition, block) for block in pages.document.blocks if block.text)
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>题</title>'
        f"<style>{faces}{paper}\n{body}</style>\n{text}"
    )


def _html_block(edition: Edition, block: Block) -> str:
    style = edition.style(block)
    place = "text-align: center; " if style.align is Align.CENTER else ""
    spacing = _spacing(edition) if edition.tracking(style) else 0
    return (
        f'<p style="{place}font: {style.size}pt/{_pitch(edition)}pt {style.face}, serif;'
        f' text-indent: {style.indent}em; letter-spacing: {spacing}pt">{escape(block.text)}</p>'
    )


def _typst(pages: Pages, book: FontBook) -> str:
    """A paragraph is a string, so that nothing in it is markup."""
    edition = pages.edition
    margins = ", ".join(f"{side}: {length}mm" for side, length in _margins(edition).items())
    gap = _pitch(edition) - edition.size  # lines are as high as their type
    head = (
        f"#set page(width: {edition.paper_width}mm, height: {edition.paper_height}mm,"
        f' margin: ({margins}), numbering: "— 1 —")\n'
        '#set text(lang: "zh", region: "cn", top-edge: 0.8em, bottom-edge: -0.2em)\n'
        f"#set par(justify: true, leading: {gap}pt, spacing: {gap}pt)\n"
    )
    fonts = _typst_fonts()
    blocks = (
        _typst_block(edition, block, fonts[book.font(edition.style(block).face).path])
        for block in pages.document.blocks
        if block.text
    )
    return head + "\n\n".join(blocks)


def _typst_block(edition: Edition, block: Block, font: typst.FontInfo) -> str:
    style = edition.style(block)
    spacing = _spacing(edition) if edition.tracking(style) else 0
    said = block.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    text = (
        f'text(font: ("{font.family}", "Noto Serif CJK SC"), weight: {font.weight},'
        f' size: {style.size}pt, tracking: {spacing}pt, "{said}")'
    )
    if style.align is Align.CENTER:
        return f"#align(center, {text})"
    return f"#par(first-line-indent: (amount: {style.indent}em, all: true), {text})"


def _typst_fonts() -> dict[Path, typst.FontInfo]:
    """What Typst calls the font of a file; of a collection its last one."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in SYSTEM_FOLDERS],
    )
    return {Path(font.path): font for font in fonts.fonts() if font.path}
