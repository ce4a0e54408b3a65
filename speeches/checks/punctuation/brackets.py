"""B5: quotes, brackets and title marks in pairs (GB/T 15834—2011, 4.8, 4.9, 4.15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import SAID, Scope


class Kind(NamedTuple):
    """Marks that come in pairs; of several forms the first is the right one."""

    name: str
    opening: str
    closing: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self.opening + self.closing)}]")


ROUND = Kind("括号", "（(", "）)")
DOUBLE = Kind("引号", "“", "”")
SINGLE = Kind("单引号", "‘", "’")
TITLE = Kind("书名号", "《", "》")


class Paired(NamedTuple):
    """Where the pairs stand, the inner before the outer, and what is left alone, in order.

    `depths`: of each pair, in how many of its kind it stands.
    """

    pairs: list[tuple[int, int]]
    depths: list[int]
    opened: list[int]
    closed: list[int]


def paired(text: str, kind: Kind) -> Paired:
    """The pairs of one kind in a text, whatever stands between them."""
    found = Paired([], [], [], [])
    for match in kind.pattern.finditer(text):
        if match[0] in kind.opening:
            found.opened.append(match.start())
        elif found.opened:
            found.pairs.append((found.opened.pop(), match.start()))
            found.depths.append(len(found.opened))
        else:
            found.closed.append(match.start())
    return found


class _Alone(NamedTuple):
    """A mark without its other half; `fix` where it can only be turned round."""

    block: int
    at: int
    opens: bool
    fix: str | None = None


_NUMBERING = re.compile(r"(?:^|[。；，：、,;:\s])[0-9a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
_LINES = 4  # of a broken paragraph that a quotation may span
_NEAR = 20  # characters between two quotes of which the second was meant to close


def _unpaired(scope: Scope) -> Iterator[Hit]:
    for kind in (DOUBLE, SINGLE, ROUND, TITLE):
        for alone in _left(scope, kind):
            half, other = ("前", "后") if alone.opens else ("后", "前")
            message = f"这个{half}{kind.name}没有配对的{other}{kind.name}，请补上，或者删去这一个。"
            if alone.fix:
                message = f"这里的{kind.name}方向反了，应当是{other}{kind.name}。"
            yield Hit(alone.block, alone.at, alone.at + 1, message, alone.fix)


def _alone(scope: Scope, kind: Kind) -> Iterator[_Alone]:
    """The marks of a kind, block by block; those that stand in turn need no closer look."""
    marks = "".join(re.findall(f"[{re.escape(kind.opening + kind.closing)}\n]", scope.text))
    for block, row in enumerate(marks.split("\n")):
        if row.replace(kind.opening[0] + kind.closing[0], "") and scope.places[block] in SAID:
            text = scope.texts[block]  # an address may have swallowed the other half
            found = paired(text, kind)
            closed = [at for at in found.closed if not _is_no_half(text, at, kind)]
            yield from _one_block(block, text, kind, found.opened, closed)


def _one_block(
    block: int, text: str, kind: Kind, opened: list[int], closed: list[int]
) -> Iterator[_Alone]:
    """Two that point the same way, near each other, are a pair of which one was turned round."""
    if closed and opened and _are_reversed(text, kind):
        yield from _reversed(block, text, kind)
    elif not closed and len(opened) == 2 and _is_word(text, opened):
        yield _Alone(block, opened[1], True, kind.closing[0])
    elif not opened and len(closed) == 2 and _is_word(text, closed):
        yield _Alone(block, closed[0], False, kind.opening[0])
    else:
        yield from (_Alone(block, at, False) for at in closed)
        yield from (_Alone(block, at, True) for at in opened)


_PAUSES = re.compile("[，。；：、,;:]")


def _are_reversed(text: str, kind: Kind) -> bool:
    """Whether all quotes of a block are turned round: ”一盘棋“, ”一股绳“."""
    marks = list(kind.pattern.finditer(text))
    halves = "".join(match[0] for match in marks)
    ends = [match.start() for match in marks]
    return (
        kind is DOUBLE
        and halves == (kind.closing + kind.opening) * (len(halves) // 2)
        and all(_is_word(text, ends[at : at + 2]) for at in range(0, len(ends), 2))
        and not any(_JOINS.match(text, start + 1) for start in ends[::2])
        and not any(text.startswith(("。", "！", "？"), start - 1) for start in ends[::2] if start)
    )


_JOINS = re.compile("[和与及的、]")


def _reversed(block: int, text: str, kind: Kind) -> Iterator[_Alone]:
    for match in kind.pattern.finditer(text):
        opens = match[0] == kind.opening
        yield _Alone(block, match.start(), opens, kind.closing if opens else kind.opening)


def _is_word(text: str, ends: list[int]) -> bool:
    start, end = ends
    return 1 < end - start <= _NEAR and not _PAUSES.search(text, start, end)


def _is_no_half(text: str, at: int, kind: Kind) -> bool:
    """1） and a) number something; ’ stands in English words."""
    if kind is ROUND:
        return bool(_NUMBERING.search(text, max(at - 4, 0), at))
    return kind is SINGLE and text[max(at - 1, 0) : at].isascii()


def _left(scope: Scope, kind: Kind) -> Iterator[_Alone]:
    """Without those that are no mistake: a quotation of several paragraphs opens each of them
    anew and closes the last (GB/T 15834—2011, 4.8.3.5), or at least closes it."""
    waiting: _Alone | None = None
    for each in _alone(scope, kind):
        if waiting and not each.opens and _may_close(scope, waiting.block, each.block):
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = each if each.opens and not each.fix else None
        if waiting and _begins_quotation(scope, each) and _opens_next(scope, kind, each.block):
            waiting = None
        elif not waiting:
            yield each
    if waiting:
        yield waiting


def _may_close(scope: Scope, block: int, end: int) -> bool:
    """Whether a quotation goes on: into the next paragraph, or over the lines of one broken up."""
    lines = scope.texts[block:end]
    return end == block + 1 or (
        end <= block + _LINES and not any(text.endswith(("。", "！", "？")) for text in lines)
    )


def _begins_quotation(scope: Scope, alone: _Alone) -> bool:
    """Whether a mark opens a paragraph, or what somebody says: 他说：“…."""
    return alone.at == 0 or scope.texts[alone.block][alone.at - 1] in "：:"


def _opens_next(scope: Scope, kind: Kind, block: int) -> bool:
    return any(text[:1] == kind.opening[0] for text in scope.texts[block + 1 : block + 2])


RULES = (
    Rule(
        id="B5",
        family=Family.PUNCTUATION,
        title="引号、括号、书名号不成对",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.8.2、4.9.2、4.15.2",
        why="引号、括号、书名号成对使用，少一半或者方向反了，就看不出从哪里到哪里。",
        bad=(
            "推进⟦“⟧数字机关建设，办好民生实事。",
            "开展“清风⟦“→”⟧行动。",
            "印发⟦《⟧春耕工作方案，各乡镇照此执行。",
        ),
        good=(
            "推进“数字机关”建设，办好民生实事。",
            "1）摸清底数；2）建好台账。",
            "“第一段这样说。\n“第二段接着说，到这里说完。”",
        ),
        find=_unpaired,
    ),
)
