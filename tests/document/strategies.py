"""Any speech that the models can hold, and some that they cannot.

Texts are made of what has hurt such programs before: tokens whole and broken, quotes, marks,
blanks, every kind of line end, control characters, characters outside the first plane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from speeches.document.facts import (
    FigureFacts,
    Kind,
    Layout,
    Marker,
    NodeFacts,
    Row,
    Separator,
    SpeechFacts,
)

_TOKENS = (
    "{合称}", "{数量}", "{要点}", "｛ 要点 ｝", "{合\u3000称}", "{合称:工作}", "｛合称：稳｝",
    "{投资}", "{学校 数}", "{待补}", "{没有的名字}", "{}", "{合称:}",
    "{要\u2028点}", "{要\x0b点}",
)  # fmt: skip
_BRACES = ("{", "}", "｛", "｝", "{{", "｛｛", "}}")
_MARKS = tuple("。；，、：！？…—.“”‘’（）《》")
_BLANKS = (" ", "\u3000", "\xa0", "\t")
_LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029")
_ODD = ("\x00", "\x1f", "\x7f", "\u200b", "\u202e", "\ufeff", "\ud800", "\uffff",
        "\U00020000", "\U0001f600", "e\u0301", "\u0301", "葛\U000e0100", "\uf900")  # fmt: skip
_WORDS = ("工作", "稳", "在", "一是", "第一，", "等等", "3.5", "2020年", "“五稳”")

NAMES_OF_FIGURES = ("投资", "学校数", "待补")

fragments = st.sampled_from(
    (*_WORDS * 3, *_TOKENS * 2, *_MARKS, *_BRACES, *_LINE_ENDS, *["\n"] * 6, *_BLANKS * 2, *_ODD)
)
texts = st.lists(fragments, max_size=6).map("".join) | st.text(st.characters(), max_size=4)
# Every order of what divides lines and pieces, in fields long enough to show it.
dense_texts = st.text("甲。{}｛{ \n\r\u2028", max_size=12) | st.lists(
    st.sampled_from(("甲", "{要点}", "{{", "{", " ", "\n", "。")), max_size=12
).map("".join)
_sober_texts = st.lists(
    st.sampled_from(("", *_WORDS, "，", "。", "\n", "{合称}", "{要点}")), max_size=3
).map("".join)


_ROW = st.just(Row("node", 0))  # keys are given when the tree stands


def _nodes(children: st.SearchStrategy[tuple[NodeFacts, ...]]) -> st.SearchStrategy[NodeFacts]:
    some_text = _sober_texts | texts
    return st.builds(
        NodeFacts,
        row=_ROW,
        kind=st.sampled_from(Kind),
        heading=some_text,
        heading_run_in=st.booleans(),
        body=some_text,
        children=children,
        tail=some_text,
        marker=st.sampled_from(Marker),
        layout=st.sampled_from(Layout),
        separator=st.sampled_from(Separator),
        etcetera=st.booleans(),
        collective=st.sampled_from(("", "稳", "大工程", "个坚持", " ", "{合称}\n")),
        department=st.sampled_from(("", "督查室")),
        deadline=st.sampled_from(("", "2026年9月30日")),
        answers=st.lists(st.builds(Row, st.just("node"), st.integers(1, 9)), max_size=2).map(tuple),
    )


def _several(nodes: st.SearchStrategy[NodeFacts]) -> st.SearchStrategy[tuple[NodeFacts, ...]]:
    return st.lists(nodes, max_size=3).map(tuple)


_headings = st.lists(st.sampled_from((*_WORDS, "。", "！", "{合称}", " ")), max_size=3).map("".join)
# Shapes that chance alone would seldom make: points that their parent's text names …
_bare = st.builds(NodeFacts, row=_ROW, heading=_headings | texts)
_naming = st.builds(
    NodeFacts,
    row=_ROW,
    heading=st.sampled_from(("工作", "工作{要点}")),
    heading_run_in=st.booleans(),
    body=st.sampled_from(("实施{要点}等{合称}", "\n“｛要点｝”\n{要点}", "{要\x0b点}{要点}"))
    | texts,
    children=_several(_bare),
    tail=st.sampled_from(("", "，{要点}")),
    layout=st.sampled_from(Layout),
    collective=st.sampled_from(("", "稳")),
)
# … and parts whose points count on from the part before.
_part = st.builds(
    NodeFacts,
    row=_ROW,
    heading=st.sampled_from(("", "工作")),
    body=st.sampled_from(("", "{要点}")),
    children=_several(_bare),
    marker=st.sampled_from((Marker.OUTLINE, Marker.OUTLINE, Marker.SHI, Marker.NONE)),
)

_leaves = _several(_nodes(st.just(())) | _bare)
_points = _several(_nodes(_leaves) | _naming)
_trees = (
    _several(_nodes(_several(_nodes(_points))))
    | _several(_nodes(_points) | _naming)
    | _several(_nodes(_leaves) | _part)
    | _several(_part)
)

_figures = st.builds(
    FigureFacts,
    row=st.builds(Row, st.just("figure"), st.integers(1, 9)),
    name=st.sampled_from(NAMES_OF_FIGURES) | texts,
    value=st.sampled_from(("", " ", "12.5", "{合称}", "{要点}")) | texts,
    unit=st.sampled_from(("", "亿元", "所", "。")),
    confirmed=st.booleans(),
    department=st.sampled_from(("", "督查室")),
)

speeches = st.builds(
    SpeechFacts,
    row=st.just(Row("speech", 1)),
    title=texts,
    subtitle=texts,
    speaker=texts,
    post=texts,
    date=st.none() | st.dates(),
    date_note=texts,
    salutation=texts,
    opening=texts,
    nodes=_trees.map(lambda nodes: with_keys(nodes, count(1))),
    closing=texts,
    marker=st.sampled_from(Marker),
    figures=st.lists(_figures, max_size=3).map(tuple),
    meeting=st.sampled_from(("", "全市教育系统半年工作会议")),
    period=st.sampled_from(("", "2026年上半年")),
)


def with_keys(nodes: tuple[NodeFacts, ...], keys: Iterator[int]) -> tuple[NodeFacts, ...]:
    """The same nodes, each with a row of its own."""
    return tuple(
        replace(node, row=Row(node.row.table, next(keys)), children=with_keys(node.children, keys))
        for node in nodes
    )
