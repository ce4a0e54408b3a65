"""Nothing of a text is lost on the way to paragraphs, whatever the text."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speeches.importing.cleaning import clean
from speeches.importing.source import LAYOUT, Cleaned, Doubt, Removed, Repair, Span

# The damage of a real copy, in a text of our own.
DAMAGED = """首页 > 领导讲话 > 正文

在全区教育工作推进会上的讲话提纲
局长 林 远 山
浏览次数:1234

今天召开全区教育工作推进会,主要目的是总结"双减"工作,部署下阶段任务.

一、肯定上半年工作

(一)课堂教学稳中提质。完成投资x亿元 ,20**-2022年新建学校×所(详见www.example.cn/a?b=1)。

二、明确下半年重点

下半年,要加快实施阳光体育工程。

剩余内容不在此页

请选择阅读方式

• 单篇阅读方式:3.5点
• 包月阅读方式:18点
马上选择阅读

(三)工作要到时。一要明确目标任务二要提高能力

上一篇:没有了
下一篇:没有了"""


def spans(cleaned: Cleaned) -> list[Span]:
    """The spans of all that was kept, replaced and removed."""
    kept = [span for paragraph in cleaned.paragraphs for _, span in paragraph.pieces]
    return [*kept, *(each.span for each in (*cleaned.repairs, *cleaned.removed))]


def assert_nothing_is_lost(cleaned: Cleaned) -> None:
    covered = Counter(
        (span.line, index) for span in spans(cleaned) for index in range(span.start, span.end)
    )
    assert covered == Counter(
        (number, index)
        for number, line in enumerate(cleaned.lines, start=1)
        for index in range(len(line))
    )
    for repair in cleaned.repairs:
        line, start, end = repair.span
        told = cleaned.lines[line - 1][start:end]
        assert repair.before == (told or "\n")
    for removed in cleaned.removed:
        line, start, end = removed.span
        assert removed.text == cleaned.lines[line - 1][start:end]
    for paragraph in cleaned.paragraphs:
        assert paragraph.text == paragraph.text.strip() != ""
        for offset, (line, start, end) in paragraph.pieces:
            told = cleaned.lines[line - 1][start:end]
            assert paragraph.text[offset : offset + end - start] == told


OFFICE = st.text(
    st.sampled_from(
        "一二三要是、。，；：（）“”‘’会议工作教育局长x×*20年-—….,;:()?!\"' \t　\n\r\u200b\ufeff•>#"
    )
)
WORDS = st.lists(
    st.sampled_from(
        [
            "登录后查看全文",
            "（三）",
            "二、",
            "工作要到位，",
            "\n",
            "\n\n",
            "　　",
            "www.a.cn",
            "上一篇：",
            "— 3 —",
            "12",
            "• 身份甲:3.5点\n• 身份甲:点",
            "今年以来全区上下坚持稳字当头较好完成各项目标任务",
            "局长 陈 志 远",
            '"',
            "。",
        ]
    )
).map("".join)


@given(st.text() | OFFICE | WORDS, st.booleans())
def test_every_character_is_kept_replaced_or_removed(text, repair):
    assert_nothing_is_lost(clean(text, repair=repair))


@given(OFFICE | WORDS, st.randoms(use_true_random=False))
def test_whatever_is_undone_nothing_is_lost_and_it_is_not_done(text, chance):
    done = clean(text)
    keys = [each.key for each in (*done.repairs, *done.removed)]
    undone = frozenset(chance.sample(keys, chance.randint(0, len(keys))))
    again = clean(text, undone=undone)
    assert_nothing_is_lost(again)
    repaired = {repair.key for repair in again.repairs}
    removed = {each.key for each in again.removed if each.reason != LAYOUT}
    assert not undone & (repaired | removed)


@given(OFFICE | WORDS)
def test_without_repair_every_line_that_says_something_is_a_paragraph_as_it_came(text):
    kept = clean(text, repair=False)
    stripped = [line.strip("\ufeff\u200b \t　\r") for line in kept.lines]
    assert [paragraph.text for paragraph in kept.paragraphs] == [line for line in stripped if line]
    assert (kept.repairs, {removed.reason for removed in kept.removed} - {LAYOUT}) == ((), set())


@given(OFFICE | WORDS)
def test_cleaning_what_is_clean_keeps_its_characters(text):
    once = [paragraph.text for paragraph in clean(text, repair=False).paragraphs]
    again = clean("\n".join(once), repair=False)
    assert [paragraph.text for paragraph in again.paragraphs] == once


def test_a_damaged_copy_comes_out_as_it_was_written():
    cleaned = clean(DAMAGED)
    assert [paragraph.text for paragraph in cleaned.paragraphs] == [
        "在全区教育工作推进会上的讲话提纲",
        "局长 林远山",
        "今天召开全区教育工作推进会，主要目的是总结“双减”工作，部署下阶段任务。",
        "一、肯定上半年工作",
        "（一）课堂教学稳中提质。完成投资x亿元，20**-2022年新建学校×所。",
        "二、明确下半年重点",
        "下半年，要加快实施阳光体育工程。",
        "（三）工作要到时。一要明确目标任务二要提高能力",
    ]
    assert [paragraph.gap_before for paragraph in cleaned.paragraphs] == [*[False] * 7, True]
    assert_nothing_is_lost(cleaned)


def test_what_was_taken_out_is_listed_with_its_reason():
    listed = [
        (removed.text, removed.reason, removed.is_gap)
        for removed in clean(DAMAGED).removed
        if removed.reason != LAYOUT
    ]
    assert listed == [
        ("首页 > 领导讲话 > 正文", "导航", False),
        ("浏览次数:1234", "计数", False),
        ("(详见www.example.cn/a?b=1)", "网址或水印", False),
        ("剩余内容不在此页", "网站的付费提示", True),
        ("请选择阅读方式", "网站的付费提示", False),
        ("• 单篇阅读方式:3.5点", "网站的付费提示", False),
        ("• 包月阅读方式:18点", "网站的付费提示", False),
        ("马上选择阅读", "网站的付费提示", False),
        ("上一篇:没有了", "导航", False),
        ("下一篇:没有了", "导航", False),
    ]


def test_a_removal_that_is_undone_leaves_the_gap_to_its_neighbour():
    text = "讲话\n一、工作\n完成任务。\n登录后查看全文\n开通会员即可阅读全文\n二、安排"
    first, second = (removed for removed in clean(text).removed)
    again = clean(text, undone=frozenset({first.key}))
    assert again.removed == (Removed(second.span, second.text, second.reason, is_gap=True),)
    assert [(paragraph.text, paragraph.gap_before) for paragraph in again.paragraphs[3:]] == [
        ("登录后查看全文", False),
        ("二、安排", True),
    ]
    none = clean(text, undone=frozenset({first.key, second.key}))
    assert not any(paragraph.gap_before for paragraph in none.paragraphs)


def test_a_repair_says_where_and_why():
    assert clean("讲话\n 会议 ,好").repairs == (
        Repair(Span(2, 3, 4), " ", "", "删去空格"),
        Repair(Span(2, 4, 5), ",", "，", "半角改全角"),
    )


def test_a_repair_that_is_undone_stays_as_typed():
    assert clean("会议 ,好", undone=frozenset({"1:3"})).paragraphs[0].text == "会议,好"


def test_a_joined_line_end_is_a_repair_without_a_stretch():
    line = "全区上下迎难而上，主要指标稳中有进，"
    text = f"讲话\n{line}\n成绩来之不易。"
    (told,) = clean(text).repairs
    assert told == Repair(Span(2, 18, 18), "\n", "", "接上断行")
    assert [one.text for one in clean(text, undone=frozenset({told.key})).paragraphs] == [
        "讲话",
        line,
        "成绩来之不易。",
    ]


def test_what_is_doubted_is_told_where_it_stands():
    assert clean('讲话\n  说"好').doubts == (Doubt(Span(2, 3, 4), '"', "引号不成对，未作修改"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("可登录www.a.gov.cn查询。", "可登录www.a.gov.cn查询。"),
        ("意见请发至 a@b.gov.cn，件件有回音。", "意见请发至 a@b.gov.cn，件件有回音。"),
        ("推进www.a.com改革。", "推进改革。"),
        ("一水多用。（本文由某某文库整理）滴水归盆。", "一水多用。滴水归盆。"),
        ("成效明显，某某小铺 abc.example 首发再上台阶。", "成效明显，再上台阶。"),
        ("投诉热线12345678供水管网改造。", "投诉热线12345678供水管网改造。"),
        ("20230615澄川论坛成功举办。", "20230615澄川论坛成功举办。"),
        ("（本文件由办公室整理）", "（本文件由办公室整理）"),
    ],
)
def test_an_address_goes_unless_the_speaker_says_it(text, told):
    assert clean(f"讲话\n{text}").paragraphs[1].text == told


def test_an_address_at_the_head_of_a_wrapped_line_is_said_in_the_line_before():
    line = "全区上下迎难而上主要指标稳中有进新开工项目个数居前列群众可登录"
    text = f"讲话\n{line}\nwww.a.gov.cn办理{line[8:]}\n{line[1:]}，\n再上台阶。"
    assert clean(text).paragraphs[1].text.startswith(f"{line}www.a.gov.cn办理{line[8:]}")


def test_a_line_of_which_nothing_is_left_is_no_paragraph_and_hands_its_gap_on():
    text = "讲话\n完成任务。\n登录后查看全文\n\u2061\u2062\n一、安排"
    cleaned = clean(text)
    assert [(one.text, one.gap_before) for one in cleaned.paragraphs] == [
        ("讲话", False),
        ("完成任务。", False),
        ("一、安排", True),
    ]
    assert_nothing_is_lost(cleaned)


def test_a_mark_cut_in_two_by_a_line_end_stays():
    line = "全区上下迎难而上主要指标稳中有进新开工项目个数居全市前列完成投资"
    text = f"讲话\n{line}\n{line[1:]}-\n-再上台阶。"
    assert clean(text).paragraphs[1].text == f"{line}{line[1:]}--再上台阶。"


@pytest.mark.parametrize(
    "hostile",
    [
        *",;:()?!.\"' -—…*x#•>（“\u200b\u3000一",
        "&nbsp;",
        "www.",
        "a@b.",
        "（一）",
        "一是",
        " ,",
        '" ',
        "下载",
        "登录",
        "1/",
        "首页>",
        "20",
        "甲 ",
        "甲　　乙。",
        "\n ",
        "\r\n",
        "甲\n",
        "12\n",
        "登录后查看全文\n",
        "• 身份:3点\n",
        "猜你喜欢\n",
        "一、\n",
        "全区上下迎难而上主要指标稳中有进\n",
        "(((",
        ")))",
    ],
)
def test_hostile_texts_lose_nothing(hostile):
    assert_nothing_is_lost(clean((hostile * 20_000)[:20_000]))


def test_any_jumble_of_lines_loses_nothing():
    lines = DAMAGED.split("\n")
    text = "\n".join(lines[each * 7 % len(lines)][: each * 11 % 41] for each in range(3000))
    assert_nothing_is_lost(clean(text))
