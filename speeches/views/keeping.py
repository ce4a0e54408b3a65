"""What was typed outlives the session: it is kept on the page until its author has logged in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any

from django.db.models import CharField, Field, Model, TextField
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from speeches.document.numbering import han
from speeches.forms.author import FIELD, author_of
from speeches.models import Bureau, Department, Figure, Meeting, Node, PageFormat, Speech, User

Pairs = list[tuple[str, str]]
_DROPPED = ("csrfmiddlewaretoken", FIELD)
# What several forms have, or no row.
_SHARED = {"name": "名称", "reason": "原因", "because": "不改的原因", "text": "旧稿"}
_ROW = re.compile(r"rows-(\d{1,4})-body")


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that was sent, where to, and by whom; of a file only that there was one."""

    to: str
    pairs: Pairs
    author: str
    had_file: bool = False

    @classmethod
    def of(cls, request: HttpRequest) -> Kept:
        """From a form, or from the page that keeps one."""
        author = request.POST.get(FIELD, "")
        if request.path == reverse("resume"):
            pairs = _read(request.POST.get("kept", ""))
            return cls(_own_address(request.POST.get("to", "")), pairs, author)
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
        typed = [each for each in pairs if _is_kept(each[0])]
        return cls(request.get_full_path(), typed, author, bool(request.FILES))

    @property
    def as_json(self) -> str:
        return json.dumps(self.pairs, ensure_ascii=False)

    @property
    def texts(self) -> Pairs:
        """What somebody typed, to be seen and copied, each with what its field is called.

        Keys, versions and choices are none; words in a field that nobody knows have no label.
        """
        labels = _labels()
        told = [
            (_label(name, labels), value)
            for name, value in self.pairs
            if value.strip() and name not in _choices()
        ]
        return [(label, value) for label, value in told if label or not value.isascii()]


def keep(request: HttpRequest, kept: Kept, *, error: str = "") -> HttpResponse:
    """The page that holds the text: for its author logged in, for its author, for another."""
    author = author_of(kept.author)
    context: dict[str, Any] = {"kept": kept, "author": author, "error": error}
    context["may_send"] = author is not None and author == request.user and bool(kept.to)
    context["may_log_in"] = author is not None and not request.user.is_authenticated
    status = 200 if context["may_send"] else 403
    return render(request, "speeches/resume.html", context, status=status)


def kept_for_its_author(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Nothing that was typed is stored for another person, or lost for want of a session."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not _is_of_its_author(request):
            return keep(request, Kept.of(request))
        return view(request, *args, **kwargs)

    return answer


@never_cache
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page left open too long: what was typed is kept, for whoever signed for it."""
    if author_of(request.POST.get(FIELD, "")) is None:
        return render(request, "403_csrf.html", status=403)
    return keep(request, Kept.of(request))


def _is_of_its_author(request: HttpRequest) -> bool:
    user: Any = request.user
    if FIELD not in request.POST:
        return True  # not a form that holds text
    author: User | None = author_of(request.POST[FIELD])
    return user.is_authenticated and author == user


@cache
def _labels() -> dict[str, str]:
    """The fields that hold words, by name, as the forms call them."""
    typed = (each for each in _fields() if each.editable and not each.choices)
    texts = (each for each in typed if isinstance(each, CharField | TextField))
    return {each.name: str(each.verbose_name) for each in texts} | _SHARED


@cache
def _choices() -> frozenset[str]:
    """The fields in which something is chosen, by name."""
    return frozenset(each.name for each in _fields() if each.choices) - _labels().keys()


def _fields() -> Iterator[Field[Any, Any]]:
    models: tuple[type[Model], ...] = (
        Meeting,
        Speech,
        Node,
        Figure,
        User,
        Bureau,
        Department,
        PageFormat,
    )
    return (field for model in models for field in model._meta.concrete_fields)


def _label(name: str, labels: dict[str, str]) -> str:
    row = _ROW.fullmatch(name)
    return f"第{han(int(row[1]) + 1)}条" if row else labels.get(name, "")


def _is_kept(name: str) -> bool:
    """Passwords are never written into a page."""
    return name not in _DROPPED and "password" not in name


def _read(kept: str) -> Pairs:
    try:
        return [(str(name), str(value)) for name, value in json.loads(kept)]
    except (TypeError, ValueError):
        return []


def _own_address(address: str) -> str:
    own = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if own else ""
