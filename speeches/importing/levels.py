"""Which passage stands under which: levels by the numbers in use, not by a fixed table.

A number goes on with the deepest open list that waits for it; 一 opens a list under what stands
above; anything else is a jump, kept where it comes (`outline` reports it).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from speeches.document.facts import MAX_DEPTH, Kind
from speeches.importing import kinds
from speeches.importing.items import Item
from speeches.importing.lines import is_ended
from speeches.importing.numbers import LAST, OUTLINE_FORMS, Form, Number
from speeches.importing.passages import Passage, base_of, positions
from speeches.importing.places import Listed, Place
from speeches.importing.problems import is_hinge, problems_in
from speeches.importing.settling import settle

_TOP = -1  # what stands above all passages
_BEFORE_ITS_TIME = (Form.HAN, Form.HAN_BRACKETED)


def places_of(passages: Sequence[Passage]) -> list[Place]:
    """The place of every passage, in order. Items may be cut out of a passage on the way."""
    return _Reader(passages).read()


class _Reader:
    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._places = [Place() for _ in passages]
        self._open: list[Listed] = []
        self._lists: list[Listed] = []
        self._node = _TOP  # the passage that opened what is being read
        self._gap = False
        self._part: str | None = None  # the heading of the part, as far as it has one
        self._has_problems = False
        self._with_inline_list: set[int] = set()
        self._base = base_of(passages)
        self._positions = positions(passages)
        self._heads = [
            i for i, p in enumerate(passages) if p.number and p.number.form in self._base
        ]

    def read(self) -> list[Place]:
        for index, passage in enumerate(self._passages):
            self._gap = self._gap or passage.gap_before
            if passage.number is None:
                self._unnumbered(index, passage)
            elif not self._is_before_all_parts(passage.number):
                self._numbered(index, passage.number)
                self._gap = False
            if passage.items:
                self._items(index)
        settle(self._passages, self._places, self._lists)
        return self._places

    def _is_before_all_parts(self, number: Number) -> bool:
        """一是 in the opening of a speech that has 一、 is no point."""
        return number.form.is_spoken and self._node == _TOP and bool(self._heads)

    # --- Numbers at the head of a passage

    def _numbered(self, index: int, number: Number) -> None:
        if self._gap:  # no number runs on over missing content
            self._open = [each for each in self._open if each.members or not each.runs_on]
        joined = self._continued(number)
        if joined is None and number.value == 1:
            joined = self._opened(index, number)
        if joined is None:
            joined = self._continued_inside(index, number) or self._jumped(index, number)
        del self._open[self._open.index(joined) + 1 :]
        joined.members.append(index)
        joined.last = joined.last + 1 if number.value == LAST else number.value
        self._places[index].level = joined.level
        self._places[index].number = joined.last
        self._node = index
        if joined.level == 1:
            self._has_problems = False
            passage = self._passages[index]
            self._part = passage.text[number.end : passage.head(is_part=True).end]

    def _continued(self, number: Number) -> Listed | None:
        for waiting in reversed(self._open):
            if waiting.form is number.form and (
                number.value == waiting.last + 1 or (number.value == LAST and waiting.last > 1)
            ):
                return waiting
        return None

    def _continued_inside(self, index: int, number: Number) -> Listed | None:
        """A list that ran in inside the paragraph before goes on in paragraphs of its own."""
        inside = self._lists[-1] if self._lists else None
        if inside is None or not inside.runs_in or inside.members != [index - 1]:
            return None
        items = [item.number for item in self._passages[index - 1].items if item.depth == 1]
        last = items[-1]
        if last is None or last.form is not number.form or number.value != last.value + 1:
            return None
        opened = Listed(number.form, inside.level, inside.owner, last.value, taken=index - 1)
        self._lists[-1] = opened
        self._open.append(opened)
        return opened

    def _opened(self, index: int, number: Number) -> Listed | None:
        """A list that begins; None where 一 is a repetition in a list that is open."""
        same = self._same(number.form)
        if same is None:
            self._close_spoken_lists(index, number.form)
            return self._new(index, number.form)
        if same.runs_on and not same.members:
            same.last = 0
            return same
        if same.level == 2 and len(same.members) > 1 and self._may_lead(index - 1):
            self._lead(index - 1)
            return self._new(index, number.form)
        return None

    def _jumped(self, index: int, number: Number) -> Listed:
        same = self._same(number.form)
        is_behind = same is None or number.value <= same.last
        if self._gap and is_behind and number.form not in self._base and self._node != _TOP:
            self._places[index].behind_gap = True
            self._open = [each for each in self._open if each.level == 1]
            self._begin_part(_unheaded(index))
            return self._new(index, number.form)
        if same:
            return same
        opened = self._new(index, number.form)
        if number.form.is_spoken and number.value == 2:
            self._take_first_item(index - 1, opened)
        return opened

    def _same(self, form: Form) -> Listed | None:
        return next((each for each in reversed(self._open) if each.form is form), None)

    def _new(self, index: int, form: Form) -> Listed:
        if form in self._base:
            self._open.clear()
            self._node = _TOP
        elif self._node == _TOP:
            self._node = _unheaded(index)
        level = 1 if form in self._base else max(2, self._open[-1].level + 1 if self._open else 2)
        opened = Listed(form, min(level, MAX_DEPTH), self._node)
        self._open.append(opened)
        self._lists.append(opened)
        return opened

    def _close_spoken_lists(self, index: int, form: Form) -> None:
        """（一） stands beside 一是 … 三是, not under 三是, unless 四是 is still to come or
        三是 is a heading, as its missing end mark says."""
        while form in _BEFORE_ITS_TIME and self._open and self._open[-1].form.is_spoken:
            spoken = self._open[-1]
            is_heading = not is_ended(self._passages[spoken.members[-1]].text)
            if is_heading or self._comes_later(index, spoken.form, spoken.last + 1):
                return
            self._open.pop()
            self._node = spoken.owner

    def _comes_later(self, index: int, form: Form, value: int) -> bool:
        """Whether a number stands at the head of a later passage of the same part."""
        places = self._positions.get((form, value), [])
        after = bisect_right(places, index)
        end = bisect_right(self._heads, index)
        limit = self._heads[end] if end < len(self._heads) else len(self._passages)
        return after < len(places) and places[after] < limit

    # --- Passages without a number

    def _unnumbered(self, index: int, passage: Passage) -> None:
        if self._node == _TOP or self._has_problems or not is_hinge(passage.text):
            return
        guess = kinds.by_heading(self._part or "")
        first = self._open[0].last if self._open and self._open[0].level == 1 else 1
        if guess.kind is Kind.ACHIEVEMENTS if guess else first == 1:
            self._lead(index)
            self._has_problems = True
            if not passage.items and problems_in(passage.text):
                self._places[index].items_level = 2

    def _may_lead(self, index: int) -> bool:
        place = self._places[index]
        return not (self._passages[index].is_numbered or place.leads or place.items_level)

    def _lead(self, index: int) -> None:
        self._places[index].leads = True
        self._begin_part(index)

    def _begin_part(self, node: int) -> None:
        """A part without a heading: numbers like （三） run on into it."""
        self._node = node
        for position, each in enumerate(self._open):
            if each.level > 1:
                runs_on = each.level == 2 and each.form in OUTLINE_FORMS
                on = Listed(each.form, 2, node, last=each.last, runs_on=True)
                self._open[position:] = [on] if runs_on else []
                self._lists += [on] if runs_on else []
                return

    # --- Items inside a passage

    def _items(self, index: int) -> None:
        if self._node == _TOP or self._began_above(index):
            return
        if self._node != index and self._node in self._with_inline_list:
            if self._level_of(self._node) > 1 or not self._may_lead(index):
                return
            self._lead(index)
        level = self._level_of(self._node) + 1
        self._places[index].items_level = level
        first = self._passages[index].items[0].number
        assert first  # what stands behind a list is never the first
        self._lists.append(Listed(first.form, level, self._node, members=[index], runs_in=True))
        self._with_inline_list.add(self._node)

    def _began_above(self, index: int) -> bool:
        """二是 whose 一是 stands in the paragraph before: no list of its own."""
        first = self._passages[index].items[0].number
        above = self._passages[index - 1].numbers if index else []
        return first is not None and any(
            number.form is first.form and number.value == first.value - 1 for number in above
        )

    def _level_of(self, node: int) -> int:
        place = self._places[node]
        return 1 if place.leads or not place.level else place.level

    def _take_first_item(self, index: int, opened: Listed) -> None:
        """一是 at the end of a paragraph, 二是 in one of its own."""
        passage = self._passages[index] if index >= 0 else None
        if passage is None or passage.items or self._node == _TOP:
            return
        for number in passage.numbers:
            is_first = number.form is opened.form and number.value == 1
            if is_first and number.opens_clause and number.start:
                passage.items = [Item(number.start, len(passage.text), 1, number)]
                self._places[index].items_level = opened.level
                opened.last, opened.taken = 1, index


def _unheaded(index: int) -> int:
    """The part without a heading that begins before a passage: a node that is no passage."""
    return _TOP - 1 - index
