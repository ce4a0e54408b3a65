"""Texts to break: some as an office writes them, some as nobody does."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

_WORDS = (
    "工作", "落实", "全面", "推进", "教育", "学校", "教师", "学生", "建设", "质量", "改革", "发展",
    "提升", "管理", "服务", "安全", "制度", "责任", "我们", "要", "在", "和", "的", "了", "把",
    "对", "为", "以", "坚持", "加强", "完善", "健全", "深化", "进一步", "各级", "部门", "单位",
    "干部", "群众", "基础", "重点", "难点", "问题", "短板", "措施", "任务", "目标", "成效", "经验",
    "办法", "体系", "机制", "能力", "水平", "规划", "项目", "资金", "上半年", "下半年", "今年以来",
    "与此同时", "会议精神", "一把手", "稳中求进", "实事求是", "统筹兼顾", "真抓实干",
)  # fmt: skip
_NUMBERS = (
    "12", "3.5亿元", "8.6%", "12,345个", "2026年", "7月16日", "15:40", "100%", "±0.5", "36.6℃",
    "1—7月", "2020—2022年", "￥100,000", "−3.5%", "第3次",
)  # fmt: skip
_LATIN = ("GDP", "5G", "AI", "“互联网+”", "e-mail", "A/B", "App", "COVID-19", "K歌")
_ENDS = ("。", "。", "。", "；", "！", "？", "……")


def paragraph_of(chance: Random) -> str:
    """A paragraph as it could stand in a speech: clauses, quotations, titles, numbers, brackets."""
    return "".join(_sentence(chance) for _ in range(chance.randint(1, 6)))


def _sentence(chance: Random) -> str:
    clauses = [_clause(chance) for _ in range(chance.randint(1, 5))]
    marks = [chance.choice("，，，，、：") for _ in clauses[1:]]
    ends = [*marks, chance.choice(_ENDS)]
    return "".join(clause + mark for clause, mark in zip(clauses, ends, strict=True))


def _clause(chance: Random) -> str:
    words = [_word(chance) for _ in range(chance.randint(2, 7))]
    if chance.random() < 0.05:
        words.insert(1, "——")
    return "".join(words)


def _word(chance: Random) -> str:
    words = "".join(chance.choices(_WORDS, k=chance.randint(1, 3)))
    kind = chance.random()
    if kind < 0.10:
        return chance.choice(_NUMBERS)
    if kind < 0.12:
        return chance.choice(_LATIN)
    if kind < 0.18:
        return f"“{words}”"
    if kind < 0.21:
        return f"《{words}“{words}”》（{chance.choice(_NUMBERS)}）"
    return f"（{words}）" if kind < 0.24 else words


_FRAGMENTS = (
    *("中", "文", "字", "教育", "喆", "𠮷") * 3,
    *"。，、；：？！”’）》」】“‘（《「【￥·…—～/%℃,.;:!?()",
    *("——", "……", "”，“", "》、《", "））", "（（", "“《"),
    *("12", "3.5%", "−3", "12,345", "15:40", "１２", "2026-07-16", "12345678901234567890" * 2),
    *("a", "Word", "e-mail", "internationalization" * 2, "https://www.gov.cn/a/b-c?d=1&e=2"),
    *(" ", "\u3000", "   ", "\n", "\u00a0"),
    *("\u0301", "\u200d", "\ufe00", "\U000e0100", "👨\u200d👩\u200d👧", "👍\U0001f3fd", "が"),
    *("\x00", "\u2028", "\ud800", "\u2060", "\t"),
)
odd_texts = st.lists(st.sampled_from(_FRAGMENTS), max_size=60).map("".join)
# Marks, but no more in a row than a line holds: what the rules ask for can always be done.
sober_texts = st.lists(
    st.text("中12“”（）。，、《》·￥%", max_size=16).map("文字{}文字".format), max_size=12
).map("".join)
