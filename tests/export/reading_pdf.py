"""Reading back what was painted."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from itertools import groupby
from typing import Any

from pypdf import PdfReader

_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_POSITION = re.compile(rb"1 0 0 -1 (\S+) (\S+) Tm")
# What places a text and its characters: a text object's beginning, its font, the spacing, the text.
_SETTING = re.compile(
    rb"1 0 0 -1 (?P<x>\S+) (?P<y>\S+) Tm|/(?P<font>\S+) (?P<size>\S+) Tf"
    rb"|(?P<spacing>\S+) Tc|\[(?P<text>[^\]]*)\] TJ"
)
_PART = re.compile(rb"<([0-9a-f]*)>|([-+.\d]+)")
_PX = 0.75  # pt
_WORD = re.compile(r'xMin="(\S+)" yMin="\S+" xMax="(\S+)" yMax="\S+">')


def lines(content: bytes) -> list[list[str]]:
    """The lines of text on every page, the page number last."""
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(content)).pages]


def fonts_of_texts(content: bytes) -> list[tuple[str, str]]:
    """Stretches of text of the first page with the PostScript names of their fonts."""
    found: list[tuple[str, str]] = []

    def visit(text: str, _matrix: Any, _position: Any, font: Any, _size: Any) -> None:
        if text.strip():
            found.append((_name(font["/BaseFont"]), text.strip()))

    PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=visit)
    return [
        ("".join(text for _, text in group), name)
        for name, group in groupby(found, key=lambda each: each[0])
    ]


def embedded(content: bytes) -> set[str]:
    """The PostScript names of the fonts that are in the file; those not embedded have a “!”."""
    found = set()
    for page in PdfReader(BytesIO(content)).pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            there = any(key.startswith("/FontFile") for key in descriptor)
            found.add(_name(font["/BaseFont"]) + ("" if there else "!"))
    return found


def boxes(content: bytes) -> int:
    """How many characters are painted as the box of a font that lacks them."""
    glyphs = [
        match[1][at : at + 4]
        for page in painting(content)
        for match in _GLYPHS.finditer(page)
        for at in range(0, len(match[1]), 4)
    ]
    return glyphs.count(b"0000")


def baselines(content: bytes) -> list[list[float]]:
    """The heights at which text stands on every page, in pt from the top, each once."""
    return [
        sorted({float(match[2]) * 0.75 for match in _POSITION.finditer(page)})
        for page in painting(content)
    ]


def edges(content: bytes) -> list[list[tuple[float, float]]]:
    """Where every line of text on every page begins and ends (its last character's advance), in
    pt from the left edge of the paper, from the top of the page to its foot."""
    pages = PdfReader(BytesIO(content)).pages
    return [
        _edges(painted, {str(name)[1:].encode(): _widths(font) for name, font in fonts.items()})
        for painted, fonts in zip(
            painting(content), (page["/Resources"]["/Font"] for page in pages), strict=True
        )
    ]


def _edges(painted: bytes, fonts: dict[bytes, dict[int, float]]) -> list[tuple[float, float]]:
    found: dict[float, list[float]] = {}
    place = end = size = spacing = 0.0
    widths: dict[int, float] = {}
    line: list[float] = []
    for command in _SETTING.finditer(painted):
        if command["y"]:
            place = float(command["x"])
            line = found.setdefault(round(float(command["y"]), 3), [])
            line.append(place)
        elif command["font"]:
            widths, size = fonts[command["font"]], float(command["size"])
        elif command["spacing"]:
            spacing = float(command["spacing"])
        else:
            for glyphs, offset in _PART.findall(command["text"]):
                place -= float(offset or 0) * size / 1000
                for at in range(0, len(glyphs), 4):
                    end = place + widths[int(glyphs[at : at + 4], 16)] * size / 1000
                    place = end + spacing
            # A squeezed character at the end is followed by an offset, and that by no text.
            line.append(place if command["text"].endswith(b"<>") else end)
    return [(min(ends) * _PX, max(ends) * _PX) for _, ends in sorted(found.items())]


def _widths(font: Any) -> dict[int, float]:
    """The widths of a font's glyphs by number, in thousandths of an em."""
    (descendant,) = font["/DescendantFonts"]
    entries = iter(descendant.get_object()["/W"])
    return {
        int(first) + at: float(width)
        for first, run in zip(entries, entries, strict=True)
        for at, width in enumerate(run)
    }


def extent(content: bytes) -> tuple[float, float]:
    """How far left and right text reaches, in mm."""
    command = ["pdftotext", "-bbox", "-", "-"]
    answer = subprocess.run(command, input=content, capture_output=True, check=True)
    words = _WORD.findall(answer.stdout.decode())
    left, right = min(float(word[0]) for word in words), max(float(word[1]) for word in words)
    return left * 25.4 / 72, right * 25.4 / 72


def bookmarks(content: bytes) -> list[Any]:
    """Titles of bookmarks; a list within holds those below."""

    def titles(entries: list[Any]) -> list[Any]:
        return [titles(each) if isinstance(each, list) else each.title for each in entries]

    return titles(PdfReader(BytesIO(content)).outline)


def tags(content: bytes) -> list[str]:
    """The kinds of the elements on the first page, in order."""
    root = PdfReader(BytesIO(content)).trailer["/Root"]
    (document,) = root["/StructTreeRoot"]["/K"]
    section = document.get_object()["/K"][0].get_object()
    area, number = (each.get_object() for each in section["/K"])
    return [each.get_object()["/S"] for each in area["/K"]] + [number["/S"]]


def painting(content: bytes) -> list[bytes]:
    """The commands that paint every page."""
    contents = [page.get_contents() for page in PdfReader(BytesIO(content)).pages]
    return [each.get_data() for each in contents if each is not None]


def _name(base_font: str) -> str:
    """“/ABCDEF+FandolSong-Bold-0” is FandolSong-Bold: tag and private number are left out."""
    return re.sub(r"^/(\w{6}\+)?|-\d+(-emboldened)?(-Bold)?$", "", base_font)
