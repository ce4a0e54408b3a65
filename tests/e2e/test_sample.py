"""版式: the sample page beside the page setup follows what is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from speeches.enums import UserRole
from tests import factories
from tests.e2e.conftest import DESK, PHONE, Visit
from tests.e2e.test_composing import MEANT, SPELLED, Composer

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]


@pytest.fixture
def window(begin: Begin) -> Visit:
    return begin().enter(factories.user(UserRole.ADMINISTRATOR))


def stands(page: Page, height: float) -> None:
    """One sample, with a type area of this height in mm as it is painted."""
    pixels = re.compile(rf"^{int(height * 96 / 25.4)}\.\d+px$")
    expect(page.locator(".sample-pages")).to_have_count(1)
    expect(page.locator(".sample .paper-area").first).to_have_css("height", pixels)


def test_the_sample_is_set_again_while_numbers_are_typed(window: Visit) -> None:
    page = window.open(f"/editions/{factories.page_format().pk}/")
    stands(page, 225)
    field = page.get_by_label("下边距")
    field.fill("3")
    stands(page, 230)
    assert field.evaluate("each => [each === document.activeElement, each.value]") == [True, "3"]


def test_numbers_that_cannot_work_leave_the_last_sample_and_say_why(window: Visit) -> None:
    page = window.open(f"/editions/{factories.page_format().pk}/")
    page.get_by_label("每行字数").fill("60")
    expect(page.locator("#sample-words")).to_contain_text("按现在填的数排不出来：")
    stands(page, 225)
    page.get_by_label("每行字数").fill("27")
    expect(page.locator("#sample-words")).to_contain_text("每页22行，每行27字")
    expect(page.locator("#sample-words")).not_to_contain_text("排不出来")


def test_for_whom_the_session_has_ended_the_words_above_the_sample_say_so_once(
    window: Visit,
) -> None:
    page = window.open(f"/editions/{factories.page_format().pk}/")
    window.context.clear_cookies(name="sessionid")
    for number in ("20", "21"):
        with page.expect_response(lambda answer: "/editions/sample/" in answer.url):
            page.get_by_label("每页行数").fill(number)
    expect(page.locator("#sample-words")).to_contain_text("登录已过期，这里没有更新。")
    expect(page.locator("#sample-words .notice")).to_be_in_viewport()
    stands(page, 225)


def test_nothing_is_asked_for_while_a_word_is_composed(window: Visit) -> None:
    page, ime = window.open("/editions/new/"), Composer(window)
    name = page.get_by_label("版式名称")
    ime.composes(name)
    page.wait_for_timeout(500)
    assert (name.input_value(), ime.requests) == (SPELLED[-1], [])
    ime.chooses()
    assert name.input_value() == MEANT


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_sample_stands_whole_in_the_window(begin: Begin, size: dict[str, int]) -> None:
    page = begin(size).enter(factories.user(UserRole.ADMINISTRATOR)).open("/editions/new/")
    box = page.locator(".sample .sheet").first.bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_without_script_a_button_shows_the_sample(begin: Begin) -> None:
    window = begin(java_script_enabled=False).enter(factories.user(UserRole.ADMINISTRATOR))
    page = window.open("/editions/new/")
    page.get_by_label("每页行数").fill("20")
    page.get_by_role("button", name="看样张").click()
    expect(page.locator("#sample-words")).to_have_text("样张：每页20行，每行28字")
    assert page.get_by_label("每页行数").input_value() == "20"
