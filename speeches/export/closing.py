"""Closing up: what stands in a PDF around the glyphs of squeezed characters.

A squeezed character is followed by an offset, by which it gives up its half and its spacing. But
where a character begins before the last one has ended, programs that read a PDF see a new line;
so squeezed characters make one piece of text with the one that they give way to (ActualText,
ISO 32000-1, 14.9.4). Where that is in another text object, it stands for them too.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from speeches.export.baring import Box
from speeches.typeset.squeezing import HALF

_THOUSANDTHS = 1000  # of an em, in which offsets are given
_END = b">] TJ\nEMC\n[<"


class Around(NamedTuple):
    """What stands before and behind the glyph of a character, within the text of its object."""

    before: bytes = b""
    after: bytes = b""


PLAIN = Around()


class _Character(NamedTuple):
    """A character by its box in the line and its place in the box."""

    box: int
    place: int
    text: str
    is_squeezed: bool


def around(boxes: list[Box], spacing: float) -> list[list[Around]]:
    """What stands around the characters of the boxes of a line; `spacing` in em."""
    found = [[PLAIN] * len(box.text) for box in boxes]
    for run in _runs(boxes):
        actual = "".join(character.text for character in run)
        for box, group in groupby(run, key=lambda character: character.box):
            own = list(group)
            for character in own:
                first, last = character is own[0], character is own[-1]
                found[box][character.place] = Around(
                    _beginning(actual if box == run[-1].box else "") if first else b"",
                    (_offset(spacing) if character.is_squeezed else b"") + (_END if last else b""),
                )
    return found


def _runs(boxes: list[Box]) -> list[list[_Character]]:
    """Squeezed characters in a row, each time with the one behind them if the line goes on."""
    line = [
        _Character(number, place, text, is_squeezed)
        for number, box in enumerate(boxes)
        for place, (text, is_squeezed) in enumerate(zip(box.text, box.squeezed, strict=True))
    ]
    runs: list[list[_Character]] = []
    goes_on = False
    for character in line:
        if goes_on:
            runs[-1].append(character)
        elif character.is_squeezed:
            runs.append([character])
        goes_on = character.is_squeezed
    return runs


def _beginning(actual: str) -> bytes:
    text = actual.encode("utf-16-be").hex().encode()
    return b">] TJ\n/Span <</ActualText <feff%b>>> BDC\n[<" % text


def _offset(spacing: float) -> bytes:
    return b">%.4f<" % (_THOUSANDTHS * (HALF + spacing))
