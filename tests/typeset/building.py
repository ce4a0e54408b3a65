"""Short ways to write down documents and to read the lines they are set in."""

from __future__ import annotations

from collections.abc import Sequence

from speeches.document.facts import Row
from speeches.document.tree import Block, Document, Heading, Made, Mark, Paragraph, Role, Run
from speeches.typeset.edition import POINTS_PER_MM, STANDARD, Edition
from speeches.typeset.lines import Line, Measure
from speeches.typeset.metrics import NOMINAL, Metrics
from speeches.typeset.pages import Pages, typeset

ROW = Row("node", 1)


def run(text: str, level: int = 0, mark: Mark | None = None) -> Run:
    return Run(text, Made.FRAME, level, mark)


def paragraph(*parts: str | Run, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(
        ROW, role, tuple(run(part) if isinstance(part, str) else part for part in parts)
    )


def title(*parts: str) -> Paragraph:
    return paragraph(*parts, role=Role.TITLE)


def heading(level: int, *parts: str) -> Heading:
    return Heading(ROW, level, tuple(map(run, parts)))


def set_in_pages(*blocks: Block, edition: Edition = STANDARD) -> Pages:
    """The blocks set in whole and half cells, the same on every machine."""
    return typeset(Document(blocks), edition, NOMINAL)


def lines_of(pages: Pages) -> list[list[str]]:
    """The texts of the lines of every page; a blank line is empty."""
    return [[pages.text(line) if line else "" for line in page.lines] for page in pages.pages]


TITLE_BLOCK = (
    title("在半年工作会议上的讲话"),
    paragraph("局长　李喆珺", role=Role.SPEAKER),
    paragraph("（2026年7月16日）", role=Role.DATE),
    paragraph("同志们：", role=Role.SALUTATION),
)
SPEECH = (
    *TITLE_BLOCK,
    paragraph("今天，我们召开会议，总结“上半年”工作——既看成绩……也找差距，确保3.5亿元资金用好。"),
    heading(1, "一、", "肯定成绩"),
    paragraph(run("（一）", 2), run("保障平稳有力。", 2), "新增学位12,345个，同比增长8.6%。"),
    paragraph(
        run("投入", 0), run("〔待补：资金〕", 0, Mark.EMPTY), run("，", 0),
        run("覆盖面", 0, Mark.UNCONFIRMED), run("{不知道}", 0, Mark.UNKNOWN), "<b>&amp;。",
    ),
    heading(2, "（一）", "找准不足"),
    heading(3, "1.", "校舍"),
    heading(4, "（1）", "乡镇小学"),
    paragraph("谢谢大家！"),
)  # fmt: skip


def body_of(edition: Edition, metrics: Metrics = NOMINAL) -> Measure:
    return Measure(
        edition.area_width * POINTS_PER_MM,
        2 * edition.cell,
        edition.size,
        edition.tracking(edition.levels[2]),
        justified=True,
        firm=metrics.firm,
    )


def texts_of(text: str, lines: Sequence[Line]) -> list[str]:
    return [text[line.start : line.end] for line in lines]
