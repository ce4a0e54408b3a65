"""管理: 版式, for the administrators of a bureau."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe

from speeches import rules
from speeches.export.html import page_html
from speeches.forms.editions import PageFormatForm
from speeches.models import Bureau, PageFormat
from speeches.services import editions as verbs
from speeches.services.fonts import skipped_fonts
from speeches.services.refusals import InUse
from speeches.services.specimen import PAGES, specimen
from speeches.typeset.edition import BUILT_IN, Edition
from speeches.views.editing import UNUSABLE, answer_form, data_of, see_other, troubles
from speeches.views.shared import page, require
from speeches.views.styles import STALE, sheet

LOOK = "look"  # the name of the button that shows the sample and stores nothing
UNWORKABLE = "按现在填的数排不出来："


@dataclass(frozen=True, slots=True)
class Card:
    """An edition of the list. `row` is None for a built-in one; `trouble`: why it cannot work."""

    key: str
    name: str
    values: Mapping[str, Any]
    is_default: bool
    row: PageFormat | None = None
    trouble: str = ""

    @property
    def grid(self) -> str:
        """What an office asks first."""
        told = self.values
        return f"每页{told['lines']}行，每行{told['columns']}字，正文{told['size']}磅"

    @property
    def margins(self) -> str:
        told = self.values
        return (
            f"边距上{verbs.plain(told['margin_top'])}、下{verbs.plain(told['margin_bottom'])}、"
            f"左{verbs.plain(told['margin_left'])}、右{verbs.plain(told['margin_right'])}厘米"
        )


@page("GET")
def editions(request: HttpRequest) -> HttpResponseBase:
    """The built-in editions, the bureau's own, and those that were deleted."""
    require(rules.may_manage(request.user))
    bureau = request.user.bureau
    rows = list(PageFormat.objects.filter(bureau=bureau))
    context = {
        "bureau": bureau,
        "cards": list(_cards(bureau, [row for row in rows if not row.deleted_at])),
        "deleted": [row for row in rows if row.deleted_at],
        "is_default": verbs.IS_DEFAULT,
        "skipped_fonts": skipped_fonts(),
    }
    return render(request, "speeches/editions.html", context)


def _cards(bureau: Bureau, rows: list[PageFormat]) -> Iterator[Card]:
    for edition in BUILT_IN:
        is_default = edition.key == bureau.edition
        yield Card(edition.key, edition.name, verbs.values_of(edition), is_default)
    for row in rows:
        trouble = verbs.trouble_of(row)
        yield Card(row.key, row.name, model_to_dict(row), row.key == bureau.edition, row, trouble)


@page("GET", "POST")
def edition_new(request: HttpRequest) -> HttpResponseBase:
    """A copy of the edition that the address names, the standard if it names none."""
    require(rules.may_manage(request.user))
    try:
        model = verbs.edition_for(request.user.bureau, request.GET.get("from", "standard"))
    except verbs.UnknownEdition as refusal:
        raise Http404(str(refusal)) from refusal
    form = _form(request, PageFormat(bureau=request.user.bureau), verbs.values_of(model))
    return _setup(request, form, {"title": "新版式", "like": model.name})


@page("GET", "POST")
def edition(request: HttpRequest, key: int) -> HttpResponseBase:
    """An edition of the bureau, with a page set in it beside the form."""
    row = _row_for(request, key)
    return _setup(request, _form(request, row), {"title": f"版式：{row}"})


@page("GET")
def edition_sample(request: HttpRequest) -> HttpResponseBase:
    """The sample for what a form holds now: a fragment, nothing stored."""
    form = _asked_for(request)
    return render(request, "speeches/_sample.html", _sample(form) | {"is_fragment": True})


@page("GET")
def edition_sample_style(request: HttpRequest) -> HttpResponseBase:
    """The style sheet of a sample, which carries its numbers in its address."""
    form = _asked_for(request)
    if form.edition is None:
        raise Http404(STALE)
    return sheet(form.edition)


@page("POST")
def edition_default(request: HttpRequest) -> HttpResponseBase:
    """设为默认: desk and leaders' pages are set in it from now on."""
    require(rules.may_manage(request.user))
    try:
        chosen = verbs.set_default(request.user.bureau, request.POST.get("edition", ""))
        messages.success(request, f"“{chosen.name}”已设为默认版式。")
    except verbs.UnknownEdition as refusal:
        messages.error(request, str(refusal))
    return see_other(reverse("editions"))


@page("POST")
def edition_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """Not the default; it can come back."""
    row = _row_for(request, key)
    try:
        verbs.delete(row, actor=request.user)
        messages.success(request, f"已删除“{row}”，可以在下面恢复。")
    except InUse as refusal:
        messages.error(request, f"“{row}”没有删除：{refusal}")
    return see_other(reverse("editions"))


@page("POST")
def edition_restore(request: HttpRequest, key: int) -> HttpResponseBase:
    """Bring a deleted one back."""
    row = _row_for(request, key)
    try:
        verbs.restore(row)
        messages.success(request, f"已恢复“{row}”。")
    except InUse as refusal:
        messages.error(request, f"“{row}”没有恢复：{refusal}")
    return see_other(reverse("editions"))


# --- What they share -------------------------------------------------------------------------


def _row_for(request: HttpRequest, key: int) -> PageFormat:
    """One of the own bureau, deleted or not (else 404), for its administrators (else 403)."""
    row = get_object_or_404(PageFormat, pk=key, bureau=request.user.bureau_id)
    require(rules.may_manage(request.user))
    return row


def _form(
    request: HttpRequest, row: PageFormat, initial: Mapping[str, Any] | None = None
) -> PageFormatForm:
    return PageFormatForm(data_of(request), instance=row, initial=initial, actor=request.user)


def _asked_for(request: HttpRequest) -> PageFormatForm:
    """What the address describes, for administrators (else 403)."""
    require(rules.may_manage(request.user))
    form = PageFormatForm(request.GET, instance=PageFormat(), actor=request.user)
    form.full_clean()
    return form


def _setup(request: HttpRequest, form: PageFormatForm, context: dict[str, Any]) -> HttpResponse:
    """The form and its sample; the button 看样张 stores nothing."""
    template = "speeches/edition.html"
    context |= {"back": reverse("editions")}
    if LOOK not in request.POST:
        return answer_form(
            request,
            form,
            done=reverse("editions"),
            template=template,
            context=lambda: context | _sample(form),
        )
    form.full_clean()
    told = {"form": form, "troubles": troubles([form]), "holds_changes": True} | _sample(form)
    status = 200 if form.is_valid() else UNUSABLE
    return render(request, template, context | told, status=status)


def _sample(form: PageFormatForm) -> dict[str, Any]:
    """The first pages of the specimen, and where their style sheet is; or why there are none."""
    if form.edition is None:
        mistyped = [
            words for name, errors in form.errors.items() if name != "name" for words in errors
        ]
        return {"unworkable": UNWORKABLE, "reasons": form.reasons or mistyped}
    pages = specimen().pages(form.edition)
    shown = range(min(PAGES, len(pages.pages)))
    return {
        "sample": form.edition,
        "sample_style": _style_address(form.edition),
        # The exporter escapes whatever was typed: its markup is the page itself.
        "sheets": [mark_safe(page_html(pages, at)) for at in shown],  # noqa: S308
    }


def _style_address(edition: Edition) -> str:
    """Its numbers as a form would send them: a ticked box is there, another is not."""
    told = {name: value for name, value in verbs.values_of(edition).items() if value is not False}
    return f"{reverse('edition_sample_style')}?{urlencode(told)}"
