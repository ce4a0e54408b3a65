"""What every view does first and last: the method, the person, the row; a file, a refusal."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from csp.decorators import csp_exempt
from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from speeches import rules
from speeches.models import FinalCopy, Import, Meeting, Node, Speech
from speeches.services.exporting import File
from speeches.views.keeping import kept_for_its_author

View = Callable[..., HttpResponseBase]
_LONGEST_PLACE = 6  # digits


def methods(*allowed: str) -> Callable[[View], View]:
    """Answer other methods with a page that says so."""
    allowed = (*allowed, "HEAD") if "GET" in allowed else allowed

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in allowed:
                return view(request, *args, **kwargs)
            page = render(request, "405.html")
            return HttpResponseNotAllowed(allowed, page.content)

        return answer

    return decorate


def page(*allowed: str) -> Callable[[View], View]:
    """A view for people who are logged in; nothing of it stays in the browser afterwards.

    What was typed into a form is kept for its author where the session has ended meanwhile.
    """

    def decorate(view: View) -> View:
        return methods(*allowed)(never_cache(kept_for_its_author(_for_the_logged_in(view))))

    return decorate


def _for_the_logged_in(view: View) -> View:
    """Others are led to the door, but for what a page fetches for itself: that page stays, and
    says so where the answer would have stood."""
    led_to_the_door = login_required(view)

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.htmx and not request.user.is_authenticated:
            return render(request, "speeches/_logged_out.html")
        return led_to_the_door(request, *args, **kwargs)

    return answer


def require(answer: rules.Answer) -> None:
    """Refuse with the rule's own reason, which the page shows."""
    if not answer:
        raise PermissionDenied(answer.reason)


def place_of(request: HttpRequest) -> int:
    """The place in a list that is asked for, counted from 1. Raises BadRequest."""
    place = request.POST.get("place", "")
    if not (place.isdecimal() and len(place) <= _LONGEST_PLACE):
        raise BadRequest("place")
    return int(place)


def speech_for(request: HttpRequest, key: int) -> Speech:
    """A speech of the own bureau (else 404), for those who read drafts (else 403)."""
    speeches = Speech.objects.with_meeting()
    speech = get_object_or_404(speeches, pk=key, meeting__bureau=request.user.bureau_id)
    require(rules.may_read_drafts(request.user))
    return speech


def written_for(request: HttpRequest, key: int) -> Speech:
    """A speech of the own bureau (else 404), for those who write (else 403), final or not."""
    speech = speech_for(request, key)
    require(rules.may_write(request.user))
    return speech


def node_for(request: HttpRequest, key: int) -> Node:
    """A node, deleted or not, of the own bureau (else 404), for those who write (else 403)."""
    nodes = Node.objects.select_related("speech__meeting__bureau")
    node = get_object_or_404(nodes, pk=key, speech__meeting__bureau=request.user.bureau_id)
    require(rules.may_read_drafts(request.user))
    require(rules.may_write(request.user))
    return node


def meeting_for(request: HttpRequest, key: int) -> Meeting:
    """A meeting of the own bureau (else 404), for those who work at drafts (else 403)."""
    meeting = get_object_or_404(Meeting, pk=key, bureau=request.user.bureau_id)
    require(rules.may_read_drafts(request.user))
    return meeting


def import_for(request: HttpRequest, key: int) -> Import:
    """An import of the own bureau (else 404), for those who read drafts (else 403)."""
    imports = Import.objects.select_related("meeting__bureau", "speech")
    row = get_object_or_404(imports, pk=key, meeting__bureau=request.user.bureau_id)
    require(rules.may_read_drafts(request.user))
    return row


def importing_for(request: HttpRequest, key: int) -> Import:
    """The same, for those who import."""
    row = import_for(request, key)
    require(rules.may_import(request.user))
    return row


def final_for(request: HttpRequest, key: int) -> FinalCopy:
    """A final copy of the own bureau (else 404), for those who read them (else 403)."""
    finals = FinalCopy.objects.select_related("speech__meeting__bureau")
    final = get_object_or_404(finals, pk=key, speech__meeting__bureau=request.user.bureau_id)
    require(rules.may_read_final_copies(request.user))
    return final


# A file is no page: browsers show a PDF by an embedded object with styles of its own, which the
# policy for our pages refuses.
@csp_exempt()
def download(file: File, *, as_attachment: bool = True) -> FileResponse:
    """The file under its own name, as RFC 5987 has it for Chinese."""
    return FileResponse(
        BytesIO(file.content),
        as_attachment=as_attachment,
        filename=file.name,
        content_type=file.content_type,
    )


def no_file(request: HttpRequest, reason: Exception, *, status: int = 503) -> HttpResponse:
    """The page that says why a file could not be made; nothing is lost, the text stands."""
    return render(request, "speeches/no_file.html", {"reason": str(reason)}, status=status)
