"""The list of what sites put into texts (data/junk.toml), validated when it is loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "data" / "junk.toml"
_UNBOUNDED = re.compile(r"(?<!\\)(?:[*+]|\{\d+,\})")
_CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")


class BadRules(ValueError):
    """The list is not as it has to be; the message says where."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of line: where one of `hints` stands in it, `lines` or `anywhere` decide."""

    reason: str
    gap: bool
    opens: bool
    spares: bool
    hints: re.Pattern[str]
    lines: re.Pattern[str]
    anywhere: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Meta:
    """What lines of sources, counters and buttons consist of."""

    hints: re.Pattern[str]
    neutral: re.Pattern[str]
    tokens: re.Pattern[str]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """All that is known of junk; `beside` are words of a line in a block of it.

    `said_behind` ends what stands before an address that a speaker says.
    """

    kinds: tuple[Kind, ...]
    meta: Meta
    beside: re.Pattern[str]
    spoken_of: re.Pattern[str]
    watermark: re.Pattern[str]
    watermark_hints: re.Pattern[str]
    watermark_reason: str
    said_behind: re.Pattern[str]


@cache
def rules() -> Rules:
    """The list that ships with the app."""
    return read(tomllib.loads(PATH.read_text(encoding="utf-8")))


def read(told: Mapping[str, Any]) -> Rules:
    """`told` as rules. Raises BadRules for missing or unknown keys and for bad expressions."""
    _expect(told, "junk", {"beside", "spoken_of", "words", "kind", "meta", "watermark"})
    words = told["words"]
    meta, mark = told["meta"], told["watermark"]
    _expect(meta, "meta", {"source", "hints", "neutral", "tokens"})
    _expect(mark, "watermark", {"source", "hints", "reason", "said_behind", "forms"})
    return Rules(
        tuple(_kind(kind, words) for kind in told["kind"]),
        Meta(
            _literals(meta["hints"]),
            _expression(meta["neutral"], words),
            _expression(_forms_of_tokens(meta["tokens"]), words),
            tuple(token["reason"] for token in meta["tokens"]),
        ),
        _literals(word for name in told["beside"] for word in words[name]),
        _literals(told["spoken_of"]),
        _expression(mark["forms"], words),
        _literals(mark["hints"]),
        mark["reason"],
        re.compile(f"(?:{_literals(mark['said_behind']).pattern})[:：为是到“（( ]{{0,2}}$"),
    )


def _kind(told: Mapping[str, Any], words: Mapping[str, list[str]]) -> Kind:
    where = f"kind {told.get('reason')}"
    _expect(
        told,
        where,
        {"reason", "source", "gap", "hints", "lines"},
        optional={"opens", "spares", "anywhere"},
    )
    anywhere = told.get("anywhere")
    return Kind(
        told["reason"],
        told["gap"],
        told.get("opens", False),
        told.get("spares", False),
        _literals(told["hints"]),
        _expression(told["lines"], words),
        _expression(anywhere, words) if anywhere else None,
    )


def _expect(
    told: Mapping[str, Any], where: str, keys: set[str], optional: Iterable[str] = ()
) -> None:
    """`told` has all of `keys`, none of them empty, and nothing but them and `optional`."""
    empty = {key for key in keys if told.get(key) in (None, "", [], {})}
    if wrong := empty | (told.keys() - keys - set(optional)):
        raise BadRules(f"{where}: {', '.join(sorted(wrong))}")


def _forms_of_tokens(tokens: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A group for the forms of each reason, in order."""
    for token in tokens:
        _expect(token, "meta.tokens", {"reason", "forms"})
        yield f"({'|'.join(token['forms'])})"


def _literals(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))


def _expression(forms: Iterable[str], words: Mapping[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(_checked(form, words) for form in forms))


def _checked(form: str, words: Mapping[str, list[str]]) -> str:
    """One expression with its classes of words filled in."""
    for name, of_class in words.items():
        form = form.replace(f"{{{name}}}", f"(?:{'|'.join(map(re.escape, of_class))})")
    try:
        compiled = re.compile(form)
    except re.error as wrong:
        raise BadRules(f"{form}: {wrong}") from wrong
    if _UNBOUNDED.search(_CLASS.sub("", form)):
        raise BadRules(f"{form}: unbounded")
    if compiled.search(""):
        raise BadRules(f"{form}: matches nothing at all")
    return form
