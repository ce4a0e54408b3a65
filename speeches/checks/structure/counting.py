"""The catalogue's chapter D, numbers said and things counted: D9 to D13, D15, D16.

What is counted, and how: the parts behind 讲三点意见, the items behind 抓好三件事：, the points
under “五稳”, the things before 等“五大工程”. Set phrases count nothing (D14), and where it cannot
be said how many there are, nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.labels import RANKS, Enumeration, Style
from speeches.checks.scope import SAID, Place, Scope
from speeches.checks.structure.counted import (
    NUMBER,
    Counted,
    announced,
    is_anothers,
    items,
    list_behind,
    list_of,
    name,
    slogans,
    stands_directly,
)
from speeches.checks.structure.named import Named, named, named_before
from speeches.checks.structure.sequences import name_of
from speeches.document.numbering import count_word

_PROMISE = re.compile(
    rf"(?:(?<=[我就再先来面上重])(?:讲|谈|说|提出?|强调)|(?<=[，,])提出?|讲|谈)(?:以下|如下)?"
    rf"(?P<number>{NUMBER})(?P<word>点|个方面|个问题|件事|层意思|句话)"
)
_SENTENCE = 60
_HERE = re.compile("下面|现就|在此|借此|在这里")
_OTHER_PARTS = re.compile(
    "先|再|最后|然后|并就|同时|接着|第[一二三四五]|去年|上[次午周个]|曾|刚才|年初|[书县市区省镇局]长|书记|要求我|给我"
)


def _promises(scope: Scope) -> Iterator[Hit]:
    parts = _parts(scope)
    if parts is None:
        return
    place, number = parts
    for seen in scope.search(_PROMISE, where=SAID):
        if (seen.block, seen.start) >= place:
            return
        at = seen.start + seen.match.start("number") - seen.match.start()
        counted = Counted(
            seen.block, at, seen.end, seen.match["number"], seen.match["word"], is_quoted=False
        )
        if counted.number not in (1, number) and not _is_part_of(scope, seen.block, seen.start):
            message = f"说是“{counted.shown}”，后面有{count_word(number)}个部分。"
            yield _on(counted, message, counted.with_number(number))


def _on(counted: Counted, message: str, fix: str | None = None) -> Hit:
    return Hit(counted.block, counted.start, counted.end, message, fix)


def _is_part_of(scope: Scope, block: int, start: int) -> bool:
    """Whether the sentence says that something else is said besides (先通报情况，再讲两点)."""
    before = re.split("[。！？；]", scope.texts[block][max(start - _SENTENCE, 0) : start])[-1]
    # 下面，我再强调三点 comes behind what others have said, and is all that is said now.
    by_others = before.endswith(("，", ",")) and scope.texts[block].startswith("提", start)
    if by_others and not _HERE.search(before):
        return True  # 市委高度重视，提出三点要求
    return bool(_OTHER_PARTS.search(before.replace("再", "") if "下面" in before else before))


def _parts(scope: Scope) -> tuple[tuple[int, int], int] | None:
    """Where the parts of the speech begin, and how many there are; None where it cannot be said."""
    tops = [
        each
        for each in scope.lists
        if each.parent is None and each.labels[0].opens and each.labels[0].rank <= _LOWEST_PART
    ]
    if tops:
        number = items(scope, tops[0])
        first = tops[0].labels[0]
        alone = all(each.labels[0].rank > first.rank for each in tops[1:])
        return ((first.block, first.start), number) if number and alone else None
    heads = [part.heading for part in scope.parts if part.heading is not None]
    return ((heads[0], 0), len(heads)) if len(heads) > 1 else None


_LOWEST_PART = RANKS[Style.HAN_BRACKETED]


def _miscounted(scope: Scope) -> Iterator[Hit]:
    for counted in scope.lists:
        said = announced(scope, counted) if counted.labels[0].rank > 1 else None
        number = items(scope, counted) if said else None
        if said and number and said.number != number and not _goes_on(scope, counted, said):
            yield _differs(said, number)
    below = {slogan: list_of(scope, slogan) for slogan in slogans(scope)}
    counts = {id(each): items(scope, each) for each in below.values() if each}
    # 去年是“四稳”，今年是“三稳”: where one of a block fits, the other counts something else.
    right = {
        (slogan.block, id(each))
        for slogan, each in below.items()
        if counts.get(id(each)) == slogan.number
    }
    for slogan, each in below.items():
        number = counts.get(id(each))
        fits = (slogan.block, id(each)) in right
        if number and not fits and not is_anothers(scope, slogan):
            yield _differs(slogan, number)


_MORE = re.compile("此外|还有|另外|等等|…")


def _goes_on(scope: Scope, counted: Enumeration, said: Counted) -> bool:
    """Whether fewer are listed than said, and it is told that there are more."""
    last = counted.last
    more = _MORE.search(scope.texts[last.block], last.end, last.end + _ITEM)
    return said.number > last.number and more is not None


_ITEM = 300  # characters


def _differs(counted: Counted, number: int) -> Hit:
    message = f"说是{counted.shown}，列出来的有{count_word(number)}条。"
    return _on(counted, message, counted.with_number(number))


def _misnamed(scope: Scope) -> Iterator[Hit]:
    for found in named_before(scope):
        counted = found.counted
        if found.least <= counted.number <= found.most or _is_of_books(scope, counted):
            continue
        if found.has_etcetera and counted.number > found.most:
            if not _names_all(found):
                continue
        elif not found.has_etcetera and found.alike != found.least:
            continue
        is_sure = found.alike > 1 or (counted.is_quoted and counted.number < found.least)
        message = f"{counted.shown}前面列了{_range(found.least, found.most)}项，数目不一致。"
        level = None if is_sure else Level.WARNING
        yield Hit(counted.block, counted.start, counted.end, message, level=level)


def _is_of_books(scope: Scope, counted: Counted) -> bool:
    """Whether it counts titles: 《…》《…》等两个文件 (D12)."""
    before = scope.texts[counted.block][: counted.start]
    return not counted.is_quoted and before.endswith(("》", "》等"))


def _names_all(found: Named) -> bool:
    """Whether all are meant that are named before 等: three or more, and only one is wanting.

    Two or three of “八大工程” may stand for all.
    """
    counted = found.counted
    alike = found.alike > 2 and found.alike == found.least
    return found.most > 2 and (counted.is_quoted or alike) and counted.number == found.most + 1


def _range(least: int, most: int) -> str:
    return count_word(most) if least == most else f"{count_word(least)}到{count_word(most)}"


_BOOKS = re.compile(
    r"(?P<books>《[^《》\n]{1,60}》(?:（[^（）\n]{1,12}）)?(?:[、和及与]{0,2}《[^《》\n]{1,60}》(?:（[^（）\n]{1,12}）)?){1,20}+)"
    rf"(?P<etc>等)?(?P<number>{NUMBER})"
    r"(?P<word>[本部册篇](?!门|署|队|级|分)|[个份项件套类种](?:\w{0,4}?)(?:文件|方案|意见|教材|制度|办法|规定|条例|法律|法规|通知|规划|决议|决定|议案|草案"
    r"|计划|纲要|标准|规范|预案|清单|手册|指南|读本|报告|细则))"
)


def _books(scope: Scope) -> Iterator[Hit]:
    for seen in scope.search(_BOOKS, needs=("》",)):
        match = seen.match
        number = match["books"].count("《")
        start = seen.start + match.start("number") - match.start()
        counted = Counted(
            seen.block, start, seen.end, match["number"], match["word"], is_quoted=False
        )
        if counted.number == number or (match["etc"] and counted.number > number):
            continue
        message = f"前面列了{count_word(number)}个名称，这里说是“{counted.shown}”。"
        yield _on(counted, message, counted.with_number(number))


def _without_word(scope: Scope) -> Iterator[Hit]:
    """Items in whose headings the word of their common name is missing (“五稳”: 稳)."""
    for slogan in slogans(scope):
        counted = list_of(scope, slogan)
        if counted is None or items(scope, counted) != slogan.number:
            continue
        for at, label in enumerate(counted.labels):
            start, end = name_of(scope, label)
            if slogan.core not in name(scope, counted, at) and start < end:
                message = f"这一条属于{slogan.shown}，但没有“{slogan.core}”字样。"
                yield Hit(label.block, start, end, message)


_EXPLAINED_BEFORE = re.compile(
    "(?:简称|称为|称作|叫做|叫作|概括为|归纳为|总结为|就是|即|谓之?)[为：:]?“$"
)
_EXPLAINED_BEHIND = re.compile(
    "”(?:[，,]?(?:即|就是|是指|指的是|也就是|包括|分别是)|[^。！？；“”]{0,12}[（(：:]|——)"
)
_ENDS = tuple("。！？；：…”）")  # what a heading has none of
_MOST = 12  # 二十大, 三十条: larger numbers count no slogan's points


def _coined(scope: Scope) -> dict[str, list[Counted]]:
    """The quoted short forms by name, as they stand in the text that is said."""
    uses: dict[str, list[Counted]] = {}
    for slogan in slogans(scope):
        is_said = scope.texts[slogan.block].endswith(_ENDS)
        if slogan.number <= _MOST and is_said and scope.places[slogan.block] is Place.BODY:
            uses.setdefault(slogan.shown, []).append(slogan)
    return uses


def _is_explained(scope: Scope, slogan: Counted) -> bool:
    text = scope.texts[slogan.block]
    if _EXPLAINED_BEFORE.search(text, max(slogan.start - 8, 0), slogan.start):
        return True
    if _EXPLAINED_BEHIND.match(text, slogan.end):
        return True
    found = named(scope, slogan)
    if found and (found.has_etcetera or found.least <= slogan.number <= found.most):
        return True
    return _has_list(scope, slogan)


def _has_list(scope: Scope, slogan: Counted) -> bool:
    if list_of(scope, slogan) is not None:
        return True
    following = list_behind(scope, slogan)
    return following is not None and stands_directly(scope, slogan, following)


def _used_early(scope: Scope) -> Iterator[Hit]:
    for shown, uses in _coined(scope).items():
        explained = next((each for each in uses if _is_explained(scope, each)), None)
        if explained and explained.block > uses[0].block and not _is_entry(scope, explained):
            yield _on(uses[0], f"{shown}到后面才讲明是什么，第一次用时应当讲明。")


def _is_entry(scope: Scope, slogan: Counted) -> bool:
    """Whether the explanation begins a paragraph (“八个增长”：…), as announced before it."""
    text = scope.texts[slogan.block]
    return slogan.start == 1 and text.startswith(("：", ":"), slogan.end + 1)


def _never_explained(scope: Scope) -> Iterator[Hit]:
    for shown, uses in _coined(scope).items():
        if not any(_is_explained(scope, each) for each in uses):
            yield _on(uses[0], f"全文没有讲明{shown}指的是什么，听的人未必知道。")


RULES: tuple[Rule, ...] = (
    Rule(
        id="D9",
        family=Family.STRUCTURE,
        title="说讲几点，与部分的数目不符",
        level=Level.ERROR,
        source="前后一致",
        why="开头说讲几点，后面就应当有几个部分。",
        bad=(
            "下面，我讲⟦三点→四点⟧意见。\n一、看成绩\n二、找差距\n三、定目标\n四、抓落实",
            "今天主要讲⟦四个方面→两个方面⟧。\n（一）认清形势。要看远。\n（二）抓好落实。要干实。",
            "下面我谈⟦3点→2点⟧看法。\n标题| 看成绩\n成绩不少。\n标题| 找差距\n差距也有。",
        ),
        good=(
            "下面，我讲三点意见。\n一、看成绩\n二、找差距\n三、抓落实",
            "下面，我先通报情况，再讲两点意见。\n一、通报情况\n二、看成绩\n三、抓落实",
            "下面，我讲几点意见。\n一、看成绩\n二、抓落实",
        ),
        find=_promises,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D10",
        family=Family.STRUCTURE,
        title="提法里的数与列出的条数不符",
        level=Level.ERROR,
        source="前后一致",
        why="“五个方面”下面只有四条，听的人会数出来。",
        bad=(
            "要抓好⟦三件事→两件事⟧：一是修路；二是架桥。",
            "重点做到“⟦四个坚持→三个坚持⟧”。一要坚持严管，二要坚持厚爱，三要坚持公开。",
            "今年实现了“⟦五稳→三稳⟧”。\n（一）增收稳步。收入多了。\n（二）就业稳定。都有活干。\n（三）物价稳当。没有大涨。",
        ),
        good=(
            "要抓好两件事：一是修路；二是架桥。",
            "坚持“五育并举”。一是坚持德育为先；二是坚持健康第一。",
            "落实“四个坚持”。一要加强领导，二要强化督查。",
        ),
        find=_miscounted,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D11",
        family=Family.STRUCTURE,
        title="“N大工程”前面列的项数不符",
        level=Level.ERROR,
        source="前后一致",
        why="列了几项就是几项，数目写错会传错任务。",
        bad=(
            "实施水网工程、路网工程、电网工程等“⟦四大工程⟧”。",
            "抓好清河行动、护林行动、净土行动等⟦两大行动⟧。",
            "推进水网工程、路网工程⟦三大工程⟧建设。",
        ),
        good=(
            "实施水网工程、路网工程、电网工程等“三大工程”。",
            "实施水网工程、路网工程等“五大工程”。",
            "走访了东港、西港、南港等12个镇。",
        ),
        find=_misnamed,
    ),
    Rule(
        id="D12",
        family=Family.STRUCTURE,
        title="书名与“N本”不符",
        level=Level.ERROR,
        source="前后一致",
        why="前面列了几个书名或文件名，后面的数就应当是几。",
        bad=(
            "编印了《山歌集》《渔歌集》⟦三本→两本⟧教材。",
            "出台《护林办法》《护渔办法》《防火办法》⟦两个办法→三个办法⟧。",
            "学习了《护林条例》和《防火条例》⟦3部→2部⟧法规。",
        ),
        good=(
            "编印了《山歌集》《渔歌集》两本教材。",
            "编印了《山歌集》《渔歌集》等五本教材。",
            "落实《护林办法》《护渔办法》10项任务。",
        ),
        find=_books,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="D13",
        family=Family.STRUCTURE,
        title="条目里少了提法的关键字",
        level=Level.WARNING,
        source="前后一致",
        why="“五稳”的每一条都应当有“稳”字。",
        bad=(
            "今年实现了“四稳”。\n（一）增收稳步。钱多了。\n（二）就业稳定。有活干。\n（三）物价稳当。没有涨。\n（四）⟦社会安宁⟧。案子少。",
            "做到“三个坚持”：一要坚持严管，二要坚持厚爱，三要⟦公开透明⟧。",
            "开展“三大行动”：一是清河行动；二是⟦护林巡查⟧；三是净土行动。",
        ),
        good=(
            "今年实现了“两稳”。\n（一）增收稳步。钱多了。\n（二）就业稳定。有活干。",
            "做到“三个坚持”：一要坚持严管，二要坚持厚爱，三要坚持公开。",
            "抓好三件事：一是修路；二是架桥；三是通车。",
        ),
        find=_without_word,
    ),
    Rule(
        id="D15",
        family=Family.STRUCTURE,
        title="新提法先用后解释",
        level=Level.WARNING,
        source="办文惯例",
        why="听的人第一次听到简称时，应当知道它指什么。",
        bad=(
            "这是夺取“⟦两线赢⟧”的底气。\n下半年要努力实现防汛和生产“两线赢”。",
            "去年“⟦三清⟧”成效明显。\n今年继续做好清河、清沟、清塘等“三清”工作。",
            "都要做到“⟦三到⟧”。\n所谓“三到”，即人到、心到、力到。",
        ),
        good=(
            "努力实现防汛和生产“两线赢”。\n这是夺取“两线赢”的底气。",
            "去年做了清河、清沟、清塘（以下简称“三清”）。\n“三清”成效明显。",
            "坚持“五育并举”。\n德智体美劳全面培养，就是“五育并举”。",
        ),
        find=_used_early,
    ),
    Rule(
        id="D16",
        family=Family.STRUCTURE,
        title="新提法没有解释",
        level=Level.HINT,
        source="办文惯例",
        why="简称不讲明，听的人只能猜。",
        bad=(
            "各村都要落实“⟦三看⟧”。",
            "全面推行“⟦四联⟧”机制。\n“四联”机制要管用。",
            "各站所要做到“⟦五清⟧”，不留死角。",
        ),
        good=(
            "各村都要落实看水、看田、看路“三看”。",
            "各村都要落实“三看”（看水、看田、看路）。",
            "认真落实“三会一课”和“八项规定”。",
        ),
        find=_never_explained,
    ),
)
