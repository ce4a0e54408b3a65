"""Speeches that an office would write, in every shape of the genre.

Words are an office's own and hold no number of a heading. Lists that stand in each other have
different numbers (一、 in 一、 is nowhere written), and a list has two items or more.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from speeches.document.facts import (
    POINT_FOR,
    FigureFacts,
    Kind,
    Layout,
    Marker,
    NodeFacts,
    Row,
    Separator,
    SpeechFacts,
)

CLAUSES = (
    "加强组织领导", "压实工作责任", "完善体制机制", "强化督促检查", "深入基层调研",
    "优化营商环境", "抓好项目建设", "提升服务水平", "严守安全底线", "推进数字化改革",
    "办好民生实事", "完成投资{投资}", "新建学校{学校}", "广大干部迎难而上", "全系统上下一心",
    "同比增长12.5%", "“放管服”改革持续深化", "出台《实施方案》", "各项指标稳中有进",
    "群众满意度明显提高", "以时不我待的劲头抓落实",
)  # fmt: skip
HEADINGS = (
    "教育教学平稳有序", "项目建设稳中提速", "改革攻坚稳扎稳打", "认清形势，统一思想",
    "突出重点，狠抓落实", "回顾上半年工作", "明确下半年任务", "强化保障措施",
    "“智慧校园”工程", "坚持群众路线", "坚持问题导向",
)  # fmt: skip
OPENINGS = (
    "今天，我们召开全市工作会议，主要任务是总结经验、部署工作。",
    "刚才，各单位作了很好的汇报，讲得实在。",
    "在此，我代表局党委，向大家表示衷心的感谢！",
    "下面，我讲{数量}点意见。",
    "下面，我讲几点意见。",
)
CLOSINGS = (
    "同志们，任务已经明确，关键在于落实。",
    "同志们，让我们携手奋进，再创佳绩！",
    "谢谢大家！",
)
TITLES = (
    "在全市半年度工作会议上的讲话",
    "在全市教育系统2026年上半年\n工作汇报会上的讲话",
    "半年度工作报告",
    "凝心聚力谱写新篇章",
)
POSTS = ("澄川市教育局党委书记、局长", "县委书记", "市交通运输局局长")
NAMES = ("程敬川", "李明", "方亦青", "欧阳若谷")
SALUTATIONS = ("", "同志们：", "同志们", "各位代表：", "尊敬的各位领导，同志们：")
NOTES = ("", "根据录音整理", "（根据录音整理）", "星期四")

FIGURES = (
    FigureFacts(Row("figure", 1), "投资", "12.5", "亿元", confirmed=True),
    FigureFacts(Row("figure", 2), "学校", "18", "所"),
)
_NUMBERED = (
    Marker.OUTLINE, Marker.HAN_BRACKETED, Marker.ARABIC, Marker.ARABIC_BRACKETED, Marker.SHI,
    Marker.YAO, Marker.DI,
)  # fmt: skip
_FORMS = (Marker.HAN, Marker.HAN_BRACKETED, Marker.ARABIC, Marker.ARABIC_BRACKETED)
_ROW = Row("node", 0)
_DEEPEST = 4

clauses = st.sampled_from(CLAUSES)
headings = st.sampled_from(HEADINGS)
sentences = st.lists(clauses, min_size=1, max_size=3, unique=True).map("，".join)
prose = st.lists(sentences, min_size=1, max_size=3).map(lambda parts: "。".join(parts) + "。")
paragraphs = st.lists(prose, min_size=1, max_size=2).map("\n".join)


def form_of(marker: Marker, depth: int) -> Marker:
    """What a marker looks like before nodes at `depth`."""
    return _FORMS[min(depth, 4) - 1] if marker is Marker.OUTLINE else marker


@st.composite
def items(draw: st.DrawFn, depth: int, above: frozenset[Marker]) -> tuple[NodeFacts, ...]:
    """Texts of a list; one of them may hold a list of its own."""
    bodies = draw(st.lists(sentences | prose.map(lambda text: text[:-1]), min_size=2, max_size=4))
    made = [NodeFacts(_ROW, Kind.ITEM, body=body) for body in bodies]
    if depth < _DEEPEST and draw(st.booleans()):
        at = draw(st.integers(0, len(made) - 1))
        made[at] = draw(with_list(replace(made[at], body=made[at].body + "："), depth, above))
    return tuple(made)


def _markers(depth: int, above: frozenset[Marker]) -> st.SearchStrategy[Marker]:
    free = [marker for marker in _NUMBERED if form_of(marker, depth) not in above]
    return st.sampled_from(free)


@st.composite
def with_list(draw: st.DrawFn, node: NodeFacts, depth: int, above: frozenset[Marker]) -> NodeFacts:
    """`node` with a list that runs in."""
    marker = draw(_markers(depth + 1, above) | st.just(Marker.NONE))
    layout = draw(st.sampled_from((Layout.RUN_IN, Layout.RUN_IN_TAIL)))
    return replace(
        node,
        marker=marker,
        layout=layout,
        separator=draw(st.sampled_from(Separator)),
        etcetera=draw(st.booleans()),
        children=draw(items(depth + 1, above | {form_of(marker, depth + 1)})),
        tail=draw(st.just("") | prose),
    )


@st.composite
def nodes(draw: st.DrawFn, depth: int, above: frozenset[Marker], kind: Kind) -> NodeFacts:
    """A point or item with whatever may stand below it."""
    heading = draw(headings | st.just("")) if depth > 1 else draw(headings)
    body = draw(paragraphs if not heading else paragraphs | st.just(""))
    run_in = draw(st.booleans()) and bool(heading)
    node = NodeFacts(_ROW, kind, heading=heading, heading_run_in=run_in, body=body)
    shape = draw(
        st.sampled_from(("text", "list", "points", "points") if depth < _DEEPEST else ("text",))
    )
    if shape == "list":
        return draw(with_list(node, depth, above))
    if shape == "points":
        return draw(with_points(node, depth, above))
    return node


@st.composite
def with_points(
    draw: st.DrawFn, node: NodeFacts, depth: int, above: frozenset[Marker]
) -> NodeFacts:
    """`node` with points below it, a paragraph each or in blocks of their own."""
    marker = draw(_markers(depth + 1, above))
    layout = draw(st.sampled_from((Layout.BLOCKS, Layout.PARAGRAPHS)))
    kind = POINT_FOR.get(node.kind, Kind.ITEM)
    below = nodes(depth + 1, above | {form_of(marker, depth + 1)}, kind)
    children = tuple(draw(st.lists(below, min_size=2, max_size=3)))
    collective = draw(st.sampled_from(("", "稳", "个坚持")))
    body = node.body + ("努力做到{合称}。" if collective else "")
    tail = draw(st.just("") | prose)
    return replace(
        node, marker=marker, layout=layout, children=children, collective=collective, body=body,
        tail=tail,
    )  # fmt: skip


@st.composite
def parts(draw: st.DrawFn) -> tuple[NodeFacts, ...]:
    """Two parts or more; one may go on without a heading, one may only name its points."""
    marker = frozenset({Marker.HAN})
    made = [
        draw(nodes(1, marker, draw(st.sampled_from(list(POINT_FOR)))))
        for _ in range(draw(st.integers(2, 3)))
    ]
    if draw(st.booleans()):
        made.insert(draw(st.integers(1, len(made))), draw(problems()))
    if draw(st.booleans()):
        made.insert(draw(st.integers(1, len(made))), naming(draw(headings)))
    return tuple(made)


@st.composite
def problems(draw: st.DrawFn) -> NodeFacts:
    """The turn to the problems, run into one paragraph, without a heading."""
    node = NodeFacts(
        _ROW, Kind.PROBLEMS, body="在肯定成绩的同时，也要清醒看到，工作中还存在一些问题："
    )
    made = draw(with_list(node, 1, frozenset({Marker.HAN})))
    return replace(made, marker=Marker.NONE)


def naming(heading: str) -> NodeFacts:
    works = ("教育惠民工程", "“强师”引领工程", "党建提升工程")
    return NodeFacts(
        _ROW,
        Kind.PRIORITIES,
        heading=heading,
        body="下半年，要加快实施{要点}等{合称}，抢回时间。",
        collective="大工程",
        children=tuple(NodeFacts(_ROW, Kind.PRIORITY, heading=work) for work in works),
    )


def _ordered(texts: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Some of the texts, in their order."""
    return st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)).map(
        lambda kept: "\n".join(text for text, keep in zip(texts, kept, strict=True) if keep)
    )


speeches = st.builds(
    SpeechFacts,
    row=st.just(Row("speech", 1)),
    title=st.sampled_from(TITLES),
    subtitle=st.sampled_from(("", "在全市交通工作会议上的讲话")),
    speaker=st.sampled_from(NAMES),
    post=st.sampled_from(("", *POSTS)),
    date=st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 12, 31)),
    date_note=st.sampled_from(NOTES),
    salutation=st.sampled_from(SALUTATIONS),
    opening=_ordered(OPENINGS),
    nodes=parts().map(lambda made: tuple(_keyed(made, count(1)))),
    closing=_ordered(CLOSINGS),
    figures=st.just(FIGURES),
)


def _keyed(made: tuple[NodeFacts, ...], keys: Iterator[int]) -> Iterator[NodeFacts]:
    for node in made:
        row = Row("node", next(keys))
        yield replace(node, row=row, children=tuple(_keyed(node.children, keys)))
