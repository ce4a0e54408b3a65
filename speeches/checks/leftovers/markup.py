"""A22–A23: marks of pages and chats that no speech has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.leftovers.junk import is_junk
from speeches.checks.leftovers.masks import ANYWHERE, EMPHASIS
from speeches.checks.scope import Scope

_ENTITIES: Mapping[str, str] = MappingProxyType(
    {
        "&nbsp;": "",
        "&amp;": "＆",
        "&lt;": "＜",
        "&gt;": "＞",
        "&ldquo;": "“",
        "&rdquo;": "”",
        "&lsquo;": "‘",
        "&rsquo;": "’",
        "&mdash;": "—",
        "&hellip;": "…",
        "&middot;": "·",
    }
)
_MARKUP = re.compile(
    rf"(?P<bold>{EMPHASIS.pattern})"
    r"|&(?:nbsp|amp|lt|gt|quot|[lr][ds]quo|mdash|hellip|middot|#\d{2,5});"
    r"|</?(?:p|br|h[1-6]|div|span|strong|b|i|em|u|a|font|table|tbody|tr|td|ul|ol|li|img|section|center)"
    r"(?:[ 　][^<>\n]{0,200})?/?>"
    r"|(?<![^\n])(?:#{1,6}[ 　]++|#{2,6}|>[ 　]++|-{3,}(?=\n|\Z))"
)
_BULLET = re.compile(
    r"(?<![^\n])(?![★☆]{2})"
    r"(?:[•●◆■▪►▶➤☆★▲◇◎※\uf06c\uf06e\uf075\uf0a7\uf0b2\uf0b7\uf0d8\uf0fc][ 　]*+"
    r"|[·\-*○□][ 　]++|·(?=[\u4e00-\u9fff]))(?=[^\s])"
)


def _markup(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MARKUP, needs="*&<#>-", where=ANYWHERE, raw=True):
        inner = next(filter(None, seen.match.groups()[1:]), "") if seen.match["bold"] else ""
        right = inner or _ENTITIES.get(seen.match[0], "")
        message = "这是网页或排版软件留下的记号，删去。"
        yield Hit(seen.block, seen.start, seen.end, message, right)


def _bullets(scope: Scope) -> Iterator[Hit]:
    message = "讲话稿里不用项目符号，删去或改成序号。"
    for seen in scope.search(_BULLET, where=ANYWHERE, raw=True):
        if not is_junk(scope.texts[seen.block]):
            yield Hit(seen.block, seen.start, seen.end, message, "")


RULES = (
    Rule(
        id="A22",
        family=Family.LEFTOVERS,
        title="网页或排版的记号",
        level=Level.ERROR,
        source="惯例：讲话稿里没有排版记号",
        why="从聊天软件或网页复制来的记号，印出来就是乱码。",
        bad=(
            "⟦**一是**→一是⟧加强领导。",
            "⟦## →⟧下半年工作",
            "抓好落实⟦&nbsp;→⟧。⟦<br>→⟧⟦<strong>→⟧谢谢大家⟦</strong>→⟧！",
        ),
        good=(
            "一是加强领导，二是抓好落实。",
            "3#楼已经封顶，按5*8小时排班。",
            "R&D 投入增长8%，合格率<95%的要整改，>60分算及格。",
        ),
        find=_markup,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="A23",
        family=Family.LEFTOVERS,
        title="段首的项目符号",
        level=Level.WARNING,
        source="惯例：讲话稿用序号，不用项目符号",
        why="项目符号念不出来，听的人也分不清层次。",
        bad=(
            "⟦• →⟧加强组织领导。",
            "⟦★→⟧加强组织领导。\n⟦- →⟧加强督促检查。",
            "⟦◆→⟧抓进度，◆抓质量。",
        ),
        good=(
            "1.加强组织领导。",
            "副题| ——在年中会上的讲话",
            "气温-5摄氏度，用★标出重点·难点。",
        ),
        find=_bullets,
        remedy=Remedy.SUGGESTED,
    ),
)
