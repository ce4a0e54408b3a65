"""数据: one figure, added, filled, renamed, confirmed, deleted."""

from __future__ import annotations

import pytest
from django.test import Client

from speeches.enums import UserRole
from speeches.models import Figure, Speech
from speeches.services import ledger, outlining
from speeches.services.finalising import mark_final
from tests import factories
from tests.views.filling import fields, fill
from tests.views.ledgers import errors, fresh, ledger_of, path_of
from tests.views.visiting import visitor, words

D, R, C, L, A = UserRole

pytestmark = pytest.mark.django_db


# --- Adding ----------------------------------------------------------------------------------


def test_a_figure_is_added_as_it_is_typed(speech: Speech) -> None:
    typed = {"name": "新增学位", "value": "1,680.5", "unit": "个"}
    typed["department"] = str(factories.department().pk)
    response = fill(visitor(), f"{ledger_of(speech)}new/", **typed)
    figure = Figure.objects.get()
    assert (response.status_code, response["Location"]) == (
        303,
        f"{ledger_of(speech)}#figure-{figure.pk}",
    )
    assert (figure.name, figure.value, figure.unit) == ("新增学位", "1,680.5", "个")
    assert (figure.department.name, figure.confirmed_at) == ("基础教育处", None)


def test_it_may_be_confirmed_in_the_same_act(speech: Speech) -> None:
    user = factories.user()
    fill(visitor(user), f"{ledger_of(speech)}new/", name="投资", value="3", confirm="yes")
    assert Figure.objects.get().confirmed_by == user


def test_without_a_value_it_is_neither_confirmed_nor_added(speech: Speech) -> None:
    response = fill(visitor(), f"{ledger_of(speech)}new/", name="投资", confirm="yes")
    assert (response.status_code, errors(response)) == (422, ["请先填数值，再确认。"])
    assert (fields(response)["name"], Figure.objects.exists()) == ("投资", False)


def test_a_form_that_is_sent_twice_adds_one(speech: Speech) -> None:
    client, path = visitor(), f"{ledger_of(speech)}new/"
    form = fields(client.get(path)) | {"name": "投资", "value": "3"}
    answers = [client.post(path, form) for _ in range(2)]
    assert len({answer["Location"] for answer in answers}) == 1
    assert Figure.objects.count() == 1


NAMES = [
    ("", "请填写名称。"),
    ("　", "请填写名称。"),
    ("投资", "这篇讲话稿里已有同名的数据，请换一个名称。"),
    ("合称", "合称、数量、要点有专门用途，请换一个名称。"),
    ("数量", "合称、数量、要点有专门用途，请换一个名称。"),
    ("要点", "合称、数量、要点有专门用途，请换一个名称。"),
    ("新增 学位", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
    ("新增:学位", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
    ("{新增学位}", "名称里不要用空格、冒号和花括号，例如：新增学位。"),
    ("长" * 51, "名称最多50字，现在有51字，请删减。"),
    ("学位😀", "名称里有表情或图形符号“😀”，公文里排不出来，请删去。"),
]


@pytest.mark.parametrize(("name", "told"), NAMES)
def test_a_name_that_cannot_be_is_told_at_its_field(speech: Speech, name: str, told: str) -> None:
    factories.figure(speech, "投资")
    response = fill(visitor(), f"{ledger_of(speech)}new/", name=name, value="1.68")
    page = response.content.decode()
    assert (response.status_code, errors(response)) == (422, [told])
    assert "<title>错误：增加数据 · 稿台</title>" in page
    assert '<a href="#id_name">' in page
    assert (fields(response)["name"], fields(response)["value"]) == (name, "1.68")
    assert Figure.objects.count() == 1


def test_a_division_of_another_bureau_is_no_choice(speech: Speech) -> None:
    other = factories.department("别局的处", bureau=factories.bureau("临江市教育局"))
    path = f"{ledger_of(speech)}new/"
    assert "别局的处" not in visitor().get(path).content.decode()
    response = fill(visitor(), path, name="投资", department=str(other.pk))
    assert (response.status_code, Figure.objects.count()) == (422, 0)


# --- Changing --------------------------------------------------------------------------------


def test_saving_a_value_takes_the_confirmation_away_or_gives_it(figure: Figure) -> None:
    user = factories.user()
    client = visitor(user)
    confirmed = []
    for changes in ({"value": "1", "confirm": "yes"}, {"unit": "万个"}, {"confirm": "yes"}):
        assert fill(client, path_of(figure), **changes).status_code == 303
        confirmed.append(fresh(figure).confirmed_by)
    assert confirmed == [user, None, user]


def test_a_new_name_is_written_into_the_texts(speech: Speech, figure: Figure) -> None:
    node = factories.node(speech, body="{ 新增学位 }、｛新增学位｝、{{新增学位}")
    response = fill(visitor(), path_of(figure), name="招生数")
    assert response["Location"] == f"{ledger_of(speech)}#figure-{figure.pk}"
    assert fresh(node).body == "{ 招生数 }、｛招生数｝、{{新增学位}"


def test_a_name_that_exists_renames_nothing(speech: Speech, figure: Figure) -> None:
    factories.figure(speech, "投资")
    node = factories.node(speech, body="{新增学位}")
    response = fill(visitor(), path_of(figure), name="投资", value="7")
    assert (response.status_code, errors(response)) == (
        422,
        ["这篇讲话稿里已有同名的数据，请换一个名称。"],
    )
    assert (fields(response)["value"], fresh(node).body) == ("7", "{新增学位}")


def test_a_contributor_fills_the_own_figure_and_nothing_but_its_value(
    figure: Figure, contributor: Client
) -> None:
    form = fields(contributor.get(path_of(figure)))
    assert set(form) == {"csrfmiddlewaretoken", "author", "seen", "value", "unit"}
    answer = contributor.post(
        path_of(figure), form | {"value": "9", "name": "改名", "confirm": "1"}
    )
    kept = fresh(figure)
    assert (answer.status_code, kept.value, kept.name) == (303, "9", "新增学位")
    assert str(kept.confirmed_by) == "周宁"


READERS = [
    (R, "基础教育处", "由起草人或提供数据的处室填写。"),
    (C, "计划财务处", "由基础教育处填写、确认。"),
]


@pytest.mark.parametrize(("role", "division", "reason"), READERS)
def test_who_may_not_fill_reads_the_figure_and_why(
    figure: Figure, role: str, division: str, reason: str
) -> None:
    client = visitor(role=role, department=factories.department(division))
    said = words(client.get(path_of(figure)))
    assert "数值 1200个 提供处室 基础教育处 确认 待确认" in said
    assert reason in said
    refused = client.post(path_of(figure), {"value": "9", "seen": "1"})
    assert (refused.status_code, fresh(figure).value) == (403, "1200")
    assert reason in words(refused)


def test_a_figure_of_no_division_and_a_person_of_none(speech: Speech) -> None:
    nobodys = factories.figure(speech, "投资")
    asked = [
        words(visitor(role=C, department=division).get(path_of(nobodys)))
        for division in (factories.department(), None)
    ]
    assert "还没有定由哪个处室提供，请起草人先定。" in asked[0]
    assert "您的账号还没有归入处室，请联系管理员。" in asked[1]


def test_two_people_on_one_figure(figure: Figure) -> None:
    client = visitor()
    mine = fields(client.get(path_of(figure))) | {"value": "1300"}
    ledger.change_figure(figure, {"value": "1250", "unit": "名"}, seen=1, actor=None)
    response = client.post(path_of(figure), mine)
    said = words(response)
    assert response.status_code == 409
    assert "对方改成 1250 两人改动之前 1200" in said
    again = fields(response)
    assert (again["value"], again["unit"], again["seen"]) == ("1300", "名", "2")
    assert client.post(path_of(figure), again).status_code == 303
    assert (fresh(figure).value, fresh(figure).unit) == ("1300", "名")


def test_what_was_typed_stays_where_the_figure_was_deleted(figure: Figure) -> None:
    client = visitor()
    mine = fields(client.get(path_of(figure))) | {"value": "1300"}
    ledger.delete_figure(figure, actor=None)
    response = client.post(path_of(figure), mine)
    told = "这项数据已被别人删除，未作保存。还要用的话，请把它重新增加进来。"
    assert (response.status_code, errors(response)) == (409, [told])
    assert fields(response)["value"] == "1300"
    assert client.get(path_of(figure)).status_code == 404


@pytest.mark.parametrize("seen", ["", "第一版", "-1", "9" * 5000])
def test_without_its_version_nothing_is_saved(figure: Figure, seen: str) -> None:
    response = fill(visitor(), path_of(figure), value="7", seen=seen)
    assert (response.status_code, fresh(figure).value) == (422, "1200")
    assert "没有收到这份表单所依据的版本" in words(response)


def test_a_final_speech_keeps_its_figures(speech: Speech, figure: Figure) -> None:
    client, user = visitor(), factories.user()
    mine = fields(client.get(path_of(figure))) | {"value": "1300"}
    mark_final(speech, actor=user)
    final = "讲话稿已定稿，不能再改。需要修改时，请审核人先退回起草。"
    response = client.post(path_of(figure), mine)
    assert (response.status_code, errors(response)) == (409, [final])
    assert fields(response)["value"] == "1300"
    assert final in words(client.get(path_of(figure)))
    assert client.get(f"{ledger_of(speech)}new/").status_code == 403
    assert errors(client.post(path_of(figure, "confirm/"), {"seen": "1"})) == [final]
    assert errors(client.post(path_of(figure, "delete/"))) == [final]
    assert final in words(client.get(path_of(figure, "delete/")))
    assert (fresh(figure).value, fresh(figure).confirmed_at) == ("1200", None)


# --- Confirming ------------------------------------------------------------------------------


def test_what_is_shown_is_confirmed_by_a_button_in_its_line(figure: Figure) -> None:
    client = visitor(role=R, name="周宁")
    form = fields(client.get(ledger_of(figure.speech)), f"{figure.pk}/confirm/")
    response = client.post(path_of(figure, "confirm/"), form)
    assert response["Location"] == f"{ledger_of(figure.speech)}#figure-{figure.pk}"
    assert str(fresh(figure).confirmed_by) == "周宁"
    assert "confirm/" not in client.get(ledger_of(figure.speech)).content.decode()


def test_a_value_that_was_changed_meanwhile_is_shown_before_it_is_confirmed(figure: Figure) -> None:
    client = visitor(role=R)
    form = fields(client.get(path_of(figure)))
    ledger.change_figure(figure, {"value": "1250"}, seen=1, actor=None)
    response = client.post(path_of(figure, "confirm/"), form)
    assert (response.status_code, fresh(figure).confirmed_at) == (409, None)
    assert "有人先改了这项数据，没有确认。" in words(response)
    assert "数值 1250个" in words(response)
    again = fields(response)
    assert again["seen"] == "2"
    assert client.post(path_of(figure, "confirm/"), again).status_code == 303
    assert fresh(figure).confirmed_at


def test_an_empty_figure_cannot_be_confirmed(speech: Speech) -> None:
    empty = factories.figure(speech, "投资", value="")
    client = visitor(role=R)
    assert "还没有填数值，填好后再确认。" in words(client.get(path_of(empty)))
    assert client.post(path_of(empty, "confirm/"), {"seen": "1"}).status_code == 403
    assert fresh(empty).confirmed_at is None


# --- Deleting --------------------------------------------------------------------------------


def test_a_figure_is_deleted_after_being_asked(figure: Figure) -> None:
    client = visitor()
    path = path_of(figure, "delete/")
    asked = client.get(path)
    assert "新增学位：1200个。删除后，这里不再列出它；以后要用，再增加一次。" in words(asked)
    assert Figure.objects.standing().exists()
    response = client.post(path, fields(asked))
    assert (response.status_code, response["Location"]) == (303, ledger_of(figure.speech))
    assert not Figure.objects.standing().exists()
    assert words(client.get(ledger_of(figure.speech))).startswith("已删除“新增学位”。")


def test_a_figure_in_use_is_not_deleted_and_the_page_says_where(
    speech: Speech, figure: Figure
) -> None:
    factories.node(factories.node(speech, "成绩"), "补短提质", body="{新增学位}")
    client, path = visitor(), path_of(figure, "delete/")
    asked = client.get(path)
    assert '<button class="btn btn-primary" disabled' in asked.content.decode()
    assert "用在哪里 成绩 › 补短提质" in words(asked)
    response = client.post(path)
    assert (response.status_code, errors(response)) == (
        409,
        ["“新增学位”还在用，没有删除。用到它的地方：成绩 › 补短提质。"],
    )
    assert Figure.objects.standing().exists()
    assert "正文里还在用，不能删除。" in words(client.get(path_of(figure)))


def test_what_stands_in_the_bin_is_told_of_but_hinders_nothing(
    speech: Speech, figure: Figure
) -> None:
    outlining.delete_node(factories.node(speech, "删掉的", body="{新增学位}"), actor=None)
    client, path = visitor(), path_of(figure, "delete/")
    assert "回收站里也有 1 处用到：删掉的。" in words(client.get(path))
    assert client.post(path).status_code == 303
