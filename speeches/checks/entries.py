"""What an entry of a word list is, which lists there are, and what makes an entry wrong."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

SHORTEST = 2  # characters of a term: a single one stands in too many words
LONGEST = 40


class List(StrEnum):
    """A list; its value is the stem of its file."""

    MISSPELLINGS = "misspellings"  # never right, whatever stands beside them
    SLIPS = "slips"  # slips of the keyboard that make no word
    VARIANTS = "variants"  # characters that the standards have settled: 帐, 其它
    PLEONASMS = "pleonasms"  # 涉及到
    CONFUSABLES = "confusables"  # words of which each is right elsewhere
    SPUN = "spun"  # synonyms put in by a machine
    SET_PHRASES = "set_phrases"  # their number counts nothing in the speech
    ORGANS = "organs"  # organs written without a mark between them
    POSTS = "posts"  # what a post ends in
    DOCUMENTS = "documents"  # names of documents, without 《》
    NAMES = "names"  # names that are not what the thing is called
    WORDINGS = "wordings"  # slogans with a wrong word or number
    OUTDATED = "outdated"  # what things were called until a day
    READINGS = "readings"  # words that are easily read out wrongly
    EMPTY = "empty"  # words that say nothing by themselves
    CONNECTORS = "connectors"  # what machines join sentences with
    BANNED = "banned"  # what the bureau does not want in a speech
    ALLOWED = "allowed"  # inside these nothing is reported


LABELS: Mapping[List, str] = MappingProxyType(
    {
        List.MISSPELLINGS: "易错词",
        List.SLIPS: "录入错误",
        List.VARIANTS: "规范用字",
        List.PLEONASMS: "重复啰唆",
        List.CONFUSABLES: "易混词",
        List.SPUN: "生造词",
        List.SET_PHRASES: "固定提法",
        List.ORGANS: "机构名称",
        List.POSTS: "职务名称",
        List.DOCUMENTS: "文件名称",
        List.NAMES: "规范名称",
        List.WORDINGS: "规范表述",
        List.OUTDATED: "过时表述",
        List.READINGS: "易读错的词",
        List.EMPTY: "空泛词语",
        List.CONNECTORS: "套话",
        List.BANNED: "敏感词",
        List.ALLOWED: "不报的词",
    }
)
# What a bureau may add to, in the order of the page.
OWN = (
    List.MISSPELLINGS,
    List.SET_PHRASES,
    List.ORGANS,
    List.DOCUMENTS,
    List.WORDINGS,
    List.BANNED,
    List.ALLOWED,
)
# Lists whose entries are mended: each says what is right. What a fix writes has none of them in it.
MENDED = frozenset(
    {
        List.MISSPELLINGS,
        List.SLIPS,
        List.VARIANTS,
        List.PLEONASMS,
        List.ORGANS,
        List.NAMES,
        List.WORDINGS,
    }
)
WITH_RIGHT = MENDED | {List.CONFUSABLES, List.SPUN, List.OUTDATED, List.READINGS, List.BANNED}
NEEDING_RIGHT = WITH_RIGHT - {List.BANNED}


class BadWords(ValueError):
    """An entry is not as it has to be; the message says which, why, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word. `right` is what it has to be; where it stands inside one of `unless`, it is right.

    `since`: the day from which it is outdated.
    """

    term: str
    right: str = ""
    source: str = ""
    why: str = ""
    unless: tuple[str, ...] = ()
    since: datetime.date | None = None


class Found(NamedTuple):
    """An entry of a list, and where in the text it stands."""

    list: List
    entry: Entry
    start: int
    end: int


def faults(of_list: List, entry: Entry) -> Iterator[str]:
    """What is wrong with an entry by itself."""
    if not SHORTEST <= len(entry.term) <= LONGEST:
        yield f"应有{SHORTEST}到{LONGEST}个字。"
    if any(character.isspace() for character in entry.term + entry.right):
        yield "含有空格或换行，请删去。"
    if entry.term == entry.right:
        yield "与正确写法相同，请改正其中一个。"
    if not entry.right and of_list in NEEDING_RIGHT:
        yield "没有正确写法，请填写。"
    if entry.right and of_list not in WITH_RIGHT:
        yield f"不用填正确写法：“{LABELS[of_list]}”只列词语本身。"
    if not entry.source.strip():
        yield "没有出处，请注明依据。"
    if of_list is List.OUTDATED and entry.since is None:
        yield "没有写明从哪一天起不再使用。"
    for longer in entry.unless:
        if entry.term not in longer or entry.term == longer:
            yield f"的例外“{longer}”应当包含这个词，并且更长。"
