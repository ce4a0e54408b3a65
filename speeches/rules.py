"""Who may do what. A predicate answers: allowed, or the reason why not, in plain Chinese.

Rules about a row ask for its bureau too, though a view has answered 404 before that; fetch rows
with their meeting (`with_meeting`), so that asking costs no query.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from speeches.enums import SpeechState, UserRole

if TYPE_CHECKING:
    from speeches.models import Figure, FinalCopy, Speech, User

DRAFT_READERS = (UserRole.DRAFTER, UserRole.REVIEWER, UserRole.CONTRIBUTOR)
WRITERS = (UserRole.DRAFTER,)
IMPORTERS = (UserRole.DRAFTER,)
EXPORTERS = (UserRole.DRAFTER,)
FIGURE_FILLERS = (UserRole.DRAFTER, UserRole.CONTRIBUTOR)
FIGURE_CONFIRMERS = (*FIGURE_FILLERS, UserRole.REVIEWER)
FINALISERS = (UserRole.DRAFTER, UserRole.REVIEWER)
REOPENERS = (UserRole.REVIEWER,)
MANAGERS = (UserRole.ADMINISTRATOR,)

NO_BUREAU = "您的账号还没有归入单位，请联系管理员。"
OTHER_BUREAU = "这不是您所在单位的内容。"
NOT_FINAL = "讲话稿还在起草，不用退回。"


@dataclass(frozen=True, slots=True)
class Answer:
    """Truthy where allowed; `reason` is shown beside the disabled button."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


YES = Answer()


# --- Reading ---------------------------------------------------------------------------------


def may_read_drafts(user: User) -> Answer:
    """起草人、审核人、供稿人 of a bureau."""
    return _role(user, DRAFT_READERS, f"{UserRole(user.role).label}不看起草中的讲话稿。")


def may_read_draft(user: User, speech: Speech) -> Answer:
    """Those who read drafts, of their own bureau; what `Speech.objects.visible_to` holds."""
    return _own(user, speech) and may_read_drafts(user)


def may_read_final_copies(user: User) -> Answer:
    """Everyone of a bureau but its administrator, who sees no speech text."""
    readers = (*DRAFT_READERS, UserRole.LEADER)
    return _role(user, readers, "管理员不看讲话稿正文。")


def may_read_final_copy(user: User, copy: FinalCopy) -> Answer:
    """The same of one copy; what `FinalCopy.objects.visible_to` holds."""
    return _own(user, copy.speech) and may_read_final_copies(user)


def may_export(user: User) -> Answer:
    """起草人: drafts as a file. Final copies are files for all who read them."""
    return _role(user, EXPORTERS, "由起草人导出。定稿以后，可以在“定稿”里下载。")


# --- Writing ---------------------------------------------------------------------------------


def may_write(user: User, speech: Speech | None = None) -> Answer:
    """起草人: meetings and new speeches; with a `speech`, all of it while it is a draft."""
    by_role = _role(user, WRITERS, "由起草人撰写和修改。")
    if speech is None:
        return by_role
    return _own(user, speech) and by_role and may_be_changed(speech)


def may_import(user: User) -> Answer:
    """起草人: a text from outside becomes a speech."""
    return _role(user, IMPORTERS, "由起草人导入旧稿。")


def may_be_changed(speech: Speech) -> Answer:
    """Only a draft takes changes."""
    if speech.state == SpeechState.DRAFT:
        return YES
    return Answer("讲话稿已定稿，不能再改。需要修改时，请审核人先退回起草。")


def may_add_figure(user: User, speech: Speech) -> Answer:
    """起草人, while it is a draft."""
    by_role = _role(user, WRITERS, "由起草人增加。")
    return _own(user, speech) and by_role and may_be_changed(speech)


def may_fill_figure(user: User, figure: Figure) -> Answer:
    """Value and unit: 起草人 of any, 供稿人 of the own division's, while it is a draft."""
    return _figure(user, figure, FIGURE_FILLERS, "由起草人或提供数据的处室填写。")


def may_confirm_figure(user: User, figure: Figure) -> Answer:
    """Who answers for the value says that it is right, or 审核人; there must be one."""
    allowed = _figure(user, figure, FIGURE_CONFIRMERS, "由起草人、审核人或提供数据的处室确认。")
    if allowed and not figure.value:
        return Answer("还没有填数值，填好后再确认。")
    return allowed


def may_mark_final(user: User, speech: Speech) -> Answer:
    """起草人、审核人 of the bureau, while it is a draft."""
    allowed = _own(user, speech) and _role(user, FINALISERS, "由起草人或审核人定稿。")
    if allowed and speech.state == SpeechState.FINAL:
        return Answer("讲话稿已定稿。")
    return allowed


def may_reopen(user: User, speech: Speech) -> Answer:
    """审核人 of the bureau, once it is final."""
    allowed = _own(user, speech) and _role(user, REOPENERS, "由审核人退回起草。")
    if allowed and speech.state != SpeechState.FINAL:
        return Answer(NOT_FINAL)
    return allowed


# --- Checking --------------------------------------------------------------------------------


def may_read_lists(user: User) -> Answer:
    """Everyone of a bureau: its people, its words, the rules and which of them are off."""
    return YES if user.bureau_id else Answer(NO_BUREAU)


def may_switch_rules(user: User) -> Answer:
    """管理员: a rule is off, and on again, for the whole bureau."""
    return _role(user, MANAGERS, "由管理员停用和启用规则。")


def may_ignore(user: User, speech: Speech) -> Answer:
    """起草人, while it is a draft: a finding that was looked at is not shown again."""
    by_role = _role(user, WRITERS, "由起草人处理校核的提示。")
    return _own(user, speech) and by_role and may_be_changed(speech)


# --- Managing --------------------------------------------------------------------------------


def may_manage(user: User) -> Answer:
    """管理员: users, divisions, people, words, editions and settings of the own bureau."""
    reason = "用户、处室、人员名录、词表、版式和单位设置由管理员维护。"
    return _role(user, MANAGERS, reason)


def may_manage_user(user: User, account: User) -> Answer:
    """The same of one account; what `User.objects.managed_by` holds. Never the operator's."""
    allowed = _same_bureau(user, account.bureau_id) and may_manage(user)
    if allowed and (account.is_staff or account.is_superuser):
        return Answer("这个账号归系统运维人员管理。")
    return allowed


def may_reset_password(user: User, account: User) -> Answer:
    """Of somebody else: who resets the own password would be shown out."""
    allowed = may_manage_user(user, account)
    return allowed and _of_others(user, account, "自己的密码，请在“修改密码”里改。")


def may_retire(user: User, account: User) -> Answer:
    """停用 somebody else's account; so one administrator is always left."""
    allowed = may_manage_user(user, account)
    reason = "不能停用自己的账号，需要时请另一位管理员来停用。"
    return allowed and _of_others(user, account, reason)


# --- What they share -------------------------------------------------------------------------


def _role(user: User, roles: Container[str], reason: str) -> Answer:
    if not user.bureau_id:
        return Answer(NO_BUREAU)
    return YES if user.role in roles else Answer(reason)


def _same_bureau(user: User, bureau_id: int | None) -> Answer:
    if not user.bureau_id:
        return Answer(NO_BUREAU)
    return YES if user.bureau_id == bureau_id else Answer(OTHER_BUREAU)


def _of_others(user: User, account: User, reason: str) -> Answer:
    return Answer(reason) if user.pk == account.pk else YES


def _own(user: User, speech: Speech) -> Answer:
    return _same_bureau(user, speech.meeting.bureau_id)


def _figure(user: User, figure: Figure, roles: Container[str], reason: str) -> Answer:
    allowed = _own(user, figure.speech) and _role(user, roles, reason)
    if allowed and user.role == UserRole.CONTRIBUTOR:
        allowed = _gives(user, figure)
    return allowed and may_be_changed(figure.speech)


def _gives(user: User, figure: Figure) -> Answer:
    """Whether the figure comes from the user's own division."""
    if not user.department_id:
        return Answer("您的账号还没有归入处室，请联系管理员。")
    if not figure.department:
        return Answer("还没有定由哪个处室提供，请起草人先定。")
    if figure.department_id != user.department_id:
        return Answer(f"由{figure.department}填写、确认。")
    return YES
