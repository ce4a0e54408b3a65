"""F. Words and sentences: words that are confused, and the families beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.listed import of_list
from speeches.checks.scope import Scope
from speeches.checks.words import List

# 截止 is what happens on a day (报名截止到7月底); at the head of a clause it says up to when a
# number counts, and that is 截至.
_UP_TO = re.compile(
    r"(?<![\u3400-\u9fff])截止到?"
    r"(?=[ \u3000]?(?:\d|[一二三四五六七八九十]{1,3}月|去年|今年|本月|上月|月底|年底|目前|现在"
    r"|昨|今天|当前))"
)
_MADE = re.compile(
    r"做出(?=了?(?!成绩|样子|特色|亮点|榜样|实效|品牌|名堂)[^，。；：！？、\n]{0,10}?"
    r"(?:贡献|部署|决定|决策|安排|承诺|指示|批示|表率|牺牲|回应|判断|规定|选择|解释|裁决|调整|努力))"
)
_BEST = re.compile(
    r"(?:创下|创造|创了|创(?=历史|新|最|全|世界)|刷新|打破|改写|突破)了?[^，。；：！？\n]{0,8}?(?P<jilu>记录)"
    r"(?![仪片员本表单系簿人者])"
    r"|(?:会议|谈话|考勤|工作|值班|询问|如实|台账|巡查)(?P<record>纪录)(?!片)|(?P<kept>纪录)(?=在案|在册)"
)
_FULLY = (
    "全面|实在|到位|扎实|深入|透彻|出色|漂亮|及时|认真|具体|清楚|明白|精彩|充分|不错|严格|稳妥|细致"
    "|好|快|实|细|紧|严|稳|深|准|活"
)
_DE_AFTER = re.compile(
    r"(?<=[讲说干抓谈写走跑办学管做])的"
    rf"(?=(?:很|非常|十分|比较|相当|特别|更加?)(?:{_FULLY})(?![\u3400-\u9fff]))"
    rf"|(?:坚持|完成|落实|执行|推进|开展|恢复)(?P<done>的)"
    rf"(?=(?:很|非常|十分|比较|相当|特别|更加?)?(?:{_FULLY})(?:[，。；！]|\Z))"
)
_DE_BEFORE_NOUN = re.compile(
    r"(?:(?:进行|作|作出|给予|予以|提出|开展)了?(?:一次|更)?|表示[^，。；！？\n]{0,8}?)"
    r"(?:衷心|诚挚|精准|全面|系统|深入|具体|细致|认真|详细|周密|深刻|充分|科学|有力|及时|精彩|热情)(?P<de>地)"
    r"(?=(?:点评|部署|总结|分析|研究|安排|指导|回应|支持|帮助|调研|检查|梳理|剖析|阐述|说明|感谢|祝贺|慰问){1,2}"
    r"(?![\u3400-\u9fff]))"
)
# The subject is lost only where the sentence begins with the preposition and 使 begins a clause.
_NO_SUBJECT = re.compile(
    r"(?<![^。！？\n])(?:\s?)(?P<by>通过|经过|由于|随着)[^，。；：！？\n使让]{2,36}，(?P<make>使得?)(?![用劲命馆者节团臣])"
)


def _until(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_UP_TO, needs=("截止",)):
        message = "“截止”是到期停止，说数字算到哪一天用“截至”。"
        yield Hit(seen.block, seen.start, seen.end, message, "截至")


def _done(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_MADE, needs=("做出",)):
        message = "贡献、部署、决定等抽象的事用“作出”。"
        yield Hit(seen.block, seen.start, seen.end, message, "作出")


def _records(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_BEST, needs=("记录", "纪录")):
        group = seen.match.lastgroup or 0
        start = seen.start + seen.match.start(group) - seen.match.start()
        right = "纪录" if group == "jilu" else "记录"
        message = "最好成绩是“纪录”，写下来的内容是“记录”。"
        yield Hit(seen.block, start, start + 2, message, right)


def _de(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_DE_AFTER, needs=("的",)):
        message = "说做得怎么样，动词后用“得”。"
        yield Hit(seen.block, seen.end - 1, seen.end, message, "得")
    for seen in scope.search(_DE_BEFORE_NOUN, needs=("地",)):
        at = seen.start + seen.match.start("de") - seen.match.start()
        yield Hit(seen.block, at, at + 1, "名词前用“的”，不用“地”。", "的")


def _without_subject(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_NO_SUBJECT, needs=("，使",)):
        start = seen.start + seen.match.start("make") - seen.match.start()
        by, make = seen.match["by"], seen.match["make"]
        message = f"“{by}……，{make}……”没有主语，删去“{by}”或“{make}”。"
        yield Hit(seen.block, start, start + len(make), message, "")


RULES: tuple[Rule, ...] = (
    Rule(
        id="F3",
        family=Family.WORDING,
        title="截止与截至",
        level=Level.WARNING,
        source="《现代汉语词典》第7版",
        why="“截止”后面不带时间，“截至”后面必须带时间。",
        bad=(
            "⟦截止→截至⟧7月底，项目全部开工。",
            "⟦截止到→截至⟧2026年6月，入学登记已经完成。",
            "⟦截止→截至⟧目前，整改完成九成。",
        ),
        good=(
            "截至7月底，项目全部开工。",
            "网上报名截止到7月底。",
            "截止日期是7月10日。",
        ),
        find=_until,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F4",
        family=Family.WORDING,
        title="做出与作出",
        level=Level.WARNING,
        source="惯例；《现代汉语词典》第7版",
        why="抽象的事用“作出”，具体的成绩、样子用“做出”。",
        bad=(
            "全体教师⟦做出→作出⟧了重大贡献。",
            "局党委⟦做出→作出⟧决定。",
            "对下半年工作⟦做出→作出⟧全面部署。",
        ),
        good=("全体教师作出了重大贡献。", "在课堂上做出成绩。", "做出了样子，带好了头。"),
        find=_done,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="F5",
        family=Family.WORDING,
        title="记录与纪录",
        level=Level.WARNING,
        source="《现代汉语词典》第7版",
        why="“纪录”是最好的成绩，“记录”是写下来或写下来的内容。",
        bad=(
            "今年高考成绩打破历史⟦记录→纪录⟧。",
            "参赛队刷新全省⟦记录→纪录⟧。",
            "会议⟦纪录→记录⟧要由专人保管。",
        ),
        good=(
            "今年高考成绩打破历史纪录。",
            "打破了执法记录仪使用不规范的局面。",
            "会议记录要由专人保管。",
        ),
        find=_records,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="F6",
        family=Family.WORDING,
        title="容易混淆的词",
        level=Level.WARNING,
        source="《现代汉语词典》第7版；词表“易混词”",
        why="音近、形近的词各有各的用处，这里的搭配一般用另一个。",
        bad=(
            "要公开⟦权利清单→权力清单⟧，接受监督。",
            "群众⟦反应问题→反映问题⟧的渠道要畅通。",
            "处置迟缓，⟦以至造成→以致造成⟧被动。",
        ),
        good=("要公开权力清单，接受监督。", "群众反映问题的渠道要畅通。", "依法保障学生的权利。"),
        find=of_list(List.CONFUSABLES),
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="F7",
        family=Family.WORDING,
        title="的、地、得",
        level=Level.WARNING,
        source="《现代汉语词典》第7版",
        why="名词前用“的”，动词前用“地”，动词后说程度、结果用“得”。",
        bad=(
            "刚才几位同志讲⟦的→得⟧很全面。",
            "今年的工作抓⟦的→得⟧非常扎实。",
            "会议对试点工作进行了精准⟦地→的⟧点评。",
        ),
        good=(
            "刚才几位同志讲得很全面。",
            "会上讲的很多事情要抓紧办。",
            "会议精准地点评了试点工作。",
        ),
        find=_de,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="F9",
        family=Family.WORDING,
        title="缺少主语",
        level=Level.ERROR,
        source="惯例：成分残缺",
        why="“通过……，使……”把主语放进了介词后面，句子没有主语。",
        bad=(
            "通过开展结对帮扶，⟦使→⟧乡村学校教学水平明显提高。",
            "上半年开局良好。由于措施得力，⟦使→⟧安全形势持续稳定。",
            "随着新校启用，⟦使得→⟧学位紧张有所缓解。",
        ),
        good=(
            "开展结对帮扶，使乡村学校教学水平明显提高。",
            "要通过开展结对帮扶，使乡村学校教学水平明显提高。",
            "通过开展结对帮扶，我们使乡村学校教学水平明显提高。",
        ),
        find=_without_subject,
        remedy=Remedy.SUGGESTED,
    ),
)
