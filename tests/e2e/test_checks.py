"""校核 in the browser: by the keyboard, from the pages to the list, and without scripts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from speeches.models import Ignore, Speech
from tests import factories
from tests.e2e.conftest import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

OPENING = "今天召开会议，总结工作!新增学位x个。"


def opening() -> str:
    return Speech.objects.get().opening


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent")).strip()


def test_by_the_keyboard_one_goes_through_the_list(begin: Any) -> None:
    speech = factories.speech(opening=OPENING)
    window = begin().enter(factories.user())
    page = window.open(f"/speeches/{speech.pk}/checks/?show=error")
    page.keyboard.press("n")
    assert "半角标点" in focused(page)
    expect(page.locator(".found.is-shown")).to_have_text("!")
    page.keyboard.press("j")
    assert "代替符号" in focused(page)
    page.keyboard.press("p")
    page.keyboard.press("a")
    page.wait_for_url("**change=**#line-1")
    assert opening() == "今天召开会议，总结工作！新增学位x个。"
    expect(page.locator("[data-line]").first).to_be_focused()
    page.keyboard.press("i")
    expect(page.locator("[name=reason]").first).to_be_focused()
    page.keyboard.type("nap")
    expect(page.locator("[name=reason]").first).to_have_value("nap")
    page.get_by_role("button", name="此处不再提示").click()
    expect(page.locator(".told")).to_have_text("不再提示了。在列表末尾“不再提示的”里可以恢复。")
    expect(page.locator("[data-line]")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.locator("[data-keys]")).to_have_attribute("open", "")
    page.get_by_label("使用这些单键").uncheck()
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("[data-keys]")).not_to_have_attribute("open", "")


def test_what_is_underlined_leads_to_its_line_and_nothing_scrolls_the_window(begin: Any) -> None:
    speech = factories.speech(opening=OPENING)
    page = begin().enter(factories.user()).open(f"/speeches/{speech.pk}/opening/")
    page.locator(".found", has_text="x").click()
    page.wait_for_url(re.compile(r"/checks/#found-\w+$"))
    expect(page.locator("a:focus .said")).to_have_text("x")
    expect(page.locator(".found.is-shown")).to_have_text("x")
    for _ in range(3):
        page.keyboard.press("n")
    assert page.evaluate("window.scrollY") == 0


def test_a_click_in_the_list_takes_the_focus_to_the_place_and_enter_brings_it_back(
    begin: Any,
) -> None:
    speech = factories.speech(opening=OPENING)
    page = begin().enter(factories.user()).open(f"/speeches/{speech.pk}/checks/")
    page.get_by_role("link", name=re.compile("新增学位")).last.click()
    expect(page.locator(".found:focus")).to_have_text("x")
    page.keyboard.press("Enter")
    expect(page.locator("a:focus .said")).to_have_text("x")


def test_one_goes_through_the_places_of_a_line_that_is_opened(begin: Any) -> None:
    speech = factories.speech(opening="今天,明天,后天,开会。新增学位x个。")
    page = begin().enter(factories.user()).open(f"/speeches/{speech.pk}/checks/")
    page.locator(".spots summary").click()
    for text in ("今天", "今天", "今天"):
        page.keyboard.press("n")
        assert text in focused(page)
    page.keyboard.press("n")
    assert "代替符号" in focused(page)
    page.keyboard.press("p")
    page.keyboard.press("a")
    page.wait_for_url("**#spot-1-3")
    assert opening() == "今天,明天,后天，开会。新增学位x个。"
    expect(page.locator("a:focus .said")).to_have_text(",")
    expect(page.get_by_role("button", name="撤销")).to_be_in_viewport()
    page.keyboard.press("i")
    page.wait_for_url("**/checks/#spot-1-2")
    assert [row.text for row in Ignore.objects.all()] == [","]


def test_pressed_twice_or_held_down_one_place_is_mended(begin: Any) -> None:
    speech = factories.speech(opening="今天召开会议，总结工作!请大家落实，好。")
    page = begin().enter(factories.user()).open(f"/speeches/{speech.pk}/checks/")
    page.keyboard.press("n")
    page.keyboard.down("a")
    page.keyboard.down("a")  # as the system repeats it
    page.wait_for_url("**change=**#line-1")
    page.keyboard.up("a")
    expect(page.locator(".undo")).to_contain_text("已改1处。")
    page.get_by_role("button", name="撤销").dblclick()
    expect(page.locator(".told")).to_have_text("已撤销，1处恢复成改之前的文字。")
    page.locator("[data-accepts]").dblclick()
    expect(page.locator(".undo")).to_contain_text("已改1处。")
    expect(page.locator(".told")).to_have_count(0)


def test_without_scripts_everything_is_a_link_or_a_press(begin: Any) -> None:
    speech = factories.speech(opening=OPENING)
    page = (
        begin(PHONE, java_script_enabled=False)
        .enter(factories.user())
        .open(f"/speeches/{speech.pk}/")
    )
    page.get_by_role("link", name="校核").click()
    page.get_by_role("link", name=re.compile("^一起改 1 处")).click()
    page.get_by_role("button", name="改选中的各处").click()
    assert opening() == "今天召开会议，总结工作！新增学位x个。"
    page.get_by_role("button", name="撤销").click()
    assert opening() == OPENING
    page.get_by_role("link", name=re.compile("总结工作")).first.click()
    assert page.url.endswith("#page-1")
