"""The words of a title, by a small lexicon: between which of them a line may end, and how well.

Of all ways to read a text as words, numbers and single characters the one of fewest pieces is
taken; what the lexicon lacks stands as single characters, and those are kept together.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from itertools import pairwise
from math import inf
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from speeches.typeset.breaks import Grade, grades
from speeches.typeset.characters import BLANKS

LEXICON = Path(__file__).parent / "data" / "title_words.toml"


class BadLexicon(Exception):
    """A list of words that cannot be used; the message says which and why."""


class Kind(Enum):
    """What a piece of a title is, for breaking lines."""

    WORD = auto()
    HEAD = auto()  # a meeting or a document: a line likes to begin with it
    OPENS = auto()  # never last on a line: 在, 关于
    CLOSES = auto()  # never first: 的, 上
    NUMBER = auto()  # with its measure: 第三次, 2026年; it counts what follows
    VERB = auto()  # rather first than last: what follows is its object
    LINK = auto()  # rather first than last: 和
    HINGE = auto()  # never last, and gladly first: 暨, 关于
    UNKNOWN = auto()  # a character of which the lexicon knows nothing


_GROUPS: Mapping[tuple[str, str], Kind] = MappingProxyType(
    {
        ("words", "scope"): Kind.WORD,
        ("words", "field"): Kind.WORD,
        ("words", "time"): Kind.WORD,
        ("words", "quality"): Kind.WORD,
        ("words", "action"): Kind.WORD,
        ("words", "theme"): Kind.WORD,
        ("words", "verb"): Kind.VERB,
        ("words", "meeting"): Kind.HEAD,
        ("words", "document"): Kind.HEAD,
        ("joints", "closes"): Kind.CLOSES,
        ("joints", "opens"): Kind.OPENS,
        ("joints", "links"): Kind.LINK,
        ("joints", "hinges"): Kind.HINGE,
    }
)


class Piece(NamedTuple):
    """text[start:end], a word or what stands in the place of one."""

    start: int
    end: int
    kind: Kind


class Break(NamedTuple):
    """A place where a line may end, and the cost of that; 0 is as good as can be."""

    offset: int
    cost: float


_NUMERAL = "〇零一二三四五六七八九十百千万两"
_MEASURE = "年度|周年|季度|中全会|年|月|日|届|次|期|轮|批|号|个|项|级|位|名|所|天|点|时|分|大"
_NUMBER = re.compile(
    rf"(?:第?(?:[0-9０-９]+(?:[.．,:：/-][0-9０-９]+)*+[%％]?|[{_NUMERAL}]+(?=第?{_MEASURE}))"
    rf"(?:{_MEASURE})?)+"
)
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]+")
_NAMED = re.compile(r"《[^《》\n]*》|“[^“”\n]*”|（[^（）\n]*）")
_SHORT = 14  # characters of a name in 《》 or “” that a line is to keep whole
_DASH = "—"  # it leads in what follows it: ——在会议上的讲话
_PAUSES = "，、；：。！？”’）》〉」』】〕"
_STARTS = "“‘（《〈「『【〔" + _DASH

_UNREAD = 1.5  # the price of a character that is no word, where a word is 1
# What it costs a line to end behind a piece, or before one, or between any two; the first that
# is named decides.
_AFTER_PAUSE = 0.0
_AFTER_DE = 0.0
_NEVER_LAST = (Kind.OPENS, Kind.HINGE)
_BEHIND = {Kind.LINK: 2.5, Kind.NUMBER: 2.0, Kind.VERB: 2.0}
_BEFORE = {Kind.HINGE: 0.0, Kind.HEAD: 0.5, Kind.VERB: 0.8, Kind.LINK: 1.0}
_BEFORE_QUOTE = 0.5
_BETWEEN = (1.0, 2.0, 6.0)  # with none, one or both of them unknown
_INSIDE_NAME = 6.0
_INSIDE_LONG_NAME = 2.0
_INSIDE_PHRASE = 1.5  # in a text whose phrases blanks keep apart: 真抓实干　攻坚克难


def breaks(text: str) -> Iterator[Break]:
    """Where a line of a title may end, in order, the end of the text left out.

    No place is given that breaks a rule for lines (see the module `breaks`), a word or a number.
    """
    allowed = grades(text)
    names = [match.span() for match in _NAMED.finditer(text)]
    in_phrase = _INSIDE_PHRASE if any(blank in text for blank in BLANKS) else 0.0
    for left, right in pairwise(pieces(text)):
        cost = _cost(text, left, right)
        if cost is not None and allowed[left.end] == Grade.FREE:
            between = 0.0 if text[left.end] in BLANKS else in_phrase
            yield Break(left.end, cost + between + _inside(names, left.end))


def pieces(text: str) -> list[Piece]:
    """The text as the fewest pieces, in order and without gaps."""
    best: list[tuple[float, Piece | None]] = [(inf, None)] * (len(text) + 1)
    best[0] = (0.0, None)
    for start in range(len(text)):
        so_far = best[start][0]
        for piece, price in _readings(text, start):
            if so_far + price <= best[piece.end][0]:
                best[piece.end] = (so_far + price, piece)
    found = []
    end = len(text)
    while piece_before := best[end][1]:
        found.append(piece_before)
        end = piece_before.start
    return found[::-1]


def _readings(text: str, start: int) -> Iterator[tuple[Piece, float]]:
    """Everything that may begin at `start`, with its price."""
    yield Piece(start, start + 1, Kind.UNKNOWN), _UNREAD
    words, longest = lexicon()
    for end in range(start + 1, min(start + longest, len(text)) + 1):
        kind = words.get(text[start:end])
        if kind:
            yield Piece(start, end, kind), 1.0
    for pattern, kind in ((_NUMBER, Kind.NUMBER), (_LATIN, Kind.WORD)):
        if match := pattern.match(text, start):
            yield Piece(start, match.end(), kind), 1.0


def _cost(text: str, left: Piece, right: Piece) -> float | None:
    """What it costs to end a line between two pieces; None: it may not."""
    before, behind = text[right.start - 1], text[right.start]
    if left.kind in _NEVER_LAST or right.kind is Kind.CLOSES or before == _DASH:
        return None
    if before in _PAUSES or behind in BLANKS:
        return _AFTER_PAUSE
    if text[left.start : left.end] == "的":
        return _AFTER_DE
    if left.kind in _BEHIND:
        return _BEHIND[left.kind]
    if behind in _STARTS:
        return _BEFORE_QUOTE
    unknown = (left.kind, right.kind).count(Kind.UNKNOWN)
    return _BEFORE.get(right.kind, _BETWEEN[unknown])


def _inside(names: list[tuple[int, int]], offset: int) -> float:
    for start, end in names:
        if start < offset < end:
            return _INSIDE_NAME if end - start <= _SHORT else _INSIDE_LONG_NAME
    return 0.0


class Lexicon(NamedTuple):
    """Words and their kinds, and the length of the longest."""

    words: Mapping[str, Kind]
    longest: int


@cache
def lexicon(path: Path = LEXICON) -> Lexicon:
    """The words of a file, read once. Raises BadLexicon."""
    found: dict[str, Kind] = {}
    for group, listed in _groups(path):
        for word in listed:
            found[_new(word, group, found)] = _GROUPS[group]
    return Lexicon(MappingProxyType(found), max(map(len, found)))


def _groups(path: Path) -> Iterator[tuple[tuple[str, str], Sequence[object]]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadLexicon(f"{path.name}: {error}") from error
    groups = {
        (table, name): listed
        for table, lists in tables.items()
        if isinstance(lists, dict)
        for name, listed in lists.items()
    }
    if set(groups) != set(_GROUPS) or len(tables) != len({table for table, _ in _GROUPS}):
        raise BadLexicon(f"{path.name}: the lists are not those expected")
    for group, listed in groups.items():
        if not isinstance(listed, list):
            raise BadLexicon(f"{'.'.join(group)}: no list")
        yield group, listed


def _new(word: object, group: tuple[str, str], found: Mapping[str, Kind]) -> str:
    if not isinstance(word, str) or not re.fullmatch(r"[㐀-鿿]+", word):
        raise BadLexicon(f"{'.'.join(group)}: {word!r} is no word")
    if word in found:
        raise BadLexicon(f"{'.'.join(group)}: {word} stands there twice")
    return word
