"""Who may do what, and the reason that is shown where not."""

from collections.abc import Callable

import pytest

from speeches import rules
from speeches.enums import SpeechState, UserRole
from speeches.models import Speech, User

D, R, C = UserRole.DRAFTER, UserRole.REVIEWER, UserRole.CONTRIBUTOR
L, A = UserRole.LEADER, UserRole.ADMINISTRATOR
DRAFT, FINAL = SpeechState.DRAFT, SpeechState.FINAL

NO_BUREAU = "您的账号还没有归入单位，请联系管理员。"
BY_FINALISERS = "由起草人或审核人定稿。"
BY_REVIEWER = "由审核人退回起草。"
STILL_DRAFT = "讲话稿还在起草，不用退回。"


@pytest.mark.parametrize(
    ("rule", "reasons"),
    [
        (
            rules.may_read_drafts,
            {L: "领导不看起草中的讲话稿。", A: "管理员不看起草中的讲话稿。"},
        ),
        (rules.may_read_final_copies, {A: "管理员不看讲话稿正文。"}),
    ],
)
def test_who_reads(rule: Callable[[User], rules.Answer], reasons: dict[str, str]) -> None:
    answers = {role: rule(User(role=role, bureau_id=1)) for role in UserRole}
    assert {role: answer.reason for role, answer in answers.items() if not answer} == reasons
    assert {rule(User(role=role)).reason for role in UserRole} == {NO_BUREAU}


@pytest.mark.parametrize(
    ("rule", "state", "reasons"),
    [
        (rules.may_mark_final, DRAFT, dict.fromkeys((C, L, A), BY_FINALISERS)),
        (
            rules.may_mark_final,
            FINAL,
            dict.fromkeys((C, L, A), BY_FINALISERS) | dict.fromkeys((D, R), "讲话稿已定稿。"),
        ),
        (rules.may_reopen, DRAFT, dict.fromkeys((D, C, L, A), BY_REVIEWER) | {R: STILL_DRAFT}),
        (rules.may_reopen, FINAL, dict.fromkeys((D, C, L, A), BY_REVIEWER)),
    ],
)
def test_who_ends_and_reopens_a_draft(
    rule: Callable[[User, Speech], rules.Answer], state: str, reasons: dict[str, str]
) -> None:
    answers = {role: rule(User(role=role, bureau_id=1), Speech(state=state)) for role in UserRole}
    assert {role: answer.reason for role, answer in answers.items() if not answer} == reasons


def test_only_a_draft_takes_changes() -> None:
    assert rules.may_be_changed(Speech(state=DRAFT))
    assert rules.may_be_changed(Speech(state=FINAL)).reason == (
        "讲话稿已定稿，不能再改。需要修改时，请审核人先退回起草。"
    )
