"""Which version people hold: leaders the final copy, others what was exported; and what since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from speeches.models import Export, FinalCopy, Speech
from speeches.services.copies import Copy

Row = TypeVar("Row", FinalCopy, Export)


@dataclass(frozen=True, slots=True)
class Held(Generic[Row]):
    """A version in people's hands, and how many changes the text has had since."""

    row: Row
    changes: int

    @property
    def since(self) -> str:
        return f"之后改过{self.changes}次" if self.changes else "之后没有改过"


def leaders_copy(speech: Speech, copy: Copy) -> Held[FinalCopy] | None:
    """What leaders read while the speech is a draft again; None where that is `copy` itself, or
    there is nothing to read yet."""
    if not copy.is_draft:
        return None
    final = speech.final_copies.defer("document").order_by("-revision").first()
    # One more stands for the reopening, which changes no text.
    return Held(final, copy.revision - final.revision - 1) if final else None


def last_export(speech: Speech, copy: Copy) -> Held[Export] | None:
    """What was had as a file last; reopenings since then changed no text."""
    last = speech.exports.select_related("made_by").first()
    if last is None:
        return None
    reopened = speech.final_copies.filter(reopened_at__isnull=False)
    between = reopened.filter(revision__gte=last.revision, revision__lt=copy.revision).count()
    return Held(last, copy.revision - last.revision - between)
