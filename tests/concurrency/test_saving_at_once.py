"""Four processes at one row: none of their texts is lost, none of their errors unexplained."""

import uuid
from collections import Counter
from typing import Any

import pytest

from tests.concurrency.conftest import Processes

pytestmark = pytest.mark.database
WORKERS, ATTEMPTS = 4, 100


def all_told(outcomes: list[dict[str, list[str]]], after: dict[str, Any], attempts: int) -> None:
    """Every call was answered, every text that was saved is in the row or in its history."""
    saved = [text for outcome in outcomes for text in outcome["saved"]]
    conflicts = [text for outcome in outcomes for text in outcome["conflicts"]]
    assert len(saved) + len(conflicts) == attempts
    assert conflicts, "the processes never met: the test says nothing"
    assert Counter(after["texts"]) == Counter(["", *saved])
    assert after["version"] == 1 + len(saved)


def test_of_conflicting_saves_none_is_lost_and_none_unexplained(processes: Processes) -> None:
    speech = processes.run("prepare", 1)
    point = speech["points"][0]
    before = processes.run("revision", speech["speech"])

    outcomes = processes.together([("save", "node", point, n, ATTEMPTS) for n in range(WORKERS)])

    after = processes.run("texts", "node", point)[0]
    all_told(outcomes, after, WORKERS * ATTEMPTS)
    revision = processes.run("revision", speech["speech"])
    assert revision - before == after["version"] - 1


def test_a_meeting_and_its_speech_are_saved_at_once_without_a_deadlock(
    processes: Processes,
) -> None:
    """They lock the speech from two sides; see `saving`."""
    speech = processes.run("prepare", 1)
    rows = {"meeting": speech["meeting"], "node": speech["points"][0]}
    before = processes.run("revision", speech["speech"])

    commands = [("save", table, key, n, 25) for table, key in rows.items() for n in (1, 2)]
    outcomes = processes.together(commands)

    after = {table: processes.run("texts", table, key)[0] for table, key in rows.items()}
    all_told(outcomes[:2], after["meeting"], 50)
    all_told(outcomes[2:], after["node"], 50)
    revision = processes.run("revision", speech["speech"])
    assert revision - before == sum(answer["version"] - 1 for answer in after.values())


def test_a_form_sent_twice_at_the_same_moment_makes_one_row(processes: Processes) -> None:
    speech = processes.run("prepare", 1)
    command = ("enter", speech["speech"], *(uuid.uuid4() for _ in range(20)))
    for answers in zip(*processes.together([command] * WORKERS), strict=True):
        assert len({key for key, _ in answers}) == 1
        assert sum(is_first for _, is_first in answers) == 1


def test_two_figures_renamed_at_once_leave_both_new_names_in_the_text(processes: Processes) -> None:
    speech = processes.run("prepare", 1)
    point = speech["points"][0]
    keys = processes.run("quote", speech["speech"], point, "甲", "乙")
    names = [[f"{name}{n}" for n in range(25)] for name in "甲乙"]

    commands = [("rename", key, "、".join(each)) for key, each in zip(keys, names, strict=True)]
    assert processes.together(commands) == [25, 25]

    after = processes.run("texts", "node", point)[0]
    assert after["texts"][-1] == "{ 甲24 }、{ 乙24 }"
    assert (after["version"], len(after["texts"])) == (52, 52)


def test_places_stay_whole_whatever_is_done_at_once(processes: Processes) -> None:
    speech = processes.run("prepare", 5)

    outcomes = processes.together([("rearrange", speech["speech"], n, 25) for n in range(WORKERS)])

    rows = processes.run("outline", speech["speech"])
    added = [key for outcome in outcomes for key in outcome["added"]]
    assert {key for key, _, _ in rows} == {*speech["parts"], *speech["points"], *added}
    places = Counter((parent, position) for _, parent, position in rows)
    assert max(places.values()) == 1
    parents = {key: parent for key, parent, _ in rows}
    assert all(hangs_from_a_part(key, parents) for key in parents)


def hangs_from_a_part(key: int | None, parents: dict[int, int | None]) -> bool:
    for _ in parents:
        if key is None:
            return True
        key = parents[key]
    return False
