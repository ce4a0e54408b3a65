"""Pinyin, as an input method composes it: while it does, nothing is sent and nothing is swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Request

from speeches.enums import NodeKind
from tests import factories
from tests.e2e.conftest import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

SPELLED, MEANT = ("f", "fangx", "fangxun"), "防汛"
# Every kind of field that takes text, and where one stands; of all that a page offers.
TYPED = "main input[type=text], main textarea, main input:not([type]), main input[type=search]"


class Composer:
    """An input method, over the DevTools protocol."""

    def __init__(self, window: Visit) -> None:
        self.page = window.page
        self._protocol = window.context.new_cdp_session(window.page)
        self.requests: list[str] = []
        self.page.on("request", self._note)

    def _note(self, request: Request) -> None:
        """What a form or a script sends; not the icon, which comes when it comes."""
        if request.resource_type in ("document", "xhr", "fetch"):
            self.requests.append(request.url)

    def composes(self, field: Locator) -> None:
        """Spells, without choosing a word yet."""
        field.focus()
        for letters in SPELLED:
            place = len(letters)
            told = {"text": letters, "selectionStart": place, "selectionEnd": place}
            self._protocol.send("Input.imeSetComposition", told)

    def chooses(self) -> None:
        self._protocol.send("Input.insertText", {"text": MEANT})

    def presses(self, key: str) -> None:
        self.page.keyboard.press(key)


def fields(window: Visit, path: str) -> Iterator[tuple[str, Locator]]:
    page = window.open(path)
    for field in page.locator(TYPED).all():
        if field.is_visible() and field.is_editable():
            yield str(field.get_attribute("name")), field


@pytest.fixture
def paths() -> dict[str, str]:
    """A page of every form in which sentences are typed."""
    speech = factories.speech()
    figure = factories.figure(speech)
    made = {"title": f"/speeches/{speech.pk}/title/", "opening": f"/speeches/{speech.pk}/opening/"}
    for part, point in (
        (NodeKind.ACHIEVEMENTS, NodeKind.CATEGORY),
        (NodeKind.PROBLEMS, NodeKind.PROBLEM),
        (NodeKind.PRIORITIES, NodeKind.PRIORITY),
        (NodeKind.REQUIREMENTS, NodeKind.REQUIREMENT),
    ):
        above = factories.node(speech, "部分", kind=part)
        made["part"] = f"/nodes/{above.pk}/"
        made[point] = f"/nodes/{factories.node(above, '要点', kind=point).pk}/"
    return made | {
        "meeting": "/meetings/new/",
        "speech": f"/meetings/{speech.meeting_id}/speech/",
        "figure": f"/figures/{figure.pk}/",
    }


def test_while_a_word_is_composed_nothing_is_sent_or_swapped(
    begin: Begin, paths: dict[str, str]
) -> None:
    window = begin().enter(factories.user())
    ime = Composer(window)
    for title, path in paths.items():
        told = {}
        for name, field in fields(window, path):
            field.fill("")
            ime.requests.clear()
            ime.composes(field)
            spelled = field.input_value()
            ime.chooses()
            told[name] = (spelled, field.input_value(), list(ime.requests))
        assert told == {name: (SPELLED[-1], MEANT, []) for name in told}, title
        assert told, title
        window.page.evaluate("document.querySelectorAll('form').forEach(each => each.reset())")


@pytest.mark.parametrize("name", ["heading", "body", "rows-0-body"])
def test_saving_by_the_keyboard_waits_for_the_word(
    begin: Begin, paths: dict[str, str], name: str
) -> None:
    window = begin().enter(factories.user())
    page, ime = window.open(paths[NodeKind.CATEGORY]), Composer(window)
    field = page.locator(f"[name={name}]")
    field.fill("")
    ime.composes(field)
    ime.presses("Control+s")
    page.wait_for_timeout(200)
    assert ime.requests == []
    with page.expect_navigation():
        ime.chooses()
    assert page.locator(f"[name={name}]").input_value() == MEANT
    assert page.locator(".told").inner_text().startswith("已保存")
