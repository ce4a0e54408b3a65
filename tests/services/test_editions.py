"""版式: which editions a bureau has, and what its administrator does with its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from speeches.models import Bureau, History, PageFormat
from speeches.services import editions
from speeches.services.editions import (
    UnknownEdition,
    choices,
    default_edition,
    edition_for,
    edition_of,
    edition_of_key,
    values_of,
)
from speeches.services.refusals import Gone, InUse
from speeches.typeset.edition import BUILT_IN, LARGE, STANDARD, Edition, Face
from speeches.typeset.workable import UnworkableEdition
from tests import factories

BUILT_IN_NAMES = [(edition.key, edition.name) for edition in BUILT_IN]


def row(**changes: Any) -> PageFormat:
    """A row of no database: the standard, and what is changed about it."""
    return PageFormat(**values_of(STANDARD) | {"name": "窄边版"} | changes)


# --- Between a row and an edition ------------------------------------------------------------


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_a_copy_of_a_built_in_edition_is_set_like_it(edition: Edition) -> None:
    copy = edition_of(PageFormat(name="照抄", **values_of(edition)))
    assert copy == replace(edition, key="own-new", name="照抄")


def test_a_row_says_of_the_standard_what_an_office_knows_of_it() -> None:
    told = values_of(STANDARD)
    margins = [told[f"margin_{side}"] for side in ("top", "bottom", "left", "right")]
    assert margins == [Decimal(each) for each in ("3.7", "3.5", "2.8", "2.6")]
    assert [told["lines"], told["columns"], told["size"], told["title_size"]] == [22, 28, 16, 22]


WORKABLE = st.fixed_dictionaries(
    {},
    optional={
        "margin_top": st.decimals(3, 4, places=2),
        "margin_left": st.decimals(2, 3, places=2),
        "lines": st.integers(18, 24),
        "after_title": st.integers(0, 3),
        "bold_2": st.booleans(),
        "face_3": st.sampled_from(("hei", "kai")),
        "font_kai": st.sampled_from(("", "楷体_GB2312")),
        "number_place": st.sampled_from(("center", "right", "none")),
        "number_form": st.sampled_from(("{}", "第 {} 页")),
        "turns_at_sentence": st.booleans(),
    },
)


@given(WORKABLE)
def test_an_edition_says_what_its_row_said(changes: dict[str, Any]) -> None:
    told = values_of(STANDARD) | changes
    assert values_of(edition_of(PageFormat(name="甲", **told))) == told


def test_a_font_that_is_named_is_preferred_for_its_face() -> None:
    named = edition_of(row(font_fang="华文仿宋", font_song="宋体"))
    assert named.fonts == {Face.FANG: ("华文仿宋",), Face.SONG: ("宋体",)}


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"margin_right": Decimal("0.1")}, "margin_right columns"),
        ({"margin_bottom": Decimal("0.1")}, "margin_bottom number_drop"),
        ({"margin_left": Decimal(18)}, "margin_right"),
        ({"lines": 0}, "lines"),
        ({"lines": 50}, "lines"),
        ({"columns": 40}, "columns"),
        ({"size": 36}, "columns lines"),
        ({"title_size": 36}, "title_size"),
        ({"after_title": 99}, "after_title"),
        ({"number_drop": Decimal("0.1")}, "number_drop"),
        ({"number_drop": Decimal("3.5")}, "number_drop"),
        ({"margin_top": Decimal("1.2"), "margin_bottom": Decimal(6)}, "margin_top"),
        ({"font_hei": '"; }'}, "font_fang"),
    ],
)
def test_what_cannot_work_is_told_by_the_field_that_mends_it(
    changes: dict[str, Any], fields: str
) -> None:
    with pytest.raises(UnworkableEdition) as refused:
        edition_of(row(**changes))
    assert list(editions.reasons_of(refused.value)) == fields.split()


# --- Choosing --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_bureau_has_the_built_in_editions_and_its_own() -> None:
    own = factories.page_format()
    other = factories.bureau("临江市教育局")
    assert choices(own.bureau) == [*BUILT_IN_NAMES, (own.key, "窄边版")]
    assert choices(other) == BUILT_IN_NAMES


@pytest.mark.django_db
def test_an_edition_is_found_by_key_and_by_name() -> None:
    own = factories.page_format(lines=20)
    found = [edition_for(own.bureau, each) for each in ("large", LARGE.name, own.key, "窄边版")]
    assert found == [LARGE, LARGE, edition_of(own), edition_of(own)]
    assert edition_of_key(own.key) == edition_of(own)


@pytest.mark.django_db
def test_a_refusal_repeats_no_more_of_what_was_asked_than_a_sentence_holds() -> None:
    with pytest.raises(UnknownEdition, match=f"^没有“{'长' * 39}…”这种版式。"):
        edition_for(factories.bureau(), "长" * 100_000)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["small", "own-999999", "own-", "窄边", "own-1 "])
def test_an_edition_that_there_is_none_of_is_refused_with_those_that_there_are(key: str) -> None:
    own = factories.page_format()
    names = f"{STANDARD.name}、{LARGE.name}、窄边版"
    with pytest.raises(UnknownEdition, match=f"^没有“{key}”这种版式。可以用的有：") as refused:
        edition_for(own.bureau, key)
    assert str(refused.value).endswith(f"：{names}。")
    assert edition_of_key(key) is None


@pytest.mark.django_db
def test_without_a_key_it_is_the_default_which_is_the_standard_at_first() -> None:
    own = factories.page_format()
    bureau = own.bureau
    told = [edition_for(bureau)]
    for key in (own.key, "large", "standard"):
        editions.set_default(bureau, key)
        bureau.refresh_from_db()
        told.append(edition_for(bureau))
    assert told == [STANDARD, edition_of(own), LARGE, STANDARD]


@pytest.mark.django_db
def test_the_default_is_one_of_the_bureau_s_editions() -> None:
    foreign = factories.page_format(bureau=factories.bureau("临江市教育局"))
    with pytest.raises(UnknownEdition):
        editions.set_default(factories.bureau(), foreign.key)


@pytest.mark.django_db
def test_an_edition_that_works_no_more_gives_way_to_the_standard_and_is_not_offered() -> None:
    """As after an update with other bounds."""
    own = factories.page_format()
    editions.set_default(own.bureau, own.key)
    PageFormat.objects.filter(pk=own.pk).update(lines=500)
    own.refresh_from_db()
    bureau = Bureau.objects.get(pk=own.bureau_id)
    assert (default_edition(bureau), choices(bureau)) == (STANDARD, BUILT_IN_NAMES)
    assert edition_of_key(own.key) is None
    assert editions.trouble_of(own) == "每页行数要在5到60行之间，请改成其中的数。"


# --- What the administrator does -------------------------------------------------------------


@pytest.mark.django_db
def test_a_change_counts_the_version_up_and_keeps_what_it_replaced() -> None:
    own, actor = factories.page_format(), factories.user("administrator")
    assert editions.save(own, {"lines": 20}, seen=1, actor=actor)
    [record] = History.objects.of("pageformat", own.pk)
    assert (record.bureau, record.field, record.replaced, record.actor) == (
        own.bureau,
        "lines",
        "22",
        actor,
    )
    assert (own.version, edition_for(own.bureau, own.key).lines) == (2, 20)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [STANDARD.name, "窄边版", " 窄边版\u200b"])
def test_no_two_editions_of_a_bureau_are_called_alike(name: str) -> None:
    actor = factories.user("administrator")
    other = factories.page_format(name="宽边版")
    factories.page_format(name="窄边版")
    with pytest.raises(ValidationError) as refused:
        factories.page_format(name=name)
    assert list(refused.value.message_dict) == ["name"]
    with pytest.raises(ValidationError):
        editions.save(other, {"name": name}, seen=1, actor=actor)
    factories.page_format(name="窄边版", bureau=factories.bureau("临江市教育局"))


@pytest.mark.django_db
def test_a_deleted_edition_is_not_chosen_and_comes_back() -> None:
    own, actor = factories.page_format(), factories.user("administrator")
    for _ in range(2):
        editions.delete(own, actor=actor)
    own.refresh_from_db()
    assert (choices(own.bureau), own.deleted_by) == (BUILT_IN_NAMES, actor)
    with pytest.raises(Gone):
        editions.save(own, {"lines": 20}, seen=1, actor=actor)
    for _ in range(2):
        editions.restore(own)
    assert choices(own.bureau)[-1] == (own.key, "窄边版")


@pytest.mark.django_db
def test_the_default_is_not_deleted() -> None:
    own = factories.page_format()
    editions.set_default(own.bureau, own.key)
    with pytest.raises(InUse, match=r"^这是本单位的默认版式。"):
        editions.delete(own, actor=factories.user("administrator"))
    assert choices(own.bureau)[-1] == (own.key, "窄边版")


@pytest.mark.django_db
def test_a_name_that_is_another_s_by_now_is_not_brought_back() -> None:
    old = factories.page_format()
    editions.delete(old, actor=factories.user("administrator"))
    factories.page_format()
    with pytest.raises(InUse, match=r"^现在已有同名的版式"):
        editions.restore(old)
