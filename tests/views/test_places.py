"""Where something stands that is to be settled."""

from __future__ import annotations

import pytest

from speeches.enums import UserRole
from speeches.models import Speech, User
from speeches.services.copies import current_copy
from speeches.services.finalising import mark_final
from speeches.typeset.edition import STANDARD
from speeches.views.places import Place, open_places
from tests import factories

pytestmark = pytest.mark.django_db

UNKNOWN = "没有这项内容"


def places(user: User, speech: Speech) -> list[Place]:
    return open_places(user, speech, current_copy(speech).pages(STANDARD))


def test_a_writer_is_led_to_the_form_that_holds_the_text() -> None:
    fields = ("title", "salutation", "opening", "closing")
    speech = factories.speech(**{field: f"甲{{{field}}}" for field in fields})
    node = factories.node(factories.node(speech, "成绩"), "要点", tail="{尾}")
    found = places(factories.user(), speech)
    assert [(place.words, place.note, place.address, place.figure) for place in found] == [
        ("{title}", UNKNOWN, f"/speeches/{speech.pk}/title/", ""),
        ("{salutation}", UNKNOWN, f"/speeches/{speech.pk}/title/", ""),
        ("{opening}", UNKNOWN, f"/speeches/{speech.pk}/opening/", ""),
        ("{尾}", UNKNOWN, f"/nodes/{node.pk}/", ""),
        ("{closing}", UNKNOWN, f"/speeches/{speech.pk}/closing/", ""),
    ]


def test_a_figure_that_is_missing_or_doubtful_can_be_opened() -> None:
    speech = factories.speech(opening="{资金}、{学位}")
    empty = factories.figure(speech, "资金", value="")
    doubtful = factories.figure(speech, "学位")
    assert [(place.words, place.figure) for place in places(factories.user(), speech)] == [
        ("资金", f"/figures/{empty.pk}/"),
        ("学位 1200个", f"/figures/{doubtful.pk}/"),
    ]


def test_a_reader_is_led_to_the_page() -> None:
    speech = factories.speech(opening="一" * 28 * 30, closing="{无}")
    reviewer = factories.user(UserRole.REVIEWER)
    (place,) = places(reviewer, speech)
    assert place.address == f"/speeches/{speech.pk}/#page-2"


def test_a_mark_in_a_heading_that_a_lead_names_stands_in_both() -> None:
    speech = factories.speech()
    part = factories.node(speech, "工程", body="实施{要点}。", kind="priorities")
    point = factories.node(part, "{数}工程", body="正文")
    addresses = [place.address for place in places(factories.user(), speech)]
    assert addresses == [f"/nodes/{point.pk}/", f"/nodes/{point.pk}/"]


def test_nothing_is_open_in_a_final_copy() -> None:
    speech = factories.speech()
    mark_final(speech, actor=None)
    speech.refresh_from_db()
    assert places(factories.user(), speech) == []
