"""Marks that assembly sets by itself."""

import pytest

from speeches.document.facts import NodeFacts, Separator
from speeches.importing.listing import bare, ended
from tests.document.building import items, node


def bodies(*texts: str) -> tuple[NodeFacts, ...]:
    return tuple(items(*texts))


SEMICOLON, COMMA = Separator.SEMICOLON, Separator.COMMA


@pytest.mark.parametrize(
    ("texts", "expected", "separator", "etcetera"),
    [
        (("甲；", "乙。"), ("甲", "乙"), SEMICOLON, False),
        (("甲，", "乙。"), ("甲", "乙"), COMMA, False),
        (("甲；", "乙"), ("甲", "乙"), SEMICOLON, False),
        (("甲；", "乙", "丙。"), ("甲", "乙", "丙"), SEMICOLON, False),
        (("甲；", "乙；等等。"), ("甲", "乙"), SEMICOLON, True),
        (("甲，", "乙，等等。"), ("甲", "乙"), COMMA, True),
        (("甲。丁。", "乙。"), ("甲。丁", "乙"), SEMICOLON, False),
        (("甲", "乙。丁。", "丙"), ("甲", "乙。丁", "丙"), SEMICOLON, False),
        # Left as typed: assembly would set other marks.
        (("甲。", "乙。"), ("甲。", "乙。"), SEMICOLON, False),
        (("甲；", "乙，丙，等等。"), ("甲；", "乙，丙，等等。"), SEMICOLON, False),
        (("甲；", "乙，", "丙。"), ("甲；", "乙，", "丙。"), SEMICOLON, False),
        (("甲！", "乙。"), ("甲！", "乙。"), SEMICOLON, False),
        (("甲；", "乙！"), ("甲；", "乙！"), SEMICOLON, False),
        (("甲；", "乙等。"), ("甲；", "乙等。"), SEMICOLON, False),
        (("；", "乙。"), ("；", "乙。"), SEMICOLON, False),
        (("甲。丁。", "。"), ("甲。丁。", "。"), SEMICOLON, False),
        (("甲；\n丁", "乙。"), ("甲；\n丁", "乙。"), SEMICOLON, False),
    ],
)
def test_run_in_items(
    texts: tuple[str, ...], expected: tuple[str, ...], separator: Separator, *, etcetera: bool
) -> None:
    children, *marks = bare(bodies(*texts), has_tail=False)
    assert tuple(child.body for child in children) == expected
    assert marks == [separator, etcetera]


def test_etcetera_before_a_tail_stays_text() -> None:
    children, _, etcetera = bare(bodies("甲；", "乙；等等。"), has_tail=True)
    assert ([child.body for child in children], etcetera) == (["甲；", "乙；等等。"], False)


def test_items_with_more_than_a_text_stay_as_they_are() -> None:
    children = (node("标题", "甲；"), node("", "乙。"))
    assert bare(children, has_tail=False)[0] == children


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("甲。", "乙。"), ["甲", "乙"]),
        (("甲。\n丁。", "乙。"), ["甲。\n丁。", "乙"]),
        (("甲", "乙。"), []),
        (("甲！。", "乙。"), []),
        (("。", "乙。"), []),
        (("", "乙。"), []),
    ],
)
def test_items_of_a_paragraph_each(texts: tuple[str, ...], expected: list[str]) -> None:
    assert [child.body for child in ended(bodies(*texts))] == expected


@pytest.mark.parametrize(
    "child", [node("标题", "甲。"), node("", "甲。", node("乙")), node("", "甲。", tail="乙。")]
)
def test_items_that_are_more_than_a_text_keep_their_marks(child: NodeFacts) -> None:
    assert ended((child,)) == ()
