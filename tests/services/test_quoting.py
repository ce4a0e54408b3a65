"""Where texts quote a name, and what renaming leaves of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from speeches.enums import NodeKind
from speeches.models import Figure, History, Node, Speech
from speeches.services import ledger, outlining, quoting, saving
from speeches.services.refusals import AlreadyFinal, Conflict, Gone, VersionMissing
from tests import factories

pytestmark = pytest.mark.django_db


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


def places(speech: Speech, name: str = "学位") -> list[tuple[str, bool]]:
    found = quoting.quotations(fresh(speech)).get(name, [])
    return [(place.words, place.in_bin) for place in found]


@pytest.fixture
def speech() -> Speech:
    return factories.speech(title="{学位}之年", opening="新增{ 学位 }，{学位}。", closing="{{学位}")


@pytest.fixture
def part(speech: Speech) -> Node:
    return factories.node(speech, "肯定成绩", body="新增｛学 位｝。")


def rename(speech: Speech, new: str) -> Figure:
    figure = factories.figure(speech, "学位")
    ledger.change_figure(figure, {"name": new}, seen=1, actor=None)
    return figure


def test_a_place_is_named_by_the_way_that_leads_to_it(speech: Speech, part: Node) -> None:
    point = factories.node(part, body="　补短提质稳中求进新增{学位}一万个以上\n次年再增")
    factories.node(point, tail="{学位}、{学位}")
    assert places(speech) == [
        ("标题", False),
        ("开场", False),
        ("肯定成绩", False),
        ("肯定成绩 › 补短提质稳中求进新增学位一万个以…", False),
        ("肯定成绩 › 补短提质稳中求进新增学位一万个以… › 分项", False),
    ]


@pytest.mark.parametrize(
    ("heading", "body", "words"),
    [
        ("实现{合称}目标", "{学位}", "实现目标"),
        ("做到{ 合称：稳 }{数量}项{要点}", "{学位}", "做到项"),
        ("新增｛学 位｝个", "", "新增学位个"),
        ("{合称}", "{学位}一万个", "学位一万个"),
        ("{合称}", "{合称}\n{学位}", NodeKind.NARRATIVE.label),
        ("{{原样}", "{学位}", "{原样}"),
    ],
)
def test_the_name_of_a_place_shows_no_token(
    speech: Speech, heading: str, body: str, words: str
) -> None:
    factories.node(speech, heading, body=body, tail="{学位}", kind="narrative")
    assert places(speech)[-1] == (words, False)


def test_places_stand_in_the_order_of_the_speech_not_of_the_rows(speech: Speech) -> None:
    last, first = factories.node(speech, "后", body="{数}"), factories.node(speech, "前")
    below = factories.node(first, "前之下", body="{数}")
    outlining.move(first, None, 1, actor=None)
    found = quoting.quotations(speech)["数"]
    assert [place.row for place in found] == [below, last]


def test_what_stands_under_something_deleted_stands_in_the_bin(speech: Speech, part: Node) -> None:
    factories.node(part, "要点", body="{学位}")
    outlining.delete_node(part, actor=None)
    found = quoting.quotations(speech)["学位"]
    assert [place.in_bin for place in found] == [False, False, True, True]
    assert [place.words for place in quoting.in_text(found)] == ["标题", "开场"]


@pytest.mark.parametrize("count", [1, 30])
def test_places_take_one_query(
    speech: Speech, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.node(speech, f"第{number}", body="{学位}")
    with django_assert_num_queries(1):
        quoting.quotations(speech)


def test_renaming_rewrites_every_text_that_quotes_the_name(speech: Speech, part: Node) -> None:
    rename(speech, "公办学位")
    speech, part = fresh(speech), fresh(part)
    assert (speech.title, speech.opening, speech.closing) == (
        "{公办学位}之年",
        "新增{ 公办学位 }，{公办学位}。",
        "{{学位}",
    )
    assert (part.heading, part.body) == ("肯定成绩", "新增｛公办学位｝。")


@pytest.mark.parametrize("field", ["heading", "body", "tail"])
def test_every_text_of_a_node_is_rewritten_in_the_bin_too(speech: Speech, field: str) -> None:
    node = factories.node(speech, **{field: "{学位}"})
    below = factories.node(node, **{field: "{学位}{投资}"})
    outlining.delete_node(node, actor=None)
    rename(speech, "招生数")
    assert getattr(fresh(node), field) == "{招生数}"
    assert getattr(fresh(below), field) == "{招生数}{投资}"


@pytest.mark.parametrize("field", quoting.TITLE_BLOCK)
def test_every_text_of_the_title_block_is_rewritten(field: str) -> None:
    speech = factories.speech(**{field: "在{学位}"})
    rename(speech, "招生数")
    assert getattr(fresh(speech), field) == "在{招生数}"


def test_a_rewritten_row_has_a_new_version_and_its_history(speech: Speech, part: Node) -> None:
    untouched = factories.node(speech, "不引用", body="学位")
    actor = factories.user()
    figure = factories.figure(speech, "学位")
    ledger.change_figure(figure, {"name": "招生数"}, seen=1, actor=actor)
    versions = [fresh(row).version for row in (speech, part, untouched, figure)]
    assert versions == [2, 2, 1, 2]
    columns = ("table", "key", "field", "replaced", "version", "actor", "speech")
    rest = (1, actor.pk, speech.pk)
    assert sorted(History.objects.values_list(*columns)) == sorted(
        [
            ("figure", figure.pk, "name", "学位", *rest),
            ("node", part.pk, "body", "新增｛学 位｝。", *rest),
            ("speech", speech.pk, "title", "{学位}之年", *rest),
            ("speech", speech.pk, "opening", "新增{ 学位 }，{学位}。", *rest),
        ]
    )


def test_renaming_counts_the_revision_up_once(speech: Speech) -> None:
    factories.node(speech, body="{学位}")
    figure = factories.figure(speech, "学位")
    before = fresh(speech).revision
    ledger.change_figure(figure, {"name": "招生数"}, seen=1, actor=None)
    assert fresh(speech).revision == before + 1


def test_another_speech_keeps_its_texts(speech: Speech) -> None:
    other = factories.speech(opening="{学位}", meeting=speech.meeting)
    rename(speech, "招生数")
    assert (fresh(other).opening, fresh(other).version) == ("{学位}", 1)


def test_a_form_that_was_open_meanwhile_is_told_so(speech: Speech, part: Node) -> None:
    rename(speech, "招生数")
    with pytest.raises(Conflict) as stale:
        saving.save(part, {"body": "新增{学位}和我的话。"}, seen=1, actor=None)
    assert [one.theirs for one in stale.value.differences] == ["新增｛招生数｝。"]


TOO_LONG = (
    f"换成这个名称后，“{'长' * 16}…”的标题就太长了，放不下。请换一个短些的名称，或先改短那里。"
)


def test_where_one_text_has_no_room_nothing_is_renamed(speech: Speech, part: Node) -> None:
    full = factories.node(part, heading="长" * 196 + "{学位}")
    figure = factories.figure(speech, "学位")
    before = fresh(speech).revision
    with pytest.raises(ValidationError) as refused:
        ledger.change_figure(figure, {"name": "新增公办学位"}, seen=1, actor=None)
    assert refused.value.message_dict == {"name": [TOO_LONG]}
    assert [fresh(row).version for row in (speech, part, full, figure)] == [1, 1, 1, 1]
    assert (fresh(speech).revision, fresh(figure).name) == (before, "学位")


def test_a_field_of_the_speech_that_has_no_room_is_named() -> None:
    speech = factories.speech(speaker="长" * 46 + "{学位}")
    with pytest.raises(ValidationError) as refused:
        rename(speech, "新增公办学位")
    assert refused.value.messages[0].startswith("换成这个名称后，讲话人就太长了")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("投资", "这篇讲话稿里已有同名的数据，请换一个名称。"),
        ("合称", "合称、数量、要点有专门用途，请换一个名称。"),
        ("数量", "合称、数量、要点有专门用途，请换一个名称。"),
        ("要点", "合称、数量、要点有专门用途，请换一个名称。"),
        ("新增 学位", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
        ("新增：学位", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
        ("{学位}", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_no_text_rewritten(
    speech: Speech, name: str, told: str
) -> None:
    factories.figure(speech, "投资")
    with pytest.raises(ValidationError) as refused:
        rename(speech, name)
    assert refused.value.message_dict == {"name": [told]}
    assert fresh(speech).version == 1


def test_nothing_is_renamed_that_was_changed_or_deleted_meanwhile(speech: Speech) -> None:
    figure = factories.figure(speech, "投资")
    ledger.change_figure(figure, {"value": "3"}, seen=1, actor=None)
    with pytest.raises(Conflict):
        ledger.change_figure(figure, {"name": "招生数"}, seen=1, actor=None)
    with pytest.raises(VersionMissing):
        ledger.change_figure(figure, {"name": "招生数"}, seen=None, actor=None)
    ledger.delete_figure(figure, actor=None)
    with pytest.raises(Gone):
        ledger.change_figure(figure, {"name": "招生数"}, seen=2, actor=None)


def test_nothing_is_renamed_in_a_final_speech() -> None:
    speech = factories.speech()
    figure = factories.figure(speech, "学位")
    Speech.objects.filter(pk=speech.pk).update(state="final")
    with pytest.raises(AlreadyFinal):
        ledger.change_figure(figure, {"name": "招生数"}, seen=1, actor=None)
