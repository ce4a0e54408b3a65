"""What the PDF engine leaves undone in the pages that it has painted.

It cuts the letter-spacing of every character to a thousandth of the type's size, which makes up to
0.4 pt in a line; so the spacing that `typeset` has found is set here, exactly, and squeezed
characters are moved together. Nor has the engine a way to embolden a font without a bold cut.

The commands are those of ISO 32000-1, 9.4.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import pydyf

from speeches.export.baring import Box, boxes
from speeches.export.closing import Around, around
from speeches.export.embedding import EMBOLDENED
from speeches.export.pieces import Cutter
from speeches.typeset.characters import CONTINUATION, printable
from speeches.typeset.edition import POINTS_PER_MM
from speeches.typeset.lines import SPACING_UNIT, Line
from speeches.typeset.pages import Page, Pages
from speeches.typeset.squeezing import HALF

_POINTS = 0.75  # pt in the unit of the engine
_STROKE = 1 / 30  # em: how much thicker a font becomes
_HEX = 4  # digits for a glyph
_OBJECT = re.compile(rb"^BT\n1 0 0 -1 (\S+) (\S+) Tm\n(.*?)\nET$", re.DOTALL | re.MULTILINE)
_FONT = re.compile(rb"^/(\S+) (\S+) Tf$", re.MULTILINE)
_TEXT = re.compile(rb"^\[(.*)\] TJ$", re.MULTILINE)
_STRING = re.compile(rb"<([0-9a-f]*)>")


def finish(pages: Pages, pdf: pydyf.PDF) -> None:
    """Space the lines of a PDF of these pages exactly, and embolden what is to be bold."""
    emboldened = {name[1:7] for name in _font_names(pdf) if EMBOLDENED.encode() in name}
    cutter = Cutter(pages.document)
    for page, number in zip(pages.pages, pdf.pages["Kids"][::3], strict=True):
        stream = pdf.objects[int(pdf.objects[number]["Contents"].split()[0])]
        painted = b"\n".join(map(_bytes, stream.stream))
        stream.stream = [_OBJECT.sub(_Finisher(pages, page, cutter, emboldened), painted)]


def _font_names(pdf: pydyf.PDF) -> Iterator[bytes]:
    """“/ABCDEF+Name”: pages call the font by the six letters."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Type0":
            yield each["BaseFont"]


def _bytes(command: bytes | str | pydyf.Object) -> bytes:
    if isinstance(command, pydyf.Object):
        return bytes(command.data)
    return command.encode() if isinstance(command, str) else command


class _Row:
    """A line while its text objects are mended one after the other.

    `spacing` and how far squeezing has `moved` what follows to the left are in em.
    """

    def __init__(self, line: Line, text: str, found: list[Box]) -> None:
        self.is_spaced = not CONTINUATION.search(printable(text))
        self.spacing = line.spacing * SPACING_UNIT if self.is_spaced else 0.0
        self.moved = 0.0
        self._boxes = iter(zip(found, around(found, self.spacing), strict=True))

    def around(self, glyphs: int) -> Iterator[Around] | None:
        """What stands around the glyphs of the next object of a line in which some are squeezed,
        if there are as many as expected."""
        box, found = next(self._boxes, (None, []))
        if box is None or len(box.text) != glyphs:
            return None
        self.moved += box.squeezed.count(True) * (HALF + self.spacing)
        return iter(found)


class _Finisher:
    """Mends the text objects of a page one after the other."""

    def __init__(
        self, pages: Pages, page: Page, cutter: Cutter, emboldened: Container[bytes]
    ) -> None:
        self._edition = pages.edition
        self._emboldened = emboldened
        self._rows = [
            _Row(line, cutter.text(line), boxes(cutter, line) if line.squeezed else [])
            if line
            else None
            for line in page.lines
        ]

    def __call__(self, painted: re.Match[bytes]) -> bytes:
        left, height, commands = painted.groups()
        size = float(_FONT.findall(commands)[0][1])
        row = self._row(float(height))
        place = float(left) - (row.moved * size if row else 0.0)
        spacing = row.spacing * size if row else 0.0
        if row and row.is_spaced:
            commands = _spaced(row, commands)
        if self._emboldened:
            commands = _FONT.sub(self._stroked, commands)
        return b"BT\n1 0 0 -1 %.4f %b Tm\n%.4f Tc\n%b\nET" % (place, height, spacing, commands)

    def _row(self, height: float) -> _Row | None:
        """The line that has its foot so far from the upper edge of the paper."""
        top = self._edition.margin_top * POINTS_PER_MM
        at = int((height * _POINTS - top) // self._edition.pitch)
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _stroked(self, font: re.Match[bytes]) -> bytes:
        if font[1] in self._emboldened:
            return b"%b\n2 Tr\n%.4f w" % (font[0], float(font[2]) * _STROKE)
        return font[0] + b"\n0 Tr"


def _spaced(row: _Row, commands: bytes) -> bytes:
    """The texts of an object without the engine's offsets, and with those of squeezing."""
    texts = [b"".join(_STRING.findall(text)) for text in _TEXT.findall(commands)]
    around = row.around(len(b"".join(texts)) // _HEX)
    mended = iter([b"".join(_set(glyphs, around)) if around else glyphs for glyphs in texts])
    shown = _TEXT.sub(lambda _: b"[<%b>] TJ" % next(mended), commands)
    return shown.replace(b"\n[<>] TJ", b"")


def _set(glyphs: bytes, around: Iterator[Around]) -> Iterator[bytes]:
    for at in range(0, len(glyphs), _HEX):
        before, after = next(around)
        yield before + glyphs[at : at + _HEX] + after
