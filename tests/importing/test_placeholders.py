"""Masks are found where they stand, and nothing else is taken for one."""

import pytest

from speeches.importing.placeholders import find


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("完成投资x亿元，新建×所", ["x", "×"]),
        ("推进X区、ＸＸ县和**局工作", ["X", "ＸＸ", "**"]),
        ("投资 x 亿元", ["x"]),
        ("（20**-2022年）", ["20**"]),
        ("201x年、20××年和20XX年X月XX日", ["201x", "20××", "20XX", "X", "XX"]),
        ("《x和合文化》", ["x"]),
        ("完成5×个", ["5×"]),
        ("共____人，其中＿＿名", ["____", "＿＿"]),
        ("〔待补充〕【数据待核】（请填写单位）", ["〔待补充〕", "【数据待核】", "（请填写单位）"]),
        ("【】（ ）", ["【】", "（ ）"]),
        ("{{数据名}}", ["{{数据名}}"]),
        ("○○市□□局", ["○○", "□□"]),
        ("张**同志", ["**"]),
        ("**市**局", ["**", "**"]),
        # Multiplied, part of a word, and what sets words bold.
        ("3×4、3 × 4、2*2米、4x100", []),
        ("max、Xbox、X光、x轴、5G×AI", []),
        ("二○二○年", []),
        ("**一是**加强领导；**二是**抓落实", []),
        ("成绩。**重点工作**要抓", []),
        ("* 重点工作", []),
        ("***", []),
        ("（一）（试行）", []),
        ("", []),
    ],
)
def test_masks(text, masks):
    assert [mask.text for mask in find(text)] == masks


def test_a_mask_says_where_it_stands():
    assert [(mask.start, mask.end) for mask in find("确定x所，20**年")] == [(2, 3), (5, 9)]
