"""Figures: entered, confirmed, doubted again when they change, and deleted."""

from typing import Any

import pytest

from speeches.models import Figure, Speech, User
from speeches.services import ledger, saving
from speeches.services.refusals import Conflict
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return factories.user()


@pytest.fixture
def figure(reviewer: User) -> Figure:
    return factories.figure(factories.speech(), confirmed_by=reviewer)


def held(figure: Figure) -> dict[str, Any]:
    columns = ("value", "unit", "version", "confirmed_by")
    return Figure.objects.filter(pk=figure.pk).values(*columns).get()


def revision(figure: Figure) -> int:
    return Speech.objects.get(pk=figure.speech_id).revision


def test_a_figure_is_entered_unconfirmed_and_confirmed_by_someone(reviewer: User) -> None:
    figure = factories.figure(factories.speech())
    assert held(figure)["confirmed_by"] is None
    assert ledger.confirm(figure, seen=1, actor=reviewer)
    assert held(figure) == {
        "value": "1200",
        "unit": "个",
        "version": 1,
        "confirmed_by": reviewer.pk,
    }
    assert (figure.confirmed_by, revision(figure)) == (reviewer, 3)


@pytest.mark.parametrize("changes", [{"value": "1300"}, {"unit": "名"}])
def test_another_value_or_unit_is_not_confirmed(figure: Figure, changes: dict[str, str]) -> None:
    saving.save(figure, changes, seen=1, actor=None)
    assert held(figure)["confirmed_by"] is None
    assert (figure.confirmed_by, figure.confirmed_at) == (None, None)


def test_another_name_stays_confirmed(figure: Figure, reviewer: User) -> None:
    saving.save(figure, {"name": "新增公办学位"}, seen=1, actor=None)
    assert held(figure)["confirmed_by"] == reviewer.pk


def test_a_value_is_changed_and_confirmed_in_one_act(figure: Figure) -> None:
    before = revision(figure)
    other = factories.user()
    ledger.confirm(figure, {"value": "1300"}, seen=1, actor=other)
    assert held(figure) == {"value": "1300", "unit": "个", "version": 2, "confirmed_by": other.pk}
    assert revision(figure) == before + 1


def test_what_is_confirmed_already_stays_as_it_is(figure: Figure, reviewer: User) -> None:
    before = revision(figure)
    assert not ledger.confirm(figure, seen=1, actor=factories.user())
    assert (held(figure)["confirmed_by"], revision(figure)) == (reviewer.pk, before)


def test_nobody_confirms_a_value_they_have_not_seen(figure: Figure, reviewer: User) -> None:
    saving.save(figure, {"value": "1300"}, seen=1, actor=None)
    with pytest.raises(Conflict) as stale:
        ledger.confirm(figure, seen=1, actor=reviewer)
    assert (stale.value.version, held(figure)["confirmed_by"]) == (2, None)


def test_a_deleted_figure_frees_its_name_and_is_deleted_once(figure: Figure) -> None:
    remover = factories.user()
    ledger.delete_figure(figure, actor=remover)
    before = revision(figure)
    ledger.delete_figure(figure, actor=None)
    figure.refresh_from_db()
    assert (figure.deleted_by, revision(figure)) == (remover, before)
    again = factories.figure(figure.speech, figure.name)
    assert list(Figure.objects.standing()) == [again]
