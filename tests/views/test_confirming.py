"""核对导入的文稿. Who may open it: test_matrix; what it shows: test_imported."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import SpeechKind
from speeches.models import Import, Node, Speech
from speeches.services import importing, recognising
from tests import factories
from tests.importing.building import told
from tests.importing.test_carrying import BREAK, BROKEN
from tests.importing.test_damaged import TEXT as DAMAGED
from tests.views.filling import fields
from tests.views.visiting import visitor, words

pytestmark = pytest.mark.django_db

TEXT = """\
关于防汛的讲话
同志们：
今天讲两点,请注意。
一、看清形势
汛情平稳。物资到位,队伍到岗。
（一）水库安全。大坝完好。
谢谢大家！"""
HALF = "半角改全角"


@pytest.fixture
def client() -> Client:
    return visitor()


@pytest.fixture
def row() -> Import:
    return factories.imported(TEXT)


def at(row: Import, query: str = "") -> str:
    return f"/imports/{row.pk}/{query}"


def press(client: Client, row: Import, button: str, query: str = "", **sent: Any) -> HttpResponse:
    """Open the page, change these fields in it, and press a button."""
    held = fields(client.get(at(row, query)))
    return client.post(at(row), held | {"do": button} | sent)


def pieces(row: Import) -> list[str]:
    row.refresh_from_db()
    return told(recognising.found_in(row).pieces)


def said(client: Client, response: HttpResponse) -> str:
    """What the page that a step leads to says first."""
    assert response.status_code == 303
    page = client.get(response["Location"].partition("#")[0]).content.decode()
    (box,) = re.findall(r'role="status">(.*?)</div>', page)
    return re.sub("<[^>]*>", "", box)


FOUND = [
    "t||关于防汛的讲话",
    "sa||同志们：",
    "o||今天讲两点，请注意。",
    "h1|一、|看清形势",
    "b||汛情平稳。物资到位，队伍到岗。",
    "r2|（一）|水库安全。",
    "+b||大坝完好。",
    "c||谢谢大家！",
]


def test_the_page_tells_what_was_found_and_what_to_look_at(client: Client) -> None:
    page = words(client.get(at(factories.imported(DAMAGED))))
    assert page.startswith(
        "‹ 全市教育系统半年工作会议 核对导入的文稿 找到：题目、开场、4个部分（下面14条）。"
        "原文和认出的结构，同一条用同一个号。 要看一看的 第21行 此处原文缺失。"
        "存好以后，在讲话稿里补上。 第30行 序号不连贯：从“（三）”开始。 "
        "待补5处，原样保留： 第9行 x、×× ； 第11行 x、x、20** 修整和删去的 半角改全角 "
    )


def test_a_text_in_which_nothing_is_known_comes_in_too(client: Client) -> None:
    page = words(client.get(at(factories.imported("今天天气很好，我们去散步。"))))
    assert "没有找到题目，会按会议名称起一个。" in page


def test_another_date_than_that_of_the_meeting_is_told(client: Client) -> None:
    assert "原文的日期是2025年7月18日，会议日期没有改。" in words(
        client.get(at(factories.imported()))
    )


def test_a_row_is_opened_by_its_link(client: Client, row: Import) -> None:
    assert "是什么" not in words(client.get(at(row)))
    opened = fields(client.get(at(row, "?piece=4")))
    del opened["csrfmiddlewaretoken"]
    assert opened == {
        "seen": "1",
        "list": "",
        "4-role": "heading",
        "4-level": "1",
        "4-kind": "narrative",
        "4-split_at": "",
        "4-cursor": "",
    }


# --- Pieces ----------------------------------------------------------------------------------


def test_what_was_chosen_in_every_open_row_is_kept(client: Client, row: Import) -> None:
    sent = {"3-role": "body", "5-role": "tail", "5-level": "1"}
    response = press(client, row, "keep 5", "?piece=3&piece=5", **sent)
    assert response["Location"] == f"{at(row)}?at=5#piece-5"
    assert pieces(row) == [
        *FOUND[:2],
        "b" + FOUND[2][1:],
        FOUND[3],
        "tl1" + FOUND[4][1:],
        *FOUND[5:],
    ]
    assert said(client, response) == "第5条已改好。"


def test_every_row_of_a_long_text_may_stand_open(client: Client) -> None:
    long = factories.imported("\n\n".join(["在会上的讲话", "一、工作", *["正文。"] * 208]))
    sent = {"seen": "1", "do": "keep 210"}
    for number in range(3, 211):
        row = {"role": "body", "level": "0", "kind": "", "split_at": "", "cursor": ""}
        sent |= {f"{number}-{name}": value for name, value in row.items()}
    assert client.post(at(long), sent | {"210-role": "closing"}).status_code == 303
    assert pieces(long)[208:] == ["b||正文。", "c||正文。"]


def test_choosing_nothing_new_changes_nothing(client: Client, row: Import) -> None:
    response = press(client, row, "keep 5", "?piece=5")
    assert said(client, response) == "第5条没有改动。"
    row.refresh_from_db()
    assert (row.version, row.pieces) == (1, None)


def test_a_piece_is_merged_into_the_one_before(client: Client, row: Import) -> None:
    response = press(client, row, "merge 7")
    assert response["Location"] == f"{at(row)}?at=6#piece-6"
    assert pieces(row) == [*FOUND[:5], "r2|（一）|水库安全。大坝完好。", FOUND[7]]
    assert said(client, response) == "第7条已并入第6条。"


@pytest.mark.parametrize("sent", [{"5-split_at": "5"}, {"5-cursor": "5"}])
def test_a_piece_is_split_where_a_choice_or_the_cursor_says(
    client: Client, row: Import, sent: dict[str, str]
) -> None:
    response = press(client, row, "split 5", "?piece=5", **sent)
    assert pieces(row)[4:6] == ["b||汛情平稳。", "+b||物资到位，队伍到岗。"]
    assert said(client, response) == "已分成第5条和第6条。"


def test_a_dropped_piece_stays_in_the_list_and_comes_back(client: Client, row: Import) -> None:
    assert said(client, press(client, row, "drop 4")) == "第4条不要了，需要时可以恢复。"
    assert pieces(row)[3] == "x|一、|看清形势"
    assert "4 不要 第4行 恢复 ：第4条 一、 看清形势" in words(client.get(at(row)))
    assert said(client, press(client, row, "restore 4")) == "已恢复第4条。"
    assert pieces(row) == FOUND


@pytest.mark.parametrize(
    ("button", "sent", "told"),
    [
        ("", {}, "没有收到要做什么，什么也没有改。请用页面上的按钮。"),
        ("fly 3", {}, "没有收到要做什么，什么也没有改。请用页面上的按钮。"),
        ("drop 99", {}, "没有找到这一条，什么也没有改。请用页面上的按钮。"),
        ("merge 1", {}, "没有这一段，请刷新后再试。"),
        ("split 5", {}, "请先选好从哪里分开，再按“从这里分开”。"),
        ("split 5", {"5-cursor": "900"}, "只能在文字中间拆分。"),
        ("undo 9:9", {}, "这一处已经撤销过了，没有再改。"),
        ("redo 9:9", {}, "这一处已经重新修整过了，没有再改。"),
        ("drop 4", {"seen": ""}, "没有收到这份表单所依据的版本，未作保存。请刷新页面后重试。"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    client: Client, row: Import, button: str, sent: dict[str, str], told: str
) -> None:
    response = press(client, row, button, "?piece=5", **sent)
    assert response.status_code == 422
    assert f"没有保存，请看这1处 {told}" in words(response)
    assert pieces(row) == FOUND


def test_a_choice_that_nobody_offers_is_told_at_its_field(client: Client, row: Import) -> None:
    response = press(client, row, "keep 5", "?piece=5", **{"5-role": "gap"})
    assert response.status_code == 422
    assert "错误：核对导入的文稿" in response.content.decode()
    assert "请在是什么的选项里选一个。" in words(response)


def test_two_windows_do_not_overwrite_each_other(client: Client, row: Import) -> None:
    mine = fields(client.get(at(row, "?piece=5")))
    press(client, row, "drop 8")
    response = client.post(at(row), mine | {"do": "keep 5", "5-role": "item"})
    assert response.status_code == 409
    assert "林知秋在" in words(response)
    assert "所以这一步没有做。" in words(response)
    assert fields(response)["seen"] == "2"
    assert pieces(row) == [*FOUND[:7], "x||谢谢大家！"]


def test_what_was_chosen_in_a_row_that_is_another_now_is_not_asked_to_be_mended(
    client: Client, row: Import
) -> None:
    mine = fields(client.get(at(row, "?piece=5")))
    press(client, row, "drop 8")
    response = client.post(at(row), mine | {"do": "split 5", "5-split_at": "997"})
    assert response.status_code == 409
    assert "5-role" not in fields(response)


def test_a_window_with_more_pieces_than_there_are_now_is_told_too(
    client: Client, row: Import
) -> None:
    mine = fields(client.get(at(row)))
    press(client, row, "merge 8")
    assert client.post(at(row), mine | {"do": "drop 8"}).status_code == 409


# --- Repairs ---------------------------------------------------------------------------------


def test_the_repairs_of_a_reason_are_listed_when_asked_for(client: Client, row: Import) -> None:
    assert "今天讲两点" not in words(client.get(at(row))).partition("结构")[0]
    listed = words(client.get(at(row, f"?list={HALF}")))
    assert "第3行 今天讲两点 , → ， 请注意。 撤销 ：第3行“,” 第5行 " in listed


def test_one_repair_is_undone_and_made_again(client: Client, row: Import) -> None:
    response = press(client, row, "undo 3:5", f"?list={HALF}")
    assert response["Location"].startswith(f"{at(row)}?list=%E5%8D%8A")
    assert said(client, response) == "已撤销1处，恢复成原文的样子。"
    assert pieces(row) == [*FOUND[:2], "o||今天讲两点,请注意。", *FOUND[3:]]
    listed = words(client.get(at(row, "?list=undone")))
    assert "已撤销 1处 全部重新修整 第3行 今天讲两点 , 请注意。 重新修整 ：第3行“,”" in listed
    assert said(client, press(client, row, "redo 3:5")) == "已重新修整1处。"
    assert pieces(row) == FOUND


def test_all_repairs_of_a_reason_are_undone_and_made_again(client: Client, row: Import) -> None:
    assert said(client, press(client, row, f"undo-all {HALF}")) == "已撤销2处，恢复成原文的样子。"
    assert pieces(row)[4] == "b||汛情平稳。物资到位,队伍到岗。"
    assert said(client, press(client, row, "redo-all")) == "已重新修整2处。"
    assert pieces(row) == FOUND


def test_a_line_that_was_joined_is_parted_again(client: Client) -> None:
    row = factories.imported(BROKEN)
    whole = pieces(row)
    said(client, press(client, row, f"undo {BREAK}"))
    assert len(pieces(row)) == len(whole) + 1
    assert "刚才" not in words(client.get(at(row, "?list=undone"))).partition("换行")[0]
    said(client, press(client, row, f"redo {BREAK}"))
    assert pieces(row) == whole


def test_what_was_taken_out_can_be_kept(client: Client) -> None:
    row = factories.imported(DAMAGED)
    response = press(client, row, "undo-all 网站的付费提示")
    assert said(client, response) == "已撤销5处，恢复成原文的样子。"
    assert [line for line in pieces(row) if "本文剩余内容" in line] != []


def test_undoing_keeps_what_a_person_did_to_the_pieces(client: Client, row: Import) -> None:
    press(client, row, "drop 8")
    press(client, row, "undo 3:5", "?piece=5", **{"5-role": "item", "5-level": "2"})
    undone = "o||今天讲两点,请注意。"
    after = [*FOUND[:2], undone, FOUND[3], "i2" + FOUND[4][1:], *FOUND[5:7], "x||谢谢大家！"]
    assert pieces(row) == after


def test_one_can_start_over(client: Client, row: Import) -> None:
    assert "全部重来" not in words(client.get(at(row)))
    press(client, row, "drop 8")
    press(client, row, "undo 3:5")
    assert said(client, press(client, row, "start-over")) == "已恢复成刚导入时的样子。"
    assert (pieces(row), row.undone, row.pieces) == (FOUND, [], None)


# --- Saving ----------------------------------------------------------------------------------


def test_saving_makes_the_speech_with_what_was_chosen_last(client: Client, row: Import) -> None:
    response = press(client, row, "save", "?piece=8", **{"8-role": "body"})
    speech = Speech.objects.get()
    assert response["Location"] == f"/speeches/{speech.pk}/"
    assert (speech.title, speech.kind, speech.closing) == ("关于防汛的讲话", SpeechKind.SPEECH, "")
    assert [str(node) for node in Node.objects.order_by("pk")] == ["看清形势", "水库安全"]
    assert words(client.get(response["Location"])).startswith("已存成讲话稿。 ")


def test_the_message_counts_what_is_open(client: Client) -> None:
    response = press(client, factories.imported(DAMAGED), "save")
    assert words(client.get(response["Location"])).startswith(
        "已存成讲话稿。还要看一看：待补 5 处，原文缺失 1 处，序号不连续 1 处。"
    )


def test_what_is_not_placed_is_said_before_and_after_saving(client: Client) -> None:
    row = factories.imported("在会上的讲话\n同志们：\n一、工作\n平稳。\n谢谢大家！\n办公室印制")
    kept = "未识别的1条不会放进讲话稿。要用的，请改成正文或者别的。"
    (number,) = (at for at, one in enumerate(pieces(row), start=1) if one.startswith("?"))
    assert kept in words(client.get(at(row)))
    press(client, row, f"keep {number}", f"?piece={number}", **{f"{number}-role": "closing"})
    assert kept not in words(client.get(at(row)))
    press(client, row, f"keep {number}", f"?piece={number}", **{f"{number}-role": "unrecognised"})
    told = said(client, press(client, row, "save"))
    assert told.endswith("未识别的1条没有放进去，在“导入的原文”里。")


def test_saved_twice_it_is_one_speech(client: Client, row: Import) -> None:
    held = fields(client.get(at(row))) | {"do": "save"}
    addresses = [client.post(at(row), held)["Location"] for _ in range(2)]
    assert addresses == [f"/speeches/{Speech.objects.get().pk}/"] * 2
    page = client.get(at(row))
    assert (page.status_code, page["Location"]) == (303, addresses[0])
    assert "这份旧稿已经存成讲话稿，可以在这里接着改。" in words(client.get(page["Location"]))


HOSTING = """\
在全市防汛工作会议上的主持词
同志们：
现在开会。今天会议的议程有三项。
首先，请张局长作报告，大家欢迎。
下面，进行会议第二项议程，请李主任发言。
刚才，张局长作了讲话，请大家认真贯彻落实。
散会。"""


def test_a_text_of_another_kind_comes_in_after_a_question_only(client: Client) -> None:
    row = factories.imported(HOSTING)
    assert "这像是一篇主持词，仍要导入吗？ 仍要导入 不导入了" in words(client.get(at(row)))
    refused = press(client, row, "save")
    assert refused.status_code == 422
    assert "这像是一篇主持词，仍要导入吗？要导入，请按“仍要导入”。" in words(refused)
    assert press(client, row, "save-anyway").status_code == 303
    assert Speech.objects.count() == 1


def test_what_fits_nowhere_is_named_and_nothing_is_made(client: Client) -> None:
    row = factories.imported(TEXT.replace("物资到位", "物资到位" * 60))
    response = press(client, row, "save", "?piece=5", **{"5-role": "salutation"})
    assert response.status_code == 422
    assert "没有保存：称谓“同志们：汛情平稳。" in words(response)
    assert "5 称谓 第5行" in words(response)  # what was chosen is kept all the same
    assert press(client, row, "drop 5").status_code == 303
    assert Speech.objects.count() == 0


def test_one_that_was_dropped_meanwhile_leads_back_to_the_meeting(client: Client) -> None:
    row = factories.imported(TEXT)
    held = fields(client.get(at(row))) | {"do": "save"}
    importing.drop(row)
    assert client.post(at(row), held).status_code == 404


@pytest.mark.parametrize("times", [1, 3])
def test_the_page_takes_as_many_queries_for_a_long_text_as_for_a_short_one(
    client: Client, times: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    row = factories.imported("\n".join([TEXT] * times))
    with django_assert_num_queries(3):  # session, user, import with its meeting
        client.get(at(row, "?piece=3"))
