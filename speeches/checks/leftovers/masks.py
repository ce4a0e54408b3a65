"""A1–A3: what stands where a number or a name is still to come.

x multiplies in 3x5, and is a word in X光 and 1+X证书: neither is a mask, nor is 某.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Rule
from speeches.checks.scope import HAN, Place, Scope, Seen

ANYWHERE = frozenset(Place)
MASKS = "xXｘＸ×✕╳*＊"
_STARS = "*＊"
# Of ×, which multiplies, and of *, which decorates, only these words behind them tell a mask.
_MASKED_NOUN = (
    "(?:[省县镇乡年月日个所名家项万亿元条座人件%％]|号(?=[楼文院])|市(?![场值民])|区(?![块域间])|局(?![面势部])"
    "|[委处厅](?![理员托])|科(?![技学研普])|室|街|院(?!士)|校|村|同志|书记|主任|单位|部门)(?!数)"
)
_WORD = "(?:表示|代表|等于|光|射线|轴|坐标|染色体|型|线|波段|片|世代|档案|因素|证|平台)"
_MORE_OF_DATE = f"(?:年[{MASKS}]{{1,2}}月(?:[{MASKS}]{{1,2}}日)?|月[{MASKS}]{{1,2}}日)?"
_ALONE = re.compile(
    rf"(?:[xXｘＸ](?={HAN})(?!{_WORD})(?<![A-Za-z][ 　][xXｘＸ])|[×✕╳*＊](?={_MASKED_NOUN})"
    rf"|[xXｘＸ](?=[%％]))"
    rf"(?<![A-Za-z\d{MASKS}+＋.\-/√打画划].)(?<![{MASKS}]年.)(?<![{MASKS}]月.)(?<![A-Za-z]、.){_MORE_OF_DATE}"
    rf"|(?<=\d)[xXｘＸ×](?=(?:[万亿]元?|[个所名家项件])(?!数))"
)
# Where other stars are masks, this is one too; *重点* is set off.
_AMONG_WORDS = re.compile(
    rf"[{_STARS}](?<={HAN}.)(?={HAN})(?!{_MASKED_NOUN})(?!{HAN}{{1,12}}[{_STARS}])"
)
_OF_YEAR = re.compile(
    rf"(?<![\dA-Za-z{MASKS}])[{_STARS}]{{1,3}}\d{{1,2}}年(?!级|以[上下]|左右|间)|"
    rf"(?<!\d)(?:19|20)(?:[{MASKS}]{{2}}|\d[{MASKS}]|[{MASKS}](?=年))(?![{MASKS}\dA-Za-z]){_MORE_OF_DATE}"
)
_REPEATED = re.compile(
    rf"[{MASKS}](?:[{MASKS}]++(?:[.．][{MASKS}]{{1,3}})?|[.．][{MASKS}]{{1,3}})"
    rf"(?![A-Za-z\d{MASKS}]|\.[A-Za-z]|(?<=\*)(?:为|表示|号))"
)
_CIRCLES = re.compile("[○◯□]{2,}+(?<![一二三四五六七八九十]..)(?![一二三四五六七八九十])")
_DIGITS_BEFORE = re.compile(r"(?<![\d.])(?!(?:19|20)$)\d{1,3}$")
_NO_MASK_BEFORE = re.compile(rf"[A-Za-z\d{MASKS}]$")
# **一是** sets words bold: rule A22. Between two masks (**分局在**区的支持下，**街道) words stand
# too: bold ones are a sentence or have no mark inside, and no organ or measure stands behind.
_NAMED_BY_MASK = (
    "[市县区省局厅镇乡村校处科院委年月日个名家所项万亿元%％]"
    "|同志|书记|分局|支队|大队|工委|管委|公司|集团|街道"
)
EMPHASIS = re.compile(
    rf"(?:(?<![{_STARS}\d])(?<!{HAN})|(?=\*\*[一二三四五六七八九十]{{1,2}}[是要]))"
    rf"\*\*(?!\s|\*|{_NAMED_BY_MASK})"
    r"([^*\n]{1,80}[。！？：](?=\*\*)|[^*\n，。；：！？]{1,40}(?<![和与及同、在到对由的为向给让])"
    rf"(?=\*\*(?!{_NAMED_BY_MASK})))\*\*(?!\*)"
)


def _masks(pattern: re.Pattern[str], scope: Scope) -> Iterator[Seen]:
    if any(mark in scope.text for mark in MASKS):
        yield from scope.search(pattern, where=ANYWHERE, raw=True)


def _alone(scope: Scope) -> Iterator[Hit]:
    message = "这里只写了一个代替的符号，请填上数字或名称；暂时没有的写成〔待补充〕。"
    seen = list(_masks(_ALONE, scope))
    if any(each.match[0][0] in _STARS for each in seen):
        seen += scope.search(_AMONG_WORDS, needs=_STARS, where=ANYWHERE, raw=True)
    return (Hit(each.block, each.start, each.end, message) for each in seen)


def _repeated(scope: Scope) -> Iterator[Hit]:
    message = "这里用符号代替了名称或数字，定稿前要填上。"
    emphasised = {
        offset
        for match in (EMPHASIS.finditer(scope.text) if "**" in scope.text else ())
        for offset in (match.start(), match.end() - 2)
    }
    for seen in _masks(_REPEATED, scope):
        text = scope.texts[seen.block]
        before = text[max(seen.start - 4, 0) : seen.start]
        digits = _DIGITS_BEFORE.search(before)
        start = seen.start - len(digits[0] if digits else "")
        is_mask = digits is not None or not _NO_MASK_BEFORE.search(before)
        is_line = seen.end - start == len(text)
        if is_mask and not is_line and seen.match.start() not in emphasised:
            yield Hit(seen.block, start, seen.end, message)
    for seen in scope.search(_CIRCLES, needs="○◯□", where=ANYWHERE):
        yield Hit(seen.block, seen.start, seen.end, message)


def _year(scope: Scope) -> Iterator[Hit]:
    message = "年份没有写全，请写成四位数字的年份。"
    return (Hit(seen.block, seen.start, seen.end, message) for seen in _masks(_OF_YEAR, scope))


RULES = (
    Rule(
        id="A1",
        family=Family.LEFTOVERS,
        title="留着代替符号 x、×",
        level=Level.ERROR,
        source="惯例：定稿不留代替符号",
        why="起草时用 x 占的位置，忘了填就会念出来或印出来。",
        bad=(
            "上半年完成投资⟦x⟧亿元，新建⟦x⟧所学校。",
            "今天，⟦×⟧个单位作了发言。",
            "在⟦X⟧市调研时，大家谈到这个问题。",
            "会议定于⟦x月x日⟧召开，总投资1⟦x⟧亿元。",
        ),
        good=(
            "教室长9米、宽7米，黑板是3×5的，平台3x5米。",
            "开展1+X证书试点，给两所医院配了X光机。",
            "得分等于单价×数量，某单位没有算对。",
        ),
        find=_alone,
    ),
    Rule(
        id="A2",
        family=Family.LEFTOVERS,
        title="留着成串的代替符号",
        level=Level.ERROR,
        source="惯例：定稿不留代替符号",
        why="××、***、XX 是替代真名和数字的，讲话时没有办法念。",
        bad=(
            "⟦××⟧局的做法值得学习。",
            "会上，⟦***⟧同志介绍了经验。",
            "⟦XX⟧县完成投资⟦xxxx⟧万元，增长⟦x.x⟧%。",
        ),
        good=(
            "某局的做法值得学习，○和□都能印出来。",
            "介绍经验的同志，做法要用3*5的表格列出来。",
            "服装有 XXL 号，方格里填“√”。",
        ),
        find=_repeated,
        twin="A3",
    ),
    Rule(
        id="A3",
        family=Family.LEFTOVERS,
        title="年份没有写全",
        level=Level.ERROR,
        source="GB/T 15835—2011，5.1.4：年份用四位数字，不简写",
        why="20××年、201x年这样的年份不能当真年份用。",
        bad=(
            "编制实施方案（⟦20**⟧—2022年）。",
            "⟦201x⟧年以来，投入逐年增加。",
            "⟦20XX年X月XX日⟧，全市动员大会召开；⟦20x⟧年底收官。",
        ),
        good=(
            "编制实施方案（2020—2022年）。",
            "2015年以来，投入逐年增加。",
            "展板高20x30厘米，零件有20×10的。",
        ),
        find=_year,
    ),
)
