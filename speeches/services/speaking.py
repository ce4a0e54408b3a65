"""How fast people speak: the setting of their account."""

from __future__ import annotations

from speeches.document.language import PACE
from speeches.enums import UserRole
from speeches.models import Speech, User


def pace_of(speech: Speech) -> int:
    """Characters a minute: the speaker's own where the speaker has an account."""
    return paces(speech.meeting.bureau_id).get(speech.speaker.strip(), PACE)


def paces(bureau_id: int) -> dict[str, int]:
    """Characters a minute by name, of a bureau's leaders: one query."""
    leaders = User.objects.filter(bureau=bureau_id, role=UserRole.LEADER)
    named = leaders.exclude(name="").order_by("-pk")  # of namesakes the first
    return dict(named.values_list("name", "pace"))
