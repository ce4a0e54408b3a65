"""导入旧稿: pasted, checked, saved, printed; by mouse, by keyboard alone, and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from speeches.models import Import
from speeches.services import importing, recognising
from tests import factories
from tests.e2e.conftest import DESK, PHONE, Visit
from tests.e2e.people import Person, Typist, printed
from tests.e2e.test_axe import serious
from tests.e2e.test_reading import SIDEWAYS
from tests.importing.building import told

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
Begin = Callable[..., Visit]

TEXT = """\
在全市防汛工作会议上的讲话

同志们:

今天召开防汛工作会议,主要任务是总结上半年工作,部署下半年任务。

一、肯定上半年成绩

上半年,全市水利系统扎实工作,实现"两稳"目标。

(一)水库度汛平稳有序。x座水库安全度汛,没有一人伤亡。

(二)工程建设稳中提速。完成投资××亿元,开工泵站3座。

二、抓好下半年工作

下面是讨论稿,请大家提意见。

本文剩余内容

该内容需要登录后才可以阅读

  • 月度会员特权:19.9元
  • 年度会员特权:免费

开通会员立即阅读

(三)作风要过硬。一要倒排工期,挂图作战;二要加强协调,主动服务。

谢谢大家！
第 1 页
"""
PRINTED = (
    "在全市防汛工作会议上的讲话",
    "（2026年7月16日）",
    "同志们：",
    "今天召开防汛工作会议，主要任务是总结上半年工作，部署下半年任务。",
    "一、肯定上半年成绩",
    "上半年，全市水利系统扎实工作，实现“两稳”目标。",
    "（一）水库度汛平稳有序。x座水库安全度汛，没有一人伤亡。",
    "（二）工程建设稳中提速。完成投资××亿元，开工泵站3座。",
    "二、抓好下半年工作",
    "（一）〔此处原文缺失〕",
    "（二）〔此处原文缺失〕",
    "（三）作风要过硬。一要倒排工期，挂图作战；二要加强协调，主动服务。",
    "谢谢大家！",
)


def pastes(writer: Person) -> Import:
    """From the meeting to the page where the structure is checked."""
    writer.opens(f"/meetings/{factories.meeting().pk}/")
    writer.presses("导入旧稿")
    writer.fills({"粘贴文字": TEXT})
    writer.presses("下一步：核对结构")
    return Import.objects.get()


def pieces(row: Import) -> list[str]:
    row.refresh_from_db()
    return told(recognising.found_in(row).pieces)


def prints(writer: Person, folder: Path) -> str:
    writer.presses("导出")
    return printed(writer.downloads("下载 PDF", folder))


MESSAGE = "还要看一看：待补 2 处，原文缺失 1 处，序号不连续 1 处。"
NOTE, GAP = 11, 12  # what does not belong to the speech; what is missing under 二、


def opens_row(person: Person, number: int) -> None:
    """By the link in it, until its fields are there."""
    link = person.page.locator(f"#piece-{number} .piece-ways .btn")
    if person.scripts:
        person.click(link)
    else:
        with person.page.expect_navigation():
            person.click(link)
    expect(person.page.locator(f"#piece-{number} select").first).to_be_visible()


def chooses(person: Person, number: int, **fields: str) -> None:
    for name, label in fields.items():
        person.fill(person.page.locator(f"#id_{number}-{name}"), label)


def does(person: Person, number: int, verb: str, told: str) -> None:
    """A button of a row; the message says that it was done."""
    button = person.page.locator(f"#piece-{number}").get_by_role("button", name=verb).first
    if person.scripts:
        person.click(button)
    else:
        with person.page.expect_navigation():
            person.click(button)
    expect(person.page.locator("#told")).to_have_text(told)


def corrects(person: Person) -> None:
    """The note is dropped; what is missing stood under 二、, and is no part of its own."""
    opens_row(person, NOTE)
    does(person, NOTE, "不要", f"第{NOTE}条不要了，需要时可以恢复。")
    opens_row(person, GAP)
    chooses(person, GAP, level="不分级")
    does(person, GAP, "改好了", f"第{GAP}条已改好。")


def test_with_the_mouse_from_pasting_to_the_pdf(begin: Begin, tmp_path: Path) -> None:
    writer = Person(begin(DESK).enter(factories.user()))
    row = pastes(writer)
    corrects(writer)
    assert pieces(row)[NOTE - 1 : GAP] == ["x||下面是讨论稿，请大家提意见。", "gap||"]
    writer.presses("保存成讲话稿")
    assert MESSAGE in writer.told()
    assert prints(writer, tmp_path) == "".join(PRINTED)


def test_with_the_keyboard_alone(begin: Begin, tmp_path: Path) -> None:
    writer = Typist(begin(DESK).enter(factories.user()))
    pastes(writer)
    corrects(writer)
    writer.presses("保存成讲话稿")
    assert prints(writer, tmp_path) == "".join(PRINTED)


def test_without_scripts(begin: Begin, tmp_path: Path) -> None:
    window = begin(DESK, java_script_enabled=False).enter(factories.user())
    writer = Person(window, scripts=False)
    pastes(writer)
    corrects(writer)
    writer.presses("保存成讲话稿")
    assert prints(writer, tmp_path) == "".join(PRINTED)


# --- On the page -----------------------------------------------------------------------------


@pytest.fixture
def row() -> Import:
    return factories.imported(TEXT)


def test_a_step_leaves_the_page_and_goes_on_at_the_row(begin: Begin, row: Import) -> None:
    writer = Person(begin(DESK).enter(factories.user()))
    page = writer.page
    writer.opens(f"/imports/{row.pk}/")
    page.evaluate("window.isTheSame = true")
    opens_row(writer, 9)
    expect(page.locator("#id_9-role")).to_be_focused()
    does(writer, 9, "并入上一条", "第9条已并入第8条。")
    expect(page.locator("#piece-8")).to_be_focused()
    expect(page.locator("#line-13 [data-piece='8']")).to_have_count(1)
    assert page.evaluate("window.isTheSame")


def test_a_piece_is_split_at_the_cursor(begin: Begin, row: Import) -> None:
    writer = Person(begin(DESK).enter(factories.user()))
    writer.opens(f"/imports/{row.pk}/?piece=3")
    field = writer.field("或者把光标放在要分开的地方")
    field.evaluate("each => { each.focus(); each.setSelectionRange(8, 8); }")
    writer.page.keyboard.type("x")  # here nothing is typed, only pointed
    assert field.input_value() == pieces(row)[2].removeprefix("o||")
    field.evaluate("each => each.setSelectionRange(8, 8)")
    does(writer, 3, "从光标处分开", "已分成第3条和第4条。")
    assert pieces(row)[2:4] == [
        "o||今天召开防汛工作",
        "+o||会议，主要任务是总结上半年工作，部署下半年任务。",
    ]


def test_a_button_pressed_twice_does_it_once(begin: Begin, row: Import) -> None:
    writer = Person(begin(DESK).enter(factories.user()))
    writer.opens(f"/imports/{row.pk}/?piece=9")
    writer.page.locator("#piece-9").get_by_role("button", name="并入上一条").dblclick()
    expect(writer.page.locator("#told")).to_have_text("第9条已并入第8条。")
    row.refresh_from_db()
    assert row.version == 2


def test_repairs_are_looked_through_and_taken_back(begin: Begin, row: Import) -> None:
    page = begin(DESK).enter(factories.user()).open(f"/imports/{row.pk}/")
    page.locator("summary", has_text="修整和删去的").click()
    page.get_by_role("link", name="逐处看").first.click()
    place = page.locator(".mended-places li").first
    expect(place).to_contain_text("第3行 同志们:→：")
    place.get_by_role("button", name="撤销").click()
    expect(page.locator("#told")).to_have_text("已撤销1处，恢复成原文的样子。")
    assert pieces(row)[1] == "sa||同志们:"
    expect(page.locator(".mended-places")).to_have_count(1)  # one goes on in the list


def test_a_session_that_ended_leads_to_the_door_and_back(begin: Begin, row: Import) -> None:
    window = begin(DESK).enter(factories.user())
    page = window.open(f"/imports/{row.pk}/?piece=3")
    window.hold_cookie("sessionid", "gone")
    with page.expect_navigation(url="**/login/**"):
        page.locator("#piece-3").get_by_role("button", name="不要").click()
    assert pieces(row)[2].startswith("o||")


def test_another_window_was_faster(begin: Begin, row: Import) -> None:
    writer = Person(begin(DESK).enter(factories.user()))
    writer.opens(f"/imports/{row.pk}/")
    opens_row(writer, 3)
    importing.undo_repairs(row, ["3:3"], actor=None, seen=row.version)
    page = writer.page
    page.locator("#piece-3").get_by_role("button", name="不要").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".errors")).to_contain_text("所以这一步没有做。")
    assert pieces(row)[2].startswith("o||")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_scrolls_sideways_and_axe_is_content(
    begin: Begin, row: Import, size: dict[str, int]
) -> None:
    importing.undo_repairs(row, ["3:3"], actor=None, seen=row.version)
    window = begin(size).enter(factories.user())
    found = {}
    for query in ("?piece=3&piece=12", "?list=半角改全角", "?list=undone"):
        page = window.open(f"/imports/{row.pk}/{query}")
        found[query] = (page.evaluate(SIDEWAYS), serious(page))
    assert found == dict.fromkeys(found, (0, []))
