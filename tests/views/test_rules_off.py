"""停用的规则. Who may open them: test_matrix."""

from __future__ import annotations

import pytest
from django.test import Client

from speeches.checks.registry import BY_ID
from speeches.enums import UserRole
from speeches.models import RuleOff
from tests import factories
from tests.views.filling import fill
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db
RULE = BY_ID["B1"]


@pytest.fixture
def client() -> Client:
    return visitor(role=UserRole.ADMINISTRATOR)


def test_where_none_is_off_it_is_said_what_that_is_for(client: Client) -> None:
    said = words(client.get("/rules-off/"))
    assert "都在 校核规则 里；要停用，也从那里进。 没有停用的规则。 哪一条规则" in said


def test_a_rule_is_off_for_a_reason_until_it_is_on_again(client: Client) -> None:
    assert RULE.why in words(client.get("/rules-off/B1/"))
    assert fill(client, "/rules-off/B1/", reason="本市惯例")["Location"] == "/rules-off/"
    said = words(client.get("/rules-off/"))
    assert said.startswith(f"已停用规则“{RULE.title}”。")
    assert f"{RULE.title} 本市惯例 林知秋，" in said
    assert 'href="/rules/#rule-B1"' in client.get("/rules-off/").content.decode()
    client.post(f"/rules-off/{RuleOff.objects.get().pk}/on/")
    assert words(client.get("/rules-off/")).startswith(f"“{RULE.title}”已重新启用。")
    assert not RuleOff.objects.exists()


def test_a_reason_is_asked_for(client: Client) -> None:
    response = fill(client, "/rules-off/B1/", reason=" ")
    assert (response.status_code, words(response).count("请填写停用原因。")) == (422, 2)


def test_where_another_was_faster_their_reason_stays_and_is_told(client: Client) -> None:
    for _ in range(2):  # of a form that is sent twice nobody hears
        assert fill(client, "/rules-off/B1/", reason="本市惯例").status_code == 303
    response = fill(client, "/rules-off/B1/", reason="另一个原因")
    assert response.status_code == 422
    assert "这条规则林知秋已停用，原因是“本市惯例”，不用再停用。" in words(response)
    assert "另一个原因" in response.content.decode()
    RuleOff.objects.update(by=None)
    response = fill(client, "/rules-off/B1/", reason="另一个原因")
    assert "这条规则已经停用，原因是“本市惯例”，不用再停用。" in words(response)
    assert [row.reason for row in RuleOff.objects.all()] == ["本市惯例"]


def test_others_read_why_and_switch_nothing() -> None:
    factories.rule_off("B1")
    page = visitor(role=UserRole.DRAFTER).get("/rules-off/")
    assert words(page).endswith("停用 由管理员停用和启用规则。")
    assert "重新启用" not in words(page)


def test_a_rule_that_the_checks_lost_is_still_listed_by_its_id(client: Client) -> None:
    row = RuleOff.objects.create(bureau=factories.bureau(), rule="Z9", reason="惯例")
    assert "规则 Z9 惯例 " in words(client.get("/rules-off/"))
    client.post(f"/rules-off/{row.pk}/on/")
    assert words(client.get("/rules-off/")).startswith("“规则 Z9”已重新启用。")
