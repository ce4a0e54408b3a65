"""栏目: where a person may go, by role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse

from speeches import rules
from speeches.models import User

register = template.Library()


@dataclass(frozen=True, slots=True)
class Section:
    """A list, and the addresses of what stands under it."""

    name: str
    label: str
    rule: Callable[[User], rules.Answer]
    under: tuple[str, ...] = ()


_OF_MEETINGS = (
    *("meeting", "meeting_new", "speech_new"),
    *("import_new", "import_confirm", "import_original", "import_drop"),
)
SECTIONS = (
    Section("home", "工作台", rules.may_read_drafts),
    Section("meetings", "会议", rules.may_read_drafts, _OF_MEETINGS),
    Section("finals", "定稿", rules.may_read_final_copies, ("final", "final_read")),
    Section("users", "用户", rules.may_manage, ("user", "user_new", "user_password")),
    Section("departments", "处室", rules.may_manage, ("department",)),
    Section("people", "人员名录", rules.may_manage, ("person", "person_new", "people_import")),
    Section("words", "词表", rules.may_manage, ("word_list", "word")),
    Section("rules_off", "停用的规则", rules.may_manage, ("rule_off",)),
    Section("editions", "版式", rules.may_manage, ("edition", "edition_new")),
    Section("bureau", "单位设置", rules.may_manage),
)


@dataclass(frozen=True, slots=True)
class Way:
    """`current` as aria-current has it: this page, or one under it."""

    label: str
    address: str
    current: str


@register.inclusion_tag("speeches/_ways.html", takes_context=True)
def sections(context: Context) -> dict[str, Any]:
    """The lists that the person may see; none where there is only one."""
    request: Any = context.get("request")
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"ways": ()}
    at = request.resolver_match.url_name if request.resolver_match else ""
    ways = [
        Way(each.label, reverse(each.name), _current(each, at))
        for each in SECTIONS
        if each.rule(user)
    ]
    return {"ways": ways if len(ways) > 1 else ()}


def _current(section: Section, at: str | None) -> str:
    if at == section.name:
        return "page"
    return "true" if at in section.under else ""
