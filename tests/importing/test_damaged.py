"""A text of our own with the damage of the seed: half-width marks, masks, junk for a whole part."""

from __future__ import annotations

from speeches.document.assemble import assemble
from speeches.importing.as_json import as_json
from speeches.importing.facts import facts_of
from speeches.importing.parsing import parse

TEXT = """\
在全县半年水利工作会议上的讲话提纲

今天召开全县半年水利工作会议,主要任务是回顾上半年工作,安排下半年任务.刚才,各乡镇汇报了情况,讲得实在.在此,我代表局党组表示衷心感谢。

一、回顾上半年工作

上半年,全县水利系统顶住汛情压力,实现"三稳"目标.

(一)防汛抗旱平稳有序。x座水库安全度汛,1-6月份转移群众××人次,没有一人伤亡。

(二)工程建设稳中提速。完成投资x亿元,出台《x县水网规划(20**-2025年)》,开工泵站3座。

(三)河湖管护稳步推进。巡河1.2万人次,整治“四乱”问题15个。

半年成绩来之不易。在肯定成绩的同时,我们也要清醒看到不足:骨干工程标准不高,小型水库隐患不少,基层力量薄弱,等等。

二、明确下半年重点

下半年,要加快实施水库加固工程、灌区改造工程、“智慧河湖”提升工程等“三大工程”,夺取全年胜利。

本文剩余内容

该内容需要登录后才可以阅读

  • 月度会员特权:19.9元
  • 年度会员特权:免费

开通会员立即阅读

(三)工作要落地,就是要狠抓进度。一要倒排工期,挂图作战,每周调度二要加强协调,主动服务。要难点先攻、重点先抓。三要严格考核,奖优罚劣

(四)工作要落细,就是要狠抓质量。做到“三个坚持”。一要坚持标准,一把尺子量到底二要坚持验收,不合格的一律返工三要坚持终身负责,谁签字谁负责
"""


def test_it_comes_in_with_nothing_to_retype() -> None:
    found = parse(TEXT)
    made = as_json(found)
    assert made["title"] == "在全县半年水利工作会议上的讲话提纲"
    assert [len(made["opening"]), made["closing"]] == [1, []]
    first, second, third = made["sections"]
    assert [point["heading"] for point in first["points"]] == [
        "防汛抗旱平稳有序",
        "工程建设稳中提速",
        "河湖管护稳步推进",
    ]
    assert [len(first["lead"]), len(first["tail"])] == [1, 1]
    assert (second["heading"], second["kind"], len(second["lead"])) == (
        "明确下半年重点",
        "priorities",
        1,
    )
    assert (third["heading"], third["kind"]) == (None, "requirements")
    assert [[item["marker"] for item in point["items"]] for point in third["points"]] == [
        ["一要", "二要", "三要"]
    ] * 2
    assert made["placeholders"] == 5


def test_what_is_missing_is_said_and_nothing_else_is_left_over() -> None:
    made = as_json(parse(TEXT))
    junk = [line.strip() for line in TEXT.split("\n")[20:29] if line.strip()]
    assert [(line["line"], line["text"], line["reason"]) for line in made["unrecognised"]] == [
        (21, "\n".join(junk), "此处原文缺失"),
        (30, "（三）", "序号不连贯：从“（三）”开始"),
    ]
    gone = [line["before"] for line in made["repairs"] if line["line"] in range(20, 30)]
    assert gone == junk


def test_the_numbers_of_the_print_are_those_of_the_source() -> None:
    printed = [block.text for block in assemble(facts_of(parse(TEXT))).blocks]
    assert [line[:3] for line in printed if line[0] in "一二三（"] == [
        *["一、回", "（一）", "（二）", "（三）", "二、明", "三、〔"],
        *["（一）", "（二）", "（三）", "（四）"],
    ]
    assert printed[-1] == (
        "（四）工作要落细，就是要狠抓质量。做到“三个坚持”。一要坚持标准，一把尺子量到底；"
        "二要坚持验收，不合格的一律返工；三要坚持终身负责，谁签字谁负责。"
    )
