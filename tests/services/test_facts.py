"""The one mapper from rows to facts."""

import datetime
from typing import Any

import pytest

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
from speeches.models import Node, Speech
from speeches.services import ledger, outlining
from speeches.services.facts import facts_of
from speeches.services.refusals import BrokenOutline
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_text_of_a_speech_becomes_a_fact() -> None:
    day = datetime.date(2026, 7, 30)
    meeting = factories.meeting(name="半年会", period="2026年上半年", date=day)
    texts = {
        "title": "重任\n在肩",
        "subtitle": "——在会议上的讲话",
        "speaker": "程敬川",
        "post": "局长",
        "date_note": "根据录音整理",
        "salutation": "同志们：",
        "opening": "今天……",
        "closing": "谢谢大家！",
    }
    speech = factories.speech(meeting=meeting, marker="han", **texts)
    settings = {"heading_run_in": True, "etcetera": True, "marker": "shi", "layout": "run_in_tail"}
    words = {"body": "总的看，", "tail": "这些要改。", "separator": "comma", "collective": "稳"}
    part = factories.node(speech, "成绩", kind="achievements", **settings, **words)
    division = factories.department("基础教育处")
    sure = {"confirmed_by": factories.user(), "department": division}
    figure = factories.figure(speech, "学位", **sure)
    unsure = factories.figure(speech, "教师", value="", unit="")
    assert facts_of(speech) == SpeechFacts(
        row=Row("speech", speech.pk),
        date=day,
        meeting="半年会",
        period="2026年上半年",
        marker=Marker.HAN,
        nodes=(
            NodeFacts(
                row=Row("node", part.pk),
                kind=Kind.ACHIEVEMENTS,
                heading="成绩",
                heading_run_in=True,
                body="总的看，",
                tail="这些要改。",
                marker=Marker.SHI,
                layout=Layout.RUN_IN_TAIL,
                separator=Separator.COMMA,
                etcetera=True,
                collective="稳",
            ),
        ),
        figures=(
            FigureFacts(Row("figure", figure.pk), "学位", "1200", "个", True, "基础教育处"),
            FigureFacts(Row("figure", unsure.pk), "教师"),
        ),
        **texts,
    )


def test_a_priority_says_who_leads_it_till_when_and_which_problems_it_answers() -> None:
    speech = factories.speech()
    problems = factories.node(speech, "问题", kind="problems")
    slow, gone, few = (factories.node(problems, each) for each in ("慢", "没了", "少"))
    outlining.delete_node(gone, actor=None)
    works = factories.node(speech, "任务", kind="priorities")
    owner = {"department": factories.department("督查室"), "deadline": datetime.date(2026, 9, 3)}
    quick = factories.node(works, "提速", **owner)
    factories.node(works, "扩面")
    quick.answers.set([slow, gone, few])
    told = [
        (each.department, each.deadline, sorted(each.answers))
        for each in facts_of(speech).nodes[1].children
    ]
    answered = [Row("node", slow.pk), Row("node", few.pk)]
    assert told == [("督查室", "2026年9月3日", answered), ("", "", [])]


def shape(nodes: tuple[NodeFacts, ...]) -> str:
    """The headings, those below a node in brackets behind it."""
    return "".join(
        node.heading + (f"（{shape(node.children)}）" if node.children else "") for node in nodes
    )


def outlined() -> tuple[Speech, dict[str, Node]]:
    """甲（乙（丙丁）戊）己."""
    speech = factories.speech()
    nodes = {"甲": factories.node(speech, "甲")}
    for heading, above in (("乙", "甲"), ("丙", "乙"), ("丁", "乙"), ("戊", "甲")):
        nodes[heading] = factories.node(nodes[above], heading)
    nodes["己"] = factories.node(speech, "己")
    return speech, nodes


def test_children_come_in_the_order_of_their_places() -> None:
    speech, nodes = outlined()
    assert shape(facts_of(speech).nodes) == "甲（乙（丙丁）戊）己"
    outlining.move(nodes["戊"], nodes["甲"], 1, actor=None)
    outlining.move(nodes["己"], None, 1, actor=None)
    assert shape(facts_of(speech).nodes) == "己甲（戊乙（丙丁））"


@pytest.mark.parametrize(
    ("deleted", "expected"),
    [
        ("丙", "甲（乙（丁）戊）己"),
        ("乙", "甲（戊）己"),
        ("甲", "己"),
        ("己", "甲（乙（丙丁）戊）"),
    ],
)
def test_a_deleted_node_leaves_with_all_below_it(deleted: str, expected: str) -> None:
    speech, nodes = outlined()
    outlining.delete_node(nodes[deleted], actor=None)
    assert shape(facts_of(speech).nodes) == expected


def test_deleted_figures_are_left_out() -> None:
    figure = factories.figure(factories.speech())
    ledger.delete_figure(figure, actor=None)
    assert facts_of(figure.speech).figures == ()


def test_another_speech_says_nothing_here() -> None:
    outlined()
    assert facts_of(factories.speech()).nodes == ()


def test_nodes_that_hang_from_each_other_are_told_and_not_dropped() -> None:
    speech, nodes = outlined()
    Node.objects.filter(pk=nodes["乙"].pk).update(parent=nodes["丙"].pk)
    with pytest.raises(BrokenOutline, match=f"speech {speech.pk}: nodes that hang from no part"):
        facts_of(speech)


@pytest.mark.parametrize("count", [1, 30, 2000])
def test_the_number_of_queries_does_not_grow(count: int, django_assert_num_queries: Any) -> None:
    part = factories.node(factories.speech(), "部分")
    Node.objects.bulk_create(
        Node(speech=part.speech, parent=part, position=place, kind="point", heading=f"第{place}点")
        for place in range(1, count + 1)
    )
    speech = Speech.objects.with_meeting().get()
    with django_assert_num_queries(2):
        facts = facts_of(speech)
    assert [node.heading for node in facts.nodes[0].children] == [
        f"第{place}点" for place in range(1, count + 1)
    ]
    bare = Speech.objects.get()
    with django_assert_num_queries(3):
        facts_of(bare)


@pytest.mark.parametrize("count", [1, 30])
def test_one_more_query_reads_what_the_priorities_answer(
    count: int, django_assert_num_queries: Any
) -> None:
    speech = factories.speech()
    problems = factories.node(speech, "问题", kind="problems")
    works = factories.node(speech, "任务", kind="priorities")
    for number in range(count):
        work = factories.node(
            works, f"第{number}项", department=factories.department(f"{number}处")
        )
        work.answers.add(factories.node(problems, f"第{number}条"))
    with django_assert_num_queries(3):
        facts = facts_of(speech)
    assert [len(each.answers) for each in facts.nodes[1].children] == [1] * count
