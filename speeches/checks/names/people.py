"""E4–E7: names and posts, against the register where the bureau keeps one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.dating import date_of
from speeches.checks.examples import Example
from speeches.checks.names.register import (
    SHORT,
    STOP,
    Register,
    holds,
    posts_of,
    register_of,
    said_before,
)
from speeches.checks.scope import PROSE, Scope
from speeches.checks.settings import Person, Settings

_BEFORE = 24  # characters before a name in which its post is looked for
_ROW = 60  # characters of a row of names
_PAST = re.compile(r"(?:时任|原任?|曾任|前任?|历任)[^，。；：！？\n]{0,20}$")


def _posts(scope: Scope) -> Iterator[Hit]:
    """A name beside a post that the register gives to somebody else."""
    register = register_of(scope)
    if register is None:
        return
    for seen in scope.search(register.names, where=PROSE):
        text, name = scope.texts[seen.block], seen.match[0]
        said = said_before(text, seen.start, _BEFORE)
        post = register.ending(said)
        if not post or _PAST.search(said) or any(holds(one, post) for one in register.of(name)):
            continue
        start = seen.start - len(post)
        if holder := _holder(register, said, post):
            message = f"人员名录中“{post}”是{holder.name}，{name}是{register.of(name)[0].post}。"
            yield Hit(seen.block, start, seen.end, message)
        elif any(_near(one, post) for one in register.of(name)):
            message = f"人员名录中{name}是{register.of(name)[0].post}，请核对职务。"
            yield Hit(seen.block, start, seen.end, message, level=Level.WARNING)


def _holder(register: Register, said: str, post: str) -> Person | None:
    """Who holds the post in full that stands before the name."""
    return next(
        (
            person
            for person in register.people
            if holds(person, post) and any(said.endswith(held) for held in posts_of(person))
        ),
        None,
    )


def _near(person: Person, post: str) -> bool:
    """Whether the post is one of the person's but for 副."""
    return any(held.endswith((post, post.removeprefix("副"))) for held in posts_of(person))


def _order(scope: Scope) -> Iterator[Hit]:
    """Names in a row that do not stand as the register has them."""
    register = register_of(scope)
    if register is None:
        return
    places = {person.name: person.order for person in register.people if person.order}
    name = rf"(?:{register.names.pattern})(?:同志)?"
    row = re.compile(rf"{name}(?:、[^，。；：！？、\n“”]{{0,16}}?{name})+")
    for seen in scope.search(row, needs=("、",), where=PROSE):
        named = register.names.findall(seen.match[0])
        if not all(each in places for each in named):
            continue
        ordered = sorted(named, key=places.__getitem__)
        if named != ordered:
            message = f"按人员名录的顺序，应为{'、'.join(ordered)}。"
            yield Hit(seen.block, seen.start, seen.end, message, _reordered(seen.match[0], ordered))


def _reordered(row: str, ordered: Sequence[str]) -> str | None:
    """The row with its names in order; None where posts stand between them."""
    names = row.replace("同志", "").split("、")
    if sorted(names) != sorted(ordered):
        return None
    said = row.count("同志")
    if said == len(names):
        return "、".join(f"{name}同志" for name in ordered)
    if said > 1 or (said and not row.endswith("同志")):
        return None
    return "、".join(ordered) + "同志" * said


_SHORT = re.compile(r"习大大|(?<![学温复练见])习(?:总书记|主席(?!团))")


def _forms(scope: Scope) -> Iterator[Hit]:
    """Short forms of the General Secretary's name; names of the register that stand alone."""
    for seen in scope.search(_SHORT, needs=("习总", "习大大", "习主席")):
        right = "习近平主席" if seen.match[0] == "习主席" else "习近平总书记"
        message = f"“{seen.match[0]}”应写全称“{right}”。"
        yield Hit(seen.block, seen.start, seen.end, message, right)
    register = register_of(scope)
    if register is None:
        return
    for seen in scope.search(register.names, where=PROSE):
        name = seen.match[0]
        if len(name) > SHORT and _stands_alone(
            scope.texts[seen.block], seen.start, seen.end, register
        ):
            message = f"“{name}”后面宜加“同志”，或前面加职务。"
            yield Hit(seen.block, seen.start, seen.end, message, f"{name}同志", Level.WARNING)


def _stands_alone(text: str, start: int, end: int, register: Register) -> bool:
    """Whether neither a post nor 同志 is said of the name, or of the row in which it stands."""
    before = said_before(text, start, _ROW)
    after = STOP.split(text[end : end + _ROW], maxsplit=1)[0]
    if "同志" in after or register.beginning(after):
        return False
    return not any(ending in before for ending in register.endings)


_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁卢姚沈钟姜崔谭陆范汪廖"
    "石贾夏邹方熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔汤"
)
_CALLED = re.compile(
    rf"(?P<surname>[{_SURNAMES}])"
    r"(?P<post>副?(?:书记|省长|市长|县长|区长|州长|镇长|乡长|厅长|局长|主任|处长|科长|校长|院长))"
    r"(?=[，。、；：！的在对就和作讲强指要到来去]|同志|刚才|已经|亲自|多次|专门)"
)
# A surname begins a word only at the head of a clause or behind one of these.
_CLAUSE_BEGINS = re.compile(r"(?:^|[^\u3400-\u9fff]|刚才|按照|[和请由])$")


def _informal(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_CALLED, where=PROSE):
        before = scope.texts[seen.block][max(seen.start - 2, 0) : seen.start]
        if not _CLAUSE_BEGINS.search(before):
            continue
        surname, post = seen.match["surname"], seen.match["post"]
        fix = _full(_known(scope, surname, post))
        message = f"“{surname}{post}”是口头称呼，文稿中宜写姓名加“同志”或全称。"
        yield Hit(seen.block, seen.start, seen.end, message, fix)


def _known(scope: Scope, surname: str, post: str) -> list[Person]:
    """Who may be meant; who is 副局长 is called 局长 too."""
    date = date_of(scope)
    return [
        person
        for person in scope.settings.people
        if person.name.startswith(surname)
        and person.holds_on(date)
        and any(held.endswith(post) for held in posts_of(person))
    ]


def _full(people: Iterable[Person]) -> str | None:
    """What to write where it is clear who is meant."""
    names = {person.name for person in people}
    return f"{names.pop()}同志" if len(names) == 1 else None


_OFFICE = Settings(
    people=(
        Person("秦望山", "市教育局党委书记、局长", 1),
        Person("苏晚舟", "市教育局副局长", 2),
        Person("顾长林", "市教育局副局长", 3),
    )
)


def _of_office(text: str) -> Example:
    return Example(text, settings=_OFFICE)


RULES: tuple[Rule, ...] = (
    Rule(
        id="E4",
        family=Family.NAMES,
        title="姓名与职务不符",
        level=Level.ERROR,
        source="惯例；本单位人员名录",
        why="把一个人的职务安到另一个人头上，是讲话稿里最不该有的差错。",
        bad=(
            _of_office("下面，请市教育局⟦副局长秦望山⟧同志通报情况。"),
            _of_office("会议由市教育局⟦局长苏晚舟⟧同志主持。"),
            _of_office("市教育局⟦党委书记顾长林⟧同志逐一点评。"),
        ),
        good=(
            _of_office("下面，请市教育局副局长苏晚舟同志通报情况。"),
            _of_office("会议由市教育局局长秦望山同志主持。"),
            _of_office("时任市教育局局长苏晚舟同志带队调研。"),
        ),
        find=_posts,
    ),
    Rule(
        id="E5",
        family=Family.NAMES,
        title="人名排序",
        level=Level.ERROR,
        source="惯例；本单位人员名录",
        why="领导同志的名字按名录的顺序排。",
        bad=(
            _of_office("⟦苏晚舟、秦望山→秦望山、苏晚舟⟧等同志参加调研。"),
            _of_office("⟦顾长林同志、苏晚舟同志→苏晚舟同志、顾长林同志⟧作了发言。"),
            _of_office("⟦顾长林、苏晚舟同志→苏晚舟、顾长林同志⟧出席会议。"),
        ),
        good=(
            _of_office("秦望山、苏晚舟等同志参加调研。"),
            _of_office("苏晚舟同志、顾长林同志作了发言。"),
            _of_office("苏晚舟出席会议。顾长林、于观澜等同志参加调研。"),
        ),
        find=_order,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E6",
        family=Family.NAMES,
        title="称谓不规范",
        level=Level.ERROR,
        source="惯例；本单位人员名录",
        why="党和国家领导人的姓名、职务写全称；提到本单位的同志，姓名前有职务或后有“同志”。",
        bad=(
            "认真学习⟦习总书记→习近平总书记⟧重要讲话精神。",
            "贯彻⟦习主席→习近平主席⟧重要指示。",
            _of_office("会前，⟦秦望山→秦望山同志⟧看望了参会代表。"),
        ),
        good=(
            "认真学习习近平总书记重要讲话精神。",
            _of_office("会前，秦望山同志看望了参会代表。"),
            _of_office("会前，秦望山、苏晚舟等同志看望了参会代表。"),
            _of_office("会前，秦望山局长看望了参会代表。"),
        ),
        find=_forms,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E7",
        family=Family.NAMES,
        title="口头称呼",
        level=Level.HINT,
        source="惯例",
        why="文稿中不用姓氏加职务的口头称呼，用姓名加“同志”或职务全称。",
        bad=(
            "刚才，⟦白书记⟧作了重要讲话。",
            _of_office("⟦秦局长→秦望山同志⟧多次到学校调研。"),
            "请大家按照⟦张县长⟧的要求抓好落实。",
        ),
        good=(
            "刚才，县委书记作了重要讲话。",
            "秦望山同志多次到学校调研。",
            "各校书记、校长要亲自抓。",
        ),
        find=_informal,
        remedy=Remedy.SUGGESTED,
    ),
)
