"""Plain text."""

import pytest

from speeches.document.tree import Block, Document, Role
from speeches.export.text import text
from tests.typeset.building import TITLE_BLOCK, heading, paragraph, run, title

LONG = "一" * 100


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((), "\n"),
        (
            (*TITLE_BLOCK, paragraph(LONG), heading(1, "一、", "成绩")),
            (
                "在半年工作会议上的讲话\n\n局长　李喆珺\n（2026年7月16日）\n\n"
                f"同志们：\n{LONG}\n一、成绩\n"
            ),
        ),
        ((title("上", "\n", "下"), paragraph("谈")), "上\n下\n\n谈\n"),
        ((paragraph("——在会上", role=Role.SUBTITLE), paragraph()), "——在会上\n"),
        ((paragraph(run("（一）", 2), run("稳。", 2), "好\ud800\x00"),), "（一）稳。好\n"),
    ],
)
def test_a_block_is_a_line(blocks: tuple[Block, ...], expected: str) -> None:
    assert text(Document(blocks)) == expected
