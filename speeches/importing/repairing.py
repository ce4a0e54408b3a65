"""Half-width marks, lost dashes, stray blanks: what copies from the web do to Chinese, mended.

Sources: GB/T 15834—2011, 4 (forms of the marks), 4.10 (——), 4.11 (……); GB/T 15835—2011, 5.1
(figures are half-width). Nothing is mended inside numbers, times, ratios, addresses, and English.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from speeches.document.normalising import normalise
from speeches.importing.changes import PROTECTED, Change, Doubtful, Side, apart, side, sides
from speeches.importing.lines import HAN
from speeches.importing.pairing import brackets, quotes
from speeches.importing.placeholders import EMPHASIS
from speeches.importing.spacing import blanks

_WIDENED = "半角改全角"
_ANY_HAN = re.compile(f"[{HAN}]")
_HALF_MARK = re.compile("[,;:?!]")
_FULL = dict(zip(",;:?!", "，；：？！", strict=True))
_NO_QUESTION = "，。；：、（《〈【“‘"
_POINT = re.compile(
    rf"(?<=[{HAN}”’）》)%％\"'])\.(?![.\w]|\s*+[A-Za-z])"
    rf"|(?:(?<=[{HAN}”’）》)%％\"'])|(?<=\d{{3}})|(?<=\d[:：.]\d\d))\.(?=[{HAN}“《\"'])"
)
_NUMBERED = re.compile(r"(?:^|[\s。！？；：…])[一二三四五六七八九十]{1,3}$")
_DASH = re.compile(r"(?<![-—－])(?:-{2,4}+|－{2}|[─―━]{2,4}+|—(?:\s+—)+|—-|-—)(?![-—－])")
_DOTS = re.compile(r"(?<!\.)\.{3,}+|。{3,}+")
_WIDE_FIGURES = re.compile("[０-９]++|[Ａ-Ｚａ-ｚ]++|(?<=[0-9０-９])．(?=[0-9０-９])")
_NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF5B), ord("．"))}
_ENCLOSED = re.compile("[⑴-⒛㈠-㈩]")
_BRACKETS = str.maketrans("()", "（）")
_OPENING = re.compile(r"#{1,6}\s++|[-*]\s++|[•●◆■▪►➤◇★☆]\s*+")


def repairs_of(text: str, *, at_edge: bool, may_stop: bool) -> list[Change | Doubtful]:
    """What is to be mended in a paragraph, in order and without overlaps, and what is doubted.

    `at_edge`: the paragraph stands at the head or the foot of the text. `may_stop`: a half-width
    point before Han is a full stop, as the text has no others, not the dot in a name; behind a
    figure it is one where that figure is no number of a list.
    """
    told: list[Change | Doubtful] = [*_invisible(text)]
    if _ANY_HAN.search(text):
        told += _of_chinese(text, at_edge=at_edge, may_stop=may_stop)
    return [
        *apart(change for change in told if isinstance(change, Change)),
        *(doubtful for doubtful in told if isinstance(doubtful, Doubtful)),
    ]


def _of_chinese(text: str, *, at_edge: bool, may_stop: bool) -> Iterator[Change | Doubtful]:
    text = PROTECTED.sub(_covered, text)
    told = [*_marks(text), *brackets(text), *_points(text, may_stop=may_stop)]
    yield from told
    yield from quotes(text)
    yield from _dashes(text)
    yield from _wide_figures(text)
    yield from _enclosed(text)
    markup = list(_markup(text))
    yield from markup
    changes = (change for change in (*told, *markup) if isinstance(change, Change))
    widened = {index for change in changes for index in range(change.start, change.end)}
    yield from blanks(text, at_edge=at_edge, widened=widened)


def _covered(address: re.Match[str]) -> str:
    """As long as an address, and without the marks in it; &nbsp; is a blank."""
    return (" " if address[0] == "&nbsp;" else "x") * len(address[0])


def _invisible(text: str) -> Iterator[Change]:
    """Control and zero-width characters, which saving would drop without a word."""
    if text.isprintable():
        return
    unseen = {one for one in set(text) if not one.isprintable() and not normalise(one)}
    for index, character in enumerate(text):
        if character in unseen:
            yield Change(index, index + 1, "", "删去看不见的字符")


def _marks(text: str) -> Iterator[Change | Doubtful]:
    for found in _HALF_MARK.finditer(text):
        start, mark = found.start(), found[0]
        around = sides(text, start, start + 1)
        if Side.CHINESE not in around and around != (Side.EDGE, Side.EDGE):
            continue
        if mark == "?" and (not start or text[start - 1] in _NO_QUESTION):
            yield Doubtful(start, start + 1, "问号可能是丢失的引号，未作修改")
        else:
            yield Change(start, start + 1, _FULL[mark], _WIDENED)


def _points(text: str, *, may_stop: bool) -> Iterator[Change]:
    for found in _POINT.finditer(text):
        start = found.start()
        is_bare = text[start - 1].isdecimal() or _ANY_HAN.match(text, start + 1) is not None
        if _NUMBERED.search(text[max(start - 5, 0) : start]) or (is_bare and not may_stop):
            continue
        yield Change(start, start + 1, "。", _WIDENED)


def _dashes(text: str) -> Iterator[Change]:
    for found in _DASH.finditer(text):
        around = sides(text, found.start(), found.end())
        if Side.CHINESE in around and Side.FOREIGN not in around:
            yield Change(found.start(), found.end(), "——", "改作破折号")
    for found in _DOTS.finditer(text):
        if side(text, found.start() - 1, -1) is Side.CHINESE:
            yield Change(found.start(), found.end(), "……", "改作省略号")


def _wide_figures(text: str) -> Iterator[Change]:
    """Ｘ and ｘ stay: they mask something."""
    for found in _WIDE_FIGURES.finditer(text):
        if not set(found[0]) <= set("Ｘｘ"):
            yield Change(found.start(), found.end(), found[0].translate(_NARROW), "全角改半角")


def _enclosed(text: str) -> Iterator[Change]:
    """Numbers that are one character with their brackets or their point: ㈠ and ⒈."""
    for found in _ENCLOSED.finditer(text):
        after = unicodedata.normalize("NFKC", found[0]).translate(_BRACKETS)
        yield Change(found.start(), found.end(), after, "拆开序号")


def _markup(text: str) -> Iterator[Change]:
    """What sets headings, bold words and items in notes: #, ** and bullets."""
    if opening := _OPENING.match(text):
        yield Change(0, opening.end(), "", "删去排版符号")
    for found in EMPHASIS.finditer(text):
        yield Change(found.start(), found.start() + 2, "", "删去排版符号")
        yield Change(found.end() - 2, found.end(), "", "删去排版符号")
