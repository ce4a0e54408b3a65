"""管理: 版式. Who may open them: test_matrix."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from speeches.enums import UserRole
from speeches.models import Bureau, PageFormat
from speeches.services.editions import edition_of, set_default, values_of
from speeches.typeset.edition import LARGE, STANDARD
from speeches.views.styles import style
from tests import factories
from tests.views.filling import Values, fields, fill
from tests.views.visiting import stranger, visitor, words

pytestmark = pytest.mark.django_db

MEASURES = "每页22行，每行28字，正文16磅 边距上3.7、下3.5、左2.8、右2.6厘米"


@pytest.fixture
def client() -> Client:
    return visitor(role=UserRole.ADMINISTRATOR)


def query(**changes: Any) -> Values:
    """The numbers of the standard as the page sends them, and what is changed about them."""
    told = {name: value for name, value in values_of(STANDARD).items() if value is not False}
    return told | changes


# --- The list --------------------------------------------------------------------------------


def test_the_built_in_editions_are_there_to_be_copied_and_one_is_the_default(
    client: Client,
) -> None:
    assert words(client.get("/editions/")) == (
        "清河市教育局的版式 默认的那一种，起草时的版面、领导看的定稿都按它排；导出时可以另选。 "
        f"{STANDARD.name} 默认 {MEASURES} 复制为本单位版式 ：{STANDARD.name} "
        f"{LARGE.name} 每页15行，每行20字，正文22磅 边距上3.7、下5、左2.8、右2.6厘米 "
        f"设为默认 ：{LARGE.name} 复制为本单位版式 ：{LARGE.name}"
    )


def test_an_own_edition_can_be_changed_copied_deleted_and_made_the_default(
    client: Client,
) -> None:
    own = factories.page_format()
    page = client.get("/editions/")
    verbs = " ".join(f"{verb} ：窄边版" for verb in ("设为默认", "复制", "修改", "删除"))
    assert words(page).endswith(f"窄边版 {MEASURES} {verbs}")
    client.post("/editions/default/", fields(page, "/editions/default/") | {"edition": own.key})
    said = words(client.get("/editions/"))
    assert said.startswith("“窄边版”已设为默认版式。")
    assert f"窄边版 默认 {MEASURES}" in said
    assert Bureau.objects.get().edition == own.key


def test_a_default_that_there_is_none_of_is_refused_in_a_sentence(client: Client) -> None:
    foreign = factories.page_format(bureau=factories.bureau("临江市教育局"))
    client.post("/editions/default/", {"edition": foreign.key})
    assert words(client.get("/editions/")).startswith(f"没有“{foreign.key}”这种版式。可以用的有：")


def test_the_default_cannot_be_deleted_and_its_button_says_why(client: Client) -> None:
    own = factories.page_format()
    set_default(own.bureau, own.key)
    page = client.get("/editions/").content.decode()
    assert re.search(r'<button[^>]* disabled aria-describedby="default">删除', page)
    assert f"/editions/{own.pk}/delete/" not in page
    client.post(f"/editions/{own.pk}/delete/")
    assert words(client.get("/editions/")).startswith(
        "“窄边版”没有删除：这是本单位的默认版式。请先把另一种版式设为默认，再删除。"
    )


def test_a_deleted_edition_can_be_brought_back_where_its_name_is_free(client: Client) -> None:
    own = factories.page_format()
    client.post(f"/editions/{own.pk}/delete/")
    said = words(client.get("/editions/"))
    assert said.startswith("已删除“窄边版”，可以在下面恢复。")
    assert said.endswith("已删除 窄边版 恢复 ：窄边版")
    other = factories.page_format()
    client.post(f"/editions/{own.pk}/restore/")
    assert words(client.get("/editions/")).startswith(
        "“窄边版”没有恢复：现在已有同名的版式，请先给那一种改名。"
    )
    fill(client, f"/editions/{other.pk}/", name="宽边版")
    client.post(f"/editions/{own.pk}/restore/")
    assert "已恢复“窄边版”。" in words(client.get("/editions/"))
    assert PageFormat.objects.standing().count() == 2


def test_an_edition_that_works_no_more_says_why(client: Client) -> None:
    own = factories.page_format()
    PageFormat.objects.filter(pk=own.pk).update(lines=500)
    said = words(client.get("/editions/"))
    told = "现在排不出来，没有列在导出的选项里：每页行数要在5到60行之间，请改成其中的数。"
    assert said.endswith(f"{told} 修改 ：窄边版 删除 ：窄边版")
    page = words(client.get(f"/editions/{own.pk}/"))
    assert page.endswith("按现在填的数排不出来： 每页行数要在5到60行之间，请改成其中的数。")


def test_nothing_of_another_bureau_is_listed(client: Client) -> None:
    factories.page_format(name="外地版", bureau=factories.bureau("临江市教育局"))
    assert "外地版" not in words(client.get("/editions/"))


def test_a_font_file_that_cannot_be_read_is_named_to_who_can_mend_it(
    client: Client, tmp_path: Path, settings: Any
) -> None:
    (tmp_path / "坏了.ttf").write_bytes(b"no font")
    settings.FONT_DIRS = [tmp_path]
    assert "坏了.ttf" in words(client.get("/editions/"))
    settings.FONT_DIRS = []
    assert "坏了.ttf" not in words(client.get("/editions/"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_editions_as_for_one(
    count: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        factories.page_format(name=f"第{number}种")
    with django_assert_num_queries(4):  # session, user, bureau, editions
        client.get("/editions/")


# --- A new one -------------------------------------------------------------------------------


def test_a_new_edition_begins_as_a_copy_and_stands_in_the_list(client: Client) -> None:
    page = client.get("/editions/new/", {"from": "large"})
    assert "先照“大字版”填好，改了再保存。" in words(page)
    response = client.post("/editions/new/?from=large", fields(page) | {"name": " 大会用 "})
    assert (response.status_code, response["Location"]) == (303, "/editions/")
    made = PageFormat.objects.get()
    assert (made.name, values_of(edition_of(made))) == ("大会用", values_of(LARGE))


def test_an_own_edition_can_be_copied_too(client: Client) -> None:
    own = factories.page_format(lines=20, bold_2=True, font_fang="华文仿宋")
    fill(client, f"/editions/new/?from={own.key}", name="另一种")
    copy = PageFormat.objects.get(name="另一种")
    assert values_of(edition_of(copy)) == values_of(edition_of(own))


@pytest.mark.parametrize("key", ["poster", "own-999"])
def test_a_copy_of_what_is_not_there_is_not_found(key: str, client: Client) -> None:
    assert client.get("/editions/new/", {"from": key}).status_code == 404


def test_an_edition_sent_twice_is_made_once(client: Client) -> None:
    sent = fields(client.get("/editions/new/")) | {"name": "大会用"}
    answers = [client.post("/editions/new/", sent).status_code for _ in range(2)]
    assert (answers, PageFormat.objects.count()) == ([303, 303], 1)


MOST = "字，请减少每行字数，或减小正文字号、减小左右边距。"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "请填写版式名称。"),
        ({"name": "\u200b"}, "请填写版式名称。"),
        ({"name": "版" * 31}, "版式名称最多30字，现在有31字，请删减。"),
        ({"name": "窄边版"}, "本单位已有同名的版式，请换一个名称。"),
        ({"name": "大字版"}, "已有同名的版式，请换一个名称。"),
        ({"margin_top": ""}, "请填写上边距。"),
        ({"margin_top": "三点七"}, "上边距请填厘米数，最多两位小数，例如3.7。"),
        ({"margin_top": "3.777"}, "上边距请填厘米数，最多两位小数，例如3.7。"),
        ({"margin_top": "9" * 300}, "上边距请填厘米数，最多两位小数，例如3.7。"),
        ({"margin_top": "NaN"}, "上边距请填厘米数，最多两位小数，例如3.7。"),
        ({"margin_top": "0.1"}, "上边距不能小于0.5。"),
        ({"margin_left": "20.5"}, "左边距不能大于20。"),
        ({"lines": "22.5"}, "每页行数的写法不对，请改正。"),
        ({"lines": "9" * 20}, "每页行数要在5到60行之间，请改成其中的数。"),
        ({"lines": "-1"}, "每页行数不能小于0。"),
        ({"columns": "40"}, MOST),
        ({"size": "17"}, "请在正文字号的选项里选一个。"),
        ({"face_1": "comic"}, "请在一级标题的选项里选一个。"),
        ({"number_form": "{} {}"}, "请在页码样式的选项里选一个。"),
        ({"number_drop": "0.1"}, "页码压在正文上，请加大页码到版心的距离，或减小页码字号。"),
        ({"font_kai": '楷体"; } body { color: red'}, "楷体用的写法不对，请改正。"),
    ],
)
def test_what_cannot_be_an_edition_is_said_at_its_field_and_on_top(
    typed: dict[str, str], said: str, client: Client
) -> None:
    own = factories.page_format()
    other = factories.page_format(name="宽边版")
    for path in ("/editions/new/", f"/editions/{other.pk}/"):
        response = fill(client, path, **({"name": "大会用", "number_drop": "0.65"} | typed))
        assert (response.status_code, words(response).count(said) >= 2) == (422, True)
        again = fields(response)
        assert again["number_drop"] == typed.get("number_drop", "0.65")
        assert again["margin_top"] == typed.get("margin_top", "3.7")
    assert [*PageFormat.objects.values_list("pk", "version")] == [(own.pk, 1), (other.pk, 1)]


# --- Changing --------------------------------------------------------------------------------


def test_numbers_may_be_typed_full_width(client: Client) -> None:
    own = factories.page_format()
    fill(client, f"/editions/{own.pk}/", margin_top="３．６", lines="２１", bold_2="on")
    own.refresh_from_db()
    assert (str(own.margin_top), own.lines, own.bold_2, own.version) == ("3.60", 21, True, 2)


def test_of_two_administrators_at_one_edition_the_second_sees_both_and_decides(
    client: Client,
) -> None:
    own = factories.page_format()
    path = f"/editions/{own.pk}/"
    opened = fields(client.get(path))
    fill(visitor(role=UserRole.ADMINISTRATOR), path, lines="21", bold_3="on")
    response = client.post(path, opened | {"lines": "20"})
    said = words(response)
    assert response.status_code == 409
    assert "对方改成 21 两人改动之前 22" in said
    assert "这一栏您没有动，对方改了，已换成对方的。 对方改成 是 两人改动之前 否" in said
    assert client.post(path, fields(response)).status_code == 303
    own.refresh_from_db()
    assert (own.lines, own.bold_3) == (20, True)


def test_an_edition_deleted_meanwhile_keeps_what_was_typed(client: Client) -> None:
    own = factories.page_format()
    path = f"/editions/{own.pk}/"
    opened = fields(client.get(path))
    client.post(f"/editions/{own.pk}/delete/")
    response = client.post(path, opened | {"lines": "20"})
    assert (response.status_code, fields(response)["lines"]) == (409, "20")
    assert "这一内容已被删除，未作保存。" in words(response)


def test_a_form_without_its_version_is_not_stored(client: Client) -> None:
    own = factories.page_format()
    response = fill(client, f"/editions/{own.pk}/", lines="20", seen="")
    assert response.status_code == 422
    own.refresh_from_db()
    assert own.lines == 22


def test_a_font_that_the_machine_has_no_longer_stays_chosen(client: Client) -> None:
    own = factories.page_format(font_kai="汉仪楷体")
    assert fields(client.get(f"/editions/{own.pk}/"))["font_kai"] == "汉仪楷体"


@pytest.mark.parametrize("key", ["999", "0", "9" * 30])
@pytest.mark.parametrize("verb", ["", "delete/", "restore/"])
def test_an_edition_that_is_not_there_is_not_found(key: str, verb: str, client: Client) -> None:
    assert client.post(f"/editions/{key}/{verb}").status_code == 404


def test_who_has_no_bureau_keeps_no_editions() -> None:
    client = visitor(role=UserRole.ADMINISTRATOR, bureau=None)
    paths = ("/editions/", "/editions/new/", "/editions/sample/", "/editions/sample.css")
    assert [client.get(path).status_code for path in paths] == [403] * 4
    assert client.post("/editions/default/", {"edition": "large"}).status_code == 403
    assert client.get(f"/editions/{factories.page_format().pk}/").status_code == 404


# --- The sample ------------------------------------------------------------------------------


def style_of_sample(response: Any) -> str:
    """The address of the sample's style sheet, as a browser reads it from the page."""
    address = re.search(r'href="(/editions/sample\.css\?[^"]*)"', response.content.decode())[1]
    return address.replace("&amp;", "&")


def test_beside_the_form_stand_two_pages_set_as_it_says(client: Client) -> None:
    own = factories.page_format(lines=20)
    response = client.get(f"/editions/{own.pk}/")
    page = response.content.decode()
    assert (page.count('class="sheet"'), "样张：每页20行，每行28字" in words(response)) == (2, True)
    sheet = client.get(style_of_sample(response))
    assert sheet.content.decode() == style(edition_of(own))
    assert "no-store" in sheet["Cache-Control"]


def test_the_button_shows_the_sample_and_stores_nothing(client: Client) -> None:
    own = factories.page_format()
    response = fill(client, f"/editions/{own.pk}/", lines="20", look="yes")
    assert (response.status_code, fields(response)["lines"]) == (200, "20")
    assert "样张：每页20行，每行28字" in words(response)
    assert "data-holds-changes" in response.content.decode()
    own.refresh_from_db()
    assert (own.lines, own.version) == (22, 1)


def test_the_button_says_what_cannot_work_at_its_field(client: Client) -> None:
    response = fill(client, "/editions/new/", name="大会用", columns="40", look="yes")
    assert (response.status_code, words(response).count(MOST)) == (422, 3)  # on top, field, sample
    assert 'class="sheet"' not in response.content.decode()


def test_what_a_form_holds_is_shown_while_it_is_typed_even_without_a_name(client: Client) -> None:
    response = client.get("/editions/sample/", query(lines="20"))
    page = response.content.decode()
    assert (response.status_code, page.count('class="sheet"')) == (200, 2)
    assert '<p class="soft">样张：每页20行，每行28字</p>' in page
    assert ".sheets" in client.get(style_of_sample(response)).content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"columns": "40"}, MOST),
        ({"lines": ""}, "请填写每页行数。"),
        ({"margin_top": "3."}, ""),
    ],
)
def test_numbers_that_cannot_work_leave_the_last_sample_and_say_why(
    changes: dict[str, str], said: str, client: Client
) -> None:
    response = client.get("/editions/sample/", query(**changes))
    page = response.content.decode()
    assert (response.status_code, said in page) == (200, True)
    assert ('class="sheet"' in page) is (said == "")
    css = client.get("/editions/sample.css", query(**changes))
    assert css.status_code == (404 if said else 200)


def test_a_sample_is_no_business_of_others() -> None:
    for path in ("/editions/sample/", "/editions/sample.css"):
        assert visitor().get(path, query()).status_code == 403
        assert stranger(UserRole.ADMINISTRATOR).get(path, query()).status_code == 200
