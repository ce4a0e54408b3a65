"""The list of what sites put into texts is held to its form."""

import copy
import tomllib

import pytest

from speeches.importing.junk_rules import PATH, BadRules, read, rules

TOLD = tomllib.loads(PATH.read_text(encoding="utf-8"))


def test_the_list_that_ships_is_read_once():
    assert rules() is rules()


def test_the_kinds_are_asked_in_this_order():
    assert [kind.reason for kind in rules().kinds] == [
        "下载提示",
        "网站的付费提示",
        "原文省略",
        "导航",
        "导航",
        "导航",
        "网址或二维码提示",
        "网站的版权声明",
        "广告",
    ]


def changed(path: list[str | int], value: object) -> dict[str, object]:
    told = copy.deepcopy(TOLD)
    inner = told
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return told


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["kinds"], [], "junk: kinds"),
        (["kind", 0, "reason"], "", "kind : reason"),
        (["kind", 0, "gaps"], True, "kind 下载提示: gaps"),
        (["meta", "neutral"], [], "meta: neutral"),
        (["meta", "tokens", 0, "forms"], [], "meta.tokens: forms"),
        (["watermark", "source"], None, "watermark: source"),
        (
            ["kind", 0, "lines"],
            ["(下载"],
            "(下载: missing ), unterminated subpattern at position 0",
        ),
        (["kind", 0, "lines"], [".*下载"], ".*下载: unbounded"),
        (["kind", 0, "lines"], ["下{2,}载"], "下{2,}载: unbounded"),
        (["kind", 0, "lines"], ["(?:下载)?"], "(?:下载)?: matches nothing at all"),
    ],
)
def test_a_list_of_another_form_is_refused(path, value, message):
    with pytest.raises(BadRules) as refused:
        read(changed(path, value))
    assert str(refused.value) == message


def test_signs_of_repetition_in_a_class_or_escaped_are_no_repetition():
    assert read(changed(["kind", 0, "lines"], [r"[*+]下载\+"])).kinds[0].lines.pattern == (
        r"[*+]下载\+"
    )
