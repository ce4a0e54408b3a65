"""What a page sets round its text: numbers, running heads, rules and marks across it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from speeches.importing.lines import Line, is_ended, width
from speeches.importing.numbers import heading_number

PAGE_NUMBER, RUNNING_HEAD, RULE = "页码", "页眉或水印", "分隔线"
_DASH = "[-—–－―─·•~～]"
_PAGE = re.compile(
    rf"{_DASH}{{1,3}}\s?\d{{1,3}}\s?{_DASH}{{1,3}}"
    r"|第\s?[\d一二三四五六七八九十]{1,4}\s?页[\s，,/／|]{0,3}(?:共\s?[\d一二三四五六七八九十]{1,4}\s?页)?"
    r"|共\s?\d{1,3}\s?页[\s，,/／|]{0,3}(?:第\s?\d{1,3}\s?页)?|\d{1,3}\s?[/／]\s?\d{1,3}"
    r"|[Pp](?:age|\.)?\s?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?"
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_RULE = re.compile(r"[-—=~～─━═＝－#+\s]{3,}")
_LONGEST_PAGE_NUMBER = 20
_LONGEST_HEAD = 40
_WRAPPED = 30  # a line this wide, in half characters, may have been cut by the page
_RAGGED = 4
_PAGE_INSIDE = re.compile(r"第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|[-—–]\s?\d{1,3}\s?[-—–]")
_PAPER = re.compile(
    "(?:材料|汇编|文件|资料|简报|手册|文稿)(?:之[一二三四五六七八九十]{1,3})?$|内部资料|注意保存"
)
_EXEMPT = re.compile(r"[（(【\[].*[）)】\]]|.*[：:].*")


def furniture(lines: Sequence[Line]) -> dict[int, str]:
    """The lines (by index) that belong to pages, each with the reason why it goes."""
    found = dict(_numbers_and_rules(lines))
    found |= dict.fromkeys(_bare_numbers(lines), PAGE_NUMBER)
    found |= dict.fromkeys(_running_heads(lines, found), RUNNING_HEAD)
    return found


def _numbers_and_rules(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST_PAGE_NUMBER and _PAGE.fullmatch(line.text):
            yield index, PAGE_NUMBER
        elif _RULE.fullmatch(line.text):
            yield index, RULE


def _bare_numbers(lines: Sequence[Line]) -> list[int]:
    """Numbers on lines of their own that count up, or that cut a sentence in two."""
    bare = [index for index, line in enumerate(lines) if _BARE_NUMBER.fullmatch(line.text)]
    values = [int(lines[index].text) for index in bare]
    counts_up = len(bare) > 1 and values == list(range(values[0], values[0] + len(values)))
    return [index for index in bare if counts_up or _cuts(lines, index)]


def _cuts(lines: Sequence[Line], index: int) -> bool:
    """Whether the line before ends amid a sentence, as wide as lines are that get wrapped."""
    before = lines[index - 1].text if index else ""
    return index + 1 < len(lines) and width(before) >= _WRAPPED and not is_ended(before)


def _running_heads(lines: Sequence[Line], pages: dict[int, str]) -> Iterator[int]:
    """Lines said again beside page numbers, said three times across sentences or as the name of a
    paper, or said again with the number of their page in them."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        said = " ".join(_PAGE_INSIDE.sub(" ", line.text).split())
        if index not in pages and len(said) <= _LONGEST_HEAD:
            places.setdefault(said, []).append(index)
    for text, indices in places.items():
        if len(indices) == 1 or is_ended(text) or heading_number(text) or _EXEMPT.fullmatch(text):
            continue
        is_often = len(indices) > 2
        beside = [index for index in indices if index - 1 in pages or index + 1 in pages]
        is_numbered = all(_PAGE_INSIDE.search(lines[index].text) for index in indices)
        if is_numbered or (is_often and (_PAPER.search(text) or _lie_across(lines, indices))):
            yield from indices
        elif len(beside) > 1:
            yield from beside


def _lie_across(lines: Sequence[Line], indices: Sequence[int]) -> bool:
    """Whether lines cut sentences of wrapped text: those before them are equally wide."""
    cut = [width(lines[index - 1].text) for index in indices if _cuts(lines, index)]
    return len(cut) > 1 and max(cut) - min(cut) <= _RAGGED
