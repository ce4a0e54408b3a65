"""F1, F2, F8, F10, F11, F21: words that are wrong in themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.listed import listed, of_list, said_of
from speeches.checks.scope import Scope
from speeches.checks.words import List

# 既使甲受益，又使乙受益 is right: 既使 is a misspelling only before words that concede, and where
# no 又 or 也使 answers it.
_EVEN_IF = re.compile(
    r"既使(?=是|如此|这样|再(?![生次造度制就保])"
    r"|[^，。；：！？\n]{1,10}再[^，。；：！？\n]{1,4}，(?:也|都|仍)"
    r"|(?:在|有|没有|最|遇到|面对|出现|暂时|一时)[^，。；：！？\n]{1,16}，[^，。；：！？\n]{0,6}?"
    r"(?:也|都)(?:要|不|应|得|必须|绝|决))"
    r"(?![^。！？；\n]{0,60}?(?:又|还使|也使|也让|也要使|也要让|也能使|更使))"
)
_misspellings = of_list(List.MISSPELLINGS)
# Of the words whose source says so one form is recommended, and the other one not wrong.
_RECOMMENDED = "推荐词形"
# 象 for 像, where something is likened: the word stands alone, and 一样 follows.
_LIKE = re.compile(
    r"(?:(?<![\u3400-\u9fff])|(?<=[要就也都好更不能才是]))象"
    r"(?=(?![征棋牙山形限样素群鼻腿州屿湖岭溪塘])[^，。；：！？、\n象]{1,14}?(?:一样|似的|那样|这样))"
)
# What stands twice; and what may stand before (目的的变化) and behind (的的确确) where it is right.
_TWICE = re.compile(r"([的了很也被把及就])\1")
_WORDS = (
    "进一步|切实|不断|我们|他们|必须|大力|积极|深入|坚持|确保|努力|通过|以及|对于|关于|由于|因为|所以|但是"
    "|同时|并且|而且"
)
_WORD_TWICE = re.compile(rf"({_WORDS})\1(?![，、]?再|率)")
_ANY_TWICE = tuple(word * 2 for word in _WORDS.split("|"))
_RIGHT_BEFORE = {"的": "目标中之打有", "把": "一几"}
_RIGHT_BEHIND = {
    "的": "确士哥喀",
    "了": "解无断不却结然",
    "也": "许门",
    "被": "子褥套审告执征害检监查诉选调拆",
    "把": "关脉手握门控",
    "及": "时早格",
    "就": "业是地近此医诊任学读餐位要着义",
}
# 总算了了心事: only behind these verbs is 了了 surely one too many.
_FINISHED = re.compile(
    r"(?:完成|取得|召开|开展|作出|形成|解决|实现|提高|达到|印发|制定|出台|组织|举办|建立|推动)$"
)


def _misspelt(scope: Scope) -> Iterator[Hit]:
    yield from _misspellings(scope)
    for seen in scope.search(_EVEN_IF, needs=("既使",)):
        message = "“既使”应为“即使”：表示让步用“即”。"
        yield Hit(seen.block, seen.start, seen.end, message, "即使")


def _in_old_writing(scope: Scope) -> Iterator[Hit]:
    for word in listed(scope, List.VARIANTS):
        entry, level, message = word.entry, None, said_of(word)
        if entry.source.endswith(_RECOMMENDED):
            level, message = Level.WARNING, f"“{entry.term}”推荐写作“{entry.right}”。"
        yield Hit(word.block, word.start, word.end, message, entry.right, level)
    for seen in scope.search(_LIKE, needs=("一样", "似的", "那样", "这样")):
        yield Hit(seen.block, seen.start, seen.end, "打比方用“像”，不用“象”。", "像")


def _doubled(scope: Scope) -> Iterator[Hit]:
    for seen in (*scope.search(_TWICE), *scope.search(_WORD_TWICE, needs=_ANY_TWICE)):
        text, word = scope.texts[seen.block], seen.match[1]
        if not _is_right(
            word, text[max(seen.start - 2, 0) : seen.start], text[seen.end : seen.end + 1]
        ):
            yield Hit(seen.block, seen.start, seen.end, f"“{word}”重复，删去一个。", word)


def _is_right(word: str, before: str, behind: str) -> bool:
    """Whether a doubled word is two words: 目的 and 的, 及 and 及时."""
    if word == "了" and not _FINISHED.fullmatch(before):
        return True
    if before and before[-1] in _RIGHT_BEFORE.get(word, ""):
        return True
    return bool(behind) and behind in _RIGHT_BEHIND.get(word, "")


RULES: tuple[Rule, ...] = (
    Rule(
        id="F1",
        family=Family.WORDING,
        title="错别字",
        level=Level.ERROR,
        source="《现代汉语词典》第7版；词表“易错词”",
        why="这些写法在任何上下文里都不对，多是同音、形近字误用。",
        bad=(
            "会议对下阶段工作作了⟦布署→部署⟧。",
            "要认真⟦惯彻→贯彻⟧会议精神，把任务落到实处。",
            "⟦既使→即使⟧再难，也要按时完成。",
            "希望大家⟦再接再励→再接再厉⟧，作出新的贡献。",
        ),
        good=(
            "会议对下阶段工作作了部署。",
            "领导小组发布署名文章，介绍试点经验。",
            "这项措施既使群众少跑路，又使部门减负担。",
            "大家同心协力渡过难关。",
        ),
        find=_misspelt,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F2",
        family=Family.WORDING,
        title="录入错误",
        level=Level.ERROR,
        source="《现代汉语词典》第7版；词表“录入错误”",
        why="输入法选错字、多打或漏打一个字，不成词语。",
        bad=(
            "各单位要⟦认请→认清⟧形势，坚定信心。",
            "下面，我就⟦就如果做好→就如何做好⟧招生工作讲三点意见。",
            "措施要⟦具体细地→具体细致地⟧写进方案。",
        ),
        good=("各单位要认清形势，坚定信心。", "请按要求确认请示内容。", "就如何做好工作提出建议。"),
        find=of_list(List.SLIPS),
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="F8",
        family=Family.WORDING,
        title="不规范用字",
        level=Level.ERROR,
        source="《通用规范汉字表》（2013）；《第一批异形词整理表》（2001）",
        why="国家已经整理规范的字词，公文用规范的一个。",
        bad=(
            "专项资金要单独建立⟦台帐→台账⟧。",
            "⟦其它→其他⟧学校也要参照执行。",
            "要⟦象→像⟧爱护眼睛一样爱护校园环境。",
        ),
        good=("专项资金要单独建立台账。", "受灾群众住进了帐篷。", "大象一样的体格，不等于健康。"),
        find=_in_old_writing,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F10",
        family=Family.WORDING,
        title="词语重复啰唆",
        level=Level.ERROR,
        source="《现代汉语词典》第7版；惯例",
        why="一个词里已经有的意思，不必再说一遍。",
        bad=(
            "改革⟦涉及到→涉及⟧每一个家庭。",
            "参赛选手⟦凯旋归来→凯旋⟧。",
            "大家⟦亲眼目睹→目睹⟧了学校的变化。",
        ),
        good=("改革涉及每一个家庭。", "参赛选手胜利归来。", "大家亲眼看到了学校的变化。"),
        find=of_list(List.PLEONASMS),
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F11",
        family=Family.WORDING,
        title="字词重复",
        level=Level.ERROR,
        source="惯例",
        why="复制、改稿时常留下重复的字词。",
        bad=(
            "这是群众最关心⟦的的→的⟧事情。",
            "要⟦进一步进一步→进一步⟧压实责任。",
            "上半年完成⟦了了→了⟧全部招生任务。",
        ),
        good=(
            "这件事的的确确不容易。",
            "大家了解了了解群众诉求的办法。",
            "坚持坚持再坚持，就能见到成效。",
        ),
        find=_doubled,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F21",
        family=Family.WORDING,
        title="生造、替换的词语",
        level=Level.WARNING,
        source="惯例；词表“生造词”",
        why="网上拼凑的文稿常把固定说法换成近义词，读来不通。",
        bad=(
            "各处室要主动⟦承当责任⟧，不等不靠。",
            "对重点项目实行⟦转动调度⟧。",
            "奋力⟦首创新局面⟧。",
        ),
        good=("各处室要主动承担责任，不等不靠。", "对重点项目实行滚动调度。", "奋力开创新局面。"),
        find=of_list(List.SPUN, mended=False),
    ),
)
