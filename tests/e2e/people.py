"""Somebody at a window, in verbs: with the mouse, without scripts, or with the keyboard alone.

Fields are named by their label, buttons and links by their words; what a button says after a
colon for screen readers need not be said, nor how much a line of the outline holds.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page

from speeches.models import User
from tests.e2e.conftest import Visit
from tests.factories import PASSWORD

TABS = 250  # no page has as many stops
KIND = "each => each.tagName === 'SELECT' ? 'select' : each.type"
IS_FOCUSED = "each => each === document.activeElement"
SHARES_NAME = "each => document.activeElement.name === each.name"
# A page was just opened, and what is sought stands behind the outline.
IS_FAR_IN_WORK = "each => each.closest('#work') && document.activeElement === document.body"
SELECTED = "each => each.selectedOptions[0].label"


class Person:
    """With the mouse; where `scripts` are off, with what the pages offer then."""

    def __init__(self, window: Visit, *, scripts: bool = True) -> None:
        self.window, self.scripts = window, scripts
        self.page: Page = window.page

    # --- What a person does ------------------------------------------------------------------

    def opens(self, path: str) -> None:
        self.window.open(path)

    def logs_in(self, person: User) -> None:
        self.opens("/login/")
        self.fills({"用户名": person.username, "密码": PASSWORD})
        self.presses("登录")

    def fills(self, words: Mapping[str, str]) -> None:
        for label, text in words.items():
            self.fill(self.field(label), text)

    def fills_rows(self, *texts: str) -> None:
        """Those of the form, from the first; more rows are asked for as a page offers them."""
        for place, text in enumerate(texts):
            row = self.page.locator("[data-row] textarea").nth(place)
            if row.count() == 0:
                self.clicks("再加一条") if self.scripts else self.presses("保存")
            self.fill(row, text)

    def inserts(self, label: str, token: str) -> None:
        """From the list beside the field to the cursor; without a script it is typed."""
        if not self.scripts:
            field = self.field(label)
            self.fill(field, field.input_value() + token)
            return
        self.clicks(f"插入到{label}")
        self.click(self.page.locator(".token", has_text=token))

    def ticks(self, label: str) -> None:
        self.field(label).check()

    def clicks(self, name: str) -> None:
        """What stays on the page."""
        self.click(self.control(name))

    def presses(self, name: str, *, inside: str = "body") -> None:
        """What leads to a page."""
        control = self.control(name, inside=inside)
        with self.page.expect_navigation():
            self.click(control)

    def downloads(self, name: str, folder: Path) -> Path:
        control = self.control(name)
        with self.page.expect_download() as download:
            self.click(control)
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path

    def opens_file(self, name: str, folder: Path) -> Path:
        """What the browser shows by itself: the link is pressed, and its file looked into."""
        control = self.control(name)
        address = str(control.evaluate("each => each.href"))
        with self.page.expect_response(address) as answer:
            self.click(control)
        assert answer.value.headers["content-type"] == "application/pdf"
        path = folder / "opened.pdf"
        path.write_bytes(self.page.request.get(address).body())
        return path

    # --- What a person sees ------------------------------------------------------------------

    def told(self) -> str:
        """The message on top."""
        return self.page.locator(".told").inner_text()

    def holds(self, label: str) -> str:
        """What stands in a field."""
        return self.field(label).input_value()

    def field(self, label: str) -> Locator:
        named = re.compile(rf"^{re.escape(label)}(（必填）)?$")
        return self.page.locator("main").get_by_label(named).first

    def control(self, name: str, *, inside: str = "body") -> Locator:
        named = re.compile(rf"^{re.escape(name)}\s*(：.*|（新窗口）|未写|\d.*)?$")
        place = self.page.locator(inside)
        return (
            place.get_by_role("button", name=named).or_(place.get_by_role("link", name=named)).first
        )

    # --- How: the mouse ----------------------------------------------------------------------

    def click(self, control: Locator) -> None:
        control.click()

    def fill(self, field: Locator, text: str) -> None:
        kind = field.evaluate(KIND)
        if kind == "select":
            field.select_option(label=text)
        elif kind == "radio":
            field.check()
        else:
            field.fill(text)


class Typist(Person):
    """With the keyboard alone: whatever is used is reached by the Tab key first."""

    def ticks(self, label: str) -> None:
        self.reach(self.field(label))
        self.page.keyboard.press("Space")

    def click(self, control: Locator) -> None:
        self.reach(control)
        self.page.keyboard.press("Enter")

    def fill(self, field: Locator, text: str) -> None:
        kind = field.evaluate(KIND)
        if kind == "select":
            self.reach(field)
            self._step(lambda: field.evaluate(SELECTED) == text)
        elif kind == "radio":
            self.reach(field, SHARES_NAME)
            self._step(field.is_checked)
        elif kind == "date":
            self.reach(field)
            year, month, day = text.split("-")
            self.page.keyboard.type(month + day + year)  # as --lang in conftest.py has it
        else:
            self.reach(field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)

    def reach(self, target: Locator, told: str = IS_FOCUSED) -> None:
        element = target.element_handle()
        if element.evaluate(IS_FAR_IN_WORK):
            self._skips("跳到编辑区")
        for _ in range(TABS):
            if element.evaluate(told):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not lead to {target}")

    def _skips(self, words: str) -> None:
        """By the link that the first Tab keys of a page lead to."""
        self.reach(self.page.get_by_role("link", name=words))
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("document.activeElement.id === 'work'")

    def _step(self, is_there: Callable[[], bool]) -> None:
        """Down a list of choices, from its top."""
        self.page.keyboard.press("Home")
        for _ in range(TABS):
            if is_there():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("the arrow keys do not lead to this choice")


def printed(path: Path) -> str:
    """All that a PDF says, without blanks, line ends and page numbers."""
    text = subprocess.run(
        ["/usr/bin/pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    lines = [re.sub(r"\s", "", line) for line in text.split("\n")]
    return "".join(line for line in lines if not re.fullmatch(r"[—－-]\d+[—－-]", line))
