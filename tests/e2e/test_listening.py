"""What the other tests rely on: the console is heard, and inline scripts and styles are refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.conftest import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

INLINE = """
document.body.append(Object.assign(document.createElement("script"), {textContent: "alert(1)"}))
"""


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        (INLINE, "Content Security Policy"),
        ("document.body.setAttribute('style', 'color: red')", "Content Security Policy"),
        ("document.body.append(Object.assign(new Image(), {src: '/none.png'}))", "404"),
        ("console.warn('amiss')", "amiss"),
        ("setTimeout(() => nobody())", "nobody is not defined"),
    ],
)
def test_a_complaint_is_heard(begin: Callable[..., Visit], deed: str, told: str) -> None:
    window = begin()
    page = window.open("/login/")
    page.evaluate(deed)
    page.wait_for_timeout(200)
    assert [told in line for line in window.complaints] == [True]
    window.complaints.clear()
