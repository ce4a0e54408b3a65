"""Lists inside a paragraph."""

import pytest

from speeches.importing.items import items_in
from speeches.importing.numbers import numbers_in


def cut(text: str) -> list[str]:
    """The items, their depth in front; = before what stands behind a list."""
    return [
        f"{item.depth}{'' if item.number else '='} {text[item.start : item.end]}"
        for item in items_in(text, list(numbers_in(text)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要做到：一是抓早；二是抓小。都重要。", ["1 一是抓早；", "1 二是抓小。", "1= 都重要。"]),
        (
            "一是抓早。多想办法。二是抓小。都重要。",
            ["1 一是抓早。多想办法。", "1 二是抓小。都重要。"],
        ),
        ("一要抓早，抓小，二要抓实。", ["1 一要抓早，抓小，", "1 二要抓实。"]),
        (
            "一要完成规定任务二要提高能力三要统筹",
            ["1 一要完成规定任务", "1 二要提高能力", "1 三要统筹"],
        ),
        ("部署：（1）甲；（2）乙。", ["1 （1）甲；", "1 （2）乙。"]),
        ("重点是：①甲；②乙。", ["1 ①甲；", "1 ②乙。"]),
        (
            "第一，抓好；第二，抓紧；第三，抓实。",
            ["1 第一，抓好；", "1 第二，抓紧；", "1 第三，抓实。"],
        ),
        (
            "一是甲乙：（1）丙；（2）丁。二是戊己。",
            [
                "1 一是甲乙：",
                "2 （1）丙；",
                "2 （2）丁。",
                "1 二是戊己。",
            ],
        ),
        (
            "一是甲乙：（1）丙；（2）丁。还有。二是戊己。",
            [
                "1 一是甲乙：",
                "2 （1）丙；",
                "2 （2）丁。",
                "2= 还有。",
                "1 二是戊己。",
            ],
        ),
        (
            "一是甲：一要乙丙：第一，丁戊：（1）己；（2）庚。第二，辛壬。二要癸子。二是丑寅。",
            [
                "1 一是甲：",
                "2 一要乙丙：",
                "3 第一，丁戊：（1）己；（2）庚。",
                "3 第二，辛壬。",
                "2 二要癸子。",
                "1 二是丑寅。",
            ],
        ),
        # Lost, leaping and repeated numbers stay in their order.
        ("全局。二是抓好；三是抓紧。", ["1 二是抓好；", "1 三是抓紧。"]),
        ("一是抓早。三是抓小。三是抓实。", ["1 一是抓早。", "1 三是抓小。", "1 三是抓实。"]),
        (
            "一是抓早；二是抓小；二是抓实；三是抓细。",
            [
                "1 一是抓早；",
                "1 二是抓小；",
                "1 二是抓实；",
                "1 三是抓细。",
            ],
        ),
        # A second list of the same form is text of the last item, or of what follows.
        (
            "一是甲乙；二是丙丁。但是：一是戊己；二是庚辛。",
            [
                "1 一是甲乙；",
                "1 二是丙丁。",
                "1= 但是：一是戊己；二是庚辛。",
            ],
        ),
        (
            "首先，甲乙；其次，丙丁；最后，戊己。",
            ["1 首先，甲乙；", "1 其次，丙丁；", "1 最后，戊己。"],
        ),
        # No lists.
        ("坚持一是一、二是二，", []),
        ("，一是一、二是二，", []),
        ("一要抓早，别无他求。", []),
        ("第一时间抓早，第二时间抓小。", []),
        ("按照（一）（二）项执行。", []),
        ("二是抓小，没有三。", []),
        ("首先，感谢大家；最后，祝愿大家。", []),
        ("第一部分 甲，第二部分 乙", []),
        ("要求一是抓早二是抓小", []),
        ("", []),
    ],
)
def test_items_inside_a_paragraph(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_mark_before_a_number_counts_for_more_than_none() -> None:
    text = "一要抓早。抓二要素；二要抓小。"
    assert cut(text) == ["1 一要抓早。抓二要素；", "1 二要抓小。"]


def test_nothing_of_the_text_behind_the_first_item_is_left_out() -> None:
    text = "要求：一是甲乙：（1）丙；（2）丁。还有。二是戊己。"
    items = items_in(text, list(numbers_in(text)))
    assert "".join(text[item.start : item.end] for item in items) == text[3:]
