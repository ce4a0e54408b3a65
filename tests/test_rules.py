"""Who may do what, and the reason that is shown where not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from speeches import rules
from speeches.enums import SpeechState, UserRole
from speeches.models import Department, Figure, FinalCopy, Meeting, Speech, User

D, R, C = UserRole.DRAFTER, UserRole.REVIEWER, UserRole.CONTRIBUTOR
L, A = UserRole.LEADER, UserRole.ADMINISTRATOR
DRAFT, FINAL = SpeechState.DRAFT, SpeechState.FINAL

NO_BUREAU = "您的账号还没有归入单位，请联系管理员。"
OTHER_BUREAU = "这不是您所在单位的内容。"
BY_FINALISERS = "由起草人或审核人定稿。"
BY_REVIEWER = "由审核人退回起草。"
BY_DRAFTER = "由起草人撰写和修改。"
BY_CHECKER = "由起草人处理校核的提示。"
BY_ADDER = "由起草人增加。"
BY_FILLERS = "由起草人或提供数据的处室填写。"
BY_CONFIRMERS = "由起草人、审核人或提供数据的处室确认。"
BY_ADMINISTRATOR = "用户、处室、人员名录、词表、版式和单位设置由管理员维护。"
STILL_DRAFT = "讲话稿还在起草，不用退回。"
IS_FINAL = "讲话稿已定稿，不能再改。需要修改时，请审核人先退回起草。"

Rule = Callable[..., rules.Answer]
Reasons = dict[str, str]


def person(role: str, **fields: Any) -> User:
    return User(**{"pk": 7, "role": role, "bureau_id": 1} | fields)


def speech(state: str = DRAFT) -> Speech:
    return Speech(state=state, meeting=Meeting(bureau_id=1))


def figure(department: Department | None, state: str = DRAFT, value: str = "1200") -> Figure:
    return Figure(speech=speech(state), department=department, value=value)


def refusals(rule: Rule, *row: Any, **fields: Any) -> Reasons:
    """The reason for every role that the rule does not allow."""
    answers = {role: rule(person(role, **fields), *row) for role in UserRole}
    return {role: answer.reason for role, answer in answers.items() if not answer}


def all_but(allowed: tuple[str, ...], reason: str) -> Reasons:
    return {role: reason for role in UserRole if role not in allowed}


@pytest.mark.parametrize(
    ("rule", "reasons"),
    [
        (
            rules.may_read_drafts,
            {L: "领导不看起草中的讲话稿。", A: "管理员不看起草中的讲话稿。"},
        ),
        (rules.may_read_final_copies, {A: "管理员不看讲话稿正文。"}),
        (rules.may_export, all_but((D,), "由起草人导出。定稿以后，可以在“定稿”里下载。")),
        (rules.may_write, all_but((D,), BY_DRAFTER)),
        (rules.may_import, all_but((D,), "由起草人导入旧稿。")),
        (rules.may_manage, all_but((A,), BY_ADMINISTRATOR)),
        (rules.may_switch_rules, all_but((A,), "由管理员停用和启用规则。")),
        (rules.may_read_lists, {}),
    ],
)
def test_what_a_role_may_do_in_its_bureau(rule: Rule, reasons: Reasons) -> None:
    assert refusals(rule) == reasons
    assert refusals(rule, bureau_id=None) == dict.fromkeys(UserRole, NO_BUREAU)


@pytest.mark.parametrize(
    ("rule", "state", "reasons"),
    [
        (rules.may_read_draft, DRAFT, refusals(rules.may_read_drafts)),
        (rules.may_read_draft, FINAL, refusals(rules.may_read_drafts)),
        (rules.may_write, DRAFT, all_but((D,), BY_DRAFTER)),
        (rules.may_write, FINAL, all_but((D,), BY_DRAFTER) | {D: IS_FINAL}),
        (rules.may_add_figure, DRAFT, all_but((D,), BY_ADDER)),
        (rules.may_add_figure, FINAL, all_but((D,), BY_ADDER) | {D: IS_FINAL}),
        (rules.may_mark_final, DRAFT, all_but((D, R), BY_FINALISERS)),
        (
            rules.may_mark_final,
            FINAL,
            all_but((D, R), BY_FINALISERS) | dict.fromkeys((D, R), "讲话稿已定稿。"),
        ),
        (rules.may_ignore, DRAFT, all_but((D,), BY_CHECKER)),
        (rules.may_ignore, FINAL, all_but((D,), BY_CHECKER) | {D: IS_FINAL}),
        (rules.may_reopen, DRAFT, all_but((R,), BY_REVIEWER) | {R: STILL_DRAFT}),
        (rules.may_reopen, FINAL, all_but((R,), BY_REVIEWER)),
    ],
)
def test_what_a_role_may_do_with_a_speech(rule: Rule, state: str, reasons: Reasons) -> None:
    assert refusals(rule, speech(state)) == reasons
    assert refusals(rule, speech(state), bureau_id=2) == dict.fromkeys(UserRole, OTHER_BUREAU)
    assert refusals(rule, speech(state), bureau_id=None) == dict.fromkeys(UserRole, NO_BUREAU)


def test_only_a_draft_takes_changes() -> None:
    assert rules.may_be_changed(speech(DRAFT))
    assert rules.may_be_changed(speech(FINAL)).reason == IS_FINAL


def test_a_final_copy_is_read_by_all_but_the_administrator_of_its_bureau() -> None:
    copy = FinalCopy(speech=speech(FINAL))
    assert refusals(rules.may_read_final_copy, copy) == {A: "管理员不看讲话稿正文。"}
    other = refusals(rules.may_read_final_copy, copy, bureau_id=2)
    assert other == dict.fromkeys(UserRole, OTHER_BUREAU)


OWN, OTHER = Department(pk=3, name="基础教育处"), Department(pk=4, name="体育卫生处")
NO_DIVISION = "您的账号还没有归入处室，请联系管理员。"


@pytest.mark.parametrize(
    ("row", "works_in", "contributor"),
    [
        (figure(OWN), 3, None),
        (figure(OTHER), 3, "由体育卫生处填写、确认。"),
        (figure(None), 3, "还没有定由哪个处室提供，请起草人先定。"),
        (figure(OWN), None, NO_DIVISION),
        (figure(None), None, NO_DIVISION),
    ],
)
def test_a_contributor_answers_for_the_figures_of_the_own_division(
    row: Figure, works_in: int | None, contributor: str | None
) -> None:
    of_contributor = {C: contributor} if contributor else {}
    fills = refusals(rules.may_fill_figure, row, department_id=works_in)
    assert fills == all_but((D, C), BY_FILLERS) | of_contributor
    confirms = refusals(rules.may_confirm_figure, row, department_id=works_in)
    assert confirms == all_but((D, R, C), BY_CONFIRMERS) | of_contributor


@pytest.mark.parametrize("rule", [rules.may_fill_figure, rules.may_confirm_figure])
def test_figures_of_a_final_speech_and_of_another_bureau_stay(rule: Rule) -> None:
    by_state = set(refusals(rule, figure(OWN, FINAL), department_id=3).values())
    assert by_state == {IS_FINAL, BY_FILLERS if rule is rules.may_fill_figure else BY_CONFIRMERS}
    other = refusals(rule, figure(OWN), department_id=3, bureau_id=2)
    assert other == dict.fromkeys(UserRole, OTHER_BUREAU)


def test_what_is_empty_is_filled_before_it_is_confirmed() -> None:
    row = figure(OWN, value="")
    assert rules.may_fill_figure(person(C, department_id=3), row)
    assert rules.may_confirm_figure(person(C, department_id=3), row).reason == (
        "还没有填数值，填好后再确认。"
    )


ELSE, SELF = 8, 7  # keys of accounts


@pytest.mark.parametrize(
    ("rule", "key", "fields", "administrator"),
    [
        (rules.may_manage_user, ELSE, {}, None),
        (rules.may_manage_user, SELF, {}, None),
        (rules.may_manage_user, ELSE, {"is_staff": True}, "这个账号归系统运维人员管理。"),
        (rules.may_manage_user, ELSE, {"is_superuser": True}, "这个账号归系统运维人员管理。"),
        (rules.may_reset_password, ELSE, {}, None),
        (rules.may_reset_password, SELF, {}, "自己的密码，请在“修改密码”里改。"),
        (rules.may_reset_password, ELSE, {"is_staff": True}, "这个账号归系统运维人员管理。"),
        (rules.may_retire, ELSE, {}, None),
        (rules.may_retire, SELF, {}, "不能停用自己的账号，需要时请另一位管理员来停用。"),
        (rules.may_retire, ELSE, {"is_staff": True}, "这个账号归系统运维人员管理。"),
    ],
)
def test_accounts_are_kept_by_the_administrators_of_their_bureau(
    rule: Rule, key: int, fields: dict[str, Any], administrator: str | None
) -> None:
    account = person(D, pk=key, **fields)
    of_administrator = {A: administrator} if administrator else {}
    assert refusals(rule, account) == all_but((A,), BY_ADMINISTRATOR) | of_administrator
    assert refusals(rule, account, bureau_id=2) == dict.fromkeys(UserRole, OTHER_BUREAU)
    assert refusals(rule, account, bureau_id=None) == dict.fromkeys(UserRole, NO_BUREAU)
