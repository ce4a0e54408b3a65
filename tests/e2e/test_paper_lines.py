"""The lines on the screen are those of the pages, whatever fonts the reader's machine has."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from speeches.services.copies import current_copy
from speeches.services.fonts import metrics
from speeches.services.sample import Loaded
from speeches.typeset.edition import STANDARD
from speeches.typeset.pages import typeset
from tests.e2e.conftest import DESK, PHONE, Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

FACES = ("biaosong", "hei", "kai", "fang", "song")
FONTS = {
    "the page's own": "",
    "wider letters": '"Noto Sans CJK SC"',
    "much wider letters": '"DejaVu Sans Mono", "Noto Sans CJK SC"',
    "narrow marks": '"DejaVu Sans", "Noto Serif CJK SC"',
}
LINES = """
() => [...document.querySelectorAll(".paper-line")].map(line => line.textContent.trim())
"""
# How high lines are, in lines: two where one has wrapped.
HEIGHTS = """
() => [...new Set([...document.querySelectorAll(".paper-block")].map(block =>
  (block.offsetHeight / block.querySelectorAll(".paper-line").length).toFixed(0)))]
"""
# How far the last character of every full line ends from the edge of the type area, and the first
# one of all but indented lines, in px of the screen; the farthest of all.
EDGES = """
() => {
  const farthest = { left: 0, right: 0 };
  for (const line of document.querySelectorAll(".paper-full")) {
    const area = line.closest(".paper-area").getBoundingClientRect();
    const scale = area.width / line.closest(".paper-area").offsetWidth;
    const range = document.createRange();
    range.selectNodeContents(line);
    const rects = [...range.getClientRects()].filter(rect => rect.width);
    const trimmed = line.matches(".paper-trimmed");
    const spacing = trimmed ? 0 : parseFloat(getComputedStyle(line).letterSpacing) * scale;
    const right = Math.max(...rects.map(rect => rect.right)) - spacing - area.right;
    const indent = parseFloat(getComputedStyle(line).textIndent) * scale;
    const left = Math.min(...rects.map(rect => rect.left)) - indent - area.left;
    farthest.right = Math.max(farthest.right, Math.abs(right));
    farthest.left = Math.max(farthest.left, Math.abs(left));
  }
  return farthest;
}
"""


def expected(sample: Loaded) -> list[str]:
    assert sample.speech
    pages = typeset(current_copy(sample.speech).document, STANDARD, metrics(STANDARD))
    return [pages.text(line) for page in pages.pages for line in page.lines if line]


def dressed(page: Page, families: str) -> Page:
    """The page with one font for all faces, as on a machine that has no other."""
    if families:
        stacks = "; ".join(f"--paper-{face}: {families} !important" for face in FACES)
        page.add_style_tag(content=f":root {{ {stacks} }}")
        page.wait_for_timeout(100)  # the script hears of the sheet, and draws lines together
    return page


@pytest.fixture
def opened(visit: Begin, sample: Loaded) -> Callable[..., Page]:
    def opened(size: dict[str, int], families: str, *, drawn: bool = True) -> Page:
        staff = visit(size, bypass_csp=True)
        if not drawn:
            nothing = {"body": "", "content_type": "text/javascript"}
            staff.context.route("**/js/lines.js", lambda route: route.fulfill(**nothing))
        staff.log_in("reviewer")
        assert sample.speech
        return dressed(staff.open(f"/speeches/{sample.speech.pk}/"), families)

    return opened


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("families", FONTS.values(), ids=FONTS.keys())
def test_in_any_font_the_lines_are_those_of_the_pages_and_flush(
    opened: Callable[..., Page], sample: Loaded, size: dict[str, int], families: str
) -> None:
    page = opened(size, families)
    assert page.evaluate(LINES) == expected(sample)
    assert page.evaluate(HEIGHTS) == ["39"]  # 28.99 pt, whatever the scale
    edges = page.evaluate(EDGES)
    assert edges["left"] <= 1
    assert edges["right"] <= 1


@pytest.mark.parametrize("families", FONTS.values(), ids=FONTS.keys())
def test_no_line_wraps_where_none_is_drawn_together(
    opened: Callable[..., Page], sample: Loaded, families: str
) -> None:
    page = opened(DESK, families, drawn=False)
    assert page.evaluate(LINES) == expected(sample)
    assert page.evaluate(HEIGHTS) == ["39"]


def test_a_paragraph_is_copied_and_read_out_as_one(opened: Callable[..., Page]) -> None:
    page = opened(DESK, "")
    paragraph = page.locator(".paper-body", has_text=re.compile(r"\n")).first
    copied = paragraph.evaluate(
        "block => { const all = getSelection(); all.selectAllChildren(block);"
        " return all.toString(); }"
    )
    text = paragraph.evaluate("block => block.textContent")
    assert text.count("\n") >= 1
    assert copied == text.replace("\n", "")
