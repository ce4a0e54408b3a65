"""What a style sheet uses that Chromium 86 does not know; read by tinycss2, so never a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from tests.browsers.features import TABLES, Find

CSS = TABLES["css"]
NESTING, NOT_OF_A_LIST, CHILD_OF, RANGE = 112, 88, 111, 104
# Rules that hold rules; what others hold are declarations.
GROUPS = {"media", "supports", "layer", "container", "scope", "starting-style", "document"}


def newer_in_style(text: str) -> list[Find]:
    """All finds, in the order of their lines."""
    return sorted(set(_rules(tinycss2.parse_stylesheet(text, skip_comments=True))))


def _rules(rules: Iterable[Any], *, nested: bool = False) -> Iterator[Find]:
    for rule in rules:
        if rule.type == "at-rule":
            yield from _at_rule(rule, nested=nested)
        elif rule.type == "qualified-rule":
            if nested:
                yield Find(rule.source_line, "a rule in a rule", NESTING)
            yield from _selector(rule.prelude)
            yield from _body(rule.content)
        elif rule.type == "declaration":
            yield from _declaration(rule)
        elif rule.type == "error":
            yield Find(rule.source_line, f"what no browser reads ({rule.message})", 0)


def _at_rule(rule: Any, *, nested: bool) -> Iterator[Find]:
    name = rule.lower_at_keyword
    if name in CSS["at_rules"]:
        yield Find(rule.source_line, f"@{name}", CSS["at_rules"][name])
    if nested:
        yield Find(rule.source_line, "a rule in a rule", NESTING)
    if name == "media":
        yield from _media(rule.prelude)
    elif name == "supports":
        yield from _values(rule.prelude)
    if rule.content is not None:
        yield from _group(rule.content) if name in GROUPS and not nested else _body(rule.content)


def _group(content: list[Any]) -> Iterator[Find]:
    yield from _rules(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _body(content: list[Any]) -> Iterator[Find]:
    parsed = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    yield from _rules(parsed, nested=True)


def _declaration(declaration: Any) -> Iterator[Find]:
    name, line = declaration.lower_name, declaration.source_line
    words = [token.lower_value for token in declaration.value if token.type == "ident"]
    if CSS["turned_off"].get(name) == " ".join(words):
        return
    if name in CSS["properties"]:
        yield Find(line, name, CSS["properties"][name])
    for word in words:
        if since := CSS["values"].get(f"{name}: {word}") or CSS["words"].get(word):
            yield Find(line, f"{name}: {word}", since)
    yield from _values(declaration.value)


def _values(tokens: Iterable[Any]) -> Iterator[Find]:
    """Units and functions, however deep."""
    for token in tokens:
        if token.type == "dimension" and token.lower_unit in CSS["units"]:
            yield Find(token.source_line, token.lower_unit, CSS["units"][token.lower_unit])
        elif token.type == "function":
            if token.lower_name in CSS["functions"]:
                since = CSS["functions"][token.lower_name]
                yield Find(token.source_line, f"{token.lower_name}()", since)
            yield from _values(token.arguments)
        elif hasattr(token, "content"):
            yield from _values(token.content)


def _media(tokens: list[Any]) -> Iterator[Find]:
    for token in tokens:
        if token.type == "() block":
            yield from _media(token.content)
        elif token.type == "ident" and token.lower_value in CSS["media"]:
            yield Find(token.source_line, token.lower_value, CSS["media"][token.lower_value])
        elif token.type == "literal" and token.value[0] in "<>=":
            yield Find(token.source_line, "a range in @media", RANGE)
    yield from _values(tokens)


def _selector(tokens: list[Any]) -> Iterator[Find]:
    before = ""
    for token in tokens:
        if before == ":" and token.type in ("ident", "function"):
            name = token.lower_value if token.type == "ident" else token.lower_name
            if name in CSS["pseudo"]:
                yield Find(token.source_line, f":{name}", CSS["pseudo"][name])
        if token.type == "function":
            yield from _arguments(token)
        before = getattr(token, "value", "") if token.type == "literal" else ""


def _arguments(token: Any) -> Iterator[Find]:
    yield from _selector(token.arguments)
    inner = [each.type for each in token.arguments if each.type not in ("whitespace", "comment")]
    words = [each.value for each in token.arguments if each.type in ("ident", "literal")]
    spaced = "whitespace" in [each.type for each in token.arguments[1:-1]]
    if token.lower_name == "not" and inner and (spaced or set(words) & {",", ">", "+", "~"}):
        yield Find(token.source_line, ":not() of more than one simple part", NOT_OF_A_LIST)
    if token.lower_name.startswith("nth-") and "of" in words:
        yield Find(token.source_line, f":{token.lower_name}(… of …)", CHILD_OF)
