"""The way back to a form whose session had ended."""

from __future__ import annotations

from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from speeches.forms.author import author_of
from speeches.views.keeping import Kept, keep
from speeches.views.shared import methods

WRONG = "密码不对，请再试一次。文字还在这一页。"


@methods("POST")
@never_cache
def resume(request: HttpRequest) -> HttpResponse:
    """Log the author in, then send what is kept to where it was going."""
    kept = Kept.of(request)
    author = author_of(kept.author)
    if author is None or request.user.is_authenticated:
        return keep(request, kept)
    password = request.POST.get("password", "")
    person = authenticate(request, username=author.username, password=password)
    if person is None:
        return keep(request, kept, error=WRONG)
    login(request, person)
    return keep(request, kept)
