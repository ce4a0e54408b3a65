"""Where the texts of a speech quote a name, and another name written in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from speeches.document import tokens
from speeches.document.facts import Row
from speeches.models import Node, Speech, User
from speeches.services.ancestry import Ancestry
from speeches.services.saving import overwrite

TITLE_BLOCK = ("title", "subtitle", "speaker", "post", "date_note", "salutation")
TEXTS: dict[type[Speech | Node], tuple[str, ...]] = {
    Speech: (*TITLE_BLOCK, "opening", "closing"),
    Node: ("heading", "body", "tail"),
}
LONGEST_LABEL = 16  # characters of a heading that still name it


@dataclass(frozen=True, slots=True)
class Place:
    """A text that quotes something: a field of the speech, or a node; `words` say which.

    `in_bin`: a node that is deleted, or stands under one that is.
    """

    row: Speech | Node
    field: str
    words: str
    in_bin: bool = False

    @property
    def key(self) -> Row:
        return Row(self.row._meta.model_name or "", self.row.pk)


Places = dict[str, list[Place]]


def quotations(speech: Speech) -> Places:
    """By name, as `tokens.key` writes it, the places that quote it: one query.

    In the order of the speech's fields, then of the rows; a node is one place, however often.
    """
    nodes = {node.pk: node for node in Node.objects.filter(speech=speech)}
    ancestry = Ancestry(
        {key: node.parent_id for key, node in nodes.items()},
        frozenset(key for key, node in nodes.items() if node.deleted_at),
    )
    found: Places = defaultdict(list)
    for field in TEXTS[Speech]:
        for name in _named(speech, [field]):
            label = str(Speech._meta.get_field(field).verbose_name)
            found[name].append(Place(speech, field, label))
    for node in _in_order(nodes.values(), ancestry):
        for name in _named(node, TEXTS[Node]):
            chain = [nodes[key] for key in reversed(ancestry.upwards(node.pk))]
            in_bin = not ancestry.is_standing(node.pk)
            words = " › ".join(_label(above) for above in chain)
            found[name].append(Place(node, "", words, in_bin))
    return dict(found)


def in_text(places: Iterable[Place]) -> list[Place]:
    """Those that stand in the speech, not in its bin."""
    return [place for place in places if not place.in_bin]


def rename(speech_key: int, old: str, new: str, *, actor: User | None) -> None:
    """Let every text that quotes `old` quote `new`, in the bin too; nothing else is touched.

    Part of a change of the speech that has begun (`saving.change_of`). Every row that it rewrites
    gets a new version and its History. Raises ValidationError where a text has no room.
    """
    nodes = Node.objects.filter(speech=speech_key).order_by("pk")
    for row in (Speech.objects.get(pk=speech_key), *nodes):
        before = {field: getattr(row, field) for field in TEXTS[type(row)]}
        after = {field: tokens.renamed(text, old, new) for field, text in before.items()}
        texts = {field: text for field, text in after.items() if text != before[field]}
        if texts:
            _overwrite(row, texts, actor)


def _overwrite(row: Speech | Node, texts: dict[str, str], actor: User | None) -> None:
    try:
        overwrite(row, texts, actor=actor)
    except ValidationError as error:
        field = str(row._meta.get_field(min(error.error_dict)).verbose_name)
        where = f"“{_label(row)}”的{field}" if isinstance(row, Node) else field
        raise ValidationError(
            {"name": f"换成这个名称后，{where}就太长了，放不下。请换一个短些的名称，或先改短那里。"}
        ) from error


def _named(row: Speech | Node, fields: Iterable[str]) -> list[str]:
    """The names that these fields quote, each once, in order."""
    return list(
        dict.fromkeys(name for field in fields for name in tokens.names(getattr(row, field)))
    )


def _in_order(nodes: Iterable[Node], ancestry: Ancestry) -> list[Node]:
    """As they are read: parents before their children, siblings by position."""
    place = {node.pk: (node.position, node.pk) for node in nodes}
    return sorted(
        nodes, key=lambda node: [place[key] for key in reversed(ancestry.upwards(node.pk))]
    )


def _worded(text: str) -> str:
    """A text to be recognised by: a figure by its name, without what only the pages can say."""
    pieces = (each for each in tokens.split(text) if not tokens.is_reserved(each.name or ""))
    return "".join(each.text if each.name is None else each.name for each in pieces).strip()


def _label(node: Node) -> str:
    """What a person knows a node by: its heading, or how its text begins, or its kind."""
    first = node.body.strip().partition("\n")[0]
    text = _worded(node.heading) or _worded(first) or node.get_kind_display()
    return text if len(text) <= LONGEST_LABEL else text[:LONGEST_LABEL] + "…"
