"""Accounts, divisions, people, words and the bureau: what its administrators keep.

These rows carry no version. A form sends back what it was filled with; only what its person
changed is written, and only over what they saw. So another's change of another field stays, and
of the same one is a Conflict.

Every verb holds the bureau first: what is true of all its accounts, divisions or people (an
administrator is left, the order has no gaps) cannot be undone by two people at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, ProtectedError

from speeches.enums import UserRole
from speeches.models import Bureau, Department, Figure, Node, Person, User, Word
from speeches.services.refusals import Conflict, Difference, Gone, InUse, LastAdministrator

Row = Bureau | Department | Person | User | Word
Ordered = Department | Person
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
TAKEN = {
    Bureau: {"name": "已有单位用这个名称，请换一个。"},
    Department: {"name": "本单位已有这个处室，请换一个名称。"},
    Person: {"post": "名录里已有这个人的这个职务。"},
    User: {"username": "这个用户名已有人使用，请换一个。"},
    Word: {"term": "这张词表里已有这个词语。"},
}
IN_USE = "还有账号、讲话稿条目或数据归这个处室（回收站里的也算），不能删除。"
LAST = "本单位只有这一位管理员能登录。请先让另一位同志也当管理员。"


def fresh_password() -> str:
    """Three groups of four, to be typed from a sheet of paper: 59 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


# --- Saving ----------------------------------------------------------------------------------


def change(row: Row, changes: Mapping[str, Any], *, seen: Mapping[str, Any]) -> bool:
    """Write what differs from `seen`; tell whether anything changed. Both are by column.

    Raises Gone, Conflict, LastAdministrator, or ValidationError for a name that is taken; then
    nothing was changed. `row` holds the new values afterwards.
    """
    model = type(row)
    with held(row.pk if isinstance(row, Bureau) else row.bureau_id):
        standing = model.objects.filter(pk=row.pk).first()
        if standing is None:
            raise Gone
        written = _written(standing, changes, seen)
        if isinstance(standing, User):
            _leave_an_administrator(standing, written)
        with named_once(model):
            model.objects.filter(pk=row.pk).update(**written)
    row.refresh_from_db()
    return bool(written)


def _written(standing: Row, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> dict[str, Any]:
    """What the person changed and nobody else has changed so already. Raises Conflict."""
    mine = {column for column, value in changes.items() if value != seen[column]}
    moved = {column for column in changes if getattr(standing, column) != seen[column]}
    differing = {column for column in changes if getattr(standing, column) != changes[column]}
    if mine & moved & differing:
        differences = (
            _difference(standing, column, changes[column], seen[column])
            for column in changes
            if column in moved & differing
        )
        raise Conflict(tuple(differences), 0)  # the version of a row that has none
    return {column: changes[column] for column in changes if column in mine & differing}


def _difference(theirs: Row, column: str, mine: Any, base: Any) -> Difference:
    field = theirs._meta.get_field(column)
    return Difference(field.name, str(field.verbose_name), mine, getattr(theirs, column), base)


# --- Accounts --------------------------------------------------------------------------------


def add_account(bureau_key: int, **fields: Any) -> tuple[User, str]:
    """An account and its first password, which is kept nowhere. Raises ValidationError."""
    password = fresh_password()
    account = User(bureau_id=bureau_key, **fields)
    account.set_password(password)
    with held(bureau_key), named_once(User):
        account.save()
    return account, password


def reset_password(account: User) -> str:
    """Give a new password, which ends the account's sessions; it is kept nowhere."""
    password = fresh_password()
    account.set_password(password)
    User.objects.filter(pk=account.pk).update(password=account.password)
    return password


def set_active(account: User, active: bool) -> None:
    """停用 or 恢复; who is logged in with it is so no longer. Raises LastAdministrator."""
    with held(account.bureau_id):
        standing = User.objects.get(pk=account.pk)
        _leave_an_administrator(standing, {"is_active": active})
        User.objects.filter(pk=account.pk).update(is_active=active)


def is_last_administrator(account: User) -> bool:
    """Nobody else of the bureau could let others in."""
    at_work = User.objects.filter(
        bureau=account.bureau_id, role=UserRole.ADMINISTRATOR, is_active=True
    )
    return set(at_work.values_list("pk", flat=True)) == {account.pk}


def _leave_an_administrator(account: User, changes: Mapping[str, Any]) -> None:
    stays = changes.get("is_active", True) and (
        changes.get("role", account.role) == UserRole.ADMINISTRATOR
    )
    if not stays and is_last_administrator(account):
        raise LastAdministrator(LAST)


# --- Divisions -------------------------------------------------------------------------------


def add_department(bureau_key: int, name: str) -> Department:
    """The last of the list. Raises ValidationError for a name that is taken."""
    with held(bureau_key), named_once(Department):
        at = last_position(Department, bureau_key) + 1
        return Department.objects.create(bureau_id=bureau_key, name=name, position=at)


def departments_with_use(bureau_key: int) -> models.QuerySet[Department]:
    """In order; `is_used` where an account, a node or a figure belongs to one."""
    uses = [
        Exists(model._base_manager.filter(department=OuterRef("pk")))
        for model in (User, Node, Figure)
    ]
    departments = Department.objects.filter(bureau=bureau_key)
    return departments.annotate(is_used=uses[0] | uses[1] | uses[2])


def delete_department(department: Department) -> None:
    """Raises InUse where anything belongs to it; deleting what is gone is no change."""
    try:
        with held(department.bureau_id):
            Department.objects.filter(pk=department.pk).delete()
    except (ProtectedError, IntegrityError) as error:
        raise InUse(IN_USE) from error


# --- The order of a list ---------------------------------------------------------------------


def place(row: Ordered, at: int) -> None:
    """Put a division or a person at this place of the list, counted from 1; twice is as once."""
    model = type(row)
    with held(row.bureau_id):
        others = model.objects.filter(bureau=row.bureau_id).exclude(pk=row.pk)
        order = [*others.order_by("position", "pk")]
        order.insert(max(at - 1, 0), row)
        for position, each in enumerate(order, start=1):
            each.position = position
        model.objects.bulk_update(order, ["position"])


def last_position(model: type[Ordered], bureau_key: int) -> int:
    """0 where the list is empty; to be asked while the bureau is held."""
    rows = model.objects.filter(bureau=bureau_key)
    return rows.aggregate(last=models.Max("position"))["last"] or 0


# --- What they share -------------------------------------------------------------------------


@contextmanager
def held(bureau_key: int | None) -> Iterator[None]:
    """A transaction in which nobody else changes what the bureau's administrators keep."""
    with transaction.atomic():
        list(Bureau.objects.select_for_update(no_key=True).filter(pk=bureau_key))
        yield


@contextmanager
def named_once(model: type[Row]) -> Iterator[None]:
    """Turn the database's refusal of a name that is taken into a sentence at its field."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise ValidationError(TAKEN[model]) from error
