"""校核规则: the help, made of the rules themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from speeches import rules
from speeches.checks import examples
from speeches.checks.base import Family, Level, Remedy, Rule
from speeches.checks.registry import RULES
from speeches.models import RuleOff
from speeches.views.shared import page, require

FAMILIES: Mapping[Family, str] = MappingProxyType(
    {
        Family.LEFTOVERS: "遗留痕迹",
        Family.PUNCTUATION: "标点符号",
        Family.NUMERALS: "数字",
        Family.STRUCTURE: "结构和序号",
        Family.NAMES: "名称",
        Family.WORDING: "用词",
        Family.DATA: "数据",
    }
)
REMEDIES: Mapping[Remedy, str] = MappingProxyType(
    {
        Remedy.SAFE: "可以一起改",
        Remedy.SUGGESTED: "有改法，逐处确认",
        Remedy.NONE: "只提示，由人来改",
    }
)
Stretches = tuple[tuple[str, str | None, bool], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A rule as people read it."""

    rule: Rule
    remedy: str
    bad: tuple[Stretches, ...]
    good: tuple[Stretches, ...]
    off: RuleOff | None


@page("GET")
def check_rules(request: HttpRequest) -> HttpResponseBase:
    """All rules by family, with those that are off here and why."""
    require(rules.may_read_lists(request.user))
    rows = RuleOff.objects.filter(bureau=request.user.bureau_id).select_related("by")
    off = {row.rule: row for row in rows}
    ordered = sorted(RULES, key=lambda rule: list(Family).index(rule.family))
    families = [
        (family, FAMILIES[family], [_told(rule, off.get(rule.id)) for rule in group])
        for family, group in groupby(ordered, key=lambda rule: rule.family)
    ]
    context = {
        "families": families,
        "count": len(RULES),
        "off_count": sum(rule.id in off for rule in RULES),
        "levels": list(Level),
        "may_switch": rules.may_switch_rules(request.user),
    }
    return render(request, "speeches/check_rules.html", context)


def _told(rule: Rule, off: RuleOff | None) -> Told:
    return Told(
        rule,
        REMEDIES[rule.remedy],
        tuple(map(examples.shown, rule.bad)),
        tuple(map(examples.shown, rule.good)),
        off,
    )
