"""The lines of what offices write: sentences put together at random, and real speeches if there."""

from __future__ import annotations

import re
from random import Random

import pytest

from speeches.typeset.breaks import NEVER_FIRST, NEVER_LAST
from speeches.typeset.charts import ink
from speeches.typeset.edition import LARGE, STANDARD, Edition, Face
from speeches.typeset.fonts import find_fonts
from speeches.typeset.lines import Line, break_block
from speeches.typeset.metrics import NOMINAL, Metrics, font_metrics
from speeches.typeset.squeezing import HALF
from tests import seeds
from tests.typeset.building import body_of, texts_of
from tests.typeset.writing import paragraph_of

WRITTEN = [
    *(paragraph_of(Random(number)) for number in range(200)),  # noqa: S311 - always the same
    *(line for path in seeds.FILES for line in path.read_text("utf-8").split("\n") if line),
]
EDITIONS = pytest.mark.parametrize("edition", [STANDARD, LARGE], ids=lambda edition: edition.key)
FONTS = font_metrics(find_fonts())


def written_lines(edition: Edition, metrics: Metrics) -> list[tuple[str, list[Line]]]:
    """What offices write, in lines."""
    widths = metrics.widths(Face.FANG)
    measured = [(text, [edition.size * widths[each] for each in text]) for text in WRITTEN]
    body = body_of(edition, metrics)
    return [(text, break_block(0, text, found, body)) for text, found in measured]


@EDITIONS
@pytest.mark.parametrize("metrics", [NOMINAL, FONTS], ids=["nominal", "fonts"])
def test_hardly_a_line_of_what_offices_write_is_strained_and_no_last_one_is_lonely(
    edition: Edition, metrics: Metrics
) -> None:
    strained: list[bool] = []
    for text, lines in written_lines(edition, metrics):
        strained += (line.strained for line in lines)
        assert len(lines) == 1 or len(texts_of(text, lines)[-1].rstrip(NEVER_FIRST)) > 1
    assert sum(strained) / len(strained) < 0.005


@EDITIONS
def test_no_line_of_what_offices_write_ends_in_a_wrong_place(edition: Edition) -> None:
    split = re.compile(r"\d[,.:：∶]?\|[,.:：∶]?\d|[−+±￥]\|\d|\d\|[%‰℃]|(—\|—|…\|…)")
    for text, lines in written_lines(edition, FONTS):
        broken = "|".join(texts_of(text, lines))
        assert not re.search(f"[{re.escape(NEVER_LAST)}]\\||\\|[{re.escape(NEVER_FIRST)}]", broken)
        assert not split.search(broken)


@EDITIONS
def test_no_ink_stands_outside_the_lines(edition: Edition) -> None:
    widths = FONTS.widths(Face.FANG)
    inks = ink(find_fonts().font(Face.FANG), "".join(set("".join(WRITTEN))))
    for text, lines in written_lines(edition, FONTS):
        for line in lines:
            first, last = text[line.start], text[line.end - 1]
            end = widths[last] - HALF * (line.end - 1 in line.squeezed)
            assert inks.get(first, (0, 0))[0] >= 0, first
            assert inks.get(last, (0, 0))[1] <= end, last
