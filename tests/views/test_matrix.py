"""URL name × role × own or other bureau: every answer of the site against tests/matrix.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from speeches.enums import UserRole
from speeches.models import User
from speeches.urls import urlpatterns
from tests.views.visiting import visitor
from tests.views.world import World, world

Row = Mapping[str, Any]

MATRIX: dict[str, Row] = tomllib.loads(
    (Path(__file__).parents[1] / "matrix.toml").read_text("utf-8")
)
METHODS = ("GET", "POST")
WORDS = {"path", "data", "other", "nobody", *METHODS}
CASES = [(title, method) for title in MATRIX for method in METHODS]
ASKED_FOR_PASSWORD = 302


@pytest.fixture(scope="module")
def made(
    django_db_setup: None,  # noqa: ARG001 - it makes the database
    django_db_blocker: Any,
) -> Iterator[World]:
    """One world for all rows: each test and each answer takes back what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world()
        transaction.set_rollback(True)


def url_name(title: str) -> str:
    """``figure: of another division`` is about the address `figure`."""
    return title.split(":", maxsplit=1)[0]


def expected(row: Row, method: str) -> dict[str, int]:
    """The status for every role; a method that the row does not name is refused."""
    told = row.get(method, 405)
    return told if isinstance(told, dict) else dict.fromkeys(UserRole.values, told)


def answer(person: User | None, row: Row, title: str, method: str, made: World) -> int:
    """The status, with whatever the request changed taken back."""
    path = {name: made.resolve(value, person) for name, value in row.get("path", {}).items()}
    data = {name: made.resolve(value, person) for name, value in row.get("data", {}).items()}
    client = visitor(person) if person else Client()
    ask = client.get if method == "GET" else client.post
    with transaction.atomic():
        status = ask(reverse(url_name(title), kwargs=path), data).status_code
        transaction.set_rollback(True)
    return status


def test_every_address_of_the_site_stands_in_the_matrix_and_no_other() -> None:
    names = [pattern.name for pattern in urlpatterns]
    assert sorted({url_name(title) for title in MATRIX}) == sorted(names)


def test_a_row_of_the_matrix_is_whole() -> None:
    for title, row in MATRIX.items():
        assert set(row) <= WORDS, title
        assert {"GET", "POST"} & set(row), title
        assert all(set(expected(row, method)) == set(UserRole.values) for method in METHODS), title
        named = [str(value) for value in row.get("path", {}).values()]
        of_a_row = any(each.startswith("@") and each != "@me.pk" for each in named)
        assert of_a_row == ("other" in row), f"{title}: say what another bureau is answered"


@pytest.mark.django_db
@pytest.mark.parametrize(("title", "method"), CASES)
def test_each_role_is_answered_as_the_matrix_says(title: str, method: str, made: World) -> None:
    row = MATRIX[title]
    answers = {
        role: answer(person, row, title, method, made) for role, person in made.people.items()
    }
    assert answers == expected(row, method)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "method"),
    [(title, method) for title, method in CASES if "other" in MATRIX[title]],
)
def test_another_bureau_is_answered_as_the_matrix_says(
    title: str, method: str, made: World
) -> None:
    row = MATRIX[title]
    answers = {
        role: answer(person, row, title, method, made) for role, person in made.strangers.items()
    }
    told = row["other"] if method in row else 405
    assert answers == dict.fromkeys(UserRole.values, told)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("title", "method"), [(title, method) for title, method in CASES if method in MATRIX[title]]
)
def test_who_is_not_logged_in_is_asked_to(title: str, method: str, made: World) -> None:
    row = MATRIX[title]
    status = answer(None, row, title, method, made)
    assert status == row.get("nobody", ASKED_FOR_PASSWORD)
