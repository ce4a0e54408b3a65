"""Texts made to take long: each repeated, a rule that looks too far back or ahead shows."""

from __future__ import annotations

SHAPES = (
    # marks, alone and in pairs that never close or never open
    *("、", "，", "。", "；", "：", "…", "...", "！", "—", "-", "·", "“", "“”", "”“", "‘", '"'),
    *("（", "（）", "(", "《", "《》", "〈", "【", "{", "〔", "*", "_", "○", "?"),
    # blanks, letters, digits, and what is no text
    *(" ", "\u3000", "\n", "x", "a ", "a.", "a@", "www.", "GB", "1", "1.", "1,2,", "1-", "1~"),
    *("１", "2020-", "〇", "\0", "\ud800", "\U00020000"),
    # labels and lists
    *("一", "一、", "（一）", "1.一、", "一是", "二要", "一是甲，", "第一，", "首先，", "一是\n"),
    # numbers
    *("3、4", "约1余", "超过1", "1-7月份,", "12月3日", "增长1%", "率比1%", "1万1亿", "1234567,"),
    # words and sentences
    *(
        "的",
        "是",
        "甲\n",
        "甲乙，",
        "进一步",
        "五个",
        "“五稳”",
        "“甲”、",
        "、“甲",
        "《甲》、《乙》",
    ),
    *("市委", "市委市政府", "同志", "同志们，", "通过甲使", "讲三点意见", "等“三大工程”"),
    *("坚持甲，坚持乙。", "×局", "局长", "20**年", "标题。\n", "提高工作质量和效率，"),
)


def repeated(text: str, size: int) -> str:
    """`text` again and again, `size` characters of it."""
    return (text * (size // len(text) + 1))[:size]
