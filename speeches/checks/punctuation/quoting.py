"""B18, B19, B27–B29: marks beside quotes and title marks, and which of the two a name takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import HAN, SAID, Scope
from speeches.checks.words import List

# Where other words stand in the same list its marks are needed.
_CHAINS = re.compile(
    r"(?<!、)(?:“[^“”\n]{1,30}”(?:、(?=“))?){2,20}+(?![、和及与])|(?<!、)(?:《[^《》\n]{1,60}》(?:、(?=《))?){2,20}+(?![、和及与])"
)


def _needless_marks(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_CHAINS, needs=("”、“", "》、《")):
        for match in re.finditer(r"(?<=[”》])、(?=[“《])", seen.match[0]):
            at = seen.start + match.start()
            names = "书名号" if seen.match[0][0] == "《" else "引号"
            yield Hit(seen.block, at, at + 1, f"并列的{names}之间通常不用顿号。", "")


_NOTED = re.compile(r"(?:(?<=》)|(?<=”))[（(][^（）()\n]{1,20}([）)])(?=[《“])")


def _missing_marks(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_NOTED, needs=("）《", "）“", ")《", ")“")):
        yield Hit(
            seen.block,
            seen.end - 1,
            seen.end,
            "并列的两项之间插有括注，中间宜用顿号。",
            f"{seen.match[1]}、",
        )


_EVENTS = re.compile(
    r"《([^《》\n]{2,30}?"
    r"(?:(?:誓师|动员|表彰|总结|推进|座谈|交流|汇报|现场|部署|动员部署|总结表彰|推进工作|工作)(?:大会|会议|会)"
    r"|(?:启动|开工|揭牌|签约|颁奖|授牌)仪式"
    r"|(?:主题|实践|创建|志愿服务|系列|宣传|竞赛|评选|教育|慰问)活动"
    r"|(?:专项|整治|攻坚|提升|百日|志愿)行动"
    r"|(?:民生|惠民|示范|提升|推进|引领|培育|振兴)工程))》"
    r"|《([^《》\n]{2,20})》(?=(?:荣誉)?称号)"
    r"|(?:(?<=实施|启动|开展|举办|承办|举行|召开)|(?<=(?:实施|启动|开展|举办|承办|举行|召开)了))"
    r"《([^《》\n]{1,20}(?:工程|行动|活动|艺术节|文化节|运动会|大赛|会议|大会))》(?!文件|方案|要求|精神|意见|通知|规定)"
    r"|(?<=开展|启动|举办)《([^《》\n]{2,12})》(?<![法典例案划见要知南录书准规条]》)(?=活动|行动|工程|仪式|大会)"
)


def _no_works(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_EVENTS, needs=("》",)):
        name = seen.match[0][1:-1]
        message = "会议、活动、工程、称号等不是作品，不用书名号，需要突出时用引号。"
        yield Hit(seen.block, seen.start, seen.end, message, f"“{name}”")


_GOES_ON = re.compile("实施|办法|细则|释义|修正|草案|解读")
_IN_MARKS = re.compile(r"《[^《》\n]{1,100}》|“[^“”\n]{1,100}”|〈[^〈〉\n]{1,60}〉")


def _bare_documents(scope: Scope) -> Iterator[Hit]:
    """B28; inside quotes or a longer name the words are somebody's own."""
    found = scope.words[List.DOCUMENTS]
    marked = [match.span() for match in _IN_MARKS.finditer(scope.text)] if found else []
    for word in found:
        start = scope.offset(word.block, word.start)
        if scope.places[word.block] not in SAID or any(a < start < b for a, b in marked):
            continue
        if not _GOES_ON.match(scope.texts[word.block], word.end):
            name = scope.texts[word.block][word.start : word.end]
            message = f"“{name}”是文件名称，应当加书名号。"
            yield Hit(word.block, word.start, word.end, message, f"《{name}》")


_TWICE = re.compile(r"(?<=：)“[^“”\n]{3,200}[。！？](”。)")
_SAID_WHOLE = re.compile(
    r"(?<=[说道出调讲求写示])：“[^“”。！？\n]{2,80}，[^“”。！？…\n]{2,100}(”。)"
)
_WORD = re.compile(rf"(?<={HAN})“[^“”，。；：、！？\n]{{1,15}}(。”)(?=$|{HAN})", re.MULTILINE)
_WORD_ON = re.compile(rf"(?<={HAN})“[^“”，。；：、！？\n]{{1,8}}(，”)(?={HAN})")
_WORD_AND = re.compile(rf"(?<={HAN})“[^“”，。；：、！？\n]{{1,8}}(；”)(?={HAN})")
_SAYS = frozenset("说道讲写曰云：")
_OF_QUOTES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (_TWICE, "”", "引文是完整的句子，后引号前面已有标点，后面不再用句号。"),
    (_SAID_WHOLE, "。”", "完整引用别人的话，句号放在后引号里面。"),
    (_WORD, "”。", "引号里只是句子的一部分，句号放在后引号外面。"),
    (_WORD_ON, "”，", "引号里只是句子的一部分，逗号放在后引号外面。"),
    (_WORD_AND, "”；", "引号里只是句子的一部分，分号放在后引号外面。"),
)


def _stops_at_quotes(scope: Scope) -> Iterator[Hit]:
    for pattern, fix, message in _OF_QUOTES:
        for seen in scope.search(pattern, needs=("。”", "”。", "，”", "；”")):
            before = scope.texts[seen.block][seen.start - 1 : seen.start]
            if pattern in (_TWICE, _SAID_WHOLE) or before not in _SAYS:
                start = seen.start + seen.match.start(1) - seen.match.start()
                yield Hit(seen.block, start, start + 2, message, fix)


RULES = (
    Rule(
        id="B18",
        family=Family.PUNCTUATION,
        title="引号之间、书名号之间的顿号",
        level=Level.WARNING,
        remedy=Remedy.SAFE,
        source="GB/T 15834—2011 4.5.3.5",
        why="标有引号或书名号的并列成分，界限已经清楚，中间通常不用顿号。",
        bad=(
            "推进“河长制”⟦、→⟧“林长制”落地。",
            "学习《条例》⟦、→⟧《细则》⟦、→⟧《办法》。",
            "打好“春耕”⟦、→⟧“防汛”两场硬仗。",
        ),
        good=(
            "推进“河长制”“林长制”落地。",
            "学习《条例》（修订）、《细则》。",
            "抓好春耕、“双抢”、“防汛”、抗旱。",
        ),
        find=_needless_marks,
    ),
    Rule(
        id="B19",
        family=Family.PUNCTUATION,
        title="括注之后缺顿号",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.5.3.5",
        why="并列的引号或书名号之间插有括注时，宜用顿号隔开。",
        bad=(
            "印发《河道管理办法》（试行⟦）→）、⟧《巡查细则》。",
            "推进“河长制”（县级⟦）→）、⟧“林长制”落地。",
            "学习《条例》（修订⟦）→）、⟧《细则》（暂行⟦）→）、⟧《办法》。",
        ),
        good=(
            "印发《河道管理办法》（试行）、《巡查细则》。",
            "印发《河道管理办法》《巡查细则》。",
            "印发《河道管理办法》（试行），《巡查细则》同时废止。",
        ),
        find=_missing_marks,
    ),
    Rule(
        id="B27",
        family=Family.PUNCTUATION,
        title="会议、活动、工程用了书名号",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 A.13.1",
        why="书名号只标示书籍、文件等作品的名称，会议、活动、工程、称号不是作品。",
        bad=(
            "召开⟦《春季植树动员大会》→“春季植树动员大会”⟧。",
            "实施⟦《农村饮水提升工程》→“农村饮水提升工程”⟧。",
            "荣获⟦《卫生乡镇》→“卫生乡镇”⟧称号。",
        ),
        good=(
            "印发《春季植树动员大会方案》。",
            "学习《在春耕工作会议上的讲话》。",
            "实施“农村饮水提升工程”。",
        ),
        find=_no_works,
    ),
    Rule(
        id="B28",
        family=Family.PUNCTUATION,
        title="文件名称没有书名号",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 4.15.3.1",
        why="文件的名称用书名号标示，不然分不清是文件还是事情。",
        bad=(
            "要认真学习⟦信访工作条例→《信访工作条例》⟧，依法办事。",
            "贯彻⟦优化营商环境条例→《优化营商环境条例》⟧，管好窗口。",
            "开展⟦中国共产党章程→《中国共产党章程》⟧学习。",
        ),
        good=(
            "要认真学习《信访工作条例》，依法办事。",
            "印发《〈信访工作条例〉释义》。",
            "要认真学习信访工作的规定，依法办事。",
        ),
        find=_bare_documents,
    ),
    Rule(
        id="B29",
        family=Family.PUNCTUATION,
        title="后引号前后的句号",
        level=Level.WARNING,
        remedy=Remedy.SUGGESTED,
        source="GB/T 15834—2011 B.2.1",
        why="引文完整、独立使用，句号在后引号里面；引文只是句子的一部分，句号在外面。",
        bad=(
            "他说：“事情办完了，大家放心⟦”。→。”⟧",
            "群众评价：“路通了，心也通了。⟦”。→”⟧",
            "今年重点是“通水⟦。”→”。⟧",
        ),
        good=(
            "他说：“事情办完了，大家放心。”",
            "今年重点是“通水”。",
            "他的要求是“守土有责”。",
        ),
        find=_stops_at_quotes,
    ),
)
