"""From a speech to a text that can be shown, printed or sent: the draft, or a final copy."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache

from speeches.document.assemble import assemble
from speeches.document.codec import document_from_json
from speeches.document.facts import SpeechFacts
from speeches.document.language import duration, length, spoken
from speeches.document.tree import Document, Role
from speeches.enums import SpeechState
from speeches.models import FinalCopy, Speech
from speeches.services.facts import facts_of
from speeches.services.fonts import metrics
from speeches.typeset.edition import Edition
from speeches.typeset.pages import Pages, typeset


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
    def author(self) -> str:
        """Who gives the speech, as files name it."""
        return self.document.role_text(Role.SPEAKER)

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

    def pages(self, edition: Edition) -> Pages:
        """The pages with the fonts of this site; they are set anew at every call."""
        return typeset(self.document, edition, metrics(edition))


def current_copy(speech: Speech, facts: SpeechFacts | None = None) -> Copy:
    """The speech as it stands now; of a final one that is its final copy.

    `facts` are those of this moment where they are at hand.
    """
    if speech.state == SpeechState.FINAL:
        final = speech.final_copies.filter(reopened_at__isnull=True).first()
        if final:  # else it was reopened a moment ago
            return kept_copy(final)
    if facts:
        return Copy(_assembled(facts), speech.revision, facts.date, is_draft=True)
    return _draft_copy(speech)


def kept_copy(final: FinalCopy) -> Copy:
    """The text as it was marked final, whatever has become of the speech since."""
    return Copy(
        document=document_from_json(final.document),
        revision=final.revision,
        date=final.date,
        is_draft=False,
    )


@lru_cache(maxsize=8)
def _assembled(facts: SpeechFacts) -> Document:
    """Most requests ask for a text that has not changed since the last one."""
    return assemble(facts)


def _draft_copy(speech: Speech) -> Copy:
    """The draft with the revision that it really is: every change counts that up, so a text read
    between two equal revisions belongs to them."""
    while True:
        facts = facts_of(speech)
        now = Speech.objects.values_list("revision", flat=True).get(pk=speech.pk)
        if now == speech.revision:
            return Copy(_assembled(facts), now, facts.date, is_draft=True)
        speech.refresh_from_db()
