"""Numbers said and things counted, where an example cannot say it."""

from __future__ import annotations

import pytest

from speeches.checks.checking import findings_of
from speeches.checks.examples import document_of
from speeches.checks.scope import Scope
from speeches.checks.structure.counted import announced, items, list_of, slogans
from speeches.checks.structure.counting import RULES
from speeches.checks.structure.named import named_before


def scope_of(text: str) -> Scope:
    return Scope(document_of(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实现“五稳”", [(5, "稳")]),
        ("做到“四个坚持”和“两到位”", [(4, "坚持"), (2, "到位")]),
        ("实施“5大工程”", [(5, "工程")]),
        ("抓好“十二项任务”", [(12, "")]),
        ("抓“三大”", [(3, "")]),
        ("“一网通办”“五育并举”“十四五”", []),
        ("“3·15”“五月”“六一”“第三方”“百日攻坚”", []),
    ],
)
def test_a_quoted_name_says_how_many_and_what(text: str, names: list[tuple[int, str]]) -> None:
    assert [(each.number, each.core) for each in slogans(scope_of(text))] == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("抓好三件事：一是修路；二是架桥。", ["三件事"]),
        ("在两个方面下功夫，一要快；二要好。", ["两个方面"]),
        ("突出3项重点工作。一是修路；二是架桥。", ["3项重点"]),
        ("抓好三件实事：\n一是修路。\n二是架桥。", ["三件实事"]),
        ("抓好三件实事。\n一是修路。\n二是架桥。", []),
        ("解决五个县的三个问题：一是路；二是水。", ["三个问题"]),
        ("第三个方面：一是路；二是水。", []),
        ("三个项目进展缓慢：一是路；二是水。", []),
        ("落实四个自信要求：一是学；二是做。", []),
        ("一是学；二是做。", []),
    ],
)
def test_what_is_announced_is_counted(text: str, said: list[str]) -> None:
    scope = scope_of(text)
    found = [announced(scope, each) for each in scope.lists]
    assert [each.shown for each in found if each] == said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一是路；二是水；三是电。", 3),
        ("（一）路\n（二）水", 2),
        ("一是路；三是电。", None),
        ("一是路。", None),
        ("（一）路\n（二）〔此处原文缺失〕", None),
        ("一要小学；二要初中，高三要备考。", None),
    ],
)
def test_items_are_counted_where_that_is_sure(text: str, number: int | None) -> None:
    scope = scope_of(text)
    assert items(scope, scope.lists[0]) == number


def test_a_name_counts_no_list_of_more_than_thirty() -> None:
    points = "\n".join(["（一）稳。好。", *["（二）稳。好。"] * 30])
    scope = scope_of(f"实现“五稳”。\n{points}")
    assert [list_of(scope, each) for each in slogans(scope)] == [None]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("实施甲工程、乙工程等“两大工程”", [(2, 2, True)]),
        ("实施甲工程、乙工程和丙工程三大工程", [(2, 3, False)]),
        ("实施治水、治路、治电等“三大工程”", [(3, 3, True)]),
        ("防汛和生产“两线赢”", [(1, 2, False)]),
        ("推进“甲乙”“丙丁”等“三化”", [(2, 2, True)]),
        ("做到“先查、后改”等“两个坚持”", []),
        ("落实“三个代表”、“三大工程”", []),
        ("今天，路网工程等“三大工程”", []),
        ("甲局、乙局等2个部门和丙镇、丁镇等3个乡镇", [(2, 2, True), (2, 3, True)]),
    ],
)
def test_what_is_named_before_a_number_is_counted(
    text: str, named: list[tuple[int, int, bool]]
) -> None:
    found = [(each.least, each.most, each.has_etcetera) for each in named_before(scope_of(text))]
    assert found == named


@pytest.mark.parametrize(
    "text",
    [
        "坚持“五育并举”。\n（一）德育并举。好。\n（二）智育并举。好。\n（三）体育并举。好。",
        "增强“四个意识”：一是政治意识；二是大局意识；三是核心意识。",
        "落实德育、智育、体育、美育“五育并举”。",
        "做到“两个维护”。\n“两个维护”就是最高政治原则。",
        "深化“三会一课”“六稳六保”“八项规定”“十四五”规划。",
    ],
)
def test_a_set_phrase_counts_nothing(text: str) -> None:
    assert [each.text for each in findings_of(RULES, scope_of(text))] == []
