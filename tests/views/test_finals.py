"""定稿: the list that leaders see, and the copies in it."""

from __future__ import annotations

import datetime
import re
from urllib.parse import unquote

import pytest
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import FinalCopy, Speech
from speeches.services import editions, saving
from speeches.services.finalising import mark_final, reopen
from speeches.typeset import fonts
from speeches.typeset.edition import STANDARD
from tests import factories
from tests.export import reading_pdf as read
from tests.views.visiting import final_copy, visitor, words

pytestmark = pytest.mark.django_db


def leader():
    return visitor(role=UserRole.LEADER)


def given_in(days: int | None, title: str, **fields: object) -> FinalCopy:
    """A final copy of a speech to be given so many days from now."""
    date = None if days is None else localdate() + datetime.timedelta(days)
    return final_copy(title=title, meeting=factories.meeting(date=date, venue="一楼", **fields))


def titles() -> list[str]:
    """The titles that a leader's list shows, in order."""
    return re.findall(r'card-title">([^<]*)<', leader().get("/finals/").content.decode())


def finalised_again(first: FinalCopy, title: str) -> FinalCopy:
    """The speech reopened, its title changed, and marked final once more."""
    reopen(first.speech, actor=None, reason="改题目")
    speech = Speech.objects.get(pk=first.speech_id)
    saving.save(speech, {"title": title}, seen=speech.version, actor=None)
    return mark_final(speech, actor=None)


def test_the_next_speech_stands_on_top_and_the_last_one_given_after_those_to_come() -> None:
    for days, title in ((-9, "丁"), (5, "乙"), (0, "甲"), (-2, "丙"), (None, "戊")):
        given_in(days, title)
    page = leader().get("/finals/").content.decode()
    heads = re.findall(r'(?:column-title">|card-title">)([^<]*)<', page)
    assert [head for head in heads if head != "戊"] == ["即将讲话", "甲", "乙", "以往", "丙", "丁"]
    assert heads.index("戊") > heads.index("以往")


def test_on_one_day_the_earlier_hour_stands_first() -> None:
    given_in(1, "下午", time=datetime.time(14, 30))
    given_in(1, "上午", time=datetime.time(9, 0))
    assert titles() == ["上午", "下午"]


def test_a_meeting_that_is_put_off_takes_its_card_with_it() -> None:
    moved, _ = given_in(1, "改期"), given_in(3, "照常")
    meeting = moved.speech.meeting
    later = {"date": localdate() + datetime.timedelta(7)}
    saving.save(meeting, later, seen=meeting.version, actor=None)
    assert titles() == ["照常", "改期"]


def test_a_card_says_when_where_how_long_and_which_copy() -> None:
    final_copy(
        opening="今天召开会议，" * 200,
        meeting=factories.meeting(
            date=datetime.date(2026, 7, 16), time=datetime.time(9, 0), venue="一楼会议室"
        ),
    )
    assert words(leader().get("/finals/")) == (
        "定稿 以往 在全市教育系统半年工作会议上的讲话 2026年7月16日 9:00 · 一楼会议室 "
        "1,429字 · 约7分钟 · 定稿 · 第1稿 阅读 ：在全市教育系统半年工作会议上的讲话 "
        "PDF ：在全市教育系统半年工作会议上的讲话"
    ).replace("以往", "即将讲话" if localdate() <= datetime.date(2026, 7, 16) else "以往")


def test_an_empty_list_says_what_will_stand_here() -> None:
    assert words(leader().get("/finals/")).startswith("定稿 还没有定稿的讲话稿。")


def test_of_a_speech_only_the_newest_final_copy_is_listed() -> None:
    finalised_again(given_in(1, "旧题"), "新题")
    page = leader().get("/finals/").content.decode()
    assert re.findall(r'card-title">([^<]*)<', page) == ["新题"]


def test_what_is_changed_after_reopening_does_not_reach_the_leader() -> None:
    first = given_in(1, "定稿时的题目")
    reopen(first.speech, actor=None, reason="改题目")
    speech = Speech.objects.get(pk=first.speech_id)
    saving.save(speech, {"title": "还没想好"}, seen=speech.version, actor=None)
    client = leader()
    for address in ("/finals/", f"/finals/{first.pk}/"):
        page = client.get(address).content.decode()
        assert ("定稿时的题目" in page, "还没想好" in page) == (True, False)


def test_an_older_copy_points_to_the_newer_one() -> None:
    old = given_in(1, "旧题")
    new = finalised_again(old, "新题")
    client = leader()
    said = words(client.get(f"/finals/{old.pk}/"))
    assert f"这是第1稿，之后又有新的定稿： 看第{new.revision}稿 。" in said
    assert "之后又有新的定稿" not in words(client.get(f"/finals/{new.pk}/"))


def test_a_leader_is_offered_pages_and_pdf() -> None:
    page = leader().get(f"/finals/{final_copy().pk}/").content.decode()
    offered = re.findall(r'<a class="btn [^>]*>([^<]*)<', page.split("bar-actions")[1])
    assert offered[:4] == ["阅读", "大字版", "打印版", "下载 PDF"]


@pytest.mark.parametrize("path", ["", "read/"])
@pytest.mark.parametrize(
    ("default", "other"), [("standard", "large"), ("large", "standard"), ("own", "large")]
)
def test_besides_the_bureau_s_edition_one_in_another_size_is_offered(
    path: str, default: str, other: str
) -> None:
    final, bureau = final_copy(), factories.bureau()
    if default == "own":
        default = factories.page_format().key
    editions.set_default(bureau, default)
    page = leader().get(f"/finals/{final.pk}/{path}").content.decode()
    assert re.findall(r"/finals/\d+/print/\?edition=(\w+)", page) == [other]


def test_an_edition_that_is_not_there_is_answered_with_those_that_are() -> None:
    response = leader().get(f"/finals/{final_copy().pk}/pdf/", {"edition": "海报"})
    assert response.status_code == 404
    assert words(response).startswith(
        f"没有生成文件 没有“海报”这种版式。可以用的有：{STANDARD.name}、大字版。"
    )


@pytest.mark.parametrize("what", ["pdf", "print"])
def test_a_leader_has_the_large_print_under_its_name(what: str) -> None:
    final = final_copy(title="题", opening="一" * 28 * 22)
    response = leader().get(f"/finals/{final.pk}/{what}/", {"edition": "large"})
    name = unquote(response["Content-Disposition"].partition("utf-8''")[2])
    assert name == "题_大字版_v1_2026-07-16.pdf"
    assert len(read.lines(b"".join(response.streaming_content))) > 2


def test_the_pdf_is_of_the_copy_and_not_of_the_draft() -> None:
    old = given_in(None, "旧题")
    finalised_again(old, "新题")
    response = leader().get(f"/finals/{old.pk}/pdf/")
    assert (
        response["Content-Disposition"] == "attachment; filename*=utf-8''%E6%97%A7%E9%A2%98_v1.pdf"
    )
    assert b"".join(response.streaming_content).startswith(b"%PDF-")


def test_without_fonts_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SYSTEM_FOLDERS", ())
    response = leader().get(f"/finals/{final_copy().pk}/pdf/")
    assert (response.status_code, words(response)[:6]) == (503, "没有生成文件")


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_thirty_copies_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = leader()
    for number in range(count):
        given_in(number, f"讲话{number}")
    with django_assert_num_queries(4):  # session, user, paces, copies
        client.get("/finals/")


def test_the_list_leads_to_the_flowing_text_and_to_the_pdf() -> None:
    final = final_copy()
    page = leader().get("/finals/").content.decode()
    links = re.findall(r'href="(/finals/\d+/[^"]*)">([^<]*)<', page)
    assert links == [(f"/finals/{final.pk}/read/", "阅读"), (f"/finals/{final.pk}/print/", "PDF")]


@pytest.mark.parametrize("address", ["/finals/", "/finals/{key}/", "/finals/{key}/read/"])
def test_a_copy_that_is_being_revised_stays_and_says_so_until_the_next(address: str) -> None:
    first, client = given_in(1, "旧题"), leader()
    assert "正在修改" not in words(client.get(address.format(key=first.pk)))
    reopen(first.speech, actor=None, reason="数字有误")
    said = words(client.get(address.format(key=first.pk)))
    assert ("正在修改" in said, "数字有误" in said) == (True, False)
    second = mark_final(first.speech, actor=None)
    assert "正在修改" not in words(client.get(address.format(key=second.pk)))


def test_the_flowing_text_is_the_copy_s_own_words() -> None:
    final = final_copy(title="题", opening="今天<b>开会</b>。", speaker="程立言")
    page = leader().get(f"/finals/{final.pk}/read/").content.decode()
    text = page.split('<article class="reading-text">\n')[1].split("\n</article>")[0]
    assert text.split("\n") == [
        '<h1 class="reading-title">题</h1>',
        '<p class="reading-speaker">程立言</p>',
        '<p class="reading-date">（2026年7月16日）</p>',
        '<p class="reading-body">今天&lt;b&gt;开会&lt;/b&gt;。</p>',
    ]
    offered = re.findall(r'<a class="btn btn-(?:plain|primary)[^>]*>([^<]*)<', page)
    assert offered == ["全部定稿", "版面", "大字版", "PDF", "回到全部定稿"]


def test_the_flowing_text_of_an_older_copy_points_to_the_newer_one() -> None:
    old = given_in(1, "旧题")
    new = finalised_again(old, "新题")
    page = leader().get(f"/finals/{old.pk}/read/").content.decode()
    assert f'href="/finals/{new.pk}/read/">看第{new.revision}稿<' in page


@pytest.mark.parametrize(("path", "queries"), [("", 4), ("read/", 5)])
@pytest.mark.parametrize("points", [1, 30])
def test_a_copy_takes_as_many_queries_for_thirty_points_as_for_one(
    points: int, path: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech = factories.speech()
    for number in range(points):
        factories.node(speech, f"标题{number}", body="正文")
    final, client = mark_final(speech, actor=None), leader()
    with django_assert_num_queries(queries):  # session, user, copy, a later one, the pace
        client.get(f"/finals/{final.pk}/{path}")
