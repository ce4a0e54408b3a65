"""会议: the list, a new one, one with its speeches."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches import rules
from speeches.forms.meetings import MeetingForm
from speeches.models import Import, Meeting, Speech
from speeches.views.editing import answer_form, data_of
from speeches.views.shared import meeting_for, page, require

_FOR_AN_IMPORT = {
    "title": "导入旧稿：先建会议",
    "intro": "旧稿要归到一次会议下。填好会议名称就可以下一步，其余以后再补。",
    "submit": "下一步：导入旧稿",
}


@page("GET")
def meetings(request: HttpRequest) -> HttpResponseBase:
    """All of the bureau, the next on top."""
    require(rules.may_read_drafts(request.user))
    listed = Meeting.objects.of_bureau_of(request.user).annotate(count=Count("speeches"))
    context = {"meetings": listed, "may_write": rules.may_write(request.user)}
    return render(request, "speeches/meetings.html", context)


@page("GET", "POST")
def meeting_new(request: HttpRequest) -> HttpResponseBase:
    """Then on to the meeting, where its speeches are begun, or to a text that waits for one."""
    require(rules.may_write(request.user))
    meeting = Meeting(bureau=request.user.bureau)
    form = MeetingForm(data_of(request), instance=meeting, actor=request.user)
    context = {"title": "新建会议", "back": reverse("meetings"), "submit": "保存会议"}
    name = "meeting"
    if "import" in request.GET:
        name, context = "import_new", context | _FOR_AN_IMPORT
    return answer_form(
        request, form, done=lambda: reverse(name, args=[form.instance.pk]), context=context
    )


@page("GET", "POST")
def meeting(request: HttpRequest, key: int) -> HttpResponseBase:
    """Its speeches, and what is told of it: a form for those who write."""
    row = meeting_for(request, key)
    may_write = rules.may_write(request.user)
    speeches = Speech.objects.visible_to(request.user).filter(meeting=row)
    form = MeetingForm(data_of(request), instance=row, actor=request.user)
    context: dict[str, Any] = {"meeting": row, "speeches": speeches, "may_write": may_write}
    context |= {"title": row.name, "submit": "保存会议"}
    context["imports"] = Import.objects.visible_to(request.user).open().filter(meeting=row).listed()
    if may_write:
        done = reverse("meeting", args=[key])
        template = "speeches/meeting.html"
        return answer_form(request, form, done=done, template=template, context=context)
    if request.method == "POST":
        require(may_write)
    context["told"] = [(field.label, field.held) for field in form.visible_fields() if field.held]
    return render(request, "speeches/meeting_read.html", context)
