"""The style sheets of editions: of those that stand. Those of samples: test_editions."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from speeches.services import editions
from speeches.services.editions import edition_of
from speeches.typeset.edition import BUILT_IN, LARGE, STANDARD, Edition
from speeches.views.styles import digest_of, style, style_address
from tests import factories
from tests.views.visiting import final_copy, visitor


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_a_style_is_kept_for_a_year_under_the_key_of_its_content(edition: Edition) -> None:
    response = Client().get(style_address(edition))
    assert response.content.decode() == style(edition)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_its_frames_have_the_size_of_the_paper() -> None:
    assert style(STANDARD).endswith(".sheets { --paper-width: 210mm; --paper-height: 297mm }\n")


@pytest.mark.django_db
def test_an_own_edition_has_a_style_until_it_is_changed() -> None:
    own = factories.page_format(lines=20)
    address = style_address(edition_of(own))
    assert Client().get(address).content.decode() == style(edition_of(own))
    editions.save(own, {"lines": 21}, seen=1, actor=None)
    assert Client().get(address).status_code == 404
    assert Client().get(style_address(edition_of(own))).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "key",
    [
        "0123456789abcdef",
        "standard",
        "standard-",
        "standard-0123456789abcdef",
        f"large-{digest_of(STANDARD)}",
        "own-1-0123456789abcdef",
        "own-99999999999999999999-0123456789abcdef",
    ],
)
def test_an_old_key_is_not_answered_with_the_new_style(key: str) -> None:
    assert Client().get(f"/paper/{key}.css").status_code == 404


@pytest.mark.django_db
def test_all_that_a_page_loads_is_there() -> None:
    page = visitor().get(f"/speeches/{factories.speech().pk}/").content.decode()
    loaded = re.findall(r'<(?:link|script)[^>]* (?:href|src)="([^"]*)"', page)
    own = [address for address in loaded if not address.startswith("/static/")]
    assert own == [style_address(STANDARD)]
    lost = [path for path in loaded if path not in own and not finders.find(path[8:])]
    assert lost == []


@pytest.mark.django_db
def test_desk_and_leaders_pages_are_in_the_default_edition_of_now() -> None:
    final, speech = final_copy(), factories.speech()
    own = factories.page_format(columns=27)
    addresses = [f"/speeches/{speech.pk}/", f"/finals/{final.pk}/"]
    for key, edition in (("large", LARGE), (own.key, edition_of(own)), ("standard", STANDARD)):
        editions.set_default(own.bureau, key)
        shown = [visitor().get(path).content.decode() for path in addresses]
        assert all(f'href="{style_address(edition)}"' in page for page in shown)
