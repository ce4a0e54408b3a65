"""A Word or WPS file as plain lines, with a note for everything that is not taken along.

ECMA-376 part 1, chapter 17, and ISO/IEC 29500 strict. Changes are taken as accepted (17.13.5),
fields as their results (17.16), automatic numbers as they print (17.9); only text is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from speeches.importing.archive import inspect
from speeches.importing.errors import ImportRefused
from speeches.importing.markup import child
from speeches.importing.package import DAMAGED, Package
from speeches.importing.word_body import Body
from speeches.importing.word_notes import Asides, Note, edges
from speeches.importing.word_numbering import Numbering
from speeches.importing.word_styles import Styles

# As for pasted text; no speech comes near it.
MAX_CHARACTERS = 200_000
_TOO_LONG = "文档的文字超过 20 万字，请分开导入。"


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a file: `lines` in reading order, without line breaks inside.

    An empty paragraph is an empty line. `notes` say what was left out, by the line where it stood.
    """

    lines: tuple[str, ...]
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """The lines as `parse` takes them; its line numbers are those of the notes."""
        return "\n".join(self.lines)


def read_docx(content: bytes) -> WordText:
    """The text of a .docx. Raises ImportRefused, with one sentence, for anything else."""
    inspect(content)
    package = Package(content)
    main = package.main()
    body = child(package.xml(main), "w:body")
    if body is None:
        raise ImportRefused(DAMAGED)
    styles = Styles(next(package.related(main, "styles"), None))
    numbering = Numbering(next(package.related(main, "numbering"), None), styles)
    asides = Asides(package, main)
    reader = Body(styles, numbering, asides)
    reader.read(body)
    notes = (*edges(package, main), *asides.left(), *reader.notes)
    if sum(map(len, reader.lines)) + sum(len(note.text) for note in notes) > MAX_CHARACTERS:
        raise ImportRefused(_TOO_LONG)
    return WordText(tuple(reader.lines), notes)
