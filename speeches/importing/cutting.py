"""A cleaned text cut into pieces: what the page shows for confirmation, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from speeches.document.facts import MAX_DEPTH, Marker
from speeches.importing.headings import LONGEST_RUN_IN
from speeches.importing.items import Item
from speeches.importing.kinds import with_kinds
from speeches.importing.levels import places_of
from speeches.importing.numbers import LAST, Number
from speeches.importing.passages import Passage, passages_of
from speeches.importing.pieces import Piece, Role, Stretch
from speeches.importing.places import Place
from speeches.importing.problems import problems_in
from speeches.importing.roles import Told, roles_of
from speeches.importing.source import Cleaned, Paragraph, Repair
from speeches.importing.title_block import MOST_LINES, lines_above

MISSING = "此处原文缺失"
_SPOKEN = (Marker.SHI, Marker.YAO, Marker.DI, Marker.NONE)
Pieces = tuple[Piece, ...]


def pieces_of(cleaned: Cleaned, undone: frozenset[str] = frozenset()) -> Pieces:
    """The pieces of a text in order. `undone`: keys of cuts that are not to be made."""
    return cut(cleaned, undone)[0]


def cut(
    cleaned: Cleaned, undone: frozenset[str], *, glued: bool = True
) -> tuple[Pieces, tuple[Repair, ...]]:
    """The pieces of a text, and the cuts that set glued headings apart, if they are to be."""
    paragraphs = cleaned.paragraphs
    above = lines_above([paragraph.text for paragraph in paragraphs[:MOST_LINES]])
    found = passages_of(paragraphs, len(above), undone, glued=glued)
    pieces = [_above(role, index, paragraphs) for index, role in enumerate(above)]
    pieces += pieces_below(found.passages, has_date=Role.DATE in above)
    return tuple(_with_gaps(pieces, cleaned)), found.repairs


def pieces_below(passages: Sequence[Passage], *, has_date: bool) -> list[Piece]:
    """The pieces of what stands below the title block. `has_date`: as `roles_of` has it."""
    places = places_of(passages)
    roles = roles_of(passages, places, has_date=has_date)
    pieces: list[Piece] = []
    for index, (passage, place) in enumerate(zip(passages, places, strict=True)):
        if place.behind_gap:
            pieces.append(Piece(Role.GAP, "", passage.line, level=1, reason=MISSING))
        pieces += _pieces(passage, place, roles[index])
        if _stands_above(
            place, pieces[-1], places[index + 1 : index + 2], roles[index + 1 : index + 2]
        ):
            pieces[-1] = replace(pieces[-1], role=Role.HEADING)
    for index in _spoken_headings(pieces):
        pieces[index] = replace(pieces[index], role=Role.HEADING)
    return with_kinds(pieces)


def _stands_above(place: Place, piece: Piece, below: Sequence[Place], told: Sequence[Told]) -> bool:
    """（一）抓好队伍建设。 over text or points of its own: a heading, its full stop mistyped."""
    if piece.marker in _SPOKEN or not below or not _may_head(piece):
        return False
    goes_on = not below[0].level and told[0].role is Role.BODY
    return goes_on or below[0].level > place.level


def _may_head(piece: Piece) -> bool:
    """An item that says no more than a heading does."""
    said = piece.text[:-1] if piece.text.endswith(("。", "？", "！")) else piece.text
    is_short = piece.role is Role.ITEM and not piece.joined and len(said) < LONGEST_RUN_IN
    return is_short and not any(mark in said for mark in "。；：？！0123456789")


def _spoken_headings(pieces: Sequence[Piece]) -> Iterator[int]:
    """第一，为什么抓。 over text or points of its own: headings, if all of their list are."""
    for members in _lists_by_di(pieces):
        if len(members) > 1 and all(
            _may_head(pieces[index]) and _opens_a_block(pieces, index) for index in members
        ):
            yield from members


def _lists_by_di(pieces: Sequence[Piece]) -> Iterator[list[int]]:
    """The items with 第一， of every list, as places in `pieces`."""
    growing: dict[int, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.level:
            yield from [growing.pop(level) for level in list(growing) if level > piece.level]
        if piece.role is Role.ITEM and piece.marker is Marker.DI:
            growing.setdefault(piece.level, []).append(index)
    yield from growing.values()


def _opens_a_block(pieces: Sequence[Piece], index: int) -> bool:
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    if below is None or below.joined:
        return False
    return below.role is Role.BODY or below.level > pieces[index].level


def _above(role: Role, index: int, paragraphs: Sequence[Paragraph]) -> Piece:
    text = paragraphs[index].text
    (span, *_) = paragraphs[index].span_of(0, len(text))
    reason = ""
    if role is Role.UNRECOGNISED:
        is_twice = any(text == other.text for other in islice(paragraphs, index))
        reason = "与上面的一行重复" if is_twice else "标题与正文之间看不出用途的一行"
    return Piece(role, text, span.line, (Stretch(index, 0, len(text)),), reason=reason)


def _pieces(passage: Passage, place: Place, told: Told) -> Iterator[Piece]:
    items = passage.items if place.items_level else []
    end = items[0].start if items else len(passage.text)
    if place.level and passage.number:
        yield from _numbered(passage, passage.number, place, end)
    elif place.items_level and not items:
        yield from _with_problems(passage, place.items_level)
    elif end:
        level = 1 if told.role is Role.LEAD else place.tail_level
        level = level if told.role in (Role.LEAD, Role.TAIL) else 0
        yield _piece(passage, 0, end, Piece(told.role, "", 0, level=level, reason=told.reason))
    yield from _items(passage, items, place.items_level)


def _numbered(passage: Passage, number: Number, place: Place, end: int) -> Iterator[Piece]:
    level, value = place.level, place.number
    head = passage.head(is_part=level == 1)
    role = Role.HEADING if head.own_line else Role.RUN_IN if head.end else Role.ITEM
    until = head.end or end
    model = Piece(role, "", 0, level=level, marker=number.form.marker, number=value)
    yield _piece(passage, number.end, until, model, number)
    if until < end:
        yield _piece(passage, until, end, Piece(Role.BODY, "", 0, joined=True))


def _items(passage: Passage, items: Sequence[Item], level: int) -> Iterator[Piece]:
    last: dict[int, int] = {}
    for item in items:
        own = min(level + item.depth - 1, MAX_DEPTH)
        if item.number is None:
            model = Piece(Role.TAIL, "", 0, level=own - 1, joined=True)
            yield _piece(passage, item.start, item.end, model)
            continue
        value = item.number.value
        last[item.depth] = last.get(item.depth, 0) + 1 if value == LAST else value
        marker = item.number.form.marker
        joined = item.start > 0
        model = Piece(Role.ITEM, "", 0, (), "", own, marker, last[item.depth], joined)
        yield _piece(passage, item.number.end, item.end, model, item.number)


def _with_problems(passage: Passage, level: int) -> Iterator[Piece]:
    found = problems_in(passage.text)
    yield _piece(passage, 0, found[0].start, Piece(Role.LEAD, "", 0, level=1))
    for start, end in found:
        yield _piece(passage, start, end, Piece(Role.ITEM, "", 0, level=level, joined=True))
    end = len(passage.text)
    if found[-1].end < end:
        model = Piece(Role.TAIL, "", 0, level=level - 1, joined=True)
        yield _piece(passage, found[-1].end, end, model)


def _piece(
    passage: Passage, start: int, end: int, model: Piece, number: Number | None = None
) -> Piece:
    """A piece like `model` of ``passage.text[start:end]``, with its number before it."""
    text = passage.text
    begin, lead = (number.start, text[number.start : number.end]) if number else (start, "")
    where = Stretch(passage.paragraph, passage.start + begin, passage.start + end)
    return replace(model, text=text[start:end], line=passage.line, stretches=(where,), lead=lead)


def _with_gaps(pieces: Sequence[Piece], cleaned: Cleaned) -> Iterator[Piece]:
    """A piece for every gap, before the first text behind it.

    Where a part begins behind a gap its piece stands there already; it takes the gap's line.
    """
    gaps = [removed.span.line for removed in cleaned.removed if removed.is_gap]
    for piece in pieces:
        passed = [line for line in gaps if line <= piece.line]
        gaps = gaps[len(passed) :]
        line = passed.pop() if piece.role is Role.GAP and passed else piece.line
        yield from (Piece(Role.GAP, "", gap, reason=MISSING) for gap in passed)
        yield replace(piece, line=line)
    yield from (Piece(Role.GAP, "", line, reason=MISSING) for line in gaps)
