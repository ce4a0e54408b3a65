"""From the door to the paper: what a person sees is what the PDF says."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from speeches.models import FinalCopy
from speeches.services.sample import Loaded
from tests.e2e.conftest import DESK, PHONE, Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

LINES = """
() => [...document.querySelectorAll(".paper-page")].map(page =>
  [...page.querySelectorAll(".paper-block, .paper-number")].flatMap(
    block => block.textContent.split("\\n")))
"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Of a box to tick, its label is the target.
SMALL = """
least => [...document.querySelectorAll("a, button, summary, label, input:not([type=hidden])")]
  .filter(each => !each.matches(".skip, [type=radio], [type=checkbox]"))
  .filter(each => !each.matches("label:not(.form-check-label)"))
  .filter(each => each.getClientRects().length)
  .filter(each => each.getBoundingClientRect().height < least - 0.5)
  .map(each => each.textContent.trim() || each.name)
"""
# How far a page reaches past its frame, and its lines past the type area, in px of the screen.
REACH = """
() => Math.max(...[...document.querySelectorAll(".sheet")].map(sheet => {
  const frame = sheet.getBoundingClientRect();
  const page = sheet.querySelector(".paper-page").getBoundingClientRect();
  return Math.max(frame.left - page.left, page.right - frame.right, page.bottom - frame.bottom);
}))
"""
# The smallest type in the flowing text, in px.
TYPE = """
() => Math.min(...[...document.querySelectorAll(".reading-text *")].map(
  each => parseFloat(getComputedStyle(each).fontSize)))
"""
PITCHES = """
() => [...new Set([...document.querySelectorAll(".paper-block")].map(block =>
  (block.offsetHeight / block.textContent.split("\\n").length).toFixed(0)))]
"""


def squeezed(line: str) -> str:
    return re.sub(r"\s", "", line)


def lines_on_screen(page: Page) -> list[list[str]]:
    page.wait_for_load_state("load")  # a page that is still coming in has not all its lines
    return [[squeezed(line) for line in lines] for lines in page.evaluate(LINES)]


def lines_in_pdf(path: Path) -> list[list[str]]:
    text = subprocess.run(
        ["/usr/bin/pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = text.split("\f")[:-1]
    return [[squeezed(line) for line in page.splitlines() if line.strip()] for page in pages]


def speech_page(sample: Loaded) -> str:
    assert sample.speech
    return f"/speeches/{sample.speech.pk}/"


def final_pages(sample: Loaded, own: str) -> tuple[str, ...]:
    """The pages between a draft and its reader, and one that not everybody of the staff has."""
    final = FinalCopy.objects.get()
    speech = final.speech_id if own == "reopen" else sample.speech.pk
    return (
        f"{speech_page(sample)}final/",
        f"/speeches/{final.speech_id}/final/",
        f"/speeches/{speech}/{own}/",
        f"/finals/{final.pk}/",
        f"/finals/{final.pk}/read/",
    )


def test_the_pdf_has_the_lines_of_the_pages_on_screen(visit: Begin, tmp_path: Path) -> None:
    staff = visit()
    page = staff.log_in("drafter")
    page.get_by_role("link", name="在全市教育系统2026年上半年工作汇报会上的讲话").click()
    on_screen = lines_on_screen(page)
    page.get_by_role("link", name="导出").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 PDF").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert path.name == "在全市教育系统2026年上半年工作汇报会上的讲话_v1_2026-07-16.pdf"
    assert lines_in_pdf(path) == on_screen
    assert staff.complaints == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_nothing_scrolls_sideways(
    visit: Begin, sample: Loaded, size: dict[str, int], script: bool
) -> None:
    staff = visit(size, java_script_enabled=script)
    staff.log_in("reviewer")
    paths = ("/", speech_page(sample), "/finals/", "/nowhere/", *final_pages(sample, "reopen"))
    assert {path: staff.open(path).evaluate(SIDEWAYS) for path in paths} == dict.fromkeys(paths, 0)


@pytest.mark.parametrize(("size", "least"), [(DESK, 24), (PHONE, 44)], ids=["desk", "phone"])
def test_every_target_is_large_enough(
    visit: Begin, sample: Loaded, size: dict[str, int], least: int
) -> None:
    staff = visit(size)
    small = {"/login/": staff.open("/login/").evaluate(SMALL, least)}
    staff.log_in("drafter")
    for path in ("/", speech_page(sample), "/finals/", *final_pages(sample, "export")):
        page = staff.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        small[path] = page.evaluate(SMALL, least)
    assert small == {path: [] for path in small}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_at_every_width_a_page_fills_its_frame_and_its_lines_stand_on_the_grid(
    visit: Begin, sample: Loaded, script: bool
) -> None:
    staff = visit(java_script_enabled=script)
    staff.log_in("drafter")
    page = staff.open(speech_page(sample))
    for width in (320, 359, 360, 390, 413, 479, 599, 767, 768, 991, 992, 1100, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        page.wait_for_timeout(50)  # for the observer of sizes
        found = (page.evaluate(SIDEWAYS), page.evaluate(REACH) < 1, page.evaluate(PITCHES))
        assert (width, *found) == (width, 0, True, ["39"])  # 28.99 pt, whatever the scale


def test_a_line_of_the_outline_leads_to_its_place(visit: Begin, sample: Loaded) -> None:
    staff = visit()
    staff.log_in("drafter")
    page = staff.open(speech_page(sample))
    page.locator(".outline a", has_text="课堂提质工程").click()
    page.wait_for_function("document.activeElement.textContent.includes('（二）课堂提质工程。')")
    page.wait_for_selector(".outline [aria-current]:has-text('课堂提质工程')")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < DESK["height"]


def test_a_leader_reads_the_final_copy_on_a_phone(visit: Begin) -> None:
    leader = visit(PHONE, is_mobile=True, has_touch=True)
    page = leader.log_in("leader")
    page.get_by_role("link", name="阅读").tap()
    page.wait_for_selector(".reading-text")
    assert page.title() == "在全市教育系统暑期安全工作部署会上的讲话 · 稿台"
    assert page.locator("h1").inner_text() == "在全市教育系统暑期安全工作部署会上的讲话"
    assert page.evaluate(TYPE) >= 18
    page.get_by_role("link", name="版面").tap()
    page.wait_for_selector(".paper-page")
    assert page.locator(".paper-title").inner_text() == "在全市教育系统暑期安全工作部署会上的讲话"
    assert leader.complaints == []


def test_errors_at_the_door_take_the_focus(visit: Begin) -> None:
    somebody = visit()
    page = somebody.open("/login/")
    page.get_by_role("button", name="登录").click()
    page.wait_for_selector(".errors:focus")
    assert page.title() == "错误：登录 · 稿台"
    assert somebody.complaints == []


def test_the_first_tab_leads_past_the_bar(visit: Begin) -> None:
    staff = visit()
    page = staff.log_in("drafter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_there_are_chinese_fonts_for_the_pages_on_screen(visit: Begin, sample: Loaded) -> None:
    staff = visit()
    staff.log_in("drafter")
    page = staff.open(speech_page(sample))
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    body = session.send("DOM.querySelector", {"nodeId": root, "selector": ".paper-body"})
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": body["nodeId"]})["fonts"]
    assert {font["familyName"] for font in fonts} != set()
    assert all(re.search("CJK|Fandol|AR PL", font["familyName"]) for font in fonts)
