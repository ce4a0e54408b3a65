"""A process that works at a speech: `python -m tests.concurrency.worker VERB WORD …`.

It says when it is ready, waits for the word to go, and answers in one line of JSON. An error that
it does not know ends it, and the test with it.
"""

import json
import random
import sys
import time
import uuid
from collections.abc import Callable
from typing import Any

import django

django.setup()

from speeches.forms.once import created_once  # noqa: E402 - models need django.setup()
from speeches.models import Figure, History, Meeting, Node, Speech  # noqa: E402
from speeches.services import ledger, outlining, saving  # noqa: E402
from speeches.services.refusals import Conflict, Gone, OutOfPlace  # noqa: E402
from tests import factories  # noqa: E402

TEXTS: dict[str, tuple[Any, str]] = {"node": (Node, "body"), "meeting": (Meeting, "purpose")}
READING = 0.005  # seconds between seeing a text and saving another: there others come in


def prepare(points: int) -> dict[str, Any]:
    """A speech of two parts, `points` points under each."""
    speech = factories.speech()
    parts = [factories.node(speech, heading) for heading in ("成绩", "任务")]
    keys = [factories.node(part, f"要点{n}").pk for part in parts for n in range(points)]
    return {
        "meeting": speech.meeting_id,
        "speech": speech.pk,
        "parts": [part.pk for part in parts],
        "points": keys,
    }


def save(table: str, key: int, worker: int, attempts: int) -> dict[str, list[str]]:
    """Save a text of its own `attempts` times over whatever version it sees."""
    model, field = TEXTS[table]
    outcome: dict[str, list[str]] = {"saved": [], "conflicts": []}
    for attempt in range(attempts):
        row, text = model.objects.get(pk=key), f"第{worker}人第{attempt}次"
        time.sleep(READING)
        try:
            saving.save(row, {field: text}, seen=row.version, actor=None)
            outcome["saved"].append(text)
        except Conflict as conflict:
            outcome["conflicts"] += [difference.mine for difference in conflict.differences]
    return outcome


def rearrange(speech_key: int, seed: int, attempts: int) -> dict[str, Any]:
    """Add, move, reorder, delete and restore at random; the keys of what was added."""
    chance, speech = random.Random(seed), Speech.objects.get(pk=speech_key)  # noqa: S311 - no secret
    verbs = (_add, _move, _reorder, _delete_and_restore)
    added: list[int] = []
    refused = 0
    for _ in range(attempts):
        try:
            added += chance.choice(verbs)(speech, chance)
        except (OutOfPlace, Gone):
            refused += 1
    return {"added": added, "refused": refused}


def _some_part(speech: Speech, chance: random.Random) -> Node:
    return chance.choice(list(Node.objects.siblings_under(speech.pk, None)))


def _some_point(speech: Speech, chance: random.Random) -> Node:
    return chance.choice(list(Node.objects.living().filter(speech=speech, parent__isnull=False)))


def _add(speech: Speech, chance: random.Random) -> list[int]:
    part = _some_part(speech, chance)
    place = chance.choice((None, 1, 3))
    return [outlining.add_node(speech, part, actor=None, position=place, heading="新").pk]


def _move(speech: Speech, chance: random.Random) -> list[int]:
    target = chance.choice((_some_part(speech, chance), _some_point(speech, chance)))
    outlining.move(_some_point(speech, chance), target, chance.choice((None, 1, 2)), actor=None)
    return []


def _reorder(speech: Speech, chance: random.Random) -> list[int]:
    part = _some_part(speech, chance)
    keys = list(Node.objects.siblings_under(speech.pk, part.pk).values_list("pk", flat=True))
    chance.shuffle(keys)
    outlining.reorder(speech, part, keys, actor=None)
    return []


def _delete_and_restore(speech: Speech, chance: random.Random) -> list[int]:
    point = _some_point(speech, chance)
    outlining.delete_node(point, actor=None)
    outlining.restore_node(point, actor=None)
    return []


def enter(speech_key: int, *keys: str) -> list[list[Any]]:
    """Send a form for a new figure for every one-time key: the row it made or found, and which."""
    speech = Speech.objects.get(pk=speech_key)
    return [list(_enter(speech, uuid.UUID(key))) for key in keys]


def _enter(speech: Speech, once: uuid.UUID) -> tuple[int, bool]:
    fields = {"name": f"数据{once.hex}", "once": once}
    row, is_first = created_once(
        Figure, once, lambda: ledger.add_figure(speech, actor=None, **fields)
    )
    return row.pk, is_first


def quote(speech_key: int, point: int, *names: str) -> list[int]:
    """Figures with these names, and a point that quotes them; the keys of the figures."""
    speech, node = Speech.objects.get(pk=speech_key), Node.objects.get(pk=point)
    text = "、".join(f"{{ {name} }}" for name in names)
    saving.save(node, {"body": text}, seen=node.version, actor=None)
    return [factories.figure(speech, name).pk for name in names]


def rename(figure_key: int, names: str) -> int:
    """Give a figure these names in turn, whatever others do meanwhile; how often it was given."""
    given = 0
    for name in names.split("、"):
        figure = Figure.objects.get(pk=figure_key)
        given += ledger.change_figure(figure, {"name": name}, seen=figure.version, actor=None)
    return given


def texts(table: str, *keys: int) -> list[dict[str, Any]]:
    """Of each row, by key: its text and every text that was replaced, and its version."""
    model, field = TEXTS[table]
    return [_texts(row, table, field) for row in model.objects.filter(pk__in=keys).order_by("pk")]


def _texts(row: Any, table: str, field: str) -> dict[str, Any]:
    replaced = History.objects.of(table, row.pk).values_list("replaced", flat=True)
    return {"texts": [*replaced, getattr(row, field)], "version": row.version}


def revision(speech_key: int) -> int:
    return Speech.objects.get(pk=speech_key).revision


def outline(speech_key: int) -> list[list[Any]]:
    """Key, parent and position of every living node."""
    rows = Node.objects.living().filter(speech=speech_key)
    return [list(row) for row in rows.values_list("pk", "parent", "position")]


_ALL = (prepare, save, rearrange, enter, quote, rename, texts, revision, outline)
VERBS: dict[str, Callable[..., Any]] = {verb.__name__: verb for verb in _ALL}

if __name__ == "__main__":
    print("ready", flush=True)  # noqa: T201 - this is how the test is answered
    sys.stdin.readline()
    name, *words = sys.argv[1:]
    known = [int(word) if word.isdigit() else word for word in words]
    print(json.dumps(VERBS[name](*known)))  # noqa: T201
