"""定稿 and 退回: between a draft and the copy that leaders read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from speeches import rules
from speeches.checks.folding import Entry
from speeches.document.assemble import assemble
from speeches.document.codec import document_to_json
from speeches.document.facts import SpeechFacts
from speeches.document.normalising import normalise, normalise_line
from speeches.document.tree import MARK_NOTES, Document, Run
from speeches.enums import SpeechState
from speeches.models import FinalCopy, Speech, User
from speeches.services.copies import Copy, current_copy
from speeches.services.facts import facts_of
from speeches.services.proofreading import proof_of
from speeches.services.refusals import AlreadyFinal, NotReady, Overtaken, Unexplained


def mark_final(
    speech: Speech, *, actor: User | None, seen: int | None = None, because: str = ""
) -> FinalCopy:
    """Draft to final: the state and the FinalCopy of the document succeed or fail together.

    Changes of the speech wait meanwhile, so the copy is what the draft says at its revision.
    `seen` is the revision that the person read; a command, which reads none, gives none. Errors
    that the checks find stay only for a reason, `because`: both are kept. Raises AlreadyFinal,
    Overtaken where the draft was changed after `seen`, NotReady with what is still marked in the
    document, or Unexplained.
    """
    with transaction.atomic():
        drafts = Speech.objects.filter(pk=speech.pk, state=SpeechState.DRAFT)
        if not drafts.update(state=SpeechState.FINAL):
            raise AlreadyFinal("讲话稿已定稿，不用再定一次。")
        current = Speech.objects.with_meeting().select_related("changed_by").get(pk=speech.pk)
        if seen not in (None, current.revision):
            raise Overtaken(_overtaken(current))
        facts = facts_of(current)
        document = assemble(facts)
        if document.marked:
            raise NotReady(f"还不能定稿，请先处理：{_listed(document.marked)}。")
        reason = normalise(because).strip()
        errors = _errors(current, facts)
        if errors and not reason:
            raise Unexplained(f"还有{len(errors)}项错误没有改。请改好，或写明不改的原因。")
        left = {"open_findings": "\n".join(errors), "open_because": reason} if errors else {}
        return _keep(current, document, actor, left)


def reopen(speech: Speech, *, actor: User | None, reason: str, seen: int | None = None) -> None:
    """Final to draft, for a reason that its FinalCopy keeps; leaders go on reading that copy.

    The revision counts up: what the meeting says may have changed meanwhile. `seen` is the
    revision that was final before the person's eyes. Raises NotReady without a reason, or where
    the speech is a draft, and Overtaken where another revision is final by now.
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
        if seen is not None and not Speech.objects.filter(pk=speech.pk, revision=seen + 1).exists():
            raise Overtaken(
                "您打开这一页之后，讲话稿又重新定过稿。请看过新的定稿，再决定是否退回。"
            )
        FinalCopy.objects.filter(speech=speech.pk, reopened_at__isnull=True).update(
            reopened_at=timezone.now(), reopened_by=actor, reopened_because=because
        )


def _errors(speech: Speech, facts: SpeechFacts) -> list[str]:
    """What the checks hold to be wrong, a line each; repeats are one."""
    proof = proof_of(speech, current_copy(speech, facts), facts)
    return [line_of(entry) for entry in proof.errors]


def line_of(entry: Entry) -> str:
    """“截止”：应为“截至”。（3处）"""
    count = f"（{entry.count}处）" if entry.count > 1 else ""
    return f"“{normalise_line(entry.first.text)}”：{normalise_line(entry.first.message)}{count}"


def _keep(
    speech: Speech, document: Document, actor: User | None, left: Mapping[str, str]
) -> FinalCopy:
    copy = Copy(document, speech.revision, speech.meeting.date, is_draft=False)
    return FinalCopy.objects.create(
        speech=speech,
        document=document_to_json(document),
        revision=copy.revision,
        title=copy.title,
        characters=copy.characters,
        spoken=copy.spoken,
        date=copy.date,
        made_by=actor,
        **left,
    )


def _listed(marked: Iterable[Run]) -> str:
    """Each thing to settle once, in the order of the speech."""
    lines = (f"{run.text}（{MARK_NOTES[run.mark]}）" for run in marked if run.mark)
    return "、".join(dict.fromkeys(lines))


def _overtaken(speech: Speech) -> str:
    """Who saved what the person has not seen yet, and when."""
    who = f"{speech.changed_by}在" if speech.changed_by else ""
    when = f"{timezone.localtime(speech.changed_at):%H:%M}"
    return (
        f"您打开这一页之后，{who}{when}又保存过修改，现在是第{speech.revision}稿，"
        "所以没有定稿。请看过新稿，再点“定稿”。"
    )
