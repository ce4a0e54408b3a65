"""Whether the numbers of an edition can make a page, and if not, how to mend them.

First every number by itself is held to what paper, type and people can bear; then, if all are,
what they make together. Every refusal is a sentence for the person who fills in the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import NamedTuple

from speeches.document.tree import Role
from speeches.typeset.characters import width
from speeches.typeset.edition import POINTS_PER_MM, Edition, PageNumber, Place, Style
from speeches.typeset.lines import LOOSEST, SPACING_UNIT, TIGHTEST


class UnworkableEdition(Exception):
    """No page can be made so. `reasons`: a sentence by the name of the edition's field.

    The size of the title, which is no field of its own, is called `title_size`.
    """

    def __init__(self, reasons: Mapping[str, str]) -> None:
        super().__init__("".join(reasons.values()))
        self.reasons = reasons


Reasons = Iterator[tuple[str, str]]


class _Limits(NamedTuple):
    name: str
    low: float
    high: float
    unit: str
    remedy: str = "改成其中的数"


# Smallest and largest: paper from A6 to A2, type from 小六 (6.5 pt) to 初号 (42 pt) and for
# titles beyond; fewer than 5 lines or 8 characters make no page, and 5 mm is what printers need.
_LIMITS: Mapping[str, _Limits] = {
    "paper_width": _Limits("纸宽", 100, 420, "毫米"),
    "paper_height": _Limits("纸高", 100, 600, "毫米"),
    "margin_top": _Limits("上边距", 5, 200, "毫米"),
    "margin_left": _Limits("左边距", 5, 200, "毫米"),
    "area_width": _Limits("版心宽", 50, 400, "毫米", "加大或减小左右边距"),
    "area_height": _Limits("版心高", 50, 580, "毫米", "加大或减小上下边距"),
    "lines": _Limits("每页行数", 5, 60, "行"),
    "columns": _Limits("每行字数", 8, 80, "字"),
    "size": _Limits("正文字号", 6.5, 42, "磅"),
    "after_title": _Limits("标题下面的空行", 0, 4, "行"),
    "after_names": _Limits("姓名和日期下面的空行", 0, 4, "行"),
}
_TYPE = (6.5, 72)  # pt, of whatever is not the body
_EDGE = 5  # mm of the paper that printers leave white
_SHORTEST_TITLE = 6  # characters that a line of the title must hold
_INK = 0.95  # em: characters are no higher, so that lines of a title so close do not touch yet
_WIDEST_NUMBER = 888  # no speech has more pages
_LEVELS = 4
_LONGEST_FORM = 20
_FORM = "页码的写法里要有且只有一处{}表示数字，且不超过20字，请改写，如“— {} —”。"
_SPOILS_CSS = re.compile(r'["\\<>{};\x00-\x1f\x7f\ud800-\udfff]')
_SPOILS_TEXT = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def validated(edition: Edition) -> Edition:
    """The edition itself. Raises UnworkableEdition with every reason why it cannot work."""
    for check in (_each_number, _together):
        reasons: dict[str, str] = {}
        for name, sentence in check(edition):
            reasons.setdefault(name, sentence)
        if reasons:
            raise UnworkableEdition(reasons)
    return edition


def _each_number(edition: Edition) -> Reasons:
    """NaN is between nothing, so it is refused like what is too small or too large."""
    for name, (chinese, low, high, unit, remedy) in _LIMITS.items():
        if not low <= getattr(edition, name) <= high:
            yield name, f"{chinese}要在{low:g}到{high:g}{unit}之间，请{remedy}。"
    yield from _names(edition)
    yield from _styles(edition)
    yield from _page_number(edition)
    yield from _stamp(edition)


def _names(edition: Edition) -> Reasons:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", edition.key):
        yield "key", "版式的代号只能用小写字母、数字和连字符，请改写代号。"
    if not edition.name.strip() or _SPOILS_TEXT.search(edition.name):
        yield "name", "版式要有名称，名称里不能换行，请填写名称。"
    for name in (name for names in edition.fonts.values() for name in names):
        if not name.strip() or _SPOILS_CSS.search(name):
            yield "fonts", "字体名不能空着，也不能有引号、括号、分号和反斜线，请改写字体名。"


def _styles(edition: Edition) -> Reasons:
    if missing := [role for role in Role if role not in edition.roles]:
        yield "roles", f"没有写明{'、'.join(missing)}怎样排，请补上。"
        return
    if len(edition.levels) < _LEVELS:
        yield "levels", "要写明四级标题各怎样排，请补上缺的几级。"
    title, *others = (edition.roles[role] for role in Role)
    if not _is_type(title.size):
        yield "title_size", "标题字号要在{:g}到{:g}磅之间，请改成其中的数。".format(*_TYPE)
    if not all(map(_is_type, (style.size for style in others))):
        yield "roles", "各部分的字号要在{:g}到{:g}磅之间，请改成其中的数。".format(*_TYPE)
    if edition.roles[Role.BODY].size != edition.size:
        yield "roles", "正文的字号与版式的字号不一致，请改成一样。"
    if any(style.size != edition.size for style in edition.levels):
        yield "levels", "各级标题接排在正文里，字号要与正文一样，请改成正文的字号。"


def _is_type(size: float) -> bool:
    return _TYPE[0] <= size <= _TYPE[1]


def _page_number(edition: Edition) -> Reasons:
    number = edition.page_number
    if not _is_type(number.size):
        yield "page_number", "页码字号要在{:g}到{:g}磅之间，请改成其中的数。".format(*_TYPE)
    if not 0 <= number.drop <= _LIMITS["paper_height"].high:
        yield "page_number", "页码要排在版心下面，请把页码到版心的距离改成正数。"
    form = number.form
    if form.count("{}") != 1 or len(form) > _LONGEST_FORM or _SPOILS_TEXT.search(form):
        yield "page_number", _FORM


def _stamp(edition: Edition) -> Reasons:
    stamp = edition.stamp
    if not _is_type(stamp.size) or not 0 <= stamp.rise <= _LIMITS["paper_height"].high:
        yield "stamp", "文稿标记要排在版心上面，请改它的字号和到版心的距离。"


def _together(edition: Edition) -> Reasons:
    """What numbers that are good each by itself make of the page."""
    yield from _on_the_paper(edition)
    yield from _across(edition)
    yield from _indents(edition)
    yield from _down(edition)


def _on_the_paper(edition: Edition) -> Reasons:
    below = edition.paper_height - edition.margin_top - edition.area_height
    if edition.paper_width - edition.margin_left - edition.area_width < _EDGE:
        yield "area_width", "版心右边离纸边不到5毫米，请加大右边距，或减小左边距。"
    if below < _EDGE:
        yield "area_height", "版心下边离纸边不到5毫米，请加大下边距，或减小上边距。"
    yield from _number_outside(edition.page_number, edition.area_width * POINTS_PER_MM, below)
    if edition.stamp.rise + edition.stamp.size / POINTS_PER_MM > edition.margin_top:
        yield "stamp", "文稿标记排到纸外去了，请减小它到版心的距离，或加大上边距。"


def _number_outside(number: PageNumber, room: float, below: float) -> Reasons:
    """`room`: pt from side to side of the type area; `below`: mm from it to the paper's edge."""
    half = number.size / 2 / POINTS_PER_MM
    if number.place is Place.NONE:
        return
    if number.size * (sum(map(width, number.text(_WIDEST_NUMBER))) / 2 + number.inset) > room:
        yield "page_number", "页码比版心还宽，请减小页码字号。"
    if number.drop < half:
        yield "page_number", "页码压在正文上，请加大页码到版心的距离，或减小页码字号。"
    if number.drop + half > below:
        yield "page_number", "页码排到纸外去了，请减小页码到版心的距离，或加大下边距。"


def _across(edition: Edition) -> Reasons:
    """Characters may be set closer or wider than they are by the bound of `lines` only."""
    gaps = (edition.area_width * POINTS_PER_MM - edition.size) / edition.size
    most = floor(gaps / (1 + TIGHTEST * SPACING_UNIT)) + 1
    least = ceil(gaps / (1 + LOOSEST * SPACING_UNIT)) + 1
    if edition.columns > most:
        remedy = "请减少每行字数，或减小正文字号、减小左右边距。"
        yield "columns", f"每行最多排得下{most}字，{remedy}"
    if edition.columns < least:
        remedy = "请增加每行字数，或加大正文字号、加大左右边距。"
        yield "columns", f"每行不到{least}字就太稀了，{remedy}"
    for name, style in _other_types(edition):
        if edition.columns_of(style) < _SHORTEST_TITLE:
            yield name, f"{style.size:g}磅的字一行排不下{_SHORTEST_TITLE}个，请减小字号或左右边距。"


def _indents(edition: Edition) -> Reasons:
    longest = edition.columns / 2
    if not 0 <= edition.page_number.inset <= longest:
        yield "page_number", "页码缩进不能超过半行，请减少缩进的字数。"
    for name, styles in (("roles", edition.roles.values()), ("levels", edition.levels)):
        if any(not 0 <= style.indent <= longest for style in styles):
            yield name, "首行缩进不能超过半行，请减少缩进的字数。"


def _down(edition: Edition) -> Reasons:
    """A line is at least as high as the body's type, and as the ink of any other."""
    if edition.pitch < edition.size:
        most = floor(edition.area_height * POINTS_PER_MM / edition.size)
        remedy = "请减少每页行数，或减小正文字号、减小上下边距。"
        yield "lines", f"每页最多排得下{most}行，{remedy}"
        return
    for name, style in _other_types(edition):
        if edition.pitch < _INK * style.size:
            yield name, f"{style.size:g}磅的字比行距还高，请减小这个字号，或减少每页行数。"


def _other_types(edition: Edition) -> Iterator[tuple[str, Style]]:
    """The styles whose type is not the body's, under the name of their field."""
    for role, style in edition.roles.items():
        if style.size != edition.size:
            yield ("title_size" if role is Role.TITLE else "roles"), style
