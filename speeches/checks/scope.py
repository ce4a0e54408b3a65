"""What the rules look at: the texts of a document, read once for all of them.

The blocks' texts are joined by line breaks, so that a rule searches the whole speech at once. In
`plain`, of the same length, a NUL stands for every character of what marks and numerals do not
belong to the speech: addresses, the numbers of standards, stretches of English.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from speeches.checks.labels import Enumeration, Label, labels_in, lists_of
from speeches.checks.settings import Settings
from speeches.checks.words import Entry
from speeches.checks.words import List as WordList
from speeches.document.facts import SpeechFacts
from speeches.document.language import sentence_ends
from speeches.document.tree import Block, Document, Heading, Role

MASK = "\0"
LINE = "\u2028"  # in the joined text, the break between two lines of one title
HAN = "[\u3400-\u4dbf\u4e00-\u9fff〇]"
# Each begins with a character of a small set, which makes the search fast.
_FOREIGN = re.compile(
    r"(?:https?://|www\.)[!-~]++"  # addresses
    r"|[A-Za-z0-9](?<![\w.+-].)[\w.+-]{0,60}+@[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,4}"
    r"|(?:GB|DB|ISO|JY|JT|WS|YY|QB|HJ)(?:/[A-Z]{1,2})?[  ]?\d[\d.]*+(?:[-—]\d{4})?"  # standards
    r"|[A-Za-z](?<![A-Za-z].)[A-Za-z'’]*+"  # English
    r"(?:[  ,.;:!?()/&-]{1,3}[A-Za-z0-9][A-Za-z0-9'’]*+)+[.!?)]?"
    r"|[A-Za-z0-9](?<![\w.-].)[A-Za-z0-9-]{0,60}+(?:\.[A-Za-z0-9-]{1,60}+){0,4}"
    r"\.(?:com|cn|net|org|gov|edu|top|vip)\b[!-~]*+",
    re.ASCII,
)

_TAIL = 6  # blocks at the end in which a site says that it keeps the rest back
_FEW = 20  # characters of what may end without a mark: 谢谢大家
_IS_ENDED = re.compile(r"[。！？；：.!?;:][”’）》〉】)\"']*[ \u3000]*$")
_KEPT_BACK = re.compile(
    r"未完[，,待]|全文共 ?\d|省略 ?\d|试读|预览|(?:阅读|查看|下载)(?:全文|全部|完整)|先登[录陆]"
    r"|会员(?:可|免费|专享)|(?:…|\.{3})$"
)


class Place(StrEnum):
    """Where in a speech a block stands."""

    TITLE = "title"  # and subtitle
    SPEAKER = "speaker"  # and date
    SALUTATION = "salutation"
    HEADING = "heading"  # on a line of its own
    BODY = "body"


_PLACES = {
    Role.TITLE: Place.TITLE,
    Role.SUBTITLE: Place.TITLE,
    Role.SPEAKER: Place.SPEAKER,
    Role.DATE: Place.SPEAKER,
    Role.SALUTATION: Place.SALUTATION,
    Role.BODY: Place.BODY,
}
SAID = frozenset({Place.TITLE, Place.SALUTATION, Place.HEADING, Place.BODY})
PROSE = frozenset({Place.HEADING, Place.BODY})


class Stretch(NamedTuple):
    """Characters of one block."""

    block: int
    start: int
    end: int


class Seen(NamedTuple):
    """Where a pattern matched: `match.start()` counts in the joined text, `start` in the block."""

    block: int
    start: int
    end: int
    match: re.Match[str]


class Word(NamedTuple):
    """Where an entry of a word list stands."""

    block: int
    start: int
    end: int
    entry: Entry


class Part(NamedTuple):
    """A part of the speech: the block of its heading (None before the first) and its blocks."""

    heading: int | None
    blocks: range


class Scope:
    """A document, the facts that it was made of (where they are known), and the settings.

    What several rules need is worked out once, when the first asks for it.
    """

    def __init__(
        self, document: Document, facts: SpeechFacts | None = None, settings: Settings | None = None
    ) -> None:
        self.document = document
        self.facts = facts
        self.settings = settings or Settings()
        self.texts = tuple(block.text for block in document.blocks)
        self.places = tuple(map(_place, document.blocks))
        self.text = "\n".join(text.replace("\n", LINE) for text in self.texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in self.texts)]

    @cached_property
    def plain(self) -> str:
        """The joined text with all that is foreign to it masked."""
        return _FOREIGN.sub(lambda match: MASK * len(match[0]), self.text)

    def search(
        self,
        pattern: re.Pattern[str],
        *,
        needs: Iterable[str] = (),
        where: Container[Place] = SAID,
        raw: bool = False,
    ) -> Iterator[Seen]:
        """The places in blocks of `where` that match, in order.

        `needs`: strings of which one stands in every match, which saves the search where none
        does. `raw` searches the text with addresses and English unmasked. A match that begins in
        one block and ends in another is left out, as is an empty one.
        """
        text = self.text if raw else self.plain
        needed = tuple(needs)
        if needed and not any(each in text for each in needed):
            return
        for match in pattern.finditer(text):
            block, start = self.at(match.start())
            end = start + match.end() - match.start()
            if start < end <= len(self.texts[block]) and self.places[block] in where:
                yield Seen(block, start, end, match)

    def at(self, offset: int) -> tuple[int, int]:
        """The block and the offset in it of an offset in the joined text."""
        block = min(bisect_right(self._starts, offset) - 1, max(len(self.texts) - 1, 0))
        return block, offset - self._starts[block]

    def offset(self, block: int, start: int = 0) -> int:
        """The place in the joined text of an offset in a block."""
        return self._starts[block] + start

    def plain_of(self, block: int) -> str:
        """A block's text, masked."""
        start = self._starts[block]
        return self.plain[start : start + len(self.texts[block])]

    def blocks(self, where: Container[Place]) -> Iterator[tuple[int, str]]:
        """The blocks at these places that say something, with their texts."""
        for block, (text, place) in enumerate(zip(self.texts, self.places, strict=True)):
            if place in where and text:
                yield block, text

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """All sentences of the body, with their end marks; what has none is one up to the end."""
        return tuple(
            Stretch(block, start, end)
            for block, text in self.blocks({Place.BODY})
            for start, end in sentence_spans(text)
        )

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The numbers 一、 （一） 1. 一是 第一， that open something, in order."""
        return tuple(labels_in(self))

    @cached_property
    def lists(self) -> tuple[Enumeration, ...]:
        """The labels in their lists, in the order in which the lists begin."""
        return tuple(lists_of(self.labels))

    @cached_property
    def is_cut(self) -> bool:
        """Whether the text stops short: amid a sentence, or where a site keeps the rest back."""
        if any(_KEPT_BACK.search(text) for text in self.texts[-_TAIL:]):
            return True
        block, last = max(self.blocks(PROSE), default=(0, ""))
        is_item = any(label.opens and label.block == block for label in self.labels[-1:])
        if is_item and block:  # the others have their text
            is_item = bool(_IS_ENDED.search(self.texts[block - 1][-4:]))
        is_long = len(last) > _FEW and self.places[block] is Place.BODY
        return (is_item or is_long) and not _IS_ENDED.search(last[-4:])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The blocks before the first heading of level 1, then from each such heading on."""
        heads = [
            index
            for index, block in enumerate(self.document.blocks)
            if isinstance(block, Heading) and block.level == 1
        ]
        bounds = [*heads, len(self.texts)]
        parts = [Part(head, range(head, end)) for head, end in zip(heads, bounds[1:], strict=True)]
        return (Part(None, range(bounds[0])), *parts)

    @cached_property
    def words(self) -> Mapping[WordList, Sequence[Word]]:
        """The words of all lists that stand in the text, by list, found in one pass."""
        found: dict[WordList, list[Word]] = {of_list: [] for of_list in WordList}
        for word in self.settings.words.finder.find(self.text):
            block, start = self.at(word.start)
            found[word.list].append(Word(block, start, start + word.end - word.start, word.entry))
        return found


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the sentences of a text, blanks between them left out."""
    start = 0
    for end in (*sentence_ends(text), len(text)):
        if stretch := text[start:end].strip():
            start += text[start:end].index(stretch)
            yield start, start + len(stretch)
        start = end


def _place(block: Block) -> Place:
    return Place.HEADING if isinstance(block, Heading) else _PLACES[block.role]
