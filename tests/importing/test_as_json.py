"""The outline as the fixed JSON object."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from speeches.document.facts import Kind, Marker
from speeches.importing.as_json import as_json, paragraphs_of
from speeches.importing.nodes import Node
from speeches.importing.outline import Outline, outline
from speeches.importing.parsing import parse
from speeches.importing.pieces import Piece
from tests.importing.building import pieces
from tests.importing.test_outline import any_pieces

KEYS = [
    "kind", "title", "subtitle", "speaker", "date", "salutation", "opening", "sections", "closing",
    "repairs", "unrecognised", "placeholders", "speech_id",
]  # fmt: skip

SPEECH = """\
在会上的讲话
市教育局局长 方明
（2022年6月1日）
同志们：
今天，我们开会。
一、肯定成绩
今年以来，成绩不少。
（一）建设加快。新建×所。一要抓早：（1）抓规划；（2）抓选址。二要抓小。都重要。
（二）质量提高
多想办法。
在肯定成绩的同时，也要清醒看到不足：质量不高；人手不够。要改。

登录后查看全文

（三）工作要到位：
抓紧抓实.
谢谢大家！"""


def test_the_whole_object() -> None:
    made = as_json(parse(SPEECH), speech_id=7)
    assert list(made) == KEYS
    problems = "在肯定成绩的同时，也要清醒看到不足：质量不高；人手不够。要改。"
    assert made == {
        "kind": "speech",
        "title": "在会上的讲话",
        "subtitle": None,
        "speaker": "市教育局局长 方明",
        "date": "2022-06-01",
        "salutation": "同志们：",
        "opening": ["今天，我们开会。"],
        "sections": [
            {
                "heading": "肯定成绩",
                "kind": "achievements",
                "lead": ["今年以来，成绩不少。"],
                "points": [
                    {
                        "heading": "建设加快",
                        "body": ["新建×所。"],
                        "items": [
                            {
                                "marker": "一要",
                                "text": "抓早：",
                                "items": [
                                    {"marker": "（1）", "text": "抓规划；", "items": []},
                                    {"marker": "（2）", "text": "抓选址。", "items": []},
                                ],
                            },
                            {"marker": "二要", "text": "抓小。都重要。", "items": []},
                        ],
                        "tail": [],
                    },
                    {"heading": "质量提高", "body": ["多想办法。"], "items": [], "tail": []},
                ],
                "tail": [problems],
            },
            {
                "heading": None,
                "kind": "requirements",
                "lead": [],
                "points": [
                    {"heading": "工作要到位", "body": ["抓紧抓实。"], "items": [], "tail": []}
                ],
                "tail": [],
            },
        ],
        "closing": ["谢谢大家！"],
        "repairs": [
            {"line": 13, "before": "登录后查看全文", "after": "", "reason": "网站的付费提示"},
            {"line": 16, "before": ".", "after": "。", "reason": "半角改全角"},
        ],
        "unrecognised": [
            {"line": 13, "text": "登录后查看全文", "reason": "此处原文缺失"},
            {"line": 15, "text": "（三）", "reason": "序号不连贯：从“（三）”开始"},
        ],
        "placeholders": 1,
        "speech_id": 7,
    }


def test_what_is_missing_is_null_or_empty() -> None:
    made = as_json(Outline())
    assert [made[key] for key in KEYS] == [
        "speech", None, None, None, None, None, [], [], [], [], [], 0, None,
    ]  # fmt: skip


def test_another_genre_and_a_masked_date() -> None:
    text = "全市工作会议主持词\n（20XX年X月X日）\n会议共有三项议程。\n下面，请李明同志讲话。"
    made = as_json(parse(text))
    assert (made["kind"], made["date"]) == ("other", "20XX年X月X日")


def test_a_list_in_a_paragraph_of_its_own_behind_the_points_is_their_tail() -> None:
    text = (
        "讲话\n一、甲\n（一）乙。丙。\n（二）丁。戊。\n（三）己。庚。\n做到：一是辛辛；二是壬壬。"
    )
    (section,) = as_json(outline(pieces(text)))["sections"]
    assert section["tail"] == ["做到：一是辛辛；二是壬壬。"]


def test_a_part_without_a_heading_whose_points_have_paragraphs_stands_for_itself() -> None:
    text = "讲话\n一、甲\n一是乙。\n二是丙。\n还有：\n一是丁。\n二是戊。"
    sections = as_json(outline(pieces(text)))["sections"]
    assert [(section["heading"], section["lead"]) for section in sections] == [
        ("甲", []),
        (None, ["还有："]),
    ]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("一是丁。\n二是戊。", [["一是", "二是"]]),
        ("首先，丁。\n其次，戊。", [["首先，", "其次，"]]),
        ("要做到：（1）丁；（2）戊。", [["（1）", "（2）"]]),
        ("（一）丁，戊。\n（二）己，庚。", [[], []]),
        ("第一，丁。\n戊。\n第二，己。\n庚。", [[], []]),
    ],
)
def test_items_right_under_a_part_keep_their_markers(text: str, markers: list[list[str]]) -> None:
    (section,) = as_json(outline(pieces(f"讲话\n一、甲\n{text}")))["sections"]
    told = [[item["marker"] for item in point["items"]] for point in section["points"]]
    assert told == markers


def test_a_text_that_is_not_to_be_repaired_tells_of_no_repair() -> None:
    made = as_json(parse(SPEECH, repair=False))
    assert list(made) == KEYS
    headings = [point["heading"] for part in made["sections"] for point in part["points"]]
    assert list(filter(None, headings)) == ["建设加快", "质量提高", "工作要到位"]
    assert (made["repairs"], made["unrecognised"], made["closing"]) == ([], [], ["谢谢大家！"])
    assert "登录后查看全文" in json.dumps(made["sections"], ensure_ascii=False)


def test_items_with_headings_and_tails_tell_all_their_text() -> None:
    inner = Node(
        Kind.ITEM,
        "办法多",
        run_in=True,
        body=("一个接一个。", "还有。"),
        tail=("完。",),
        label="（1）",
    )
    ended = Node(Kind.ITEM, "抓得好！", run_in=True, body=("再抓。",), label="（2）")
    alone = Node(Kind.ITEM, "标题", label="（3）", marker=Marker.ARABIC_BRACKETED)
    point = Node(Kind.POINT, "乙", children=(inner, ended, alone))
    made = as_json(Outline(sections=(Node(Kind.NARRATIVE, "甲", children=(point,)),)))
    items = made["sections"][0]["points"][0]["items"]
    assert [item["text"] for item in items] == [
        "办法多。一个接一个。\n还有。\n完。",
        "抓得好！再抓。",
        "标题",
    ]


def test_the_paragraphs_of_a_node_with_all_that_runs_in() -> None:
    first = Node(Kind.ITEM, body=("乙；",), label="一是", joined=True)
    second = Node(Kind.ITEM, body=("丙。", "丁。"), label="二是", joined=True)
    own = Node(Kind.ITEM, body=("戊。",), label="三是")
    node = Node(Kind.POINT, body=("甲：",), children=(first, second, own), tail=("己。", "庚。"))
    assert paragraphs_of(node) == ["甲：一是乙；二是丙。", "丁。", "三是戊。", "己。", "庚。"]
    joined = Node(Kind.POINT, children=(own,), tail=("己。", "庚。"), tail_joined=True)
    assert paragraphs_of(joined) == ["三是戊。己。", "庚。"]


@given(any_pieces)
def test_any_outline_is_plain_json(made: list[Piece]) -> None:
    found = as_json(outline(made))
    assert json.loads(json.dumps(found)) == found
