"""Which fonts a PDF needs, for which characters, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from speeches.document.tree import Block, Document, Run
from speeches.export.cutting import cut
from speeches.export.style import Families, Kind, kind_of
from speeches.typeset.characters import printable
from speeches.typeset.charts import FontFile
from speeches.typeset.edition import Edition, Face
from speeches.typeset.fonts import GETA, FontBook
from speeches.typeset.pages import Pages

EMBOLDENED = "-emboldened"  # ends the private name of a font that is to be made bolder


class Played(NamedTuple):
    """A font as it is painted."""

    font: FontFile
    emboldened: bool


class Substitute(NamedTuple):
    """A character that a face lacks, and the font that prints it (None: 〓 stands for it)."""

    face: Face
    character: str
    font: FontFile | None


@dataclass(frozen=True, slots=True)
class Embedding:
    """Pages with the fonts that they need: those that play each kind of text, best first, and the
    characters that each prints.

    In the pages 〓 stands for every character that no font has.
    """

    pages: Pages
    players: Mapping[Kind, tuple[Played, ...]]
    fonts: Mapping[Played, frozenset[str]]

    def families(self) -> Families:
        """The private names of the fonts for every kind of text, best first."""
        names = {played: _family(played, number) for number, played in enumerate(self.fonts)}
        return {
            kind: tuple(names[played] for played in players if played in names)
            for kind, players in self.players.items()
        }

    def css(self) -> str:
        """A @font-face rule for every font; the addresses are those of `files`."""
        rule = '@font-face {{ font-family: "{}"; src: url("{}") }}\n'.format
        fonts = enumerate(self.fonts)
        return "".join(rule(_family(played, number), _url(number)) for number, played in fonts)

    def files(self) -> dict[str, bytes]:
        """The bytes of every font by its address. Raises FontError for a damaged file."""
        return {
            _url(number): cut(played.font, characters)
            for number, (played, characters) in enumerate(self.fonts.items())
        }


def embedding(pages: Pages, book: FontBook, *, stamp: str = "") -> Embedding:
    """Find for every character of the pages, and of their stamp, the font that prints it."""
    pages = _without(pages, substitutes(pages, book))
    wanted = _characters(pages)
    wanted.setdefault(Kind(pages.edition.stamp.face), set()).update(printable(stamp))
    fonts: dict[Played, set[str]] = {}
    for kind, characters in wanted.items():
        for character in sorted(characters):
            font = book.font_for(kind.face, character, kind.bold) or book.font(*kind)
            fonts.setdefault(_played(book, kind, font), set()).add(character)
    players = {
        kind: tuple(_played(book, kind, font) for font in book.players(*kind))
        for kind in [*map(Kind, Face), *wanted]
    }
    return Embedding(pages, players, {font: frozenset(has) for font, has in fonts.items()})


def substitutes(pages: Pages, book: FontBook) -> list[Substitute]:
    """What the user is told: which characters of the pages are printed by another font, or not."""
    found = [
        Substitute(kind.face, character, font)
        for kind, characters in _characters(pages).items()
        for character, font in book.lacking(
            kind.face, "".join(sorted(characters)), kind.bold
        ).items()
    ]
    return list(dict.fromkeys(found))


def _without(pages: Pages, found: list[Substitute]) -> Pages:
    """The pages with 〓 where a face and all that stand behind it lack a character."""
    tables: dict[Face, dict[int, str]] = {}
    for each in found:
        if each.font is None:
            tables.setdefault(each.face, {})[ord(each.character)] = GETA
    if not tables:
        return pages
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
    table = tables.get(edition.run_style(block, run).face, {})
    return replace(run, text=run.text.translate(table))


def _played(book: FontBook, kind: Kind, font: FontFile) -> Played:
    return Played(font, kind.bold and font != book.bold.get(kind.face))


def _characters(pages: Pages) -> dict[Kind, set[str]]:
    """The characters that are set in each kind of text, page numbers included."""
    found: dict[Kind, set[str]] = {}
    for kind, text in _texts(pages):
        found.setdefault(kind, set()).update(text)
    return {kind: set(printable("".join(has))) - {"\n"} for kind, has in found.items()}


def _texts(pages: Pages) -> Iterator[tuple[Kind, str]]:
    edition = pages.edition
    for block in pages.document.blocks:
        for run in block.runs:
            yield kind_of(edition.run_style(block, run)), run.text
    number = edition.page_number
    for page in pages.pages:
        yield Kind(number.face), number.text(page.number)


def _family(played: Played, number: int) -> str:
    """The font's own name, for whoever looks into the PDF; the number makes it private."""
    name = re.sub(r"[^\w-]", "", f"{played.font.postscript}-{number}", flags=re.ASCII)
    return name + EMBOLDENED if played.emboldened else name


def _url(number: int) -> str:
    return f"font:{number}"
