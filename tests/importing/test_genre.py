"""Speeches, and texts that only look like one."""

import pytest

from speeches.importing.genre import SPEECH, genre_of, read_signs
from speeches.importing.words import BadList
from tests.importing import shapes

OTHERS = {
    "主持词": "全市工作会议主持词\n现在开会。会议共有三项议程。\n下面，请李明同志讲话。\n散会。",
    "新闻稿": "全市养老工作会议召开\n本报讯 全市养老工作会议召开。会议强调，要抓好落实。记者 王平",
    "通知": "关于召开会议的通知\n各处室：\n现将有关事项通知如下：\n一、时间\n二、地点\n特此通知。",
    "领导简历": "陈志远，男，汉族，1970年5月出生，1992年参加工作，大学学历。\n1992年任科员。",
    "合同": "采购合同\n甲方：市教育局\n乙方：某公司\n经协商签订本合同。\n违约责任另行约定。",
    "会议纪要": "局长办公会议纪要\n出席人员：甲、乙\n会议议定如下事项。",
    "述职报告": "2020年度述职报告\n市教育局　陈志远\n现将履职情况述职如下。\n以上述职，请评议。",
    "请示": "关于解决经费的请示\n市政府：\n因工作需要，申请经费。\n妥否，请批示。",
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_genre_is_told_and_asked_about(name: str) -> None:
    text = OTHERS[name]
    found = genre_of(text, text.split("\n", 1)[0])
    assert (found.name, found.is_speech) == (name, False)
    assert found.question == f"这像是一篇{name}，仍要导入吗？"


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_a_speech_is_a_speech(name: str) -> None:
    text = shapes.text(shapes.SHAPES[name])
    assert genre_of(text, text.split("\n", 1)[0]) == SPEECH


def test_a_title_that_says_speech_counts_for_more_than_what_is_told_inside() -> None:
    text = "在签约仪式上的讲话\n甲方是某集团，乙方是市政府，本合同意义重大，违约责任清楚。"
    assert genre_of(text, "在签约仪式上的讲话") == SPEECH
    assert genre_of(text, "签约") != SPEECH


def test_news_of_a_speech_is_no_speech() -> None:
    title = "全市养老工作会议召开 陈志远出席并讲话"
    text = f"{title}\n本报讯 全市养老工作会议召开。陈志远强调，要抓好落实。"
    assert genre_of(text, title).name == "新闻稿"


def test_of_a_long_text_the_beginning_and_the_end_are_looked_at() -> None:
    text = "关于开会的通知\n" + "甲" * 20_000 + "\n特此通知。"
    assert genre_of(text, "关于开会的通知").name == "通知"


@pytest.mark.parametrize(
    "bad",
    [
        None,
        [{"signs": {}}],
        [{"name": "", "signs": {}}],
        [{"name": "函"}],
        [{"name": "函", "signs": {"甲": 0}}],
        [{"name": "函", "signs": {"(": 1}}],
    ],
)
def test_a_bad_list_is_refused(bad: object) -> None:
    with pytest.raises(BadList):
        read_signs(bad)
