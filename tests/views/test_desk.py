"""The desk of who writes: outline, counts, what can be inserted, where it stands on the pages."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Node, Speech
from speeches.services.finalising import mark_final
from tests import factories
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db


def speech_of_two_parts(points: int = 2) -> tuple[Speech, Node, Node]:
    """肯定成绩 with points, the first of which has two items; then a part without a heading."""
    speech = factories.speech(opening="下面，我讲{数量}点意见。", speaker="程立言")
    part = factories.node(
        speech, "肯定成绩，实现{合称}", kind="achievements", body="好。", collective="稳"
    )
    first, *_ = [
        factories.node(part, f"第{at}项工作稳", marker="shi", layout="run_in")
        for at in range(points)
    ]
    for body in ("抓教学", "抓安全"):
        factories.node(first, body=body)
    factories.node(speech, kind="problems", body="也要看到{差距}" + "还有不少不足" * 5)
    return speech, part, first


def page_of(address: str) -> str:
    return visitor().get(address).content.decode()


def outline(page: str) -> list[tuple[str, str, str]]:
    """Number, words and note of every line that leads to a node."""
    return re.findall(
        r'<span class="outline-number">(.*?)</span><span class="line-words[^>]*>(.*?)</span>'
        r'<span class="line-note[^>]*>(.*?)</span>',
        page,
    )


def test_the_outline_shows_parts_and_points_with_their_length_and_time() -> None:
    speech, _, _ = speech_of_two_parts()
    assert outline(page_of(f"/speeches/{speech.pk}/")) == [
        ("一、", "肯定成绩，实现“两稳”", "“两稳” · 45字 · 不到1分钟"),
        ("（一）", "第0项工作稳", "21"),
        ("（二）", "第1项工作稳", "9"),
        ("", "也要看到{差距}还有不少不足还有不少不足还有不…", "38字 · 不到1分钟"),
    ]


def test_below_what_one_works_at_the_items_are_shown_too() -> None:
    _, _, first = speech_of_two_parts()
    item = Node.objects.get(body="抓安全")
    for key in (first.pk, item.pk):
        lines = outline(page_of(f"/nodes/{key}/"))
        assert [line[:2] for line in lines[2:4]] == [("一是", "抓教学"), ("二是", "抓安全")]


def test_the_line_that_one_works_at_is_marked() -> None:
    speech, _, first = speech_of_two_parts()
    current = r'href="([^"]*)" aria-current="page"'
    for address in (f"/nodes/{first.pk}/", f"/speeches/{speech.pk}/opening/"):
        side = page_of(address).split('class="side"')[1].split("</aside>")[0]
        assert re.findall(current, side) == [address]


def test_the_time_is_counted_at_the_speaker_s_own_pace() -> None:
    speech = factories.speech(opening="字" * 1000, speaker="程立言")
    assert "约5分钟 按每分钟200字" in words(visitor().get(f"/speeches/{speech.pk}/"))
    factories.user(UserRole.LEADER, name="程立言", pace=100)
    assert "约10分钟 按每分钟100字" in words(visitor().get(f"/speeches/{speech.pk}/"))


@pytest.mark.parametrize(
    ("where", "blocks"),
    [
        ("opening", ["今天开会。"]),
        ("closing", ["谢谢大家！"]),
        ("title", ["在全市教育系统半年工作会议上的讲话"]),
    ],
)
def test_the_pages_show_what_one_works_at(where: str, blocks: list[str]) -> None:
    speech = factories.speech(opening="今天开会。", closing="谢谢大家！")
    assert here(page_of(f"/speeches/{speech.pk}/{where}/")) == blocks


def here(page: str) -> list[str]:
    """The texts of the blocks that the page is told to mark."""
    told = re.search(r'data-here="([^"]*)"', page)
    assert told
    found = [
        re.search(rf'data-block="{key}"[^>]*>(.*?)</(?:p|h\d)>', page) for key in told[1].split()
    ]
    return [re.sub(r"<[^>]*>", "", block[1]) for block in found if block]


def test_a_part_is_its_own_words_and_a_point_all_that_stands_below_it() -> None:
    _, part, first = speech_of_two_parts()
    assert here(page_of(f"/nodes/{part.pk}/")) == ["一、肯定成绩，实现“两稳”", "好。"]
    assert here(page_of(f"/nodes/{first.pk}/")) == ["（一）第0项工作稳", "一是抓教学；二是抓安全。"]


def test_tokens_are_listed_to_be_typed_or_clicked() -> None:
    _, part, _ = speech_of_two_parts()
    factories.figure(part.speech, "新增学位", value="1.68", unit="万个")
    listed = re.findall(
        r'data-token="([^"]*)"><code>[^<]*</code> <span[^>]*>([^<]*)', page_of(f"/nodes/{part.pk}/")
    )
    assert listed == [
        ("{合称}", "“两稳”"),
        ("{数量}", "两"),
        ("{要点}", "第0项工作稳、第1项工作稳"),
        ("{新增学位}", "1.68万个"),
    ]


def test_every_text_field_takes_tokens() -> None:
    speech, part, first = speech_of_two_parts()
    places = [f"/nodes/{part.pk}/", f"/nodes/{first.pk}/", f"/speeches/{speech.pk}/opening/"]
    lacking = [
        (address, name)
        for address in places
        for name, rest in re.findall(r'<textarea name="([^"]*)"([^>]*)', page_of(address))
        if "data-takes-tokens" not in rest
    ]
    assert lacking == []


def test_an_empty_speech_says_what_to_do_first() -> None:
    page = words(visitor().get(f"/speeches/{factories.speech().pk}/"))
    assert "还没有部分。讲话稿一般先讲成绩和问题，再讲重点工作，最后提要求。先加第一个部分" in page


def test_what_is_not_written_yet_is_listed() -> None:
    part = factories.node(factories.speech(), kind="priorities")
    page = words(visitor().get(f"/speeches/{part.speech_id}/"))
    assert "还没有写的 （重点工作，还没有写）" in page


def test_a_reader_and_a_final_speech_get_the_pages_without_forms() -> None:
    speech, _, _ = speech_of_two_parts()
    assert (
        'class="work"'
        not in visitor(role="reviewer").get(f"/speeches/{speech.pk}/").content.decode()
    )
    done = factories.speech(title="定稿的讲话")
    mark_final(done, actor=None)
    assert 'class="work"' not in page_of(f"/speeches/{done.pk}/")


def test_what_was_typed_is_no_markup() -> None:
    speech = factories.speech(title="<i>题</i>", opening="<script>alert(1)</script>")
    part = factories.node(speech, "<img src=x>", kind="narrative", collective="</script><b>")
    factories.node(part, "<u>甲</u>", body="</textarea><b>")
    for address in (f"/speeches/{speech.pk}/", f"/nodes/{part.pk}/"):
        page = page_of(address)
        assert [page.count(tag) for tag in ("<script>", "<i>", "<img", "<b>", "<u>")] == [0] * 5


def test_nothing_on_the_desk_needs_inline_style_or_script() -> None:
    _, part, first = speech_of_two_parts()
    for key in (part.pk, first.pk):
        page = page_of(f"/nodes/{key}/")
        assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*src=)", page) == []


@pytest.mark.parametrize("points", [1, 30])
def test_the_desk_takes_as_many_queries_for_thirty_points_as_for_one(
    points: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    speech, _, _ = speech_of_two_parts(points)
    client = visitor()
    # session, user, speech, source, nodes, figures, final copies, pace, bin; for the checks rules
    # that are off, words, people, divisions, what was left
    with django_assert_num_queries(14):
        client.get(f"/speeches/{speech.pk}/")
