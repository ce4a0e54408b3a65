"""F12–F16: sentences that are hard to say or to follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.listed import listed
from speeches.checks.scope import PROSE, Place, Scope
from speeches.checks.words import List
from speeches.document.language import length

LONGEST = 80  # characters between end marks: about twenty seconds of speech
_VERB = re.compile(r"推进|加强|提升|提高|强化|促进|推动|完善|加快|深化|落实|确保")
_OFTEN = 3
_HEAD = re.compile(
    r"(?:[，。；：！？、]|[是要]|^)(?:[\u3400-\u9fff]{2})?$"
)  # a clause begins, with an adverb
_FRAGMENT = re.compile(
    r"(?<![^。！？\n])[^，。；：！？、\n（我他各要在]{0,4}(?:(?:关键|危急|危难)时刻|(?:紧要|危急|危难)关头"
    r"|危难之际|(?:困难|大考|大战|危险)面前)"
    r"(?:显|见|冲|站|挺|勇|敢|豁|展|彰|顶)[^，。；：！？\n]{1,5}。"
)
_STOP = re.compile(r"[。！？；：;:]|[^。！？；：;:]+")
_SPOKEN = {
    "GDP": "地区生产总值",
    "CPI": "居民消费价格指数",
    "AI": "人工智能",
    "APP": "手机应用",
    "App": "手机应用",
    "PPT": "演示文稿",
    "VR": "虚拟现实",
    "KPI": "考核指标",
    "IT": "信息技术",
    "PPP": "政府和社会资本合作",
    "EPC": "工程总承包",
    "ICU": "重症监护室",
    "DNA": "脱氧核糖核酸",
    "LED": "发光二极管",
    "OA": "办公系统",
    "+": "加",
    "＋": "加",
}
_FOREIGN = re.compile(r"[A-Z][A-Za-z]{1,2}(?![A-Za-z0-9])|[+＋]")
_PLUS = "+＋"
_IN_WORD = re.compile(r"[A-Za-z0-9\s/-]$")


def _repeated(scope: Scope) -> Iterator[Hit]:
    """The third time of a verb in a sentence, unless all stand in parallel clauses."""
    for block, start, end in scope.sentences:
        sentence = scope.texts[block][start:end]
        places: dict[str, list[int]] = {}
        for match in _VERB.finditer(sentence):
            if not _HEAD.search(sentence, max(match.start() - 3, 0), match.start()):
                places.setdefault(match[0], []).append(start + match.start())
        for verb, found in places.items():
            if len(found) >= _OFTEN:
                message = f"一句话里用了{len(found)}次“{verb}”，宜换个说法。"
                yield Hit(block, found[-1], found[-1] + len(verb), message)


def _fragments(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_FRAGMENT, needs=("时刻", "关头", "之际", "面前"), where={Place.BODY}):
        message = "这句没有主语，也太短，宜并入前一句或后一句。"
        yield Hit(seen.block, seen.start, seen.end, message)


def _long(scope: Scope) -> Iterator[Hit]:
    """A stretch without a stop; ； and ： let a speaker breathe as 。 does."""
    for block, start, end in scope.sentences:
        if end - start <= LONGEST:
            continue
        for match in _STOP.finditer(scope.texts[block], start, end):
            count = length(match[0])
            if count > LONGEST:
                message = f"这句有{count}个字，念起来费力，宜断成两三句。"
                yield Hit(block, match.start(), match.end(), message)


def _readings(scope: Scope) -> Iterator[Hit]:
    """The first time of each word, unless its reading stands behind it."""
    seen: set[str] = set()
    for block, start, end, entry in listed(scope, List.READINGS):
        if entry.term in seen or scope.texts[block].startswith(("（", "("), end):
            continue
        seen.add(entry.term)
        message = f"“{entry.term}”读{entry.right}，讲话人用的稿子可以注音。"
        yield Hit(block, start, end, message, f"{entry.term}（{entry.right}）")


def _unspeakable(scope: Scope) -> Iterator[Hit]:
    """Abbreviations that have a Chinese word, and + behind one (“互联网+”); each once."""
    told: set[str] = set()
    for seen in scope.search(_FOREIGN, where=PROSE, raw=True):
        text = seen.match[0]
        before = scope.texts[seen.block][max(seen.start - 1, 0) : seen.start]
        spoken = _SPOKEN.get(text, "")
        if text in told or not spoken or _IN_WORD.search(before) or (text in _PLUS and not before):
            continue
        told.add(text)
        message = f"“{text}”念出来是“{spoken}”，讲话人用的稿子可以这样写。"
        yield Hit(seen.block, seen.start, seen.end, message, spoken)


_LONG_ONES = (
    ("⟦各单位在推进学校建设、教师招聘、课程改革、家校联系、后勤保障和安全管理等各项工作的时候，"
    "都要对照年初确定的目标，结合本单位实际情况，认真研究存在的突出问题和薄弱环节，"
    "提出切实管用的改进办法并且逐项抓好落实⟧。"),
    ("会议指出：⟦秋季学期马上就要开始，各学校要把校舍维修、教材发放、食堂检查、宿舍整理、校车年检、"
    "教师培训、学生返校、家长会议这些开学前必须做完的事情一件一件列出来，一件一件定到人头上，"
    "一件一件检查验收，绝不让一个孩子受到影响⟧。"),
    ("⟦刚才发言的五个单位，有的讲了怎样盘活闲置校舍，有的讲了怎样用好富余教师，有的讲了怎样争取社会支持，"
    "有的讲了怎样调动家长积极性，有的讲了怎样把党的建设和教学工作结合在一起抓，听了以后很受启发⟧。"),
)  # fmt: skip
_WITH_STOPS = (
    "秋季学期马上开始，各学校要把校舍维修、教材发放、食堂检查做在前面；"
    "教师培训、学生返校、家长会议也要一件一件排好；哪一件没有落实，就由哪一位负责人说明原因。"
)

RULES: tuple[Rule, ...] = (
    Rule(
        id="F12",
        family=Family.WORDING,
        title="一句话里反复用一个词",
        level=Level.HINT,
        source="惯例",
        why="不是排比而反复用一个词，显得词汇贫乏。",
        bad=(
            "我们在推进改革中推进学校推进⟦推进⟧会的成果。",
            "把课程改革推进好，让课堂教学推进好，使评价办法⟦推进⟧好。",
            "管理能力的提升，教学质量的提升，都离不开教师素养的⟦提升⟧。",
        ),
        good=(
            "扎实推进课程改革，持续推进课堂教学改革，大力推进评价改革。",
            "把课程改革推进好，让课堂教学活起来。",
            "管理能力、教学质量和教师素养都要提升。",
        ),
        find=_repeated,
    ),
    Rule(
        id="F13",
        family=Family.WORDING,
        title="残句",
        level=Level.HINT,
        source="惯例",
        why="没有主语的短句单独成句，上下文接不上。",
        bad=(
            "疫情来得突然。⟦关键时刻显担当。⟧全市教师迅速返岗。",
            "⟦危急关头见真情。⟧各校互相支援。",
            "任务很重。⟦困难面前勇争先。⟧大家没有退缩。",
        ),
        good=(
            "关键时刻显担当，全市教师迅速返岗。",
            "关键时刻，党员冲在前面。",
            "全市教师在关键时刻显出了担当。",
        ),
        find=_fragments,
    ),
    Rule(
        id="F14",
        family=Family.WORDING,
        title="句子太长",
        level=Level.HINT,
        source="惯例",
        why="八十个字要念二十多秒，中间没有停顿，讲的人费力，听的人跟不上。",
        bad=_LONG_ONES,
        good=(
            "各单位都要对照目标找差距。找到差距，就要拿出办法。",
            _WITH_STOPS,
            "要做到四点：一是早谋划；二是早动手；三是早检查；四是早整改。",
        ),
        find=_long,
    ),
    Rule(
        id="F15",
        family=Family.WORDING,
        title="容易读错的词",
        level=Level.HINT,
        source="《现代汉语词典》第7版；词表“易读错的词”",
        why="讲话是念出来的，生僻字、多音字提前注音，免得读错。",
        bad=(
            "广大教师⟦夙兴夜寐→夙兴夜寐（sùxīng-yèmèi）⟧，付出了辛劳。",
            "我们要⟦赓续→赓续（gēngxù）⟧红色血脉。",
            "这些程序⟦掣肘→掣肘（chèzhǒu）⟧改革，要逐一清理。",
        ),
        good=(
            "广大教师早起晚睡，付出了辛劳。",
            "我们要赓续（gēngxù）红色血脉。",
            "这些程序拖累改革，要逐一清理。",
        ),
        find=_readings,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="F16",
        family=Family.WORDING,
        title="不好念的符号和外文",
        level=Level.HINT,
        source="惯例",
        why="外文缩写和符号看得懂却念不顺，讲话人用的稿子宜写成念的样子。",
        bad=(
            "推广“互联网⟦+→加⟧义务教育”结对帮扶。",
            "全市⟦GDP→地区生产总值⟧增长较快。",
            "课堂上用好⟦AI→人工智能⟧工具。",
        ),
        good=("推广线上线下结对帮扶。", "全市地区生产总值增长较快。", "课堂上用好人工智能工具。"),
        find=_unspeakable,
        remedy=Remedy.SUGGESTED,
    ),
)
