"""A new speech: what it begins with, and what it leaves behind."""

from __future__ import annotations

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from speeches.document.assemble import assemble
from speeches.enums import MeetingKind
from speeches.models import Node, Speech
from speeches.services import drafting, outlining
from speeches.services.drafting import Template, draft_from, draft_like, models_for, templates
from speeches.services.facts import facts_of
from speeches.services.starting import start_node
from tests import factories

pytestmark = pytest.mark.django_db
ALL = [template.key for template in templates()]


def template(key: str) -> Template:
    return next(each for each in templates() if each.key == key)


def begun(**fields: object) -> Speech:
    return Speech(title="在会上的讲话", meeting=factories.meeting(), **fields)


def test_three_outlines_ship_one_for_each_kind_of_meeting() -> None:
    kinds = [template.meeting for template in templates()]
    assert kinds == [MeetingKind.HALF_YEAR, MeetingKind.ANNUAL, MeetingKind.SPECIAL]
    assert [each.name for each in templates()] == [MeetingKind(kind).label for kind in kinds]


@pytest.mark.parametrize("key", ALL)
def test_a_speech_from_an_outline_is_whole_and_its_first_revision(key: str) -> None:
    me = factories.user()
    speech = draft_from(begun(), template(key), actor=me)
    assert (speech.revision, speech.created_by, speech.salutation) == (1, me, "同志们：")
    document = assemble(facts_of(speech))
    assert document.marked == ()
    assert len(Node.objects.filter(speech=speech, parent=None)) == 4


@pytest.mark.parametrize("key", ALL)
def test_its_nodes_are_set_like_those_that_are_added_by_hand(key: str) -> None:
    def settings(node: Node) -> tuple[object, ...]:
        run = (node.heading_run_in, node.marker, node.layout)
        return (*run, node.separator, node.etcetera)

    speech = draft_from(begun(), template(key), actor=factories.user())
    for node in Node.objects.filter(speech=speech):
        added = start_node(speech, node.parent, node.kind, actor=None)
        assert (node.heading, settings(node)) == (node.heading, settings(added))


def test_its_points_are_counted_by_their_slogan() -> None:
    speech = draft_from(begun(), template("half_year"), actor=factories.user())
    text = "".join(block.text for block in assemble(facts_of(speech)).blocks)
    assert "集中力量实施强基固本工程、提质增效工程、便民利民工程等“三项工程”" in text


def last_time() -> Speech:
    """A speech with all that can be copied, and with something deleted."""
    speech = factories.speech(opening="今天开会。", closing="谢谢大家！", marker="han")
    part = factories.node(speech, "问题", kind="problems")
    problem = factories.node(part, "学位不足", body="{新增学位}还不够。")
    part = factories.node(speech, "重点", kind="priorities", collective="大工程")
    division = factories.department()
    deadline = datetime.date(2026, 9, 1)
    priority = factories.node(part, "学位工程", department=division, deadline=deadline)
    factories.node(priority, body="建学校", marker="shi")
    outlining.link_answers(priority, [problem], actor=None)
    outlining.delete_node(factories.node(part, "删掉的"), actor=None)
    factories.figure(speech, department=division, confirmed_by=factories.user())
    return speech


def test_a_speech_like_last_time_s_has_its_text_and_its_links() -> None:
    model, me = last_time(), factories.user()
    speech = draft_like(begun(), model, actor=me)
    rows = Node.objects.filter(speech=speech).order_by("pk")
    told = [(row.kind, row.heading, row.body, row.marker, row.collective) for row in rows]
    assert told == [
        ("problems", "问题", "", "outline", ""),
        ("priorities", "重点", "", "outline", "大工程"),
        ("problem", "学位不足", "{新增学位}还不够。", "outline", ""),
        ("priority", "学位工程", "", "outline", ""),
        ("item", "", "建学校", "shi", ""),
    ]
    assert (speech.opening, speech.closing, speech.marker) == ("今天开会。", "谢谢大家！", "han")
    assert (speech.revision, speech.created_by) == (1, me)
    priority = rows.get(heading="学位工程")
    assert list(priority.answers.all()) == [rows.get(heading="学位不足")]
    assert (priority.department, priority.deadline) == (factories.department(), None)


def test_its_figures_are_empty_and_nobody_has_confirmed_them() -> None:
    speech = draft_like(begun(), last_time(), actor=factories.user())
    figure = speech.figures.get()
    told = (figure.name, figure.value, figure.unit, figure.confirmed_by, figure.confirmed_at)
    assert told == ("新增学位", "", "个", None, None)
    assert figure.department == factories.department()


def test_what_it_is_like_stays_as_it_was() -> None:
    model = last_time()
    before = facts_of(model)
    draft_like(begun(), model, actor=factories.user())
    model.refresh_from_db()
    assert facts_of(model) == before


def test_the_same_kind_of_meeting_is_offered_first_then_the_newest() -> None:
    def given(title: str, kind: str) -> None:
        factories.speech(title=title, meeting=factories.meeting(kind=kind))

    given("年中甲", MeetingKind.HALF_YEAR)
    given("专题", MeetingKind.SPECIAL)
    given("年中乙", MeetingKind.HALF_YEAR)
    factories.speech(meeting=factories.meeting(bureau=factories.bureau("临江市教育局")))
    offered = models_for(factories.meeting(), factories.user())
    assert [str(speech) for speech in offered] == ["年中乙", "年中甲", "专题"]


@pytest.mark.parametrize("count", [1, 30])
def test_copying_takes_as_many_queries_for_thirty_points_as_for_one(
    count: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    model = last_time()
    part = model.nodes.get(heading="重点")
    for number in range(count):
        factories.node(part, f"工程{number}")
    speech, me = begun(), factories.user()
    with django_assert_max_num_queries(24):
        draft_like(speech, model, actor=me)


def test_an_outline_is_a_file_of_its_own() -> None:
    assert sorted(path.stem for path in drafting.FOLDER.iterdir()) == sorted(ALL)
