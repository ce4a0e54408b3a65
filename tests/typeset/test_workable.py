"""Which editions can work, and what is said of those that cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from speeches.document.tree import Role
from speeches.typeset.edition import BUILT_IN, LARGE, STANDARD, Edition, Face, Place, Style
from speeches.typeset.workable import UnworkableEdition, validated

TITLE, NAMES = STANDARD.roles[Role.TITLE], STANDARD.roles[Role.DATE]


def with_role(role: Role, **changes: Any) -> Mapping[Role, Style]:
    return {**STANDARD.roles, role: replace(STANDARD.roles[role], **changes)}


def reasons(edition: Edition) -> Mapping[str, str]:
    with pytest.raises(UnworkableEdition) as refusal:
        validated(edition)
    assert str(refusal.value) == "".join(refusal.value.reasons.values())
    return refusal.value.reasons


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_the_editions_of_the_house_work(edition: Edition) -> None:
    assert validated(edition) is edition


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("paper_width", (99, 421, -210), "纸宽要在100到420毫米之间，请改成其中的数。"),
        ("paper_height", (99, 601), "纸高要在100到600毫米之间，请改成其中的数。"),
        ("margin_top", (4, 201, -37), "上边距要在5到200毫米之间，请改成其中的数。"),
        ("margin_left", (0, 201), "左边距要在5到200毫米之间，请改成其中的数。"),
        ("area_width", (49, 401), "版心宽要在50到400毫米之间，请加大或减小左右边距。"),
        ("area_height", (49, 581), "版心高要在50到580毫米之间，请加大或减小上下边距。"),
        ("lines", (0, 4, 61, -22, 10**12), "每页行数要在5到60行之间，请改成其中的数。"),
        ("columns", (0, 7, 81, -1), "每行字数要在8到80字之间，请改成其中的数。"),
        ("after_title", (-1, 5), "标题下面的空行要在0到4行之间，请改成其中的数。"),
        ("after_names", (-1, 5), "姓名和日期下面的空行要在0到4行之间，请改成其中的数。"),
    ],
)
@pytest.mark.parametrize("odd", [float("nan"), float("inf"), -float("inf"), 1e300])
def test_every_number_stays_within_its_limits(
    name: str, values: tuple[float, ...], sentence: str, odd: float
) -> None:
    for value in (*values, odd):
        assert reasons(replace(STANDARD, **{name: value}))[name] == sentence


@pytest.mark.parametrize("size", [0, -16, 6, 43, float("nan"), 1e9])
def test_type_is_neither_too_small_nor_too_large(size: float) -> None:
    roles = {role: replace(style, size=size) for role, style in STANDARD.roles.items()}
    levels = tuple(replace(style, size=size) for style in STANDARD.levels)
    edition = replace(STANDARD, size=size, roles=roles, levels=levels)
    assert reasons(edition)["size"] == "正文字号要在6.5到42磅之间，请改成其中的数。"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"key": "My Own"}, {"key": "版式的代号只能用小写字母、数字和连字符，请改写代号。"}),
        ({"key": ""}, {"key": "版式的代号只能用小写字母、数字和连字符，请改写代号。"}),
        ({"name": " "}, {"name": "版式要有名称，名称里不能换行，请填写名称。"}),
        ({"name": "甲\n乙"}, {"name": "版式要有名称，名称里不能换行，请填写名称。"}),
        (
            {"fonts": {Face.HEI: ("黑体", 'a"; } body { color: red')}},
            {"fonts": "字体名不能空着，也不能有引号、括号、分号和反斜线，请改写字体名。"},
        ),
        (
            {"fonts": {Face.HEI: ("",)}},
            {"fonts": "字体名不能空着，也不能有引号、括号、分号和反斜线，请改写字体名。"},
        ),
        (
            {"roles": {Role.TITLE: TITLE}},
            {
                "roles": "没有写明subtitle、speaker、date、salutation、body怎样排，请补上。",
            },
        ),
        ({"levels": STANDARD.levels[:3]}, {"levels": "要写明四级标题各怎样排，请补上缺的几级。"}),
        (
            {"roles": with_role(Role.TITLE, size=80)},
            {"title_size": "标题字号要在6.5到72磅之间，请改成其中的数。"},
        ),
        (
            {"roles": with_role(Role.DATE, size=1)},
            {"roles": "各部分的字号要在6.5到72磅之间，请改成其中的数。"},
        ),
        (
            {"roles": with_role(Role.BODY, size=15)},
            {"roles": "正文的字号与版式的字号不一致，请改成一样。"},
        ),
        (
            {"levels": LARGE.levels},
            {"levels": "各级标题接排在正文里，字号要与正文一样，请改成正文的字号。"},
        ),
        (
            {"roles": with_role(Role.BODY, indent=15)},
            {"roles": "首行缩进不能超过半行，请减少缩进的字数。"},
        ),
        (
            {"levels": tuple(replace(style, indent=-1) for style in STANDARD.levels)},
            {"levels": "首行缩进不能超过半行，请减少缩进的字数。"},
        ),
    ],
)
def test_names_and_styles_can_be_used(changes: dict[str, Any], expected: dict[str, str]) -> None:
    assert reasons(replace(STANDARD, **changes)) == expected


OUTSIDE = "页码压在正文上，请加大页码到版心的距离，或减小页码字号。"
OFF = "页码排到纸外去了，请减小页码到版心的距离，或加大下边距。"
FORM = "页码的写法里要有且只有一处{}表示数字，且不超过20字，请改写，如“— {} —”。"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"size": 0}, "页码字号要在6.5到72磅之间，请改成其中的数。"),
        ({"inset": 15}, "页码缩进不能超过半行，请减少缩进的字数。"),
        ({"inset": -1}, "页码缩进不能超过半行，请减少缩进的字数。"),
        ({"drop": -7}, "页码要排在版心下面，请把页码到版心的距离改成正数。"),
        ({"drop": float("nan")}, "页码要排在版心下面，请把页码到版心的距离改成正数。"),
        ({"form": "第页"}, FORM),
        ({"form": "{}／{}"}, FORM),
        ({"form": "{0}"}, FORM),
        ({"form": "—\n{}"}, FORM),
        ({"form": "{}" + "—" * 19}, FORM),
        ({"size": 72, "form": "第 {} 页次", "drop": 15}, "页码比版心还宽，请减小页码字号。"),
        ({"drop": 2}, OUTSIDE),
        ({"drop": 33}, OFF),
    ],
)
def test_a_page_number_stands_below_the_text_and_on_the_paper(
    changes: dict[str, Any], sentence: str
) -> None:
    edition = replace(STANDARD, page_number=replace(STANDARD.page_number, **changes))
    assert reasons(edition) == {"page_number": sentence}


def test_a_page_number_that_is_not_printed_stands_in_nobody_s_way() -> None:
    number = replace(STANDARD.page_number, drop=0, place=Place.NONE)
    validated(replace(STANDARD, page_number=number))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"size": 0}, "文稿标记要排在版心上面，请改它的字号和到版心的距离。"),
        ({"rise": -1}, "文稿标记要排在版心上面，请改它的字号和到版心的距离。"),
        ({"rise": 32}, "文稿标记排到纸外去了，请减小它到版心的距离，或加大上边距。"),
    ],
)
def test_a_stamp_stands_above_the_text_and_on_the_paper(
    changes: dict[str, Any], sentence: str
) -> None:
    edition = replace(STANDARD, stamp=replace(STANDARD.stamp, **changes))
    assert reasons(edition) == {"stamp": sentence}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"margin_left": 50},
            {"area_width": "版心右边离纸边不到5毫米，请加大右边距，或减小左边距。"},
        ),
        (
            {"margin_top": 68},
            {
                "area_height": "版心下边离纸边不到5毫米，请加大下边距，或减小上边距。",
                "page_number": OFF,
            },
        ),
        (
            {"columns": 30},
            {"columns": "每行最多排得下29字，请减少每行字数，或减小正文字号、减小左右边距。"},
        ),
        (
            {"columns": 24},
            {"columns": "每行不到25字就太稀了，请增加每行字数，或加大正文字号、加大左右边距。"},
        ),
        (
            {"lines": 40},
            {"lines": "每页最多排得下39行，请减少每页行数，或减小正文字号、减小上下边距。"},
        ),
        (
            {"lines": 31},
            {"title_size": "22磅的字比行距还高，请减小这个字号，或减少每页行数。"},
        ),
        (
            {"roles": with_role(Role.DATE, size=36)},
            {"roles": "36磅的字比行距还高，请减小这个字号，或减少每页行数。"},
        ),
        (
            {"lines": 8, "roles": with_role(Role.TITLE, size=72)},
            {},
        ),
        (
            {"area_width": 120, "columns": 21, "lines": 8, "roles": with_role(Role.TITLE, size=72)},
            {"title_size": "72磅的字一行排不下6个，请减小字号或左右边距。"},
        ),
    ],
)
def test_the_numbers_go_together(changes: dict[str, Any], expected: dict[str, str]) -> None:
    edition = replace(STANDARD, **changes)
    if expected:
        assert reasons(edition) == expected
    else:
        validated(edition)


@pytest.mark.parametrize("columns", range(25, 30))
def test_what_the_bound_of_spacing_allows_is_allowed(columns: int) -> None:
    validated(replace(STANDARD, columns=columns))


def office(margins: tuple[float, float, float, float], body: tuple[int, int, int]) -> Edition:
    """Margins on the left, right, top and bottom in mm; lines, columns and size of type."""
    left, right, top, bottom = margins
    lines, columns, size = body
    return replace(
        STANDARD,
        margin_left=left,
        margin_top=top,
        area_width=210 - left - right,
        area_height=297 - top - bottom,
        lines=lines,
        columns=columns,
        size=size,
        levels=tuple(replace(style, size=size) for style in STANDARD.levels),
        roles={
            role: style if role is Role.TITLE else replace(style, size=size)
            for role, style in STANDARD.roles.items()
        },
    )


@pytest.mark.parametrize(
    ("margins", "body"),
    [
        ((28, 26, 37, 42.7), (22, 28, 16)),  # lines 28 pt apart
        ((28, 26, 37, 35), (30, 28, 16)),  # 30 lines, nearly as close as the title is high
        ((31.8, 31.8, 25.4, 25.4), (24, 26, 16)),  # the margins that Word begins with
        ((31.8, 31.8, 25.4, 25.4), (26, 34, 12)),  # 小四
        ((31.8, 31.8, 25.4, 25.4), (30, 35, 12)),  # at one and a half lines
        ((31.8, 31.8, 25.4, 25.4), (26, 29, 14)),  # 四号
        ((25, 25, 25, 20), (25, 27, 16)),
    ],
)
def test_what_offices_ask_for_works(
    margins: tuple[float, float, float, float], body: tuple[int, int, int]
) -> None:
    validated(office(margins, body))


def test_all_that_is_wrong_is_said_at_once() -> None:
    edition = replace(
        STANDARD, lines=0, columns=0, name="", fonts=MappingProxyType({Face.KAI: ("",)})
    )
    assert list(reasons(edition)) == ["lines", "columns", "name", "fonts"]
