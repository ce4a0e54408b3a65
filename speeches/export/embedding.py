"""Which fonts a PDF needs, for which characters, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from speeches.document.tree import Block, Document, Run
from speeches.typeset.edition import Edition, Face
from speeches.typeset.fonts import FontBook, FontFile, reading
from speeches.typeset.pages import Pages
from speeches.typeset.units import printable

GETA = "〓"  # what Chinese print puts in the place of a character that it does not have


@dataclass(frozen=True, slots=True)
class Embedding:
    """Pages with the fonts that they need, and the characters that each font prints.

    In the pages 〓 stands for every character that no font has.
    """

    pages: Pages
    book: FontBook
    fonts: Mapping[FontFile, frozenset[str]]

    def families(self) -> dict[Face, tuple[str, ...]]:
        """The private names of the fonts for every face, best first."""
        names = {font: _family(font, number) for number, font in enumerate(self.fonts)}
        return {
            face: tuple(names[font] for font in fonts if font in names)
            for face, fonts in self.book.fonts.items()
        }

    def css(self) -> str:
        """A @font-face rule for every font; the addresses are those of `files`."""
        return "".join(
            f'@font-face {{ font-family: "{_family(font, number)}"; src: url("{_url(number)}") }}\n'
            for number, font in enumerate(self.fonts)
        )

    def files(self) -> dict[str, bytes]:
        """The bytes of every font by its address. Raises FontError for a damaged file."""
        return {
            _url(number): _bytes(font, characters)
            for number, (font, characters) in enumerate(self.fonts.items())
        }


def embedding(pages: Pages, book: FontBook, *, stamp: str = "") -> Embedding:
    """Find for every character of the pages, and of their stamp, the font that prints it."""
    pages = _without(pages, substitutes(pages, book))
    fonts: dict[FontFile, set[str]] = {}
    wanted = _characters(pages)
    wanted.setdefault(pages.edition.stamp.face, set()).update(printable(stamp))
    for face, characters in wanted.items():
        for character in sorted(characters):
            font = book.font_for(face, character) or book.font(face)
            fonts.setdefault(font, set()).add(character)
    return Embedding(pages, book, {font: frozenset(has) for font, has in fonts.items()})


class Substitute(NamedTuple):
    """A character that a face lacks, and the font that prints it (None: 〓 stands for it)."""

    face: Face
    character: str
    font: FontFile | None


def substitutes(pages: Pages, book: FontBook) -> list[Substitute]:
    """What the user is told: which characters of the pages are printed by another font, or not."""
    return [
        Substitute(face, character, font)
        for face, characters in _characters(pages).items()
        for character, font in book.lacking(face, "".join(sorted(characters))).items()
    ]


def _without(pages: Pages, found: list[Substitute]) -> Pages:
    """The pages with 〓 where a face and all that stand behind it lack a character."""
    tables: dict[Face, dict[int, str]] = {}
    for each in found:
        if each.font is None:
            tables.setdefault(each.face, {})[ord(each.character)] = GETA
    blocks = (
        replace(
            block, runs=tuple(_printed(pages.edition, block, run, tables) for run in block.runs)
        )
        for block in pages.document.blocks
    )
    return replace(pages, document=Document(tuple(blocks)))


def _printed(
    edition: Edition, block: Block, run: Run, tables: Mapping[Face, dict[int, str]]
) -> Run:
    return replace(run, text=run.text.translate(tables.get(_face(edition, block, run), {})))


def _face(edition: Edition, block: Block, run: Run) -> Face:
    return (edition.levels[run.level - 1] if run.level else edition.style(block)).face


def _characters(pages: Pages) -> dict[Face, set[str]]:
    """The characters that are set in each face, page numbers included."""
    found: dict[Face, set[str]] = {}
    for face, text in _texts(pages):
        found.setdefault(face, set()).update(printable(text).replace("\n", ""))
    return found


def _texts(pages: Pages) -> Iterator[tuple[Face, str]]:
    edition = pages.edition
    for block in pages.document.blocks:
        for run in block.runs:
            yield _face(edition, block, run), run.text
    number = edition.page_number
    for page in pages.pages:
        yield number.face, number.text(page.number)


def _family(font: FontFile, number: int) -> str:
    """The font's own name, for whoever looks into the PDF; the number makes it private."""
    return re.sub(r"[^\w-]", "", f"{font.postscript}-{number}", flags=re.ASCII)


def _url(number: int) -> str:
    return f"font:{number}"


def _bytes(font: FontFile, characters: frozenset[str]) -> bytes:
    """A whole font file; out of a collection only the font wanted, cut down to its characters.

    fontconfig could not be told which font of a collection is meant.
    """
    with reading(font.path), font.path.open("rb") as stream:
        if font.index is None:
            return stream.read()
        whole = TTFont(stream, fontNumber=font.index, lazy=True)
        subsetter = Subsetter(Options())
        subsetter.populate(text="".join(characters))
        subsetter.subset(whole)
        buffer = BytesIO()
        whole.save(buffer)
        return buffer.getvalue()
