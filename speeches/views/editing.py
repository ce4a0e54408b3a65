"""From a form to the answer: stored, or the same page again with what was typed and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from speeches.forms.base import OfficeForm
from speeches.models import Node
from speeches.services.refusals import AlreadyFinal, Gone, Refusal, VersionMissing

Store = Callable[[], bool]
SEE_OTHER, CONFLICT, UNUSABLE = 303, 409, 422


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line of the summary; `field` is the id it leads to, if it has one."""

    words: str
    field: str = ""


def data_of(request: HttpRequest) -> Any:
    """What a form is bound to: an empty form that was sent is not the same as none."""
    return request.POST if request.method == "POST" else None


def answer_form(  # noqa: PLR0913 - all but the first two are named, and most are left out
    request: HttpRequest,
    form: OfficeForm,
    *,
    done: str | Callable[[], str],
    template: str = "speeches/form.html",
    context: Mapping[str, Any] | Callable[[], Mapping[str, Any]] | None = None,
    rows: Iterable[OfficeForm] = (),
    store: Store | None = None,
    said: str = "",
) -> HttpResponse:
    """Show a form; when it is sent, store it and go on to the address `done`.

    `rows` are further forms of the same page: all are stored or none is. `store` does it in
    another way than by each form's own `store()`. `said` is told instead of “已保存”. Refused:
    422 or 409, everything as typed.
    """
    forms = [form, *rows]
    status = 200
    if request.method == "POST":
        status, changed = _stored(forms, store)
        if status == SEE_OTHER:
            if said:
                messages.success(request, said)
            else:
                say_saved(request, changed=changed)
            return see_other(done() if callable(done) else done)
    shown = {"form": form, "rows": forms[1:], "troubles": troubles(forms)}
    shown["is_stale"] = any(getattr(each, "differences", None) for each in forms)
    shown |= _stuck(forms)
    told = context() if callable(context) else context
    return render(request, template, shown | dict(told or {}), status=status)


def see_other(address: str) -> HttpResponse:
    """Go on by GET, so that loading the page again sends nothing again."""
    return HttpResponse(status=SEE_OTHER, headers={"Location": address})


def say_saved(request: HttpRequest, *, changed: bool) -> None:
    """Tell on the next page whether there was anything to save."""
    time = timezone.localtime().strftime("%H:%M")
    messages.success(request, f"已保存 {time}" if changed else "没有改动，不用保存。")


def store_all(stores: Iterable[Store]) -> bool:
    """Store everything or nothing; tell whether anything changed.

    Raises the first refusal, after the others were asked too, so that each form shows its own.
    """
    changed = False
    refusals: list[ValidationError | Refusal] = []
    with transaction.atomic():
        for store in stores:
            try:
                changed |= store()
            except (ValidationError, Refusal) as refusal:
                refusals.append(refusal)
        if refusals:
            raise refusals[0]
    return changed


def troubles(forms: Iterable[OfficeForm]) -> list[Trouble]:
    """What the summary on top says, in the order of the page."""
    told: dict[Trouble, None] = {}
    for form in forms:
        told |= dict.fromkeys([Trouble(form.refused)] if form.refused else [])
        told |= dict.fromkeys(map(Trouble, form.non_field_errors()))
        for field in form:
            told |= dict.fromkeys(Trouble(error, field.id_for_label) for error in field.errors)
    return list(told)


def _stuck(forms: list[OfficeForm]) -> dict[str, Any]:
    """Whether the whole was refused for good, and the bin where that can be mended."""
    refusal = forms[0].refusal
    is_stuck = isinstance(refusal, AlreadyFinal | Gone) and not any(form.errors for form in forms)
    row = getattr(forms[0], "instance", None)
    in_bin = is_stuck and isinstance(refusal, Gone) and isinstance(row, Node)
    return {"is_stuck": is_stuck, "bin": reverse("bin", args=[row.speech_id]) if in_bin else ""}


def _stored(forms: list[OfficeForm], store: Store | None) -> tuple[int, bool]:
    """The status of the answer, and whether anything changed."""
    valid = [form.is_valid() for form in forms]  # each of them: each shows its own errors
    if not all(valid):
        return UNUSABLE, False
    try:
        return SEE_OTHER, store_all([store] if store else [form.store for form in forms])
    except ValidationError as error:
        if not any(form.errors for form in forms):
            forms[0].take_errors(error)
        return UNUSABLE, False
    except Refusal as refusal:
        forms[0].refusal, forms[0].refused = refusal, str(refusal)
        return (UNUSABLE if isinstance(refusal, VersionMissing) else CONFLICT), False
