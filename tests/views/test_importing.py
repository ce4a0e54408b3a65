"""导入旧稿: pasted or uploaded, its original read, and given up again."""

from __future__ import annotations

import re

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from speeches.enums import UserRole
from speeches.models import Import, Meeting
from speeches.services import importing, originals
from tests import factories
from tests.importing.making_docx import docx
from tests.views.filling import fields, fill
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
TABLE = f"<w:tbl><w:tr><w:tc>{PARAGRAPH.format('<甲>'.replace('<', '&lt;'))}</w:tc></w:tr></w:tbl>"
OLD_FILE = (
    "这是旧版 Office 或 WPS 的文件（.doc、.wps 等），请另存为 docx 再导入，或把文字复制后粘贴。"
)
NEITHER = "请粘贴旧稿的文字，或者选一个文件。"


@pytest.fixture
def client() -> Client:
    return visitor()


@pytest.fixture
def meeting() -> Meeting:
    return factories.meeting(name="年中会")


def new_at(meeting: Meeting) -> str:
    return f"/meetings/{meeting.pk}/import/"


def original_of(row: Import) -> str:
    return f"/imports/{row.pk}/original/"


def file(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def troubles(response: HttpResponse) -> list[str]:
    """What the summary on top says."""
    return re.findall(r'<a href="(#id_\w+">[^<]*)</a>', response.content.decode())


# --- In --------------------------------------------------------------------------------------


def test_a_pasted_text_leads_to_the_page_that_confirms_it(client: Client, meeting: Meeting) -> None:
    response = fill(client, new_at(meeting), text=factories.OLD_SPEECH)
    row = Import.objects.get()
    assert (response.status_code, response["Location"]) == (303, f"/imports/{row.pk}/")
    assert (row.meeting, row.text, row.kind) == (meeting, factories.OLD_SPEECH, "pasted")
    assert "已读入，原文已存好。" in words(client.get(response["Location"]))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("旧稿.txt", "在会上的讲话".encode("gb18030"), "txt"),
        ("旧稿.docx", docx(PARAGRAPH.format("在会上的讲话")), "docx"),
    ],
)
def test_a_file_is_uploaded(
    name: str, content: bytes, kind: str, client: Client, meeting: Meeting
) -> None:
    assert 'enctype="multipart/form-data"' in client.get(new_at(meeting)).content.decode()
    assert fill(client, new_at(meeting), file=file(name, content)).status_code == 303
    row = Import.objects.get()
    assert (row.text, row.kind, row.shown_name) == ("在会上的讲话", kind, name)
    with storages["originals"].open(row.original) as kept:
        assert kept.read() == content


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, f'#id_text">{NEITHER}'),
        ({"text": " \u3000"}, f'#id_text">{NEITHER}'),
        (
            {"text": "同志们", "file": file("a.txt", b"text")},
            '#id_file">文字和文件只能选一样。要导入文件，请清空上面的文字，再选一次文件。',
        ),
        ({"file": file("a.txt", b"")}, '#id_file">里面没有文字，没有导入。'),
        ({"file": file("a.docx", b"")}, '#id_file">文件是空的，请另选一个文件。'),
        (
            {"file": file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")},
            f'#id_file">{OLD_FILE}',
        ),
        (
            {"file": file("a.txt", b"x" * (20 * 2**20 + 1))},
            '#id_file">文件超过 20 MB，请去掉图片后另存，或把文字复制后粘贴。',
        ),
        ({"text": "字" * 200_001}, '#id_text">旧稿有200,001字，最多200,000字，请分开导入。'),
    ],
    ids=range(8),
)
def test_what_cannot_be_taken_in_is_said_at_its_field_and_the_text_is_kept(
    sent: dict[str, object], told: str, client: Client, meeting: Meeting
) -> None:
    response = fill(client, new_at(meeting), **sent)
    assert (response.status_code, troubles(response)) == (422, [told])
    assert fields(response)["text"].strip() == str(sent.get("text", "")).strip()
    assert "<title>错误：导入旧稿" in response.content.decode()
    assert not Import.objects.exists()


def test_a_text_of_a_whole_speech_is_taken_with_whatever_is_in_it(
    client: Client, meeting: Meeting
) -> None:
    text = "在会上的讲话🎉\0\n" + "今天开会，部署工作。\n" * 5000
    assert fill(client, new_at(meeting), text=text).status_code == 303


def test_pressed_twice_it_is_taken_in_once(client: Client, meeting: Meeting) -> None:
    sent = fields(client.get(new_at(meeting))) | {"text": "在会上的讲话"}
    assert len({client.post(new_at(meeting), sent)["Location"] for _ in range(2)}) == 1
    assert Import.objects.count() == 1


def test_another_text_sent_with_the_same_form_is_taken_in_too(
    client: Client, meeting: Meeting
) -> None:
    sent = fields(client.get(new_at(meeting)))
    texts = ["在会上的讲话", "在另一次会上的讲话", "在会上的讲话"]
    led_to = [client.post(new_at(meeting), sent | {"text": text})["Location"] for text in texts]
    assert led_to[0] == led_to[2] != led_to[1]
    assert {row.text for row in Import.objects.all()} == set(texts)


def test_a_form_without_its_key_takes_nothing_in(client: Client, meeting: Meeting) -> None:
    assert client.post(new_at(meeting), {"text": "在会上的讲话"}).status_code == 422
    assert not Import.objects.exists()


def test_where_the_original_cannot_be_kept_nothing_is_taken_in(
    client: Client, meeting: Meeting, settings: Settings
) -> None:
    settings.STORAGES = settings.STORAGES | {"originals": {"BACKEND": "no.such.Storage"}}
    response = fill(client, new_at(meeting), text="在会上的讲话")
    assert response.status_code == 422
    assert "现在存不下旧稿的原文，没有导入。" in words(response)
    assert fields(response)["text"] == "在会上的讲话"


def test_what_was_pasted_outlives_the_session(client: Client, meeting: Meeting) -> None:
    sent = fields(client.get(new_at(meeting))) | {"text": "在会上的讲话"}
    page = words(Client().post(new_at(meeting), sent))
    assert "您填的文字 旧稿 在会上的讲话" in page


# --- The original ----------------------------------------------------------------------------


def test_the_original_is_shown_as_text_never_as_markup(client: Client) -> None:
    row = factories.imported("在会上的讲话<script>alert(1)</script>\n\n同志们：")
    response = client.get(original_of(row))
    page = response.content.decode()
    assert "<script>" not in page
    assert re.findall(r"<li>(.*)</li>", page) == [
        "在会上的讲话&lt;script&gt;alert(1)&lt;/script&gt;", "", "同志们：",
    ]  # fmt: skip


def test_what_a_word_file_left_out_is_listed(client: Client, meeting: Meeting) -> None:
    content = docx(PARAGRAPH.format("同志们：") + TABLE)
    fill(client, new_at(meeting), file=file("a.docx", content))
    page = words(client.get(original_of(Import.objects.get())))
    assert page.endswith("没有读进来的 第1行 · 表格没有带入 <甲>")


@pytest.mark.parametrize(
    ("text", "shown_name", "name"),
    [
        ("在年中会上的讲话\n同志们", "在年中会上的讲话", "在年中会上的讲话.txt"),
        ("/\n同志们", "/", "_.txt"),
        ("...\n同志们", "...", "导入的原文.txt"),
    ],
)
def test_the_very_file_is_handed_out_as_an_attachment(
    text: str, shown_name: str, name: str, client: Client
) -> None:
    row = factories.imported(text)
    response = client.get(f"/imports/{row.pk}/file/")
    assert (str(row), response.getvalue()) == (shown_name, text.encode())
    assert response.filename == name
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_keeps_its_name(client: Client, meeting: Meeting) -> None:
    fill(client, new_at(meeting), file=file("<b>旧稿.html", "在会上的讲话".encode()))
    response = client.get(f"/imports/{Import.objects.get().pk}/file/")
    assert (response.filename, response["Content-Type"]) == (
        "_b_旧稿.html", "application/octet-stream",
    )  # fmt: skip


def test_a_file_that_is_lost_is_said_to_be(client: Client) -> None:
    row = factories.imported()
    originals.remove(row.original)
    response = client.get(f"/imports/{row.pk}/file/")
    assert response.status_code == 503
    assert "原来的文件现在读不到" in words(response)


def test_the_desk_leads_to_the_original_and_that_back_to_the_desk() -> None:
    row = factories.imported()
    importing.save_speech(row, actor=None, seen=1)
    for role in (UserRole.DRAFTER, UserRole.REVIEWER):
        client = visitor(role=role)
        assert original_of(row) in client.get(f"/speeches/{row.speech_id}/").content.decode()
        page = client.get(original_of(row)).content.decode()
        assert f'<a href="/speeches/{row.speech_id}/">‹ ' in page
    other = factories.speech()
    assert "导入的原文" not in words(visitor().get(f"/speeches/{other.pk}/"))


def test_before_it_is_a_speech_the_way_back_is_where_one_may_go() -> None:
    row = factories.imported()
    backs = {
        role: re.findall(r'class="crumbs"><a href="([^"]*)', page.content.decode())
        for role in (UserRole.DRAFTER, UserRole.REVIEWER)
        for page in [visitor(role=role).get(original_of(row))]
    }
    assert backs == {
        UserRole.DRAFTER: [f"/imports/{row.pk}/"],
        UserRole.REVIEWER: [f"/meetings/{row.meeting_id}/"],
    }


# --- Given up --------------------------------------------------------------------------------


def test_it_is_given_up_after_a_question(client: Client) -> None:
    row = factories.imported()
    path = f"/imports/{row.pk}/drop/"
    assert "删除后，原文和已经核对的结构都不再保留" in words(client.get(path))
    response = fill(client, path)
    assert (response.status_code, response["Location"]) == (303, f"/meetings/{row.meeting_id}/")
    assert f"已删除导入的“{row}”。" in words(client.get(response["Location"]))
    assert client.get(path).status_code == 404


def test_what_is_a_speech_is_not_given_up(client: Client) -> None:
    row = factories.imported()
    importing.save_speech(row, actor=None, seen=1)
    page = client.get(f"/imports/{row.pk}/drop/")
    assert "原文随讲话稿保留，不能删除。 打开讲话稿" in words(page)
    assert "还没有存成讲话稿" not in words(page)
    response = client.post(f"/imports/{row.pk}/drop/")
    assert response.status_code == 409
    assert "原文随讲话稿保留，不能删除。" in words(response)


# --- The ways to it --------------------------------------------------------------------------


def test_one_that_is_not_finished_is_taken_up_from_its_meeting(client: Client) -> None:
    row, done = factories.imported(), factories.imported("另一篇")
    importing.save_speech(done, actor=None, seen=1)
    page = client.get(f"/meetings/{row.meeting_id}/").content.decode()
    assert [page.count(f"/imports/{one.pk}/") for one in (row, done)] == [2, 0]
    reviewer = visitor(role=UserRole.REVIEWER).get(f"/meetings/{row.meeting_id}/")
    assert "导入了还没有保存的" not in words(reviewer)


def test_meeting_new_speech_and_home_lead_to_it(client: Client) -> None:
    assert "/meetings/new/?import" in client.get("/").content.decode()
    meeting = factories.meeting()
    for path in (f"/meetings/{meeting.pk}/", f"/meetings/{meeting.pk}/speech/"):
        assert new_at(meeting) in client.get(path).content.decode()


def test_without_a_meeting_one_is_made_on_the_way(client: Client) -> None:
    page = client.get("/meetings/new/?import")
    assert "旧稿要归到一次会议下。" in words(page)
    response = fill(client, "/meetings/new/?import", name="年中会")
    assert response["Location"] == new_at(Meeting.objects.get())


@pytest.mark.parametrize("count", [1, 30])
def test_the_meeting_takes_as_many_queries_for_thirty_imports_as_for_one(
    count: int, client: Client, meeting: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(count):
        factories.imported(meeting=meeting, actor=factories.user())
    with django_assert_num_queries(5):  # session, user, meeting, speeches, imports
        client.get(f"/meetings/{meeting.pk}/")


@pytest.mark.parametrize("role", UserRole)
def test_nobody_of_another_bureau_finds_it(role: str) -> None:
    row = factories.imported()
    for path in (original_of(row), f"/imports/{row.pk}/file/", f"/imports/{row.pk}/drop/"):
        assert stranger(role).get(path).status_code == 404
