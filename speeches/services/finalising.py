"""定稿 and 退回: between a draft and the copy that leaders read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from speeches import rules
from speeches.document.assemble import assemble
from speeches.document.codec import document_to_json
from speeches.document.normalising import normalise
from speeches.document.tree import Mark, Run
from speeches.enums import SpeechState
from speeches.models import FinalCopy, Speech, User
from speeches.services.facts import facts_of
from speeches.services.refusals import AlreadyFinal, NotReady

WHY_MARKED = {
    Mark.EMPTY: "数据待补",
    Mark.UNCONFIRMED: "数据未确认",
    Mark.UNKNOWN: "不认识的引用",
}


def mark_final(speech: Speech, *, actor: User | None) -> FinalCopy:
    """Draft to final: the state and the FinalCopy of the document succeed or fail together.

    Changes of the speech wait meanwhile, so the copy is what the draft says at its revision.
    Raises AlreadyFinal, or NotReady with what is still marked in the document.
    """
    with transaction.atomic():
        drafts = Speech.objects.filter(pk=speech.pk, state=SpeechState.DRAFT)
        if not drafts.update(state=SpeechState.FINAL):
            raise AlreadyFinal("讲话稿已定稿，不用再定一次。")
        current = Speech.objects.with_meeting().get(pk=speech.pk)
        document = assemble(facts_of(current))
        if document.marked:
            raise NotReady(f"还不能定稿，请先处理：{_listed(document.marked)}。")
        return FinalCopy.objects.create(
            speech=current,
            document=document_to_json(document),
            revision=current.revision,
            date=current.meeting.date,
            made_by=actor,
        )


def reopen(speech: Speech, *, actor: User | None, reason: str) -> None:
    """Final to draft, for a reason that its FinalCopy keeps; leaders go on reading that copy.

    The revision counts up: what the meeting says may have changed meanwhile. Raises NotReady
    without a reason, or where the speech is a draft.
    """
    because = normalise(reason).strip()
    if not because:
        raise NotReady("请写明退回原因。")
    with transaction.atomic():
        finals = Speech.objects.filter(pk=speech.pk, state=SpeechState.FINAL)
        if not finals.update(
            state=SpeechState.DRAFT,
            revision=F("revision") + 1,
            changed_at=timezone.now(),
            changed_by=actor,
        ):
            raise NotReady(rules.NOT_FINAL)
        FinalCopy.objects.filter(speech=speech.pk, reopened_at__isnull=True).update(
            reopened_at=timezone.now(), reopened_by=actor, reopened_because=because
        )


def _listed(marked: Iterable[Run]) -> str:
    """Each thing to settle once, in the order of the speech."""
    lines = (f"{run.text}（{WHY_MARKED[run.mark]}）" for run in marked if run.mark)
    return "、".join(dict.fromkeys(lines))
