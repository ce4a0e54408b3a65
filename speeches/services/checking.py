"""What a bureau brings to the checks, and which rules do not run for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from speeches.checks import settings
from speeches.checks.registry import BY_ID
from speeches.checks.settings import Settings
from speeches.checks.words import BadWords, Entry, List, ours
from speeches.models import Bureau, Department, Person, RuleOff, User, Word
from speeches.services.managing import held, named_once

Own = dict[List, list[Entry]]


class UnknownRule(Exception):
    """No rule has this id."""


def settings_of(bureau: Bureau, *, file_name: str = "") -> Settings:
    """The bureau's own rules, words, people and divisions, in four queries.

    `file_name` is what the file of the speech is called, without its ending.
    """
    off = RuleOff.objects.filter(bureau=bureau)
    words = Word.objects.filter(bureau=bureau)
    people = Person.objects.filter(bureau=bureau)
    departments = Department.objects.filter(bureau=bureau)
    return Settings(
        off=frozenset(off.values_list("rule", flat=True)),
        words=ours().joined(_own(words)),
        people=tuple(_holder(order, each) for order, each in enumerate(people, start=1)),
        bureau=tuple(filter(None, (bureau.name, bureau.short_name))),
        departments=tuple(departments.values_list("name", flat=True)),
        file_name=file_name,
    )


def _holder(order: int, row: Person) -> settings.Person:
    return settings.Person(row.name, row.post, order, row.since, row.until)


# --- Words -----------------------------------------------------------------------------------


def add_word(bureau_key: int, *, actor: User | None, **fields: str) -> Word:
    """An entry of the bureau's own. Raises ValidationError by field."""
    word = Word(bureau_id=bureau_key, added_by=actor, **fields)
    with held(bureau_key):
        check_word(word)
        with named_once(Word):
            word.save(force_insert=True)
    return word


def check_word(word: Word) -> None:
    """Refuse what would mark right words, or what the next check reports again.

    Raises ValidationError at the field `term`, or `right` where that is at fault.
    """
    others = Word.objects.filter(bureau=word.bureau_id).exclude(pk=word.pk)
    words = ours().joined(_own(others.exclude(list=word.list, term=word.term)))
    try:
        words.with_own({List(word.list): [_entry(word)]})
    except BadWords as refused:
        field = "right" if "正确写法" in str(refused) else "term"
        raise ValidationError({field: str(refused)}) from refused


def _own(rows: Iterable[Word]) -> Own:
    own: Own = defaultdict(list)
    for row in rows:
        own[List(row.list)].append(_entry(row))
    return own


def _entry(row: Word) -> Entry:
    return Entry(term=row.term, right=row.right, source=row.source)


# --- Rules -----------------------------------------------------------------------------------


def switch_off(bureau: Bureau, rule: str, *, reason: str, actor: User | None) -> bool:
    """The rule does not run for the bureau; tell whether it did until now.

    Raises UnknownRule. Of a rule that is off already the first reason stays.
    """
    if rule not in BY_ID:
        raise UnknownRule(rule)
    told = {"reason": reason, "by": actor}
    return RuleOff.objects.get_or_create(bureau=bureau, rule=rule, defaults=told)[1]


def switch_on(bureau: Bureau, rule: str) -> bool:
    """The rule runs again; tell whether it was off."""
    return bool(RuleOff.objects.filter(bureau=bureau, rule=rule).delete()[0])
