"""Masks: what stands where a number or a name has been taken out or is still to come.

They are kept as typed and never guessed; x in 3x4, in English words and in X光 masks nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from speeches.importing.lines import HAN

_CROSS = "xXｘＸ×✕╳"
_STAR = "*＊"
_LETTER = "A-Za-zＡ-Ｚａ-ｚ"
_BRACKETS = {"〔": "〕", "【": "】", "（": "）", "(": ")", "[": "]", "［": "］", "｛": "｝"}
_PENDING = "待补|待定|待填|待核|待查|待写|空缺|此处填|请填|填写"
# **一是** sets words bold in notes from chats; **市 masks a name, but not before **局长 陈志远**.
_NOUNS = "市县区局省厅镇乡州村校旗处科院盟"
EMPHASIS = re.compile(
    rf"(?:(?<![{HAN}*\d])|(?<!\*)(?=\*\*[一二三四五六七八九十]{{1,2}}[是要]))"
    rf"\*\*(?=[^\s*{_NOUNS}])([^*\n]{{2,80}}+)(?<!\s)\*\*(?!\*)"
    rf"|^\*\*[^*\n]{{4,60}}[ \u3000][{HAN}]{{2,4}}\*\*$"
)
_BRACKETED = "|".join(
    rf"{re.escape(left)}(?:\s*+|[^\n{re.escape(left + right)}]{{0,10}}?(?:{_PENDING})"
    rf"[^\n{re.escape(left + right)}]{{0,20}}){re.escape(right)}"
    for left, right in _BRACKETS.items()
)
_MASK = re.compile(
    rf"(?P<blank>[_＿]{{2,}}+|\{{\{{[^{{}}\n]{{0,40}}\}}\}}|{_BRACKETED}"
    r"|(?<![一二三四五六七八九十○])[○◯□]{2,}+)"
    rf"|(?<![\d{_LETTER}{_CROSS}{_STAR}.])(?<!\d[ \u3000])"
    rf"(?P<mask>\d{{0,4}}+[{_CROSS}{_STAR}]++\d{{0,2}}+)"
    rf"(?![{_LETTER}])(?![ \u3000]\d)"
)
# * at the head of a line is a bullet; a line of stars parts two texts.
_BULLET = re.compile(r"[*＊](?=[ \u3000])|[*＊\s]++$")
# 3×个 is a mask, X光 and x轴 are words.
_WORDS = re.compile("[xXｘＸ](?:光|射线|轴|坐标|染色体|型|线机|片|世代)")


class Placeholder(NamedTuple):
    """A mask in a text, from `start` to `end`."""

    start: int
    end: int
    text: str


def find(text: str) -> tuple[Placeholder, ...]:
    """The masks in `text`, in order: x, ××, 20**, 201x, 20XX, 〔待补充〕, ____, 【】, {{名称}}."""
    no_masks = {offset for found in EMPHASIS.finditer(text) for offset in _stars(found)}
    if bullet := _BULLET.match(text):
        no_masks |= set(range(bullet.end()))
    return tuple(
        Placeholder(found.start(), found.end(), found[0])
        for found in _MASK.finditer(text)
        if found.start() not in no_masks and (found["blank"] or _masks(text, found))
    )


def _stars(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.end() - 2


def _masks(text: str, found: re.Match[str]) -> bool:
    """Whether what was typed masks something: 2*2 multiplies, X光 is a word."""
    multiplies = found[0][0].isdecimal() and found[0][-1].isdecimal()
    return not multiplies and not _WORDS.match(text, found.start())
