"""Accounts, divisions and the bureau: nothing lost, nobody locked out, no gap in the order."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from speeches.enums import UserRole
from speeches.models import Bureau, Department, User
from speeches.services import managing, outlining
from speeches.services.refusals import Conflict, Difference, Gone, InUse, LastAdministrator
from tests import factories

pytestmark = pytest.mark.django_db

LAST = "本单位只有这一位管理员能登录。请先让另一位同志也当管理员。"
BASE = {"name": "周宁", "post": "科员", "department_id": None, "role": "drafter"}


def account(**fields: Any) -> User:
    return factories.user(**({"username": "zhouning"} | BASE | fields))


def stored(row: Any, *columns: str) -> dict[str, Any]:
    return type(row).objects.values(*columns).get(pk=row.pk)


# --- Saving ----------------------------------------------------------------------------------


def test_what_was_changed_is_written_and_nothing_else() -> None:
    row = account()
    assert managing.change(row, BASE | {"post": "科长"}, seen=BASE) is True
    assert stored(row, *BASE) == BASE | {"post": "科长"}
    assert row.post == "科长"


def test_nothing_changed_is_said_to_be_so() -> None:
    assert managing.change(account(), BASE, seen=BASE) is False


def test_two_people_who_change_different_fields_both_keep_their_change() -> None:
    row = account()
    managing.change(row, BASE | {"post": "科长"}, seen=BASE)
    managing.change(row, BASE | {"name": "周凝"}, seen=BASE)
    assert stored(row, *BASE) == BASE | {"post": "科长", "name": "周凝"}


def test_of_two_people_who_change_one_field_the_second_is_shown_both() -> None:
    row = account()
    managing.change(row, BASE | {"post": "科长", "name": "周凝"}, seen=BASE)
    with pytest.raises(Conflict) as refused:
        managing.change(row, BASE | {"post": "主任"}, seen=BASE)
    assert refused.value.differences == (
        Difference("name", "姓名", "周宁", "周凝", "周宁"),
        Difference("post", "职务", "主任", "科长", "科员"),
    )
    assert stored(row, *BASE) == BASE | {"post": "科长", "name": "周凝"}


def test_the_same_change_sent_twice_is_one_change() -> None:
    row = account()
    answers = [managing.change(row, BASE | {"post": "科长"}, seen=BASE) for _ in range(2)]
    assert answers == [True, False]


def test_what_is_gone_is_said_to_be_gone() -> None:
    row = factories.department()
    Department.objects.filter(pk=row.pk).delete()
    with pytest.raises(Gone):
        managing.change(row, {"name": "甲"}, seen={"name": row.name})


def test_a_name_that_is_taken_is_refused_at_its_field() -> None:
    row, other = factories.department(), factories.department("体育卫生处")
    with pytest.raises(ValidationError) as refused:
        managing.change(row, {"name": other.name}, seen={"name": row.name})
    assert refused.value.message_dict == {"name": ["本单位已有这个处室，请换一个名称。"]}
    elsewhere = factories.bureau("临江市教育局")
    with pytest.raises(ValidationError) as refused:
        managing.change(elsewhere, {"name": "清河市教育局"}, seen={"name": "临江市教育局"})
    assert refused.value.message_dict == {"name": ["已有单位用这个名称，请换一个。"]}


# --- Accounts --------------------------------------------------------------------------------


def test_a_new_account_logs_in_with_its_first_password() -> None:
    bureau = factories.bureau()
    row, password = managing.add_account(bureau.pk, username="zhouning", name="周宁")
    assert re.fullmatch(r"([a-z2-9]{4}-){2}[a-z2-9]{4}", password)
    assert User.objects.get(pk=row.pk).check_password(password)
    assert row.bureau_id == bureau.pk


def test_a_user_name_that_is_taken_is_refused_at_its_field() -> None:
    account()
    with pytest.raises(ValidationError) as refused:
        managing.add_account(factories.bureau().pk, username="zhouning", name="周凝")
    assert refused.value.message_dict == {"username": ["这个用户名已有人使用，请换一个。"]}
    assert User.objects.count() == 1


def test_a_reset_password_takes_the_place_of_the_old_one() -> None:
    row = account()
    password = managing.reset_password(row)
    current = User.objects.get(pk=row.pk)
    assert (current.check_password(password), current.check_password(factories.PASSWORD)) == (
        True,
        False,
    )


def test_an_account_is_retired_and_comes_back() -> None:
    row = account()
    managing.set_active(row, False)
    managing.set_active(row, False)
    assert stored(row, "is_active") == {"is_active": False}
    managing.set_active(row, True)
    assert stored(row, "is_active") == {"is_active": True}


def administrator(**fields: Any) -> User:
    return factories.user(UserRole.ADMINISTRATOR, **fields)


@pytest.mark.parametrize("others", [[], [{"is_active": False}], [{"elsewhere": True}]])
def test_the_last_administrator_stays(others: list[dict[str, Any]]) -> None:
    last = administrator()
    for fields in others:
        bureau = factories.bureau(
            "临江市教育局" if fields.pop("elsewhere", None) else "清河市教育局"
        )
        administrator(bureau=bureau, **fields)
    with pytest.raises(LastAdministrator, match=LAST):
        managing.set_active(last, False)
    with pytest.raises(LastAdministrator, match=LAST):
        managing.change(last, {"role": "drafter"}, seen={"role": "administrator"})
    assert stored(last, "is_active", "role") == {"is_active": True, "role": "administrator"}


def test_of_two_administrators_one_may_go() -> None:
    one, other = administrator(), administrator()
    managing.change(one, {"role": "drafter"}, seen={"role": "administrator"})
    with pytest.raises(LastAdministrator):
        managing.set_active(other, False)


def test_the_last_administrator_may_get_another_name() -> None:
    last = administrator()
    changes = {"name": "吴谨", "role": "administrator"}
    assert managing.change(last, changes, seen=changes | {"name": "林知秋"})


# --- Divisions -------------------------------------------------------------------------------


def names(bureau: Bureau | None = None) -> list[str]:
    return [each.name for each in (bureau or factories.bureau()).departments.all()]


def test_a_new_division_is_the_last() -> None:
    key = factories.bureau().pk
    for name in ("办公室", "人事处", "财务处"):
        managing.add_department(key, name)
    assert names() == ["办公室", "人事处", "财务处"]
    with pytest.raises(ValidationError) as refused:
        managing.add_department(key, "人事处")
    assert refused.value.message_dict == {"name": ["本单位已有这个处室，请换一个名称。"]}


def test_two_bureaus_have_divisions_of_one_name() -> None:
    other = factories.bureau("临江市教育局")
    for bureau in (factories.bureau(), other):
        managing.add_department(bureau.pk, "办公室")
    assert names(other) == ["办公室"]


@pytest.mark.parametrize(
    ("place", "order"),
    [(1, "丙甲乙"), (2, "甲丙乙"), (3, "甲乙丙"), (0, "丙甲乙"), (99, "甲乙丙")],
)
def test_a_division_is_put_at_a_place_and_twice_is_once(place: int, order: str) -> None:
    rows = [managing.add_department(factories.bureau().pk, name) for name in "甲乙丙"]
    for _ in range(2):
        managing.place(rows[2], place)
    assert "".join(names()) == order


def test_places_that_were_never_given_are_given() -> None:
    rows = [factories.department(name) for name in "甲乙丙"]  # all at the place 0
    managing.place(rows[0], 2)
    assert [(each.name, each.position) for each in Department.objects.all()] == [
        ("乙", 1),
        ("甲", 2),
        ("丙", 3),
    ]


def test_a_division_that_nothing_belongs_to_is_deleted() -> None:
    row = factories.department()
    managing.delete_department(row)
    managing.delete_department(row)
    assert names() == []


@pytest.mark.parametrize("use", ["account", "node", "node in the bin", "figure"])
def test_a_division_in_use_stays(use: str) -> None:
    row, unused = factories.department(), factories.department("老干部处")
    if use == "account":
        factories.user(department=row)
    elif use == "figure":
        factories.figure(factories.speech(), department=row)
    else:
        node = factories.node(factories.speech(), "任务", department=row)
        if use == "node in the bin":
            outlining.delete_node(node, actor=None)
    with pytest.raises(InUse):
        managing.delete_department(row)
    used = managing.departments_with_use(row.bureau_id)
    assert {each.pk: each.is_used for each in used} == {row.pk: True, unused.pk: False}
