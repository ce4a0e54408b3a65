"""校核规则: the help, made of the rules."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from speeches.checks.registry import RULES
from speeches.enums import UserRole
from speeches.services.checking import switch_off
from tests import factories
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


def test_every_rule_has_its_place_with_wrong_and_right_examples() -> None:
    page = visitor().get("/rules/").content.decode()
    anchors = re.findall(r'id="rule-(\w+)"', page)
    assert sorted(anchors) == sorted(rule.id for rule in RULES)
    assert f"共{len(RULES)}条。" in page
    assert "⟦" not in page
    for part in page.split('class="card-plain rule"')[1:]:
        wrong, right = part.split("<h4>对的例子</h4>")
        assert wrong.count("<li>") >= 3
        assert right.count("<li>") >= 3


def test_what_is_off_says_since_when_and_why() -> None:
    by = factories.user(UserRole.ADMINISTRATOR, name="齐小满")
    switch_off(factories.bureau(), "A1", reason="另有规定", actor=by)
    told = words(visitor().get("/rules/"))
    assert re.search(r"本单位已停用：另有规定（齐小满，\d+年\d+月\d+日）", told)
    assert "本单位停用了1条。" in told
    other = visitor(bureau=factories.bureau("临江市教育局"))
    assert "另有规定" not in words(other.get("/rules/"))


def test_administrators_are_led_to_switch_a_rule_off() -> None:
    switch_off(factories.bureau(), "A1", reason="另有规定", actor=None)
    page = visitor(role=UserRole.ADMINISTRATOR).get("/rules/").content.decode()
    assert '<a class="btn btn-quiet" href="/rules-off/A2/">停用这条规则…</a>' in page
    assert "/rules-off/A1/" not in page
    assert "/rules-off/A2/" not in visitor().get("/rules/").content.decode()


def test_everybody_is_led_to_what_else_the_checks_go_by() -> None:
    page = visitor(role=UserRole.LEADER).get("/rules/").content.decode()
    assert re.findall(r'<a href="(/[a-z-]+/)">([^<]*)</a>', page.split("<main")[1]) == [
        ("/people/", "人员名录"),
        ("/words/", "词表"),
        ("/rules-off/", "停用的规则"),
    ]


def test_the_page_takes_three_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    client = visitor()
    with django_assert_num_queries(3):  # session, user, rules that are off
        client.get("/rules/")
