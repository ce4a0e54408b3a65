"""B23, B24, B30: the marks behind headings and salutations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import Label, Style
from speeches.checks.scope import HAN, Place, Scope

_HEADING_END = re.compile(r"[。；，：、;,:]+[ \u3000]*$|(?<![.\d])\.[ \u3000]*$")
_SPOKEN_INSIDE = re.compile(rf"[。；！？]|(?<={HAN})[.．](?={HAN})")
_REFERS = re.compile(r"[（(][^（()）]{1,3}[）)][、和与及至]?[（(]")  # （一）、（二）两项
_COMMAS = re.compile("[，,]")
_ITEM_ENDS = ("；", ";")
_TITLE = re.compile("在[^，。；]{4,40}上的(?:讲话|发言|报告|致辞)。$")  # the first line
_LONGEST = 35


def _mark_behind_heading(scope: Scope) -> Iterator[Hit]:
    """B23; a sentence that is numbered and stands by itself is no heading."""
    items = _items(scope)
    for block, text in scope.blocks({Place.TITLE, Place.HEADING, Place.BODY}):
        if scope.places[block] is Place.BODY and (block or not _TITLE.match(text)):
            continue
        match = _HEADING_END.search(text, max(len(text) - 6, 0))
        if not match or not match.start() or _leads(scope, block, match[0]):
            continue
        if (
            block in items
            or _REFERS.match(text)
            or (block and scope.texts[block - 1].endswith(_ITEM_ENDS))
        ):
            continue
        words = text[: match.start()]
        if (
            len(words) <= _LONGEST
            and not _SPOKEN_INSIDE.search(words)
            and len(_COMMAS.findall(words)) <= 1
        ):
            message = "标题末尾不用标点。"
            yield Hit(block, match.start(), match.end(), message, "")


def _leads(scope: Scope, block: int, mark: str) -> bool:
    """Whether a line that stands for a title leads what follows (…讲了三个方面的意见：)."""
    return scope.places[block] is Place.TITLE and mark.startswith(("：", ":"))


def _items(scope: Scope) -> set[int]:
    """The blocks of lists whose items are short sentences: nothing stands between two of them, or
    another of the list has its text in the same paragraph."""
    found: set[int] = set()
    for of_list in scope.lists:
        blocks = [label.block for label in of_list.labels if label.opens]
        if any(scope.places[block] is Place.BODY for block in blocks):
            found.update(blocks)
        for before, behind in pairwise(blocks):
            if behind == before + 1:
                found.update((before, behind))
    return found


_LEVELS = frozenset({Style.HAN_BRACKETED, Style.ARABIC, Style.ARABIC_BRACKETED})
_RUN_IN = re.compile(r"[^。！？；，：、\n]{2,25}([。，；：])")
_NEXT_STOP = re.compile(r"[^。！？；\n]{0,30}。")


def _mark_behind_run_in(scope: Scope) -> Iterator[Hit]:
    """B24; only where the other headings of the list end in 。 and this is no heading of two."""
    for of_list in scope.lists:
        labels = [label for label in of_list.labels if _leads_paragraph(scope, label)]
        if of_list.labels[0].style not in _LEVELS or len(labels) < 3:
            continue
        heads = [(label, _RUN_IN.match(scope.texts[label.block], label.end)) for label in labels]
        stops = sum(match is not None and match[1] == "。" for _, match in heads)
        if stops * 3 < len(labels) * 2:
            continue
        for label, match in heads:
            if match and _is_odd(scope.texts[label.block], match):
                name = _NAMES[match[1]]
                message = f"并列的小标题都以句号结束，这里用了{name}。"
                yield Hit(label.block, match.end() - 1, match.end(), message, "。")


_NAMES = {"，": "逗号", "；": "分号", "：": "冒号"}


def _is_odd(text: str, match: re.Match[str]) -> bool:
    """Whether text follows a heading with another mark than 。; of two clauses it is one."""
    if match[1] == "，":
        return not _NEXT_STOP.match(text, match.end())
    return match[1] != "。" and text.endswith("。")


def _leads_paragraph(scope: Scope, label: Label) -> bool:
    return label.opens and scope.places[label.block] is Place.BODY


_CALLS = re.compile(
    r"(?:(?:尊敬的)?(?:同志们|各位(?:代表|委员|领导|来宾|同志|老师)|老师们|同学们|朋友们)[，、,]?){1,4}[。；;]?"
)


def _salutation(scope: Scope) -> Iterator[Hit]:
    """B30; 同志们！ is a cry and left alone."""
    for block, text in scope.blocks({Place.TITLE, Place.SALUTATION, Place.BODY}):
        words = text.rstrip(" \u3000")
        if not _is_salutation(scope, block, words) or words[-1:] in ("：", ":", "！", "!", ""):
            continue
        last = len(words) - 1
        fix = "：" if words[last] in "，。；、,;." else f"{words[last]}："
        yield Hit(block, last, last + 1, "称呼后面用冒号。", fix)


def _is_salutation(scope: Scope, block: int, words: str) -> bool:
    """A salutation of several lines has its colon in the last."""
    following = (*scope.texts[block + 1 : block + 2], "")[0].rstrip("：: \u3000")
    if _CALLS.fullmatch(following) or Place.SALUTATION in scope.places[block + 1 : block + 2]:
        return False
    return scope.places[block] is Place.SALUTATION or bool(_CALLS.fullmatch(words))


RULES = (
    Rule(
        id="B23",
        family=Family.PUNCTUATION,
        title="标题末尾的标点",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.4",
        why="单独成行的标题末尾通常不用标点，需要时只用问号、叹号或省略号。",
        bad=(
            "标题| 一、上半年工作回顾⟦。→⟧",
            "题| 在春耕工作会议上的讲话⟦。→⟧",
            "标题| （二）抓好管护⟦：→⟧",
        ),
        good=(
            "标题| 一、上半年工作回顾",
            "题| 路怎么走？",
            "（一）抓好播种。按时完成任务。",
        ),
        find=_mark_behind_heading,
    ),
    Rule(
        id="B24",
        family=Family.PUNCTUATION,
        title="段首小标题后面的标点",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="惯例：段首小标题用句号与正文隔开",
        why="同一组小标题用一样的标点，小标题和正文才分得开。",
        bad=(
            "（一）春耕开局良好。面积稳中有增。\n（二）水利建设加快。渠道全线贯通。\n（三）村容村貌改善⟦，→。⟧全县拆除旧棚三百多处，新建公厕二百座，种下绿树五万多棵，群众都说好。",
            "1.抓播种。三月完成。\n2.抓管护⟦，→。⟧组织干部下田头、进大棚、到农户，一户一户送技术，一块一块查苗情。\n3.抓收割。九月完成。",
            "（1）路通了。共三十里。\n（2）水通了。共五十户。\n（3）电通了。共八十户。\n（4）人心齐了⟦，→。⟧大家有钱的出钱、有力的出力，不到半年就把多年没有办成的事情办成了。",
        ),
        good=(
            "（一）春耕开局良好。面积稳中有增。\n（二）水利建设加快。渠道全线贯通。\n（三）改善村容，提升村貌。全县拆除旧棚。",
            "（一）开展春耕，面积增加。\n（二）兴修水利，渠道贯通。\n（三）改善村容，拆除旧棚。",
            "（一）春耕开局良好。\n（二）水利建设加快。\n（三）村容村貌改善。",
        ),
        find=_mark_behind_run_in,
    ),
    Rule(
        id="B30",
        family=Family.PUNCTUATION,
        title="称呼后面没有冒号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.7.3.4",
        why="讲话稿开头的称呼后面用冒号，表示下面是对他们说的话。",
        bad=(
            "称呼| 同志们⟦，→：⟧",
            "称呼| 各位代表⟦。→：⟧",
            "称呼| 各位领导、同志⟦们→们：⟧",
        ),
        good=(
            "称呼| 同志们：",
            "同志们，让我们共同努力！",
            "称呼| 尊敬的各位领导，\n称呼| 同志们：",
        ),
        find=_salutation,
    ),
)
