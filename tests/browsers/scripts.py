"""What a script uses that Chromium 86 does not know; read token by token, never a comment."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tests.browsers.features import TABLES, Find
from tests.browsers.tokens import Token, tokens

JS = TABLES["javascript"]
TOP_AWAIT, PRIVATE_IN, STATIC_BLOCK, ATTRIBUTES, STRING_NAMES, USING = 89, 91, 94, 123, 88, 134
WINDOWS = ("window", "self", "globalThis")
NOTHING = Token("mark", ";", 0)
DOTS = (".", "?.")
# What may stand between two names that form `using name`.
WORDS_BEFORE_NAMES = ("of", "in", "instanceof", "as", "from")


def newer_in_script(text: str) -> list[Find]:
    """All finds, in the order of their lines."""
    read = [NOTHING, NOTHING, NOTHING, *tokens(text), NOTHING, NOTHING]
    found = [find for at in range(3, len(read) - 2) for find in _at(read, at)]
    return sorted({*found, *_top_level_await(read)})


def _at(read: list[Token], at: int) -> Iterator[Find]:
    token = read[at]
    if token.kind == "name":
        yield from _name(read, at)
    elif token.kind == "pattern":
        for flag in set(token.text) & set(JS["flags"]):
            yield Find(token.line, f"/…/{flag}", JS["flags"][flag])
    elif token.kind == "string" and token.text[1:-1] in JS["events"]:
        yield Find(token.line, f"event {token.text[1:-1]}", JS["events"][token.text[1:-1]])
    elif token.kind == "private" and read[at + 1].text == "in":
        yield Find(token.line, f"{token.text} in …", PRIVATE_IN)
    yield from _syntax(read, at)


def _name(read: list[Token], at: int) -> Iterator[Find]:
    token, after = read[at], read[at + 1].text
    if read[at - 1].text in DOTS:
        yield from _member(token, _owner(read, at), is_called=after in ("(", "?."))
    elif token.text in JS["globals"] and after != ":":
        yield Find(token.line, token.text, JS["globals"][token.text])


def _owner(read: list[Token], at: int) -> str:
    """``import.meta`` or ``Object`` before ``.name``."""
    if read[at - 2].text == "meta" and read[at - 3].text == ".":
        return "import.meta"
    return read[at - 2].text


def _member(token: Token, owner: str, *, is_called: bool) -> Iterator[Find]:
    name, full = token.text, f"{owner}.{token.text}"
    if full in JS["statics"]:
        yield Find(token.line, full, JS["statics"][full])
    elif name in JS["members"]:
        yield Find(token.line, f".{name}", JS["members"][name])
    elif is_called and name in JS["methods"]:
        yield Find(token.line, f".{name}()", JS["methods"][name])
    elif owner in WINDOWS and name in JS["globals"]:
        yield Find(token.line, full, JS["globals"][name])


def _syntax(read: list[Token], at: int) -> Iterator[Find]:
    before, token, after = read[at - 1], read[at], read[at + 1]
    if before.text in DOTS:
        return
    if token.text == "static" and after.text == "{":
        yield Find(token.line, "static {…}", STATIC_BLOCK)
    elif token.text in ("with", "assert") and before.kind == "string" and after.text == "{":
        yield Find(token.line, "attributes of an import", ATTRIBUTES)
    elif token.text == "as" and (before.kind == "string" or after.kind == "string"):
        yield Find(token.line, "a string as the name of an export", STRING_NAMES)
    elif token.text == "using" and after.kind == "name" and after.text not in WORDS_BEFORE_NAMES:
        yield Find(token.line, "using", USING)


def _top_level_await(read: list[Token]) -> Iterator[Find]:
    """`await` with no `async` before it in its own statement or in one around it."""
    around: list[bool] = []
    is_async = False
    for token, after in pairwise(read):
        if token.text == "async":
            is_async = True
        elif token.text == "await" and not (is_async or any(around)):
            yield Find(token.line, "await outside of functions", TOP_AWAIT)
        elif token.text == "{":
            around.append(is_async)
            is_async = False
        elif token.text == "}" and around:
            is_async = around.pop() and after.kind == "mark"  # else a new statement begins
        elif token.text == ";":
            is_async = False
