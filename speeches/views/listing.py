"""Findings as lines of a list: repeats folded, each with its surroundings and the ways to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from speeches.checks.base import Finding, Level, Rule
from speeches.checks.folding import Entry, by_part, fold
from speeches.checks.mending import why_not
from speeches.checks.registry import BY_ID
from speeches.document.facts import Row
from speeches.document.tree import Document, Place, locate
from speeches.models import Ignore
from speeches.services.ignoring import alike
from speeches.services.proofreading import Left, Proof
from speeches.typeset.pages import Pages
from speeches.views.places import form_of

MOST = 100  # findings of one line that are listed: a page is for people
AROUND = 14  # characters before and behind a finding that tell where it stands


@dataclass(frozen=True, slots=True)
class Spot:
    """One finding in its surroundings, and the ways to it.

    `page` leads to it on the pages, `form` to the field that holds it, or to the figure. `refused`
    says why it is not changed where it stands, unless what is said of it names the source itself.
    """

    finding: Finding
    before: str
    after: str
    page: str
    form: str
    refused: str
    is_figure: bool

    @property
    def fix(self) -> str | None:
        return self.finding.fix


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: what one rule says, once or often; `number` counts from 1.

    `message` is what is said of all of them. `spots` are the first of its findings, `count` is
    how many there are.
    """

    number: int
    rule: Rule
    level: Level
    key: str
    message: str
    spots: tuple[Spot, ...]
    count: int
    safe: bool

    @property
    def more(self) -> int:
        return self.count - len(self.spots)

    @property
    def tells_each(self) -> bool:
        """Whether something else is said of every place, which matters where each is read."""
        return not self.safe and self.message == self.rule.why


@dataclass(frozen=True, slots=True)
class LeftLine:
    """What one person left of one rule for one reason; `ignores` are the rows of the spots."""

    line: Line
    ignores: tuple[Ignore, ...]

    @property
    def ignore(self) -> Ignore:
        return self.ignores[0]

    @property
    def places(self) -> list[tuple[Spot, Ignore]]:
        return list(zip(self.line.spots, self.ignores, strict=False))


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a part."""

    title: str
    lines: tuple[Line, ...]


def groups(proof: Proof, pages: Pages, levels: Iterable[Level]) -> list[Group]:
    """The lines of the list, part by part."""
    listed = _Listing(proof.document, pages)
    return [
        Group(group.title, tuple(map(listed.line, group.entries)))
        for group in by_part(proof.document, fold(proof.of(levels)))
    ]


def lines(proof: Proof, pages: Pages, entries: Iterable[Entry]) -> list[Line]:
    """Entries as lines, in their order."""
    return list(map(_Listing(proof.document, pages).line, entries))


def left(proof: Proof, pages: Pages) -> list[LeftLine]:
    """What is not shown again, in lines of what can be brought back together."""
    listed = _Listing(proof.document, pages)
    together: dict[tuple[object, ...], list[Left]] = {}
    for each in proof.left:
        together.setdefault(alike(each.ignore), []).append(each)
    return [
        LeftLine(
            listed.line(Entry(tuple(each.finding for each in group))),
            tuple(each.ignore for each in group),
        )
        for group in together.values()
    ]


class _Listing:
    """Numbers lines, and knows on which page everything stands."""

    def __init__(self, document: Document, pages: Pages) -> None:
        self._document = document
        self._ends: dict[int, list[tuple[int, int]]] = {}
        for page in pages.pages:
            for line in filter(None, page.lines):
                self._ends.setdefault(line.block, []).append((line.end, page.number))
        self._count = 0

    def line(self, entry: Entry) -> Line:
        self._count += 1
        return Line(
            number=self._count,
            rule=BY_ID[entry.rule],
            level=entry.level,
            key=entry.key,
            message=_message(entry),
            spots=tuple(map(self._spot, entry.findings[:MOST])),
            count=entry.count,
            safe=entry.safe,
        )

    def _spot(self, finding: Finding) -> Spot:
        before, after = around(self._document, finding)
        page = f"#page-{self._page(finding)}"
        row, field, refused = self._source(finding)
        is_figure = row.table == "figure"
        return Spot(finding, before, after, page, field_address(row, field), refused, is_figure)

    def _page(self, finding: Finding) -> int:
        ends = self._ends.get(finding.block, [])
        return next((page for end, page in ends if finding.start < end), 1)

    def _source(self, finding: Finding) -> tuple[Row, str, str]:
        """The row and field that hold what is to be changed, and why that is not the text."""
        typed_over = replace(finding, fix=finding.text)
        if refusal := why_not(self._document, typed_over):
            source = refusal.sentence.partition("：")[0].removeprefix("这里来自")
            is_told = source in finding.message
            return refusal.row, refusal.field, "" if is_told else refusal.sentence
        place = locate(self._document, finding.block, finding.start)
        assert isinstance(place, Place)  # what can be typed over was typed
        return place.row, place.field, ""


def _message(entry: Entry) -> str:
    """What is said of every finding of an entry; where that differs, what its rule says."""
    told = {finding.message for finding in entry.findings}
    return told.pop() if len(told) == 1 else BY_ID[entry.rule].why


def around(document: Document, finding: Finding) -> tuple[str, str]:
    """What stands before and behind a finding, as much as tells where it is."""
    text = document.blocks[finding.block].text
    before = text[max(finding.start - AROUND, 0) : finding.start]
    after = text[finding.end : finding.end + AROUND]
    more = (finding.start > AROUND, finding.end + AROUND < len(text))
    return "…" * more[0] + before, after + "…" * more[1]


def field_address(row: Row, field: str) -> str:
    """The form of a row, at the field."""
    if row.table == "figure":
        return reverse("figure", args=[row.key])
    return f"{form_of(row, field)}#id_{field}"
