"""An outline as tests write and read it."""

from speeches.models import Node, Speech
from tests import factories


def points(part: Node, *headings: str) -> list[Node]:
    return [factories.node(part, heading) for heading in headings]


def order(parent: Node | Speech) -> str:
    """The headings of the living children, joined."""
    is_speech = isinstance(parent, Speech)
    speech_id = parent.pk if is_speech else parent.speech_id
    rows = Node.objects.siblings_under(speech_id, None if is_speech else parent.pk)
    return "".join(row.heading for row in rows)


def revision(speech: Speech) -> int:
    return Speech.objects.get(pk=speech.pk).revision
