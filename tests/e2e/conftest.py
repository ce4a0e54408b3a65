"""Chromium, its pages and what they complain about; the sample served by the real site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from speeches.services.sample import Loaded, load_sample

OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
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

    def __init__(self, context: BrowserContext, site: str, sample: Loaded) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._site = site
        self._accounts = {account.user.role: account for account in sample.accounts}

    def _listen(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def open(self, path: str) -> Page:
        self.page.goto(self._site + path)
        return self.page

    def log_in(self, role: str) -> Page:
        account = self._accounts[role]
        self.open("/login/")
        self.page.get_by_label("用户名").fill(account.user.username)
        self.page.get_by_label("密码").fill(account.password)
        self.page.get_by_role("button", name="登录").click()
        self.page.wait_for_selector(".who")
        return self.page


@pytest.fixture
def visit(browser: Browser, live_server: Any, sample: Loaded) -> Iterator[Any]:
    """Makes a Visit with a window of the size that is asked for."""
    contexts: list[BrowserContext] = []

    def begin(size: dict[str, int] = DESK, **options: Any) -> Visit:
        context = browser.new_context(viewport=size, locale="zh-CN", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Visit(context, live_server.url, sample)

    yield begin
    for context in contexts:
        context.close()
