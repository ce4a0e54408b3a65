"""The sheets of a long speech: thirty with the page, the rest in lots of thirty."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from speeches.enums import UserRole
from speeches.models import Speech
from speeches.services import saving
from speeches.services.editions import set_default
from speeches.services.finalising import mark_final
from tests import factories
from tests.views.visiting import stranger, visitor

pytestmark = pytest.mark.django_db

PAGE = "一" * 28 * 22  # characters: more than a page, for its first line begins further in
CHANGED = "讲话稿刚刚有改动，后面各页要刷新以后才能看到；正在填写的内容，请先保存。 刷新这一页"


def long_speech(pages: int, **fields: object) -> Speech:
    """As many pages, the first of which begins with the title and its blank line."""
    return factories.speech(title="题", opening=PAGE * (pages - 1), **fields)


def sheets(page: str) -> dict[int, bool]:
    """Every sheet by its number, and whether its page is on it."""
    found = re.findall(r'<div class="sheet" id="page-(\d+)">(<section)?', page)
    return {int(number): bool(filled) for number, filled in found}


def later(page: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'hx-get="([^"]*)"', page)]


def said(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode())).strip()


@pytest.mark.parametrize("pages", [1, 29, 30])
def test_up_to_thirty_sheets_come_with_the_page(pages: int) -> None:
    page = visitor().get(f"/speeches/{long_speech(pages).pk}/").content.decode()
    assert sheets(page) == dict.fromkeys(range(1, pages + 1), True)
    assert (later(page), "htmx" in page.replace("htmx-config", "")) == ([], False)


def test_those_past_thirty_hold_their_place_and_say_where_they_come_from() -> None:
    speech = long_speech(64)
    page = visitor().get(f"/speeches/{speech.pk}/").content.decode()
    assert sheets(page) == {number: number <= 30 for number in range(1, 65)}
    assert [address.partition("&")[0] for address in later(page)] == [
        f"/speeches/{speech.pk}/checks/sheets/main/?from=31",
        f"/speeches/{speech.pk}/checks/sheets/main/?from=61",
    ]
    places = re.findall(r'<p class="sheet-later">(.*?)</p>', page)
    assert [place.partition("<")[0] for place in places] == [
        f"第{number}页" for number in range(31, 65)
    ]
    assert re.findall(r'<noscript>.*?<a href="([^"]*)">(.*?)</a>', page) == [
        ("?pages=all#page-31", "显示全部各页"),
        ("?pages=all#page-61", "显示全部各页"),
    ]


def test_what_comes_later_is_what_would_have_stood_there() -> None:
    speech, client = long_speech(64), visitor()
    page = client.get(f"/speeches/{speech.pk}/").content.decode()
    whole = client.get(f"/speeches/{speech.pk}/", {"pages": "all"}).content.decode()
    lots = [client.get(address).content.decode() for address in later(page)]
    assert [list(sheets(lot)) for lot in lots] == [list(range(31, 61)), list(range(61, 65))]
    assert sheets(whole) == dict.fromkeys(range(1, 65), True)
    pages = re.findall(r'<section class="paper-page.*?</section>', page + "".join(lots), re.DOTALL)
    assert pages == re.findall(r'<section class="paper-page.*?</section>', whole, re.DOTALL)


def test_the_page_that_one_works_at_is_there_at_once() -> None:
    speech = long_speech(64)
    part = factories.node(speech, "最后一部分", body="好。")
    page = visitor().get(f"/nodes/{part.pk}/").content.decode()
    assert [number for number, filled in sheets(page).items() if not filled] == [*range(31, 61)]


def test_after_a_change_the_sheets_say_so_instead_of_mixing_two_texts() -> None:
    speech, client = long_speech(31), visitor()
    [address] = later(client.get(f"/speeches/{speech.pk}/").content.decode())
    saving.save(speech, {"closing": "谢谢！"}, seen=speech.version, actor=None)
    answer = client.get(address)
    assert (answer.status_code, said(answer)) == (200, CHANGED)


def test_after_the_edition_was_changed_too() -> None:
    speech, client = long_speech(31), visitor()
    [address] = later(client.get(f"/speeches/{speech.pk}/").content.decode())
    set_default(factories.bureau(), "large")
    assert said(client.get(address)) == CHANGED


@pytest.mark.parametrize("query", ["", "?from=31", "?from=x&revision=1", "?from=31&revision=²"])
def test_an_address_that_names_no_text_gets_no_sheets(query: str) -> None:
    speech = long_speech(31)
    assert said(visitor().get(f"/speeches/{speech.pk}/sheets/{query}")) == CHANGED


@pytest.mark.parametrize("first", ["0", "2", "61", "-1", "x", "9" * 5000, "３１"])
def test_sheets_that_begin_nowhere_are_not_found(first: str) -> None:
    speech, client = long_speech(31), visitor()
    [address] = later(client.get(f"/speeches/{speech.pk}/").content.decode())
    rest = dict(pair.split("=") for pair in address.partition("?")[2].split("&"))
    answer = client.get(f"/speeches/{speech.pk}/sheets/", rest | {"from": first})
    assert answer.status_code == 404


def test_leaders_get_those_of_a_final_copy_and_not_of_the_draft() -> None:
    speech = long_speech(31)
    final, client = mark_final(speech, actor=None), visitor(role=UserRole.LEADER)
    page = client.get(f"/finals/{final.pk}/").content.decode()
    [address] = later(page)
    assert address.startswith(f"/finals/{final.pk}/sheets/?from=31&")
    assert sheets(client.get(address).content.decode()) == {31: True}
    of_the_draft = address.replace(f"/finals/{final.pk}/", f"/speeches/{speech.pk}/")
    assert client.get(of_the_draft).status_code == 403


def test_for_whom_the_session_has_ended_the_page_stays_and_says_so() -> None:
    final = mark_final(long_speech(31), actor=None)
    address = f"/finals/{final.pk}/sheets/?from=31"
    by_the_page = Client().get(address, headers={"HX-Request": "true"})
    assert said(by_the_page).startswith("登录已过期，这里没有更新。")
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("kind", ["finals", "speeches"])
def test_another_bureau_finds_none(kind: str) -> None:
    final = mark_final(long_speech(31), actor=None)
    key = final.pk if kind == "finals" else final.speech_id
    answer = stranger(UserRole.DRAFTER).get(f"/{kind}/{key}/sheets/?from=31")
    assert answer.status_code == 404
