"""The flowing text."""

from __future__ import annotations

import html
import re

import pytest

from speeches.document.tree import Block, Document, Role
from speeches.export.reading import reading_html
from tests.typeset.building import SPEECH, TITLE_BLOCK, heading, paragraph, run, title


def read(*blocks: Block) -> list[str]:
    return reading_html(Document(blocks)).split("\n")


def test_an_empty_document_has_no_markup() -> None:
    assert reading_html(Document(())) == ""


def test_the_title_block_comes_first_and_its_title_is_the_heading_of_the_page() -> None:
    assert read(*TITLE_BLOCK) == [
        '<h1 class="reading-title">在半年工作会议上的讲话</h1>',
        '<p class="reading-speaker">局长　李喆珺</p>',
        '<p class="reading-date">（2026年7月16日）</p>',
        '<p class="reading-salutation">同志们：</p>',
    ]


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (heading(1, "一、", "成绩"), '<h2 class="reading-level-1">一、成绩</h2>'),
        (heading(4, "（1）", "校舍"), '<h5 class="reading-level-4">（1）校舍</h5>'),
        (title("上", "\n", "下"), '<h1 class="reading-title">上<br>下</h1>'),
        (paragraph("——在会上", role=Role.SUBTITLE), '<p class="reading-subtitle">——在会上</p>'),
        (
            paragraph(run("（一）", 2), run("", 2), run("稳。", 2), "好。", run("1.甲", 3), "乙"),
            (
                '<p class="reading-body">'
                '<span class="reading-run-in reading-run-in-2">（一）稳。</span>好。'
                '<span class="reading-run-in reading-run-in-3">1.甲</span>乙</p>'
            ),
        ),
        (
            paragraph(run("", 2), "<b>&\x00\ud800“好”\"'"),
            '<p class="reading-body">&lt;b&gt;&amp;“好”"\'</p>',
        ),
    ],
)
def test_a_block_is_one_element(block: Block, markup: str) -> None:
    assert read(block) == [markup]


def test_what_says_nothing_is_no_element() -> None:
    assert read(paragraph(""), paragraph("　"), paragraph("甲")) == [
        '<p class="reading-body">甲</p>'
    ]


def test_every_word_of_the_document_is_there_and_no_other() -> None:
    said = html.unescape(re.sub(r"<[^>]*>", "", reading_html(Document(SPEECH))))
    assert said.split("\n") == [block.text for block in SPEECH]
