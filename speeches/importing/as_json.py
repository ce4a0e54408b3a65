"""The outline as one JSON object, for programs: the keys are fixed.

Headings stand without their numbers, paragraphs without their line breaks. What is missing is
null. A part without a heading that only goes on with the one before it (the problems) is that
one's tail here; one behind a gap, or with points in paragraphs of their own, stands for itself.
Items such as 一是 that stand right under a part are the items of a point without a heading, so
that their markers are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from speeches.document.numbering import continues
from speeches.importing.nodes import Node
from speeches.importing.outline import Outline
from speeches.importing.source import LAYOUT

Json = dict[str, Any]


def as_json(outline: Outline, speech_id: int | None = None) -> Json:
    """`outline` as plain values. Removed text is a repair that leaves nothing; a gap or a jump in
    the numbering is listed with what was not recognised."""
    return {
        "kind": "speech" if outline.genre.is_speech else "other",
        "title": "\n".join(outline.title) or None,
        "subtitle": outline.subtitle or None,
        "speaker": " ".join(filter(None, (outline.post, outline.speaker))) or None,
        "date": outline.date.isoformat() if outline.date else outline.date_note or None,
        "salutation": outline.salutation or None,
        "opening": list(outline.opening),
        "sections": _sections(outline.sections),
        "closing": list(outline.closing),
        "repairs": _repairs(outline),
        "unrecognised": _unrecognised(outline),
        "placeholders": outline.placeholders,
        "speech_id": speech_id,
    }


def _sections(sections: Sequence[Node]) -> list[Json]:
    made: list[Json] = []
    for section in sections:
        if made and section.goes_on and all(_runs_in(child) for child in section.children):
            made[-1]["tail"] += paragraphs_of(section)
        else:
            made.append(_section(section))
    return made


def _runs_in(node: Node) -> bool:
    return node.joined or not node.number


def _section(section: Node) -> Json:
    return {
        "heading": _heading(section),
        "kind": section.kind.value,
        "lead": list(section.body),
        "points": list(_points(section.children)),
        "tail": list(section.tail),
    }


def _points(children: Sequence[Node]) -> Iterator[Json]:
    for is_bare, group in groupby(children, lambda child: bool(child.label and not child.heading)):
        members = list(group)
        if is_bare and any(child.joined or not continues(child.marker) for child in members):
            yield _point(Node(members[0].kind, children=tuple(members)))
        else:
            yield from map(_point, members)


def _point(point: Node) -> Json:
    return {
        "heading": _heading(point),
        "body": list(point.body),
        "items": [_item(child) for child in point.children],
        "tail": list(point.tail),
    }


def _item(item: Node) -> Json:
    texts = [_opened(item), *item.tail] if item.tail else [_opened(item)]
    return {
        "marker": item.label,
        "text": "\n".join(texts),
        "items": [_item(child) for child in item.children],
    }


def _opened(item: Node) -> str:
    """An item's heading and text: 加强领导。压实责任，…"""
    if item.heading and item.run_in:
        return "\n".join([_run_in(item), *item.body[1:]])
    return "\n".join(filter(None, (item.heading, *item.body)))


def _run_in(item: Node) -> str:
    stop = "" if item.heading.endswith(("：", "！", "？")) else "。"
    return item.heading + stop + "".join(item.body[:1])


def _heading(node: Node) -> str | None:
    return node.heading.rstrip("。：") or None


def paragraphs_of(node: Node) -> list[str]:
    """The paragraphs of a node with all that runs in, its own number left out."""
    texts = _opened(node).split("\n") if node.heading or node.body else []
    for child in node.children:
        own = paragraphs_of(child)
        own[:1] = [child.label + "".join(own[:1])]
        if child.joined and texts:
            texts[-1] += own.pop(0)
        texts += own
    tail = list(node.tail)
    if node.tail_joined and texts and tail:
        texts[-1] += tail.pop(0)
    return [*texts, *tail]


def _repairs(outline: Outline) -> list[Json]:
    made = [(r.span, r.before, r.after, r.reason) for r in outline.repairs]
    made += [(r.span, r.text, "", r.reason) for r in outline.removed if r.reason != LAYOUT]
    return [
        {"line": span.line, "before": before, "after": after, "reason": reason}
        for span, before, after, reason in sorted(made)
    ]


def _unrecognised(outline: Outline) -> list[Json]:
    found = [(each.line, each.text, each.reason) for each in (*outline.unrecognised, *outline.gaps)]
    found += [(jump.line, jump.label, jump.reason) for jump in outline.jumps]
    return [{"line": line, "text": text, "reason": reason} for line, text, reason in sorted(found)]
