"""A15–A16: blanks inside Chinese, which has none.

Some say something and stay: between post and name, between the halves of a theme, behind a number
without a mark, in quotations, the wide one in a name of two characters (张　三), and the two wide
ones that a paragraph began with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.scope import HAN, PROSE, Place, Scope

_BLANK = "[ \u3000\t\u00a0]"
_STRAY = re.compile(f"{_BLANK}++")
_CLOSES = "，。；：、！？”’）》〉】"
_MARKS = "，。；：、！？"
_OPENS = "“‘（《〈【"
_HALF_WIDTH = ",;:?!"
_IS_HAN = re.compile(HAN)
_IS_UNIT = re.compile("[万亿]元|[万亿]人|元(?=[，。；、,;])|个百分点")
_BEHIND = re.compile(rf"[{HAN[1:-1]}\d“《]")
_BEFORE = re.compile(rf"[{HAN[1:-1]}\d”》）％%，。；：、！？,;:?!]")
# What is no quantity of its own: times, numbers of items, telephones and rooms, groups of digits.
_NO_COUNT_BEFORE = re.compile(r"(?:\d[：:]\d\d|\d{7}|-\d{1,4}|\d \d{3})$")
_NO_COUNT = re.compile(r"\d{1,2}(?:[：:、．]|\.(?!\d))|\d{7}|\d{1,4}(?:[A-Za-z-]| \d{3})")
_BYLINE = re.compile("(?:记者|通讯员|[报网社].{0,12}讯|日电)$")
_NUMBERED = re.compile(
    "(?:^|[，。；：])(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|条|篇)?|[一二三四五六七八九十]{1,3}|\\d{1,2})[.．、]?$"
)
_HEADED = re.compile(
    rf"(?:[一二三四五六七八九十]{{1,3}}[、.．]|[（(](?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.．、]){_BLANK}?"
    rf"[{HAN[1:-1]}“”、]{{3,30}}$"
)
_SEGMENT_BEFORE = re.compile(rf"{HAN}{{1,12}}$")
_SEGMENT_BEHIND = re.compile(rf"{HAN}{{1,12}}")
# 凝心聚力 奋勇争先 may be two halves of a theme, which ask for a comma.
_HALF_BEFORE = re.compile(f"{HAN}{{4}}$")
_HALF_BEHIND = re.compile(f"{HAN}{{4}}")
_MESSAGE = "这里多了空格，删去。"
_MESSAGE_OF_HALVES = "这里多了空格：如果是两句话，改成逗号；如果不是，删去。"
_NEAR = 60  # characters on both sides that tell what a blank says
_LONGEST_NAME = 3
_LONGEST_HALF = 8
_SENTENCE = re.compile("[，。；！？,;]")
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁"
    "韦马苗方俞任袁柳史唐费薛雷贺倪汤滕罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明戴"
    "宋庞熊纪舒屈项祝董梁杜阮蓝季贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解应丁宣邓"
    "杭洪包左石崔吉龚程邢裴陆翁曲封储靳段焦侯全秋仲伊宫宁甘武符刘景詹龙叶司黎白乔温庄晏柴瞿阎"
    "连习艾向古易廖耿聂曾关查游岳"
)
_SURNAME_BEFORE = re.compile(rf"(?:^|[，。；：、（,;:(由请和向])[{_SURNAMES}]$")  # 张　三同志
_GIVEN_BEHIND = re.compile(rf"{HAN}(?:同志|[，。；、（）,;()]|$)")
_LETTER_SPACED = re.compile(
    rf"[{_SURNAMES}](?:(?<![{HAN[1:-1]} \u3000].)|(?<={HAN}{HAN}[ \u3000].)"
    "|(?<=书记.)|(?<=主任.)|(?<=主席.)|(?<=[省市县区镇乡局处科院校部]长.)|(?<=[向由请和与对].))"
    rf"(?P<blank>[ \u3000]){HAN}(?P=blank){HAN}"
    r"(?=[，。、；：（）)\n]|同志|[两三]位|书记|主任|老师|[省市县区镇乡局处科院校部]长|出席|主持|传达"
    rf"|\Z|[ \u3000]{{2}}|[ \u3000]{HAN}{{2}})"
)


def _stray(scope: Scope) -> Iterator[Hit]:
    prose: dict[int, bool] = {}
    for seen in scope.search(_STRAY, needs=" \u3000\t\u00a0", where=PROSE):
        if seen.block not in prose:
            prose[seen.block] = _SENTENCE.search(scope.texts[seen.block]) is not None
        at = seen.match.start()
        before = scope.plain[max(at - _NEAR, at - seen.start) : at]
        behind = scope.plain[seen.match.end() : seen.match.end() + _NEAR].partition("\n")[0]
        parts_texts = seen.match[0].count("\u3000") > 1
        if not before or not behind or parts_texts:
            continue
        if _is_stray(before, behind, is_prose=prose[seen.block]):
            message, level = _MESSAGE, None
            if _HALF_BEFORE.search(before) and _HALF_BEHIND.match(behind):
                message, level = _MESSAGE_OF_HALVES, Level.WARNING
            yield Hit(seen.block, seen.start, seen.end, message, "", level)


def _is_stray(before: str, behind: str, *, is_prose: bool) -> bool:
    """Whether a blank says nothing: beside a mark, or between two characters of a sentence."""
    if before[-1] in _OPENS and behind[0] in _CLOSES:
        return False  # a blank to be filled in: A5
    if behind[0] in _CLOSES or before[-1] in _OPENS:
        return True
    if behind[0] in _HALF_WIDTH:
        return _IS_HAN.match(before[-1]) is not None
    if before[-1] in _MARKS and _IS_HAN.match(behind):
        return _IS_UNIT.match(behind) is None
    if not (_BEFORE.match(before[-1]) and _BEHIND.match(behind)):
        return False
    if before[-1].isdecimal() and behind[0].isdecimal():
        return False
    if _SURNAME_BEFORE.search(before) and _GIVEN_BEHIND.match(behind):
        return False
    if not is_prose or _is_quoted(before) or _divides(before, behind):
        return False
    return not _says_something(before, behind)


def _divides(before: str, behind: str) -> bool:
    """Whether a blank stands for a mark: behind a number or a byline, or for a number (A4)."""
    if _NO_COUNT.match(behind) or _NO_COUNT_BEFORE.search(before[-8:]):
        return True
    if _NUMBERED.search(before) or _HEADED.fullmatch(before) or _BYLINE.search(before):
        return True
    return bool(_IS_UNIT.match(behind) and _IS_HAN.match(before[-1]))


def _is_quoted(before: str) -> bool:
    return any(before.rfind(left) > before.rfind(right) for left, right in ("“”", "《》", "‘’"))


def _says_something(before: str, behind: str) -> bool:
    """Halves of a theme are equally long; names are short and stand between blanks or marks."""
    left, right = _SEGMENT_BEFORE.search(before), _SEGMENT_BEHIND.match(behind)
    if left is None or right is None:
        return False
    lengths = (len(left[0]), len(right[0]))
    if lengths[0] == lengths[1] and lengths[0] <= _LONGEST_HALF:
        return True
    edges = (before[: left.start()][-1:], behind[right.end() :][:1])
    in_list = [edge in (" ", "\u3000", "、") for edge in edges]
    short = [length <= _LONGEST_NAME for length in lengths]
    return (in_list[0] and short[0]) or (in_list[1] and short[1])


def _names(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_LETTER_SPACED, needs=" \u3000", where=frozenset(Place)):
        name = "".join(character for character in seen.match[0] if not character.isspace())
        message = f"姓名“{name}”的字之间有空格，删去。"
        yield Hit(seen.block, seen.start, seen.end, message, name)


RULES = (
    Rule(
        id="A15",
        family=Family.LEFTOVERS,
        title="多余的空格",
        level=Level.ERROR,
        source="惯例：汉字之间、标点前后不空格",
        why="空格多半是复制带来的，印出来会有缺口。",
        bad=(
            "会议开始的第一周⟦ →⟧，各单位就行动起来了。",
            "从2005⟦ →⟧年起，我们一直坚持下来，全市上下⟦ →⟧都有目共睹。",
            "《⟦ →⟧实施方案》已经印发，⟦　→⟧各单位要抓好落实。",
        ),
        good=(
            "题| 勇担使命 再立新功",
            "上午 9:00 开会，张　三、李　四都要到，电话 0571-88001234。",
            "以“不忘初心 牢记使命”为主题，推广 WPS 软件，使用 Windows 系统。",
        ),
        find=_stray,
        remedy=Remedy.SAFE,
    ),
    Rule(
        id="A16",
        family=Family.LEFTOVERS,
        title="姓名里有空格",
        level=Level.WARNING,
        source="惯例：三个字的姓名不空格，名单里两个字的可以空一字",
        why="姓名的字之间空格，是从网页或表格里复制来的。",
        bad=(
            "会议主持人：⟦程 敬 川→程敬川⟧同志。",
            "署名| 局长 ⟦赵 培 军→赵培军⟧",
            "到会的有：⟦王　晓　明→王晓明⟧、李强。",
        ),
        good=(
            "署名| 局长 赵培军",
            "到会的有：张　三、李　四、王晓明。",
            "标题| 工 作 报 告",
        ),
        find=_names,
        remedy=Remedy.SUGGESTED,
    ),
)
