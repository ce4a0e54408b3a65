"""What is asked of the lists of a text: their items, and whether a number stands unseen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from speeches.checks.labels import SPOKEN_RANK, Enumeration, Label, Style
from speeches.checks.scope import Scope
from speeches.document.facts import Marker
from speeches.document.numbering import han, marker_text

_FIRST_MARK = re.compile("[。，：；！？,:;!?]")
_LONGEST_NAME = 30


_MARKERS = {
    Style.HAN: Marker.HAN,
    Style.HAN_BRACKETED: Marker.HAN_BRACKETED,
    Style.ARABIC: Marker.ARABIC,
    Style.ARABIC_BRACKETED: Marker.ARABIC_BRACKETED,
    Style.SHI: Marker.SHI,
    Style.YAO: Marker.YAO,
}


def number_in(style: Style, number: int) -> str:
    """A number as a label of a style writes it, with its mark: 二、 （二） 2. 二是 第二，."""
    if style is Style.CIRCLED:
        return chr(ord("①") + number - 1)
    if style is Style.QI:
        return f"其{han(number)}，"
    return marker_text(_MARKERS.get(style, Marker.DI), number, depth=1)


def is_counted(counted: Enumeration) -> bool:
    """Whether the numbers are 1, 2, 3 … without a gap: only then their number is the items'."""
    return all(label.number == at for at, label in enumerate(counted.labels, 1))


_LONGEST_LIST = 30  # labels of a list in which a slip is looked for


def slips(labels: list[Label]) -> list[Label]:
    """The labels whose numbers are not due in a list that ends with the number due."""
    looked_at = labels[:_LONGEST_LIST]
    found = [label for due, label in enumerate(looked_at, labels[0].number) if label.number != due]
    return [] if looked_at[-1] in found else found


def begun_anew(lists: Iterable[Enumeration]) -> Iterator[tuple[Enumeration, Enumeration]]:
    """Each two lists that are one, as the number of an item was typed as 1: 一、一、三、."""
    before: dict[tuple[Style, Label | None], Enumeration] = {}
    for counted in lists:
        first = counted.labels[0]
        outer = before.get((first.style, counted.parent))
        following = [label.number for label in counted.labels[1:2]]
        if outer and following == [outer.last.number + 2] and first.number == 1:
            yield outer, counted
        before[first.style, counted.parent] = counted
        # 一是 that is said again seems to stand in the item before it.
        before[first.style, counted.last] = counted


def may_stand(scope: Scope, style: Style, number: int, start: int, end: int) -> bool:
    """Whether `number` may be written in [start, end) of the joined text, if not seen as a label.

    Behind a word (主要是一是, 高三要) no label is seen, but neither is its number missing.
    """
    return bool(_written(style, number).search(scope.text, start, end))


def _written(style: Style, number: int) -> re.Pattern[str]:
    word = han(number)
    match style:
        case Style.HAN:
            return re.compile(f"{word}[、，,.． \u3000]|第{word}")
        case Style.HAN_BRACKETED:
            return re.compile(f"[（(] ?{word} ?[）)]")
        case Style.ARABIC:
            return re.compile(rf"(?<!\d){number}[.．、，]")
        case Style.ARABIC_BRACKETED:
            return re.compile(rf"[（(] ?{number} ?[）)]")
        case Style.CIRCLED:
            return re.compile(number_in(style, number))
    others = _SAID_OTHERWISE.get(number, f"[第其]{word}")
    return re.compile(
        rf"(?<![统唯专单]){word}(?:是|要|则|个)|[第其]{word}|(?<!\d){number}[是要]|{others}"
        # 一是修渠，二是护堤，三栽好树: without 是, but no quantity
        rf"|(?<=[，。；、,;]){word}(?![十百千万亿是要、，年月日季个大项条点级等位轮期次届方类种名批线县区市])"
    )


_SAID_OTHERWISE = {1: "首先|一方面|一来", 2: "其次|另一方面|二来", 3: "再次|最后"}


def start_of(scope: Scope, label: Label) -> int:
    """Where a label begins in the joined text."""
    return scope.offset(label.block, label.start)


def end_of(scope: Scope, label: Label | None) -> int:
    """Where a label ends in the joined text; 0 for none."""
    return scope.offset(label.block, label.end) if label else 0


def end_of_list(scope: Scope, counted: Enumeration) -> int:
    """Where the last item ends at the latest: the next label of a level, or its block's end."""
    last = counted.last
    if last.rank == SPOKEN_RANK:
        return scope.offset(last.block, len(scope.texts[last.block]))
    for at in range(bisect_right(scope.labels, last), len(scope.labels)):
        if scope.labels[at].rank <= last.rank:
            return start_of(scope, scope.labels[at])
    return len(scope.text)


def name_of(scope: Scope, label: Label) -> tuple[int, int]:
    """Where in its block the heading of an item stands: up to the first mark, 30 characters."""
    text = scope.texts[label.block]
    mark = _FIRST_MARK.search(text, label.end, label.end + _LONGEST_NAME)
    return label.end, mark.start() if mark else min(len(text), label.end + _LONGEST_NAME)
