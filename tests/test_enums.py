"""The choices are those of the document, each with a label for people."""

from enum import StrEnum

import pytest
from django.db.models import TextChoices

from speeches import enums
from speeches.checks import words
from speeches.document import facts
from speeches.typeset.edition import Place

PAIRS = [
    (enums.NodeKind, facts.Kind),
    (enums.MarkerChoice, facts.Marker),
    (enums.LayoutChoice, facts.Layout),
    (enums.SeparatorChoice, facts.Separator),
    (enums.NumberPlace, Place),
]


@pytest.mark.parametrize(("choices", "values"), PAIRS)
def test_every_value_of_the_pure_rooms_can_be_chosen(
    choices: type[TextChoices], values: type[StrEnum]
) -> None:
    assert choices.values == [value.value for value in values]


@pytest.mark.parametrize("choices", [choices for choices, _ in PAIRS])
def test_no_two_choices_look_alike(choices: type[TextChoices]) -> None:
    assert len(set(choices.labels)) == len(choices.values)


def test_the_parts_are_the_kinds_that_stand_at_the_top() -> None:
    assert [kind.label for kind in enums.PART_KINDS] == [
        "成绩",
        "问题",
        "重点工作",
        "工作要求",
        "叙述",
    ]


def test_the_lists_are_those_that_a_bureau_may_add_to_by_their_names() -> None:
    assert enums.WordList.choices == [(each.value, words.LABELS[each]) for each in words.OWN]
