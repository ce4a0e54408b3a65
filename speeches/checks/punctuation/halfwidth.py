"""B1, B2, B4: marks of the Latin keyboard in Chinese text (GB/T 15834—2011, 4.2–4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import RANKS
from speeches.checks.punctuation.brackets import ROUND, paired
from speeches.checks.scope import HAN, SAID, Place, Scope, Seen

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_CONTEXT = HAN[:-1] + "，。；：？！、“”‘’（）《》〈〉【】〔〕…—]"
# Beside other marks , ; : are doubled ones (B25).
_POINTS = re.compile(
    r"(?<![，。；：、？！,;:?!])[,;:](?![，。；：、？！,;:?!])"
    r"|(?<![，。；：、,;:?!])[?!]{1,3}+(?![，。；：、,;:?!])"
)
_BEFORE = re.compile(rf"{_CONTEXT}[\"')%\] ]?$")
_BEHIND = re.compile(rf"[ \"'(\[]?{_CONTEXT}")
_LOST = re.compile(rf"(?:^|[，。；：、,;: ])\?(?={HAN})", re.MULTILINE)
_ENTITY = re.compile("&#?[a-z0-9]{2,6}$")  # &ldquo; belongs to the page (A22)
_SAID_ON_ITS_OWN = {Place.TITLE, Place.HEADING}


def _points(scope: Scope) -> Iterator[Hit]:
    """B1; a mark that belongs to a label or ends a heading has its own rule (B14, B17, B23).

    Where ? opens something it was a quote: how such a block is mended nobody can tell (A17).
    """
    of_labels = {(label.block, label.words_end) for label in scope.labels if label.rank in _LEVELS}
    lost = {seen.block for seen in scope.search(_LOST, needs=("?",))}
    for seen in scope.search(_POINTS, needs=",;:?!"):
        mark, at = seen.match[0], (seen.block, seen.start)
        if (
            not _is_among_han(scope.plain, seen.match)
            or at in of_labels
            or _ends_heading(scope, seen)
            or _ENTITY.search(scope.text, max(seen.match.start() - 7, 0), seen.match.start())
        ):
            continue
        if "?" not in mark or seen.block not in lost:
            message = f"中文里的“{mark}”应当用全角标点。"
            yield Hit(seen.block, seen.start, seen.end, message, mark.translate(_WIDE))


_LEVELS = frozenset(RANKS.values())


def _is_among_han(text: str, match: re.Match[str]) -> bool:
    before = _BEFORE.search(text, max(match.start() - 2, 0), match.start())
    return bool(before or _BEHIND.match(text, match.end()))


def _ends_heading(scope: Scope, seen: Seen) -> bool:
    at_end = seen.end == len(scope.texts[seen.block]) and seen.match[0] in ",;:"
    return at_end and scope.places[seen.block] in _SAID_ON_ITS_OWN


_HAN = re.compile(HAN)
_BESIDE = re.compile(_CONTEXT)
_AREA_CODE = re.compile(r"\(0\d{2,3}\) ?\d")
_FAR = 200  # characters between two brackets that are looked at


def _round(scope: Scope) -> Iterator[Hit]:
    if "(" not in scope.plain and ")" not in scope.plain:
        return
    for block, text in scope.blocks(SAID):
        for start, end in paired(text, ROUND).pairs:
            narrow = text[start] == "(" or text[end] == ")"
            if narrow and _is_chinese(text, start, end):
                yield from _widened(block, text, (start, end))


def _is_chinese(text: str, start: int, end: int) -> bool:
    """Whether brackets stand round Chinese, or number or follow it; f(x) does not."""
    if _AREA_CODE.match(text, start):
        return False
    if _HAN.search(text, start, min(end, start + _FAR)):
        return True
    opens = not start or text[start - 1] in " \u3000"
    before, behind = text[max(start - 1, 0) : start], text[end + 1 : end + 2]
    return bool(_BESIDE.match(before) or (opens and _BESIDE.match(behind)))


def _widened(block: int, text: str, places: Iterable[int]) -> Iterator[Hit]:
    for at in places:
        if text[at] in "()":
            wide = text[at].translate(_WIDE)
            yield Hit(block, at, at + 1, "中文里的括号应当用全角括号（）。", wide)


_QUOTES = re.compile(r"[\"“”]")
_STRAIGHT = re.compile(r"\"(?<!\d.)")  # behind a digit it measures inches
_SINGLE = re.compile(
    rf"(?<![A-Za-z0-9'])'(?=[^'\n]{{0,30}}?{HAN})([^'\n]{{1,40}})'(?![A-Za-z0-9'])"
)


def _straight(scope: Scope) -> Iterator[Hit]:
    yield from _double(scope)
    mixed = {block for block, text in scope.blocks(SAID) if '"' in text}
    for seen in scope.search(_SINGLE, needs=("'",)):
        text, near = scope.texts[seen.block], max(seen.start - _FAR, 0)
        is_inside = text.rfind("“", near, seen.start) > text.rfind("”", near, seen.start)
        for at, fix in zip((seen.start, seen.end - 1), "‘’" if is_inside else "“”", strict=True):
            told = None if seen.block in mixed else fix
            yield Hit(seen.block, at, at + 1, "中文的引号应当用弯引号。", told)


def _double(scope: Scope) -> Iterator[Hit]:
    if '"' not in scope.plain:
        return
    for block, _ in scope.blocks(SAID):
        text = scope.plain_of(block)
        pairs = _in_turn(text)
        lonely = "中文的引号应当用弯引号，这里缺一个，请补齐。"
        if pairs is None:
            for match in _STRAIGHT.finditer(text):
                if _is_beside_han(text, match.start()):
                    yield Hit(block, match.start(), match.end(), lonely)
            continue
        for pair in pairs:
            measures = all(text[max(at - 1, 0) : at].isdecimal() for at in pair)
            if not measures and any(_is_beside_han(text, at) for at in pair):
                yield from _turned(block, text, pair)


def _turned(block: int, text: str, pair: tuple[int, int]) -> Iterator[Hit]:
    for at, fix in zip(pair, "“”", strict=True):
        if text[at] == '"':
            yield Hit(block, at, at + 1, "中文的引号应当用弯引号“”。", fix)


def _is_beside_han(text: str, at: int) -> bool:
    return bool(_BESIDE.search(text[max(at - 1, 0) : at] + text[at + 1 : at + 2]))


def _in_turn(text: str) -> list[tuple[int, int]] | None:
    """The quotes, straight and curly, in pairs by their order; None where that cannot be."""
    marks = list(_QUOTES.finditer(text))
    if len(marks) % 2:
        return None
    for at, match in enumerate(marks):
        opens = at % 2 == 0
        if match[0] == ("”" if opens else "“") or (opens and _CLOSES.match(text, match.end())):
            return None
    places = [match.start() for match in marks]
    return list(zip(places[::2], places[1::2], strict=True))


_CLOSES = re.compile(r"[，。；：、？！,;:?!）]")

RULES = (
    Rule(
        id="B1",
        family=Family.PUNCTUATION,
        title="中文里的半角标点",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.2.2、4.3.2、4.4.2、4.6.2、4.7.2",
        why="逗号、分号、冒号、问号、叹号在中文里各占一个字的位置，半角的是英文标点。",
        bad=(
            "会议已经开完⟦,→，⟧各科室抓紧落实。",
            "今年要办三件事⟦:→：⟧修路⟦;→；⟧架桥⟦;→；⟧通水。",
            "大家说行不行⟦?→？⟧",
        ),
        good=(
            "全市新建校舍1,234间，比例尺为1:500。",
            "会议15:40开始，各科室准时参加。",
            "文件是“a,b;c.txt”，比分是3:2。",
        ),
        find=_points,
        twin="A17",
    ),
    Rule(
        id="B2",
        family=Family.PUNCTUATION,
        title="中文里的半角括号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.9.2",
        why="括住中文或者给中文编号的括号用全角，半角括号只用在英文和公式里。",
        bad=(
            "⟦(→（⟧一⟦)→）⟧抓好春耕备耕。",
            "印发了工作方案⟦(→（⟧试行⟦)→）⟧。",
            "⟦(→（⟧1⟦)→）⟧办好农贸市场。",
        ),
        good=("（一）抓好春耕备耕。", "函数f(x)在这里取最大值。", "联系电话(010)88840000。"),
        find=_round,
        twin="A19",
    ),
    Rule(
        id="B4",
        family=Family.PUNCTUATION,
        title="直引号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.8.2",
        why="中文的引号分前后，直引号分不出哪里开始、哪里结束。",
        bad=(
            '开展⟦"→“⟧清风⟦"→”⟧行动。',
            '做到⟦"→“⟧事事有人管⟦"→”⟧，处处有人抓。',
            '推进“河长制⟦"→”⟧落到实处。',
        ),
        good=(
            "开展“清风”行动。",
            'He said "yes" to us.',
            "做到“事事有人管”，处处有人抓。",
        ),
        find=_straight,
    ),
)
