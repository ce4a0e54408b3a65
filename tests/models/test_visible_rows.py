"""What the querysets hold and what the rules allow: the same, over all rows and all people."""

from __future__ import annotations

import pytest

from speeches import rules
from speeches.enums import UserRole
from speeches.models import Figure, FinalCopy, Speech, User
from speeches.services.finalising import mark_final, reopen
from tests import factories

pytestmark = pytest.mark.django_db


def two_bureaus() -> list[User]:
    """In each: a draft with figures, a final speech, a reopened one, and one person per role;
    besides, an operator and somebody without a bureau."""
    for name in ("清河市教育局", "临江市教育局"):
        bureau = factories.bureau(name)
        meeting = factories.meeting(bureau=bureau)
        draft, *finals = (factories.speech(meeting=meeting, title=each) for each in "甲乙丙")
        for division in ("基础教育处", "体育卫生处"):
            own = factories.department(division, bureau=bureau)
            factories.figure(draft, division, department=own)
        factories.figure(draft, "没有处室")
        for speech in finals:
            mark_final(speech, actor=None)
        reopen(finals[0], actor=None, reason="数字有误")
        division = factories.department("基础教育处", bureau=bureau)
        for role in UserRole:
            factories.user(role, bureau=bureau, department=division)
        factories.user(UserRole.ADMINISTRATOR, bureau=bureau, is_staff=True)
    factories.user(bureau=None)
    return list(User.objects.all())


def test_a_person_sees_the_speeches_that_the_rule_lets_them_read() -> None:
    people, speeches = two_bureaus(), list(Speech.objects.with_meeting())
    for person in people:
        allowed = {speech for speech in speeches if rules.may_read_draft(person, speech)}
        assert set(Speech.objects.visible_to(person)) == allowed


def test_a_person_sees_the_final_copies_that_the_rule_lets_them_read() -> None:
    people = two_bureaus()
    copies = list(FinalCopy.objects.select_related("speech__meeting"))
    for person in people:
        allowed = {copy for copy in copies if rules.may_read_final_copy(person, copy)}
        assert set(FinalCopy.objects.visible_to(person)) == allowed


def test_a_person_is_shown_the_accounts_that_the_rule_lets_them_manage() -> None:
    people = two_bureaus()
    for person in people:
        allowed = {each for each in people if rules.may_manage_user(person, each)}
        assert set(User.objects.managed_by(person)) == allowed


def test_who_may_do_anything_with_a_speech_sees_it() -> None:
    people, speeches = two_bureaus(), list(Speech.objects.with_meeting())
    figures = list(Figure.objects.select_related("speech__meeting", "department"))
    for person in people:
        visible = set(Speech.objects.visible_to(person))
        touched = {
            speech
            for speech in speeches
            for rule in (rules.may_write, rules.may_mark_final, rules.may_reopen)
            if rule(person, speech)
        }
        touched |= {
            figure.speech
            for figure in figures
            for rule in (rules.may_fill_figure, rules.may_confirm_figure)
            if rule(person, figure)
        }
        assert touched <= visible
