"""The fonts of this site: what plays an edition's faces, and what people are told about them."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from django.conf import settings

from speeches.export.embedding import substitutes
from speeches.typeset import fonts as faces
from speeches.typeset.edition import STANDARD, Edition
from speeches.typeset.fonts import (
    GETA,
    PARTS,
    FontBook,
    FontError,
    FontFile,
    reading,
    skipped_note,
)
from speeches.typeset.metrics import NOMINAL, Metrics, font_metrics
from speeches.typeset.pages import Pages

MANY = 12  # characters that a sentence names one by one
HEAD = 2**16  # bytes: the head of a font file, with the checksums of all that follows


def fonts(edition: Edition) -> FontBook:
    """What plays this edition's faces: the fonts that it names, then the bureau's own.

    Raises FontError with a sentence.
    """
    return faces.find_fonts(settings.FONT_DIRS, faces.SYSTEM_FOLDERS, edition.fonts)


def metrics(edition: Edition) -> Metrics:
    """How wide characters are in these fonts; without fonts pages are set by rule."""
    try:
        return font_metrics(fonts(edition))
    except FontError:
        return NOMINAL


def font_trouble(edition: Edition = STANDARD) -> str:
    """Why no PDF can be made on this machine, in a sentence; empty where it can."""
    try:
        fonts(edition)
    except FontError as error:
        return str(error)
    return ""


def skipped_fonts() -> str:
    """Which font files of this machine cannot be read, in a sentence; empty for none."""
    try:
        return skipped_note(fonts(STANDARD).skipped)
    except FontError as error:
        return str(error)  # it names them too


def font_note(pages: Pages) -> str:
    """Which characters the PDF prints in another font or as 〓, in a sentence; empty for none."""
    try:
        found = substitutes(pages, fonts(pages.edition))
    except FontError:
        return ""  # then there is no PDF: see `font_trouble`
    groups: dict[tuple[str, str], list[str]] = {}
    for face, character, font in found:
        group = (PARTS[face].chinese, font.family if font else "")
        groups.setdefault(group, []).append(character)
    return "".join(_substituted(*group, characters) for group, characters in groups.items())


def identities(book: FontBook) -> list[str]:
    """What tells these fonts from others, on whatever machine and under whatever path they are.

    Raises FontError where a file cannot be read.
    """
    players = [*book.fonts.items(), *((face, (font,)) for face, font in book.bold.items())]
    return [f"{face}: {' '.join(map(_identity, found))}" for face, found in players]


@lru_cache(maxsize=256)
def _identity(font: FontFile) -> str:
    with reading(font.path), font.path.open("rb") as stream:
        head, size = stream.read(HEAD), stream.seek(0, 2)
    return f"{font.postscript}-{size}-{sha256(head).hexdigest()}"


def _substituted(face: str, family: str, characters: list[str]) -> str:
    """The first characters one by one; of many only their number besides."""
    named = "".join(f"“{character}”" for character in characters[:MANY])
    if len(characters) > MANY:
        named += f"等{len(characters)}个字"
    if family:
        return f"{face}里没有{named}，PDF 里用“{family}”字体代替。"
    return f"{face}和各种字体里都没有{named}，PDF 里印成“{GETA}”，请换一种写法。"


def families() -> tuple[str, ...]:
    """The names of all the fonts on this machine that an edition may prefer, sorted."""
    return faces.font_names(settings.FONT_DIRS, faces.SYSTEM_FOLDERS)
