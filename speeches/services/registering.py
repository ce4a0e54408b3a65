"""人员名录: who enters it, at the end or with a whole list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from speeches.importing.register import Entry
from speeches.models import Person
from speeches.services.managing import held, last_position, named_once


def add_person(
    bureau_key: int,
    *,
    name: str,
    post: str,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Person:
    """The last of the list. Raises ValidationError where the person holds that post already."""
    with held(bureau_key), named_once(Person):
        at = last_position(Person, bureau_key) + 1
        times = {"since": since, "until": until}
        return Person.objects.create(
            bureau_id=bureau_key, name=name, post=post, position=at, **times
        )


def add_people(bureau_key: int, entries: Iterable[Entry]) -> int:
    """All of a list that are new, behind those that are there; how many that are.

    Sent twice it adds nobody twice.
    """
    with held(bureau_key):
        first = last_position(Person, bureau_key) + 1
        rows = [
            Person(
                bureau_id=bureau_key,
                name=entry.name,
                post=entry.post,
                position=position,
                since=entry.since,
                until=entry.until,
            )
            for position, entry in enumerate(unlisted(bureau_key, entries), start=first)
        ]
        Person.objects.bulk_create(rows)
    return len(rows)


def unlisted(bureau_key: int, entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries that the register does not hold with that post."""
    listed = set(Person.objects.filter(bureau=bureau_key).values_list("name", "post"))
    return [entry for entry in entries if (entry.name, entry.post) not in listed]


def delete_person(person: Person) -> None:
    """Deleting who is gone is no change."""
    Person.objects.filter(pk=person.pk).delete()
