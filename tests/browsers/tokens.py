"""JavaScript in tokens: enough of its grammar to know code from comments, strings and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARTS = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/|\A\#![^\n]*)
      | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<number>\.?[0-9](?:[eE][+-]|[\w.])*)
      | (?P<name>[\w$\u0080-\uffff]+)
      | (?P<private>\#[\w$]+)
      | (?P<mark>\?\?=|\|\|=|&&=|\?\.(?![0-9])|=>|\.\.\.|/(?!\*)|[{}()\[\];,<>=+\-*%&|^!~?:.@`])""",
    re.DOTALL | re.VERBOSE,
)
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/(?P<flags>\w*)")
# After these a slash begins a pattern; after a name, a number or a closing bracket it divides.
_OPERATORS = frozenset(
    ("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do")
    + ("instanceof", "await", "yield")
)


class ScriptError(ValueError):
    """The text is no JavaScript that this reader knows; the message names the line."""


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is string, number, name, private, mark, or pattern (then `text` are its flags)."""

    kind: str
    text: str
    line: int


def tokens(script: str) -> Iterator[Token]:
    """The code of a script, that inside templates' ``${}`` too; its comments left out."""
    place, before = 0, Token("mark", ";", 1)
    depths: list[int] = []  # of braces, in each `${` that is open around this place
    while place < len(script):
        line = script.count("\n", 0, place) + 1
        kind, text, end = _next(script, place, before, line)
        is_end = text == "}" and depths[-1:] == [0]
        if is_end:
            depths.pop()
        elif depths and kind == "mark":
            depths[-1] += {"{": 1, "}": -1}.get(text, 0)
        if is_end or text == "`":
            end, opens = _template(script, end, line)
            kind, text = ("mark", "${") if opens else ("string", "")
            depths += [0] * opens
        if kind != "space":
            before = Token(kind, text, line)
            yield before
        place = end
    if depths:
        raise ScriptError(f"line {before.line}: a template without end")


def _next(script: str, place: int, before: Token, line: int) -> tuple[str, str, int]:
    found = _PARTS.match(script, place)
    if script[place] == "/" and _expects_value(before) and not (found and found["space"]):
        pattern = _PATTERN.match(script, place)
        if pattern:
            return "pattern", pattern["flags"], pattern.end()
    if not found:
        raise ScriptError(f"line {line}: cannot read {script[place : place + 20]!r}")
    return str(found.lastgroup), found[0], found.end()


def _expects_value(before: Token) -> bool:
    if before.kind == "mark":
        return before.text not in (")", "]", "}")
    return before.kind == "name" and before.text in _OPERATORS


def _template(script: str, place: int, line: int) -> tuple[int, bool]:
    """Where the words of a template end, and whether ``${`` ended them."""
    found = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(`|\$\{)", re.DOTALL).match(script, place)
    if not found:
        raise ScriptError(f"line {line}: a template without end")
    return found.end(), found[1] != "`"
