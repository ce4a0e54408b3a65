"""Examples that need the register of persons or the names of the bureau's units."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from speeches.checks.examples import Example
from speeches.checks.settings import Person, Settings

_OFFICE = Settings(
    bureau=("丰川市教育体育局", "市教体局"),
    departments=("基础教育与德育处", "规划建设处"),
    people=(
        Person("陆沉舟", "市教育体育局党委书记、局长", 1, since=datetime.date(2024, 5, 1)),
        Person("叶知秋", "市教育体育局局长", 1, until=datetime.date(2024, 4, 30)),
        Person("叶知秋", "市政协副主席", 9, since=datetime.date(2024, 5, 1)),
        Person("孟远山", "市教育体育局副局长", 2),
        Person("方晓棠", "规划建设处处长", 3),
        Person("于海", "市教育体育局副局长", 4),
    ),
)
_TEXTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "E3": {
        "wrong": (
            "由⟦规建处→规划建设处⟧统一调度。",
            "⟦教体局→教育体育局⟧机关要带头。",
        ),
        "right": ("由规划建设处统一调度，规建处每周通报。", "由后勤处统一调度。"),
        "silent": ("由规建站统一调度。",),
    },
    "E4": {
        "wrong": (
            "日期| （2025年7月8日）\n请市教育体育局⟦局长叶知秋⟧同志讲话。",
            "日期| （2025年7月8日）\n规划建设处⟦处长孟远山⟧作了说明。",
            "请⟦副局长陆沉舟⟧同志部署。",
            "请⟦局长于海⟧同志讲话。",
        ),
        "right": (
            "请市教育体育局副局长孟远山同志部署。",
            "分管同志、副局长孟远山同志和规划建设处处长方晓棠作了说明。",
            "请志愿者代表陆沉舟上台领奖。",
            "请科长陆沉舟介绍情况。",
            "县教育局局长于海洋到会，局长于海宁同志发言。",
        ),
        "silent": (
            "日期| （2024年3月8日）\n请市教育体育局局长叶知秋同志讲话。",
            "请局长陆沉舟同志部署。",
        ),
    },
    "E5": {
        "wrong": (
            "⟦孟远山、陆沉舟→陆沉舟、孟远山⟧等领导同志参加活动。",
            "会上，规划建设处处长⟦方晓棠、副局长孟远山⟧先后发言。",
            "⟦方晓棠同志、孟远山⟧一同走访。",
        ),
        "right": (
            "陆沉舟、孟远山等领导同志参加活动。",
            "会上，副局长孟远山、规划建设处处长方晓棠先后发言。",
        ),
        "silent": ("孟远山，陆沉舟等领导同志参加活动。",),
    },
    "E6": {
        "wrong": ("会后，⟦孟远山→孟远山同志⟧走访了三所学校。",),
        "right": (
            "会后，孟远山、方晓棠等同志走访了三所学校。",
            "位于海边的学校要防台风，地处于海、河之间的要防内涝。",
        ),
        "silent": ("会后，孟远山副局长走访了三所学校。",),
    },
    "E7": {
        "wrong": ("⟦孟局长→孟远山同志⟧对这项工作很关心。", "⟦方处长→方晓棠同志⟧多次到工地。"),
    },
}
CASES: dict[str, dict[str, list[Example | str]]] = {
    rule: {
        kind: [Example(text, settings=_OFFICE) for text in texts] for kind, texts in kinds.items()
    }
    for rule, kinds in _TEXTS.items()
}
