"""The words of titles, and where between them a line may end."""

from __future__ import annotations

from pathlib import Path

import pytest

from speeches.typeset.words import BadLexicon, Kind, breaks, lexicon, pieces


def read(text: str) -> str:
    return "|".join(text[piece.start : piece.end] for piece in pieces(text))


@pytest.mark.parametrize(
    "expected",
    [
        "在|全市|教育系统|上半年|工作会议|上|的|讲话",
        "在|2026年7月16日|半年工作汇报会|上|的|讲话提纲",
        "在|第十五届|人民代表大会|第三次|会议|上|的|工作报告",
        "党的|二十届四中全会|精神",
        "党的建设|工作|座谈会",
        "澄|川|市|教育局",
        "加强|和|改进|新时代|思想政治|工作",
        "GDP|增|长|5.2%",
        "三年行动|计划|（|2026|—|2028年|）",
        "统一|部署|一|致|行动",
        "",
    ],
)
def test_a_title_is_read_as_the_fewest_pieces(expected: str) -> None:
    assert read(expected.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("在会议上的讲话", [Kind.OPENS, Kind.HEAD, Kind.CLOSES, Kind.CLOSES, Kind.HEAD]),
        ("落实第三次工作", [Kind.VERB, Kind.NUMBER, Kind.WORD]),
        ("甲和乙暨", [Kind.UNKNOWN, Kind.LINK, Kind.UNKNOWN, Kind.HINGE]),
    ],
)
def test_a_piece_knows_what_it_is(text: str, kinds: list[Kind]) -> None:
    assert [piece.kind for piece in pieces(text)] == kinds


@pytest.mark.parametrize(
    ("text", "costs"),
    [
        ("在会议上的讲话", {"在会议上的": 0.0}),
        ("全市重点工作", {"全市": 1.0}),
        ("全市工作会议", {"全市": 0.5}),
        ("工作会议暨推进会", {"工作会议": 0.0}),
        ("学习和工作", {"学习": 1.0, "学习和": 2.5}),
        ("部门落实责任", {"部门": 0.8, "部门落实": 2.0}),
        ("部门第三次评议", {"部门": 1.0, "部门第三次": 2.0}),
        ("抓落实，促发展", {"抓落实，": 0.0}),
        ("真抓实干　攻坚克难", {"真抓实干": 0.0}),
        ("教育工作　攻坚克难", {"教育": 2.5, "教育工作": 0.0}),
        ("讲话（提纲）", {"讲话": 0.5}),
        ("工作——目标", {"工作": 0.5}),
        ("教育庥庥", {"教育": 2.0, "教育庥": 6.0}),
        ("“教育工作”", {"“教育": 7.0}),
        ("“全市教育系统重点工作责任目标”", {
            "“全市": 3.0, "“全市教育系统": 3.0, "“全市教育系统重点工作": 3.0,
            "“全市教育系统重点工作责任": 3.0,
        }),
        ("《全市教育工作》", {"《全市": 7.0, "《全市教育": 7.0}),
        ("为人民", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_line_may_end_between_words_at_a_cost(text: str, costs: dict[str, float]) -> None:
    assert {text[: each.offset]: each.cost for each in breaks(text)} == costs


def test_the_lexicon_has_its_words() -> None:
    words, longest = lexicon()
    assert len(words) >= 800
    assert longest == max(map(len, words))


COMPLETE = """
[words]
scope = ["全市"]
field = []
time = []
quality = []
action = []
theme = []
verb = []
meeting = []
document = []
[joints]
closes = []
opens = []
links = []
hinges = []
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("time = []", "", "words.toml: the lists are not those expected"),
        ("[joints]", "[joints]\nmore = []", "words.toml: the lists are not those expected"),
        ("time = []", 'time = ["全市"]', "words.time: 全市 stands there twice"),
        ("time = []", 'time = ["a"]', "words.time: 'a' is no word"),
        ("time = []", 'time = [""]', "words.time: '' is no word"),
        ("time = []", "time = [1]", "words.time: 1 is no word"),
        ("time = []", 'time = "全年"', "words.time: no list"),
        ("[words]", "lone = 1\n[words]", "words.toml: the lists are not those expected"),
        ("[words]", "[words", "words.toml: Expected"),
    ],
)
def test_a_lexicon_that_cannot_be_right_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "words.toml"
    path.write_text(COMPLETE.replace(old, new), encoding="utf-8")
    with pytest.raises(BadLexicon) as refusal:
        lexicon(path)
    assert str(refusal.value).startswith(message)


def test_a_lexicon_may_be_small(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text(COMPLETE, encoding="utf-8")
    assert lexicon(path) == ({"全市": Kind.WORD}, 2)
