"""From a copy to files: made in an edition, named, kept for the next time, written down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from speeches.enums import FileFormat
from speeches.export.docx import docx
from speeches.export.html import document_html
from speeches.export.pdf import pdf
from speeches.export.text import text
from speeches.models import Speech, User
from speeches.services import storing
from speeches.services.copies import Copy, current_copy
from speeches.services.fingerprints import fingerprint
from speeches.services.fonts import fonts
from speeches.typeset.edition import STANDARD, Edition

LONGEST_TITLE = 180  # bytes, with edition and stamp, of the 255 that file systems allow
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')


@dataclass(frozen=True, slots=True)
class File:
    """What a person receives."""

    name: str
    content: bytes
    content_type: str


def export(
    speech: Speech, file_format: str, edition: Edition, *, stamp: str = "", actor: User | None
) -> File:
    """The speech as it stands now as a file; who had what is written down, once for each version.

    A file that cannot be made leaves no record: raises FontError or ExportError with a sentence.
    """
    copy = current_copy(speech)
    file = FORMATS[file_format](copy, edition, stamp)
    has_pages = file_format != FileFormat.TXT
    record = {
        "revision": copy.revision,
        "format": file_format,
        "edition": edition.name if has_pages else "",
        "stamp": _on_drafts(copy, stamp) if has_pages else "",
        "made_by": actor,
    }
    speech.exports.get_or_create(**record)
    return file


def pdf_file(copy: Copy, edition: Edition, stamp: str = "") -> File:
    """The pages as PDF, painted once; `stamp` is printed on drafts only.

    Raises FontError or ExportError with a sentence.
    """
    book, stamp = fonts(edition), _on_drafts(copy, stamp)

    def painted() -> bytes:
        pages, marks = copy.pages(edition), copy.is_draft
        return pdf(
            pages, book, title=copy.title, author=copy.author, draft_marks=marks, stamp=stamp
        )

    content = storing.kept(fingerprint(copy, edition, book, stamp), painted)
    return File(file_name(copy, FileFormat.PDF, edition, stamp), content, "application/pdf")


def docx_file(copy: Copy, edition: Edition, stamp: str = "") -> File:
    """The pages as a document for Word and WPS."""
    stamp = _on_drafts(copy, stamp)
    pages, marks = copy.pages(edition), copy.is_draft
    content = docx(pages, title=copy.title, author=copy.author, draft_marks=marks, stamp=stamp)
    return File(file_name(copy, FileFormat.DOCX, edition, stamp), content, WORD)


def text_file(copy: Copy) -> File:
    """The text alone, a paragraph a line: it has neither pages nor a stamp."""
    content = text(copy.document).encode()
    return File(file_name(copy, FileFormat.TXT), content, "text/plain; charset=utf-8")


def html_file(copy: Copy, edition: Edition, stamp: str = "") -> File:
    """The pages as one file for a browser that needs nothing besides."""
    stamp = _on_drafts(copy, stamp)
    pages, marks = copy.pages(edition), copy.is_draft
    content = document_html(pages, title=copy.title, marks=marks, stamp=stamp).encode()
    name = file_name(copy, FileFormat.HTML, edition, stamp)
    return File(name, content, "text/html; charset=utf-8")


FORMATS: Mapping[str, Callable[[Copy, Edition, str], File]] = MappingProxyType(
    {
        FileFormat.PDF: pdf_file,
        FileFormat.DOCX: docx_file,
        FileFormat.TXT: lambda copy, *_: text_file(copy),
        FileFormat.HTML: html_file,
    }
)


def file_name(copy: Copy, extension: str, edition: Edition = STANDARD, stamp: str = "") -> str:
    """题名_大字版_送审稿_v3_2020-07-30.pdf; what is as usual or missing is left out."""
    told = ("" if edition.key == STANDARD.key else edition.name, stamp)
    form = "".join(f"_{_UNFIT.sub('_', each)}" for each in told if each)
    room = LONGEST_TITLE - len(form.encode())
    title = fit_for_a_file(copy.title, room) or "讲话稿"
    date = f"_{copy.date.isoformat()}" if copy.date else ""
    return f"{title}{form}_v{copy.revision}{date}.{extension}"


def fit_for_a_file(name: str, room: int = LONGEST_TITLE) -> str:
    """`name` without what file systems refuse, in at most `room` bytes."""
    encoded = _UNFIT.sub("_", name).encode()[:room]
    return encoded.decode(errors="ignore").strip(" .")


def _on_drafts(copy: Copy, stamp: str) -> str:
    return stamp if copy.is_draft else ""
