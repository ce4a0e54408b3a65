"""From a speech to files: which document, in which edition, with which fonts, under which name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.conf import settings

from speeches.document.assemble import assemble
from speeches.document.codec import document_from_json
from speeches.document.tree import Document, Role
from speeches.enums import SpeechState
from speeches.export.html import document_html
from speeches.export.pdf import pdf
from speeches.export.text import text
from speeches.models import FinalCopy, Speech
from speeches.services.facts import facts_of
from speeches.typeset import fonts as faces
from speeches.typeset.edition import STANDARD
from speeches.typeset.fonts import FontBook, FontError
from speeches.typeset.pages import Pages, typeset

EDITION = STANDARD
LONGEST_TITLE = 180  # bytes of the 255 that file systems allow a name
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]+')


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that can leave the site: a draft as it stands now, or a final copy."""

    document: Document
    revision: int
    date: datetime.date | None
    is_draft: bool

    @property
    def title(self) -> str:
        """The title as it prints, in one line."""
        return self.document.role_text(Role.TITLE).replace("\n", "")

    @property
    def state(self) -> str:
        state = SpeechState.DRAFT if self.is_draft else SpeechState.FINAL
        return f"{state.label} · 第{self.revision}稿"

    @property
    def length(self) -> str:
        """How many characters the text has, blanks not counted: 4,638字."""
        count = sum(not char.isspace() for block in self.document.blocks for char in block.text)
        return f"{count:,}字"

    def pages(self) -> Pages:
        return typeset(self.document, EDITION)


@dataclass(frozen=True, slots=True)
class File:
    """What a person receives."""

    name: str
    content: bytes
    content_type: str


def current_copy(speech: Speech) -> Copy:
    """The speech as it stands now; of a final one that is its final copy."""
    if speech.state == SpeechState.FINAL:
        final = speech.final_copies.filter(reopened_at__isnull=True).first()
        if final:  # else it was reopened a moment ago
            return kept_copy(final)
    return _draft_copy(speech)


def _draft_copy(speech: Speech) -> Copy:
    """The draft with the revision that it really is: every change counts that up, so a text read
    between two equal revisions belongs to them."""
    while True:
        facts = facts_of(speech)
        before = speech.revision
        speech.refresh_from_db()
        if speech.revision == before:
            return Copy(assemble(facts), before, facts.date, is_draft=True)


def kept_copy(final: FinalCopy) -> Copy:
    """The text as it was marked final, whatever has become of the speech since."""
    return Copy(
        document=document_from_json(final.document),
        revision=final.revision,
        date=final.date,
        is_draft=False,
    )


def fonts() -> FontBook:
    """The fonts of this machine, the bureau's own first. Raises FontError with a sentence."""
    return faces.find_fonts(settings.FONT_DIRS, faces.SYSTEM_FOLDERS)


def font_trouble() -> str:
    """Why no PDF can be made on this machine, in a sentence; empty where it can."""
    try:
        fonts()
    except FontError as error:
        return str(error)
    return ""


def pdf_file(copy: Copy) -> File:
    """The pages as PDF. Raises FontError or ExportError with a sentence."""
    author = copy.document.role_text(Role.SPEAKER)
    content = pdf(copy.pages(), fonts(), title=copy.title, author=author, draft_marks=copy.is_draft)
    return File(file_name(copy, "pdf"), content, "application/pdf")


def text_file(copy: Copy) -> File:
    """The text alone, a paragraph a line."""
    content = text(copy.document).encode()
    return File(file_name(copy, "txt"), content, "text/plain; charset=utf-8")


def html_file(copy: Copy) -> File:
    """The pages as one file for a browser that needs nothing besides."""
    content = document_html(copy.pages(), title=copy.title, marks=copy.is_draft).encode()
    return File(file_name(copy, "html"), content, "text/html; charset=utf-8")


FORMATS: Mapping[str, Callable[[Copy], File]] = MappingProxyType(
    {"pdf": pdf_file, "txt": text_file, "html": html_file}
)


def file_name(copy: Copy, extension: str) -> str:
    """题名_v3_2020-07-30.pdf; without a date it is left out."""
    encoded = _UNFIT.sub("_", copy.title).encode()[:LONGEST_TITLE]
    title = encoded.decode(errors="ignore").strip(" .") or "讲话稿"
    date = f"_{copy.date.isoformat()}" if copy.date else ""
    return f"{title}_v{copy.revision}{date}.{extension}"
