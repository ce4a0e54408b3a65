"""词表: ours and the bureau's own, read by everybody of the office, kept by its administrators."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from speeches import rules
from speeches.checks.entries import WITH_RIGHT, Entry, List
from speeches.checks.words import ours
from speeches.document.normalising import normalise_line
from speeches.enums import WordList
from speeches.forms.proofreading import NewWordForm, WordForm
from speeches.models import Word
from speeches.views.editing import answer_form, data_of, see_other
from speeches.views.shared import page, require


@page("GET")
def words(request: HttpRequest) -> HttpResponseBase:
    """The lists begin with the first."""
    require(rules.may_read_lists(request.user))
    return see_other(reverse("word_list", args=[WordList.values[0]]))


@page("GET", "POST")
def word_list(request: HttpRequest, name: str) -> HttpResponseBase:
    """A list: the bureau's own with a form that adds to it, then ours; `q` looks for words."""
    require(rules.may_read_lists(request.user))
    if name not in WordList.values:
        raise Http404(name)
    may_manage = rules.may_manage(request.user)
    if request.method == "POST":
        require(may_manage)
    bureau = request.user.bureau
    empty = Word(bureau=bureau, list=name)
    form = NewWordForm(data_of(request), instance=empty, bureau=bureau, actor=request.user)
    return answer_form(
        request,
        form,
        done=reverse("word_list", args=[name]),
        template="speeches/words.html",
        context={"may_manage": may_manage} | _listed(request, WordList(name)),
    )


@page("GET", "POST")
def word(request: HttpRequest, key: int) -> HttpResponseBase:
    """An entry of the bureau's own."""
    row = _word_for(request, key)
    back = reverse("word_list", args=[row.list])
    context = {"title": f"修改{row.get_list_display()}：{row}", "back": back}
    form = WordForm(data_of(request), instance=row)
    return answer_form(request, form, done=back, context=context)


@page("POST")
def word_delete(request: HttpRequest, key: int) -> HttpResponseBase:
    """Ours stays, where the entry stood in its place."""
    row = _word_for(request, key)
    row.delete()
    messages.success(request, f"已从本单位的{row.get_list_display()}里删除“{row}”。")
    return see_other(reverse("word_list", args=[row.list]))


# --- What they share -------------------------------------------------------------------------


def _word_for(request: HttpRequest, key: int) -> Word:
    """An entry of the own bureau (else 404), for its administrators (else 403)."""
    row = get_object_or_404(Word, pk=key, bureau=request.user.bureau_id)
    require(rules.may_manage(request.user))
    return row


def _listed(request: HttpRequest, chosen: WordList) -> dict[str, Any]:
    sought = normalise_line(request.GET.get("q", ""))
    rows = Word.objects.filter(bureau=request.user.bureau_id, list=chosen)
    shipped = ours().of(List(chosen.value))
    return {
        "bureau": request.user.bureau,
        "chosen": chosen,
        "lists": [(each.label, reverse("word_list", args=[each.value]), each) for each in WordList],
        "sought": sought,
        "own": _with(sought, rows.select_related("added_by")),
        "shipped": _with(sought, shipped),
        "all_shipped": len(shipped),
        "has_right": chosen.value in WITH_RIGHT,
    }


def _with(sought: str, entries: Iterable[Word] | Iterable[Entry]) -> list[Any]:
    return [each for each in entries if sought in each.term or (sought in each.right)]
