"""Who may do what. A predicate answers: allowed, or the reason why not, in plain Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from speeches.enums import SpeechState, UserRole

if TYPE_CHECKING:
    from speeches.models import Speech, User

DRAFT_READERS = (UserRole.DRAFTER, UserRole.REVIEWER, UserRole.CONTRIBUTOR)
FINALISERS = (UserRole.DRAFTER, UserRole.REVIEWER)
NOT_FINAL = "讲话稿还在起草，不用退回。"


@dataclass(frozen=True, slots=True)
class Answer:
    """Truthy where allowed; `reason` is shown beside the disabled button."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


YES = Answer()


def may_read_drafts(user: User) -> Answer:
    """起草人、审核人、供稿人 of a bureau."""
    if not user.bureau_id:
        return Answer("您的账号还没有归入单位，请联系管理员。")
    if user.role in DRAFT_READERS:
        return YES
    return Answer(f"{UserRole(user.role).label}不看起草中的讲话稿。")


def may_read_final_copies(user: User) -> Answer:
    """Everyone of a bureau but its administrator, who sees no speech text."""
    if not user.bureau_id:
        return Answer("您的账号还没有归入单位，请联系管理员。")
    if user.role == UserRole.ADMINISTRATOR:
        return Answer("管理员不看讲话稿正文。")
    return YES


def may_be_changed(speech: Speech) -> Answer:
    """Only a draft takes changes."""
    if speech.state == SpeechState.DRAFT:
        return YES
    return Answer("讲话稿已定稿，不能再改。需要修改时，请审核人先退回起草。")


def may_mark_final(user: User, speech: Speech) -> Answer:
    """起草人、审核人 of the bureau, while it is a draft."""
    if user.role not in FINALISERS:
        return Answer("由起草人或审核人定稿。")
    if speech.state == SpeechState.FINAL:
        return Answer("讲话稿已定稿。")
    return YES


def may_reopen(user: User, speech: Speech) -> Answer:
    """审核人 of the bureau, once it is final."""
    if user.role != UserRole.REVIEWER:
        return Answer("由审核人退回起草。")
    if speech.state != SpeechState.FINAL:
        return Answer(NOT_FINAL)
    return YES
