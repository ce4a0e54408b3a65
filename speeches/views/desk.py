"""The desk: the outline, what is worked at, and the pages beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from speeches import rules
from speeches.document.expansion import Expander, Field
from speeches.document.facts import POINT_FOR, Row, SpeechFacts
from speeches.document.inserting import insertable
from speeches.document.language import Source, duration, spoken
from speeches.document.numbering import count_word, marker_text
from speeches.document.outline import Entry, Outline, outline_of
from speeches.document.tree import Block, Document, Token, Typed
from speeches.enums import PART_KINDS, NodeKind
from speeches.forms.once import fresh_key
from speeches.models import Node, Speech, User
from speeches.services.circulating import leaders_copy
from speeches.services.copies import Copy, current_copy
from speeches.services.editions import default_edition
from speeches.services.facts import facts_of
from speeches.services.fonts import font_note
from speeches.services.proofreading import Proof, proof_of
from speeches.services.speaking import pace_of
from speeches.typeset.pages import Pages
from speeches.views.findings import markings, sheets_address, told_counts
from speeches.views.paper import FIRST, shown

LONGEST_WORDS = 24  # characters of a text that stands for a missing heading
UNWRITTEN = "未写"
SHOWN_LEVELS = 2  # parts and points; what is deeper only where one works


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline. `below` names what can be added under a part; `is_text`: it has no
    heading, so the beginning of its text stands here."""

    key: int
    level: int
    number: str
    words: str
    note: str
    is_here: bool
    is_text: bool
    below: str = ""


def desk_context(
    request: HttpRequest,
    speech: Speech,
    here: Row | str = "",
    *,
    facts: SpeechFacts | None = None,
    show: str = "",
) -> dict[str, Any]:
    """What every page of the desk shows. `here`: the node worked at, or title, opening, closing.

    `show`: which findings (`findings.SHOWN`).
    """
    facts = facts or facts_of(speech)
    outline = outline_of(facts)
    copy = current_copy(speech, facts)
    proof = proof_of(speech, copy, facts)
    row = here if isinstance(here, Row) else None
    links, reasons = ways(request.user, speech)
    return (
        _pages_context(request, speech, copy, proof, _blocks_of(copy.document, here, outline), show)
        | _outline_context(speech, facts, outline, copy.document, row)
        | {
            "speech": speech,
            "here": here,
            "links": links,
            "reasons": reasons,
            "proof": proof,
            "check_counts": told_counts(proof.counts),
            "leaders": leaders_copy(speech, copy),
            "insertables": insertable(facts, outline, row),
            "bin_count": Node.objects.filter(speech=speech, deleted_at__isnull=False).count(),
            "part_kinds": [(kind.value, kind.label) for kind in PART_KINDS],
            "once": fresh_key(request.user),
        }
    )


def _pages_context(
    request: HttpRequest, speech: Speech, copy: Copy, proof: Proof, blocks: list[int], show: str
) -> dict[str, Any]:
    """The first sheets and that of `blocks`, which are worked at, with the findings on them."""
    pages = copy.pages(default_edition(speech.meeting.bureau))
    page_here = _first_page(pages, blocks)
    wanted = (*FIRST, page_here) if page_here else FIRST
    sheets, marked = sheets_address(speech, show), markings(proof, show)
    return shown(request, copy, pages, sheets, wanted, marked) | {
        "font_note": font_note(pages),
        "blocks_here": " ".join(map(str, blocks)),
        "page_here": page_here,
    }


def ways(user: User, speech: Speech) -> tuple[dict[str, str], list[str]]:
    """The addresses of what can be done with a speech, and why not the rest."""
    allowed = {
        "export": rules.may_export(user),
        "mark_final": rules.may_mark_final(user, speech),
    }
    if user.role in rules.FINALISERS:
        allowed["mark_final"] = rules.YES  # a final speech too has its page there
    names = ["figures", "checks", "sheets", *(name for name, answer in allowed.items() if answer)]
    links = {name: reverse(name, args=[speech.pk]) for name in names}
    return links, [answer.reason for answer in allowed.values() if not answer]


def title_of(node: Node, lines: list[Line]) -> str:
    """What the page of a node is called: its number and heading as the outline has them."""
    line = next((line for line in lines if line.key == node.pk), None)
    return f"{line.number}{line.words}" if line else str(node)


# --- The outline -----------------------------------------------------------------------------


def _outline_context(
    speech: Speech, facts: SpeechFacts, outline: Outline, document: Document, here: Row | None
) -> dict[str, Any]:
    """The lines with their lengths, and how long all of it takes."""
    counts, pace = spoken(document), pace_of(speech)
    lines = list(_lines(facts, outline, counts, pace, here))
    return {
        "lines": lines,
        "unwritten": [line for line in lines if line.note == UNWRITTEN],
        "opening_count": counts[Source(facts.row, "opening")],
        "closing_count": counts[Source(facts.row, "closing")],
        "duration": duration(counts.total(), pace),
        "pace": pace,
    }


def _lines(
    facts: SpeechFacts, outline: Outline, counts: Counter[Source], pace: int, here: Row | None
) -> Iterator[Line]:
    expander = Expander(facts, outline)
    totals = _totals(outline, counts)
    opened = _opened(outline, here)
    for entry in outline.entries:
        if entry.depth > SHOWN_LEVELS and entry.parent not in opened:
            continue
        node = entry.node
        yield Line(
            key=node.row.key,
            level=entry.depth,
            number=marker_text(entry.marker, entry.ordinal, entry.depth) if entry.ordinal else "",
            words=_words(expander, entry),
            note=_note(entry, totals[entry], pace),
            is_here=node.row == here,
            is_text=not node.heading.strip(),
            below=NodeKind(POINT_FOR[NodeKind(node.kind)]).label if entry.depth == 1 else "",
        )


def _opened(outline: Outline, here: Row | None) -> list[Entry]:
    """The node worked at and all above it: their children are shown."""
    entry = next((entry for entry in outline.entries if entry.node.row == here), None)
    return list(entry.upwards()) if entry else []


def _totals(outline: Outline, counts: Counter[Source]) -> Counter[Entry]:
    """The characters of every node with all below it."""
    own: Counter[Row] = Counter()
    for source, count in counts.items():
        own[source.row] += count
    totals: Counter[Entry] = Counter()
    for entry in reversed(outline.entries):  # children before their parents
        totals[entry] += own[entry.node.row]
        if entry.parent:
            totals[entry.parent] += totals[entry]
    return totals


def _note(entry: Entry, count: int, pace: int) -> str:
    """字数; of a part its collective name and the time that it takes, too."""
    if entry.depth > 1:
        return f"{count:,}" if count else UNWRITTEN
    told = [f"{count:,}字", duration(count, pace)] if count else [UNWRITTEN]
    if entry.node.collective.strip() and entry.numbered:
        told.insert(0, f"“{count_word(len(entry.numbered))}{entry.node.collective.strip()}”")
    return " · ".join(told)


def _words(expander: Expander, entry: Entry) -> str:
    """The heading as the pages have it; without one the beginning of the text."""
    node = entry.node
    if node.heading.strip():
        return _printed(expander, entry, "heading", node.heading)
    first = (node.body.strip() or node.tail.strip()).partition("\n")[0]
    if not first:
        return f"（{NodeKind(node.kind).label}，还没有写）"
    words = _printed(expander, entry, "body", first)
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + "…"


def _printed(expander: Expander, entry: Entry, field: str, text: str) -> str:
    runs = expander.line(Field(entry.node.row, field, text, entry))
    return "".join(run.text for run in runs)


# --- Where it stands on the pages ------------------------------------------------------------


def _blocks_of(document: Document, here: Row | str, outline: Outline) -> list[int]:
    """The blocks that say something of what is worked at."""
    if isinstance(here, str):
        return [at for at, block in enumerate(document.blocks) if here and _says(block, here)]
    rows = {here} | {entry.node.row for entry in outline.entries if _is_below(entry, here)}
    return [at for at, block in enumerate(document.blocks) if rows & _rows_of(block)]


def _is_below(entry: Entry, here: Row) -> bool:
    """Of a part only its own words are meant: its points have forms of their own."""
    above = list(entry.upwards())
    return any(each.node.row == here for each in above[:-1])


def _rows_of(block: Block) -> set[Row]:
    """The rows whose own text stands in a block; a heading quoted in a lead is none of them."""
    origins = (run.origin for run in block.runs)
    return {block.row} | {each.row for each in origins if isinstance(each, Typed | Token)}


def _says(block: Block, field: str) -> bool:
    """Whether a block holds this field of the speech itself."""
    told = (run.origin for run in block.runs if isinstance(run.origin, Typed | Token))
    return any(each.row.table == "speech" and each.field == field for each in told)


def _first_page(pages: Pages, blocks: list[int]) -> int | None:
    """The page on which the first of these blocks begins."""
    for page in pages.pages:
        if any(line and line.block in blocks for line in page.lines):
            return page.number
    return None
