"""The tree that pieces make, whatever a person did to them."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from speeches.document.facts import MAX_DEPTH, Kind, Marker
from speeches.importing.collectives import Collective
from speeches.importing.facts import facts_of
from speeches.importing.jumps import Jump
from speeches.importing.nodes import Node, every
from speeches.importing.outline import Doubtful, Outline, outline
from speeches.importing.pieces import Piece, Role
from tests.importing import shapes
from tests.importing.building import pieces


def read(text: str) -> Outline:
    return outline(pieces(text))


def tree(nodes: tuple[Node, ...]) -> list[object]:
    """Headings, or first words, with what stands below."""
    return [
        [node.heading or "".join(node.body[:1]), *tree(node.children)] if node.children
        else node.heading or "".join(node.body[:1])
        for node in nodes
    ]  # fmt: skip


def test_the_anatomy_of_a_speech() -> None:
    found = read(shapes.text(shapes.WITH_PROBLEMS))
    assert found.title == ("在半年度交通工作汇报会上的讲话提纲",)
    assert len(found.opening) == 1
    assert tree(found.sections) == [
        ["肯定上半年工作", "客运稳中有升", "项目稳中提速", "安全稳定可控"],
        [
            "在肯定成绩的同时，也要清醒看到问题，主要是：",
            "路网密度不高，",
            "枢纽功能不强，",
            "服务水平参差不齐，等等。",
        ],
        "明确下半年工作重点",
        [
            "狠抓工作落实",
            ["工作要到岗", "领导带头；", "层层落实。"],
            ["工作要到位", "坚持务实。不搞花架子。", "坚持创新。多想新办法。"],
        ],
    ]
    assert [section.kind for section in found.sections] == [
        Kind.ACHIEVEMENTS,
        Kind.PROBLEMS,
        Kind.PRIORITIES,
        Kind.REQUIREMENTS,
    ]
    assert [node.kind for node in every(found.sections[3:])] == [
        Kind.REQUIREMENTS,
        *[Kind.REQUIREMENT, Kind.ITEM, Kind.ITEM] * 2,
    ]
    names = [name.quoted for name in found.collectives]
    assert names == ["“三稳”", "“三大工程”", "“两个坚持”"]
    assert found.collectives[0] == Collective("三", "稳")
    assert found.jumps == ()


def test_the_title_block() -> None:
    found = read(
        "凝心聚力\n谱写新篇\n——在全市会议上的讲话\n市教育局党委书记\n方 明\n"
        "（2022年6月1日，根据录音整理）\n同志们：\n一、甲"
    )
    block = (found.title, found.subtitle, found.post, found.speaker, found.salutation)
    assert block == (
        ("凝心聚力", "谱写新篇"),
        "在全市会议上的讲话",
        "市教育局党委书记",
        "方 明",
        "同志们：",
    )
    assert (found.date, found.date_note) == (datetime.date(2022, 6, 1), "根据录音整理")


def test_nothing_is_made_of_nothing() -> None:
    assert outline(()) == Outline()


def test_a_tail_stands_behind_the_points() -> None:
    (section,) = read(
        "讲话\n一、甲\n（一）乙。丙。\n（二）丁。戊。\n（三）己。庚。\n都重要。"
    ).sections
    assert section.tail == ("都重要。",)
    (section,) = read("讲话\n一、甲\n要求：一是乙丙；二是丁戊。都重要。\n还有。").sections
    assert (section.tail, section.tail_joined) == (("都重要。", "还有。"), True)


def test_a_point_behind_a_tail_leaves_no_text_behind() -> None:
    tail = Piece(Role.TAIL, "尾。", 4, level=1)
    point = Piece(
        Role.ITEM, "点。", 5, lead="（二）", level=2, marker=Marker.HAN_BRACKETED, number=2
    )
    found = outline((*pieces("讲话\n一、甲\n（一）乙"), tail, point))
    assert [child.body for child in found.sections[0].children] == [("尾。",), ("点。",)]
    below = pieces("讲话\n一、甲\n（一）乙\n1.丙\n2.丁")
    found = outline((*below, tail, point))
    assert found.sections[0].children[0].tail == ("尾。",)
    assert found.sections[0].tail == ()


def test_pieces_without_a_part_open_one_or_join_the_opening() -> None:
    item = Piece(Role.ITEM, "点。", 1, lead="一是", level=3, marker=Marker.SHI, number=1)
    assert tree(outline((item,)).sections) == [["", "点。"]]
    assert outline((Piece(Role.TAIL, "尾。", 1), Piece(Role.BODY, "文。", 2))).opening == (
        "尾。",
        "文。",
    )
    assert outline((item, Piece(Role.OPENING, "迟来。", 2))).opening == ("迟来。",)


def test_a_tail_without_points_is_body() -> None:
    found = outline((*pieces("讲话\n一、甲"), Piece(Role.TAIL, "尾。", 3, level=1)))
    assert (found.sections[0].body, found.sections[0].tail) == (("尾。",), ())


def test_what_was_not_recognised_is_listed_and_what_was_dropped_is_not() -> None:
    found = pieces("讲话\n第35期\n同志们：\n一、甲\n〓\n乙。")
    made = outline([*found[:-1], replace(found[-1], role=Role.DROPPED)])
    assert made.unrecognised == (Doubtful(2, "第35期", "标题与正文之间看不出用途的一行"),)
    assert made.gaps == (Doubtful(5, "", "此处原文缺失"),)
    assert made.sections[0].body == ()


def test_the_number_before_the_parts() -> None:
    assert read("讲话\n一、甲\n二、乙").marker is Marker.OUTLINE
    assert read("讲话\n第一部分 甲\n第二部分 乙").marker is Marker.OUTLINE
    assert read("讲话\n1、甲\n2、乙").marker is Marker.ARABIC
    assert read("讲话\n一是甲乙。\n二是丙丁。").marker is Marker.OUTLINE
    assert outline((Piece(Role.HEADING, "甲", 1, level=1),)).marker is Marker.NONE


def test_numbers_that_do_not_count_up_are_reported() -> None:
    found = read(
        "讲话\n一、甲\n（二）乙\n（二）丙\n（四）丁\n三、戊\n"
        "要求：一是己庚；三是辛壬。\n四、癸\n1.子。\n〓\n（三）丑\n（四）寅"
    )
    assert found.jumps == (
        Jump(3, "（二）", "序号不连贯：从“（二）”开始"),
        Jump(4, "（二）", "序号重复：“（二）”之后还是“（二）”"),
        Jump(5, "（四）", "序号不连贯：“（二）”之后是“（四）”"),
        Jump(6, "三、", "序号不连贯：“一、”之后是“三、”"),
        Jump(7, "三是", "序号不连贯：“一是”之后是“三是”"),
        Jump(11, "（三）", "序号不连贯：从“（三）”开始"),
    )


def test_numbers_that_run_on_into_a_part_without_a_heading_are_no_jump() -> None:
    text = "讲话\n一、成绩\n（一）甲\n（二）乙\n在肯定成绩的同时，还有不足。\n（三）丙\n二、任务"
    found = read(text)
    assert [len(section.children) for section in found.sections] == [2, 1, 0]
    assert found.jumps == ()


def test_another_form_in_the_same_list_is_reported() -> None:
    first, second = pieces("讲话\n一是甲乙。\n二是丙丁。")[1:]
    found = outline((first, replace(second, marker=Marker.YAO, lead="二要")))
    assert found.jumps == (Jump(3, "二要", "“一是”之后是“二要”，序号形式不一致"),)


def test_levels_are_no_deeper_than_the_app_has_them() -> None:
    deep = [Piece(Role.ITEM, "甲", 1, level=level) for level in range(1, 20)]
    depth, (node, *_) = 1, outline(deep).sections
    while node.children:
        depth, node = depth + 1, node.children[0]
    assert depth == MAX_DEPTH


any_pieces = st.lists(
    st.builds(
        Piece,
        role=st.sampled_from(Role),
        text=st.sampled_from(
            ("甲。", "乙：", "丙", " ", "“五稳”", "{合称}", "2020年1月1日", "局长 李明")
        ),
        line=st.integers(1, 9),
        lead=st.sampled_from(("", "一、", "（二）", "三是", "首先，")),
        level=st.integers(0, MAX_DEPTH + 1),
        marker=st.sampled_from(Marker),
        number=st.integers(0, 4),
        joined=st.booleans(),
        kind=st.none() | st.sampled_from(Kind),
    ),
    max_size=12,
)

_NOWHERE = (Role.GAP, Role.DROPPED, Role.UNRECOGNISED)
_ABOVE = tuple(role for role in Role if role.is_above)


def texts_of(node: Node) -> list[str]:
    below = [text for child in node.children for text in texts_of(child)]
    return [node.heading, *node.body, *below, *node.tail]


@given(any_pieces)
def test_any_pieces_make_an_outline_and_facts_and_lose_no_text(made: list[Piece]) -> None:
    found = outline(made)
    told = [*found.opening, *found.closing]
    told += [text for section in found.sections for text in texts_of(section)]
    expected = sorted("".join(_kept(piece) for piece in made).replace("。", "").replace(" ", ""))
    assert sorted("".join(told).replace("。", "").replace(" ", "")) == expected
    facts_of(found)


def _kept(piece: Piece) -> str:
    """What of a piece stands in the opening, the parts or the closing."""
    if piece.role in (*_NOWHERE, *_ABOVE):
        return ""
    return piece.text if piece.role.opens else piece.raw
