"""The rows that tests/matrix.toml speaks of as ``@name.attribute``: one bureau with all in it.

Everything belongs to 清河市教育局; `people` holds one person per role of it, and `strangers` of
another bureau. 供稿人 works in the division `department`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from speeches.enums import UserRole
from speeches.forms.once import fresh_key
from speeches.models import Ignore, Speech, User
from speeches.services import editions, importing, outlining
from speeches.services.finalising import mark_final
from tests import factories


@dataclass(frozen=True, slots=True)
class World:
    rows: dict[str, Any]
    people: dict[str, User]
    strangers: dict[str, User]

    def resolve(self, value: Any, person: User | None = None) -> Any:
        """``@speech.pk`` becomes the key of the row `speech`; anything else is what it says.

        ``@once`` is a fresh one-time key of a form before this person; ``@me`` is the person, or
        somebody where nobody is logged in.
        """
        if isinstance(value, list):
            return [self.resolve(each, person) for each in value]
        if not (isinstance(value, str) and value.startswith("@")):
            return value
        if value == "@once":
            return fresh_key(person) if person else ""
        name, *attributes = value[1:].split(".")
        found = (person or self.rows["account"]) if name == "me" else self.rows[name]
        for attribute in attributes:
            found = getattr(found, attribute)
        return found


def world() -> World:
    division = factories.department("基础教育处")
    other = factories.bureau("临江市教育局")
    people = {role: factories.user(role, department=division) for role in UserRole}
    strangers = {role: factories.user(role, bureau=other) for role in UserRole}
    return World(_rows(division), people, strangers)


def _rows(division: Any) -> dict[str, Any]:
    unused = factories.department("体育卫生处")
    meeting, speech = factories.meeting(), factories.speech()
    part = factories.node(speech, "上半年工作", kind="achievements")
    point = factories.node(part, "教育教学平稳有序", kind="category", body="各校按时开学。")
    second_point = factories.node(part, "校园安全平稳有序", kind="category", body="没有事故。")
    deleted = factories.node(part, "删掉的一条", kind="category")
    outlining.delete_node(deleted, actor=None)
    deleted_edition = factories.page_format(name="删掉的版式")
    editions.delete(deleted_edition, actor=None)
    final_speech = factories.speech(title="已经定稿的讲话", meeting=speech.meeting)
    saved_import = factories.imported(meeting=speech.meeting)
    importing.save_speech(saved_import, actor=None, seen=1)
    return {
        "meeting": meeting,  # of its own, with no speech in it
        "speech": speech,  # a draft, ready to be marked final
        "part": part,  # 成绩, with the two points
        "point": point,
        "second_point": second_point,
        "deleted": deleted,  # in the bin of `speech`
        "figure": factories.figure(speech, "新增学位", department=division),
        "other_figure": factories.figure(speech, "新建校舍", department=unused),
        "final_speech": final_speech,
        "final": mark_final(final_speech, actor=None),
        "department": division,  # people and figures belong to it
        "unused_department": factories.department("老干部处"),
        "edition": factories.page_format(),
        "deleted_edition": deleted_edition,
        "import": factories.imported(meeting=speech.meeting),
        "saved_import": saved_import,  # a speech by now
        "person": factories.person(),
        "word": factories.word(),
        "rule_off": factories.rule_off("B2"),
        "ignore": Ignore.objects.create(speech=speech, rule="A1", scope="here", key="1", text="x"),
        "account": factories.user(username="qicao2", name="齐小满"),  # somebody to be managed
        "bureau": factories.bureau(),
        "speech_now": Speech.objects.get(pk=speech.pk),  # `speech`, its revision counted up
        "account_seen": json.dumps(
            {"name": "齐小满", "post": "", "department_id": None, "role": "drafter", "pace": 200}
        ),
    }
