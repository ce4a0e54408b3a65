"""Who works by the keyboard sees where they are: the focus is marked, and nothing covers it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from speeches.enums import NodeKind
from speeches.models import Node
from tests import factories
from tests.e2e.conftest import DESK, PHONE, Visit

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]
TABS = 150  # more than any page of these has

STOP = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  if (at === document.body || at.dataset.wasReached) return null;
  at.dataset.wasReached = "yes";
  const bar = document.querySelector(".save-bar"), box = at.getBoundingClientRect();
  const edge = bar.getBoundingClientRect();
  // Browsers bring the line of a text into view that one writes in.
  const bottom = at.matches("textarea") ? Math.min(box.bottom, box.top + 40) : box.bottom;
  return {
    name: `${at.tagName} ${at.name || at.textContent.trim().slice(0, 20)}`,
    marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1)
      || style.boxShadow !== "none",
    covered: !bar.contains(at) && Boolean(at.closest(".work form"))
      && bottom > edge.top && box.top < edge.bottom,
  };
}"""


def desk(begin: Begin, size: dict[str, int]) -> Page:
    """The form of a point with rows, everything folded opened; scrolled at once, not slowly."""
    part = factories.node(factories.speech(), "成绩", kind=NodeKind.ACHIEVEMENTS)
    point: Node = factories.node(part, "防汛", kind=NodeKind.CATEGORY, marker="shi")
    for number in range(6):
        factories.node(point, body=f"第{number}处水库完成检查。")
    page = begin(size, reduced_motion="reduce").enter(factories.user()).open(f"/nodes/{point.pk}/")
    page.evaluate("document.querySelectorAll('.work details').forEach(each => each.open = true)")
    return page


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """What the Tab key leads to, until it comes to something again."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        told = page.evaluate(STOP)
        if told is None:
            return
        yield told
    raise AssertionError("the Tab key comes to no end")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_every_tab_stop_is_marked_and_the_save_bar_covers_none(
    begin: Begin, size: dict[str, int]
) -> None:
    found = list(stops(desk(begin, size)))
    assert len(found) > 20
    assert [stop["name"] for stop in found if not stop["marked"]] == []
    assert [stop["name"] for stop in found if stop["covered"]] == []
