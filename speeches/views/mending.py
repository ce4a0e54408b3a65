"""改 and 撤销: one finding, or all that can be mended without being read one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches import rules
from speeches.checks.base import Rule
from speeches.checks.registry import BY_ID
from speeches.models import Speech
from speeches.services.mending import Mended, Step, mend_one, mend_safe, safe_steps, undo
from speeches.services.refusals import Refusal
from speeches.views import findings, listing
from speeches.views.editing import see_other
from speeches.views.shared import page, require, written_for

MOST = 500  # changes offered at once: a browser sends no more boxes than a site takes
_SALT = "speeches.mending"


@dataclass(frozen=True, slots=True)
class Change:
    """A change before and after, in its surroundings."""

    key: str
    before: str
    text: str
    fix: str
    after: str


@page("POST")
def finding_mend(request: HttpRequest, key: int) -> HttpResponseBase:
    """改 one finding, as it stands now."""
    speech = written_for(request, key)
    try:
        change = mend_one(speech, request.POST.get("key", ""), actor=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return see_other(findings.came_from(request, speech))
    return see_other(findings.came_from(request, speech, change=_signed(speech, change)))


@page("GET", "POST")
def checks_safe(request: HttpRequest, key: int) -> HttpResponseBase:
    """一起改: first the list of what would be mended, then all that stays ticked as one change.

    `?rule=B1` lists what that rule would mend.
    """
    speech = written_for(request, key)
    if request.method != "POST":
        require(rules.may_write(request.user, speech))
        rule = BY_ID.get(request.GET.get("rule", ""))
        steps = safe_steps(speech, rule.id if rule else "")
        context = {
            "rule": rule,
            "speech": speech,
            "by_rule": _by_rule(steps[:MOST]),
            "count": len(steps[:MOST]),
            "more": len(steps[MOST:]),
        }
        return render(request, "speeches/checks_safe.html", context)
    keys = request.POST.getlist("key")
    if not keys:
        messages.error(request, "一处也没有选，没有改。")
        return see_other(reverse("checks_safe", args=[key]))
    try:
        change = mend_safe(speech, keys, actor=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return see_other(findings.address(speech, ""))
    if missed := len(set(keys)) - change.count:
        messages.info(request, f"另有{missed}处这次没有改到，请看现在的列表。")
    return see_other(findings.address(speech, "", change=_signed(speech, change)))


@page("POST")
def checks_undo(request: HttpRequest, key: int) -> HttpResponseBase:
    """撤销: the last change of the checks, in one step."""
    speech = written_for(request, key)
    change = change_of(request.POST.get("change", ""), speech)
    try:
        if change:
            undo(speech, change, actor=request.user)
            messages.success(request, f"已撤销，{change.count}处恢复成改之前的文字。")
        else:
            messages.error(request, "没有可以撤销的改动。")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return see_other(findings.came_from(request, speech))


def change_in(request: HttpRequest, speech: Speech) -> tuple[str, int] | None:
    """The change that the address tells of, as it stands there, and how many places it mended."""
    signed = request.GET.get("change", "")
    change = change_of(signed, speech)
    return (signed, change.count) if change else None


def change_of(signed: str, speech: Speech) -> Mended | None:
    """The change of this speech that was signed; None for anything else."""
    try:
        owner, *told = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    return Mended(*told) if owner == speech.pk else None


def _signed(speech: Speech, change: Mended) -> str:
    return signing.dumps([speech.pk, *change], salt=_SALT)


def _by_rule(steps: list[Step]) -> list[tuple[Rule, list[Change]]]:
    ordered = sorted(steps, key=lambda step: list(BY_ID).index(step.finding.rule))
    groups = groupby(ordered, key=lambda step: step.finding.rule)
    return [(BY_ID[rule], list(map(_change, group))) for rule, group in groups]


def _change(step: Step) -> Change:
    finding = step.finding
    before, after = listing.around(step.document, finding)
    return Change(finding.key, before, finding.text, finding.fix or "", after)
