"""编辑: one node of the outline at a time, and what can be done with its place."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from speeches import rules
from speeches.document import splitting
from speeches.document.facts import Marker, Row, SpeechFacts
from speeches.document.numbering import marker_text
from speeches.enums import PART_KINDS, NodeKind
from speeches.forms.once import created_once, key_of
from speeches.forms.outline import NodeForm, form_for
from speeches.models import Item, Node
from speeches.models.outline import proxy_of
from speeches.services import outlining, rows
from speeches.services.facts import facts_of
from speeches.services.refusals import Refusal
from speeches.services.starting import kind_below, start_node
from speeches.services.stepping import Places, Step, take_step
from speeches.views.desk import desk_context, title_of
from speeches.views.editing import answer_form, data_of, see_other
from speeches.views.shared import node_for, page, written_for

STEPS = {Step.UP: "上移", Step.DOWN: "下移", Step.SHALLOWER: "升一级", Step.DEEPER: "降一级"}
MOVES, LEVELS = (Step.UP, Step.DOWN), (Step.SHALLOWER, Step.DEEPER)


@page("GET", "POST")
def node(request: HttpRequest, key: int) -> HttpResponseBase:
    """The form of a node, between the outline and the pages."""
    found = node_for(request, key)
    if request.method != "POST":
        may_write = rules.may_write(request.user, found.speech)
        if not may_write:
            messages.info(request, may_write.reason)
            return redirect("speech", found.speech_id)
        if not Node.objects.standing().filter(pk=key).exists():
            messages.info(request, "这一条已经删除，在回收站里。恢复后才能修改。")
            return redirect("bin", found.speech_id)
    facts = facts_of(found.speech)
    form = _form(request, found, facts)
    return answer_form(
        request,
        form,
        rows=form.row_forms,
        store=form.store,
        done=lambda: _done(request, form),
        template="speeches/node.html",
        context=lambda: _context(request, found, form, facts),
    )


@page("POST")
def node_add(request: HttpRequest, key: int) -> HttpResponseBase:
    """An empty part, point or item, then its form. Pressed twice it adds one."""
    speech = written_for(request, key)
    nodes = Node.objects.filter(speech=speech)
    parent = _named(nodes, request.POST.get("parent"))
    after = _named(nodes, request.POST.get("after"))
    if after is not None:
        parent = after.parent
    kind = request.POST.get("kind", "") if parent is None else kind_below(parent)
    if parent is None and kind not in PART_KINDS:
        return _refused(request, "请先选好加哪一种部分。", reverse("speech", args=[key]))
    try:
        once = key_of(request.POST.get("once", ""), request.user)
        new, _ = created_once(
            Node,
            once,
            lambda: start_node(speech, parent, kind, after=after, once=once, actor=request.user),
        )
    except Refusal as refusal:
        return _refused(request, str(refusal), _address(after or parent, key))
    messages.success(request, f"已加上一个{NodeKind(new.kind).label}，现在可以写了。")
    return see_other(_address(new, key))


@page("POST")
def node_move(request: HttpRequest, key: int) -> HttpResponseBase:
    """Up or down."""
    return _step(request, key, MOVES)


@page("POST")
def node_level(request: HttpRequest, key: int) -> HttpResponseBase:
    """A level up or down."""
    return _step(request, key, LEVELS)


@page("POST")
def node_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """Into the bin with all below it, then to what stands above it."""
    found = node_for(request, key)
    try:
        outlining.delete_node(found, actor=request.user)
    except Refusal as refusal:
        return _refused(request, str(refusal), _address(found, found.speech_id))
    messages.success(request, f"“{found}”已放进回收站，随时可以恢复。")
    return see_other(_address(found.parent, found.speech_id))


@page("POST")
def node_split(request: HttpRequest, key: int) -> HttpResponseBase:
    """一是…二是… of the saved body into rows."""
    found = node_for(request, key)
    seen = request.POST.get("seen", "")
    try:
        version = int(seen) if seen.isdecimal() else None
        count = rows.split_body(found, seen=version, actor=request.user)
    except Refusal as refusal:
        return _refused(request, str(refusal), _address(found, found.speech_id))
    messages.success(request, f"已拆成{count}条，正文里只留下前面的话。")
    return see_other(_address(found, found.speech_id))


@page("GET")
def bin_page(request: HttpRequest, key: int) -> HttpResponseBase:
    """回收站: what was deleted, the last first."""
    speech = written_for(request, key)
    deleted = Node.objects.filter(speech=speech, deleted_at__isnull=False)
    context = {
        "speech": speech,
        "deleted": deleted.select_related("deleted_by", "parent").order_by("-deleted_at", "-pk"),
        "may_write": rules.may_write(request.user, speech),
    }
    return render(request, "speeches/bin.html", context)


@page("POST")
def node_restore(request: HttpRequest, key: int) -> HttpResponseBase:
    """Back into the speech with all below it, then to its form."""
    found = node_for(request, key)
    try:
        restored = outlining.restore_node(found, actor=request.user)
    except Refusal as refusal:
        return _refused(request, str(refusal), reverse("bin", args=[found.speech_id]))
    messages.success(request, f"已恢复“{restored}”。")
    return see_other(_address(restored, found.speech_id))


# --- What these share ------------------------------------------------------------------------


def _step(request: HttpRequest, key: int, allowed: tuple[Step, ...]) -> HttpResponseBase:
    found = node_for(request, key)
    step = next((step for step in allowed if step == request.POST.get("step")), None)
    here = _address(found, found.speech_id)
    if step is None:
        return _refused(request, "没有收到往哪里移，没有移动。请用页面上的按钮。", here)
    try:
        take_step(found, step, actor=request.user)
    except Refusal as refusal:
        return _refused(request, str(refusal), here)
    messages.success(request, f"已{STEPS[step]}。")
    return see_other(here)


def _done(request: HttpRequest, form: NodeForm) -> str:
    """Where to go on, and what was not saved as it was typed."""
    if form.number_taken:
        taken = f"标题前面的“{form.number_taken}”已经去掉，序号会自动排上，不用写。"
        messages.info(request, taken)
    return request.path


def _form(request: HttpRequest, found: Node, facts: SpeechFacts) -> NodeForm:
    """The form of its kind, about the same row as the model that the form is for."""
    items = Item.objects.siblings_under(found.speech_id, found.pk)
    found.__class__ = proxy_of(found.kind)
    return form_for(found.kind)(
        data_of(request), instance=found, actor=request.user, facts=facts, items=list(items)
    )


def _context(
    request: HttpRequest, found: Node, form: NodeForm, facts: SpeechFacts
) -> dict[str, Any]:
    context = desk_context(request, found.speech, Row("node", found.pk), facts=facts)
    places = Places.of(facts)
    stands = found.pk in places.parents
    reasons = {step: places.reason(found.pk, step) for step in STEPS} if stands else {}
    parts = splitting.split(found.body) if not places.children.get(found.pk) else None
    return context | {
        "node": found,
        "kind": NodeKind(found.kind).label,
        "title": title_of(found, context["lines"]),
        "moves": [(step.value, STEPS[step], reasons.get(step, "")) for step in MOVES],
        "levels": [(step.value, STEPS[step], reasons.get(step, "")) for step in LEVELS],
        "why_not": list(dict.fromkeys(filter(None, reasons.values()))),
        "below": "" if form.rows else NodeKind(kind_below(found)).label,
        "stands": stands,
        "rows_offered": _offered(parts),
    }


def _offered(parts: splitting.Split | None) -> list[str]:
    """The rows that the body could be taken apart into, as they would look."""
    if parts is None:
        return []
    numbered = enumerate(parts.items, start=1)
    return [marker_text(Marker(parts.marker), place, 1) + words for place, words in numbered]


def _named(nodes: Any, key: str | None) -> Node | None:
    """The node that a button names; 404 where it names none of this speech."""
    if not key:
        return None
    return get_object_or_404(nodes, pk=int(key) if key.isdecimal() else 0)


def _address(found: Node | None, speech_key: int) -> str:
    if found is None:
        return reverse("speech", args=[speech_key])
    return reverse("node", args=[found.pk])


def _refused(request: HttpRequest, why: str, address: str) -> HttpResponseBase:
    """Back to where the button stands, with the reason."""
    messages.warning(request, why)
    return see_other(address)
