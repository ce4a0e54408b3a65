"""What copies do to Chinese is mended, and what is right stays."""

import pytest

from speeches.importing.changes import Change
from speeches.importing.repairing import repairs_of


def mended(text: str, *, at_edge: bool = False, may_stop: bool = False) -> str:
    told = repairs_of(text, at_edge=at_edge, may_stop=may_stop)
    for change in reversed([each for each in told if isinstance(each, Change)]):
        text = text[: change.start] + change.after + text[change.end :]
    return text


def doubted(text: str) -> list[tuple[str, str]]:
    told = repairs_of(text, at_edge=False, may_stop=False)
    return [(text[d.start : d.end], d.reason) for d in told if not isinstance(d, Change)]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("今天召开会议,目的是:总结;部署.", "今天召开会议，目的是：总结；部署。"),
        ("怎么办?干!", "怎么办？干！"),
        ("增长15%,其中GDP,人均", "增长15%，其中GDP，人均"),
        ("实现“五稳”,推进《意见》;", "实现“五稳”，推进《意见》；"),
        ("汇报会, 主要目的", "汇报会，主要目的"),
        ("(试行),并", "（试行），并"),
        # Inside figures, times, ratios, addresses, standards and English they stay.
        ("投资1,234万元，3.5%", "投资1,234万元，3.5%"),
        ("时间15:40，比例1:500", "时间15:40，比例1:500"),
        ("见GB/T 9704-2012，2011-02-15", "见GB/T 9704-2012，2011-02-15"),
        ("见http://a.cn/b,c;d?e=1,并", "见http://a.cn/b,c;d?e=1，并"),
        ("发到a.b@c.cn,并", "发到a.b@c.cn，并"),
        ("口号是 Faster, higher!", "口号是 Faster, higher!"),
        ("Hello, world: (ok)", "Hello, world: (ok)"),
        # Brackets come in twos.
        ("(一)加强(试行)", "（一）加强（试行）"),
        ("(一）加强（二)", "（一）加强（二）"),
        ("(1)加强", "（1）加强"),
        ("总值(GDP)增长", "总值（GDP）增长"),
        ("(a(甲)b)", "（a（甲）b）"),
        ("函数f(x)在", "函数f(x)在"),
        ("电话(010)88842603", "电话(010)88842603"),
        ("1)加强领导", "1)加强领导"),
        # A point at the end of a sentence, not behind a number.
        ("完成任务. 下一步", "完成任务。下一步"),
        ("一.加强领导.", "一.加强领导。"),
        ("成绩。二.加强领导", "成绩。二.加强领导"),
        ("卡尔.马克思指出", "卡尔.马克思指出"),
        # Quotes come in twos.
        ('实现"五稳"和"三进"', "实现“五稳”和“三进”"),
        ("说\"要'抢'时间\"", "说“要‘抢’时间”"),
        ('他说"it\'s ok"，好', "他说“it's ok”，好"),
        ('＂五稳＂和“三进"', "“五稳”和“三进”"),
        # Dashes and dots.
        ("--在会议上的讲话", "——在会议上的讲话"),
        ("— —在会议上的讲话", "——在会议上的讲话"),
        ("主题──讲话", "主题——讲话"),
        ("1-7月、2020--2022、A--B", "1-7月、2020--2022、A--B"),
        ("提高...加强。。。抓", "提高……加强……抓"),
        ("Wait... 好", "Wait... 好"),
        # Figures and letters of full width.
        ("２０２０年增长３．５％，ＡＩ和ＸＸ县", "2020年增长3.5％，AI和ＸＸ县"),
        ("⒈工业㈠农业⑽", "1.工业（一）农业（10）"),
        # What sets headings and bold words in notes.
        ("## 一、肯定成绩", "一、肯定成绩"),
        ("**一是**加强，**二是**落实", "一是加强，二是落实"),
        ("**（一）教学稳。** 今年", "（一）教学稳。今年"),
        ("- 加强领导", "加强领导"),
        ("**区委书记　林小溪**", "区委书记林小溪"),
        ("**区委书记　林**", "**区委书记林**"),
        ("• 加强领导", "加强领导"),
        ("-5度", "-5度"),
        # What nobody sees.
        ("全\u200b局\x07上\ufeff下", "全局上下"),
        ("a\u200bb", "ab"),
        ("", ""),
    ],
)
def test_marks(typed, right):
    assert mended(typed) == right


def test_a_point_between_han_stops_where_the_text_has_no_other_stops():
    assert mended("完成任务.下一步要干.“抢”时间", may_stop=True) == "完成任务。下一步要干。“抢”时间"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ('是"两张皮".党建', "是“两张皮”。党建"),
        ("17:30.重点", "17:30。重点"),
        ("投资1,286.其中", "投资1,286。其中"),
        ("增长3.25.其中", "增长3.25。其中"),
        ("做到1.抓早2.抓小", "做到1.抓早2.抓小"),
    ],
)
def test_a_point_behind_a_quote_or_a_figure_stops_there_too(typed, right):
    assert mended(typed, may_stop=True) == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("赵 培 军同志", "赵培军同志"),
        ("第一周 ，局党委 开会 。", "第一周，局党委开会。"),
        ("2005 年共 15 所，80% 以上", "2005年共15所，80%以上"),
        ("会议，&nbsp;&nbsp;目的", "会议，目的"),
        ("&nbsp;会议", "会议"),
        ("推进 Windows 系统 new file", "推进 Windows 系统 new file"),
        ("13 87亿", "13 87亿"),
        ("投资13 87亿", "投资13 87亿"),
        ("说 “稳” 字", "说“稳”字"),
        # A number without a mark, or a heading glued to its text, ends at a blank.
        ("一 肯定成绩", "一 肯定成绩"),
        ("第二部分　　下步工作", "第二部分 下步工作"),
        ("10 月份以来", "10月份以来"),
        (
            "（一）教育教学平稳有序 今年以来，全局上下总动员",
            "（一）教育教学平稳有序 今年以来，全局上下总动员",
        ),
        ("（一）教育教学 平稳有序", "（一）教育教学平稳有序"),
        ("一、 肯定成绩", "一、肯定成绩"),
        ("二 、 肯定成绩", "二、肯定成绩"),
    ],
)
def test_blanks_inside_chinese(typed, right):
    assert mended(typed) == right


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("局长 陈志远", "局长 陈志远"),
        ("市教育局局长　　赵 培 军", "市教育局局长 赵培军"),
        ("局长 李 强", "局长 李强"),
        ("讲 话 提 纲", "讲话提纲"),
        ("在全 县 会 议 上 的 讲 话", "在全县会议上的讲话"),
        ("在教育工作 会议上的讲话", "在教育工作会议上的讲话"),
        ("今天，我们 开会", "今天，我们开会"),
        (
            "全区上下团结一心共同努力不断推动教育事业高质量发展 再上台阶再创佳绩",
            "全区上下团结一心共同努力不断推动教育事业高质量发展再上台阶再创佳绩",
        ),
    ],
)
def test_a_blank_between_a_post_and_a_name_stays(typed, right):
    assert mended(typed, at_edge=True) == right


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ('说"稳中求进", 又说"好', [('"', "引号不成对，未作修改")]),
        ('“甲“乙"', [('"', "引号不成对，未作修改")]),
        ("“甲“乙", []),
        ("it's ‘甲", []),
        ("，?规范?", [("?", "问号可能是丢失的引号，未作修改")]),
        ("完成(甲", [("(", "括号不成对，未作修改")]),
        ("完成甲)乙）", [(")", "括号不成对，未作修改")]),
        ("1)加强", []),
    ],
)
def test_what_cannot_be_told_is_doubted_and_stays(text, doubts):
    assert doubted(text) == doubts
