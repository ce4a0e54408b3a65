"""What tokens become."""

from dataclasses import replace
from typing import Any

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Kind, NodeFacts, SpeechFacts
from speeches.document.tree import Mark, Quoted, Run, Token, Typed
from tests.document.building import (
    fields_told,
    fields_typed,
    figure,
    lines,
    lone,
    node,
    points,
    speech,
    text,
)

FIVE = ("教学平稳", "补短稳进", "改革稳健", "育人稳实", "队伍稳固")


def achievements(body: str = "", *headings: str, **fields: Any) -> NodeFacts:
    """A part that counts its points: 稳. Each has a text, so that each is set as a point."""
    return node("总结", body, *(node(each, "。") for each in headings), collective="稳", **fields)


def first(facts: SpeechFacts) -> str:
    return lines(facts)[0]


def runs_of_tokens(facts: SpeechFacts) -> list[Run]:
    return [
        run
        for block in assemble(facts).blocks
        for run in block.runs
        if isinstance(run.origin, Token)
    ]


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一稳"), (2, "两稳"), (3, "三稳"), (5, "五稳"), (11, "十一稳")]
)
def test_a_collective_name_counts_the_points(number: int, word: str) -> None:
    part = achievements("实现{合称}目标。", *(f"事项{index}" for index in range(number)))
    assert lines(speech(part))[1] == f"实现“{word}”目标。"


@pytest.mark.parametrize(
    ("lead", "printed"),
    [
        ("{合称}", "“两稳”"),
        ("｛ 合 称 ｝", "“两稳”"),
        # Typed quotation marks serve; inside a quotation they are single (4.8.3.4).
        ("“{合称}”", "“两稳”"),
        ("‘{合称}’", "‘两稳’"),
        ("“实现{合称}目标”", "“实现‘两稳’目标”"),
        ("“实现{合称}”，守住{合称}", "“实现‘两稳’”，守住“两稳”"),
        ("“实现‘{合称}’”", "“实现‘两稳’”"),
        # A quotation that was not closed on the line before does not reach into this one.
        ("“未完\n实现{合称}", "“未完/实现“两稳”"),
        # Literal braces.
        ("{{合称}", "{合称}"),
        ("{{{合称}}", "{“两稳”}"),
        ("{数量}个稳", "两个稳"),
    ],
)
def test_quotation_marks_round_a_collective_name(lead: str, printed: str) -> None:
    assert "/".join(lines(speech(achievements(lead, "甲", "乙")))[1:-4]) == printed


def test_the_nearest_enclosing_node_gives_the_name() -> None:
    inner = node("到位", "做到{合称}，守住{合称:总结}。", node("甲"), collective="个坚持")
    plain = node("到岗", "做到{合称}，共{数量}项。", node("", "共{数量}项", kind=Kind.ITEM))
    assert lines(speech(node("总结", "", inner, plain, collective="稳"))) == [
        "一、总结",
        "（一）到位",
        "做到“一个坚持”，守住“两稳”。",
        "1.甲",
        "（二）到岗",
        "做到“两稳”，共一项。",
        "1.共一项",
    ]


@pytest.mark.parametrize("said", ["以下{数量}项：", "实施{要点}等工程"])
def test_a_list_that_became_empty_is_marked_and_not_taken_for_another(said: str) -> None:
    part = node("重点", "", node("工程", said), node("要求", "正文"))
    assert lines(speech(node("总结"), part))[3] == said
    (run,) = runs_of_tokens(speech(node("总结"), part))
    assert run.mark is Mark.UNKNOWN


def test_an_item_speaks_of_the_list_that_it_stands_in() -> None:
    rows = [node("甲", "共{数量}项，{要点}", kind=Kind.ITEM), node("乙", "正文", kind=Kind.ITEM)]
    assert lines(speech(node("总结", "", *rows)))[2] == "共两项，甲、乙"


def test_a_node_in_its_own_heading_counts_its_own_points() -> None:
    part = node("实现{合称}、办好{数量}件事", "", *points("甲", "乙", "丙"), collective="稳")
    assert first(speech(part)) == "一、实现“三稳”、办好三件事"


@pytest.mark.parametrize(
    ("token", "printed"),
    [
        ("{合称:总结}", "“两稳”"),
        ("{合称：总 结}", "“两稳”"),
        ("{合称:没有}", "{合称:没有}"),
        ("{合称:}", "{合称:}"),
        ("{合称}", "{合称}"),
        ("{要点}", "总结"),
        ("{数量}点意见", "一点意见"),
        ("{没有这个数据}", "{没有这个数据}"),
        ("{}", "{}"),
    ],
)
def test_tokens_of_the_opening(token: str, printed: str) -> None:
    part = achievements("", "甲", "乙")
    assert first(speech(part, opening=token)) == printed
    assert lines(speech(part, closing=token))[-1] == printed


def test_of_equal_headings_the_first_is_named() -> None:
    parts = [node("工作", "", *points("甲"), collective="稳"),
             node("工作", "", *points("甲", "乙"), collective="进")]  # fmt: skip
    assert first(speech(*parts, opening="{合称:工作}")) == "“一稳”"


def test_an_empty_name_is_not_that_of_a_node_without_a_heading() -> None:
    unnamed = node("", "合称在此：", node("甲"), collective="稳")
    assert first(speech(unnamed, opening="{合称:}")) == "{合称:}"


@pytest.mark.parametrize("said", ["{合称}", "{合称:总结}", "{要点}"])
def test_what_counts_nothing_stays_as_typed_and_is_marked(said: str) -> None:
    facts = lone(node("总结", said, node("", " "), collective="稳"))
    (run,) = runs_of_tokens(replace(facts, nodes=(replace(facts.nodes[0], heading=""),)))
    assert (run.text, run.mark) == (said, Mark.UNKNOWN)


def test_without_parts_the_opening_has_nothing_to_count() -> None:
    facts = speech(node("", "没有标题"), opening="讲{数量}点：{要点}{合称}")
    assert first(facts) == "讲{数量}点：{要点}{合称}"
    assert [run.mark for run in assemble(facts).marked] == [Mark.UNKNOWN] * 3


@pytest.mark.parametrize(
    ("number", "said"), [(1, "一点"), (2, "两点"), (3, "三点"), (12, "十二点")]
)
def test_the_opening_counts_the_parts_with_a_heading(number: int, said: str) -> None:
    parts = [node(f"部分{index}") for index in range(number)]
    parts.insert(1, node("", "接着讲问题。"))
    facts = speech(*parts, opening="讲{数量}点意见。", closing="以上{数量}点。")
    assert (first(facts), lines(facts)[-1]) == (f"讲{said}意见。", f"以上{said}。")


@pytest.mark.parametrize(
    ("headings", "printed"),
    [
        (FIVE, "教学平稳、补短稳进、改革稳健、育人稳实、队伍稳固"),
        (("“五育”工程", "“强师”工程"), "“五育”工程、“强师”工程"),
        # None between ”“ or 》《 (4.5.3.5).
        (("“五育”", "“强师”", "党建"), "“五育”“强师”、党建"),
        (("《纲要》", "《方案》", "“双减”"), "《纲要》《方案》“双减”"),
        # An end mark has no place inside a lead, and none is set beside another.
        (("教学。", "补短；", "改革"), "教学、补短、改革"),
        (("教学！", "，补短", "改革"), "教学！，补短、改革"),
        (("。", "补短"), "。补短"),
        (("{{数量{甲}。", "补短"), "{数量{甲}、补短"),
        # Blanks and line breaks in a heading print nothing.
        ((" 教 学 ", "补\n短"), "教 学、补短"),
        # Tokens in a heading are read there; a list inside a list is not.
        (("办好{合称}", "{要点}", "{{补短"), "办好“三稳”、{要点}、{补短"),
    ],
)
def test_headings_in_a_lead(headings: tuple[str, ...], printed: str) -> None:
    at_home = node("", "实施{要点}。", *points(*headings), collective="稳")
    assert text(lone(at_home)) == f"实施{printed}。"
    quoted = node("", "实施{要点}。", *(node(each, "略") for each in headings), collective="稳")
    assert first(lone(quoted)) == f"实施{printed}。"
    for facts in (lone(at_home), lone(quoted)):
        assert fields_told(assemble(facts)) == fields_typed(facts)


def test_headings_are_set_where_they_are_first_named_and_quoted_elsewhere() -> None:
    part = node("抓{要点}", "即{要点}。", *points("甲", "乙"))
    facts = speech(part, opening="{合称:无}", closing="就是抓好{要点}。")
    assert lines(facts) == ["{合称:无}", "一、抓甲、乙", "即甲、乙。", "就是抓好抓{要点}。"]
    kinds = [
        type(run.origin)
        for block in assemble(facts).blocks
        for run in block.runs
        if run.text in ("甲", "乙")
    ]
    assert kinds == [Typed, Typed, Quoted, Quoted]


@pytest.mark.parametrize(
    "texts", [("抓{要点}", "", ""), ("", "抓{要点}", ""), ("", "", "抓{要点}")]
)
def test_any_text_of_a_node_may_be_the_home_of_its_headings(texts: tuple[str, str, str]) -> None:
    heading, body, tail = texts
    assert text(lone(node(heading, body, *points("甲", "乙"), tail=tail))) == "抓甲、乙"


def test_a_token_broken_over_two_lines_sets_no_headings() -> None:
    facts = speech(node("部署", "实施{要\u2028点}。", *points("甲")))
    assert lines(facts) == ["一、部署", "实施{要", "点}。", "（一）甲"]


@pytest.mark.parametrize(
    ("ledger", "printed", "mark"),
    [
        ([figure("投资", "12.5", "亿元")], "12.5亿元", None),
        ([figure("投 资", "12.5", "亿元")], "12.5亿元", None),
        ([figure("投资", "12.5", "亿元", confirmed=False)], "12.5亿元", Mark.UNCONFIRMED),
        ([figure("投资", "", "亿元")], "〔待补：投资〕", Mark.EMPTY),
        ([figure("投资", " ", confirmed=False)], "〔待补：投资〕", Mark.EMPTY),
        ([figure("投资", "3"), figure("投资", "4")], "3", None),
        ([figure("别的", "3")], "{投资}", Mark.UNKNOWN),
        # Results are not expanded again.
        ([figure("投资", "{数量}", "{投资}")], "{数量}{投资}", None),
        ([figure("投资", "{{")], "{{", None),
    ],
)
def test_figures(ledger: list[Any], printed: str, mark: Mark | None) -> None:
    (run,) = runs_of_tokens(speech(opening="完成{投资}。", figures=tuple(ledger)))
    assert (run.text, run.mark) == (printed, mark)


def test_a_name_is_not_expanded_again() -> None:
    part = node("", "{合称}", *points("甲"), collective="{数量}{投资}")
    assert first(lone(part, figures=(figure("投资", "3"),))) == "“一{数量}{投资}”"


def test_tokens_know_what_they_were_read_from() -> None:
    ledger = figure("投资", "3")
    part = node("", "{合称}{数量}{投资}{无}", node("甲", "乙"), collective="稳")
    origins = [run.origin for run in runs_of_tokens(lone(part, figures=(ledger,)))]
    assert origins == [
        Token(part.row, "body", 0, "{合称}", "合称", part.row),
        Token(part.row, "body", 4, "{数量}", "数量", part.row),
        Token(part.row, "body", 8, "{投资}", "投资", ledger.row),
        Token(part.row, "body", 12, "{无}", "无", None),
    ]


def test_a_quoted_heading_keeps_its_place_and_its_marks() -> None:
    point = node("完成{投资}", "略")
    facts = lone(node("", "{要点}", point), figures=(figure("投资", "3", confirmed=False),))
    assert assemble(facts).blocks[0].runs[1:] == (
        Run("完成", Quoted(point.row, "heading", 0, "完成")),
        Run("3", Quoted(point.row, "heading", 2, "{投资}"), mark=Mark.UNCONFIRMED),
    )


def test_blank_lines_print_nothing_and_keep_their_place() -> None:
    facts = speech(opening="\n甲 \n\n\u3000\n乙\n\n")
    assert lines(facts) == ["甲", "乙"]
    origins = [[run.origin for run in block.runs] for block in assemble(facts).blocks]
    assert origins == [
        [Typed(facts.row, "opening", offset, source) for offset, source in expected]
        for expected in (
            [(0, "\n"), (1, "甲"), (2, " \n"), (4, "\n"), (5, "\u3000\n")],
            [(7, "乙"), (8, "\n"), (9, "\n")],
        )
    ]
