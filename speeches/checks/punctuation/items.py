"""B11–B13: the marks between the items of a list (GB/T 15834—2011, 4.6.3.3, A.5, B.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import Enumeration, Style
from speeches.checks.scope import Scope


class _Item(NamedTuple):
    """What stands between a label and the next of its list; its last mark is at `at`, given in its
    full width: of a narrow one B1 tells."""

    block: int
    at: int
    mark: str
    text: str


def _items(scope: Scope, of_list: Enumeration) -> Iterator[_Item]:
    """The items of a list but the last, as far as each ends where the next begins."""
    for label, following in pairwise(of_list.labels):
        text = scope.texts[label.block]
        if following.block == label.block:
            item = text[label.end : following.start]
        elif following.opens and following.block == label.block + 1:
            item = text[label.end :]
        else:
            continue
        item = item.rstrip(" \u3000")
        if item:
            mark = item[-1].translate(_WIDE)
            yield _Item(label.block, label.end + len(item) - 1, mark, item[:-1])


_WIDE = str.maketrans(",;", "，；")
_STOP_INSIDE = re.compile("。(?![”’）》])")
_LOOSE = frozenset({Style.QI, Style.SHOU})


def _stops_in_items(scope: Scope) -> Iterator[Hit]:
    for of_list in scope.lists:
        items = list(_items(scope, of_list))
        if any(_STOP_INSIDE.search(item.text) for item in items):
            for item in items:
                if item.mark == scope.texts[item.block][item.at] == "；":
                    message = "有的分项里面已经用了句号，各项末尾都要用句号，不能用分号。"
                    yield Hit(item.block, item.at, item.at + 1, message, "。")


def _mixed(scope: Scope) -> Iterator[Hit]:
    """B12; where items contain 。 the standard leaves no choice (B11)."""
    for of_list in scope.lists:
        if of_list.labels[0].style in _LOOSE:
            continue
        items = list(_items(scope, of_list))
        if any(_STOP_INSIDE.search(item.text) for item in items):
            continue
        wrong, right = _odd_mark([item.mark for item in items])
        for item in items:
            if item.mark == scope.texts[item.block][item.at] == wrong:
                message = f"同一组分项，别处用“{right}”，这里用“{wrong}”，应当一致。"
                yield Hit(item.block, item.at, item.at + 1, message, right)


def _odd_mark(marks: Sequence[str]) -> tuple[str, str]:
    """The mark that does not agree with the others, and theirs; a comma among semicolons too."""
    stops, semicolons = marks.count("。"), marks.count("；")
    if stops and semicolons:
        return ("；", "。") if stops > semicolons else ("。", "；")
    if semicolons > max(marks.count("，"), 1):
        return "，", "；"
    return "", ""


_LEADS = re.compile(
    r"(?:[以如下]下|下列|[一二两三四五六七八九几\d](?:点|个|项|条|件|方面|句话)|主要|包括|分别)[^。；：！？]{0,20}$"
)


def _led_by_comma(scope: Scope) -> Iterator[Hit]:
    for of_list in scope.lists:
        first = of_list.labels[0]
        text = scope.texts[first.block]
        at = first.start - 1
        if first.number != 1 or at < 1 or text[at] not in "，,":
            continue
        marks = {item.mark for item in _items(scope, of_list)}
        if "；" in marks and _LEADS.search(text, max(at - 30, 0), at):
            message = "引出下面几项，这里用冒号；逗号管不住用分号隔开的各项。"
            yield Hit(first.block, at, at + 1, message, "：")


RULES = (
    Rule(
        id="B11",
        family=Family.PUNCTUATION,
        title="分项里有句号，项末又用分号",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 A.5",
        why="只要有一项里面用了句号，各项的末尾就都不能再用分号，不然大小倒置。",
        bad=(
            "一是健全制度。制度已经印发⟦；→。⟧二是压实责任⟦；→。⟧三是严格考核。",
            "一要修路。先修村口⟦；→。⟧二要通水。",
            "（1）春季抓播种。三月完成⟦；→。⟧\n（2）夏季抓管护⟦；→。⟧\n（3）秋季抓收割。",
        ),
        good=(
            "一是健全制度。制度已经印发。二是压实责任。三是严格考核。",
            "一是健全制度；二是压实责任；三是严格考核。这三条都要落实。",
            "一要修路；二要通水。修路的钱已经到账。",
        ),
        find=_stops_in_items,
    ),
    Rule(
        id="B12",
        family=Family.PUNCTUATION,
        title="分项之间的标点不一致",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.6.3.3",
        why="分项列举的各项之间用同一种标点，听的人才知道哪些是并列的。",
        bad=(
            "一是修路；二是通水⟦。→；⟧三是架桥；四是建站。",
            "一要摸清底数。二要建好台账⟦；→。⟧三要定期通报。四要严格考核。",
            "（1）抓播种；\n（2）抓管护⟦。→；⟧\n（3）抓收割。",
        ),
        good=(
            "一是修路；二是通水；三是架桥。",
            "一要摸清底数。二要建好台账。三要严格考核。",
            "首先是修路；其次是通水。最后是架桥。",
        ),
        find=_mixed,
    ),
    Rule(
        id="B13",
        family=Family.PUNCTUATION,
        title="用逗号引出分号隔开的各项",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 B.1.4",
        why="分号比逗号大，逗号不能统领用分号隔开的各项，应当用冒号。",
        bad=(
            "下面讲两点⟦，→：⟧一是修路；二是通水。",
            "主要抓好以下工作⟦，→：⟧一是播种；二是管护；三是收割。",
            "经验有三条⟦，→：⟧一是早动手；二是早见效；三是早总结。",
        ),
        good=(
            "下面讲两点：一是修路；二是通水。",
            "下面讲两点，一是修路，二是通水。",
            "大家干劲很足，一是修路；二是通水。",
        ),
        find=_led_by_comma,
    ),
)
