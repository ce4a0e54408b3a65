"""导入: a text from outside is taken in, its structure settled by a person, and a speech made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from speeches.enums import SpeechKind
from speeches.importing.carrying import carried_over
from speeches.importing.facts import facts_of
from speeches.importing.piece_json import pieces_to_json
from speeches.importing.pieces import Piece
from speeches.models import Import, Meeting, Speech, User
from speeches.services import originals, planting
from speeches.services.reading import Source
from speeches.services.recognising import found_in, outline_of, recognised, row_of
from speeches.services.refusals import Gone, Overtaken, SavedAlready, VersionMissing
from speeches.services.saving import insert

_MOST_UNDONE = 10_000  # a text has no more places
_IS_KEY = re.compile(r"\d{1,7}:\d{1,7}(?:-\d{1,7}|\+)?")


# --- In --------------------------------------------------------------------------------------


def take_in(
    meeting: Meeting, source: Source, *, actor: User | None, once: UUID | None = None
) -> Import:
    """Store the original, and a row that leads to it: both or neither.

    Raises ImportRefused where the original cannot be stored.
    """
    row = row_of(source)
    row.meeting, row.once = meeting, once
    row.made_by = row.changed_by = actor
    row.original = originals.keep(source.content)
    try:
        return insert(row, actor=actor)
    except BaseException:
        originals.remove(row.original)
        raise


def import_at_once(meeting: Meeting, source: Source, *, actor: User | None) -> Speech:
    """Take a text in and make a speech of it as it was found, both or neither.

    Raises ImportRefused, or TooLong with what does not fit where it was found.
    """
    with transaction.atomic():
        row = take_in(meeting, source, actor=actor)
        try:
            return save_speech(row, actor=actor, seen=row.version)
        except BaseException:
            originals.remove(row.original)
            raise


def drop(import_: Import) -> None:
    """Give an import up, its original too. One that is gone already is no trouble.

    Raises SavedAlready where it has become a speech.
    """
    with transaction.atomic():
        if not Import.objects.open().filter(pk=import_.pk).delete()[0]:
            _refuse_saved(import_)
            return
        transaction.on_commit(lambda: originals.remove(import_.original))


def _refuse_saved(import_: Import) -> None:
    if Import.objects.filter(pk=import_.pk).exists():
        raise SavedAlready("这份旧稿已经存成讲话稿，原文随讲话稿保留，不能删除。")


# --- What a person changes -------------------------------------------------------------------


def keep_pieces(
    import_: Import, pieces: Sequence[Piece], *, actor: User | None, seen: int | None
) -> None:
    """The structure as the person wants it, over the version `seen`.

    Raises VersionMissing, Overtaken (409), SavedAlready or Gone; then nothing was changed.
    """
    _change(import_, {"pieces": pieces_to_json(pieces)}, actor, seen)


def undo_repairs(
    import_: Import, keys: Iterable[str], *, actor: User | None, seen: int | None
) -> None:
    """Take repairs and removals back, by their keys. Raises what `keep_pieces` raises."""
    _set_undone(import_, {*import_.undone, *keys}, actor, seen)


def redo_repairs(
    import_: Import, keys: Iterable[str], *, actor: User | None, seen: int | None
) -> None:
    """Make repairs after all that were taken back. Raises what `keep_pieces` raises."""
    _set_undone(import_, set(import_.undone).difference(keys), actor, seen)


def start_over(import_: Import, *, actor: User | None, seen: int | None) -> None:
    """The text as it was found at first. Raises what `keep_pieces` raises."""
    _change(import_, {"pieces": None, "undone": []}, actor, seen)


def _set_undone(import_: Import, keys: set[str], actor: User | None, seen: int | None) -> None:
    """Paragraphs that stay the same keep what the person made of them."""
    undone = sorted(filter(_IS_KEY.fullmatch, keys))[:_MOST_UNDONE]
    values: dict[str, Any] = {"undone": undone}
    if import_.pieces is not None:
        before = found_in(import_)
        cleaned, fresh, _ = recognised(import_.text, frozenset(undone))
        pieces = carried_over(before.pieces, before.cleaned, cleaned, fresh)
        values["pieces"] = pieces_to_json(pieces)
    _change(import_, values, actor, seen)


def _change(import_: Import, values: dict[str, Any], actor: User | None, seen: int | None) -> None:
    """Write over the version `seen`; the row says so afterwards."""
    if seen is None:
        raise VersionMissing
    besides = {"changed_by": actor, "changed_at": timezone.now()}
    standing = Import.objects.open().filter(pk=import_.pk, version=seen)
    if not standing.update(version=F("version") + 1, **values, **besides):
        raise _refusal(import_)
    import_.refresh_from_db()


def _refusal(import_: Import) -> Overtaken | SavedAlready | Gone:
    """Why an import does not stand at the version that was seen."""
    current = Import.objects.select_related("changed_by").filter(pk=import_.pk).first()
    if current is None:
        return Gone("这份旧稿已经不要了，没有保存。需要时请重新导入。")
    if current.speech_id:
        return SavedAlready("这份旧稿已经存成讲话稿，请在讲话稿里修改。")
    who = str(current.changed_by or "有人")
    when = f"{timezone.localtime(current.changed_at):%H:%M}"
    return Overtaken(
        f"您打开这一页之后，{who}在{when}改过这份旧稿，所以这一步没有做。"
        "现在这一页是改过以后的，请看过再改。"
    )


# --- Out -------------------------------------------------------------------------------------


def save_speech(import_: Import, *, actor: User | None, seen: int | None) -> Speech:
    """The speech that the pieces make, with all its rows, in one transaction: its first revision.

    Sent twice it is made once: the second time answers with the speech that is there. Raises
    TooLong with what does not fit where it stands, VersionMissing, Overtaken or Gone; then nothing
    was made.
    """
    if seen is None:
        raise VersionMissing
    with transaction.atomic():
        standing = Import.objects.open().filter(pk=import_.pk, version=seen)
        if not standing.update(version=F("version") + 1):
            return _saved_before(import_)
        current = Import.objects.select_related("meeting__bureau").get(pk=import_.pk)
        found = outline_of(current)
        facts = facts_of(found)
        title = "\n".join(found.title)
        speech = planting.speech_of(facts, current.meeting, kind=_kind(title))
        planting.plant(speech, facts.nodes, actor=actor)
        Import.objects.filter(pk=import_.pk).update(speech=speech)
    import_.refresh_from_db()
    return speech


def _saved_before(import_: Import) -> Speech:
    made = Speech.objects.with_meeting().filter(source=import_.pk).first()
    if made is None:
        raise _refusal(import_)
    return made


def _kind(title: str) -> SpeechKind:
    """文种, as the title says it."""
    if "提纲" in title:
        return SpeechKind.NOTES
    return SpeechKind.REPORT if "工作报告" in title else SpeechKind.SPEECH
