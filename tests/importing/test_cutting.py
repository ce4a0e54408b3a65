"""What a text is cut into, shape by shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.importing.cleaning import clean
from speeches.importing.cutting import pieces_of
from speeches.importing.pieces import Stretch, spans_of
from tests.importing import shapes
from tests.importing.building import below, cleaned, code, pieces


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_every_line_of_a_shape_is_what_it_is(name: str) -> None:
    shape = shapes.SHAPES[name]
    first: dict[int, str] = {}
    for piece in pieces_of(clean(shapes.text(shape))):
        first.setdefault(piece.line, code(piece))
    found = [(first.get(line), text) for line, (_, text) in enumerate(shapes.lines(shape), 1)]
    assert found == shapes.lines(shape)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、甲乙\n要求：一是甲乙；二是丙丁。都要落实。",
            [
                "h1|一、|甲乙",
                "b||要求：",
                "+i2|一是|甲乙；",
                "+i2|二是|丙丁。",
                "+tl1||都要落实。",
            ],
        ),
        (
            "一、甲乙\n（一）丙丁。1.戊己。2.庚辛。\n3.壬癸。子丑。\n（二）寅卯。辰巳。",
            [
                "h1|一、|甲乙",
                "r2|（一）|丙丁。",
                "+i3|1.|戊己。",
                "+i3|2.|庚辛。",
                "r3|3.|壬癸。",
                "+b||子丑。",
                "r2|（二）|寅卯。",
                "+b||辰巳。",
            ],
        ),
        (
            "一、甲乙\n要求：一是丙丁。二是戊己。\n五是庚辛。\n六是壬癸。",
            ["h1|一、|甲乙", "b||要求：一是丙丁。二是戊己。", "i2|五是|庚辛。", "i2|六是|壬癸。"],
        ),
        (
            "一、甲乙\n一是丙丁\n二是戊己\n（一）庚辛\n壬癸。\n（二）子丑\n寅卯。",
            [
                "h1|一、|甲乙",
                "i2|一是|丙丁",
                "i2|二是|戊己",
                "h3|（一）|庚辛",
                "b||壬癸。",
                "h3|（二）|子丑",
                "b||寅卯。",
            ],
        ),
        (
            "一、甲乙\n第一，为什么抓。\n丙丁。\n第二，抓什么。\n一是戊己。\n二是庚辛。",
            [
                "h1|一、|甲乙",
                "h2|第一，|为什么抓。",
                "b||丙丁。",
                "h2|第二，|抓什么。",
                "i3|一是|戊己。",
                "i3|二是|庚辛。",
            ],
        ),
        (
            "一、甲乙\n第一，抓早。\n第二，抓小。\n丙丁。",
            ["h1|一、|甲乙", "i2|第一，|抓早。", "i2|第二，|抓小。", "b||丙丁。"],
        ),
        (
            "一、甲乙\n第一，抓早。\n丙丁。\n第二，抓小。",
            ["h1|一、|甲乙", "i2|第一，|抓早。", "b||丙丁。", "i2|第二，|抓小。"],
        ),
        (
            "一、甲乙\n（一）丙\n丁戊。\n（二）己\n庚辛。\n这些成绩的取得，来之不易。\n二、壬\n癸。",
            [
                "h1|一、|甲乙",
                "h2|（一）|丙",
                "b||丁戊。",
                "h2|（二）|己",
                "b||庚辛。",
                "tl1||这些成绩的取得，来之不易。",
                "h1|二、|壬",
                "b||癸。",
            ],
        ),
        ("一、甲乙\n一是甲乙；二是丙丁。", ["h1|一、|甲乙", "i2|一是|甲乙；", "+i2|二是|丙丁。"]),
        (
            "（一）甲乙。一是丙：（1）丁；（2）戊。二是己庚。",
            [
                "r1|（一）|甲乙。",
                "+i2|一是|丙：",
                "+i3|（1）|丁；",
                "+i3|（2）|戊。",
                "+i2|二是|己庚。",
            ],
        ),
        (
            "一、甲乙\n任务是：一是甲乙。\n二是丙丁。\n三是戊己。",
            [
                "h1|一、|甲乙",
                "b||任务是：",
                "+i2|一是|甲乙。",
                "i2|二是|丙丁。",
                "i2|三是|戊己。",
            ],
        ),
        (
            "一、甲乙\n任务是：一是甲乙。\n二是丙丁。\n（一）戊己\n（二）庚辛",
            [
                "h1|一、|甲乙",
                "b||任务是：一是甲乙。",
                "b||二是丙丁。",
                "h2|（一）|戊己",
                "h2|（二）|庚辛",
            ],
        ),
        (
            "一、甲乙\n完成（3）项任务，一是甲乙。\n二是丙丁。\n三是戊己。",
            [
                "h1|一、|甲乙",
                "b||完成（3）项任务，",
                "+i2|一是|甲乙。",
                "i2|二是|丙丁。",
                "i2|三是|戊己。",
            ],
        ),
        ("一、甲乙\n一是甲乙，并无下文。", ["h1|一、|甲乙", "b||一是甲乙，并无下文。"]),
        (
            "一、甲乙\n要求：首先，甲乙；其次，丙丁；最后，戊己。",
            [
                "h1|一、|甲乙",
                "b||要求：",
                "+i2|首先，|甲乙；",
                "+i2|其次，|丙丁；",
                "+i2|最后，|戊己。",
            ],
        ),
        (
            "一、甲乙\n（一）丙丁\n1.戊己。\n（二）庚辛",
            [
                "h1|一、|甲乙",
                "h2|（一）|丙丁",
                "i3|1.|戊己。",
                "h2|（二）|庚辛",
            ],
        ),
        (
            "今天，开会：一是甲乙；二是丙丁。\n一、戊己",
            [
                "o||今天，开会：一是甲乙；二是丙丁。",
                "h1|一、|戊己",
            ],
        ),
        (
            "今天，开会：\n一是甲乙。\n二是丙丁。\n一、戊己",
            [
                "o||今天，开会：",
                "o||一是甲乙。",
                "o||二是丙丁。",
                "h1|一、|戊己",
            ],
        ),
        ("一是甲乙。\n二是丙丁。", ["i2|一是|甲乙。", "i2|二是|丙丁。"]),
        (
            "一、甲乙\n要求：一是甲乙；二是丙丁。\n（一）戊己。庚辛\n（二）壬癸",
            [
                "h1|一、|甲乙",
                "b||要求：一是甲乙；二是丙丁。",
                "r2|（一）|戊己。",
                "+b||庚辛",
                "h2|（二）|壬癸",
            ],
        ),
        (
            "一、甲乙\n一是甲乙。\n二是丙丁。\n（一）戊己\n（二）庚辛",
            [
                "h1|一、|甲乙",
                "b||一是甲乙。",
                "b||二是丙丁。",
                "h2|（一）|戊己",
                "h2|（二）|庚辛",
            ],
        ),
        (
            "一、甲乙\n一是甲乙。\n（一）丙丁\n（二）戊己\n二是庚辛。",
            [
                "h1|一、|甲乙",
                "i2|一是|甲乙。",
                "h3|（一）|丙丁",
                "h3|（二）|戊己",
                "i2|二是|庚辛。",
            ],
        ),
        (
            "一、甲乙\n要求：一是甲乙；二是丙丁。\n目标：一是戊己；二是庚辛。",
            [
                "h1|一、|甲乙",
                "b||要求：",
                "+i2|一是|甲乙；",
                "+i2|二是|丙丁。",
                "l1||目标：",
                "+i2|一是|戊己；",
                "+i2|二是|庚辛。",
            ],
        ),
        (
            "一、甲乙\n（一）丙丁\n要求：一是甲乙；二是丙丁。\n目标：一是戊己；二是庚辛。\n还要看到壬癸。",
            [
                "h1|一、|甲乙",
                "h2|（一）|丙丁",
                "b||要求：",
                "+i3|一是|甲乙；",
                "+i3|二是|丙丁。",
                "tl2||目标：一是戊己；二是庚辛。",
                "tl2||还要看到壬癸。",
            ],
        ),
        (
            "一、甲乙\n一是甲乙。\n二是丙丁。\n同时做到：\n一是戊己。\n二是庚辛。",
            [
                "h1|一、|甲乙",
                "i2|一是|甲乙。",
                "i2|二是|丙丁。",
                "l1||同时做到：",
                "i2|一是|戊己。",
                "i2|二是|庚辛。",
            ],
        ),
        ("一、甲乙\n——\n（一）丙丁", ["h1|一、|甲乙", "?||——", "h2|（一）|丙丁"]),
        (
            "一、甲乙\n（一）丙丁\n1、戊己。\n（1）庚辛。\n3、壬癸。",
            [
                "h1|一、|甲乙",
                "h2|（一）|丙丁",
                "h3|1、|戊己。",
                "i4|（1）|庚辛。",
                "i3|3、|壬癸。",
            ],
        ),
        (
            "一、甲乙\n丙丁。\n市民政局\n2020年7月1日",
            [
                "h1|一、|甲乙",
                "b||丙丁。",
                "?||市民政局",
                "d||2020年7月1日",
            ],
        ),
        ("一、甲乙\n丙丁。\n2020年7月1日", ["h1|一、|甲乙", "b||丙丁。", "d||2020年7月1日"]),
        (
            "一、甲乙\n丙丁。\n谢谢大家！\n以上内容仅供参考。",
            [
                "h1|一、|甲乙",
                "b||丙丁。",
                "c||谢谢大家！",
                "?||以上内容仅供参考。",
            ],
        ),
        (
            "一、甲乙\n同志们，要抓紧。\n同志们，让我们努力！",
            [
                "h1|一、|甲乙",
                "b||同志们，要抓紧。",
                "c||同志们，让我们努力！",
            ],
        ),
        ("一、甲乙，丙丁。戊己", ["r1|一、|甲乙，丙丁。", "+b||戊己"]),
        (
            "（一）甲乙，丙丁。\n（二）戊己，庚辛。",
            ["i2|（一）|甲乙，丙丁。", "i2|（二）|戊己，庚辛。"],
        ),
        ("今天开会。\n大家好。", ["o||今天开会。", "o||大家好。"]),
        (
            "一、甲乙\n丙丁。\n我就讲这些，谢谢大家。",
            ["h1|一、|甲乙", "b||丙丁。", "c||我就讲这些，谢谢大家。"],
        ),
    ],
)
def test_pieces_of_a_text_without_a_title(text: str, expected: list[str]) -> None:
    assert below(text) == expected


@pytest.mark.parametrize(
    ("below_it", "expected"),
    [
        ("要抓紧。", "h2"),
        ("1.抓早。抓细。", "h2"),
        ("（二）抓好作风建设。", "i2"),
        ("同志们，要抓紧。", "i2"),
        ("", "i2"),
    ],
)
def test_a_sentence_that_stands_above_text_of_its_own_is_a_heading(
    below_it: str, expected: str
) -> None:
    first = below(f"一、甲乙\n（一）抓好队伍建设。\n{below_it}")[1]
    assert first == f"{expected}|（一）|抓好队伍建设。"


@pytest.mark.parametrize("said", ["新建12所。", "抓早；抓小。", "抓早。抓小。", "抓" * 31 + "。"])
def test_a_sentence_that_reports_is_no_heading(said: str) -> None:
    assert below(f"一、甲乙\n（一）甲。\n（二）{said}\n还有。")[2][0] in "ir"


def test_what_nobody_knows_above_the_opening_is_listed_with_its_reason() -> None:
    found = pieces("在会上的讲话\n在会上的讲话\n第35期\n同志们：\n一、甲")
    assert [(code(piece), piece.reason) for piece in found] == [
        ("t", ""),
        ("?", "与上面的一行重复"),
        ("?", "标题与正文之间看不出用途的一行"),
        ("sa", ""),
        ("h1", ""),
    ]


@given(st.sampled_from(sorted(shapes.SHAPES)))
def test_a_piece_knows_where_it_stands_in_the_source(name: str) -> None:
    found = clean(shapes.text(shapes.SHAPES[name]))
    for piece in pieces_of(found):
        spans = spans_of(piece, found)
        assert spans[0].line == piece.line


def test_the_pieces_of_a_paragraph_touch() -> None:
    found = pieces_of(cleaned("讲话\n一、甲乙。丙：一是丁戊；二是己庚。辛。"))
    assert [piece.stretches for piece in found[1:]] == [
        (Stretch(1, 0, 5),),
        (Stretch(1, 5, 7),),
        (Stretch(1, 7, 12),),
        (Stretch(1, 12, 17),),
        (Stretch(1, 17, 19),),
    ]
