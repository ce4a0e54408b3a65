"""What was typed outlives other people, sessions and keys of forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings

from speeches.enums import NodeKind
from speeches.models import Node, Speech, User
from tests import factories
from tests.e2e.conftest import Visit
from tests.e2e.people import Person

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

MINE, THEIRS, BASE = "水库按时完成汛前检查。", "水库已全部检查。", "水库检查。"
SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def point() -> Node:
    part = factories.node(factories.speech(), "成绩", kind=NodeKind.ACHIEVEMENTS)
    return factories.node(part, "防汛", kind=NodeKind.CATEGORY, body=BASE)


def at_work(begin: Begin, person: User, path: str, **options: bool) -> Person:
    """Somebody who has logged in and opened a page."""
    worker = Person(begin(**options).enter(person))
    worker.opens(path)
    return worker


def bodies(row: Node) -> str:
    return Node.objects.get(pk=row.pk).body


@SCRIPTS
def test_two_people_on_one_form(begin: Begin, script: bool) -> None:
    row = point()
    path = f"/nodes/{row.pk}/"
    one = at_work(begin, factories.user(name="周宁"), path, java_script_enabled=script)
    other = at_work(begin, factories.user(name="林知秋"), path, java_script_enabled=script)
    other.fills({"正文": THEIRS})
    other.presses("保存")
    one.fills({"正文": MINE})
    one.presses("保存")
    assert one.page.title().startswith("错误：")
    assert one.holds("正文") == MINE
    assert one.page.locator(".versus-text").all_inner_texts() == [THEIRS, BASE]
    assert bodies(row) == THEIRS
    one.presses("保存")
    assert one.told().startswith("已保存")
    assert bodies(row) == MINE


def test_who_prefers_the_other_text_takes_it(begin: Begin) -> None:
    row = point()
    one = at_work(begin, factories.user(), f"/nodes/{row.pk}/")
    other = at_work(begin, factories.user(), f"/nodes/{row.pk}/")
    other.fills({"正文": THEIRS})
    other.presses("保存")
    one.fills({"正文": MINE})
    one.presses("保存")
    one.page.once("dialog", lambda dialog: dialog.dismiss())
    one.clicks("放弃我的改动，用对方的")
    assert one.holds("正文") == MINE
    one.page.once("dialog", lambda dialog: dialog.accept())
    one.presses("放弃我的改动，用对方的")
    assert one.holds("正文") == THEIRS
    assert bodies(row) == THEIRS


@SCRIPTS
@pytest.mark.parametrize("lost", [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME])
def test_a_session_or_a_key_that_expired_is_carried_on(
    begin: Begin, script: bool, lost: str
) -> None:
    row, person = point(), factories.user()
    worker = at_work(begin, person, f"/nodes/{row.pk}/", java_script_enabled=script)
    worker.fills({"正文": MINE})
    worker.window.hold_cookie(lost, "x" * 32)
    worker.presses("保存")
    if not (script and lost == settings.CSRF_COOKIE_NAME):  # which goes on by itself at once
        assert MINE in worker.page.locator(".kept-text").all_inner_texts()
        assert bodies(row) == BASE
    if lost == settings.SESSION_COOKIE_NAME:
        worker.fills({f"{person}的密码": "不对的密码"})
        worker.presses("登录并继续保存")
        assert MINE in worker.page.locator(".kept-text").all_inner_texts()
        worker.fills({f"{person}的密码": factories.PASSWORD})
        worker.presses("登录并继续保存")
    if script:
        worker.page.wait_for_url(f"**/nodes/{row.pk}/")
    else:
        worker.presses("继续保存")
    assert worker.told().startswith("已保存")
    assert worker.holds("正文") == bodies(row) == MINE


@SCRIPTS
def test_what_one_person_typed_another_never_sends(begin: Begin, script: bool) -> None:
    row, other = point(), factories.user(name="林知秋")
    worker = at_work(
        begin, factories.user(name="周宁"), f"/nodes/{row.pk}/", java_script_enabled=script
    )
    worker.fills({"正文": MINE})
    worker.window.enter(other)
    worker.presses("保存")
    assert MINE in worker.page.locator(".kept-text").all_inner_texts()
    assert "这份文字是周宁填的，现在登录的是林知秋" in worker.page.locator("main").inner_text()
    assert worker.page.locator("main form").count() == 0
    assert bodies(row) == BASE


def test_leaving_a_changed_form_asks_first(begin: Begin) -> None:
    row, asked = point(), []
    worker = at_work(begin, factories.user(), f"/nodes/{row.pk}/")
    worker.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    worker.fills({"正文": MINE})
    worker.clicks("开场")
    worker.page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert worker.holds("正文") == MINE
    worker.presses("保存")
    worker.presses("开场")
    assert asked == ["beforeunload"]


def test_a_button_pressed_twice_makes_one_change(begin: Begin) -> None:
    meeting = factories.meeting()
    worker = at_work(begin, factories.user(), f"/meetings/{meeting.pk}/speech/")
    with worker.page.expect_navigation():
        worker.control("开始写").dblclick()
    worker.page.wait_for_selector(".desk-three")
    assert Speech.objects.count() == 1
