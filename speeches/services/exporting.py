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
from speeches.document.facts import SpeechFacts
from speeches.document.language import duration, length, spoken
from speeches.document.tree import Document, Role
from speeches.enums import SpeechState
from speeches.export.embedding import GETA, substitutes
from speeches.export.html import document_html
from speeches.export.pdf import pdf
from speeches.export.text import text
from speeches.models import FinalCopy, Speech
from speeches.services.facts import facts_of
from speeches.typeset import fonts as faces
from speeches.typeset.edition import STANDARD
from speeches.typeset.fonts import PARTS, FontBook, FontError
from speeches.typeset.pages import Pages, typeset

EDITION = STANDARD
MANY = 12  # characters that a sentence names one by one
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
        """How many characters the text has: 4,638字."""
        return f"{self.characters:,}字"

    @property
    def characters(self) -> int:
        """字数, blanks not counted."""
        return sum(length(block.text) for block in self.document.blocks)

    @property
    def spoken(self) -> int:
        """The characters that are read aloud."""
        return spoken(self.document).total()

    def duration(self, pace: int) -> str:
        """How long it takes to say at `pace` characters a minute: 约26分钟."""
        return duration(self.spoken, pace)

    def pages(self) -> Pages:
        return typeset(self.document, EDITION)


@dataclass(frozen=True, slots=True)
class File:
    """What a person receives."""

    name: str
    content: bytes
    content_type: str


def current_copy(speech: Speech, facts: SpeechFacts | None = None) -> Copy:
    """The speech as it stands now; of a final one that is its final copy.

    `facts` are those of this moment where they are at hand.
    """
    if speech.state == SpeechState.FINAL:
        final = speech.final_copies.filter(reopened_at__isnull=True).first()
        if final:  # else it was reopened a moment ago
            return kept_copy(final)
    if facts:
        return Copy(assemble(facts), speech.revision, facts.date, is_draft=True)
    return _draft_copy(speech)


def _draft_copy(speech: Speech) -> Copy:
    """The draft with the revision that it really is: every change counts that up, so a text read
    between two equal revisions belongs to them."""
    while True:
        facts = facts_of(speech)
        now = Speech.objects.values_list("revision", flat=True).get(pk=speech.pk)
        if now == speech.revision:
            return Copy(assemble(facts), now, facts.date, is_draft=True)
        speech.refresh_from_db()


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


def font_note(copy: Copy) -> str:
    """Which characters the PDF prints in another font or as 〓, in a sentence; empty for none."""
    try:
        found = substitutes(copy.pages(), fonts())
    except FontError:
        return ""  # then there is no PDF: see `font_trouble`
    groups: dict[tuple[str, str], list[str]] = {}
    for face, character, font in found:
        group = (PARTS[face].chinese, font.family if font else "")
        groups.setdefault(group, []).append(character)
    return "".join(_substituted(*group, characters) for group, characters in groups.items())


def _substituted(face: str, family: str, characters: list[str]) -> str:
    """The first characters one by one; of many only their number besides."""
    named = "".join(f"“{character}”" for character in characters[:MANY])
    if len(characters) > MANY:
        named += f"等{len(characters)}个字"
    if family:
        return f"{face}里没有{named}，PDF 里用“{family}”字体代替。"
    return f"{face}和各种字体里都没有{named}，PDF 里印成“{GETA}”，请换一种写法。"


def pdf_file(copy: Copy, *, stamp: str = "") -> File:
    """The pages as PDF; `stamp` is printed on drafts only.

    Raises FontError or ExportError with a sentence.
    """
    content = pdf(
        copy.pages(),
        fonts(),
        title=copy.title,
        author=copy.document.role_text(Role.SPEAKER),
        draft_marks=copy.is_draft,
        stamp=stamp if copy.is_draft else "",
    )
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
