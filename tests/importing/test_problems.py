"""The turn to the problems, and the problems that run into one paragraph."""

import pytest

from speeches.importing.problems import is_hinge, problems_in

HINGE = "在肯定成绩的同时，也要看到问题："


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("结构不优；动力不足；欠账较多。", ["结构不优；", "动力不足；", "欠账较多。"]),
        ("结构不优；动力不足；等等。", ["结构不优；", "动力不足；等等。"]),
        ("结构不优，动力不足，等等。", ["结构不优，", "动力不足，等等。"]),
        ("结构不优；动力不足。要认真解决。", ["结构不优；", "动力不足。"]),
        ("结构不优；动力不足", ["结构不优；", "动力不足"]),
        ("结构不优，动力不足。", []),
        ("结构不优。", []),
        ("优，劣，等等。", []),
        ("等等。", []),
        ("", []),
    ],
)
def test_problems_behind_the_last_colon(listed: str, expected: list[str]) -> None:
    text = HINGE + listed
    assert [text[start:end] for start, end in problems_in(text)] == expected


@pytest.mark.parametrize("text", ["结构不优；动力不足。", "问题是：结构不优；动力不足。", ""])
def test_without_a_hinge_or_a_colon_nothing_is_safe(text: str) -> None:
    assert problems_in(text) == []


def test_hinges() -> None:
    assert is_hinge("在肯定成绩的同时，更要正视差距。")
    assert not is_hinge("成绩来之不易。")
