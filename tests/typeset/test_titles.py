"""Titles broken by sense, GB/T 9704—2012, 7.3.1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.typeset.lines import Measure
from speeches.typeset.titles import MOST_LINES, title_lines

EM = 22.0
_NARROW = "0123456789.%-, abc"


def advances(text: str) -> list[float]:
    return [EM / 2 if char in _NARROW else EM for char in text]


def measure(columns: float, spacing: int = 0) -> Measure:
    return Measure(columns * EM, indent=0, size=EM, spacing=spacing, justified=False)


def lines(text: str, columns: float = 20) -> list[str]:
    spans = title_lines(text, advances(text), measure(columns))
    return [text[start:end] for start, end in spans]


# In 20 characters of 小标宋, as the standard's page has them.
@pytest.mark.parametrize(
    "expected",
    [
        "在全市教育系统重点工作汇报会上的讲话",
        "在全县教育系统上半年重点工作 / 汇报会上的讲话提纲",
        "在全市教育系统党风廉政建设 / 工作会议上的讲话",
        "在市教育局党组“不忘初心、牢记使命” / 专题民主生活会上的讲话",
        "在全市中小学校园安全工作 / 电视电话会议上的讲话",
        "在澄川县第十五届人民代表大会 / 第三次会议上的工作报告",
        "关于全市2026年上半年教育 / 重点项目建设情况的汇报",
        "在全市教育系统学习贯彻 / 党的二十届四中全会精神专题研讨班上的讲话",
        "在全市高质量发展大会 / 暨优化营商环境推进会上的讲话",
        "在2025年度全市教育工作总结表彰大会 / 暨2026年重点工作部署会上的讲话",
        "关于进一步加强和改进新时代全市中小学 / 思想政治工作的实施意见",
        "在全县乡村振兴重点工作 / 现场推进会上的总结讲话",
        "在局机关全体干部职工大会上的动员讲话提纲",
        "凝心聚力抓落实，担当作为促发展， / 努力办好人民满意的教育",
        "在庆祝第四十二个教师节 / 暨优秀教师表彰大会上的讲话",
        "在局党组理论学习中心组 / 2026年第三次集体学习会上的发言提纲",
        "在《澄川市学前教育条例》 / 贯彻实施座谈会上的讲话",
        "在全市“双减”工作推进会 / 暨课后服务现场会上的讲话",
        "在全市安全生产和消防安全 / 重点工作会议上的讲话",
        "在市政府第三季度经济运行 / 分析会上的汇报材料",
        "在全省教育系统“十五五” / 规划编制工作启动会上的讲话",
        "在全市党建引领基层治理 / 现场推进会上的交流发言",
        "在全市安全生产领导小组 / 第十二次全体会议上的讲话",
        "在市委教育工作领导小组 / 会议上的情况汇报提纲",
        "在2026年全市普通高校招生考试 / 安全保密工作会议上的讲话",
        "关于召开全市教育系统 / 警示教育大会的预备通知",
        "在全市教育系统警示教育大会上的 / 讲话提纲（征求意见稿）",
        "在全市职业教育产教融合校企合作 / 经验交流会上的讲话",
        "在全市学前教育普及普惠县 / 创建工作推进会上的讲话",
        "在市直机关党建工作 / 暨意识形态工作会议上的讲话",
        "在全市卫生健康系统作风建设 / 专项行动动员会上的讲话",
        "在全市水利工作会议 / 暨防汛抗旱工作部署会上的讲话",
        "在全市住房和城乡建设工作 / 电视电话会议上的讲话",
        "在全区义务教育优质均衡发展区创建 / 迎检工作动员大会上的讲话",
        "在“扬帆杯”全市中小学生 / 运动会开幕式上的致辞",
        "在全市政务服务和数据管理系统 / 半年工作总结会上的讲话",
        "在全市信访工作联席会议 / 2026年第二次全体会议上的讲话",
        "中共澄川市教育局党组关于2026年上半年 / 落实全面从严治党责任情况的报告",
        "在全市交通运输系统安全生产专项整治 / 三年行动推进会上的讲话",
        "在全市人力资源和社会保障工作 / 座谈会上的发言提纲",
        "以高质量党建引领教育事业高质量发展",
        "在2026年春季学期全市中小学 / 校长工作会议上的讲话",
        "在学习贯彻 / 习近平新时代中国特色社会主义思想 / 主题教育动员大会上的讲话",
        "在2026年全市教育系统 / 党风廉政建设和反腐败工作会议上的讲话",
        "在中共澄川市委教育工作委员会 / 2026年第一次全体会议上的讲话",
        "在市教育局机关及直属单位 / 干部职工大会上的讲话",
        "在贯彻落实中央八项规定精神 / 学习教育专题党课上的讲稿",
        "在数字化转型背景下教育评价改革 / 专题研讨班结业式上的讲话",
        "在澄川市第一中学 / 建校一百二十周年庆祝大会上的致辞",
    ],
)
def test_a_title_is_broken_by_sense_into_a_trapezium(expected: str) -> None:
    assert lines(expected.replace(" / ", "")) == expected.split(" / ")


# In 28 characters of 楷体.
@pytest.mark.parametrize(
    "expected",
    [
        "——在全市教育系统2026年上半年重点工作汇报 / 暨下半年工作部署推进会上的讲话",
        "——在全市宣传思想文化工作会议 / 暨精神文明建设工作推进会上的讲话提纲",
        "澄川市委教育工作委员会书记， / 澄川市教育局党组书记、局长　李喆珺",
        "市委教育工作领导小组副组长，市人民政府副市长、 / 教育督导委员会主任　欧阳明远",
    ],
)
def test_a_subtitle_and_a_speaker_are_broken_so_too(expected: str) -> None:
    assert lines(expected.replace(" / ", ""), 28) == expected.split(" / ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("讲话", ["讲话"]),
        # What was typed stands, however long or short its lines.
        ("在全市\n教育系统工作会议上的讲话", ["在全市", "教育系统工作会议上的讲话"]),
        ("坚定信心\n——在会上的讲话", ["坚定信心", "——在会上的讲话"]),
        ("上\n\n下", ["上", "", "下"]),
        ("　在会上　\n 的讲话 ", ["在会上", "的讲话"]),
        ("　 \n讲话", ["", "讲话"]),
        # Only what does not fit between two typed breaks is broken further.
        (
            "凝心聚力\n在全县教育系统上半年重点工作汇报会上的讲话提纲",
            ["凝心聚力", "在全县教育系统上半年重点工作", "汇报会上的讲话提纲"],
        ),
        # A blank at a break vanishes.
        (
            "坚定信心　真抓实干　奋力谱写全市教育高质量发展新篇章",
            ["坚定信心　真抓实干", "奋力谱写全市教育高质量发展新篇章"],
        ),
        (
            "坚定信心 攻坚克难 推动全市教育事业高质量发展再上新台阶",
            ["坚定信心 攻坚克难", "推动全市教育事业高质量发展再上新台阶"],
        ),
        # Three lines make a diamond; an hourglass is worse than an uneven break.
        (
            "关于深入学习贯彻党的二十届四中全会精神奋力谱写全市教育高质量发展新篇章的情况汇报",
            [
                "关于深入学习贯彻党的二十届四中全会精神",
                "奋力谱写全市教育高质量发展",
                "新篇章的情况汇报",
            ],
        ),
        (
            "在全市教育系统重点工作汇报会暨党风廉政建设工作会议暨校园安全工作推进会上的讲话",
            [
                "在全市教育系统重点工作汇报会",
                "暨党风廉政建设工作会议暨校园安全",
                "工作推进会上的讲话",
            ],
        ),
        # No word, nothing to go by: given back whole, for the engine of lines to break.
        ("a" * 50, ["a" * 50]),
        ("全市教育" * 30, ["全市教育" * 30]),
    ],
)
def test_a_typed_break_stands_and_other_titles_are_shaped(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_spacing_counts() -> None:
    text = "全市教育系统工作会议"
    room = Measure(10 * EM, indent=0, size=EM, spacing=0, justified=False)
    assert title_lines(text, advances(text), room) == [(0, 10)]
    tracked = Measure(10 * EM, indent=0, size=EM, spacing=1, justified=False)
    assert title_lines(text, advances(text), tracked) == [(0, 6), (6, 10)]


_words = st.sampled_from(
    ("在", "全市", "教育", "工作会议", "暨", "的", "讲话", "2026年", "第三次", "《条例》", "“双减”",
     "，", "　", " ", "庥", "——", "abc", "\n", "（", "）", "\u0301", "和", "落实")
)  # fmt: skip


@given(st.lists(_words, max_size=40).map("".join), st.integers(5, 28))
def test_lines_hold_the_title_in_order_and_none_is_wider_than_the_page(
    text: str, columns: int
) -> None:
    spans = title_lines(text, advances(text), measure(columns))
    assert [text[start:end] for start, end in spans if start < end] == [
        text[start:end].strip(" 　") for start, end in spans if start < end
    ]
    kept = "".join(text[start:end] for start, end in spans)
    blanks = str.maketrans("", "", " 　\n")
    assert kept.translate(blanks) == text.translate(blanks)
    assert spans == sorted(spans)
    for start, end in spans:
        width = sum(advances(text[start:end]))
        typed = max(map(len, text.split("\n")))
        assert width <= columns * EM or typed > 3 or width > MOST_LINES * columns * EM
