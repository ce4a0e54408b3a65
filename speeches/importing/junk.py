"""What sites put into copied texts, found line by line and as blocks.

A line is known by its form (data/junk.toml); a block also where no line is, by its shape: short
lines without marks round a list of offers. What stands where content of the speech should stand
is a gap.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from speeches.importing.junk_rules import Rules
from speeches.importing.lines import Line, is_ended
from speeches.importing.numbers import OUTLINE_FORMS, heading_number
from speeches.importing.paging import furniture
from speeches.importing.source import Removed, Span

LONGEST = 120
_LONGEST_TITLE = 45
_LONGEST_WEAK = 24
_SAYS_LITTLE = 7
_FIGURE = re.compile(r"\d")
_DECORATION = " \t：:\u3000•·●◆★☆■□▪►▶>»›—-=*|｜【】[]〖〗「」()（）~～…。.!！→←↓↑"
_PREFIX = re.compile(
    "^(?:温馨|友情|系统|特别|重要)?提示[：:](?=.)|^注意[：:](?=.)|^(?:PS|注)[：:](?=.)"
)
_SEPARATORS = re.compile(r"[\d\s|｜/·,，、;；—\-()（）【】\[\]<>》《»›]+")
_WEAK_MARKS = re.compile("[，。；！？,;!?]")
_OFFER = re.compile(r"[•●·◆■▪►➤○☆★*-]\s{0,4}([^：:]{2,12})[：:]\s?([^：:，。]{1,8})")
_PRICE = re.compile(r"[¥￥]?\d{1,6}(?:\.\d{1,2})?(?![\d.])\s?[^\d\s]{0,4}")
# Figures of work, in which no site reckons.
_MEASURE = re.compile(
    r".*\d\s?(?:[所个人名项家亿万年月日天次场期件篇吨户村米座条份台套批类岁]|公里|平方|[%％])"
)
_OFFERED = "网站的付费提示"
_LONGEST_LEAD = 6  # characters before an address that may lead to it
_THANKS = re.compile("谢谢(?:大家|各位)?|(?:报告|讲话|发言)(?:完毕|完了)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line goes; `gap`: it says that content is missing; `opens`: a list follows it."""

    reason: str
    gap: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Junk:
    """The lines (by index) to be taken out, and those of them at which a gap begins."""

    verdicts: dict[int, Verdict]
    gaps: frozenset[int]


def find(lines: Sequence[Line], rules: Rules) -> Junk:
    """What of `lines` is no text of the speech."""
    pages = {index: Verdict(reason) for index, reason in furniture(lines).items()}
    jumping = frozenset(_jumping(lines))
    found = {index: verdict for index, line in enumerate(lines) if (verdict := _own(line, rules))}
    found |= pages
    found |= dict.fromkeys(_offers(lines, jumping, rules), Verdict(_OFFERED, gap=True))
    found |= dict(_listed(lines, found))
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        found |= dict(_beside(lines, found, order, rules))
    jumped = {
        end for start, end in _blocks(lines, found) if not pages.keys() >= set(range(start, end))
    }
    return Junk(found, frozenset(_gaps(lines, found, jumping & jumped)))


def _jumping(lines: Sequence[Line]) -> Iterator[int]:
    """The lines whose number does not follow the one before it in its form and place."""
    counted = dict.fromkeys(OUTLINE_FORMS, 0)
    for index, line in enumerate(lines):
        if number := heading_number(line.text):
            if number.value > counted[number.form] + 1:
                yield index
            below = OUTLINE_FORMS[OUTLINE_FORMS.index(number.form) + 1 :]
            counted |= {number.form: number.value, **dict.fromkeys(below, 0)}


def _own(line: Line, rules: Rules) -> Verdict | None:
    """The verdict on a line by its own form."""
    text = line.text
    if len(text) > LONGEST or heading_number(text):
        return None
    bare = _PREFIX.sub("", text.strip(_DECORATION)).strip(_DECORATION)
    is_spoken = rules.spoken_of.search(text) is not None
    for kind in rules.kinds:
        if kind.spares and is_spoken:
            continue
        if kind.hints.search(text) and (
            kind.lines.fullmatch(bare)
            or kind.lines.fullmatch(text)
            or (kind.anywhere and kind.anywhere.search(text))
        ):
            return Verdict(kind.reason, kind.gap, kind.opens)
    return _meta(text, rules) if rules.meta.hints.search(text) else None


def _meta(text: str, rules: Rules) -> Verdict | None:
    """The verdict on a line that holds nothing but sources, counters, buttons and dates."""
    token = rules.meta.tokens.search(text)
    rest = rules.meta.tokens.sub(" ", rules.meta.neutral.sub(" ", text))
    if token is None or _SEPARATORS.sub("", rest):
        return None
    return Verdict(rules.meta.reasons[(token.lastindex or 1) - 1])


def _is_weak(line: Line) -> bool:
    """Whether a line is short and says no sentence: it may belong to a block of junk."""
    text = line.text
    if len(text) > _LONGEST_WEAK or _WEAK_MARKS.search(text) or text[-1] in "：:":
        return False
    return heading_number(text) is None


def _offers(lines: Sequence[Line], jumping: frozenset[int], rules: Rules) -> Iterator[int]:
    """Blocks known by their shape: offers with a price, framed by short lines without a mark."""
    for start, end in _runs([_is_weak(line) for line in lines]):
        block = lines[start:end]
        is_inside = start and end < len(lines) and is_ended(lines[start - 1].text)
        leads = not _OFFER.fullmatch(block[0].text) or _speaks(block, rules)
        follows = end in jumping or not _OFFER.fullmatch(block[-1].text)
        if is_inside and leads and follows and _are_offers(block):
            yield from range(start, end)


def _speaks(block: Sequence[Line], rules: Rules) -> bool:
    return any(rules.beside.search(line.text) for line in block)


def _are_offers(block: Sequence[Line]) -> bool:
    """Whether a block holds offers of one shape, one of them with a price."""
    offers = [found for line in block if (found := _OFFER.fullmatch(line.text))]
    labels, values = [offer[1] for offer in offers], [offer[2] for offer in offers]
    return (
        len(offers) > 1
        and all(one[-2:] == other[-2:] for one, other in pairwise(labels))
        and any(_PRICE.fullmatch(value) for value in values)
        and not any(_MEASURE.match(value) for value in values)
    )


def _runs(told: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of True."""
    start = None
    for index, holds in enumerate([*told, False]):
        if holds and start is None:
            start = index
        elif not holds and start is not None:
            yield start, index
            start = None


def _blocks(lines: Sequence[Line], found: Container[int]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of lines that go."""
    return _runs([index in found for index in range(len(lines))])


def _listed(lines: Sequence[Line], found: dict[int, Verdict]) -> Iterator[tuple[int, Verdict]]:
    """Titles under 相关阅读 and the like, as far as the end of the text or other junk."""
    for index, verdict in found.items():
        if not verdict.opens:
            continue
        end = index + 1
        while end < len(lines) and end not in found and _is_title(lines[end]):
            end += 1
        if end == len(lines) or end in found or heading_number(lines[end].text):
            yield from ((each, Verdict(verdict.reason)) for each in range(index + 1, end))


def _is_title(line: Line) -> bool:
    text = line.text
    return len(text) <= _LONGEST_TITLE and not is_ended(text) and heading_number(text) is None


def _beside(
    lines: Sequence[Line], found: Mapping[int, Verdict], order: Sequence[int], rules: Rules
) -> Iterator[tuple[int, Verdict]]:
    """Weak lines that follow, in this order, a line that stands for content, and speak like it."""
    verdict: Verdict | None = None
    for index, behind in zip_longest(order, order[1:], fillvalue=-1):
        if index in found:
            verdict = found[index] if found[index].gap else verdict
        elif verdict and _belongs(lines[index], rules, between=found.get(behind) == verdict):
            yield index, verdict
        else:
            verdict = None


def _belongs(line: Line, rules: Rules, *, between: bool) -> bool:
    """Whether a line beside junk is part of it: between two such lines, or by what it says."""
    text = line.text
    if not _is_weak(line) or _MEASURE.match(text):
        return False
    if between or _PRICE.fullmatch(text) or _OFFER.fullmatch(text):
        return True
    return (len(text) < _SAYS_LITTLE or bool(_FIGURE.search(text))) and _speaks([line], rules)


def _gaps(
    lines: Sequence[Line], found: dict[int, Verdict], jumping: frozenset[int]
) -> Iterator[int]:
    """Where blocks begin that stand for content: they say so, or the numbers jump over them.

    Nothing is missing before the first line of the text and behind the thanks at its end.
    """
    for start, end in _blocks(lines, found):
        says_so = any(found[index].gap for index in range(start, end))
        thanked = end == len(lines) and start and _THANKS.search(lines[start - 1].text)
        if start and not thanked and (says_so or end in jumping):
            yield start


def inside(line: Line, before: str, rules: Rules) -> Iterator[Removed]:
    """Addresses, credits in brackets and marks of sites inside a line, which no speaker says.

    `before`: the line with which this one goes on, or nothing.
    """
    if not rules.watermark_hints.search(line.text):
        return
    for found in rules.watermark.finditer(line.text):
        start, end = found.span()
        lead = before[-_LONGEST_LEAD:] + line.text[max(start - _LONGEST_LEAD, 0) : start]
        if not rules.said_behind.search(lead):
            span = Span(line.number, line.start + start, line.start + end)
            yield Removed(span, found[0], rules.watermark_reason)
