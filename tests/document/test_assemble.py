"""Shapes that real speeches come in, entered as facts and read as lines."""

import datetime
from dataclasses import replace

import pytest

from speeches.document.assemble import assemble
from speeches.document.facts import Layout, Marker, NodeFacts, SpeechFacts
from speeches.document.tree import Heading
from tests.document.building import every_node, items, lines, lone, node, points, speech


def yao(heading: str, lead: str, *bodies: str, **fields: str) -> NodeFacts:
    """A point that ends in 一要…二要… inside its paragraph."""
    return node(heading, lead, *items(*bodies), heading_run_in=True,
                layout=Layout.RUN_IN, marker=Marker.YAO, **fields)  # fmt: skip


def whole_speech() -> SpeechFacts:
    """The anatomy of a half-year speech: 五稳, problems, 五大工程 only named, 一要…四要."""
    achievements = node(
        "肯定上半年成绩",
        "全系统顶住压力，实现{合称}目标。",
        node("交通运行安稳畅通", "建立联动机制，\n客流逐月回升。", heading_run_in=True),
        node("项目建设稳中提速", "完成投资过半；新开工三个项目", heading_run_in=True),
        node("改革攻坚稳妥有序。", "试点有序推开。", heading_run_in=True),
        node("安全生产稳固向好", "事故起数下降。", heading_run_in=True),
        node("队伍建设稳步提升", "培训全员覆盖。", heading_run_in=True),
        collective="稳",
    )
    problems = node(
        "",
        "成绩值得肯定，差距也很明显：",
        *items("路网密度不高", "服务质量不均"),
        layout=Layout.RUN_IN_TAIL,
        marker=Marker.NONE,
        etcetera=True,
        tail="这些都要认真解决。",
    )
    priorities = node(
        "明确下半年重点",
        "加快实施{要点}等{合称}，抢回时间。",
        *points("路网联通", "“四好”提升", "“平安”护航", "智慧赋能", "党建引领"),
        collective="大工程",
    )
    demands = node(
        "狠抓工作落实",
        "",
        yao("责任要到岗", "就是要压实责任。", "守土有责", "守土负责"),
        yao("责任要到人", "就是要明确分工。", "分工到处", "分工到人"),
        yao("责任要到时", "就是要讲究效率。", "倒排工期", "挂图作战", "抓住关键"),
        yao("责任要到位", "做到{合称}。", "坚持攻坚", "坚持治本", "坚持创新", "坚持务实",
            collective="个坚持"),
    )  # fmt: skip
    return speech(
        achievements,
        problems,
        priorities,
        demands,
        title="在半年度交通工作会议上的讲话提纲",
        opening="今天，我们召开半年度会议。\n下面，我讲{数量}点意见。",
        closing="同志们，让我们一起努力。\n谢谢大家！",
    )


def test_the_anatomy_of_a_half_year_speech() -> None:
    assert lines(whole_speech()) == [
        "在半年度交通工作会议上的讲话提纲",
        "今天，我们召开半年度会议。",
        "下面，我讲三点意见。",
        "一、肯定上半年成绩",
        "全系统顶住压力，实现“五稳”目标。",
        "（一）交通运行安稳畅通。建立联动机制，",
        "客流逐月回升。",
        "（二）项目建设稳中提速。完成投资过半；新开工三个项目",
        "（三）改革攻坚稳妥有序。试点有序推开。",
        "（四）安全生产稳固向好。事故起数下降。",
        "（五）队伍建设稳步提升。培训全员覆盖。",
        "成绩值得肯定，差距也很明显：路网密度不高；服务质量不均；等等。这些都要认真解决。",
        "二、明确下半年重点",
        "加快实施路网联通、“四好”提升、“平安”护航、智慧赋能、党建引领等“五大工程”，抢回时间。",
        "三、狠抓工作落实",
        "（一）责任要到岗。就是要压实责任。一要守土有责；二要守土负责。",
        "（二）责任要到人。就是要明确分工。一要分工到处；二要分工到人。",
        "（三）责任要到时。就是要讲究效率。一要倒排工期；二要挂图作战；三要抓住关键。",
        "（四）责任要到位。做到“四个坚持”。一要坚持攻坚；二要坚持治本；三要坚持创新；四要坚持务实。",
        "同志们，让我们一起努力。",
        "谢谢大家！",
    ]


@pytest.mark.parametrize(
    ("gone", "lead", "last"),
    [(0, "实现“四稳”目标", "（四）队伍建设"), (4, "实现“四稳”目标", "（四）安全生产")],
)
def test_without_one_category_all_counts_follow(gone: int, lead: str, last: str) -> None:
    facts = whole_speech()
    part = facts.nodes[0]
    fewer = replace(part, children=part.children[:gone] + part.children[gone + 1 :])
    made = lines(replace(facts, nodes=(fewer, *facts.nodes[1:])))
    assert sum(lead in line for line in made) == 1
    assert [line[:7] for line in made if line.startswith("（")][3] == last
    assert len(made) == len(lines(facts)) - (2 if gone == 0 else 1)


def test_without_one_part_two_points_are_announced() -> None:
    facts = whole_speech()
    made = lines(replace(facts, nodes=facts.nodes[:2] + facts.nodes[3:]))
    assert made[2] == "下面，我讲两点意见。"
    assert [line for line in made if line[1] == "、"] == ["一、肯定上半年成绩", "二、狠抓工作落实"]


def test_four_levels() -> None:
    fourth = [node("完善机制", "按月通报。", heading_run_in=True), node("严格考核", "按季考核。")]
    third = [node("压实责任", "", *fourth), node("强化督查")]
    second = [node("健全体系", "体系是基础。", *third), node("提升能力")]
    document = assemble(speech(node("抓好落实", "", *second)))
    assert [(block.text, getattr(block, "level", 0)) for block in document.blocks] == [
        ("一、抓好落实", 1),
        ("（一）健全体系", 2),
        ("体系是基础。", 0),
        ("1.压实责任", 3),
        ("（1）完善机制。按月通报。", 0),
        ("（2）严格考核", 4),
        ("按季考核。", 0),
        ("2.强化督查", 3),
        ("（二）提升能力", 2),
    ]


def test_a_run_in_heading_has_its_level_with_number_and_full_stop() -> None:
    part = node("总结", "", node("运行平稳", "机制健全。", heading_run_in=True))
    runs = assemble(speech(part)).blocks[1].runs
    assert [(run.text, run.level) for run in runs] == [
        ("（一）", 2), ("运行平稳", 2), ("。", 2), ("机制健全。", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("marker", [Marker.SHI, Marker.YAO, Marker.DI])
def test_spoken_markers_make_no_level(marker: Marker) -> None:
    child = node("抓落实", "一抓到底。", heading_run_in=True)
    runs = assemble(lone(node("", "", child, marker=marker))).blocks[0].runs
    assert [run.level for run in runs] == [0, 0, 0, 0]


def test_yi_shi_paragraphs_straight_under_a_part() -> None:
    part = node(
        "存在问题",
        "主要表现在：",
        node("", "思想认识不够到位"),
        node("作风不够扎实", "重部署、轻落实。"),
        layout=Layout.PARAGRAPHS,
        marker=Marker.SHI,
        tail="对此要高度重视。",
    )
    assert lines(speech(part)) == [
        "一、存在问题",
        "主要表现在：",
        "一是思想认识不够到位。",
        "二是作风不够扎实。重部署、轻落实。",
        "对此要高度重视。",
    ]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (Layout.RUN_IN_TAIL, ["（一）到位。做到：一要快；二要准。确保见效。"]),
        (Layout.RUN_IN, ["（一）到位。做到：一要快；二要准。", "确保见效。"]),
        (Layout.PARAGRAPHS, ["（一）到位。做到：", "一要快。", "二要准。", "确保见效。"]),
        (Layout.BLOCKS, ["（一）到位。做到：", "一要快", "二要准", "确保见效。"]),
    ],
)
def test_text_after_the_items(layout: Layout, expected: list[str]) -> None:
    point = node("到位", "做到：", *items("快", "准"), heading_run_in=True, layout=layout,
                 marker=Marker.YAO, tail="确保见效。")  # fmt: skip
    assert lines(speech(node("落实", "", point)))[1:] == expected


def test_the_rest_of_a_tail_stands_in_paragraphs_of_its_own() -> None:
    point = node("", "做到：", *items("快"), layout=Layout.RUN_IN_TAIL, tail="见效。\n再说一句。")
    assert lines(lone(point)) == ["做到：（一）快。见效。", "再说一句。"]


def test_points_of_two_paragraphs() -> None:
    part = node(
        "总结",
        "",
        node("运行平稳", "第一段。\n第二段。", heading_run_in=True),
        node("提速增效", "又一段。\n\n再一段。"),
    )
    assert lines(speech(part)) == [
        "一、总结",
        "（一）运行平稳。第一段。",
        "第二段。",
        "（二）提速增效",
        "又一段。",
        "再一段。",
    ]


def test_first_second_third_as_marker() -> None:
    part = node("要求", "", node("", "讲政治。"), node("守纪律", "令行禁止。"), marker=Marker.DI,
                layout=Layout.PARAGRAPHS)  # fmt: skip
    assert lines(speech(part)) == ["一、要求", "第一，讲政治。", "第二，守纪律。令行禁止。"]


def test_a_double_title_with_all_that_stands_below_it() -> None:
    facts = speech(
        title="稳中求进开新局\n实干争先谱新篇",
        subtitle="在半年度工作会议上的讲话",
        post="局党组书记、局长",
        speaker="陈立",
        date=datetime.date(2020, 7, 30),
        salutation="同志们",
        opening="今天开会。",
    )
    assert lines(facts) == [
        "稳中求进开新局\n实干争先谱新篇",
        "——在半年度工作会议上的讲话",
        "局党组书记、局长\u3000陈立",
        "（2020年7月30日）",
        "同志们：",
        "今天开会。",
    ]


def test_a_part_may_have_no_points_and_a_speech_no_parts() -> None:
    assert lines(speech(node("落实", "抓紧。"))) == ["一、落实", "抓紧。"]
    assert lines(speech(opening="只讲一句。")) == ["只讲一句。"]
    assert assemble(speech()).blocks == ()


@pytest.mark.parametrize(
    ("run_in", "body", "expected"),
    [
        (True, "抓紧。", ["（一）要快。抓紧。"]),
        (True, "，抓紧。", ["（一）要快，抓紧。"]),
        (False, "抓紧。", ["（一）要快", "抓紧。"]),
        # Nothing to run on with: a line of its own, and no end mark (GB/T 15834, B.4).
        (True, "", ["（一）要快"]),
        (True, " \n", ["（一）要快"]),
    ],
)
def test_a_heading_runs_in_only_where_something_runs_on(
    run_in: bool, body: str, expected: list[str]
) -> None:
    part = node("落实", "", node("要快", body, heading_run_in=run_in))
    assert lines(speech(part))[1:] == expected


def test_a_heading_runs_on_with_the_items_or_the_tail_of_its_paragraph() -> None:
    by_items = node("要快", "", node(), *items("抓", "干"), heading_run_in=True,
                    layout=Layout.RUN_IN, marker=Marker.YAO)  # fmt: skip
    by_tail = node("要准", tail="心中有数。", heading_run_in=True, layout=Layout.RUN_IN_TAIL)
    assert lines(speech(node("落实", "", by_items, by_tail)))[1:] == [
        "（一）要快。一要抓；二要干。",
        "（二）要准。心中有数。",
    ]


def test_run_in_items_under_a_heading_line_start_a_paragraph() -> None:
    part = node("落实", "", *items("抓", "干"), layout=Layout.RUN_IN, marker=Marker.YAO)
    assert lines(speech(part)) == ["一、落实", "一要抓；二要干。"]


def test_blanks_hang_on_to_the_block_before_or_to_the_first() -> None:
    part = node("落实", "\n", node(" "), node("要快", " "), tail="\n")
    facts = speech(part, opening=" \n", closing="\n")
    document = assemble(facts)
    assert [block.text for block in document.blocks] == ["一、落实", "（一）要快"]
    assert [type(block) for block in document.blocks] == [Heading, Heading]
    sources = [getattr(run.origin, "source", "made") for run in document.blocks[0].runs]
    assert sources == [" \n", "made", "落实", "\n", " "]


def test_a_named_point_with_a_text_brings_all_points_out_of_the_lead() -> None:
    facts = whole_speech()
    part = facts.nodes[2]
    told = replace(part.children[1], body="年内全部达标。", heading_run_in=True)
    mixed = replace(part, children=(part.children[0], told, *part.children[2:]))
    made = lines(replace(facts, nodes=(*facts.nodes[:2], mixed, facts.nodes[3])))
    start = made.index("二、明确下半年重点")
    assert made[start + 1] == lines(facts)[start + 1]
    assert made[start + 2 : start + 7] == [
        "（一）路网联通",
        "（二）“四好”提升。年内全部达标。",
        "（三）“平安”护航",
        "（四）智慧赋能",
        "（五）党建引领",
    ]


def test_no_text_of_the_speech_holds_a_number_that_is_derived() -> None:
    typed = [each.heading + each.body + each.tail for each in every_node(whole_speech().nodes)]
    assert not [text for text in typed if "五稳" in text or "五大" in text or "一要" in text]


def test_a_heading_that_runs_in_without_a_number_looks_like_the_text() -> None:
    rows = [node("甲偏紧"), node("", "乙不足")]
    whole = node("", "问题主要是：", *rows, layout=Layout.RUN_IN, marker=Marker.NONE)
    (block,) = assemble(lone(whole)).blocks
    assert (block.text, {run.level for run in block.runs}) == ("问题主要是：甲偏紧；乙不足。", {0})
