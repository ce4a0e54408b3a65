"""Items that stand inside a paragraph: 一是…；二是…。 and what leads to them and follows them.

A list is one only if it counts up, each number at the head of a clause; the mark before a spoken
number may be forgotten (…规定任务二要…). Jumps and repetitions are kept as they come.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from speeches.importing.numbers import LAST, Form, Number

_SENTENCE_END = re.compile("[。！？][”’）》]*")
_STRONG = "。；！？;!?"
_PLAIN = (Form.SHI, Form.YAO, Form.DI)  # the numbers that people lose and mistype
_JUMP = 3  # how far numbers may leap and still belong to one list
_DEPTH = 3  # lists inside lists inside lists


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a stretch of text: its numbers and where its last item ends."""

    numbers: tuple[Number, ...]
    end: int

    def stretches(self) -> list[tuple[Number, int]]:
        """Each number with the end of its item."""
        ends = [*(number.start for number in self.numbers[1:]), self.end]
        return list(zip(self.numbers, ends, strict=True))


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, `depth` lists deep from 1; `end` is where its own text ends.

    Without a number: what stands behind a list at that depth, from `start` to `end`.
    """

    start: int
    end: int
    depth: int
    number: Number | None = None


def items_in(text: str, numbers: Sequence[Number], start: int = 0) -> list[Item]:
    """The items in ``text[start:]`` in order, each before the ones inside it; [] where none are.

    `numbers` are those of the whole text. From the first item on nothing is left out.
    """
    return _items(text, numbers, (start, len(text)), depth=1, above=frozenset())


def _items(
    text: str,
    numbers: Sequence[Number],
    stretch: tuple[int, int],
    *,
    depth: int,
    above: frozenset[Form],
) -> list[Item]:
    """`above`: forms of the lists around; inside them the same form is no list."""
    inside = [n for n in numbers if stretch[0] <= n.start and n.end < stretch[1]]
    listing = _first_listing(text, [n for n in inside if n.form not in above], stretch)
    if listing is None:
        return []
    found: list[Item] = []
    form = listing.numbers[0].form
    for number, end in listing.stretches():
        below: list[Item] = []
        if depth < _DEPTH:
            below = _items(text, inside, (number.end, end), depth=depth + 1, above=above | {form})
        own_end = below[0].start if below else end
        found += [Item(number.start, own_end, depth, number), *below]
    if listing.end < stretch[1]:
        found.append(Item(listing.end, stretch[1], depth))
    return found


def _first_listing(
    text: str, numbers: Sequence[Number], stretch: tuple[int, int]
) -> Listing | None:
    """Of the lists of all forms the one that begins first."""
    by_form: dict[Form, list[Number]] = {}
    for number in numbers:
        by_form.setdefault(number.form, []).append(number)
    chains = [chain for form, same in by_form.items() if (chain := _chain(form, same, text))]
    if not chains:
        return None
    chain = min(chains, key=lambda each: each[0].start)
    listing = Listing(tuple(chain), stretch[1])
    return Listing(listing.numbers, _end_of_last(text, listing))


def _chain(form: Form, numbers: Sequence[Number], text: str) -> list[Number]:
    """The numbers that count up, from the first that opens a clause; [] if they are no list."""
    opening = _opening(form, numbers)
    if opening is None:
        return []
    chain = [numbers[opening]]
    rest = numbers[opening + 1 :]
    at_clauses = _next_at_clauses(rest)
    for index, number in enumerate(rest):
        last = chain[-1].value
        if number.value == 1 and number.opens_clause:
            break
        if _continues(form, number, last, text) and (
            number.opens_clause or last + 1 not in at_clauses[index]
        ):
            chain.append(number)
    is_list = len(chain) > 1 and all(_says_enough(text, *pair) for pair in pairwise(chain))
    return chain if is_list else []


def _opening(form: Form, numbers: Sequence[Number]) -> int | None:
    """Where a list begins: at 1, or at 二是 where 一是 was lost and 三是 follows."""
    if form is Form.PART:
        return None
    values = [number.value for number in numbers]
    wanted = 1
    if 1 not in values and form in _PLAIN and 3 in values:
        wanted = 2
    for index, number in enumerate(numbers):
        if number.value == wanted and number.opens_clause:
            return index
    return None


def _next_at_clauses(numbers: Sequence[Number]) -> list[frozenset[int]]:
    """For each number, the values that open a clause behind it, up to where counting restarts."""
    behind: frozenset[int] = frozenset()
    sets = []
    for number in reversed(numbers):
        sets.append(behind)
        if number.opens_clause:
            behind = frozenset() if number.value == 1 else behind | {number.value}
    return sets[::-1]


def _continues(form: Form, number: Number, last: int, text: str) -> bool:
    if number.value == last + 1 or (number.value == LAST and last > 1):
        return number.opens_clause or (form in (Form.SHI, Form.YAO) and number.may_open)
    is_plain = form in _PLAIN and number.opens_clause
    is_near = last <= number.value <= last + _JUMP
    return is_plain and is_near and text[number.start - 1] in _STRONG


def _says_enough(text: str, number: Number, following: Number) -> bool:
    """一是一、二是二: what stands between two numbers is no item."""
    said = text[number.end : following.start]
    return sum(character.isalnum() for character in said) > (1 if number.form.is_spoken else 0)


def _end_of_last(text: str, listing: Listing) -> int:
    """If ； or ， divides the items, the last ends with its sentence, else with the stretch."""
    before = [text[n.end : end].rstrip() for n, end in listing.stretches()[:-1]]
    if not all(item.endswith(("；", "，", ";")) and "。" not in item for item in before):
        return listing.end
    sentence = _SENTENCE_END.search(text, listing.numbers[-1].end, listing.end)
    return sentence.end() if sentence else listing.end
