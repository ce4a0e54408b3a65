"""样张: a text of our own that shows an edition; whoever sets the page reads no speech."""

from __future__ import annotations

import datetime
from functools import cache

from speeches.document.assemble import assemble
from speeches.document.facts import NodeFacts, Row, SpeechFacts
from speeches.services.copies import Copy

PAGES = 2  # an odd one and an even one

_OPENING = (
    "这是一份样张，专门给定版式的同志看。正式的讲话稿换一种版式，文字一个不动，只是每行、每页装的字数不同，"
    "页数也就跟着变。"
)
_FIRST = (
    "版式定下来以后，起草时右边的版面、领导看的定稿、导出的文件都按这里排。改以前先看样张，改好了印一份，"
    "量一量边距，请老同志看一看字够不够大、行够不够疏，心里才有数。"
)
_SECOND = (
    "讲话稿一般用到四级标题。单独成行的，不会落在一页的最后；接排在段里的，只换字体，不另起一行。"
)
_THIRD = (
    "一行的开头不会有逗号、句号，末尾不会有前引号、前括号；“——”“……”不拆开，12.5%、1,680个、"
    "2026年这样的数字也不拆开。一行里差半个字的，由字距匀出来，左右两边都齐。"
)
_FOURTH = "四级标题的字体、加粗，都在旁边选，选了马上看得见。"
_MARGINS = (
    "上边距是纸的上沿到第一行的距离，左边距是装订的一边。按国家标准，A4纸上边距3.7厘米、左边距2.8厘米，"
    "版心宽15.6厘米、高22.5厘米，一页22行、一行28字。行数少，行距就大；字数少，字距就大。"
)
_TURNING = (
    "一页排满了，接着排下一页。单页的页码在右，双页的页码在左，装订起来都在书的外边；只印一面的，"
    "可以放在中间。页码两边的短横要不要，也在旁边选。"
)
_READING = (
    "坐着看的稿子，三号字正合适；站在台上念的，字要大，行要疏，一页末尾最好正是一句话的末尾，"
    "翻页时不至于把话断开。"
)
_PRINTING = "打印时选“实际大小”，不要选“适合纸张”，不然边距就不准了。"


@cache
def specimen() -> Copy:
    """A title, a name, a date, headings of every level and paragraphs: two pages and more."""
    facts = SpeechFacts(
        Row("specimen", 1),
        title="关于讲话稿版式样张的说明",
        subtitle="——给定版式的同志看的",
        post="办公室",
        speaker="样  张",
        date=datetime.date(2026, 7, 16),
        salutation="同志们：",
        opening=_OPENING,
        nodes=(_first_part(), _second_part()),
        closing="样张就到这里。看着合适，就按“保存”。",
    )
    return Copy(assemble(facts), revision=1, date=None, is_draft=False)


def _first_part() -> NodeFacts:
    """Down to the fourth level."""
    fourth = _node(5, "第四级标题", _FOURTH, heading_run_in=True)
    third = _node(4, "第三级标题", _THIRD, fourth, heading_run_in=True)
    second = _node(3, "第二级标题", _SECOND, third)
    return _node(2, "第一级标题", _FIRST, second, _node(6, "边距和行数", _MARGINS))


def _second_part() -> NodeFacts:
    """What fills the second page, in the standard's type and in larger."""
    return _node(
        7,
        "再看第二页",
        _TURNING,
        _node(8, "字号", _READING, heading_run_in=True),
        _node(9, "打印", _PRINTING, heading_run_in=True),
    )


def _node(
    key: int, heading: str, body: str, *children: NodeFacts, heading_run_in: bool = False
) -> NodeFacts:
    return NodeFacts(
        Row("specimen", key),
        heading=heading,
        heading_run_in=heading_run_in,
        body=body,
        children=children,
    )
