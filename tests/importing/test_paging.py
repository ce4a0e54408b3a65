"""What a page sets round its text is known by where it stands."""

import pytest

from speeches.importing.lines import told_lines
from speeches.importing.paging import furniture

WIDE = "今年以来全区上下坚持稳字当头克服种种困难较好完成"
ANOTHER = "下半年各部门要继续聚焦主责主业不断提高服务水平努"
HEAD = "全区工作会议讲话"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["— 3 —"], {0: "页码"}),
        (["- 12 -"], {0: "页码"}),
        (["第 3 页"], {0: "页码"}),
        (["第三页 共九页"], {0: "页码"}),
        (["共9页，第3页"], {0: "页码"}),
        (["3/9"], {0: "页码"}),
        (["Page 3 of 9"], {0: "页码"}),
        (["=========="], {0: "分隔线"}),
        # Numbers alone, where they count up or cut a sentence.
        ([WIDE, "1", ANOTHER], {1: "页码"}),
        (["甲。", "1", "乙。", "2", "丙。"], {1: "页码", 3: "页码"}),
        (["甲。", "1", "乙。", "7", "丙。"], {}),
        (["甲。", "12", "乙。"], {}),
        ([WIDE, "12"], {}),
        # Running heads, beside page numbers or across sentences.
        (
            [HEAD, WIDE, "— 1 —", HEAD, ANOTHER, "— 2 —", HEAD, "乙。"],
            {2: "页码", 3: "页眉或水印", 5: "页码", 6: "页眉或水印"},
        ),
        ([HEAD, WIDE, HEAD, ANOTHER, HEAD, "乙。"], dict.fromkeys((0, 2, 4), "页眉或水印")),
        ([HEAD, "甲。", HEAD, "乙。", HEAD, "丙。"], {}),
        ([HEAD, WIDE, HEAD, f"{ANOTHER}力推进", HEAD, "乙。"], {}),
        ([HEAD, WIDE, HEAD, "乙。"], {}),
        # What is said again is no running head.
        (["（掌声）", WIDE, "（掌声）", ANOTHER, "（掌声）"], {}),
        (["责任单位：教育局", WIDE, "责任单位：教育局", ANOTHER, "责任单位：教育局"], {}),
        (["一、工作", WIDE, "一、工作", ANOTHER, "一、工作"], {}),
        (["好！", WIDE, "好！", ANOTHER, "好！"], {}),
        ([], {}),
    ],
)
def test_page_furniture(lines, found):
    assert furniture(told_lines(tuple(lines))[0]) == found
