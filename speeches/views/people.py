"""人员名录: read by everybody of the office, kept by its administrators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from speeches import rules
from speeches.forms.registering import HolderForm, HoldersForm, NewHolderForm
from speeches.models import Person
from speeches.services import managing, registering
from speeches.views.editing import UNUSABLE, answer_form, data_of, see_other, troubles
from speeches.views.shared import page, place_of, require

SAVE = "save"  # the name of the button that stores what was shown


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in office; `up` and `down` are the places of their neighbours, 0 where none is."""

    person: Person
    up: int
    down: int


@page("GET")
def people(request: HttpRequest) -> HttpResponseBase:
    """Those in office in their order, and those who have left."""
    require(rules.may_read_lists(request.user))
    listed = list(Person.objects.filter(bureau=request.user.bureau_id))
    context = {
        "bureau": request.user.bureau,
        "seats": list(_seats(listed)),
        "left": [person for person in listed if person.has_left],
        "may_manage": rules.may_manage(request.user),
    }
    return render(request, "speeches/people.html", context)


def _seats(listed: Sequence[Person]) -> Iterator[Seat]:
    held = [(place, each) for place, each in enumerate(listed, start=1) if not each.has_left]
    places = [0, *(place for place, _ in held), 0]
    for at, (_, each) in enumerate(held):
        yield Seat(each, places[at], places[at + 2])


@page("GET", "POST")
def person_new(request: HttpRequest) -> HttpResponseBase:
    """One more, at the end."""
    require(rules.may_manage(request.user))
    form = NewHolderForm(data_of(request), bureau_key=request.user.bureau_id)
    return _answer(request, form, "加一个人")


@page("GET", "POST")
def person(request: HttpRequest, key: int) -> HttpResponseBase:
    """An entry; with 任职止 in the past it stands among those who have left."""
    row = _person_for(request, key)
    return _answer(request, HolderForm(data_of(request), instance=row), f"修改：{row}")


@page("POST")
def person_place(request: HttpRequest, key: int) -> HttpResponseBase:
    """Move it to a place of the list, counted from 1; back to where it stands then."""
    row = _person_for(request, key)
    managing.place(row, place_of(request))
    return see_other(f"{reverse('people')}#person-{key}")


@page("POST")
def person_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """For what was entered by mistake."""
    row = _person_for(request, key)
    registering.delete_person(row)
    messages.success(request, f"已从名录里删除“{row}”。")
    return see_other(reverse("people"))


@page("GET", "POST")
def people_import(request: HttpRequest) -> HttpResponseBase:
    """A pasted list: shown as it was understood, and stored when that was seen."""
    require(rules.may_manage(request.user))
    form = HoldersForm(data_of(request), bureau_key=request.user.bureau_id)
    if form.is_valid() and SAVE in request.POST and form.was_shown:
        form.store()
        messages.success(request, f"名录里加了{form.added}人。")
        return see_other(reverse("people"))
    if form.is_valid():
        form.show()
    return _show_list(request, form)


# --- What they share -------------------------------------------------------------------------


def _person_for(request: HttpRequest, key: int) -> Person:
    """An entry of the own bureau (else 404), for its administrators (else 403)."""
    row = get_object_or_404(Person, pk=key, bureau=request.user.bureau_id)
    require(rules.may_manage(request.user))
    return row


def _answer(request: HttpRequest, form: HolderForm | NewHolderForm, title: str) -> HttpResponseBase:
    back = reverse("people")
    return answer_form(request, form, done=back, context={"title": title, "back": back})


def _show_list(request: HttpRequest, form: HoldersForm) -> HttpResponseBase:
    entries = form.register.entries
    fresh = registering.unlisted(request.user.bureau_id, entries) if entries else []
    context = {
        "form": form,
        "troubles": troubles([form]),
        "fresh": fresh,
        "listed": [entry for entry in entries if entry not in fresh],
        "unread": form.register.unread,
        "back": reverse("people"),
    }
    status = UNUSABLE if form.is_bound and not form.is_valid() else 200
    return render(request, "speeches/people_import.html", context, status=status)
