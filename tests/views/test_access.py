"""Who may open which address, by method, logged in or not. By role and bureau: test_matrix."""

from __future__ import annotations

import pytest
from django.test import Client

from speeches.enums import UserRole
from tests import factories
from tests.views.visiting import final_copy, visitor, words

DRAFTS = ("/speeches/{key}/", "/speeches/{key}/pdf/", "/speeches/{key}/print/")
DRAFTS += ("/speeches/{key}/text/",)
FINALS = ("/finals/{key}/", "/finals/{key}/pdf/", "/finals/{key}/print/")
LISTS = ("/", "/finals/")
D, R, C, L, A = UserRole

pytestmark = pytest.mark.django_db


def address(pattern: str) -> str:
    """The address of a row made for it."""
    if pattern in DRAFTS:
        return pattern.format(key=factories.speech().pk)
    return pattern.format(key=final_copy().pk) if pattern in FINALS else pattern


@pytest.mark.parametrize("pattern", DRAFTS + FINALS)
def test_nobody_without_a_bureau_reads_anything(pattern: str) -> None:
    assert visitor(bureau=None).get(address(pattern)).status_code == 404


@pytest.mark.parametrize("pattern", DRAFTS + FINALS)
@pytest.mark.parametrize("key", ["999", "0", "9" * 30])
def test_a_key_of_nothing_is_not_found(pattern: str, key: str) -> None:
    assert visitor().get(pattern.format(key=key)).status_code == 404


@pytest.mark.parametrize("pattern", LISTS + DRAFTS + FINALS)
def test_who_is_not_logged_in_is_asked_to_and_then_led_on(pattern: str) -> None:
    target = address(pattern)
    response = Client().get(target)
    assert (response.status_code, response["Location"]) == (302, f"/login/?next={target}")


@pytest.mark.parametrize("pattern", [*LISTS, *DRAFTS, *FINALS, "/paper/0.css"])
def test_nothing_is_changed_here_so_nothing_is_posted(pattern: str) -> None:
    response = visitor().post(address(pattern))
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "这个地址不能用这种方式打开" in words(response)


@pytest.mark.parametrize("pattern", LISTS + DRAFTS + FINALS)
def test_nothing_of_a_page_stays_in_the_browser(pattern: str) -> None:
    response = visitor().get(address(pattern))
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/", "/finals/", "/login/", "/logout/", "/nowhere/", "/speeches/9/"]
)
def test_every_page_forbids_what_is_not_our_own_and_a_file_is_no_page(path: str) -> None:
    client = visitor()
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'self'" in policy.split("; ")  # in any order
    assert "unsafe" not in policy
    assert "Content-Security-Policy" not in client.get(address("/speeches/{key}/print/"))


def test_a_refusal_says_why() -> None:
    leader, administrator = visitor(role=L), visitor(role=A)
    refusals = [
        words(leader.get(address("/speeches/{key}/"))),
        words(administrator.get(address("/finals/{key}/"))),
        words(administrator.get("/finals/")),
    ]
    assert refusals == [
        "不能看这一页 领导不看起草中的讲话稿。 回到首页",
        "不能看这一页 管理员不看讲话稿正文。 回到首页",
        "不能看这一页 管理员不看讲话稿正文。 回到首页",
    ]
