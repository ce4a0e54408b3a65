"""H5, H6: problems that no priority answers, and priorities that nobody has to finish.

What only the facts say: without them both are silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.consistency.rows import entries, opening_words, placed
from speeches.checks.consistency.shown_facts import answering, node, points, said
from speeches.checks.examples import Example
from speeches.checks.scope import Scope
from speeches.document.facts import Kind, NodeFacts

# --- H5: problems without an answer ------------------------------------------------------------


def _unanswered(scope: Scope) -> Iterator[Hit]:
    """Silent where no priority answers any: the office does not keep that then."""
    nodes = [entry.node for entry in entries(scope) if not entry.blank]
    answered = {row for each in nodes if each.kind is Kind.PRIORITY for row in each.answers}
    open_ones = [each for each in nodes if each.kind is Kind.PROBLEM and each.row not in answered]
    if not answered or not open_ones:
        return
    for _, place in placed(scope, open_ones):
        yield Hit(*place, "这个问题没有哪项重点工作来回应，请补上举措，或在重点工作里勾选。")


# --- H6: priorities without an owner or a day --------------------------------------------------


def _unowned(scope: Scope) -> Iterator[Hit]:
    """One finding where all lack the same; without a meeting the text came from outside."""
    if scope.facts is None or not scope.facts.meeting:
        return
    works = [each.node for each in entries(scope) if each.node.kind is Kind.PRIORITY]
    placed_works = [(place, work, _lacks(work)) for work, place in placed(scope, works)]
    told = "“{work}”没有定{words}，请补上。"
    if len(placed_works) > 1 and len({words for _, _, words in placed_works}) == 1:
        placed_works, told = placed_works[:1], "各项重点工作都没有定{words}，请逐项补上。"
    for place, work, words in placed_works:
        if words:
            yield Hit(*place, told.format(work=opening_words(work), words=words))


_BOTH = "责任处室和完成时限"


def _lacks(work: NodeFacts) -> str:
    """What neither the work nor anything below it says."""
    below = [work]
    for each in below:  # it grows as it is read
        below += each.children
    has_owner = any(each.department for each in below)
    has_day = any(each.deadline for each in below)
    if has_owner and has_day:
        return ""
    if has_owner or has_day:
        return "完成时限" if has_owner else "责任处室"
    return _BOTH


# --- Rules -------------------------------------------------------------------------------------


def _answered(*marked: str) -> Example:
    """Two problems, and a work that answers the first; `marked` are the problems as shown."""
    problems = points(Kind.PROBLEM, *(each.strip("⟦⟧") for each in marked))
    work = replace(node(Kind.PRIORITY, "优化审批流程"), answers=answering(2))
    lines = [f"（{number}）{each}" for number, each in zip("一二三", marked, strict=False)]
    return said(
        "\n".join(["一、存在的问题", *lines, "二、下半年的工作", "（一）优化审批流程"]),
        node(Kind.PROBLEMS, "存在的问题", *problems),
        node(Kind.PRIORITIES, "下半年的工作", work),
    )


def _owned(*works: tuple[str, str, str]) -> Example:
    """Works as shown, each with its division and its day."""
    children = [
        node(Kind.PRIORITY, shown.strip("⟦⟧"), department=owner, deadline=day)
        for shown, owner, day in works
    ]
    lines = [f"（{number}）{work[0]}" for number, work in zip("一二三", works, strict=False)]
    part = node(Kind.PRIORITIES, "下半年的工作", *children)
    return said("\n".join(["一、下半年的工作", *lines]), part, meeting="全市水利工作会议")


_DAY = "2026年9月30日"
_UNDERSTAFFED = "一、存在的问题\n（一）人手不足"
_EMBANKED = "一、打算\n（一）加固堤防"
RULES = (
    Rule(
        id="H5",
        family=Family.DATA,
        title="问题没有对应的举措",
        level=Level.WARNING,
        source="稿台：问题与重点工作核对",
        why="前面点了问题，后面没有举措，问题就成了空话。",
        bad=(
            _answered("审批偏慢", "⟦人手不足⟧"),
            _answered("审批偏慢", "⟦管护不力⟧"),
            _answered("审批偏慢", "⟦人手不足⟧", "⟦管护不力⟧"),
        ),
        good=(
            _answered("审批偏慢"),
            said(
                "一、存在的问题\n（一）人手不足",
                node(Kind.PROBLEMS, "存在的问题", *points(Kind.PROBLEM, "人手不足")),
            ),
            "一、存在的问题\n（一）人手不足",
        ),
        find=_unanswered,
    ),
    Rule(
        id="H6",
        family=Family.DATA,
        title="重点工作没有责任处室或时限",
        level=Level.WARNING,
        source="稿台：重点工作核对",
        why="没有牵头的处室，没有完成的时限，会后就没法督办。",
        bad=(
            _owned(("⟦加固堤防⟧", "", _DAY), ("清淤疏浚", "河湖处", _DAY)),
            _owned(("加固堤防", "工程处", _DAY), ("⟦清淤疏浚⟧", "河湖处", "")),
            _owned(("⟦加固堤防⟧", "", ""), ("清淤疏浚", "", "")),
        ),
        good=(
            _owned(("加固堤防", "工程处", _DAY), ("清淤疏浚", "河湖处", _DAY)),
            said(
                "一、下半年的工作\n（一）加固堤防",
                node(Kind.PRIORITIES, "下半年的工作", node(Kind.PRIORITY, "加固堤防")),
            ),
            "一、下半年的工作\n（一）加固堤防",
        ),
        find=_unowned,
    ),
)
