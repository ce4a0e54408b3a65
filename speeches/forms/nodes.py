"""What the forms of all nodes share: rows, links, and one way to save them together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from crispy_forms.layout import LayoutObject
from crispy_forms.utils import render_field
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string

from speeches.document.facts import Kind, Marker, NodeFacts, SpeechFacts
from speeches.document.numbering import without_number
from speeches.enums import NodeKind
from speeches.forms.base import TextForm
from speeches.forms.once import fresh_key, key_of
from speeches.forms.rows import PREFIX, RowForm, Rows
from speeches.models import Department, Item
from speeches.services.refusals import Conflict, Gone
from speeches.services.rows import Links, NotTogether, save_with_rows

ROWS_LOST = "有几条刚被别人删去，都还没有保存。请看下面标出的各栏。"
LONGEST_LABEL = 30  # characters of a problem or a priority in a list of them


class Folded(LayoutObject):
    """Fields behind a line that opens them: what is seldom changed."""

    def __init__(self, title: str, *fields: str) -> None:
        self.title, self.fields = title, list(fields)

    def render(self, form: Any, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        inner = "".join(
            render_field(name, form, context, template_pack=template_pack, **kwargs)
            for name in self.fields
        )
        has_trouble = any(form[name].errors or form[name].difference for name in self.fields)
        told = {"title": self.title, "inner": inner, "is_open": has_trouble}
        return render_to_string("speeches/_folded.html", told)


class RowsHere(LayoutObject):
    """The place of the rows in a form."""

    def __init__(self) -> None:
        self.fields: list[str] = []

    def render(self, form: Any, context: Any, template_pack: str = "", **kwargs: Any) -> str:
        return render_to_string("speeches/_rows.html", {"form": form, "rows": form.rows})


class NodeForm(TextForm):
    """The form of a node that stands in a speech. Nothing in it is required.

    `facts` are those of the speech now. `rows_name` says what its items are to a person; without
    one they are no rows here, but lines of the outline.
    """

    rows_name = ""
    links_name = ""
    number_taken = ""  # off the heading that was typed: the pages bring their own

    def __init__(self, *args: Any, facts: SpeechFacts, items: Sequence[Item], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.facts = facts
        sent = self.data if self.is_bound else None
        self.rows = Rows(self.instance, items, sent, actor=self.actor) if self.rows_name else None
        if self.rows:
            self.fields[f"{PREFIX}_once"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=fresh_key(self.actor)
            )
        if self.links_name:
            self._offer_links()
        if "department" in self.fields:
            bureau = self.instance.speech.meeting.bureau_id
            departments = Department.objects.filter(bureau=bureau)
            self.fields["department"].queryset = departments

    @property
    def row_forms(self) -> list[TextForm]:
        return list(self.rows.forms) if self.rows else []

    def clean_heading(self) -> str:
        """Without a typed number, where the pages set one."""
        typed: str = self.cleaned_data["heading"]
        above = self.instance.parent or self.instance.speech
        heading = typed if above.marker == Marker.NONE else without_number(typed)
        self.number_taken = typed.removesuffix(heading).strip()
        return heading

    def store(self) -> bool:
        """The node, its items and its links: all or nothing."""
        lost = self.rows.lost if self.rows else []
        try:
            with transaction.atomic():  # with a lost row only what else is refused is asked
                changed = self._store_all()
                if lost:
                    raise Gone(ROWS_LOST)
                return changed
        finally:
            for form in lost:
                form.lose()

    def _store_all(self) -> bool:
        rows = self.rows.in_order if self.rows else []
        seen = self.cleaned_data.get("seen", "")
        try:
            return save_with_rows(
                self.instance,
                self.changes(),
                [form.edit(self._once) for form in rows],
                seen=int(seen) if seen.isdecimal() else None,
                actor=self.actor,
                links=self._links(),
                is_reordered=bool(self.rows and self.rows.is_reordered),
            )
        except NotTogether as refused:
            if isinstance(gone := refused.refusals.get(-1), Gone):
                raise gone from refused  # its rows are with it in the bin, and come back with it
            for place, refusal in refused.refusals.items():
                _tell(self if place < 0 else rows[place], refusal)
            raise _first(refused) from refused

    @property
    def _once(self) -> Any:
        return key_of(self.cleaned_data.get(f"{PREFIX}_once", ""), self.actor)

    def _offer_links(self) -> None:
        """The nodes of the other kind, to be ticked, and those that were ticked at first."""
        kind = Kind.PROBLEM if self.links_name == "answers" else Kind.PRIORITY
        offered = [(node.row.key, _label(node)) for node in _of_kind(self.facts, kind)]
        relation = getattr(self.instance, self.links_name)
        held = [] if self.instance.pk is None else list(relation.values_list("pk", flat=True))
        self.fields[self.links_name] = forms.TypedMultipleChoiceField(
            label="由哪些工程解决" if kind is Kind.PRIORITY else "解决哪些问题",
            choices=offered,
            coerce=int,
            required=False,
            initial=held,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": "所选的条目已不在这篇讲话稿里，请重选。"},
            help_text="" if offered else f"讲话稿里还没有{NodeKind(kind).label}。",
        )
        self.fields["linked"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=",".join(map(str, held))
        )

    def _links(self) -> Links | None:
        """What was ticked and unticked since the page was opened; others may do so too."""
        if not self.links_name:
            return None
        ticked = frozenset(self.cleaned_data[self.links_name])
        first = self.cleaned_data["linked"].split(",")
        shown = frozenset(int(key) for key in first if key.isdecimal())
        return Links(self.links_name, ticked - shown, shown - ticked)


def _tell(form: TextForm, refusal: Exception) -> None:
    """Put a refusal where the person sees it."""
    if isinstance(refusal, Conflict):
        form.show(refusal)
    elif isinstance(refusal, ValidationError):
        form.take_errors(refusal)
    elif isinstance(refusal, Gone) and isinstance(form, RowForm):
        form.lose()


def _first(refused: NotTogether) -> Exception:
    """The refusal that the answer is about; a conflict says the most."""
    told = list(refused.refusals.values())
    first = next((each for each in told if isinstance(each, Conflict)), told[0])
    return Gone(ROWS_LOST) if isinstance(first, Gone) and -1 not in refused.refusals else first


def _of_kind(facts: SpeechFacts, kind: Kind) -> Iterator[NodeFacts]:
    waiting = list(facts.nodes)
    for node in waiting:  # it grows as it is read
        waiting += node.children
        if node.kind is kind:
            yield node


def _label(node: NodeFacts) -> str:
    words = (node.heading or node.body).strip() or "（还没有写）"
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1] + "…"
