"""Small rows for tests, made by the services that people's own rows go through.

What is not named is filled with something plain; the bureau is the same for all until a test
needs another.
"""

from __future__ import annotations

import datetime
from typing import Any

from speeches.enums import UserRole
from speeches.models import (
    Bureau,
    Department,
    Figure,
    Import,
    Meeting,
    Node,
    PageFormat,
    Person,
    RuleOff,
    Speech,
    User,
    Word,
)
from speeches.services import (
    checking,
    editions,
    importing,
    ledger,
    outlining,
    reading,
    registering,
    saving,
)
from speeches.typeset.edition import STANDARD

PASSWORD = "清河-春耕-2026"
OLD_SPEECH = """在全市教育系统半年工作会议上的讲话
（2025年7月18日）
同志们：
今天，我们召开半年工作会议。下面，我讲两点意见。
一、上半年工作平稳有序
（一）教育教学平稳有序。各校按时开学，新增学位x个。
（二）校园安全平稳有序。没有发生安全事故。
二、工作要求
一要压实责任。二要抓好落实。
谢谢大家！"""


def bureau(name: str = "清河市教育局") -> Bureau:
    return Bureau.objects.get_or_create(name=name)[0]


def department(name: str = "基础教育处", **fields: Any) -> Department:
    owner = fields.pop("bureau", None) or bureau()
    return Department.objects.get_or_create(name=name, bureau=owner, defaults=fields)[0]


def user(role: str = UserRole.DRAFTER, **fields: Any) -> User:
    """Logs in with PASSWORD; `username` is the role and a number if none is given."""
    fields.setdefault("bureau", bureau())
    fields.setdefault("username", f"{role}{User.objects.count() + 1}")
    fields.setdefault("name", "林知秋")
    return User.objects.create_user(role=role, password=PASSWORD, **fields)


def meeting(**fields: Any) -> Meeting:
    fields.setdefault("bureau", bureau())
    fields.setdefault("name", "全市教育系统半年工作会议")
    fields.setdefault("date", datetime.date(2026, 7, 16))
    return saving.insert(Meeting(**fields), actor=None)


def speech(*, actor: User | None = None, **fields: Any) -> Speech:
    fields.setdefault("title", "在全市教育系统半年工作会议上的讲话")
    fields["meeting"] = fields.get("meeting") or meeting()
    return saving.insert(Speech(**fields), actor=actor)


def node(parent: Node | Speech, heading: str = "", **fields: Any) -> Node:
    """A part of a speech, or a node under another; the last of its siblings if not told so."""
    above = None if isinstance(parent, Speech) else parent
    owner = parent if isinstance(parent, Speech) else parent.speech
    fields.setdefault("actor", None)
    return outlining.add_node(owner, above, heading=heading, **fields)


def figure(speech: Speech, name: str = "新增学位", **fields: Any) -> Figure:
    """`confirmed_by=` a user makes it a confirmed figure."""
    confirmed_by = fields.pop("confirmed_by", None)
    fields = {"value": "1200", "unit": "个"} | fields
    row = ledger.add_figure(speech, actor=confirmed_by, name=name, **fields)
    if confirmed_by:
        ledger.confirm(row, seen=row.version, actor=confirmed_by)
    return row


def page_format(**fields: Any) -> PageFormat:
    """An edition of the bureau's own: the standard, with what is named changed."""
    fields.setdefault("bureau", bureau())
    fields = editions.values_of(STANDARD) | {"name": "窄边版"} | fields
    return editions.insert(PageFormat(**fields), actor=None)


def imported(text: str = OLD_SPEECH, **fields: Any) -> Import:
    """A text that was pasted, on its way to a speech."""
    owner = fields.pop("meeting", None) or meeting()
    return importing.take_in(owner, reading.pasted(text), **{"actor": None} | fields)


def person(name: str = "程敬川", post: str = "局长", **fields: Any) -> Person:
    """Somebody of the register, at its end."""
    owner = fields.pop("bureau", None) or bureau()
    return registering.add_person(owner.pk, name=name, post=post, **fields)


def word(term: str = "云程计划", word_list: str = "banned", **fields: Any) -> Word:
    """An entry of the bureau's own."""
    owner = fields.pop("bureau", None) or bureau()
    fields = {"source": "本单位", "actor": None} | fields
    return checking.add_word(owner.pk, list=word_list, term=term, **fields)


def rule_off(rule: str, **fields: Any) -> RuleOff:
    """A rule that does not run for the bureau."""
    owner = fields.pop("bureau", None) or bureau()
    checking.switch_off(owner, rule, **{"reason": "本市惯例", "actor": None} | fields)
    return RuleOff.objects.get(bureau=owner, rule=rule)
