"""The facts of an outline: what the app keeps of it, rows keyed by their position.

Numbers and the marks between items are left to assembly wherever it sets the very same ones;
where content is missing, 〔此处原文缺失〕 keeps the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from speeches.document.facts import (
    MAX_DEPTH,
    POINT_FOR,
    Kind,
    Layout,
    Marker,
    NodeFacts,
    Row,
    SpeechFacts,
)
from speeches.document.numbering import continues
from speeches.importing.collectives import with_tokens
from speeches.importing.listing import bare, ended
from speeches.importing.nodes import Node
from speeches.importing.outline import Outline

MISSING = "〔此处原文缺失〕"
_MOST_MISSING = 9  # further apart, numbers are mistyped rather than missing
_FORMS = (Marker.HAN, Marker.HAN_BRACKETED, Marker.ARABIC, Marker.ARABIC_BRACKETED)
_SPOKEN = (Marker.SHI, Marker.YAO, Marker.DI)
_NO_ROW = Row("node", 0)


def facts_of(outline: Outline) -> SpeechFacts:
    """What the speech says, as `assemble` reads it: typed braces escaped, no figures.

    A collective name becomes its token where that prints the same. Parts are numbered as `outline`
    has them; numbers that jump are set anew.
    """
    spelt = any(s.label.startswith("第") and s.marker is Marker.HAN for s in outline.sections)
    first = 1 if spelt else 0  # 第一部分 stands above 一、
    parts = _in_turn(outline.sections, first)
    made = SpeechFacts(
        row=Row("speech", 0),
        title=_lines(outline.title),
        subtitle=_typed(_subtitle(outline.subtitle)),
        speaker=_typed(outline.speaker),
        post=_typed(outline.post),
        date=outline.date,
        date_note=_typed(outline.date_note),
        salutation=_typed(outline.salutation),
        opening=_lines(outline.opening),
        nodes=tuple(parts),
        closing=_lines(outline.closing),
        marker=outline.marker,
    )
    return with_tokens(made)


def _subtitle(subtitle: str) -> str:
    """The page sets the dash itself before 在; before other words it is typed."""
    return subtitle if not subtitle or subtitle.startswith("在") else f"——{subtitle}"


def _in_turn(sections: Sequence[Node], first: int) -> Iterator[NodeFacts]:
    """The parts; of two whose numbers could run on, `marker` says whether they do."""
    before = Marker.NONE
    number = 0
    for section in sections:
        if section.behind_gap and section.number > number + 1:
            yield from _missing(section.kind, section.number - number - 1)
        number = section.number or number
        made = _node(section, 1, first)
        if section.goes_on and made.marker is before and _first(section.children) == 1:
            made = _anew(section, made, first)
        before = made.marker if made.children else before
        yield made


def _anew(section: Node, made: NodeFacts, first: int) -> NodeFacts:
    """A part without a heading whose points are 1, 2 … again and must not run on.

    They do not if the marker is another one: （一） by name after （一） by depth. Else a group
    keeps them apart.
    """
    if made.marker is Marker.OUTLINE:
        return replace(made, marker=Marker.HAN_BRACKETED)
    return _node(_grouped(section), 1, first) if continues(made.marker) else made


def _grouped(node: Node) -> Node:
    """`node` with its list and tail in a group of their own, without number and heading."""
    items = tuple(replace(child, kind=Kind.ITEM) for child in node.children)
    group = Node(
        _below(node.kind),
        children=items,
        tail=node.tail,
        joined=items[0].joined,
        tail_joined=node.tail_joined,
    )
    return replace(node, children=(group,), tail=(), tail_joined=False)


def _first(children: Sequence[Node]) -> int:
    return next((child.number for child in children if child.number), 0)


def _missing(kind: Kind, number: int) -> list[NodeFacts]:
    if number > _MOST_MISSING:
        return []
    if kind in POINT_FOR:
        return [NodeFacts(_NO_ROW, kind, heading=MISSING)] * number
    return [NodeFacts(_NO_ROW, kind, body=MISSING)] * number


def _node(node: Node, depth: int, first: int) -> NodeFacts:
    heading = node.heading
    if depth == 1 and node.behind_gap and not heading:
        heading = MISSING
    facts = NodeFacts(
        _NO_ROW,
        node.kind,
        heading=_typed(heading),
        heading_run_in=node.run_in,
        body=_lines(_labelled(node)),
        tail=_lines(node.tail),
    )
    if not node.children:
        return facts
    return _with_children(facts, node, depth, first)


def _labelled(node: Node) -> tuple[str, ...]:
    """首先， is no number of the app's: it stays in the text."""
    if node.marker is not Marker.NONE or not node.label:
        return node.body
    return (node.label + "".join(node.body[:1]), *node.body[1:])


def _with_children(facts: NodeFacts, node: Node, depth: int, first: int) -> NodeFacts:
    if _begins_anew(facts, node) and depth < MAX_DEPTH - 1:
        node = _grouped(node)
        facts = replace(facts, tail="")
    marker = _marker(node.children, depth + 1, first)
    children = tuple(_with_missing(node, depth, first))
    if all(child.joined for child in node.children[1:]) and _runs_in(facts, node):
        layout = Layout.RUN_IN_TAIL if node.tail_joined else Layout.RUN_IN
        children, separator, etcetera = bare(children, has_tail=node.tail_joined)
        return replace(
            facts,
            marker=marker,
            layout=layout,
            children=children,
            separator=separator,
            etcetera=etcetera,
        )
    layout = Layout.BLOCKS
    if marker in _SPOKEN and (paragraphs := ended(children)):
        layout, children = Layout.PARAGRAPHS, paragraphs
    return replace(facts, marker=marker, layout=layout, children=children)


def _below(kind: Kind) -> Kind:
    return POINT_FOR.get(kind, Kind.ITEM)


def _runs_in(facts: NodeFacts, node: Node) -> bool:
    return node.children[0].joined or (len(node.children) > 1 and not facts.body)


def _begins_anew(facts: NodeFacts, node: Node) -> bool:
    """A list that runs in, in a paragraph of its own below the text that leads to it."""
    head, *others = node.children
    is_list = bool(others) and all(child.joined for child in others) and not head.joined
    return is_list and bool(facts.body or (facts.heading and facts.heading_run_in))


def _with_missing(node: Node, depth: int, first: int) -> Iterator[NodeFacts]:
    before = 0
    for child in node.children:
        is_behind = child.behind_gap or (node.behind_gap and child is node.children[0])
        if is_behind and child.number > before + 1:
            yield from _missing(child.kind, child.number - before - 1)
        before = child.number or before
        yield _node(child, depth + 1, first)


def _marker(children: Sequence[Node], depth: int, first: int) -> Marker:
    """What stands before the children, by depth where that is the usual number there."""
    marker = next((child.marker for child in children if child.number), Marker.NONE)
    usual = _FORMS[min(depth - first, len(_FORMS)) - 1]
    return Marker.OUTLINE if marker is usual else marker


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(map(_typed, texts))


def _typed(text: str) -> str:
    """Braces that came with the text name nothing: doubled, they print themselves."""
    return text.replace("{", "{{").replace("｛", "｛｛")
