"""导入旧稿: a text is taken in; its original can be read, and given up while it is no speech."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches import rules
from speeches.enums import SourceKind
from speeches.forms.importing import ImportForm
from speeches.importing.lines import split_lines
from speeches.models import Import
from speeches.services import importing, originals
from speeches.services.exporting import File, fit_for_a_file
from speeches.services.refusals import Refusal
from speeches.views.editing import CONFLICT, Trouble, answer_form, data_of, see_other
from speeches.views.shared import (
    download,
    import_for,
    importing_for,
    meeting_for,
    no_file,
    page,
    require,
)

# Whatever it is, the browser keeps it and shows nothing of it.
UNTOLD = "application/octet-stream"
_TAKEN_IN = "已读入，原文已存好。请核对识别出的结构，再保存成讲话稿。"


@page("GET", "POST")
def import_new(request: HttpRequest, key: int) -> HttpResponseBase:
    """Paste or choose a file; then on to the page where its structure is confirmed."""
    meeting = meeting_for(request, key)
    require(rules.may_import(request.user))
    form = ImportForm(data_of(request), request.FILES or None, meeting=meeting, actor=request.user)
    return answer_form(
        request,
        form,
        done=lambda: reverse("import_confirm", args=[form.imported.pk]),
        said=_TAKEN_IN,
        context={
            "title": "导入旧稿",
            "intro": f"会议：{meeting.name}",
            "submit": "下一步：核对结构",
            "back": reverse("meeting", args=[key]),
        },
    )


@page("GET")
def import_original(request: HttpRequest, key: int) -> HttpResponseBase:
    """The text as it came, line by line; never as the file's own markup."""
    row = import_for(request, key)
    context = {
        "import": row,
        "lines": split_lines(row.text),
        "left_out": row.left_out,
        "may_import": rules.may_import(request.user),
    }
    return render(request, "speeches/import_original.html", context)


@page("GET")
def import_file(request: HttpRequest, key: int) -> HttpResponseBase:
    """The very file, to keep."""
    row = import_for(request, key)
    try:
        content = originals.read(row.original, row.sha256)
    except originals.LostOriginal as lost:
        return no_file(request, lost)
    return download(File(_file_name(row), content, UNTOLD))


@page("GET", "POST")
def import_drop(request: HttpRequest, key: int) -> HttpResponseBase:
    """Ask first: nothing of it is left afterwards. Of a speech the original stays."""
    row = importing_for(request, key)
    context, status = {"import": row}, 200
    if request.method == "POST":
        try:
            importing.drop(row)
        except Refusal as refusal:
            context, status = context | {"troubles": [Trouble(str(refusal))]}, CONFLICT
        else:
            messages.success(request, f"已删除导入的“{row}”。")
            return see_other(reverse("meeting", args=[row.meeting_id]))
    return render(request, "speeches/import_drop.html", context, status=status)


def _file_name(row: Import) -> str:
    name = fit_for_a_file(row.shown_name) or "导入的原文"
    return name if row.kind != SourceKind.PASTED else f"{name}.txt"
