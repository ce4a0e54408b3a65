"""What the PDF engine leaves undone in the pages that it has painted.

It cuts the letter-spacing of every character to a thousandth of the type's size, which makes up to
0.4 pt in a line, and takes twice the time where parts of a line are spaced in other ways than the
rest. So the spacing and the squeezing that `typeset` has found are set here: once for a line, and
exactly. Nor has the engine a way to embolden a font that has no bold cut.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import count

import pydyf

from speeches.export.embedding import EMBOLDENED
from speeches.typeset.characters import CONTINUATION, printable
from speeches.typeset.edition import POINTS_PER_MM
from speeches.typeset.lines import SPACING_UNIT, Line
from speeches.typeset.pages import Page, Pages
from speeches.typeset.squeezing import HALF

_POINTS = 0.75  # pt in the unit of the engine
_THOUSANDTHS = 1000  # of an em, in which offsets are given
_STROKE = 1 / 30  # em: how much thicker a font becomes
_HEX = 4  # digits for a glyph
# A text object (ISO 32000-1, 9.4): where it begins, fonts, and texts with offsets in them.
_OBJECT = re.compile(rb"^BT\n(1 0 0 -1 \S+ (\S+) Tm)\n(.*?)\nET$", re.DOTALL | re.MULTILINE)
_FONT = re.compile(rb"^/(\S+) (\S+) Tf$", re.MULTILINE)
_TEXT = re.compile(rb"^\[(.*)\] TJ$", re.MULTILINE)
_STRING = re.compile(rb"<([0-9a-f]*)>")


def finish(pages: Pages, pdf: pydyf.PDF) -> None:
    """Space the lines of a PDF of these pages exactly, and embolden what is to be bold."""
    emboldened = {name[1:7] for name in _font_names(pdf) if EMBOLDENED.encode() in name}
    for page, number in zip(pages.pages, pdf.pages["Kids"][::3], strict=True):
        stream = pdf.objects[int(pdf.objects[number]["Contents"].split()[0])]
        painted = b"\n".join(map(_bytes, stream.stream))
        stream.stream = [_OBJECT.sub(_Finisher(pages, page, emboldened), painted)]


def _font_names(pdf: pydyf.PDF) -> Iterator[bytes]:
    """“/ABCDEF+Name”: pages call the font by the six letters."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Type0":
            yield each["BaseFont"]


def _bytes(command: bytes | str | pydyf.Object) -> bytes:
    if isinstance(command, pydyf.Object):
        return bytes(command.data)
    return command.encode() if isinstance(command, str) else command


class _Finisher:
    """Mends the text objects of a page one after the other."""

    def __init__(self, pages: Pages, page: Page, emboldened: Container[bytes]) -> None:
        self._pages = pages
        self._page = page
        self._emboldened = emboldened

    def __call__(self, painted: re.Match[bytes]) -> bytes:
        place, height, commands = painted.groups()
        size = float(_FONT.findall(commands)[0][1])
        line = self._line_at(float(height))
        spacing = line.spacing * SPACING_UNIT * size if line else 0.0
        if line:
            commands = self._spaced(line, commands)
        if self._emboldened:
            commands = _FONT.sub(self._stroked, commands)
        return b"BT\n%b\n%.4f Tc\n%b\nET" % (place, spacing, commands)

    def _line_at(self, height: float) -> Line | None:
        """The line with its foot so far from the upper edge of the paper, if it can be mended."""
        edition = self._pages.edition
        top = edition.margin_top * POINTS_PER_MM
        row = int((height * _POINTS - top) // edition.pitch)
        line = self._page.lines[row] if 0 <= row < len(self._page.lines) else None
        # Marks over a letter take no spacing of their own; the engine knows where they belong.
        return line if line and not CONTINUATION.search(self._pages.text(line)) else None

    def _spaced(self, line: Line, commands: bytes) -> bytes:
        """The texts without the engine's offsets; squeezed characters are followed by ours.

        Where the object is not all of the line, the engine has placed them by themselves.
        """
        texts = [b"".join(_STRING.findall(text)) for text in _TEXT.findall(commands)]
        whole = len(b"".join(texts)) == _HEX * len(printable(self._pages.text(line)))
        if whole and line.squeezed:
            texts = list(_squeezed(texts, line))
        following = iter(texts)
        return _TEXT.sub(lambda _: b"[<%b>] TJ" % next(following), commands)

    def _stroked(self, font: re.Match[bytes]) -> bytes:
        if font[1] in self._emboldened:
            return b"%b\n2 Tr\n%.4f w" % (font[0], float(font[2]) * _STROKE)
        return font[0] + b"\n0 Tr"


def _squeezed(texts: list[bytes], line: Line) -> Iterator[bytes]:
    """The texts of a line, with what each squeezed character gives up, its spacing too."""
    offset = b">%.4f<" % (_THOUSANDTHS * (HALF + line.spacing * SPACING_UNIT))
    places = count(line.start)
    for text in texts:
        glyphs = (text[at : at + _HEX] for at in range(0, len(text), _HEX))
        yield b"".join(
            glyph + offset if place in line.squeezed else glyph
            for glyph, place in zip(glyphs, places, strict=False)
        )
