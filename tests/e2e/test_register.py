"""人员名录 and 词表 in the browser: a list pasted and added, one deleted by two quick clicks."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from speeches.enums import UserRole
from speeches.models import Person, Word
from tests import factories
from tests.e2e.conftest import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
TABLE = (
    "序号\t姓　名\t职　务\t任职时间\n1\t程敬川\t市教育局局长\t2021.03\n2\t林　远\t副局长\t\n以上2人"
)


def names() -> list[str]:
    return [each.name for each in Person.objects.all()]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_table_is_pasted_looked_at_and_added(begin: Any, script: bool) -> None:
    keeper = factories.user(role=UserRole.ADMINISTRATOR)
    page = begin(PHONE, java_script_enabled=script).enter(keeper).open("/people/import/")
    page.get_by_label("名单").fill(TABLE)
    page.get_by_role("button", name="看看认得对不对").click()
    expect(page.locator("ol.understood li")).to_have_text(
        [re.compile(r"程敬川\s+市教育局局长 ·\s+2021年3月1日起"), re.compile(r"林远\s+副局长")]
    )
    expect(page.locator("ul.understood li")).to_have_count(2)
    assert names() == []
    page.get_by_role("button", name="把这2人加进名录").click()
    page.wait_for_url("**/people/")
    assert names() == ["程敬川", "林远"]


def test_two_quick_clicks_delete_one_and_lead_back_to_the_list(begin: Any) -> None:
    for name in ("程敬川", "林远"):
        factories.person(name)
    page = begin().enter(factories.user(role=UserRole.ADMINISTRATOR)).open("/people/")
    page.get_by_role("button", name=re.compile("删除.*程敬川")).dblclick()
    expect(page.locator(".told")).to_have_text("已从名录里删除“程敬川（局长）”。")
    assert names() == ["林远"]


def test_a_word_half_typed_is_not_lost_by_deleting_another(begin: Any) -> None:
    factories.word("云程计划")
    page = begin().enter(factories.user(role=UserRole.ADMINISTRATOR)).open("/words/banned/")
    page.get_by_label("不能出现的词语").fill("云程工程")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name=re.compile("删除.*云程计划")).click()
    expect(page.get_by_label("不能出现的词语")).to_have_value("云程工程")
    assert Word.objects.count() == 1
    page.get_by_label("不能出现的词语").fill("")
    page.get_by_role("button", name=re.compile("删除.*云程计划")).dblclick()
    expect(page.locator(".told")).to_have_text("已从本单位的敏感词里删除“云程计划”。")
