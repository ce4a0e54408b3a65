"""Collective names such as “五稳”: replaced by their tokens where the pages stay the same.

The number must be that of the points, and the word must stand in most of them. Where a lead names
works that have no points (甲工程、乙工程等“两大工程”), they become points without a text of their
own. Nothing is replaced unless assembling shows the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import count
from typing import NamedTuple

from speeches.document.assemble import assemble
from speeches.document.facts import POINT_FOR, Kind, NodeFacts, Row, SpeechFacts
from speeches.document.numbering import count_word
from speeches.document.tokens import COLLECTIVE, COUNT, HEADINGS
from speeches.importing.nodes import Node
from speeches.importing.words import one_of, words

_SET = frozenset(words("collectives", "set_phrases"))
_QUOTED = re.compile("“(?P<number>[两一二三四五六七八九十]{1,3})(?P<word>[^“”，。；：\\s]{1,6})”")
_NAMED = re.compile(f"等{_QUOTED.pattern}")
_LIST = re.compile("[^，。；：！？\n]*$")
_LONGEST_LIST = 200
_VERB = re.compile(rf"(?:.*?(?:{one_of(words('collectives', 'verbs'))}))(?=.)")
_POINTS = re.compile("讲(?P<number>[两一二三四五六七八九十]{1,3})(?=点|个方面|个问题|条|件事|项)")
_BETWEEN = re.compile("、|(?<=”)(?=“)")
_MEASURES = "个大项点条件张场道类种本批"
_LONGEST_NAME = 20

_Step = Callable[[SpeechFacts], SpeechFacts]
_Blocks = list[tuple[str, str]]


class Collective(NamedTuple):
    """A collective name: the number it says and the word behind it (稳, 大工程, 个坚持)."""

    number: str
    word: str

    @property
    def quoted(self) -> str:
        return f"“{self.number}{self.word}”"


def with_tokens(facts: SpeechFacts) -> SpeechFacts:
    """`facts` with tokens for the names and numbers that follow from the structure.

    Its rows are keyed by their position from 1.
    """
    facts = _keyed(facts)
    shown = _shown(facts)
    return _keyed(_with(facts, (_counted, *_changes(facts.nodes)), shown))


def _with(facts: SpeechFacts, changes: Sequence[_Step], shown: _Blocks) -> SpeechFacts:
    """`facts` with those of `changes` after which the same blocks are shown, found by halves."""
    changed = reduce(lambda done, change: change(done), changes, facts)
    if _shown(changed) == shown:
        return changed
    if len(changes) == 1:
        return facts
    middle = len(changes) // 2
    return _with(_with(facts, changes[:middle], shown), changes[middle:], shown)


def found_in(texts: Sequence[str], below: Sequence[str]) -> Collective | None:
    """The collective name in the texts of a node for `below`, the texts of its points."""
    for text in texts:
        for match in _QUOTED.finditer(text):
            name = Collective(match["number"], match["word"])
            if name.number == count_word(len(below)) and _fits(name, below):
                return name
    return None


def _fits(name: Collective, below: Sequence[str]) -> bool:
    """Not a set phrase, and its word stands in most of the points."""
    if name.number + name.word in _SET or len(below) < 2:
        return False
    core = name.word.lstrip(_MEASURES)
    having = sum(core in text for text in below)
    return bool(core) and 2 * having >= len(below)


def _keyed(facts: SpeechFacts) -> SpeechFacts:
    """Keys by which a node is found again while its texts change."""
    keys = count(1)

    def keyed(nodes: Sequence[NodeFacts]) -> tuple[NodeFacts, ...]:
        return tuple(
            replace(node, row=Row("node", next(keys)), children=keyed(node.children))
            for node in nodes
        )

    return replace(facts, nodes=keyed(facts.nodes))


def _shown(facts: SpeechFacts) -> _Blocks:
    return [(type(block).__name__, block.text) for block in assemble(facts).blocks]


def _counted(facts: SpeechFacts) -> SpeechFacts:
    """讲三点意见: the number of the parts."""
    return replace(facts, opening=_POINTS.sub(f"讲{{{COUNT}}}", facts.opening, count=1))


def _changes(nodes: Sequence[NodeFacts]) -> Iterator[_Step]:
    for node in nodes:
        changed = _naming(node) if not node.children else _named(node)
        if changed is not None:
            yield _replacing(changed)
        yield from _changes(node.children)


def _replacing(node: NodeFacts) -> _Step:
    def put(nodes: Sequence[NodeFacts]) -> tuple[NodeFacts, ...]:
        return tuple(
            _merged(each, node)
            if each.row == node.row
            else replace(each, children=put(each.children))
            for each in nodes
        )

    return lambda facts: replace(facts, nodes=put(facts.nodes))


def _merged(each: NodeFacts, changed: NodeFacts) -> NodeFacts:
    """The texts of `changed`; the children of `each`, which may have changed since, if any."""
    return replace(changed, children=each.children or changed.children)


def _named(node: NodeFacts) -> NodeFacts | None:
    """A node whose own texts say “五稳” of its children."""
    below = [f"{child.heading}{child.body}" for child in node.children]
    name = found_in((node.heading, node.body, node.tail), below)
    if name is None:
        return None
    token = f"{{{COLLECTIVE}}}"
    return replace(
        node,
        heading=node.heading.replace(name.quoted, token),
        body=node.body.replace(name.quoted, token),
        tail=node.tail.replace(name.quoted, token),
        collective=name.word,
    )


def _naming(node: NodeFacts) -> NodeFacts | None:
    """A part without points that names them: 加快实施甲工程、乙工程等“两大工程”。"""
    named = named_in(node.body)
    if named is None:
        return None
    before, after = node.body[: named.start], node.body[named.end :]
    kind = POINT_FOR.get(node.kind, Kind.ITEM)
    return replace(
        node,
        body=f"{before}{{{HEADINGS}}}等{{{COLLECTIVE}}}{after}",
        children=tuple(NodeFacts(node.row, kind, heading=work) for work in named.works),
        collective=named.name.word,
    )


class Named(NamedTuple):
    """Works named in a text, from `start` to `end`, and their collective name behind them."""

    start: int
    end: int
    works: tuple[str, ...]
    name: Collective


def named_in(text: str) -> Named | None:
    """The first list of works that counts as many as its collective name says."""
    for match in _NAMED.finditer(text):
        name = Collective(match["number"], match["word"])
        works_start = _start_of_list(text, match.start())
        works = tuple(_BETWEEN.split(text[works_start : match.start()]))
        is_short = max(map(len, works)) <= _LONGEST_NAME
        if is_short and name.number == count_word(len(works)) and _fits(name, works):
            return Named(works_start, match.end(), works, name)
    return None


def _start_of_list(text: str, end: int) -> int:
    """Where the works begin that end at `end`: behind the mark and the verb before them."""
    clause = _LIST.search(text[max(end - _LONGEST_LIST, 0) : end])
    listed = clause.group() if clause else ""
    verb = _VERB.match(listed)
    return end - len(listed) + (verb.end() if verb else 0)


def collectives_in(nodes: Sequence[Node]) -> Iterator[Collective]:
    """The collective names in an outline, in order."""
    for node in nodes:
        below = ["".join((child.heading, *child.body)) for child in node.children]
        texts = (node.heading, *node.body, *node.tail)
        if below and (name := found_in(texts, below)):
            yield name
        elif not below and (named := named_in("\n".join(node.body))):
            yield named.name
        yield from collectives_in(node.children)
