"""核对导入的文稿: the source beside what was found in it; then it becomes a speech."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from speeches.forms import confirming
from speeches.forms.confirming import BadStep, PieceForm, Step
from speeches.forms.finalising import SeenForm
from speeches.importing.cutting import pieces_of
from speeches.importing.editing import BadEdit, Pieces
from speeches.importing.pieces import Role
from speeches.importing.source import LAYOUT
from speeches.models import Import
from speeches.services import importing, recognising
from speeches.services.recognising import Found
from speeches.services.refusals import Gone, Refusal, SavedAlready, TooLong, VersionMissing
from speeches.views import imported, mended
from speeches.views.editing import CONFLICT, UNUSABLE, see_other, troubles
from speeches.views.shared import importing_for, page

Forms = Mapping[int, PieceForm]


@dataclass(slots=True)
class _Work:
    """A step on its way: `pieces` hold what was chosen in the rows that stood open."""

    request: HttpRequest
    row: Import
    found: Found
    pieces: Pieces
    forms: Forms
    step: Step
    seen: int

    def keep(self) -> None:
        """Raises what `importing.keep_pieces` raises."""
        if self.pieces != self.found.pieces:
            importing.keep_pieces(self.row, self.pieces, actor=self.request.user, seen=self.seen)
            self.found, self.seen = recognising.found_in(self.row), self.row.version


@page("GET", "POST")
def import_confirm(request: HttpRequest, key: int) -> HttpResponseBase:
    """The pieces, to be changed; what was repaired, to be undone; and the speech, to be made."""
    row = importing_for(request, key)
    if row.speech is not None:
        messages.info(request, "这份旧稿已经存成讲话稿，可以在这里接着改。")
        return see_other(reverse("speech", args=[row.speech.pk]))
    found = recognising.found_in(row)
    if request.method != "POST":
        return _page(request, row, found, _opened(request, found.pieces))
    forms = confirming.sent_forms(request.POST, found.pieces)
    if _is_overtaken(request, row):  # the rows that were sent may be other rows now
        return _answer(request, row, found, forms)
    valid = [form.is_valid() for form in forms.values()]  # each of them: each shows its own errors
    if not all(valid):
        return _page(request, row, found, forms, status=UNUSABLE)
    return _answer(request, row, found, forms)


def _is_overtaken(request: HttpRequest, row: Import) -> bool:
    """Whether the page that was sent showed another version than stands; not where it says none."""
    sent = SeenForm(request.POST)
    sent.is_valid()
    try:
        return sent.revision != row.version
    except VersionMissing:
        return False


def _answer(request: HttpRequest, row: Import, found: Found, forms: Forms) -> HttpResponseBase:
    """To where the step leads, or the page with the reason why it was not taken."""
    before = row.version
    try:
        return _take(request, row, found, forms)
    except (BadStep, BadEdit, VersionMissing, TooLong) as refusal:
        still_open = forms if row.version == before else {}  # else they have been kept already
        return _page(request, row, recognising.found_in(row), still_open, str(refusal), UNUSABLE)
    except (SavedAlready, Gone) as refusal:
        messages.error(request, str(refusal))
        return see_other(reverse("meeting", args=[row.meeting_id]))
    except Refusal as refusal:
        row.refresh_from_db()
        return _page(request, row, recognising.found_in(row), {}, str(refusal), CONFLICT)


def _take(request: HttpRequest, row: Import, found: Found, forms: Forms) -> HttpResponseBase:
    """Do what the button says. Raises BadStep, BadEdit or a Refusal."""
    sent = SeenForm(request.POST)
    sent.is_valid()
    seen, step = sent.revision, Step.of(request.POST.get("do", ""))
    if seen != row.version:  # asked to keep what it has never seen, the service says who was faster
        importing.keep_pieces(row, found.pieces, actor=request.user, seen=seen)
    if step.verb not in _STEPS:
        raise BadStep("没有收到要做什么，什么也没有改。请用页面上的按钮。")
    pieces = confirming.put_all(forms.values(), found.pieces)
    return _STEPS[step.verb](_Work(request, row, found, pieces, forms, step, seen))


# --- Steps -----------------------------------------------------------------------------------


def _edit(work: _Work) -> HttpResponseBase:
    """One piece in another role, merged, dropped, split or back again."""
    number = work.step.number_among(work.pieces)
    if work.step.verb == "split":
        edited = confirming.split_where(work.forms.get(number), work.pieces, number)
    elif work.step.verb == "restore":
        fresh = pieces_of(work.found.cleaned, frozenset(work.row.undone))
        edited = confirming.restore(work.pieces, number, fresh)
    else:
        edited = confirming.EDITS[work.step.verb](work.pieces, number)
    is_new, work.pieces = edited.pieces != work.found.pieces, edited.pieces
    work.keep()
    messages.success(work.request, edited.told if is_new else f"第{number}条没有改动。")
    return _back(work.request, edited.number)


def _undo(work: _Work) -> HttpResponseBase:
    """A repair or removal taken back: one, or all of a reason."""
    work.keep()
    told = work.found.outline
    done = [one for one in (*told.repairs, *told.removed) if one.reason != LAYOUT]
    is_meant = {
        "undo": lambda one: one.key == work.step.about,
        "undo-all": lambda one: one.reason == work.step.about,
    }[work.step.verb]
    keys = {one.key for one in done if is_meant(one)}
    if not keys:
        raise BadStep("这一处已经撤销过了，没有再改。")
    importing.undo_repairs(work.row, keys, actor=work.request.user, seen=work.seen)
    messages.success(work.request, f"已撤销{len(keys)}处，恢复成原文的样子。")
    return _back(work.request)


def _redo(work: _Work) -> HttpResponseBase:
    """Repaired after all: one place, or all that were taken back."""
    work.keep()
    undone = set(work.row.undone)
    keys = undone if work.step.verb == "redo-all" else undone & {work.step.about}
    if not keys:
        raise BadStep("这一处已经重新修整过了，没有再改。")
    importing.redo_repairs(work.row, keys, actor=work.request.user, seen=work.seen)
    messages.success(work.request, f"已重新修整{len(keys)}处。")
    return _back(work.request)


def _start_over(work: _Work) -> HttpResponseBase:
    importing.start_over(work.row, actor=work.request.user, seen=work.seen)
    messages.success(work.request, "已恢复成刚导入时的样子。")
    return _back(work.request)


def _save(work: _Work) -> HttpResponseBase:
    """存成讲话稿, then to its desk; a text of another kind only after a question."""
    question = work.found.outline.genre.question
    if question and work.step.verb != "save-anyway":
        raise BadStep(f"{question}要导入，请按“仍要导入”。")
    work.keep()
    speech = importing.save_speech(work.row, actor=work.request.user, seen=work.seen)
    still = recognising.open_points(work.found.outline)
    told = ["已存成讲话稿。", f"还要看一看：{still}。" if still else ""]
    if unplaced := _unplaced(work.found.pieces):
        told.append(f"未识别的{unplaced}条没有放进去，在“导入的原文”里。")
    messages.success(work.request, "".join(told))
    return see_other(reverse("speech", args=[speech.pk]))


_STEPS: Mapping[str, Callable[[_Work], HttpResponseBase]] = (
    dict.fromkeys((*confirming.EDITS, "split", "restore"), _edit)
    | dict.fromkeys(("undo", "undo-all"), _undo)
    | dict.fromkeys(("redo", "redo-all"), _redo)
    | dict.fromkeys(("save", "save-anyway"), _save)
    | {"start-over": _start_over}
)


def _back(request: HttpRequest, number: int = 0) -> HttpResponse:
    """To the page as it is now; to the piece that the step was about."""
    told = {"at": str(number) if number else "", "list": request.POST.get("list", "")}
    query = urlencode({name: value for name, value in told.items() if value})
    place = f"#piece-{number}" if number else "#mended"
    return see_other(request.path + (f"?{query}" if query else "") + place)


# --- The page --------------------------------------------------------------------------------


def _unplaced(pieces: Pieces) -> int:
    """How many pieces are left out of the speech though nobody has said so."""
    return sum(piece.role is Role.UNRECOGNISED for piece in pieces)


def _opened(request: HttpRequest, pieces: Pieces) -> dict[int, PieceForm]:
    """The rows that the address asks to open."""
    asked = request.GET.getlist("piece")
    return {
        number: PieceForm(piece=piece, number=number)
        for number, piece in enumerate(pieces, start=1)
        if str(number) in asked
    }


def _page(
    request: HttpRequest,
    row: Import,
    found: Found,
    forms: Forms,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    told, lines = found.outline, found.cleaned.lines
    listed, edited = request.GET.get("list", request.POST.get("list", "")), row.pieces is not None
    head = SeenForm(initial={"seen": row.version})
    head.refused = refused
    context: dict[str, Any] = {
        "import": row,
        "path": request.path,
        "meeting": row.meeting,
        "found": told,
        "head": head,
        "troubles": troubles([head, *forms.values()]),
        "summary": imported.summary(told),
        "unplaced": _unplaced(found.pieces),
        "rows": imported.piece_rows(found.pieces, forms, request.GET.get("at", "")),
        "lines": imported.source_lines(found.cleaned, found.pieces),
        "masks": imported.masks(found.cleaned),
        "legend": imported.LEGEND,
        "listed": listed,
        "repairs": mended.mendings(told.repairs, lines, listed=listed, edited=edited),
        "removals": mended.mendings(told.removed, lines, listed=listed, edited=edited),
        "undone": row.undone,
        "undone_shown": mended.undone(row.undone, lines) if listed == mended.UNDONE else (),
        "edited": edited or bool(row.undone),
        "other_date": recognising.other_date(told, row.meeting),
    }
    return render(request, "speeches/import_confirm.html", context, status=status)
