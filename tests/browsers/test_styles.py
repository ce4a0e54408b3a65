"""Each feature of the table is refused in a style sheet, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from tests.browsers.features import TABLES, Find
from tests.browsers.styles import newer_in_style

CSS = TABLES["css"]
GRAMMAR = [
    ("a {\n  b { top: 0 }\n}", Find(2, "a rule in a rule", 112)),
    ("a {\n  &:hover { top: 0 }\n}", Find(2, "a rule in a rule", 112)),
    ("a {\n  @media print { top: 0 }\n}", Find(2, "a rule in a rule", 112)),
    ("@media (width >= 600px) { a { top: 0 } }", Find(1, "a range in @media", 104)),
    ("@media (400px < width < 600px) { a { top: 0 } }", Find(1, "a range in @media", 104)),
    ("a:not(b, i) { top: 0 }", Find(1, ":not() of more than one simple part", 88)),
    ("a:not(b > i) { top: 0 }", Find(1, ":not() of more than one simple part", 88)),
    ("a:not(b i) { top: 0 }", Find(1, ":not() of more than one simple part", 88)),
    ("a:nth-child(2n of b) { top: 0 }", Find(1, ":nth-child(… of …)", 111)),
]
OLD = [
    "/* :has(a) { inset: 0; top: 1svh } */ a { top: 0 }",
    'a::before { content: ":has(b) 1svh color-mix(inset)" }',
    'a[title=":is(b)"] { background: url("x.svg?inset=1svh") }',
    ".has, #is, .where { --inset: 1px; --gap: var(--aspect-ratio) }",
    "a:not(.b):not([c]):nth-child(2n + 1)::marker:focus-visible { gap: clamp(1px, 2vw, 3px) }",
    "@media (min-width: 600px) and (prefers-reduced-motion) { a { margin-inline-start: 1rem } }",
    "@supports (display: grid) { @media print { a { break-before: page } } }",
    "@font-face { font-family: x; src: url(x.woff2); unicode-range: U+4E00-9FFF }",
    "@page { margin: 0 }",
    "a { overflow: hidden; clip: rect(0, 0, 0, 0); -webkit-mask: none; width: fit-content }",
    "a { font-synthesis: none; text-autospace: no-autospace; text-spacing-trim: space-all }",
]


@pytest.mark.parametrize(("style", "find"), GRAMMAR)
def test_new_grammar_is_refused_with_its_line(style: str, find: Find) -> None:
    assert newer_in_style(style) == [find]


@pytest.mark.parametrize("style", OLD)
def test_what_is_old_or_only_looks_new_is_not_refused(style: str) -> None:
    assert newer_in_style(style) == []


@pytest.mark.parametrize(("name", "since"), CSS["properties"].items())
def test_each_property_of_the_table_is_refused(name: str, since: int) -> None:
    assert newer_in_style(f"b {{ top: 0; {name}: inherit }}") == [Find(1, name, since)]


@pytest.mark.parametrize(("name", "since"), CSS["at_rules"].items())
def test_each_at_rule_of_the_table_is_refused(name: str, since: int) -> None:
    assert newer_in_style(f"\n@{name} x {{}}") == [Find(2, f"@{name}", since)]


@pytest.mark.parametrize(("pair", "since"), CSS["values"].items())
def test_each_new_word_of_an_old_property_is_refused(pair: str, since: int) -> None:
    assert newer_in_style(f"@media print {{ b {{ {pair} }} }}") == [Find(1, pair, since)]


@pytest.mark.parametrize(("word", "since"), CSS["words"].items())
def test_each_new_word_is_refused_at_any_property(word: str, since: int) -> None:
    assert newer_in_style(f"b {{ color: {word} }}") == [Find(1, f"color: {word}", since)]


@pytest.mark.parametrize(("name", "since"), CSS["pseudo"].items())
@pytest.mark.parametrize("form", ["b:{} i", "b::{}(i)", "b:not(:{})", "b, i:hover:{}"])
def test_each_pseudo_class_or_element_is_refused(form: str, name: str, since: int) -> None:
    assert newer_in_style(form.format(name) + " { top: 0 }") == [Find(1, f":{name}", since)]


@pytest.mark.parametrize(("unit", "since"), CSS["units"].items())
@pytest.mark.parametrize("form", ["a {{ top: 1.5{} }}", "a {{ top: calc(1px + (2{} * 3)) }}"])
def test_each_unit_is_refused(form: str, unit: str, since: int) -> None:
    assert newer_in_style(form.format(unit)) == [Find(1, unit, since)]


@pytest.mark.parametrize(("name", "since"), CSS["functions"].items())
@pytest.mark.parametrize("form", ["a {{ top: {}(1) }}", "@supports (top: {}(1)) {{ a {{}} }}"])
def test_each_function_is_refused(form: str, name: str, since: int) -> None:
    assert newer_in_style(form.format(name)) == [Find(1, f"{name}()", since)]


@pytest.mark.parametrize(("name", "since"), CSS["media"].items())
def test_each_question_of_the_media_is_refused(name: str, since: int) -> None:
    assert newer_in_style(f"@media screen and ({name}: none) {{}}") == [Find(1, name, since)]


@pytest.mark.parametrize(("name", "value"), CSS["turned_off"].items())
def test_turning_a_new_thing_off_is_allowed_and_on_is_not(name: str, value: str) -> None:
    assert newer_in_style(f"a {{ {name}: {value} }}") == []
    assert newer_in_style(f"a {{ {name}: inherit }}") == [Find(1, name, CSS["properties"][name])]


def test_what_is_no_style_is_told_too() -> None:
    assert [find.line for find in newer_in_style("a { top: 0 }\n}")] == [2]
