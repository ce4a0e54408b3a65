"""axe-core finds nothing serious on any page: those of the matrix, and those that answer no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from speeches.document.facts import POINT_FOR
from speeches.enums import NodeKind, UserRole
from speeches.models import Figure, Speech
from speeches.services import saving
from tests import factories
from tests.e2e.conftest import DESK, PHONE, Visit
from tests.views.test_matrix import MATRIX, expected, url_name
from tests.views.world import World, world

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

SPEECH_FILES = ("speech_pdf", "speech_print", "speech_docx", "speech_text")
FILES = (*SPEECH_FILES, "final_pdf", "final_print", "import_file")
FRAGMENTS = ("sheets", "checks_sheets", "final_sheets", "edition_sample")
NO_PAGES = (*FILES, *FRAGMENTS, "edition_sample_style")
SERIOUS = ("serious", "critical")
AXE = Axe()


def serious(page: Page) -> list[str]:
    """What axe finds, with the place: everything folded is opened first."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = AXE.run(page).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


def pages(made: World, role: str) -> Iterator[tuple[str, str]]:
    """Title and path of every page that this role may see, and of those that refuse it first."""
    for title, row in MATRIX.items():
        shown = expected(row, "GET")[role] == 200
        first = next((each for each in UserRole if expected(row, "GET")[each] == 200), None)
        if not shown or url_name(title) in NO_PAGES or role not in (first, UserRole.LEADER):
            continue
        path = {name: made.resolve(value) for name, value in row.get("path", {}).items()}
        yield title, reverse(url_name(title), kwargs=path)


def test_axe_looks_at_our_pages(begin: Begin) -> None:
    page = begin().open("/login/")
    page.evaluate("document.querySelectorAll('label').forEach(each => each.remove())")
    assert [line.partition(":")[0] for line in serious(page)] == ["label", "label"]


@pytest.mark.parametrize("role", [role for role in UserRole if role != UserRole.CONTRIBUTOR])
def test_every_page_of_the_matrix(begin: Begin, role: str) -> None:
    made = world()
    window = begin(PHONE if role == UserRole.LEADER else DESK).enter(made.people[role])
    found = {title: serious(window.open(path)) for title, path in pages(made, role)}
    assert found == {title: [] for title in found} != {}


def test_the_form_of_every_kind_of_node(begin: Begin) -> None:
    speech, window = factories.speech(), begin()
    window.enter(factories.user())
    factories.figure(speech)
    nodes = {NodeKind.ITEM: factories.node(factories.node(speech, "引子"), body="甲")}
    for part, point in POINT_FOR.items():
        nodes[part] = factories.node(speech, "部分", kind=part, body="{新增学位}")
        nodes[point] = factories.node(nodes[part], "要点", kind=point, body="一是甲；二是乙。")
    del nodes[NodeKind.PROBLEMS], nodes[NodeKind.PRIORITIES]  # the same form as of other parts
    found = {kind: serious(window.open(f"/nodes/{row.pk}/")) for kind, row in nodes.items()}
    assert found == {kind: [] for kind in nodes}


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_pages_that_answer_no(begin: Begin, size: dict[str, int]) -> None:
    speech = factories.speech()
    figure = factories.figure(speech)
    window = begin(size).enter(factories.user())
    found = dict(_answers(window, figure, speech))
    assert found == {title: [] for title in found}


def _answers(window: Visit, figure: Figure, speech: Speech) -> Iterator[tuple[str, Any]]:
    page = window.open("/nowhere/")
    yield "no such page", serious(page)
    yield "not for this role", serious(window.open("/users/"))
    page = window.open(f"/figures/{figure.pk}/")
    page.get_by_label("名称").fill("合称")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".errors")
    yield "a form with an error", serious(page)
    page = window.open(f"/speeches/{speech.pk}/title/")
    saving.save(speech, {"title": "别人写的题目"}, seen=speech.version, actor=None)
    page.get_by_label("标题", exact=False).first.fill("我写的题目")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".versus")
    yield "a newer text", serious(page)
    page.get_by_label("标题", exact=False).first.fill("我写的题目，长长的")
    window.hold_cookie("sessionid", "gone")
    page.get_by_role("button", name="保存", exact=True).click()
    page.wait_for_selector(".resume")
    yield "a session that ended", serious(page)
