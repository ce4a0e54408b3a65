"""词表. Who may open them: test_matrix."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.checks.words import List, ours
from speeches.enums import UserRole, WordList
from speeches.models import Word
from tests import factories
from tests.views.filling import fields, fill
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db
MISSPELLINGS = "/words/misspellings/"


@pytest.fixture
def client() -> Client:
    return visitor(role=UserRole.ADMINISTRATOR)


def test_the_lists_begin_with_the_first(client: Client) -> None:
    assert client.get("/words/")["Location"] == MISSPELLINGS


@pytest.mark.parametrize("name", WordList.values)
def test_a_list_shows_ours_with_their_sources_and_how_many_they_are(
    name: str, client: Client
) -> None:
    shipped = ours().of(List(name))
    said = words(client.get(f"/words/{name}/"))
    assert (f"稿台自带的（{len(shipped)}）" in said) == bool(shipped)
    assert all(f"{each.term}" in said and each.source in said for each in shipped)


def test_what_is_looked_for_is_found_among_all(client: Client) -> None:
    entry = ours().of(List.MISSPELLINGS)[0]
    factories.word("学位数字", "misspellings", right=entry.right + "数")
    said = words(client.get(MISSPELLINGS, {"q": f" {entry.right} "}))
    assert f"清河市教育局加的（1） 学位数字 → 应为 {entry.right}数" in said
    assert f"{entry.term} → 应为 {entry.right}" in said
    assert words(client.get(MISSPELLINGS, {"q": "没有这个"})).count("没有含“没有这个”的词语。") == 2


def test_others_read_the_lists_and_change_nothing() -> None:
    factories.word("云程计划")
    page = visitor(role=UserRole.LEADER).get("/words/banned/")
    assert "云程计划 本单位" in words(page)
    assert "<h3" not in page.content.decode()
    assert 'method="post"' not in page.content.decode().split("<main", 1)[1]


def test_a_word_is_added_with_who_added_it(client: Client) -> None:
    told = {"term": " 学位 数字", "right": "学位数", "source": "本单位2026年3月定"}
    response = fill(client, MISSPELLINGS, **told)
    assert (response.status_code, response["Location"]) == (303, MISSPELLINGS)
    said = words(client.get(MISSPELLINGS))
    assert "学位数字 → 应为 学位数 本单位2026年3月定 · 林知秋添加" in said


@pytest.mark.parametrize(
    ("name", "has_right"), [("documents", False), ("banned", True), ("misspellings", True)]
)
def test_the_right_form_is_asked_for_where_a_list_has_one(
    name: str, has_right: bool, client: Client
) -> None:
    assert ("right" in fields(client.get(f"/words/{name}/"))) == has_right


@pytest.mark.parametrize(
    ("name", "typed", "term"),
    [
        ("documents", "《校园安全管理办法》", "校园安全管理办法"),
        ("set_phrases", "“五项管理”", "五项管理"),
        ("set_phrases", '"五项管理"', "五项管理"),
        ("banned", "落实《云程办法》", "落实《云程办法》"),
    ],
)
def test_a_name_is_entered_without_the_marks_around_it(
    name: str, typed: str, term: str, client: Client
) -> None:
    fill(client, f"/words/{name}/", term=typed)
    assert Word.objects.get().term == term


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"term": ""}, "请填写错误写法。"),
        ({"right": ""}, "请填写正确写法。"),
        ({"source": ""}, "请填写依据。"),
        ({"term": "学"}, "“易错词”里的“学”应有2到40个字。"),
        ({"term": "学位数"}, "“易错词”里的“学位数”与正确写法相同，请改正其中一个。"),
        ({"term": "学位总字"}, "这张词表里已有这个词语。"),
    ],
)
def test_what_cannot_be_a_word_is_said_at_its_field_and_on_top(
    changes: dict[str, str], said: str, client: Client
) -> None:
    factories.word("学位总字", "misspellings", right="学位总数")
    row = factories.word("学位树", "misspellings", right="学位数量")
    told = {"term": "学位数字", "right": "学位数", "source": "本单位"} | changes
    for path in (MISSPELLINGS, f"/words/own/{row.pk}/"):
        response = fill(client, path, **told)
        assert (response.status_code, words(response).count(said)) == (422, 2)
    assert [each.term for each in Word.objects.all()] == ["学位总字", "学位树"]


def test_a_word_is_changed_and_deleted(client: Client) -> None:
    row = factories.word("云程计划")
    assert fill(client, f"/words/own/{row.pk}/", term="云程工程")["Location"] == "/words/banned/"
    assert Word.objects.get().term == "云程工程"
    client.post(f"/words/own/{row.pk}/delete/")
    said = words(client.get("/words/banned/"))
    assert "已从本单位的敏感词里删除“云程工程”。" in said


@pytest.mark.parametrize("count", [1, 30])
def test_a_list_takes_as_many_queries_for_thirty_words_as_for_one(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.word(f"第{number}号工程", actor=factories.user())
    with django_assert_num_queries(4):  # session, user, bureau, words
        client.get("/words/banned/")
