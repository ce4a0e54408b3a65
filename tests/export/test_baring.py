"""What the PDF engine is spared, and what is made good for it."""

import pytest

from speeches.document.tree import Block, Document, Mark
from speeches.export.baring import Box, bare, boxes
from speeches.export.closing import PLAIN, Around, around
from speeches.export.html import page_html
from speeches.export.pieces import Cutter
from speeches.typeset.edition import STANDARD
from speeches.typeset.lines import Line
from speeches.typeset.pages import Page, Pages
from tests.typeset.building import paragraph, run

FULL = '<span class="paper-line paper-full">'
LAST = '<span class="paper-line">'
HALF = '<span class="paper-half">'
RUN_IN = '<span class="paper-run-in-2" data-heading="（一）稳。">'
MARK = '<span class="paper-mark-empty" title="待补">'


@pytest.mark.parametrize(
    ("markup", "barer"),
    [
        (f"<p>{FULL}甲乙\n</span>{LAST}丙</span></p>", "<p>甲乙\n丙</p>"),
        (f"<h2>{LAST}甲</span></h2>", "<h2>甲</h2>"),
        (f"<p>{FULL}甲{HALF}，</span>”\n</span>{LAST}丙</span></p>", "<p>甲，”\n丙</p>"),
        (
            f"<p>{FULL}{RUN_IN}（一）稳{HALF}。</span></span>“甲\n</span>{LAST}丙</span></p>",
            f"<p>{FULL}{RUN_IN}（一）稳。</span>“甲\n</span>丙</p>",
        ),
        (
            f"<p>{LAST}{MARK}甲{HALF}）</span></span>。</span></p>",
            f"<p>{LAST}{MARK}甲）</span>。</span></p>",
        ),
        (f"<p>{LAST}甲{HALF}）</span>。{MARK}乙</span></span></p>", None),
        (f"<p>{LAST}e\u0301{HALF}）</span>。</span></p>", None),
        (f"<p>{LAST}甲{HALF}）\u0301</span>。</span></p>", None),
    ],
    ids=["plain", "heading", "half", "run in", "marked before", "marked behind", "accent", "both"],
)  # fmt: skip
def test_a_line_keeps_no_more_elements_than_the_engine_needs(
    markup: str, barer: str | None
) -> None:
    assert bare(markup) == (markup if barer is None else barer)


def boxes_of(block: Block, *squeezed: int) -> list[Box]:
    line = Line(0, 0, len(block.text), 0, 0, -67, squeezed)
    return boxes(Cutter(Document((block,))), line)


def box(text: str, *squeezed: int) -> Box:
    return Box(text, tuple(at in squeezed for at in range(len(text))))


@pytest.mark.parametrize(
    ("block", "squeezed", "expected"),
    [
        (paragraph("甲，”乙"), [1], [box("甲，”乙", 1)]),
        (paragraph("甲", "，”乙"), [1], [box("甲，”乙", 1)]),
        (paragraph(run("稳。", 2), "“甲"), [1], [box("稳。", 1), box("“甲")]),
        (paragraph(run("稳", 2), run("　", 3), "甲，”"), [3], [box("稳"), box("甲，”", 1)]),
        (paragraph(run("甲）", 0, Mark.EMPTY), "。"), [1], [box("甲）", 1), box("。")]),
        (paragraph("）。", run("甲", 0, Mark.EMPTY)), [0], []),
        (paragraph("e\u0301）。"), [2], []),
        (paragraph("甲\x00），"), [2], [box("甲），", 1)]),
    ],
)
def test_the_boxes_of_a_line_are_what_the_engine_paints_one_by_one(
    block: Block, squeezed: list[int], expected: list[Box]
) -> None:
    assert boxes_of(block, *squeezed) == expected


def test_lines_are_laid_bare_exactly_where_their_boxes_are_known() -> None:
    mark = run("乙", 0, Mark.EMPTY)
    for block in (
        paragraph("甲），乙"), paragraph("甲），", mark), paragraph(mark, "甲），乙"),
        paragraph(run("甲），", 2), mark), paragraph("e\u0301），"),
        paragraph(mark, "甲），", mark),
    ):  # fmt: skip
        at = block.text.index("）")
        line = Line(0, 0, len(block.text), 0, 0, -67, (at,))
        markup = page_html(Pages(Document((block,)), STANDARD, (Page(1, (line,)),)), 0)
        assert ("paper-half" not in bare(markup)) == (boxes_of(block, at) != [])


def begin(text: str) -> bytes:
    actual = text.encode("utf-16-be").hex().encode()
    return b">] TJ\n/Span <</ActualText <feff" + actual + b">>> BDC\n[<"


END = b">] TJ\nEMC\n[<"
OFFSET = b">486.6000<"  # half an em, and spacing of -0.0134


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([box("甲乙")], [[PLAIN, PLAIN]]),
        ([box("甲，”", 1)], [[PLAIN, Around(begin("，”"), OFFSET), Around(b"", END)]]),
        ([box("甲，", 1)], [[PLAIN, Around(begin("，"), OFFSET + END)]]),
        (
            [box("”》（甲", 0, 1)],
            [[Around(begin("”》（"), OFFSET), Around(b"", OFFSET), Around(b"", END), PLAIN]],
        ),
        (
            [box("，”，”", 0, 2)],
            [[Around(begin("，”"), OFFSET), Around(b"", END)] * 2],
        ),
        (
            [box("稳。", 1), box("“甲")],
            [[PLAIN, Around(begin(""), OFFSET + END)], [Around(begin("。“"), END), PLAIN]],
        ),
    ],
)
def test_squeezed_characters_are_one_piece_of_text_with_what_they_give_way_to(
    found: list[Box], expected: list[list[Around]]
) -> None:
    assert around(found, -0.0134) == expected
