"""The style sheet of the edition, and what the pages link to."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from speeches.views.paper import style, style_key
from tests import factories
from tests.views.visiting import visitor


def test_the_edition_s_style_is_kept_for_a_year_under_the_key_of_its_content() -> None:
    response = Client().get(f"/paper/{style_key()}.css")
    assert response.content.decode() == style()
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_its_frames_have_the_size_of_the_paper() -> None:
    assert style().endswith(".sheets { --paper-width: 210mm; --paper-height: 297mm }\n")


@pytest.mark.django_db
def test_an_old_key_is_not_answered_with_the_new_style() -> None:
    assert Client().get("/paper/0123456789abcdef.css").status_code == 404


@pytest.mark.django_db
def test_all_that_a_page_loads_is_there() -> None:
    page = visitor().get(f"/speeches/{factories.speech().pk}/").content.decode()
    loaded = re.findall(r'<(?:link|script)[^>]* (?:href|src)="([^"]*)"', page)
    own = [address for address in loaded if not address.startswith("/static/")]
    assert own == [f"/paper/{style_key()}.css"]
    lost = [path for path in loaded if path not in own and not finders.find(path[8:])]
    assert lost == []
