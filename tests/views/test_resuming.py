"""Nothing typed is lost: the session that ended, the token that expired, the other person."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from speeches.enums import UserRole
from speeches.models import Import, Meeting
from tests import factories
from tests.views.filling import fields
from tests.views.outlines import address, category
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db
NEW = "/meetings/new/"
LONG = "总结上半年工作，\n部署下半年任务。"


def typed(client: Client) -> dict[str, str]:
    return fields(client.get(NEW)) | {"name": "年中会", "purpose": LONG}


def test_after_logging_in_again_the_same_person_goes_on_saving() -> None:
    client = visitor(username="qicao")
    sent = typed(client)
    client.logout()
    kept = client.post(NEW, sent)
    assert kept.status_code == 403
    assert "林知秋的密码 用户名 qicao。" in words(kept)
    assert words(kept).endswith("名称 年中会 会议目的 总结上半年工作， 部署下半年任务。")
    again = client.post("/resume/", fields(kept) | {"password": factories.PASSWORD})
    assert again.status_code == 200
    assert f'<form method="post" action="{NEW}" data-sends-itself>' in again.content.decode()
    assert client.post(NEW, fields(again)).status_code == 303
    row = Meeting.objects.get()
    assert (row.name, row.purpose) == ("年中会", LONG)


def test_only_what_was_typed_is_shown_and_all_else_kept() -> None:
    node, client = category("甲", body="正文的话。"), visitor()
    sent = fields(client.get(address(node)), address(node))
    sent |= {"rows-1-body": "乙", "heading": "GDP", "rows-1-order": "2", "旧栏": "旧话"}
    client.logout()
    kept = client.post(address(node), sent)
    told = words(kept).partition("您填的文字 ")[2]
    assert told == "标题 GDP 正文 正文的话。 第一条 甲 第二条 乙 旧话"
    names = {name for name, _ in json.loads(fields(kept)["kept"])}
    assert names == sent.keys() - {"csrfmiddlewaretoken", "author"}


def test_what_was_chosen_is_kept_and_not_shown_among_the_words() -> None:
    own, client = factories.page_format(), visitor(role=UserRole.ADMINISTRATOR)
    address = f"/editions/{own.pk}/"
    sent = fields(client.get(address))
    client.logout()
    kept = client.post(address, sent)
    assert sent["number_form"] == "— {} —"
    assert words(kept).partition("您填的文字 ")[2] == "名称 窄边版"
    assert ["number_form", "— {} —"] in json.loads(fields(kept)["kept"])


def test_a_file_is_not_kept_and_that_is_told() -> None:
    client, new = visitor(), f"/meetings/{factories.meeting().pk}/import/"
    sent = fields(client.get(new)) | {"text": ""}
    client.logout()
    kept = client.post(new, sent | {"file": SimpleUploadedFile("旧稿.txt", b"text")})
    told = "选的文件没有留下，登录后请再选一次；"
    assert told in words(kept)
    assert told not in words(client.post(new, sent | {"file": ""}))


def test_a_long_text_that_was_pasted_outlives_the_session() -> None:
    client, new = visitor(), f"/meetings/{factories.meeting().pk}/import/"
    text = "总结上半年工作，\n" * 11_000
    sent = fields(client.get(new)) | {"text": text}
    client.logout()
    kept = client.post(new, sent)
    again = client.post("/resume/", fields(kept) | {"password": factories.PASSWORD})
    assert client.post(new, fields(again)).status_code == 303
    assert Import.objects.get().text == text


def test_a_wrong_password_loses_nothing() -> None:
    client = visitor()
    sent = typed(client)
    client.logout()
    for _ in range(2):
        kept = client.post("/resume/" if "kept" in sent else NEW, sent | {"password": "wrong"})
        assert kept.status_code == 403
        sent = fields(kept)
    assert "密码不对，请再试一次。文字还在这一页。" in words(kept)
    assert "<title>错误：" in kept.content.decode()
    assert LONG in kept.content.decode()


def test_another_person_s_login_never_sends_it() -> None:
    sent = typed(visitor(name="林知秋"))
    other = visitor(name="周宁")
    for path, form in ((NEW, sent), ("/resume/", sent | {"to": NEW, "kept": '[["name", "年"]]'})):
        response = other.post(path, form)
        assert response.status_code == 403
        assert "这份文字是林知秋填的，现在登录的是周宁，所以没有保存。" in words(response)
        assert "data-sends-itself" not in response.content.decode()
    assert not Meeting.objects.exists()


def test_a_text_whose_author_nobody_signed_for_is_shown_to_be_copied() -> None:
    for client in (visitor(), Client()):
        response = client.post(NEW, {"author": "forged", "purpose": LONG})
        assert response.status_code == 403
        assert "这份文字不知道是谁填的" in words(response)
        assert LONG in response.content.decode()


def test_an_expired_token_keeps_the_text_and_its_author_goes_on_with_one_click() -> None:
    user = factories.user()
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    sent = typed(client) | {"csrfmiddlewaretoken": "x" * 64}
    kept = client.post(NEW, sent)
    assert kept.status_code == 200
    assert client.post(NEW, fields(kept)).status_code == 303
    assert Meeting.objects.get().purpose == LONG


def test_an_expired_token_on_the_way_back_keeps_the_text_too() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.user())
    sent = typed(client)
    client.logout()
    kept = fields(client.post(NEW, sent))
    password = {"password": factories.PASSWORD}
    again = client.post("/resume/", kept | password | {"csrfmiddlewaretoken": "x" * 64})
    assert (again.status_code, fields(again)["kept"]) == (403, kept["kept"])
    last = client.post("/resume/", fields(again) | password)
    assert client.post(NEW, fields(last)).status_code == 303


def test_passwords_are_not_written_into_a_page() -> None:
    client = visitor()
    sent = typed(client) | {"old_password": "secret-1", "new_password1": "secret-2"}
    client.logout()
    page = client.post(NEW, sent).content.decode()
    assert "secret" not in page


@pytest.mark.parametrize(
    ("to", "kept"),
    [("https://evil.example/", "[]"), ("//evil.example/", "[]"), ("", "[]"), ("/\\evil", "[]")],
)
def test_the_way_back_leads_to_this_site_only(to: str, kept: str) -> None:
    client = visitor()
    author = typed(client)["author"]
    response = client.post("/resume/", {"author": author, "to": to, "kept": kept})
    assert response.status_code == 403
    assert "evil" not in response.content.decode().split("<main")[1]


@pytest.mark.parametrize("kept", ["", "{", "7", "[1]", '[["a"]]', "null"])
def test_what_is_kept_may_be_broken_and_then_there_is_nothing(kept: str) -> None:
    client = visitor()
    author = typed(client)["author"]
    response = client.post("/resume/", {"author": author, "to": NEW, "kept": kept})
    assert response.status_code == 200
    assert fields(response).keys() == {"csrfmiddlewaretoken", "author"}


def test_an_account_that_was_closed_meanwhile_sends_nothing() -> None:
    user = factories.user()
    client = visitor(user)
    sent = typed(client)
    type(user).objects.update(is_active=False)
    response = client.post(NEW, sent)
    assert response.status_code == 403
    assert LONG in response.content.decode()


def test_the_way_back_is_a_post() -> None:
    assert visitor().get("/resume/").status_code == 405
