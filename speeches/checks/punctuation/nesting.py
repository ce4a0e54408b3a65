"""B6, B7, B31: quotes in quotes, titles in titles, brackets in brackets (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.punctuation.brackets import DOUBLE, ROUND, TITLE, Kind, paired
from speeches.checks.scope import SAID, Scope


def _nested(scope: Scope, kind: Kind, twice: str) -> Iterator[tuple[int, str, int, int]]:
    """Block, text, start and end of each pair that stands directly in one of its kind."""
    if not re.search(twice, scope.plain):
        return
    for block, text in scope.blocks(SAID):
        found = paired(text, kind)
        if not found.opened and not found.closed:
            for (start, end), depth in zip(found.pairs, found.depths, strict=True):
                if depth % 2:
                    yield block, text, start, end


def _quotes_in_quotes(scope: Scope) -> Iterator[Hit]:
    for block, text, start, end in sorted(_nested(scope, DOUBLE, "“[^“”\n]{0,300}“")):
        message = "引号里面再用引号，里面一层应当用单引号‘’。"
        yield Hit(block, start, end + 1, message, f"‘{text[start + 1 : end]}’")


def _titles_in_titles(scope: Scope) -> Iterator[Hit]:
    for block, _, start, end in _nested(scope, TITLE, "《[^《》\n]{0,100}《"):
        for at, fix in ((start, "〈"), (end, "〉")):
            yield Hit(block, at, at + 1, "书名号里面再用书名号，里面一层应当用单书名号〈〉。", fix)


_LONGEST_TITLE = 100
_NUMBER = re.compile(r"[一二三四五六七八九十\d]{1,3}")


def _brackets_in_brackets(scope: Scope) -> Iterator[Hit]:
    """B31; those of a name or a number are no fault: （见《办法（试行）》（一））."""
    for block, text, start, end in _nested(scope, ROUND, r"[（(][^（()）\n]{0,200}[（(]"):
        near = max(start - _LONGEST_TITLE, 0)
        in_title = text.rfind("《", near, start) > text.rfind("》", near, start)
        if not in_title and not _NUMBER.fullmatch(text, start + 1, end):
            yield Hit(block, start, end + 1, "括号里面又用了同样的括号，请换一种写法。")


RULES = (
    Rule(
        id="B6",
        family=Family.PUNCTUATION,
        title="引号里面的引号",
        level=Level.ERROR,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.8.3.4",
        why="引号里面再用引号时，外面一层用双引号，里面一层用单引号。",
        bad=(
            "他说：“要把⟦“河长制”→‘河长制’⟧抓到底。”",
            "会议强调：“⟦“菜篮子”→‘菜篮子’⟧要拎稳。”",
            "来信写道：“这是⟦“暖心工程”→‘暖心工程’⟧，我们满意。”",
        ),
        good=(
            "他说：“要把‘河长制’抓到底。”",
            "“菜篮子”“米袋子”都要拎稳。",
            "“河长制”要抓，“林长制”也要抓。",
        ),
        find=_quotes_in_quotes,
    ),
    Rule(
        id="B7",
        family=Family.PUNCTUATION,
        title="书名号里面的书名号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.15.3.5",
        why="书名号里面再用书名号时，外面一层用双书名号，里面一层用单书名号。",
        bad=(
            "印发《关于贯彻⟦《→〈⟧河道管理办法⟦》→〉⟧的通知》。",
            "学习《⟦《→〈⟧条例⟦》→〉⟧释义》。",
            "出台《⟦《→〈⟧林长制规定⟦》→〉⟧实施细则》，召开推进会。",
        ),
        good=(
            "印发《关于贯彻〈河道管理办法〉的通知》。",
            "印发《河道管理办法》《林长制规定》。",
            "先学《条例》，再学《细则》。",
        ),
        find=_titles_in_titles,
    ),
    Rule(
        id="B31",
        family=Family.PUNCTUATION,
        title="括号里面的括号",
        level=Level.WARNING,
        source="GB/T 15834—2011 4.9.3.6",
        why="同一种括号应当避免套用，套用了不好读，也念不出来。",
        bad=(
            "各单位（含直属单位⟦（站、所）⟧）都要参加。",
            "名单附后（共三批⟦（第三批待定）⟧）。",
            "新增岗位（编内⟦（两个）⟧，编外⟦（三个）⟧）。",
        ),
        good=(
            "各单位（含直属单位）都要参加（站、所除外）。",
            "按规定执行（见《河道管理办法（试行）》）。",
            "各单位（含直属单位〔站、所〕）都要参加。",
        ),
        find=_brackets_in_brackets,
    ),
)
