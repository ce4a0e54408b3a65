"""停用的规则: read by everybody of the office; its administrators switch rules off and on."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from speeches import rules
from speeches.checks.base import Rule
from speeches.checks.registry import BY_ID
from speeches.forms.proofreading import RuleOffForm
from speeches.models import RuleOff
from speeches.services import checking
from speeches.views.editing import answer_form, data_of, see_other
from speeches.views.shared import page, require


@dataclass(frozen=True, slots=True)
class Off:
    """A rule that is off; `rule` is None where the checks do not have it any more."""

    row: RuleOff
    rule: Rule | None

    @property
    def title(self) -> str:
        return self.rule.title if self.rule else f"规则 {self.row.rule}"


@page("GET")
def rules_off(request: HttpRequest) -> HttpResponseBase:
    """Each with its reason, by whom and when."""
    require(rules.may_read_lists(request.user))
    rows = RuleOff.objects.filter(bureau=request.user.bureau_id).select_related("by")
    context = {
        "bureau": request.user.bureau,
        "rules_off": [Off(row, BY_ID.get(row.rule)) for row in rows],
        "may_switch": rules.may_switch_rules(request.user),
    }
    return render(request, "speeches/rules_off.html", context)


@page("GET", "POST")
def rule_off(request: HttpRequest, rule: str) -> HttpResponseBase:
    """Why a rule is not to run for the bureau."""
    require(rules.may_switch_rules(request.user))
    if rule not in BY_ID:
        raise Http404(rule)
    asked = {"bureau": request.user.bureau, "rule": rule, "actor": request.user}
    found, back = BY_ID[rule], reverse("rules_off")
    context = {
        "title": f"停用规则：{found.title}",
        "intro": found.why,
        "submit": "停用",
        "back": back,
    }
    said = f"已停用规则“{found.title}”。"
    form = RuleOffForm(data_of(request), **asked)
    return answer_form(request, form, done=back, context=context, said=said)


@page("POST")
def rule_on(request: HttpRequest, key: int) -> HttpResponseBase:
    """It runs again from now on; twice is as once."""
    row = get_object_or_404(RuleOff, pk=key, bureau=request.user.bureau_id)
    require(rules.may_switch_rules(request.user))
    checking.switch_on(request.user.bureau, row.rule)
    messages.success(request, f"“{Off(row, BY_ID.get(row.rule)).title}”已重新启用。")
    return see_other(reverse("rules_off"))
