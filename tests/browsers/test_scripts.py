"""Each feature of the table is refused in a script, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from tests.browsers.features import TABLES, Find
from tests.browsers.scripts import newer_in_script
from tests.browsers.tokens import ScriptError, tokens

JS = TABLES["javascript"]
GRAMMAR = [
    ("const a = await b;", Find(1, "await outside of functions", 89)),
    ("if (a) {\n  await b;\n}", Find(2, "await outside of functions", 89)),
    ("async function f() {}\nawait f();", Find(2, "await outside of functions", 89)),
    ("class A { static { a(); } }", Find(1, "static {…}", 94)),
    ("class A { #b; c(d) { return #b in d; } }", Find(1, "#b in …", 91)),
    ('import a from "./a.json" with { type: "json" };', Find(1, "attributes of an import", 123)),
    ('import a from "./a.json" assert { type: "json" };', Find(1, "attributes of an import", 123)),
    ('export { a as "b c" };', Find(1, "a string as the name of an export", 88)),
    ("{ using a = b; }", Find(1, "using", 134)),
]
OLD = [
    "// a.at(1) structuredClone(b)\n/* await c; /v */ f();",
    "const a = 'b.at(1)' + \".findLast(c)\" + `d.toSorted() // ${e} await /x/v`;",
    r"const a = /[/]\/ structuredClone(b).at(1)/giu.test(b), c = d / e / v;",
    "a = b ? c : d / 2; e = (f) / g / v; h = i[0] / d; // v",
    "place.at = 1; const { at, navigation: x } = place; const y = { at: 1, scheduler: 2 };",
    "row.navigation = row.scheduler; scheduled();",
    "const f = async () => await g; const h = async () => { if (i) { await j({ k: 1 }); } };",
    "const f = async () => g({ a: 1 }, await h);",
    "a ||= b; c &&= d; e ??= f?.g?.[h] ?? 1_000n;",
    "class A { #b = 1; static c = 2; static d() { return this.#b; } }",
    "const s = `a ${`b ${c({ d: `e` })} f`} g`; s.with(1);",
    "import * as a from './a.js'; export * as b from './b.js'; a.replaceChildren(...b);",
    "for (const using of a) b(using);",
]


@pytest.mark.parametrize(("script", "find"), GRAMMAR)
def test_new_grammar_is_refused_with_its_line(script: str, find: Find) -> None:
    assert newer_in_script(script) == [find]


@pytest.mark.parametrize("script", OLD)
def test_what_is_old_or_only_looks_new_is_not_refused(script: str) -> None:
    assert newer_in_script(script) == []


@pytest.mark.parametrize(("name", "since"), JS["methods"].items())
@pytest.mark.parametrize("form", ["a\n.{}(1)", "'b';\na?.{}?.(1)", "`\n${{c.{}(d)}}`"])
def test_each_method_of_the_table_is_refused(form: str, name: str, since: int) -> None:
    assert newer_in_script(form.format(name)) == [Find(2, f".{name}()", since)]


@pytest.mark.parametrize(("name", "since"), JS["members"].items())
@pytest.mark.parametrize("form", ["a.{} = b", "f(a?.{}.c)"])
def test_each_property_of_the_table_is_refused(form: str, name: str, since: int) -> None:
    assert newer_in_script(form.format(name)) == [Find(1, f".{name}", since)]


@pytest.mark.parametrize(("name", "since"), JS["globals"].items())
def test_each_global_of_the_table_is_refused(name: str, since: int) -> None:
    assert newer_in_script(f"a(new {name}())") == [Find(1, name, since)]
    assert newer_in_script(f"window.{name}") == [Find(1, f"window.{name}", since)]


@pytest.mark.parametrize(("name", "since"), JS["statics"].items())
def test_each_static_method_of_the_table_is_refused(name: str, since: int) -> None:
    assert newer_in_script(f"a = {name}(b)") == [Find(1, name, since)]


@pytest.mark.parametrize(("name", "since"), JS["events"].items())
def test_each_event_of_the_table_is_refused(name: str, since: int) -> None:
    script = f"a.addEventListener('{name}', b)"
    assert newer_in_script(script) == [Find(1, f"event {name}", since)]


@pytest.mark.parametrize(("flag", "since"), JS["flags"].items())
def test_each_flag_of_a_pattern_is_refused(flag: str, since: int) -> None:
    script = rf"a.match(/[/\]]+\/`/g{flag})"
    assert newer_in_script(script) == [Find(1, f"/…/{flag}", since)]


def test_the_tokens_of_a_script_are_its_code() -> None:
    read = [(each.kind, each.text, each.line) for each in tokens("a /* b */ =\n`c${d}e` / /f/g;")]
    assert read == [
        ("name", "a", 1),
        ("mark", "=", 1),
        ("mark", "${", 2),
        ("name", "d", 2),
        ("string", "", 2),
        ("mark", "/", 2),
        ("pattern", "g", 2),
        ("mark", ";", 2),
    ]


@pytest.mark.parametrize("script", ["a = 'b", "a = `b", "a = `b${c", "a /* b", "\\"])
def test_what_is_no_script_is_refused(script: str) -> None:
    with pytest.raises(ScriptError, match="line 1"):
        list(tokens(script))
