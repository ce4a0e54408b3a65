"""The sample: a bureau that does not exist, its register, one account per role, a draft and a
final copy.

Read from TOML and inserted by the services, so that it obeys what any text must obey; what it
says wrongly is refused with the place. It is loaded once, whatever its bureau is called later.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from speeches.enums import UserRole
from speeches.models import (
    Bureau,
    Department,
    Figure,
    Meeting,
    Node,
    Person,
    Speech,
    User,
    Versioned,
)
from speeches.services.finalising import mark_final
from speeches.services.managing import fresh_password
from speeches.services.refusals import Refusal
from speeches.services.saving import add

DATA = Path(__file__).parent / "data"
LOGINS = {
    UserRole.DRAFTER: "qicao",
    UserRole.REVIEWER: "shenhe",
    UserRole.CONTRIBUTOR: "gonggao",
    UserRole.LEADER: "lingdao",
    UserRole.ADMINISTRATOR: "guanli",
}

_ROOT = frozenset({"bureau", "people", "register", "meeting", "speech", "figures", "nodes"})
_BUREAU = frozenset({"name", "short_name", "departments"})
_PERSON = frozenset({"name", "post", "role", "department"})
_HOLDER = frozenset({"name", "post", "since", "until"})
_OWN_WORDS = frozenset({"children", "key", "answers", "confirmed"})  # of the file, not of a row

Table = Mapping[str, Any]
Row = TypeVar("Row", bound=models.Model)


class SampleError(Exception):
    """The sample's text is not right; the message names the place."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account just made; its password is nowhere else."""

    user: User
    password: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """`accounts` is empty where the sample was there already."""

    bureau: Bureau
    accounts: tuple[Account, ...]

    @property
    def speech(self) -> Speech | None:
        """The sample's draft, or whatever is the bureau's oldest speech by now."""
        speeches = Speech.objects.with_meeting().filter(meeting__bureau=self.bureau)
        return speeches.order_by("pk").first()


def load_sample(
    draft: Path = DATA / "sample.toml", final: Path = DATA / "sample_final.toml"
) -> Loaded:
    """Make the sample, unless it is there. All of it or nothing is made.

    Raises SampleError.
    """
    told, told_final = _read(draft), _read(final)
    try:
        bureau = Bureau.objects.filter(is_sample=True).first()
        if bureau:
            return Loaded(bureau, ())
        with transaction.atomic():
            return _load(told, told_final)
    except KeyError as missing:
        raise SampleError(f"示例文件里缺少 {missing}。") from missing
    except Refusal as refusal:
        raise SampleError(f"示例不能定稿：{refusal}") from refusal


def _read(path: Path) -> Table:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SampleError(f"示例文件 {path} 读不出来：{error}") from error
    _know(told, _ROOT, path.name)
    return told


def _load(told: Table, told_final: Table) -> Loaded:
    bureau = _bureau(told["bureau"])
    accounts = tuple(_account(bureau, person) for person in told["people"])
    for position, holder in enumerate(told["register"], start=1):
        _enter(bureau, position, holder)
    people = {account.user.role: account.user for account in accounts}
    drafter = people[UserRole.DRAFTER]
    _Writer(bureau, drafter).speech(told)
    final = _Writer(bureau, drafter).speech(told_final)
    mark_final(final, actor=people[UserRole.REVIEWER])
    return Loaded(bureau, accounts)


# --- The bureau and its people ---------------------------------------------------------------


def _bureau(told: Table) -> Bureau:
    _know(told, _BUREAU, "[bureau]")
    named = Bureau(name=told["name"], short_name=told["short_name"], is_sample=True)
    bureau = _made(named, "[bureau]")
    for position, name in enumerate(told["departments"], start=1):
        _made(Department(bureau=bureau, name=name, position=position), f"[bureau] {name}")
    return bureau


def _account(bureau: Bureau, told: Table) -> Account:
    place = f"[[people]] {told['name']}"
    _know(told, _PERSON, place)
    if told["role"] not in LOGINS:
        raise SampleError(f"{place}：没有“{told['role']}”这种角色。")
    user = User(bureau=bureau, name=told["name"], post=told["post"], role=told["role"])
    user.username = _free_name(LOGINS[UserRole(told["role"])])
    if "department" in told:
        user.department = _department(bureau, told["department"], place)
    password = fresh_password()
    user.set_password(password)
    return Account(_made(user, place), password)


def _enter(bureau: Bureau, position: int, told: Table) -> None:
    """In the register, at this place of it."""
    place = f"[[register]] {told['name']}"
    _know(told, _HOLDER, place)
    _made(Person(bureau=bureau, position=position, **told), place)


def _free_name(wanted: str) -> str:
    """The login wanted, or with the first free number: an account of that name is somebody's."""
    taken = set(User.objects.filter(username__startswith=wanted).values_list("username", flat=True))
    numbered = (f"{wanted}{number or ''}" for number in range(len(taken) + 2) if number != 1)
    return next(name for name in numbered if name not in taken)


def _department(bureau: Bureau, name: str, place: str) -> Department:
    department = bureau.departments.filter(name=name).first()
    if department is None:
        raise SampleError(f"{place}：没有“{name}”这个处室。")
    return department


# --- A meeting and its speech ----------------------------------------------------------------


@dataclass(slots=True)
class _Writer:
    """Inserts one file. All rows are born with the speech: together they are its first revision."""

    bureau: Bureau
    drafter: User
    keyed: dict[str, Node] = field(default_factory=dict)
    answering: list[tuple[Node, list[str]]] = field(default_factory=list)

    def speech(self, told: Table) -> Speech:
        meeting = self._row(Meeting, told["meeting"], "[meeting]", bureau=self.bureau)
        people = {"created_by": self.drafter, "changed_by": self.drafter}
        speech = self._row(Speech, told["speech"], "[speech]", meeting=meeting, **people)
        for figure in told["figures"]:
            self._figure(speech, figure)
        self._nodes(speech, None, told["nodes"])
        for node, keys in self.answering:
            node.answers.set([self._problem(key, node) for key in keys])
        return speech

    def _figure(self, speech: Speech, told: Table) -> None:
        sure = {"confirmed_by": self.drafter, "confirmed_at": timezone.now()}
        confirmed = sure if told["confirmed"] else {}
        self._row(Figure, told, f"[[figures]] {told['name']}", speech=speech, **confirmed)

    def _nodes(self, speech: Speech, parent: Node | None, told: Iterable[Table]) -> None:
        for position, table in enumerate(told, start=1):
            place = f"[[nodes]] {table.get('heading') or table.get('body', '')[:20]}"
            known = {"speech": speech, "parent": parent, "position": position}
            node = self._row(Node, table, place, kind=table["kind"], **known)
            if "key" in table:
                self.keyed[table["key"]] = node
            self.answering.append((node, table.get("answers", [])))
            self._nodes(speech, node, table.get("children", []))

    def _row(self, model: type[Versioned], told: Table, place: str, **known: Any) -> Any:
        """A row of what the file says in `told`, checked as anything typed, and what is known."""
        columns = {each.name for each in model._meta.concrete_fields if each.editable}
        _know(told, columns | known.keys() | _OWN_WORDS, place)
        values = {name: told[name] for name in columns & told.keys()}
        if "department" in values:
            values["department"] = _department(self.bureau, values["department"], place)
        try:
            return add(model(**values | known))
        except ValidationError as error:
            raise SampleError(f"{place}：{'；'.join(error.messages)}") from error
        except IntegrityError as error:
            raise SampleError(f"{place}：{error}") from error

    def _problem(self, key: str, node: Node) -> Node:
        if key not in self.keyed:
            raise SampleError(f"[[nodes]] {node}：没有 key 为“{key}”的问题。")
        return self.keyed[key]


def _know(told: Table, words: Iterable[str], place: str) -> None:
    """Refuse a word that means nothing here: a slip of the pen would drop a text silently."""
    if unknown := sorted(told.keys() - set(words)):
        raise SampleError(f"{place}：不认识 {'、'.join(unknown)}。")


def _made(row: Row, place: str) -> Row:
    try:
        row.full_clean()
    except ValidationError as error:
        raise SampleError(f"{place}：{'；'.join(error.messages)}") from error
    row.save()
    return row
