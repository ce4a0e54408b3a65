"""What is known of places only when all passages are read: which list is the outline of its node,
which numbers are text after all, what stands behind a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from speeches.importing.passages import Passage
from speeches.importing.places import Listed, Place

_FEWEST = 3  # points of one paragraph each, before a further paragraph is none of the last
_SUMS_UP = re.compile("(?:这|以上|上述)(?:些|几[个项点])?成绩的?(?:取得|背后)|成绩来之不易，")
_Owned = dict[int, list[Listed]]


def settle(passages: Sequence[Passage], places: list[Place], lists: Sequence[Listed]) -> None:
    """Brings `places` to an end. `lists` are all that were ever open."""
    owned: _Owned = defaultdict(list)
    for each in lists:
        if each.members:
            owned[each.owner].append(each)
    for each in lists:
        is_lone = len(each.members) == 1 and each.taken is None
        if each.form.is_spoken and not each.runs_in and is_lone:
            _demote(each, places, owned)
    for own in owned.values():
        standing = sorted((e for e in own if _stands(e, places)), key=lambda each: each.rank)
        for each in standing[1:]:
            _demote(each, places, owned)
    _find_tails_of_inline_lists(places)
    for each in lists:
        if _stands(each, places) and _has_one_paragraph_each(each, passages):
            _set_tail(each, places)
    _find_sums(passages, places)


def _stands(each: Listed, places: Sequence[Place]) -> bool:
    if not each.members:
        return False
    last = places[each.members[-1]]
    return bool(last.items_level if each.runs_in else last.level)


def _demote(demoted: Listed, places: Sequence[Place], owned: _Owned) -> None:
    """Its numbers become text again, and those of the lists below it."""
    waiting = [demoted]
    while waiting:
        each = waiting.pop()
        for member in each.members:
            places[member].items_level = 0
            if not each.runs_in:
                places[member].level = 0
                waiting += owned.get(member, ())
        if each.taken is not None:
            places[each.taken].items_level = 0


def _find_tails_of_inline_lists(places: Iterable[Place]) -> None:
    behind = 0
    for place in places:
        if place.items_level:
            behind = place.items_level - 1
        elif place.level or place.leads:
            behind = 0
        else:
            place.tail_level = behind


def _find_sums(passages: Sequence[Passage], places: Sequence[Place]) -> None:
    """这些成绩的取得，…: what sums the points of a part up, right before the next part."""
    level = 0
    for index, (passage, place) in enumerate(zip(passages, places, strict=True)):
        level = place.level or level
        is_last = index + 1 == len(places) or _closes(places[index + 1], 2)
        if level > 1 and is_last and _is_plain(place) and _SUMS_UP.match(passage.text):
            place.tail_level = 1


def _has_one_paragraph_each(each: Listed, passages: Sequence[Passage]) -> bool:
    members = each.members
    if each.runs_in or each.level < 2 or len(members) < _FEWEST:
        return False
    follow = all(after == before + 1 for before, after in pairwise(members))
    return follow and not any(passages[member].head(is_part=False).own_line for member in members)


def _set_tail(each: Listed, places: Sequence[Place]) -> None:
    """What follows up to the next number stands behind the list, if that closes the list."""
    start = end = each.members[-1] + 1
    if end < len(places) and _is_list_of_its_own(end, each, places):
        places[end].leads, places[end].items_level = True, 2
        return
    while end < len(places) and _is_plain(places[end]):
        end += 1
    if end < len(places) and not _closes(places[end], each.level):
        return
    for place in places[start:end]:
        place.tail_level = each.level - 1


def _is_list_of_its_own(index: int, each: Listed, places: Sequence[Place]) -> bool:
    """A paragraph with a list behind points of one paragraph each is none of the last."""
    place, behind = places[index], places[index + 1 : index + 2]
    is_list = place.items_level and not (place.level or place.leads or place.behind_gap)
    is_last = all(_is_plain(one) or _closes(one, each.level) for one in behind)
    return bool(is_list) and each.level == 2 and is_last


def _closes(place: Place, level: int) -> bool:
    return place.leads or place.behind_gap or 0 < place.level < level


def _is_plain(place: Place) -> bool:
    return not (place.level or place.leads or place.items_level or place.behind_gap)
