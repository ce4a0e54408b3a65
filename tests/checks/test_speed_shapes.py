"""No text takes long: what grows with the square of its length would not end in time here."""

from __future__ import annotations

import pytest

from speeches.checks.checking import check
from speeches.checks.examples import document_of
from tests.checks.shapes import SHAPES, repeated

SIZE, SECONDS = 20_000, 8  # a second or two where it grows with the length


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
def test_a_hostile_text_is_checked_in_time(shape: str) -> None:
    lines = repeated(shape, SIZE).split("\n")
    findings = check(document_of(lines))
    assert [lines[each.block][each.start : each.end] for each in findings] == [
        each.text for each in findings
    ]


@pytest.mark.timeout(SECONDS)
def test_so_is_a_text_of_all_of_them() -> None:
    mixed = repeated("".join(repeated(shape, 40) for shape in SHAPES), SIZE)
    assert check(document_of(mixed.split("\n"))) != ()


@pytest.mark.timeout(SECONDS)
def test_so_is_a_text_of_as_many_lines_as_characters() -> None:
    lines = repeated("".join(SHAPES), SIZE).replace("\n", "")
    assert check(document_of(list(lines))) != ()
