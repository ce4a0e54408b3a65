"""A whole speech, typed from nothing to the PDF that says it: mouse, keyboard, no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from speeches.enums import UserRole
from tests import factories
from tests.e2e import speech as typed
from tests.e2e.conftest import DESK, PHONE, Visit
from tests.e2e.people import Person, Typist, printed
from tests.e2e.speech import Part, Point
from tests.e2e.test_reading import SIDEWAYS

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]
BACK = f"‹ {typed.BEGINNING['标题']}"


def begins_a_speech(writer: Person) -> None:
    writer.presses("新建会议")
    writer.fills(typed.MEETING)
    writer.presses("保存会议")
    writer.presses("新建讲话稿")
    writer.fills(typed.BEGINNING)
    writer.presses("开始写")


def adds_a_figure(writer: Person) -> None:
    writer.presses("数据")
    writer.presses("增加数据")
    writer.fills(typed.FIGURE)
    writer.presses("保存并确认")
    writer.presses(BACK)


def writes_around(writer: Person) -> None:
    writer.presses("题目与称谓")
    writer.fills({"称谓": "同志们："})
    writer.presses("保存")
    writer.presses("开场")
    writer.fills({"开场": typed.OPENING})
    writer.presses("保存")
    writer.presses("结尾")
    writer.fills({"结尾": typed.CLOSING})
    writer.presses("保存")


def writes_a_part(writer: Person, part: Part) -> None:
    writer.fills({"加一个部分": part.kind})
    writer.presses("加上")
    writer.fills(part.fields)
    writer.presses("保存")
    for place, point in enumerate(part.points):
        writer.presses(f"{'在后面' if place else '在下面'}加一个{part.below}")
        writes_a_point(writer, point)


def writes_a_point(writer: Person, point: Point) -> None:
    writer.fills(point.fields)
    if point.figure:
        writer.inserts("正文", f"{{{point.figure}}}")
    for problem in point.answers:
        writer.ticks(problem)
    writer.fills_rows(*point.rows)
    writer.presses("保存")
    assert writer.told().startswith("已保存")


def writes_it_all(writer: Person, calm: tuple[Point, ...]) -> None:
    writer.logs_in(factories.user(username="zhouning"))
    begins_a_speech(writer)
    adds_a_figure(writer)
    writes_around(writer)
    for part in typed.parts(calm):
        writes_a_part(writer, part)
    writer.presses("导出")


def squeezed(place: Locator) -> str:
    return re.sub(r"\s", "", place.inner_text())


def test_with_the_mouse_and_on_to_the_leader_s_phone(begin: Begin, tmp_path: Path) -> None:
    writer = Person(begin(DESK))
    writes_it_all(writer, typed.CALM)
    assert printed(writer.downloads("下载 PDF", tmp_path)) == typed.printed(typed.FIVE_CALM)
    writer.presses(BACK)
    writer.presses("定稿")
    writer.presses("定稿", inside="main")
    leader = Person(begin(PHONE, is_mobile=True, has_touch=True))
    leader.logs_in(factories.user(UserRole.LEADER, username="lingdao"))
    leader.presses("阅读")
    assert squeezed(leader.page.locator(".reading-text")) == typed.printed(typed.FIVE_CALM)
    assert leader.page.evaluate(SIDEWAYS) == 0
    assert printed(leader.opens_file("PDF", tmp_path)) == typed.printed(typed.FIVE_CALM)


def test_with_the_keyboard_alone(begin: Begin, tmp_path: Path) -> None:
    writer = Typist(begin(DESK))
    writes_it_all(writer, typed.CALM[3:])
    assert printed(writer.downloads("下载 PDF", tmp_path)) == typed.printed(typed.TWO_CALM)


def test_without_scripts(begin: Begin, tmp_path: Path) -> None:
    writer = Person(begin(DESK, java_script_enabled=False), scripts=False)
    writes_it_all(writer, typed.CALM[3:])
    assert printed(writer.downloads("下载 PDF", tmp_path)) == typed.printed(typed.TWO_CALM)


def test_who_saves_by_the_keyboard_goes_on_from_there(begin: Begin) -> None:
    part = factories.node(factories.speech(), "成绩")
    writer = Typist(begin(DESK).enter(factories.user()))
    writer.opens(f"/nodes/{part.pk}/")
    writer.fills({"标题": "问题"})
    writer.presses("保存")
    writer.page.wait_for_function("document.activeElement.textContent === '保存'")
    assert writer.holds("标题") == "问题"
