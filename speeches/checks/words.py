"""The word lists that checks read: ours (data/*.toml), and a bureau's own on top of them.

A list is validated when it is loaded, and a bureau's entry when it is saved: a list that is wrong
marks what is right, and people switch the checks off.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from operator import add
from pathlib import Path
from typing import Any

from speeches.checks.entries import LABELS, MENDED, OWN, BadWords, Entry, Found, List, faults

__all__ = ["LABELS", "OWN", "BadWords", "Entry", "Finder", "Found", "List", "Words", "ours", "read"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class _Sought:
    """An entry as the finder needs it; `around`: (how far before it, the longer word)."""

    list: List
    entry: Entry
    around: tuple[tuple[int, str], ...]

    def stands_at(self, text: str, start: int) -> bool:
        return text.startswith(self.entry.term, start) and not any(
            start >= before and text.startswith(longer, start - before)
            for before, longer in self.around
        )


class Finder:
    """Finds the entries of all lists in one pass: two characters tell whether to look closer."""

    def __init__(self, entries: Iterable[tuple[List, Entry]]) -> None:
        self._heads: dict[str, list[_Sought]] = {}
        for of_list, entry in sorted(entries, key=lambda pair: -len(pair[1].term)):
            sought = _Sought(of_list, entry, tuple(_around(entry)))
            self._heads.setdefault(entry.term[:2], []).append(sought)

    def find(self, text: str) -> Iterator[Found]:
        """What stands in `text`, in order; of each list the longest, and no two that overlap."""
        heads = self._heads
        ends: dict[List, int] = {}
        for start, pair in enumerate(map(add, text, text[1:])):
            if pair in heads:
                for sought in heads[pair]:
                    if start >= ends.get(sought.list, 0) and sought.stands_at(text, start):
                        end = ends[sought.list] = start + len(sought.entry.term)
                        yield Found(sought.list, sought.entry, start, end)


@dataclass(frozen=True, eq=False)
class Words:
    """All lists. Immutable: a bureau's are a new value, and only the same value equals it."""

    lists: Mapping[List, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    def of(self, of_list: List) -> tuple[Entry, ...]:
        """The entries of a list, ours first."""
        return self.lists.get(of_list, ())

    @cached_property
    def finder(self) -> Finder:
        """For one pass over a text; made once."""
        return Finder((of_list, entry) for of_list in List for entry in self.of(of_list))

    def find(self, text: str) -> Iterator[Found]:
        """What of all lists stands in `text`, in order (`Finder.find`)."""
        return self.finder.find(text)

    def joined(self, own: Mapping[List, Iterable[Entry]]) -> Words:
        """With a bureau's entries, which were validated when saved; one of ours gives way."""
        if not own:
            return self  # whose finder has been built before
        lists = dict(self.lists)
        for of_list, entries in own.items():
            added = tuple(entries)
            theirs = {entry.term for entry in added}
            ours_left = tuple(entry for entry in self.of(of_list) if entry.term not in theirs)
            lists[of_list] = ours_left + added
        return Words(lists)

    def with_own(self, own: Mapping[List, Iterable[Entry]]) -> Words:
        """The same, validated. Raises BadWords with a sentence for the person who adds it."""
        told = {of_list: tuple(entries) for of_list, entries in own.items()}
        for of_list, entries in told.items():
            _refuse_wrong(of_list, entries)
        joined = self.joined(told)
        for of_list, entries in told.items():
            _refuse_wrong_again(joined, of_list, entries)
        return joined


@cache
def ours() -> Words:
    """The lists that ship with the app."""
    return Words().with_own(
        {of_list: read(of_list, (DATA / f"{of_list}.toml").read_bytes()) for of_list in List}
    )


def read(of_list: List, told: bytes) -> tuple[Entry, ...]:
    """The entries of a file: `[[from]]` tables, each with the `source` of all its words.

    `pairs` say wrong = right, `terms` are words alone, `words` say what else an entry has. Raises
    BadWords for keys that mean nothing.
    """
    file = tomllib.loads(told.decode())
    _expect(of_list, file, {"from"})
    return tuple(entry for group in file.get("from", ()) for entry in _entries(of_list, group))


_KEYS = {of_entry.name for of_entry in fields(Entry)} - {"source"}


def _entries(of_list: List, group: Mapping[str, Any]) -> Iterator[Entry]:
    _expect(of_list, group, {"source", "pairs", "terms", "words"}, {"source"})
    source = group["source"]
    for term in group.get("terms", ()):
        yield Entry(term, source=source)
    for term, right in group.get("pairs", {}).items():
        yield Entry(term, right, source)
    for word in group.get("words", ()):
        _expect(of_list, word, _KEYS, {"term"})
        told = dict(word)
        yield Entry(source=source, unless=tuple(told.pop("unless", ())), **told)


def _expect(
    of_list: List, told: Mapping[str, Any], known: set[str], needed: Iterable[str] = ()
) -> None:
    if unknown := told.keys() - known:
        raise BadWords(f"“{LABELS[of_list]}”里有不认识的项：{'、'.join(sorted(unknown))}。")
    if missing := set(needed) - told.keys():
        raise BadWords(f"“{LABELS[of_list]}”里缺少：{'、'.join(sorted(missing))}。")


def _around(entry: Entry) -> Iterator[tuple[int, str]]:
    """Each place of the term in the longer words in which it is right."""
    for longer in entry.unless:
        before = longer.find(entry.term)
        while before >= 0:
            yield before, longer
            before = longer.find(entry.term, before + 1)


def _refuse_wrong(of_list: List, entries: Iterable[Entry]) -> None:
    """What can be said of the entries without looking at other lists."""
    seen: set[str] = set()
    for entry in entries:
        for wrong in faults(of_list, entry):
            raise BadWords(f"“{LABELS[of_list]}”里的“{entry.term}”{wrong}")
        if entry.term in seen:
            raise BadWords(f"“{LABELS[of_list]}”里已经有“{entry.term}”，不用再加。")
        seen.add(entry.term)


def _refuse_wrong_again(words: Words, of_list: List, entries: Iterable[Entry]) -> None:
    """A fix must not write what the next check reports."""
    for entry in entries if of_list in MENDED else ():
        for found in words.find(entry.right):
            if found.list in MENDED:
                raise BadWords(
                    f"“{LABELS[of_list]}”里“{entry.term}”的正确写法“{entry.right}”"
                    f"含有要改的词“{found.entry.term}”，请改正。"
                )
