"""Figures: entered, confirmed, doubted again when they change, and deleted."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from speeches.models import Figure, Speech, User
from speeches.services import ledger, outlining, saving
from speeches.services.refusals import Conflict, StillQuoted
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
    ledger.change_figure(figure, {"name": "新增公办学位"}, seen=1, actor=None)
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


def test_the_same_value_saved_again_is_no_change(figure: Figure, reviewer: User) -> None:
    before = revision(figure)
    same = {"name": figure.name, "value": "1200", "unit": "个"}
    assert not ledger.change_figure(figure, same, seen=1, actor=factories.user())
    assert not ledger.confirm(figure, same, seen=1, actor=factories.user())
    assert (held(figure)["confirmed_by"], revision(figure)) == (reviewer.pk, before)


def test_a_figure_is_renamed_and_confirmed_in_one_act() -> None:
    speech = factories.speech(opening="{投资}")
    figure = factories.figure(speech, "投资")
    ledger.confirm(figure, {"name": "总投资", "value": "3"}, seen=1, actor=factories.user())
    figure.refresh_from_db()
    assert (figure.name, figure.value, bool(figure.confirmed_at)) == ("总投资", "3", True)
    assert Speech.objects.get().opening == "{总投资}"


@pytest.mark.parametrize("changes", [{}, {"value": ""}, {"value": "　 "}])
def test_a_figure_without_a_value_cannot_be_confirmed(changes: dict[str, str]) -> None:
    figure = factories.figure(factories.speech(), value="" if not changes else "3")
    before = revision(figure)
    with pytest.raises(ValidationError) as refused:
        ledger.confirm(figure, changes, seen=1, actor=factories.user())
    assert refused.value.message_dict == {"value": ["请先填数值，再确认。"]}
    assert (held(figure)["confirmed_by"], revision(figure)) == (None, before)


@pytest.mark.parametrize("value", ["1,680", "1.68", "１６８０", "近两成", "-3%", "3:1", "{甲}"])
def test_a_value_is_kept_as_it_is_typed(value: str) -> None:
    assert held(factories.figure(factories.speech(), value=value))["value"] == value


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


def test_a_figure_that_the_speech_quotes_stays() -> None:
    speech = factories.speech(opening="新增{学位}")
    part = factories.node(speech, "成绩", body="{ 学 位 }")
    figure = factories.figure(speech, "学位")
    before = revision(figure)
    with pytest.raises(StillQuoted) as refused:
        ledger.delete_figure(figure, actor=None)
    assert str(refused.value) == "“学位”还在用，没有删除。用到它的地方：开场；成绩。"
    saving.save(speech, {"opening": ""}, seen=1, actor=None)
    saving.save(part, {"body": "{{学位}"}, seen=1, actor=None)
    assert revision(figure) == before + 2
    ledger.delete_figure(figure, actor=None)
    assert not Figure.objects.standing().exists()


def test_what_only_the_bin_quotes_can_be_deleted() -> None:
    speech = factories.speech()
    outlining.delete_node(factories.node(speech, "成绩", body="{学位}"), actor=None)
    ledger.delete_figure(factories.figure(speech, "学位"), actor=None)
    assert not Figure.objects.standing().exists()
