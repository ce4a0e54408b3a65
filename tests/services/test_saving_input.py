"""What comes in by a save or as a new row: normalised, checked, refused in Chinese."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from speeches.models import Figure, History, Node, Speech
from speeches.services import ledger, saving
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def point() -> Node:
    part = factories.node(factories.speech(), "成绩", kind="achievements")
    return factories.node(part, "教学平稳", body="原文")


def fresh(row: Any) -> Any:
    return type(row)._base_manager.get(pk=row.pk)


def errors_of(row: Any, **changes: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        saving.save(row, changes, seen=row.version, actor=None)
    return refused.value.message_dict


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("body", "一\r\n二\r三", "一\n二\n三"),
        ("body", "教\u200b育\x00\ud800局\u202e", "教育局"),
        ("body", "𠮷野家 葛󠄀", "𠮷野家 葛󠄀"),
        ("heading", " 教学\n平稳 ", "教学 平稳"),
        ("heading", "e\u0301", "é"),
        ("tail", "", ""),
    ],
)
def test_every_text_is_normalised(point: Node, field: str, typed: str, kept: str) -> None:
    saving.save(point, {field: typed, "collective": "稳"}, seen=1, actor=None)
    assert getattr(fresh(point), field) == kept


def test_twenty_thousand_characters_are_kept_whole(point: Node) -> None:
    text = "教育" * 10_000
    saving.save(point, {"body": text}, seen=1, actor=None)
    saving.save(point, {"body": ""}, seen=2, actor=None)
    assert History.objects.get(version=2).replaced == text


def test_each_field_that_cannot_be_right_is_told_in_chinese(point: Node) -> None:
    changes = {"heading": "长" * 201, "marker": "roman", "deadline": "明天", "body": "好"}
    assert errors_of(point, **changes) == {
        "heading": ["确保该变量包含不超过 200 字符 (目前字符数 201)。"],
        "marker": ["值 'roman' 不是有效选项。"],
        "deadline": ["“明天”的值有一个错误的日期格式。它的格式应该是YYYY-MM-DD"],
    }
    assert fresh(point).body == "原文"


def test_a_title_of_blanks_is_no_title() -> None:
    assert errors_of(factories.speech(), title=" \n　") == {"title": ["此字段不能为空。"]}


def test_a_figure_name_that_is_taken_or_reserved_is_told_at_its_field() -> None:
    speech = factories.speech()
    factories.figure(speech, "学位")
    figure = factories.figure(speech, "教师")
    taken = ["这篇讲话稿里已有同名的数据，请换一个名称。"]
    assert errors_of(figure, name="学位", unit="名") == {"name": taken}
    assert errors_of(figure, name="数量") == {
        "name": ["合称、数量、要点有专门用途，请换一个名称。"]
    }
    assert errors_of(figure, name="在校 学生") == {
        "name": ["名称里不要用空格、冒号和花括号，例如：新增学位。"]
    }
    assert fresh(figure).name == "教师"


# --- New rows ---


def test_a_new_speech_knows_who_began_it() -> None:
    actor = factories.user()
    speech = fresh(factories.speech(actor=actor))
    assert (speech.created_by, speech.changed_by) == (actor, actor)
    assert (speech.version, speech.revision) == (1, 1)


def test_a_new_row_is_normalised_and_checked_like_an_old_one() -> None:
    speech = factories.speech(title="在会议上的\r\n讲话\x00")
    assert fresh(speech).title == "在会议上的\n讲话"
    with pytest.raises(ValidationError) as refused:
        saving.insert(Speech(meeting=speech.meeting, title="", kind="poem"), actor=None)
    assert sorted(refused.value.message_dict) == ["kind", "title"]
    factories.figure(speech, "学位")
    with pytest.raises(ValidationError) as refused:
        factories.figure(speech, "学位")
    assert list(refused.value.message_dict) == ["name"]
    assert (Speech.objects.count(), Figure.objects.count()) == (1, 1)


def test_a_new_row_counts_up_its_speech() -> None:
    actor, speech = factories.user(), factories.speech()
    ledger.add_figure(speech, actor=actor, name="学位", value="3", unit="个")
    row = fresh(speech)
    assert (row.revision, row.changed_by) == (2, actor)


def test_a_row_is_inserted_once(point: Node) -> None:
    with pytest.raises(ValueError, match="in the database already"):
        saving.insert(point, actor=None)


def test_a_division_of_another_bureau_is_refused(point: Node) -> None:
    foreign = factories.department(bureau=factories.bureau("别处教育局"))
    said = {"department": ["所选的责任处室不在本单位，请重新选择。"]}
    assert errors_of(point, department=foreign) == said
    figure = factories.figure(point.speech)
    assert errors_of(figure, department=foreign) == {
        "department": ["所选的提供处室不在本单位，请重新选择。"]
    }


def test_a_speech_stays_in_its_bureau(point: Node) -> None:
    foreign = factories.meeting(bureau=factories.bureau("别处教育局"))
    assert errors_of(point.speech, meeting=foreign) == {
        "meeting": ["所选的会议不在本单位，请重新选择。"]
    }


def test_several_rows_are_one_change(point: Node) -> None:
    speech = point.speech
    before = Speech.objects.get(pk=speech.pk).revision
    with saving.change_of(speech.pk, None):
        saving.replace(speech, {"opening": "开场"}, seen=speech.version, actor=None)
        saving.replace(point, {"body": "新文"}, seen=point.version, actor=None)
    assert Speech.objects.get(pk=speech.pk).revision == before + 1
    assert (fresh(speech).opening, fresh(point).body) == ("开场", "新文")
