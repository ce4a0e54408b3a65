"""Headings glued to the text before them."""

from itertools import pairwise

import pytest

from speeches.importing.glued import Expected, cuts
from speeches.importing.numbers import Form, numbers_in

LONG = "全市上下真抓实干，各项工作取得新的进展，人民群众得到更多实惠。" * 5


def cut(text: str, expected: Expected | None = None) -> list[str]:
    starts = cuts(text, list(numbers_in(text)), {} if expected is None else expected)
    edges = [0, *starts, len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


@pytest.mark.parametrize(
    "parts",
    [
        [f"今天开会。{LONG}", f"一、认清形势{LONG}", f"二、明确任务{LONG}"],
        [head + LONG for head in ("今天。", "一、甲", "（一）乙。", "（二）丙。", "二、丁")],
        [f"一、认清形势。{LONG}", f"1.甲。{LONG}", f"2.乙。{LONG}"],
        ["（一）抓建设。新建学校，改造校舍。", "（二）抓质量。开展教研，组织评比。"],
        ["（二）抓建设，新建学校。", "（三）抓质量，开展教研。"],
        [f"一、认清形势。{LONG}{LONG}", "谢谢大家。"],
        [f"一、认清形势。{LONG}{LONG}", "同志们，让我们携手奋进！", "谢谢大家。"],
        [f"一、认清形势。{LONG}同志们，责任很重。{LONG}"],
        [f"同志们，让我们携手。{LONG}{LONG}一要抓早；二要抓小。"],
        # Lists inside a sentence, and texts too short to be more than one paragraph.
        ["要求：一、抓早；二、抓小。"],
        ["（一）抓早。抓细。（二）抓小。"],
        ["今天开会。一、抓早二、抓小"],
        [f"今天开会。{LONG}{LONG}一、认清形势"],
        [f"今天开会。{LONG}{LONG}（一）认清形势二、抓好工作"],
        [f"一、二年级。{LONG}{LONG}"],
        [f"抓好3.5万人。{LONG}4.5万人"],
        [""],
    ],
)  # fmt: skip
def test_a_paragraph_is_cut_where_headings_count_up(parts: list[str]) -> None:
    assert cut("".join(parts)) == parts


def test_a_number_that_an_open_list_waits_for_is_cut_off_behind_a_sentence() -> None:
    expected: Expected = {}
    assert cut("一、认清形势", expected) == ["一、认清形势"]
    assert cut("形势严峻。二、明确任务", expected) == ["形势严峻。", "二、明确任务"]
    assert cut("形势严峻，三、明确任务", expected) == ["形势严峻，三、明确任务"]
    assert cut("任务很重三、抓好落实", expected) == ["任务很重三、抓好落实"]
    assert expected == {Form.HAN: 3}


def test_a_higher_heading_ends_the_lists_below_it() -> None:
    expected: Expected = {}
    for text in ("一、甲", "（一）乙", "二、丙"):
        cut(text, expected)
    assert cut("丁。（二）戊。", expected) == ["丁。（二）戊。"]
