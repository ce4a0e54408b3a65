"""校核: what the checks found, beside the pages; looked at, left, or shown again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from speeches import rules
from speeches.checks.base import Finding
from speeches.checks.folding import fold
from speeches.checks.mending import edits
from speeches.forms.checking import IgnoreForm
from speeches.models import Ignore, Speech
from speeches.services import ignoring
from speeches.services.copies import current_copy
from speeches.services.editions import default_edition
from speeches.services.facts import facts_of
from speeches.services.proofreading import proof_of
from speeches.views import findings, listing
from speeches.views.desk import desk_context
from speeches.views.editing import see_other
from speeches.views.mending import change_in
from speeches.views.shared import page, require, speech_for
from speeches.views.sheets import lot


@page("GET")
def checks(request: HttpRequest, key: int) -> HttpResponseBase:
    """The list, for all who read drafts; with buttons for who may write."""
    speech = speech_for(request, key)
    show = findings.show_of(request.GET.get("show", ""))
    context = desk_context(request, speech, "checks", show=show)
    return render(request, "speeches/checks.html", context | _listed(request, speech, context))


@page("GET")
def checks_sheets(request: HttpRequest, key: int, show: str) -> HttpResponseBase:
    """Further sheets for every page of the desk, with the findings underlined."""
    if show != "main" and not findings.show_of(show):
        raise Http404("没有这一种。")
    speech = speech_for(request, key)
    facts = facts_of(speech)
    copy = current_copy(speech, facts)
    marked = findings.markings(proof_of(speech, copy, facts), findings.show_of(show))
    return lot(request, copy, copy.pages(default_edition(speech.meeting.bureau)), marked)


@page("POST")
def finding_ignore(request: HttpRequest, key: int) -> HttpResponseBase:
    """不再提示, here or in this speech, of a line of the list as it was seen."""
    speech = speech_for(request, key)
    require(rules.may_write(request.user))
    back = findings.came_from(request, speech)
    form = IgnoreForm(request.POST)
    allowed = rules.may_ignore(request.user, speech)
    if not allowed:
        messages.error(request, allowed.reason)
        return see_other(back)
    if not form.is_valid():
        messages.error(request, "".join(e for told in form.errors.values() for e in told))
        return see_other(back)
    found = _line(speech, **form.cleaned_data)
    if found:
        told = {name: form.cleaned_data[name] for name in ("scope", "reason")}
        ignoring.ignore(speech, found, actor=request.user, **told)
        messages.success(request, "不再提示了。在列表末尾“不再提示的”里可以恢复。")
    else:
        messages.error(request, "这一处刚被改过，提示已经变了。请看现在的列表。")
    return see_other(back)


@page("POST")
def ignore_lift(request: HttpRequest, key: int) -> HttpResponseBase:
    """恢复: one row, or all that stand in one line with it."""
    rows = Ignore.objects.select_related("speech__meeting__bureau")
    row = get_object_or_404(rows, pk=key, speech__meeting__bureau=request.user.bureau_id)
    require(rules.may_read_drafts(request.user))
    require(rules.may_write(request.user))
    if allowed := rules.may_ignore(request.user, row.speech):
        lift = ignoring.lift_alike if "alike" in request.POST else ignoring.lift
        lift(row)
        messages.success(request, "已恢复提示。")
    else:
        messages.error(request, allowed.reason)
    return see_other(findings.came_from(request, row.speech))


def _line(speech: Speech, key: str, count: int, **_: str) -> tuple[Finding, ...]:
    """The findings of the line that begins with `key`, if it still has as many; or just that one,
    which may be one of many in its line."""
    facts = facts_of(speech)
    proof = proof_of(speech, current_copy(speech, facts), facts)
    if count == 1:
        return tuple(finding for finding in proof.open if finding.key == key)
    found = (entry.findings for entry in fold(proof.open) if entry.key == key)
    return next((each for each in found if len(each) == count), ())


def _listed(request: HttpRequest, speech: Speech, context: dict[str, Any]) -> dict[str, Any]:
    proof, pages = context["proof"], context["pages"]
    show = findings.show_of(request.GET.get("show", ""))
    groups = listing.groups(proof, pages, findings.SHOWN[show])
    safe = edits(proof.document, [finding for finding in proof.open if finding.safe])
    return {
        "title": "校核",
        "show": show,
        "ways": findings.ways(proof.counts),
        "groups": groups,
        "found": bool(proof.open),
        "left": listing.left(proof, pages),
        "left_count": len(proof.left),
        "safe_count": len(safe),
        "may_mend": rules.may_write(request.user, speech),
        "change": change_in(request, speech),
    }
