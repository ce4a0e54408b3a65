"""What stands in the word lists, as hits: most rules on words are a list and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from speeches.checks.base import Hit
from speeches.checks.scope import SAID, Scope, Word
from speeches.checks.words import List

Finder = Callable[[Scope], Iterable[Hit]]


def listed(scope: Scope, of_list: List) -> Iterator[Word]:
    """The entries of a list that are said: not what stands with the speaker's name and the date."""
    return (word for word in scope.words[of_list] if scope.places[word.block] in SAID)


def of_list(of_list: List, *, mended: bool = True) -> Finder:
    """A rule that objects to all of a list; `mended` where the right word may be put in."""

    def find(scope: Scope) -> Iterator[Hit]:
        for word in listed(scope, of_list):
            fix = word.entry.right if mended else None
            yield Hit(word.block, word.start, word.end, said_of(word), fix)

    return find


def said_of(word: Word) -> str:
    """What is wrong with a word of a list, in a sentence."""
    entry = word.entry
    reason = f"：{entry.why}" if entry.why else ""
    return f"“{entry.term}”应为“{entry.right}”{reason}。"
