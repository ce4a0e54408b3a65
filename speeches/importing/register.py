"""A list of people as an office keeps it, pasted: `姓名 职务 任职起 任职止`, one to a line.

Between the columns stand blanks, tabs, commas, bars or, behind the name, 、 or a colon; a number
may stand before. A line that is not understood is told with the reason, never guessed at.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from speeches.document.normalising import normalise, without_blanks

LONGEST_POST = 100
_GAP = r"[\s,，;；|]"
_HAN = r"[\u3400-\u9fff]"
_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_NUMBER = re.compile(
    rf"(?:[（(]{_NUMERAL}[）)][.．、]?|{_NUMERAL}[.．、]|\d{{1,4}}(?={_GAP})|[①-⑳][.．、]?|[•●*-](?=\s))"
    rf"{_GAP}*(?=\D)"
)
_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|夏侯|司徒|司空|令狐|端木|独孤|南宫"
# 赵　明 and 赵　小　明 are 赵明 and 赵小明: columns of a character each, and the third begins no
# post. A foreign name has points inside. Behind a name 同志 and （女，回族） are left out.
_NAME = re.compile(
    rf"(?P<name>{_HAN}{_GAP}+{_HAN}(?:{_GAP}+(?![副正主局处科书校院厅部党总]){_HAN})?(?={_GAP})"
    rf"|(?:{_DOUBLE}){_GAP}+{_HAN}{{1,2}}(?={_GAP})|[\u3400-\u9fff·•]{{2,20}}?)"
    rf"(?:{_GAP}{{0,9}}同志)?(?:{_GAP}{{0,9}}[（(](?:[男女，,、]|{_HAN}{{1,3}}族){{1,4}}[）)])?"
    rf"(?:[、：:]|{_GAP}|\Z|(?=[（(]))"
)
_HAN_NAME = 4  # characters of the longest without points
_NO_NAMES = frozenset(
    ("合计", "小计", "共计", "总计", "备注", "说明", "附件", "名单", "单位", "职务", "以上", "以下")
)
_UNITS = ("处", "局", "厅", "室", "中心", "学校", "机关", "党委", "委员会", "支部")
_POSTS = (
    *("书记", "局长", "处长", "科长", "股长", "部长", "市长", "县长", "区长", "镇长", "乡长"),
    *("校长", "院长", "所长", "站长", "组长", "园长", "馆长", "队长", "会长", "秘书长", "主任"),
    *("主席", "委员", "常委", "科员", "干事", "秘书", "巡视员", "调研员", "总督学", "督学"),
)
_DATE = r"(?:19|20)\d\d(?:[年./-]\d{1,2}(?!\d)(?:[月./-]\d{1,2}(?!\d))?)?[年月日]?"
_MARK = r"[—–－~～至到-]{1,2}"
_PERIOD = re.compile(
    rf"[（(]?[自从于]?(?:(?P<since>{_DATE})(?:起?任?职?|以来))?"
    rf"(?:{_GAP}*(?:{_MARK}|{_GAP}){_GAP}*(?:(?P<until>{_DATE})|今|现在)?止?)?[）)]?"
)
_BEGINS = re.compile(rf"[（(]?[自从于]?(?:{_MARK}{_GAP}*)?{_DATE}")
_EMPTY_COLUMN = re.compile(r"\|\s*\|\s*\Z")
_DAY = re.compile(r"(\d{4})(?:\D(\d{1,2}))?(?:\D(\d{1,2}))?")
_PERSONAL = re.compile(r".*\d{5,}.*|男|女|.{1,3}族")
_NUMERIC = re.compile(r"[\d.．/年月日-]+")
# 局长 李四 副局长, 局长，李四、副局长: no unit between two posts.
_ANOTHER = re.compile(
    rf"{_HAN}{{1,2}}(?![局处科室委办院厅部校组党会兼任心关]){_HAN}(?:[、：:](?P<post>.+))?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody of line `line`, counted from 1."""

    line: int
    name: str
    post: str
    since: datetime.date | None = None
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that was not understood, and why, in a sentence."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Register:
    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...]


def read(text: str) -> Register:
    """What a pasted list says; empty lines say nothing. Never raises."""
    entries: dict[tuple[str, str], Entry] = {}
    unread = []
    for line, told in _lines(text):
        try:
            entry = _entry(line, told)
        except _NotUnderstood as reason:
            unread.append(Unread(line, told, str(reason)))
            continue
        first = entries.setdefault((entry.name, entry.post), entry)
        if first is not entry:
            unread.append(Unread(line, told, f"和第{first.line}行重复。"))
    return Register(tuple(entries.values()), tuple(unread))


def plain_name(name: str) -> str:
    """A name without the blanks that lists set between two characters; a foreign one keeps its."""
    return name if re.search("[A-Za-z]", name) else without_blanks(name)


_NO_PERIOD = "任职起止没有看懂，请写成 2021-03 2024-08 这样。"


class _NotUnderstood(Exception):
    """Why a line says nobody."""


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for line, told in enumerate(normalise(text.replace("\t", " | ")).split("\n"), start=1):
        if told.strip(" |\u3000"):
            yield line, told.strip(" |\u3000")


def _entry(line: int, told: str) -> Entry:
    if "姓名" in without_blanks(told):
        raise _NotUnderstood("这一行是表头。")
    number = _NUMBER.match(told)
    rest = told[number.end() :] if number else told
    name = _NAME.match(rest)
    if name is None or not _is_name(_joined(name["name"])):
        raise _NotUnderstood("开头不像姓名。请把姓名写在最前面，后面隔一个空格写职务。")
    since, until, post = _dated(_bare(rest[name.end() :]))
    return Entry(line, _joined(name["name"]), _post(post), since, until)


def _joined(name: str) -> str:
    return re.sub(_GAP, "", name)


def _bare(told: str) -> str:
    """What stands in brackets behind a name: 赵明（局长）."""
    is_enclosed = told.startswith(("（", "(")) and told.endswith(("）", ")"))
    return told[1:-1] if is_enclosed else told


def _is_name(name: str) -> bool:
    if "·" in name or "•" in name:
        return True
    is_short = len(name) <= _HAN_NAME
    is_unit = name[2:].endswith(_UNITS)  # 人事处; 李厅 may be somebody
    return is_short and not is_unit and not name.endswith(_POSTS) and name not in _NO_NAMES


def _dated(rest: str) -> tuple[datetime.date | None, datetime.date | None, str]:
    """Since when, until when, and what stands before that."""
    begins = _BEGINS.search(rest)
    if begins is None:
        return None, None, rest
    period = _PERIOD.fullmatch(rest[begins.start() :].strip(" |\u3000"))
    if period is None:
        raise _NotUnderstood(_NO_PERIOD)
    told = (period["since"], period["until"])
    if _EMPTY_COLUMN.search(rest[: begins.start()]) and told[1] is None:
        told = (None, told[0])  # the column of 任职起 is there, and empty
    since, until = (
        _day(date, is_end=is_end) if date else None
        for date, is_end in zip(told, (False, True), strict=True)
    )
    if since and until and until < since:
        raise _NotUnderstood("任职的止期在起期前面。")
    return since, until, rest[: begins.start()]


def _is_another(column: str, behind: str) -> bool:
    """Whether a column behind a post is somebody else's name: a post follows it."""
    found = _ANOTHER.fullmatch(column)
    if found is None or (column.endswith(_POSTS) and found["post"] is None):
        return False
    return (found["post"] or behind).endswith(_POSTS)


def _day(told: str, *, is_end: bool) -> datetime.date:
    """The first or the last day of a year or month."""
    found = _DAY.match(told)
    assert found  # it is a date by its pattern
    year = int(found[1])
    month = int(found[2] or (12 if is_end else 1))
    try:
        last = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, int(found[3] or (last if is_end else 1)))
    except (ValueError, IndexError) as error:
        raise _NotUnderstood(f"没有{told}这一天。") from error


def _post(told: str) -> str:
    """The columns between name and dates in one: 市教育局 局长 is one post, 书记 局长 are two."""
    columns = [column for column in re.split(_GAP, told) if column]
    if any(_PERSONAL.fullmatch(column) for column in columns):
        raise _NotUnderstood("名录里只记姓名、职务和任职起止，性别、民族、号码请删去。")
    if any(_NUMERIC.fullmatch(column) for column in columns):
        raise _NotUnderstood(_NO_PERIOD)
    post = ""
    for column, behind in zip(columns, [*columns[1:], ""], strict=False):
        is_next = post.endswith(_POSTS) and not column.startswith(("（", "("))
        if is_next and _is_another(column, behind):
            raise _NotUnderstood("这一行好像写了不止一个人，请一行写一个人。")
        post += f"、{column}" if is_next else column
    if not post:
        raise _NotUnderstood("没有写职务。")
    if len(post) > LONGEST_POST:
        raise _NotUnderstood(f"职务最多{LONGEST_POST}字。")
    return post
