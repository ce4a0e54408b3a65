"""From the text of a field to runs: lines, tokens, and the blanks that print nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from speeches.document import tokens
from speeches.document.facts import FigureFacts, Kind, Row, SpeechFacts
from speeches.document.marks import starts_with_mark
from speeches.document.numbering import count_word
from speeches.document.outline import Entry, Outline
from speeches.document.tokens import Piece
from speeches.document.tree import Made, Mark, Quoted, Run, Token, Typed

Runs = list[Run]

_CLOSING_MARKS = "。；，、："
_OPENERS, _CLOSERS = ("“", "《"), ("”", "》")


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of a row, with the node that its tokens are read in (None: the speech)."""

    row: Row
    name: str
    text: str
    scope: Entry | None = None


class Expander:
    """Turns fields into runs; knows the outline and the ledger and nothing of layout."""

    def __init__(self, facts: SpeechFacts, outline: Outline) -> None:
        self._collectives = _by_heading(outline)
        self._parts = [part for part in outline.parts if part.ordinal]
        self._figures = {tokens.key(figure.name): figure for figure in reversed(facts.figures)}

    def paragraphs(self, field: Field) -> list[Runs]:
        """One list of runs for each line that has text, its outer blanks as silent runs.

        Blank lines are kept as silent runs too; a field of blanks alone is one silent line.
        """
        return _lines(field, lambda piece: self._runs(field, piece))

    def line(self, field: Field) -> Runs:
        """The runs of a field of one line; a line end in it prints nothing."""
        return [run for line in self.paragraphs(field) for run in line]

    def _runs(self, field: Field, piece: Piece, *, in_lead: bool = False) -> Runs:
        """What a piece becomes. `in_lead`: of a heading named in a lead, where a ``{要点}``
        stays as typed, or headings that name each other would have no end."""
        if piece.name is None:
            return [Run(piece.text, Typed(field.row, field.name, piece.offset, piece.source))]
        token = Token(field.row, field.name, piece.offset, piece.source, piece.name)
        if piece.name == tokens.HEADINGS:
            return [_unknown(token)] if in_lead else self._headings(field, token)
        if piece.name == tokens.COUNT:
            return [self._count(field, token)]
        if piece.name.split(":")[0] == tokens.COLLECTIVE:
            return [self._collective(field, token)]
        figure = self._figures.get(piece.name)
        return [_figure(token, figure) if figure else _unknown(token)]

    def _count(self, field: Field, token: Token) -> Run:
        """How many points the list has; an empty one is marked, not passed over for another."""
        entry = _with_list(field)
        counted = entry.numbered if entry else self._parts
        if not counted:
            return _unknown(token)
        target = entry.node.row if entry else None
        return Run(count_word(len(counted)), replace(token, target=target))

    def _collective(self, field: Field, token: Token) -> Run:
        entry = self._collectively_named(field, token.name)
        if entry is None or not entry.numbered:
            return _unknown(token)
        words = count_word(len(entry.numbered)) + entry.node.collective.strip()
        opening, closing = _quotation_marks(field.text, token)
        return Run(opening + words + closing, replace(token, target=entry.node.row))

    def _collectively_named(self, field: Field, name: str) -> Entry | None:
        _, colon, heading = name.partition(":")
        if colon:
            return self._collectives.get(heading) if heading else None
        for entry in field.scope.upwards() if field.scope else ():
            if entry.node.collective.strip():
                return entry
        return None

    def _headings(self, field: Field, token: Token) -> Runs:
        """The headings joined by 、; none stands between ”“ or 》《 (GB/T 15834, 4.5.3.5).

        The token itself prints nothing. Headings set elsewhere are quotations; those that are set
        nowhere else are set here, at the first place that names them.
        """
        owner = _with_list(field)
        named = owner.named if owner else self._parts
        if not named:
            return [_unknown(token)]
        is_home = _is_home(field, token)
        runs = [Run("", replace(token, target=owner.node.row if owner else None))]
        before = ""
        for entry in named:
            heading = self._heading(entry, is_home)
            after = "".join(run.text for run in heading)
            if before and not _adjoin(before, after):
                runs.append(Run("、", Made.SEPARATOR))
            runs += heading
            before = after
        return runs

    def _heading(self, entry: Entry, is_home: bool) -> Runs:
        """A heading inside a lead, where its end mark has no place."""
        field = Field(entry.node.row, "heading", entry.node.heading, entry)
        lines = _lines(field, lambda piece: self._runs(field, piece, in_lead=True))
        runs = _without_end_mark([run for line in lines for run in line])
        return runs if is_home else [_quoted(run) for run in runs if run.text]


def _by_heading(outline: Outline) -> dict[str, Entry]:
    """The nodes with a collective name by their headings; of equal headings the first.

    A token cannot be typed inside another, so headings are compared without theirs.
    """
    return {
        tokens.key(tokens.plain(entry.node.heading)): entry
        for entry in reversed(outline.entries)
        if entry.node.collective.strip()
    }


def _lines(field: Field, expand: Callable[[Piece], Runs]) -> list[Runs]:
    lines: list[Runs] = []
    leading: Runs = []
    offset = 0
    for line in field.text.splitlines(keepends=True):
        runs = _line(field, line, offset, expand)
        offset += len(line)
        if line.strip():
            lines.append(leading + runs)
            leading = []
        elif lines:
            lines[-1] += runs
        else:
            leading += runs
    return [*lines, leading] if leading else lines


def _line(field: Field, line: str, offset: int, expand: Callable[[Piece], Runs]) -> Runs:
    text = line.strip()
    start = offset + len(line) - len(line.lstrip())
    before, after = line[: start - offset], line[start - offset + len(text) :]
    runs = [Run("", Typed(field.row, field.name, offset, before))] if before else []
    runs += [run for piece in tokens.split(text, start) for run in expand(piece)]
    if after:
        runs.append(Run("", Typed(field.row, field.name, start + len(text), after)))
    return runs


def _with_list(field: Field) -> Entry | None:
    """The node whose children are counted and named in a field; None: the parts of the speech.

    It is the field's own node, except that an item without a list speaks of the one it stands in.
    """
    entry = field.scope
    while entry and entry.parent and entry.node.kind is Kind.ITEM and not entry.numbered:
        entry = entry.parent
    return entry


def _is_home(field: Field, token: Token) -> bool:
    entry = field.scope
    return entry is not None and entry.home == (field.name, token.offset)


def _figure(token: Token, figure: FigureFacts) -> Run:
    token = replace(token, target=figure.row)
    if not figure.value.strip():
        return Run(f"〔待补：{figure.name}〕", token, mark=Mark.EMPTY)
    mark = None if figure.confirmed else Mark.UNCONFIRMED
    return Run(figure.value + figure.unit, token, mark=mark)


def _unknown(token: Token) -> Run:
    return Run(token.source, token, mark=Mark.UNKNOWN)


def _quotation_marks(text: str, token: Token) -> tuple[str, str]:
    """“ ”, or ‘ ’ inside a quotation (GB/T 15834, 4.8.3.4), or none where they are typed."""
    start, end = token.offset, token.offset + len(token.source)
    if text.endswith(("“", "‘"), 0, start) and text.startswith(("”", "’"), end):
        return "", ""
    line = text.rfind("\n", 0, start) + 1
    is_quoted = text.count("“", line, start) > text.count("”", line, start)
    return ("‘", "’") if is_quoted else ("“", "”")


def _without_end_mark(runs: Runs) -> Runs:
    """A heading may have been typed with its end mark, which has no place inside a lead."""
    *before, last = [index for index, run in enumerate(runs) if run.text]
    text, origin = runs[last].text, runs[last].origin
    kept = text.rstrip(_CLOSING_MARKS)
    if not isinstance(origin, Typed) or kept == text or not (kept or before):
        return runs
    dropped = Typed(origin.row, origin.field, origin.offset + len(kept), text[len(kept) :])
    shortened = [Run(kept, replace(origin, source=kept))] if kept else []
    return [*runs[:last], *shortened, Run("", dropped), *runs[last + 1 :]]


def _quoted(run: Run) -> Run:
    origin = run.origin
    assert isinstance(origin, Typed | Token)  # headings are made of nothing else
    return replace(run, origin=Quoted(origin.row, origin.field, origin.offset, origin.source))


def _adjoin(before: str, after: str) -> bool:
    """Whether no 、 stands between: ”“ and 》《, and beside a mark that is typed."""
    if starts_with_mark(after) or starts_with_mark(before[-1:]):
        return True
    return before.endswith(_CLOSERS) and after.startswith(_OPENERS)
