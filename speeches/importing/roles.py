"""What a passage without a number is: opening, body, tail, closing, or nothing that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from speeches.importing.passages import Passage
from speeches.importing.pieces import Role
from speeches.importing.places import Place
from speeches.importing.title_block import is_date

SIGNATURE = "落款"  # the reason for which the unit and the date at the end are no text
_CALL = re.compile(
    "(?:各位)?(?:同志们|同志|代表|委员|领导|朋友们|老师们)(?:、[^，！：。]{1,12})?[，！：]|让我们|谢谢"
    "|我的讲话完了|(?:我|今天)*+就讲(?:这些|到这|这么多)|最后，(?:祝|让我们|预祝|衷心|(?:我|再|还|想|只)*+[讲说送][一几两]句)|以上(?:是|就是)我|(?:衷心)?祝愿?(?:大家|各位|同志们)"
)
_ENDS_IN_THANKS = re.compile(".{0,30}谢谢(?:大家|各位)[。！]?")
_THANKS = re.compile("谢谢[^，。]{0,10}[！!。]?|我的讲话完了[。，！].{0,12}")
_OPENING_MOVE = re.compile(
    "今天|刚才|这次|此次|在此|下面|首先|根据|受|经.{1,10}(?:同意|批准)|各位|同志们|很高兴|大家好|按照"
)
_APPENDED = re.compile("附件?[：:0-9一]|抄送|主题词|联系人|印发|[（(]此件|报送[：:]")
_LONGEST_SIGNATURE = 30
_ENDS = tuple("。！？；，：…")


class Told(NamedTuple):
    """The role of a passage, and the reason where it is not recognised."""

    role: Role
    reason: str = ""


def roles_of(passages: Sequence[Passage], places: Sequence[Place], *, has_date: bool) -> list[Told]:
    """The role of every passage, meant for those that take no number.

    Items in closing words stay text. `has_date`: the title block says when, so a date at the end
    is a signature.
    """
    roles = [_told(place) for place in places]
    opens = [index for index, place in enumerate(places) if place.level or place.leads]
    opens = opens or _open_without_numbers(passages, places, roles)
    first, last = (opens[0], opens[-1]) if opens else (len(places), len(places) - 1)
    roles[:first] = [Told(Role.OPENING)] * first
    end = _closing(passages, places, last)
    roles[end:] = [Told(Role.CLOSING)] * (len(places) - end)
    for place in places[end:]:
        place.items_level = 0
    _leave_out_symbols(passages, roles)
    _leave_out_appendix(passages, roles, last)
    _leave_out_signature(passages, roles, last, has_date=has_date)
    return roles


def _told(place: Place) -> Told:
    if place.leads:
        return Told(Role.LEAD)
    return Told(Role.TAIL if place.tail_level else Role.BODY)


def _open_without_numbers(
    passages: Sequence[Passage], places: Sequence[Place], roles: list[Told]
) -> list[int]:
    """A speech without a single number: its opening, one part without a heading, its closing."""
    for index in range(_closing(passages, places, 0)):
        if not _OPENING_MOVE.match(passages[index].text):
            roles[index] = Told(Role.LEAD)
            places[index].leads = True
            return [index]
    return []


def _closing(passages: Sequence[Passage], places: Sequence[Place], last: int) -> int:
    """Where the call begins that no number follows; the end where there is none.

    The first words below a heading on its own line are its text, whatever they call for.
    """
    start = last + 1
    if (
        0 <= last < len(places)
        and places[last].level
        and passages[last].head(is_part=False).own_line
    ):
        start += 1
    for index in range(start, len(passages)):
        text = passages[index].text
        if _CALL.match(text) or _ENDS_IN_THANKS.fullmatch(text):
            return index
    return len(passages)


def _leave_out_symbols(passages: Sequence[Passage], roles: list[Told]) -> None:
    for index, passage in enumerate(passages):
        if not any(character.isalnum() for character in passage.text):
            roles[index] = Told(Role.UNRECOGNISED, "只有符号的一行")


def _leave_out_appendix(passages: Sequence[Passage], roles: list[Told], last: int) -> None:
    is_over = False
    for index in range(last + 1, len(passages)):
        text = passages[index].text
        is_over = is_over or _APPENDED.match(text) is not None
        if is_over:
            roles[index] = Told(Role.UNRECOGNISED, "讲话结束之后的文字")
        is_over = is_over or _THANKS.fullmatch(text) is not None


def _leave_out_signature(
    passages: Sequence[Passage], roles: list[Told], last: int, *, has_date: bool
) -> None:
    """A date at the very end, and the unit above it."""
    end = len(passages) - 1
    if end <= max(last, 0) or not (_is_short(passages[end].text) and is_date(passages[end].text)):
        return
    roles[end] = Told(Role.UNRECOGNISED, SIGNATURE) if has_date else Told(Role.DATE)
    if end - 1 > last and _is_short(passages[end - 1].text):
        roles[end - 1] = Told(Role.UNRECOGNISED, SIGNATURE)


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_SIGNATURE and not text.endswith(_ENDS)
