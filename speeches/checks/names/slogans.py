"""E8, E9, E13: what slogans, organs and things are called, by the lists and the speech's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from speeches.checks.base import Family, Hit, Level, Remedy, Rule
from speeches.checks.dating import date_of
from speeches.checks.listed import listed, of_list
from speeches.checks.scope import Scope
from speeches.checks.words import List

_FORMER = re.compile(r"(?:原|时任|前|老|曾|以前的|当时的)[^，。；：！？、\n]{0,6}$")


def _outdated(scope: Scope) -> Iterator[Hit]:
    """Names that another had replaced on the day of the speech; silent where no day is known."""
    date = date_of(scope)
    if date is None:
        return
    for block, start, end, entry in listed(scope, List.OUTDATED):
        since = entry.since
        before = scope.texts[block][max(start - 10, 0) : start]
        if since and since <= date and not _FORMER.search(before):
            day = f"{since.year}年{since.month}月"
            message = f"“{entry.term}”自{day}起改称“{entry.right}”，请核对。"
            yield Hit(block, start, end, message, entry.right)


RULES: tuple[Rule, ...] = (
    Rule(
        id="E8",
        family=Family.NAMES,
        title="政策提法有误",
        level=Level.ERROR,
        source="中央文件的规范表述；词表“规范表述”",
        why="重要提法一字不能错，数字、字词和搭配都以文件为准。",
        bad=(
            "增强⟦“四个意思”→“四个意识”⟧。",
            "深刻⟦领悟“两个确定”→领悟“两个确立”⟧的决定性意义。",
            "学习贯彻⟦党的二十大三中全会→党的二十届三中全会⟧精神。",
            "⟦坚决做到“两个确立”→坚决做到“两个维护”⟧。",
        ),
        good=(
            "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
            "深刻领悟“两个确立”的决定性意义。",
            "学习贯彻党的二十届三中全会精神。",
        ),
        find=of_list(List.WORDINGS),
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E9",
        family=Family.NAMES,
        title="过时的名称和提法",
        level=Level.WARNING,
        source="机构改革方案和中央文件；词表“过时表述”",
        why="机构改革、任务完成以后，名称和提法随之改变，以讲话的日期为准。",
        bad=(
            "日期| （2024年3月5日）\n县⟦计划生育局→卫生健康局⟧要配合做好学生体检。",
            "日期| （2025年1月8日）\n⟦环保局→生态环境局⟧要加强学校周边噪声治理。",
            "日期| （2022年7月1日）\n⟦坚决打赢脱贫攻坚战→巩固拓展脱贫攻坚成果⟧，帮扶困难学生。",
        ),
        good=(
            "日期| （2015年3月5日）\n县环保局要加强学校周边噪声治理。",
            "日期| （2025年1月8日）\n原环保局建设的监测站移交学校使用。",
            "日期| （2024年3月5日）\n县卫生健康局要配合做好学生体检。",
        ),
        find=_outdated,
        remedy=Remedy.SUGGESTED,
    ),
    Rule(
        id="E13",
        family=Family.NAMES,
        title="名称不规范",
        level=Level.WARNING,
        source="中央文件的规范名称；词表“规范名称”",
        why="会议、课程、理论、机构都有规范的全称和简称，不能自己拼。",
        bad=(
            "深化学校⟦思政理论课→思想政治理论课⟧改革。",
            "推进⟦供给侧改革→供给侧结构性改革⟧。",
            "关心帮助⟦残废人→残疾人⟧家庭。",
        ),
        good=(
            "深化学校思想政治理论课改革。",
            "上好思政课，推进供给侧结构性改革。",
            "关心帮助残疾人家庭。",
        ),
        find=of_list(List.NAMES),
        remedy=Remedy.SUGGESTED,
    ),
)
