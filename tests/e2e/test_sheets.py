"""A long speech in the browser: thirty sheets at once, the others where a person looks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from speeches.models import Speech
from speeches.services.finalising import mark_final
from tests import factories
from tests.e2e.conftest import DESK, PHONE, Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

PAGE = "一" * 28 * 22
FILLED = """() => [...document.querySelectorAll(".sheet")]
  .filter(sheet => sheet.querySelector(".paper-page")).map(sheet => Number(sheet.id.slice(5)))"""
HEIGHT = "() => document.querySelector('.sheets').offsetHeight"
TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def long_speech() -> Speech:
    """70 pages, the last of which begins a part."""
    speech = factories.speech(title="题", opening=PAGE * 69)
    factories.node(speech, "最后一部分", body="好。")
    return speech


def sheet(page: Page, number: int):
    return page.locator(f"#page-{number} .paper-page")


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_sheets_are_filled_as_they_come_into_view_and_nothing_moves(
    begin: Begin, size: dict[str, int]
) -> None:
    final = mark_final(long_speech(), actor=None)
    page = begin(size).enter(factories.user("leader")).open(f"/finals/{final.pk}/")
    before = page.evaluate(HEIGHT)
    assert page.evaluate(FILLED) == [*range(1, 31)]
    page.locator("#page-45").scroll_into_view_if_needed()
    expect(sheet(page, 45)).to_be_visible()
    assert page.evaluate(FILLED) == [*range(1, 61)]
    assert page.evaluate(HEIGHT) == before


def test_a_line_of_the_outline_leads_to_a_sheet_that_is_not_there_yet(begin: Begin) -> None:
    final = mark_final(long_speech(), actor=None)
    page = (
        begin(reduced_motion="reduce").enter(factories.user("leader")).open(f"/finals/{final.pk}/")
    )
    page.get_by_role("link", name="最后一部分").click()
    expect(sheet(page, 70)).to_be_visible()
    assert page.evaluate(FILLED) == [*range(1, 31), *range(61, 71)]
    page.get_by_role("link", name="最后一部分").click()
    expect(page.locator(".paper-page [data-block]:focus")).to_have_text("一、最后一部分")


def test_at_the_desk_the_place_that_one_works_at_is_shown_at_once(begin: Begin) -> None:
    speech = long_speech()
    node = speech.nodes.get()
    page = begin().enter(factories.user()).open(f"/nodes/{node.pk}/")
    expect(page.locator(".is-here").first).to_be_in_viewport()
    assert page.evaluate(FILLED) == [*range(1, 31), *range(61, 71)]
    page.locator("#page-31").scroll_into_view_if_needed()
    expect(sheet(page, 31)).to_be_visible()
    assert page.evaluate(FILLED) == [*range(1, 71)]


def test_without_scripts_a_link_shows_them_all(begin: Begin) -> None:
    speech = long_speech()
    window = begin(java_script_enabled=False)
    page = window.enter(factories.user()).open(f"/speeches/{speech.pk}/")
    assert page.locator(".sheet .paper-page").count() == 30
    page.get_by_role("link", name="显示全部各页").first.click()
    expect(page.locator(".sheet .paper-page")).to_have_count(70)
