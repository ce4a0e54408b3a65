"""How fast people speak."""

from __future__ import annotations

import pytest

from speeches.enums import UserRole
from speeches.services.speaking import pace_of, paces
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("speaker", "pace"), [("程立言", 180), (" 程立言 ", 180), ("周宁", 200), ("", 200)]
)
def test_a_leader_s_own_pace_counts_and_200_for_everybody_else(speaker: str, pace: int) -> None:
    factories.user(UserRole.LEADER, name="程立言", pace=180)
    factories.user(UserRole.LEADER, name="", pace=100)
    factories.user(UserRole.DRAFTER, name="周宁", pace=100)
    assert pace_of(factories.speech(speaker=speaker)) == pace


def test_paces_are_those_of_one_bureau_and_of_namesakes_the_first() -> None:
    for pace in (180, 240):
        factories.user(UserRole.LEADER, name="程立言", pace=pace)
    other = factories.bureau("临江市教育局")
    factories.user(UserRole.LEADER, name="程立言", pace=90, bureau=other)
    assert paces(factories.bureau().pk) == {"程立言": 180}
