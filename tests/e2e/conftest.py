"""Chromium, its pages and what they complain about; the sample served by the real site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)

from speeches.models import User
from speeches.services.sample import Account, Loaded, load_sample

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-US",  # the order in which date fields are typed; pages are asked for in Chinese
)
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(OPTIONS)
        )
        yield browser
        browser.close()


@pytest.fixture
def sample() -> Loaded:
    return load_sample()


class Visit:
    """A browser window in which somebody logs in; `complaints` is what its console said."""

    def __init__(self, context: BrowserContext, site: str, accounts: Sequence[Account]) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self._documents: set[str] = set()
        self.page.on("response", self._note_document)
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.site = site
        self._accounts = {account.user.role: account for account in accounts}

    def _note_document(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._documents.add(response.url)

    def _listen(self, message: ConsoleMessage) -> None:
        """A page that answers no (a 409, a 422 …) is no complaint, nor the icon that a browser
        looks for beside a PDF; all else is."""
        address = message.location["url"]
        is_expected = address in self._documents or address.endswith("/favicon.ico")
        is_answer = message.text.startswith("Failed to load resource") and is_expected
        if message.type in ("error", "warning") and not is_answer:
            self.complaints.append(f"{message.text} ({address})")

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    def log_in(self, role: str) -> Page:
        """Through the door, with the account that the sample has for the role."""
        account = self._accounts[role]
        self.open("/login/")
        self.page.get_by_label("用户名").fill(account.user.username)
        self.page.get_by_label("密码").fill(account.password)
        self.page.get_by_role("button", name="登录").click()
        self.page.wait_for_selector(".who")
        return self.page

    def enter(self, person: User) -> Visit:
        """As somebody who has logged in already."""
        client = Client()
        client.force_login(person)
        self.hold_cookie(settings.SESSION_COOKIE_NAME, client.cookies["sessionid"].value)
        return self

    def hold_cookie(self, name: str, value: str) -> None:
        """Set a cookie of the site; without a value it is none that the site knows."""
        self.context.add_cookies([{"name": name, "value": value, "url": self.site}])


@pytest.fixture
def begin(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Makes a Visit with a window of the size that is asked for. No console may complain."""
    visits: list[Visit] = []

    def begin(
        size: dict[str, int] = DESK, accounts: Sequence[Account] = (), **options: Any
    ) -> Visit:
        context = browser.new_context(viewport=size, locale="zh-CN", **options)
        context.set_default_timeout(10_000)
        visits.append(Visit(context, live_server.url, accounts))
        return visits[-1]

    yield begin
    complaints = [line for visit in visits for line in visit.complaints]
    for visit in visits:
        visit.context.close()
    assert complaints == []


@pytest.fixture
def visit(begin: Any, sample: Loaded) -> Any:
    """The same at a site with the sample in it, for those who have an account there."""
    return partial(begin, accounts=sample.accounts)
