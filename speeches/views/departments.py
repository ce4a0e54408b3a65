"""管理: 处室, for the administrators of a bureau."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from speeches import rules
from speeches.forms.managing import DepartmentForm, NewDepartmentForm
from speeches.models import Department
from speeches.services import managing
from speeches.services.refusals import InUse
from speeches.views.editing import answer_form, data_of, see_other
from speeches.views.shared import page, place_of, require


@page("GET", "POST")
def departments(request: HttpRequest) -> HttpResponseBase:
    """The list in its order, and a form that adds to it."""
    require(rules.may_manage(request.user))
    form = NewDepartmentForm(data_of(request), bureau_key=request.user.bureau_id)
    context = {
        "title": "处室",
        "bureau": request.user.bureau,
        "departments": managing.departments_with_use(request.user.bureau_id),
        "in_use": managing.IN_USE,
    }
    template = "speeches/departments.html"
    return answer_form(
        request, form, done=reverse("departments"), template=template, context=context
    )


@page("GET", "POST")
def department(request: HttpRequest, key: int) -> HttpResponseBase:
    """Another name; the division stays what it is, wherever it is chosen."""
    row = _department_for(request, key)
    back = reverse("departments")
    context = {"title": f"改名：{row}", "back": back}
    form = DepartmentForm(data_of(request), instance=row)
    return answer_form(request, form, done=back, context=context)


@page("POST")
def department_place(request: HttpRequest, key: int) -> HttpResponseBase:
    """Move it to a place of the list, counted from 1; back to where it stands then."""
    row = _department_for(request, key)
    managing.place(row, place_of(request))
    return see_other(f"{reverse('departments')}#department-{key}")


@page("POST")
def department_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """Only what nothing belongs to."""
    row = _department_for(request, key)
    try:
        managing.delete_department(row)
        messages.success(request, f"已删除“{row}”。")
    except InUse as refusal:
        messages.error(request, f"“{row}”没有删除：{refusal}")
    return see_other(reverse("departments"))


def _department_for(request: HttpRequest, key: int) -> Department:
    """A division of the own bureau (else 404), for its administrators (else 403)."""
    row = get_object_or_404(Department, pk=key, bureau=request.user.bureau_id)
    require(rules.may_manage(request.user))
    return row
