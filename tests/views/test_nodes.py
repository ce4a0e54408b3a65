"""Every kind of node in its form."""

from __future__ import annotations

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from speeches.forms.nodes import ROWS_LOST
from speeches.forms.rows import LOST
from speeches.models import Node
from speeches.services import outlining, saving
from speeches.services.finalising import mark_final
from speeches.services.refusals import Conflict
from tests import factories
from tests.views.filling import fields
from tests.views.outlines import add, address, bodies, category, errors, part, send
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db
STUCK = "您填的文字还在下面，可以先复制下来。"


def test_saving_stays_where_one_was_and_refreshes_the_pages() -> None:
    node, client = category("甲"), visitor()
    response = send(
        client, node, heading="教学秩序平稳", body="各校开学。", **{"rows-1-body": "乙"}
    )
    assert (response.status_code, response["Location"]) == (303, address(node))
    page = words(client.get(address(node)))
    assert "（一）教学秩序平稳 各校开学。一是甲；二是乙。" in page
    assert re.search(r"已保存 \d\d:\d\d", page)


def test_rows_are_added_changed_moved_and_removed_together() -> None:
    node = category("甲", "乙", "丙")
    told = {"rows-0-order": "3", "rows-1-body": "乙改", "rows-2-remove": "on", "rows-3-body": "丁"}
    assert send(visitor(), node, **told).status_code == 303
    assert bodies(node) == ["乙改", "甲", "丁"]


@pytest.mark.parametrize(
    ("row", "place", "expected"),
    [(0, "3", "乙丙甲丁"), (0, "4", "乙丙丁甲"), (3, "1", "丁甲乙丙"), (3, "2", "甲丁乙丙")],
)
def test_a_row_comes_to_the_place_that_is_typed(row: int, place: str, expected: str) -> None:
    node = category("甲", "乙", "丙", "丁")
    send(visitor(), node, **{f"rows-{row}-order": place})
    assert "".join(bodies(node)) == expected


def test_the_same_form_sent_twice_makes_one_change() -> None:
    node, client = category(), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"rows-0-body": "甲"}
    statuses = [client.post(address(node), filled).status_code for _ in range(2)]
    assert (statuses, bodies(node)) == ([303, 303], ["甲"])


def test_one_stale_row_refuses_all_and_shows_both_texts() -> None:
    node, client = category("甲", "乙"), visitor()
    filled = fields(client.get(address(node)), address(node))
    other = Node.objects.get(body="乙")
    saving.save(other, {"body": "乙被别人改过"}, seen=1, actor=None)
    filled |= {"heading": "我的标题", "rows-0-body": "我的甲", "rows-1-body": "我的乙"}
    response = client.post(address(node), filled)
    page = response.content.decode()
    assert response.status_code == 409
    assert bodies(node) == ["甲", "乙被别人改过"]
    assert [each in page for each in ("我的标题", "我的甲", "我的乙", "乙被别人改过")] == [True] * 4
    again = client.post(address(node), fields(response, address(node)))
    assert (again.status_code, bodies(node)) == (303, ["我的甲", "我的乙"])


def test_a_stale_node_shows_both_texts() -> None:
    node, client = category(), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"body": "我的正文"}
    saving.save(Node.objects.get(pk=node.pk), {"body": "别人的正文"}, seen=1, actor=None)
    response = client.post(address(node), filled)
    assert response.status_code == 409
    assert "别人的正文" in words(response)
    assert "我的正文" in response.content.decode()


def test_a_row_that_somebody_deleted_meanwhile_stands_as_a_new_one() -> None:
    node, client = category("甲"), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"rows-0-body": "甲改"}
    outlining.delete_node(Node.objects.get(body="甲"), actor=None)
    response = client.post(address(node), filled)
    assert response.status_code == 409
    assert errors(response) == [ROWS_LOST, LOST]
    assert client.post(address(node), fields(response, address(node))).status_code == 303
    assert bodies(node) == ["甲改"]


def test_a_row_that_somebody_deleted_meanwhile_comes_back_to_its_place() -> None:
    node, client = category("甲", "乙", "丙"), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"rows-1-body": "乙改"}
    outlining.delete_node(Node.objects.get(body="乙"), actor=None)
    response = client.post(address(node), filled)
    assert bodies(node) == ["甲", "丙"]
    client.post(address(node), fields(response, address(node)))
    assert bodies(node) == ["甲", "乙改", "丙"]


def test_lost_rows_and_newer_texts_are_told_in_one_answer() -> None:
    node, client = category("甲", "乙", "丙"), visitor()
    mine = {"body": "我的正文", "rows-0-body": "甲改", "rows-1-body": "乙改", "rows-2-body": "丙改"}
    filled = fields(client.get(address(node)), address(node)) | mine
    outlining.delete_node(Node.objects.get(body="乙"), actor=None)
    saving.save(Node.objects.get(body="丙"), {"body": "别人的丙"}, seen=1, actor=None)
    saving.save(Node.objects.get(pk=node.pk), {"body": "别人的正文"}, seen=1, actor=None)
    response = client.post(address(node), filled)
    assert (response.status_code, errors(response)) == (409, [Conflict.sentence, LOST])
    assert bodies(node) == ["甲", "别人的丙"]
    assert [each in words(response) for each in ("别人的正文", "别人的丙")] == [True, True]
    again = client.post(address(node), fields(response, address(node)))
    assert (again.status_code, bodies(node)) == (303, ["甲改", "乙改", "丙改"])


@pytest.mark.parametrize(
    ("above", "typed", "saved"),
    [
        ("outline", "（五）带号的标题。", "带号的标题。"),
        ("none", "（五）带号的标题。", "（五）带号的标题。"),
        ("outline", "一体化推进", "一体化推进"),
    ],
)
def test_a_typed_number_is_taken_off_where_the_pages_set_one(
    above: str, typed: str, saved: str
) -> None:
    node, client = factories.node(part(marker=above), "教学"), visitor()
    send(client, node, heading=typed)
    told = "标题前面的“（五）”已经去掉，序号会自动排上，不用写。" in words(
        client.get(address(node))
    )
    assert Node.objects.get(pk=node.pk).heading == saved
    assert told is (typed != saved)


def test_the_number_of_a_part_is_taken_off_too() -> None:
    above = part()
    send(visitor(), above, heading="三、肯定成绩")
    assert Node.objects.get(pk=above.pk).heading == "肯定成绩"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("body", "字" * 20_000, "正文有20,000字，最多10,000字。请分成几处来写。"),
        ("heading", "长" * 201, "标题最多200字，现在有201字，请删减。"),
        ("body", "成绩😀", "正文里有表情或图形符号“😀”，公文里排不出来，请删去。"),
        ("rows-0-body", "一😀", "一是里有表情或图形符号“😀”，公文里排不出来，请删去。"),
        ("rows-0-body", "字" * 20_000, "一是有20,000字，最多10,000字。请分成几处来写。"),
    ],
)
def test_what_cannot_be_saved_is_told_and_kept(field: str, text: str, sentence: str) -> None:
    response = send(visitor(), category("甲"), **{field: text})
    assert (response.status_code, errors(response)) == (422, [sentence])
    assert fields(response, "/")[field] == text
    assert "<title>错误：" in response.content.decode()


def test_a_deadline_before_the_meeting_is_told_and_kept() -> None:
    node = factories.node(part("priorities"), "扩容")
    response = send(visitor(), node, deadline="2026-07-01", body="要写的话")
    assert errors(response) == ["完成时限早于会议日期（2026年7月16日），请核对。"]
    assert "要写的话" in response.content.decode()


def test_problem_and_priority_are_linked_from_either_form() -> None:
    problems = part("problems")
    problem = factories.node(problems, body="学位不足")
    above = factories.node(problems.speech, "重点", kind="priorities")
    priority = factories.node(above, "扩容工程")
    client = visitor()
    assert send(client, priority, answers=[str(problem.pk)]).status_code == 303
    assert fields(client.get(address(problem)), address(problem))["answered_by"] == str(priority.pk)
    filled = fields(client.get(address(problem)), address(problem))
    del filled["answered_by"]
    client.post(address(problem), filled)
    assert not priority.answers.exists()


def test_an_expired_session_keeps_what_was_typed() -> None:
    node, client = category(), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"rows-0-body": "刚写的一条成绩"}
    client.logout()
    response = client.post(address(node), filled)
    assert "刚写的一条成绩" in words(response)
    assert bodies(node) == []


def test_what_was_typed_into_a_speech_that_became_final_is_kept() -> None:
    node, client = category(), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"body": "正在写的话"}
    mark_final(node.speech, actor=None)
    response = client.post(address(node), filled)
    assert (response.status_code, len(errors(response))) == (409, 1)
    assert "正在写的话" in response.content.decode()
    assert STUCK in words(response)
    assert "回收站（新窗口）" not in words(response)


def test_what_was_typed_into_a_node_that_was_deleted_is_saved_once_it_is_restored() -> None:
    node, client = category("甲"), visitor()
    filled = fields(client.get(address(node)), address(node)) | {"body": "正在写的话"}
    outlining.delete_node(node, actor=None)
    response = client.post(address(node), filled)
    assert (response.status_code, len(errors(response))) == (409, 1)
    assert f"{STUCK} 回收站（新窗口） 里恢复以后，回到这一页再按“保存”" in words(response)
    assert f'href="/speeches/{node.speech_id}/bin/" target="_blank"' in response.content.decode()
    outlining.restore_node(Node.objects.get(pk=node.pk), actor=None)
    assert client.post(address(node), fields(response, address(node))).status_code == 303
    assert (Node.objects.get(pk=node.pk).body, bodies(node)) == ("正在写的话", ["甲"])


def test_a_node_of_a_final_speech_leads_to_the_speech_and_says_why() -> None:
    node, client = category(), visitor()
    mark_final(node.speech, actor=None)
    response = client.get(address(node), follow=True)
    assert response.redirect_chain == [(f"/speeches/{node.speech_id}/", 302)]
    told = words(response).partition("讲话稿已定稿，不能再改。")
    assert told[1:] != ("", "")
    assert told[2].startswith("需要修改时，请审核人先退回起草。")


@pytest.mark.parametrize("rows", [1, 30])
def test_a_form_takes_as_many_queries_for_thirty_rows_as_for_one(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    node = category(*["条"] * rows)
    factories.node(factories.node(node.speech, "重点", kind="priorities"), "工程")
    client = visitor()
    # session, user, node, standing, nodes, answers, figures, final copies, items, pace, bin; for
    # the checks rules that are off, words, people, divisions, what was left
    with django_assert_num_queries(16):
        client.get(address(node))


def test_forms_are_for_those_who_write() -> None:
    response = visitor(role="reviewer").get(address(category()))
    assert response.status_code == 403
    assert "由起草人撰写和修改。" in words(response)


def test_a_whole_speech_is_typed_by_forms_alone() -> None:
    speech, client = factories.speech(), visitor()
    add(client, speech, kind="achievements")
    above = Node.objects.get()
    lead = {"heading": "肯定半年度工作", "body": "上半年，实现{合称}目标。", "collective": "稳"}
    fill_node = {"heading": "教学平稳有序", "body": "全局总动员。"}
    send(client, above, **lead)
    for name in ("教学平稳有序", "补短稳中求进"):
        add(client, speech, parent=above.pk)
        send(client, Node.objects.latest("pk"), **(fill_node | {"heading": name}))
    add(client, speech, kind="requirements")
    send(client, Node.objects.get(kind="requirements"), heading="狠抓落实")
    add(client, speech, parent=Node.objects.get(kind="requirements").pk)
    clause = Node.objects.get(kind="requirement")
    told = {"heading": "工作要到岗", "body": "做到{合称}：", "collective": "个坚持"}
    send(client, clause, **told, **{"rows-0-body": "坚持甲", "rows-1-body": "坚持乙"})
    text = client.get(f"/speeches/{speech.pk}/text/")
    assert b"".join(text.streaming_content).decode().splitlines()[4:] == [
        "一、肯定半年度工作",
        "上半年，实现“两稳”目标。",
        "（一）教学平稳有序。全局总动员。",
        "（二）补短稳中求进。全局总动员。",
        "二、狠抓落实",
        "（一）工作要到岗。做到“两个坚持”：一要坚持甲；二要坚持乙。",
    ]
