"""A text as a document, with nothing repaired."""

from __future__ import annotations

from hypothesis import given

from speeches.document.facts import Row
from speeches.document.tree import Document, Heading, Place, locate
from speeches.importing.as_written import document_as_written
from speeches.importing.lines import split_lines, told_lines
from tests.importing.test_parsing import wild_texts

TEXT = """
在半年工作会议上的讲话
在半年工作会议上的讲话
来源:本站  浏览次数:33
(2020年7月30日)
局长 程敬川

同志们:
今天召开会议,主要任务是总结工作 .
  一、肯定成绩
（一）教学平稳。投资x亿元
(二)1、抓项目。新建2所，二是抓进度
1.抓改革
改革稳步推进。
登录后查看全文
谢谢大家!
清河市教育局
2020年7月31日
"""


def shown(document: Document) -> list[tuple[str, str]]:
    """What each block is, and its text with run-in headings in brackets."""
    return [
        (
            f"{block.level}" if isinstance(block, Heading) else block.role.value,
            "".join(f"[{run.level} {run.text}]" if run.level else run.text for run in block.runs)
            if not isinstance(block, Heading)
            else block.text,
        )
        for block in document.blocks
    ]


def test_each_line_is_a_block_as_it_was_typed() -> None:
    assert shown(document_as_written(TEXT)) == [
        ("title", "在半年工作会议上的讲话"),
        ("title", "在半年工作会议上的讲话"),
        ("subtitle", "来源:本站  浏览次数:33"),
        ("date", "(2020年7月30日)"),
        ("speaker", "局长 程敬川"),
        ("salutation", "同志们:"),
        ("body", "今天召开会议,主要任务是总结工作 ."),
        ("1", "一、肯定成绩"),
        ("body", "[2 （一）教学平稳。]投资x亿元"),
        ("body", "[2 (二)1、抓项目。]新建2所，二是抓进度"),
        ("3", "1.抓改革"),
        ("body", "改革稳步推进。"),
        ("body", "登录后查看全文"),
        ("body", "谢谢大家!"),
        ("speaker", "清河市教育局"),
        ("speaker", "2020年7月31日"),
    ]


def test_a_character_of_a_block_is_found_in_its_line() -> None:
    document = document_as_written(TEXT)
    assert locate(document, 7, 2) == Place(Row("line", 10), "text", 4)
    assert split_lines(TEXT)[10 - 1][4] == "肯"
    assert locate(document, 8, 8) == Place(Row("line", 11), "text", 8)


def test_a_date_below_the_text_is_the_date_where_there_is_none_above() -> None:
    document = document_as_written(
        "在会上的讲话\n一、抓落实\n要抓紧。\n清河市教育局\n2020年7月31日"
    )
    assert shown(document)[-2:] == [("speaker", "清河市教育局"), ("date", "2020年7月31日")]


def test_nothing_says_nothing() -> None:
    assert document_as_written(" \n\u3000\n") == Document(())


@given(text=wild_texts)
def test_the_blocks_are_the_lines_that_say_something(text: str) -> None:
    document = document_as_written(text)
    lines, _ = told_lines(split_lines(text))
    assert [(block.text, block.row) for block in document.blocks] == [
        (line.text, Row("line", line.number)) for line in lines
    ]


@given(text=wild_texts)
def test_every_run_says_where_it_stands(text: str) -> None:
    lines = split_lines(text)
    for block in document_as_written(text).blocks:
        line = lines[int(block.row.key) - 1]
        for run in block.runs:
            origin = run.origin
            assert line[origin.offset : origin.offset + len(run.text)] == run.text  # type: ignore[union-attr]  # all are typed
