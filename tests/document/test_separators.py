"""The marks between run-in children: set where nothing is typed, never beside a typed one."""

from typing import Any

import pytest

from speeches.document.facts import Layout, Marker, NodeFacts, Separator
from speeches.document.marks import ends_with_mark, starts_with_mark
from tests.document.building import items, lines, lone, node, points, text


def run_in(*bodies: str, body: str = "要：", **fields: Any) -> str:
    """The paragraph of a node whose children, of these texts, run in."""
    fields = {"layout": Layout.RUN_IN_TAIL, "marker": Marker.SHI} | fields
    return text(lone(node("", body, *items(*bodies), **fields)))


@pytest.mark.parametrize(
    ("bodies", "paragraph"),
    [
        (["抓学习", "抓整改", "抓落实"], "要：一是抓学习；二是抓整改；三是抓落实。"),
        (["抓学习"], "要：一是抓学习。"),
        # A typed mark stays, whatever it is, and none is set beside it.
        (["抓学习；", "抓整改，", "抓落实"], "要：一是抓学习；二是抓整改，三是抓落实。"),
        (["抓学习、", "抓整改：", "抓落实"], "要：一是抓学习、二是抓整改：三是抓落实。"),
        (["抓学习！", "抓整改？", "抓落实……"], "要：一是抓学习！二是抓整改？三是抓落实……"),
        (["抓学习——", "抓整改", "抓落实；"], "要：一是抓学习——二是抓整改；三是抓落实；"),
        (["抓学习;", "抓整改,", "抓落实."], "要：一是抓学习;二是抓整改,三是抓落实."),
        # A mark inside closing quotes or brackets ends the text too.
        (["说：“干！”", "（略。）", "抓实"], "要：一是说：“干！”二是（略。）三是抓实。"),
        (["办“实事”", "建《账本》", "（略）"], "要：一是办“实事”；二是建《账本》；三是（略）。"),
        # Blanks at the end do not hide a mark, nor does a line end.
        (["抓学习； ", "抓整改\u3000", "抓落实。\n"], "要：一是抓学习；二是抓整改；三是抓落实。"),
        # If one holds a full stop, all end in one.
        (["抓学。每月一次", "抓改", "抓实"], "要：一是抓学。每月一次。二是抓改。三是抓实。"),
        (["抓学习", "抓改", "抓实。每月一次"], "要：一是抓学习。二是抓改。三是抓实。每月一次。"),
        # The one at the very end is no sentence inside an item: it ends the list.
        (["抓学习", "抓整改", "抓落实。"], "要：一是抓学习；二是抓整改；三是抓落实。"),
        (["抓学习", "抓整改", "办“实事。”"], "要：一是抓学习；二是抓整改；三是办“实事。”"),
        (["抓学习；", "抓整改。", "抓落实"], "要：一是抓学习；二是抓整改。三是抓落实。"),
        # A child that says nothing takes no number and no mark.
        (["抓学习", "", " \n", "抓落实"], "要：一是抓学习；二是抓落实。"),
        (["抓学习", "抓落实", "\u3000"], "要：一是抓学习；二是抓落实。"),
        ([], "要："),
    ],
)  # fmt: skip
def test_marks_between_items(bodies: list[str], paragraph: str) -> None:
    assert run_in(*bodies) == paragraph


@pytest.mark.parametrize(
    ("bodies", "paragraph"),
    [
        (["甲", "乙"], "一是甲，二是乙。"),
        (["甲；", "乙"], "一是甲；二是乙。"),
        (["甲。", "乙"], "一是甲。二是乙。"),
    ],
)
def test_marks_of_a_list_divided_by_commas(bodies: list[str], paragraph: str) -> None:
    assert run_in(*bodies, body="", separator=Separator.COMMA) == paragraph


@pytest.mark.parametrize(
    ("separator", "bodies", "paragraph"),
    [
        (Separator.SEMICOLON, ["甲", "乙"], "甲；乙；等等。"),
        (Separator.COMMA, ["甲", "乙"], "甲，乙，等等。"),
        (Separator.COMMA, ["甲"], "甲，等等。"),
        # A mark typed at the end serves for the one before 等等 …
        (Separator.SEMICOLON, ["甲", "乙，"], "甲；乙，等等。"),
        (Separator.COMMA, ["甲", "乙、"], "甲，乙、等等。"),
        # … unless the sentence has ended with it (…… and 等 never stand together: A.9.2).
        (Separator.SEMICOLON, ["甲", "乙。"], "甲；乙。"),
        (Separator.COMMA, ["甲", "乙……"], "甲，乙……"),
        (Separator.COMMA, ["甲", "乙！"], "甲，乙！"),
        # Behind full stops 等等 takes a comma, whichever item holds them.
        (Separator.SEMICOLON, ["甲", "乙。丙"], "甲。乙。丙，等等。"),
        (Separator.SEMICOLON, ["甲。乙", "丙"], "甲。乙。丙，等等。"),
        # 等 that is typed already is not said twice.
        (Separator.SEMICOLON, ["甲", "乙等等"], "甲；乙等等。"),
        (Separator.COMMA, ["甲", "乙等，"], "甲，乙等，"),
        (Separator.SEMICOLON, [], "如下"),
    ],
)
def test_lists_that_end_with_etcetera(
    separator: Separator, bodies: list[str], paragraph: str
) -> None:
    body = "" if bodies else "如下"
    made = run_in(*bodies, body=body, separator=separator, etcetera=True, marker=Marker.NONE)
    assert made == paragraph


@pytest.mark.parametrize(
    ("bodies", "tail", "paragraph"),
    [
        (["甲", "乙"], "这些都要抓紧。", "一是甲；二是乙。这些都要抓紧。"),
        (["甲", "乙"], "，都要抓紧。", "一是甲；二是乙，都要抓紧。"),
        (["甲", "乙；"], "都要抓紧。", "一是甲；二是乙；都要抓紧。"),
        (["甲", "乙"], "\n ……", "一是甲；二是乙……"),
        ([], "都要抓紧", "都要抓紧"),
    ],
)
def test_the_tail_in_the_same_paragraph(bodies: list[str], tail: str, paragraph: str) -> None:
    assert run_in(*bodies, body="", tail=tail) == paragraph


def test_etcetera_before_a_tail_that_brings_its_own_mark() -> None:
    made = run_in("甲", "乙", body="", tail="，不再一一列举。", etcetera=True)
    assert made == "一是甲；二是乙；等等，不再一一列举。"


def test_an_item_that_starts_with_a_mark_takes_the_place_of_the_one_before_it() -> None:
    assert run_in("甲", "，乙", "丙", body="", marker=Marker.NONE) == "甲，乙；丙。"


def nested(*bodies: str, **fields: Any) -> NodeFacts:
    fields |= {"layout": Layout.RUN_IN_TAIL, "marker": Marker.ARABIC_BRACKETED}
    return node("", "内", *items(*bodies), **fields)


@pytest.mark.parametrize(
    ("outer", "paragraph"),
    [
        ([nested("甲", "乙"), node("", "丙")], "一是内（1）甲；（2）乙。二是丙。"),
        ([node("", "丙"), nested("甲", "乙")], "一是丙。二是内（1）甲；（2）乙。"),
        ([nested("甲", "乙；"), node("", "丙")], "一是内（1）甲；（2）乙；二是丙。"),
        ([nested("甲", etcetera=True), node("", "丙")], "一是内（1）甲；等等。二是丙。"),
    ],
)
def test_lists_inside_lists(outer: list[NodeFacts], paragraph: str) -> None:
    whole = node("", "", *outer, layout=Layout.RUN_IN, marker=Marker.SHI)
    assert text(lone(whole)) == paragraph


def test_a_mark_after_an_inner_list_takes_the_place_of_its_full_stop() -> None:
    whole = node("", "", nested("甲", "乙"), tail="，都要抓紧。", layout=Layout.RUN_IN_TAIL)
    assert text(lone(whole)) == "（一）内（1）甲；（2）乙，都要抓紧。"


def test_headings_of_run_in_items_end_in_a_full_stop_and_so_does_every_item() -> None:
    children = [node("抓学习", "每月一次"), node("抓整改。", "立行立改；"), node("抓落实")]
    whole = node("", "", *children, layout=Layout.RUN_IN, marker=Marker.YAO)
    assert text(lone(whole)) == "一要抓学习。每月一次。二要抓整改。立行立改；三要抓落实。"


def test_a_heading_on_its_own_line_inside_a_list_takes_no_mark() -> None:
    first = node("", "抓学习", node("每月一次"))
    whole = node("", "", first, node("", "抓落实"), layout=Layout.RUN_IN, marker=Marker.SHI)
    assert lines(lone(whole)) == ["一是抓学习", "1.每月一次", "二是抓落实。"]


def test_every_paragraph_of_a_list_ends_in_a_mark() -> None:
    children = [
        node("抓学习"),
        node("", "抓整改；"),
        node("抓落实", "一抓到底"),
        *items("常抓\n不懈"),
    ]
    whole = node("", "要做到：", *children, layout=Layout.PARAGRAPHS, marker=Marker.SHI)
    assert lines(lone(whole)) == [
        "要做到：", "一是抓学习。", "二是抓整改；", "三是抓落实。一抓到底。", "四是常抓", "不懈。",
    ]  # fmt: skip


def test_a_tail_behind_a_run_in_heading_is_divided_from_it() -> None:
    children = [node("抓落实", tail="一抓到底", layout=Layout.RUN_IN_TAIL), *points("抓学习")]
    whole = node("", "", *children, layout=Layout.RUN_IN, marker=Marker.SHI)
    assert text(lone(whole)) == "一是抓落实。一抓到底。二是抓学习。"


@pytest.mark.parametrize(
    ("said", "ends"),
    [("", False), ("抓落实", False), ("抓落实。", True), ("“抓落实。”", True), ("（甲）", False),
     ("。）》", True), ("——", True), ("。甲", False), ("\n", False)],
)  # fmt: skip
def test_ends_with_mark(said: str, ends: bool) -> None:
    assert ends_with_mark(said) is ends


@pytest.mark.parametrize(
    ("said", "starts"), [("", False), ("，甲", True), ("……", True), ("“甲", False), ("）", False)]
)
def test_starts_with_mark(said: str, starts: bool) -> None:
    assert starts_with_mark(said) is starts


def test_a_paragraph_that_is_a_heading_of_the_next_level_takes_no_mark() -> None:
    whole = node("", "", node("", "抓学习", node("每月一次")), layout=Layout.PARAGRAPHS)
    assert lines(lone(whole)) == ["（一）抓学习", "1.每月一次"]
