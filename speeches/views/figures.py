"""数据: the figures of a speech, and each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from speeches import rules
from speeches.document import tokens
from speeches.enums import UserRole
from speeches.forms.figures import ConfirmationForm, FigureForm
from speeches.models import Figure, Speech, User
from speeches.services import ledger, quoting
from speeches.services.quoting import Place
from speeches.services.refusals import Refusal
from speeches.views.editing import CONFLICT, Trouble, answer_form, data_of, see_other
from speeches.views.places import form_of
from speeches.views.shared import page, require, speech_for


@dataclass(frozen=True, slots=True)
class Link:
    """A place that quotes a figure, and where it can be read or changed."""

    words: str
    address: str
    in_bin: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure as the ledger lists it."""

    figure: Figure
    places: list[Link]
    may_confirm: rules.Answer


@page("GET")
def figures(request: HttpRequest, key: int) -> HttpResponseBase:
    """The ledger; for a 供稿人 the figures of the own division first."""
    speech = speech_for(request, key)
    rows = speech.figures.standing().select_related("department", "confirmed_by")
    quoted = quoting.quotations(speech)
    entries = [_entry(request.user, row, quoted.get(row.name, [])) for row in rows]
    own = [entry for entry in entries if _is_own(request.user, entry.figure)]
    context = {
        "speech": speech,
        "groups": _groups(own, [entry for entry in entries if entry not in own]),
        "count": len(entries),
        "empty": sum(not entry.figure.value for entry in entries),
        "doubtful": sum(entry.figure.is_doubtful for entry in entries),
        "missing": _missing(quoted, {row.name for row in rows}),
        "may_add": rules.may_add_figure(request.user, speech),
    }
    return render(request, "speeches/figures.html", context)


@page("GET", "POST")
def figure_new(request: HttpRequest, key: int) -> HttpResponseBase:
    """Another figure; a name that the texts quote already may come with the address."""
    speech = speech_for(request, key)
    require(rules.may_write(request.user, None if request.method == "POST" else speech))
    start = Figure(speech=speech, name=request.GET.get("name", ""))
    form = FigureForm(data_of(request), instance=start, actor=request.user)
    context = {"title": "增加数据", "speech": speech, "back": _ledger(speech)}
    return answer_form(
        request,
        form,
        done=lambda: _ledger(speech, form.instance),
        template="speeches/figure.html",
        context=context,
    )


@page("GET", "POST")
def figure(request: HttpRequest, key: int) -> HttpResponseBase:
    """A figure to change, or only to read where that is not for this person to do."""
    row = figure_for(request, key)
    may_fill = rules.may_fill_figure(request.user, row)
    if not may_fill and request.method != "POST":
        form = ConfirmationForm(instance=row, actor=request.user)
        context = _about(request.user, row) | {"form": form, "reason": may_fill.reason}
        return render(request, "speeches/figure_read.html", context)
    _require_of_a_draft(may_fill, row.speech)
    form = FigureForm(data_of(request), instance=row, actor=request.user)
    return answer_form(
        request,
        form,
        done=_ledger(row.speech, row),
        template="speeches/figure.html",
        context=_about(request.user, row),
    )


@page("POST")
def figure_confirm(request: HttpRequest, key: int) -> HttpResponseBase:
    """Say that the value is right which the page showed."""
    row = figure_for(request, key)
    _require_of_a_draft(rules.may_confirm_figure(request.user, row), row.speech)
    form = ConfirmationForm(data_of(request), instance=row, actor=request.user)
    return answer_form(
        request,
        form,
        done=_ledger(row.speech, row),
        template="speeches/figure_read.html",
        context=_about(request.user, row),
    )


@page("GET", "POST")
def figure_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """Ask first; a figure that is quoted stays, and the page says where."""
    row = figure_for(request, key)
    require(rules.may_write(request.user))
    context, status = _about(request.user, row), 200
    if request.method == "POST":
        try:
            ledger.delete_figure(row, actor=request.user)
        except Refusal as refusal:
            context, status = context | {"troubles": [Trouble(str(refusal))]}, CONFLICT
        else:
            messages.success(request, f"已删除“{row.name}”。")
            return see_other(_ledger(row.speech))
    return render(request, "speeches/figure_delete.html", context, status=status)


def figure_for(request: HttpRequest, key: int) -> Figure:
    """A figure of the own bureau (else 404), for those who read drafts (else 403).

    A deleted one is found by a POST, so that its refusal keeps what was typed.
    """
    rows = Figure.objects if request.method == "POST" else Figure.objects.standing()
    related = ("speech__meeting__bureau", "department", "confirmed_by")
    bureau = request.user.bureau_id
    row = get_object_or_404(rows.select_related(*related), pk=key, speech__meeting__bureau=bureau)
    require(rules.may_read_drafts(request.user))
    return row


def _require_of_a_draft(answer: rules.Answer, speech: Speech) -> None:
    """Refuse a person here; that the speech is final the service says, beside what was typed."""
    if rules.may_be_changed(speech):
        require(answer)


def _about(user: User, row: Figure) -> dict[str, object]:
    """What the pages of one figure show besides its form."""
    places = quoting.quotations(row.speech).get(row.name, [])
    links = _links(user, row.speech, places)
    return {
        "title": row.name,
        "figure": row,
        "speech": row.speech,
        "places": [link for link in links if not link.in_bin],
        "binned": [link for link in links if link.in_bin],
        "may_confirm": rules.may_confirm_figure(user, row),
        "may_delete": rules.may_write(user, row.speech),
        "back": _ledger(row.speech, row),
    }


def _entry(user: User, row: Figure, places: Iterable[Place]) -> Entry:
    links = _links(user, row.speech, quoting.in_text(places))
    return Entry(row, links, rules.may_confirm_figure(user, row))


def _links(user: User, speech: Speech, places: Iterable[Place]) -> list[Link]:
    """To the form of each text for its writer, to the pages for everybody else."""
    may_write = rules.may_write(user, speech)
    pages = reverse("speech", args=[speech.pk])
    return [
        Link(place.words, form_of(place.key, place.field) if may_write else pages, place.in_bin)
        for place in places
    ]


def _is_own(user: User, row: Figure) -> bool:
    of_division = user.department_id is not None and user.department_id == row.department_id
    return user.role == UserRole.CONTRIBUTOR and of_division


def _groups(own: list[Entry], others: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """The tables of the ledger with their titles; one table needs none."""
    if not own:
        return [("", others)] if others else []
    return [("您处室的数据", own), *([("其他数据", others)] if others else [])]


def _missing(quoted: quoting.Places, names: set[str]) -> list[tuple[str, list[Place]]]:
    """Names that the texts quote as figures, though the ledger has none of them."""
    return [
        (name, standing)
        for name, places in quoted.items()
        if name and name not in names and not tokens.is_reserved(name)
        if (standing := quoting.in_text(places))
    ]


def _ledger(speech: Speech, row: Figure | None = None) -> str:
    anchor = f"#figure-{row.pk}" if row else ""
    return reverse("figures", args=[speech.pk]) + anchor
