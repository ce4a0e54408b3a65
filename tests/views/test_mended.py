"""What the page of an import says of its repairs."""

from __future__ import annotations

from speeches.importing.cleaning import clean
from speeches.importing.parsing import parse
from speeches.importing.source import LAYOUT
from speeches.views.mended import CUT_APART, Mended, mendings, undone
from tests.importing.test_damaged import TEXT as DAMAGED

HALF = '关于防汛的讲话\n同志们：\n今天讲两点,请注意,谢谢。\n“一件 事"很急。'


def test_repairs_are_told_by_reason_and_one_list_is_open() -> None:
    cleaned = clean(HALF)
    told = mendings(cleaned.repairs, cleaned.lines, listed="半角改全角", edited=False)
    assert [(one.reason, one.count, len(one.shown)) for one in told] == [
        ("半角改全角", 2, 2),
        ("删去空格", 1, 0),
        ("引号配对", 1, 0),
    ]
    assert told[0].shown[0] == Mended("3:5", 3, "今天讲两点", "请注意,谢谢。", ",", "，")


def test_what_has_no_shape_is_called_by_its_name() -> None:
    cleaned = clean(HALF)
    (_, blanks, _) = mendings(cleaned.repairs, cleaned.lines, listed="删去空格", edited=False)
    assert blanks.shown == (Mended("4:3", 4, "“一件", '事"很急。', "空格", "（无）"),)


def test_blanks_outside_of_a_line_are_no_news() -> None:
    cleaned = clean(DAMAGED)
    told = mendings(cleaned.removed, cleaned.lines, listed="", edited=False)
    assert [(one.reason, one.count) for one in told] == [("网站的付费提示", 5)]
    assert LAYOUT in {one.reason for one in cleaned.removed}


GLUED = (
    "关于建设的讲话\n同志们：\n（一）抓建设。新建学校，改造校舍。（二）抓质量。开展教研，组织评比。"
)


def test_a_cut_cannot_be_undone_under_pieces_that_were_edited() -> None:
    told = parse(GLUED)
    cuts = {
        edited: [
            (one.reason, one.why_not)
            for one in mendings(told.repairs, GLUED.split("\n"), listed="", edited=edited)
        ]
        for edited in (False, True)
    }
    assert cuts == {False: [("标题另起一段", "")], True: [("标题另起一段", CUT_APART)]}


def test_what_was_taken_back_is_told_in_the_order_of_the_source() -> None:
    lines = HALF.split("\n")
    assert undone(["4:3", "3:5", "3:0-2", "2:4+", "99:4"], lines) == [
        Mended("2:4+", 2, "同志们：", "", "换行", ""),
        Mended("3:0-2", 3, "", "讲两点,请注意,", "今天", ""),
        Mended("3:5", 3, "今天讲两点", "请注意,谢谢。", ",", ""),
        Mended("4:3", 4, "“一件", '事"很急。', "空格", ""),
        Mended("99:4", 99, "", "", "（无）", ""),
    ]
