"""B20, B26, B32–B34: pauses inside sentences, and too many of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import HAN, Place, Scope

_ETC = r"等(?:等(?=[，。；、）])|(?![级候待额效于同距价外闲边到着我你他她它等不靠要看拖、]))"
_BEFORE_ETC = re.compile(rf"、(?={_ETC})|、?(?:…{{1,2}}|\.{{3,6}})、?(?={_ETC})")


def _etcetera(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_BEFORE_ETC, needs=("、等", "…等", ".等", "…、等")):
        dots = "…" in seen.match[0] or "." in seen.match[0]
        message = "“等”和省略号意思重复，只用一个。" if dots else "“等”前面不用顿号。"
        yield Hit(seen.block, seen.start, seen.end, message, "")


_LED = (
    "做到|就是|包括|要求|强调|指出|如下|即|例如|分别是|主要是|重点是|具体是|体现在|表现为"
    "|方面|工作|措施|(?:以下|下列|[一二两三四五六七八九十]|\\d)[个点项条件][^，。；：:\n、]{0,8}"
)
# A quotation has colons of its own; 15：40 is none.
_COLONS = re.compile(rf"[：:](?<!\d.)(?![\d“])[^。！？；“：:\n]{{0,80}}?(?:{_LED})([：:])(?![\d“])")


def _colons_in_colons(scope: Scope) -> Iterator[Hit]:
    """B26; only a colon behind a word that leads a list, in the reach of another."""
    for seen in scope.search(_COLONS, where={Place.BODY}):
        message = "冒号里面又套冒号，管到哪里分不清，请改写其中一处。"
        yield Hit(seen.block, seen.end - 1, seen.end, message)


_SUFFIX = "[局委办厅部县市区镇乡村校院站所厂馆园路桥]"
_AMONG = re.compile(
    rf"{_SUFFIX}、{HAN}{{1,5}}{_SUFFIX}(，){HAN}{{1,5}}{_SUFFIX}、{HAN}{{1,5}}{_SUFFIX}(?={HAN}{{0,4}}[等和、负])"
)
# 思想建设，队伍建设、作风建设: three of a kind, the last of which ends the clause.
_ALIKE = re.compile(
    rf"(?={HAN}{{4,6}}，){HAN}{{2,4}}(?P<kind>建设|工作|管理|服务|教育|发展|安全|责任|制度|机制|意识|能力)(?P<comma>，)"
    rf"{HAN}{{2,4}}(?P=kind)、{HAN}{{2,4}}(?P=kind)(?=[，。；、等])"
)


def _comma_among_names(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_AMONG, needs=("，",)):
        at = seen.start + seen.match.start(1) - seen.match.start()
        yield Hit(seen.block, at, at + 1, "并列的单位之间都用顿号，这里用了逗号。", "、")
    for seen in scope.search(_ALIKE, needs=("，",)):
        at = seen.start + seen.match.start("comma") - seen.match.start()
        yield Hit(seen.block, at, at + 1, "并列的词语之间都用顿号，这里用了逗号。", "、")


_STOPS = re.compile("[^。！？；：?!;:]+")
_COMMAS = re.compile(r"[，,](?!\d)")
_MOST_COMMAS = 7


def _run_of_commas(scope: Scope) -> Iterator[Hit]:
    for block, text in scope.blocks({Place.BODY}):
        if text.count("，") + text.count(",") <= _MOST_COMMAS:
            continue
        for stretch in _STOPS.finditer(text):
            commas = list(_COMMAS.finditer(text, stretch.start(), stretch.end()))
            if len(commas) > _MOST_COMMAS:
                at = commas[_MOST_COMMAS].start()
                message = "这一句到这里已经有八个逗号，中间没有句号或分号，建议断开。"
                yield Hit(block, at, at + 1, message)


_CRIES = re.compile(r"[！!]+")
_MOST_CRIES = 3
_THANKS = re.compile("谢谢(?:大家|各位)?$")


def _cries(scope: Scope) -> Iterator[Hit]:
    """B34; a call and thanks at the end have theirs, so the fourth in a part is told."""
    begins = [part.blocks.start for part in scope.parts]
    part, count = -1, 0
    for seen in scope.search(_CRIES, needs="！!", where={Place.BODY}):
        here = bisect_right(begins, seen.block)
        part, count = here, count + 1 if here == part else 1
        if len(seen.match[0]) > 1:
            message = "叹号一个就够，连用显得过分。"
            yield Hit(seen.block, seen.start, seen.end, message, "！")
        elif count > _MOST_CRIES and not _THANKS.search(scope.texts[seen.block], 0, seen.start):
            message = "这一部分的叹号已经不少，这里用句号就可以。"
            yield Hit(seen.block, seen.start, seen.end, message, "。")


RULES = (
    Rule(
        id="B20",
        family=Family.PUNCTUATION,
        title="“等”前面的顿号和省略号",
        level=Level.ERROR,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 B.1.2、A.9.2",
        why="“等”已经表示列举未尽，前面不用顿号，也不和省略号并用。",
        bad=(
            "修好道路、桥梁⟦、→⟧等设施。",
            "种了桃树、李树⟦……→⟧等果树。",
            "走访张村、李村⟦、→⟧等五个村。",
        ),
        good=(
            "修好道路、桥梁等设施。",
            "评出一等、二等、等外三类。",
            "种了桃树、李树……",
        ),
        find=_etcetera,
    ),
    Rule(
        id="B26",
        family=Family.PUNCTUATION,
        title="冒号套冒号",
        level=Level.WARNING,
        source="GB/T 15834—2011 4.7.3.5",
        why="一句话里套用两层冒号，听不出哪一层管到哪里。",
        bad=(
            "今年的要求：一是做到⟦：⟧人人有责。",
            "会议明确：工作措施⟦：⟧修路、架桥、通水。",
            "他提醒大家：重点是⟦：⟧防火、防汛。",
        ),
        good=(
            "今年的要求：一是做到人人有责。",
            "会议15：40开始，分三步：动员、部署、检查。",
            "他强调：“要快。”他要求：先修路。",
        ),
        find=_colons_in_colons,
    ),
    Rule(
        id="B32",
        family=Family.PUNCTUATION,
        title="并列单位之间的逗号",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.5.3.1、B.1.1",
        why="同一组并列的词语之间用顿号，中间夹一个逗号，就像断成了两组。",
        bad=(
            "农业局、水利局⟦，→、⟧林业局、气象局等部门密切配合。",
            "东山镇、西山镇⟦，→、⟧南河乡、北河乡和中心村同步推进。",
            "小桥村、大桥村⟦，→、⟧张家村、李家村等村已经通水。",
        ),
        good=(
            "农业局、水利局、林业局、气象局等部门密切配合。",
            "抓春耕、促生产，强管护、保丰收等工作同步推进。",
            "农业局、水利局负责，林业局、气象局配合。",
        ),
        find=_comma_among_names,
    ),
    Rule(
        id="B33",
        family=Family.PUNCTUATION,
        title="一逗到底",
        level=Level.HINT,
        source="GB/T 15834—2011 4.1.3.1",
        why="句子里逗号太多，听的人分不出层次，念的人也没有换气的地方。",
        bad=(
            "春天来了，雪化了，河开了，草绿了，花开了，人忙了，地翻了，种下了⟦，⟧苗出来了。",
            "一早出门，走进村，进了院，坐上炕，拉家常，问收成，查台账，看项目⟦，⟧算细账，记下来。",
            "建了路，修了桥，通了水，架了电，种了树，盖了房，办了学，开了店⟦，⟧来了客，挣了钱，还了账。",
        ),
        good=(
            "春天来了，雪化了，河开了，草绿了。花开了，人忙了，地翻了，种下了，苗出来了。",
            "建了路，修了桥，通了水，架了电；种了树，盖了房，办了学，开了店，来了客，挣了钱。",
            "建了路，修了桥，通了水，架了电，种了树，盖了房，办了学，开了店。",
        ),
        find=_run_of_commas,
    ),
    Rule(
        id="B34",
        family=Family.PUNCTUATION,
        title="叹号过多",
        level=Level.HINT,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.3.3.3",
        why="叹号表示强烈的语气，用多了反而没有力量。",
        bad=(
            "谢谢大家⟦！！！→！⟧",
            "干⟦！！→！⟧今年一定要干成！",
            "干！快干！大干！实干⟦！→。⟧",
        ),
        good=(
            "让我们共同努力！谢谢大家！",
            "干！快干！大干！实干。",
            "怎么会这样？！",
        ),
        find=_cries,
    ),
)
