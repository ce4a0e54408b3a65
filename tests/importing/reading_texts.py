"""The texts under texts/ and what was expected of them, by someone who had not read the parser."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speeches.importing.as_json import as_json
from speeches.importing.outline import Outline
from speeches.importing.source import LAYOUT

TEXTS = Path(__file__).parent / "texts"
_BLOCK = ("title", "subtitle", "speaker", "date", "salutation")
_MARKS = "。；，、：:"

Placed = tuple[str, str]  # (field, text)


@dataclass(frozen=True, slots=True)
class Place:
    """One or several lines of a source, from 1, and what stands in them."""

    first: int
    last: int
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its table of expectations."""

    name: str
    source: str
    expected: dict[str, Any]

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.source.removesuffix("\n").split("\n"))

    @property
    def places(self) -> list[Place]:
        return [
            Place(one["at"][0], one["at"][-1], tuple(placed(*each) for each in one["is"]))
            for one in self.expected["line"]
        ]


def texts(folder: str) -> list[Text]:
    """All texts of a folder, by name."""
    return [_text(path) for path in sorted((TEXTS / folder).glob("*.txt"))]


def _text(path: Path) -> Text:
    expected = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    return Text(path.stem, path.read_text("utf-8"), expected)


def placed(field: str, text: str) -> Placed:
    """Without what is set anew: blanks in names and titles, the mark at an end."""
    text = "".join(text.split()) if field in _BLOCK else text.strip()
    return field, text.removeprefix("——").rstrip(_MARKS)


def found(outline: Outline) -> list[Placed]:
    """Everything that parsing placed, in the fields of the JSON object, and what it took out."""
    return [placed(field, text) for field, text in _found(outline) if text.strip()]


def _found(outline: Outline) -> Iterator[Placed]:
    made = as_json(outline)
    for field in _BLOCK:
        yield field, made[field] or ""
    yield from (("opening", text) for text in made["opening"])
    for section in made["sections"]:
        yield "part", section["heading"] or ""
        yield from (("lead", text) for text in section["lead"])
        for point in section["points"]:
            yield from _point(point)
        yield from (("part_tail", text) for text in section["tail"])
    yield from (("closing", text) for text in made["closing"])
    yield from (("removed", one.text) for one in outline.removed if one.reason != LAYOUT)


def _point(point: dict[str, Any]) -> Iterator[Placed]:
    yield "point", point["heading"] or ""
    yield from (("body", text) for text in point["body"])
    yield from _items("item", point["items"])
    yield from (("tail", text) for text in point["tail"])


def _items(field: str, items: Sequence[dict[str, Any]]) -> Iterator[Placed]:
    for item in items:
        yield f"{field} {item['marker']}", item["text"]
        yield from _items(f"sub{field}", item["items"])


def misplaced(text: Text, outline: Outline) -> tuple[list[Placed], list[Placed], set[int]]:
    """What was expected and is not there, what is there instead, and the lines concerned.

    A field such as opening/lead may be either.
    """
    left = Counter(found(outline))
    missing, lines = [], set()
    for place in text.places:
        for field, words in place.placed:
            either = [(one, words) for one in field.split("/") if left[one, words] > 0]
            if either:
                left[either[0]] -= 1
            else:
                missing.append((field, words))
                lines.update(range(place.first, place.last + 1))
    return missing, list(left.elements()), lines


def said(outline: Outline) -> Iterator[str]:
    """Every text that was placed, as it will stand in the speech."""
    return (text for field, text in _found(outline) if field != "removed")


# (line from 1, the stretch without blanks), as blanks at its edges say nothing.
Stretches = list[tuple[int, str]]


def removed_from(outline: Outline) -> Stretches:
    """What was taken out, stretches of a line that touch or stand in a row made one."""
    taken: dict[int, str] = {}
    for one in outline.removed:
        if one.reason != LAYOUT:
            line = one.span.line
            taken[line] = taken.get(line, "") + "".join(one.text.split())
    return sorted(taken.items())


def junk_of(text: Text) -> Stretches:
    """The same as the table expects it: its stretches follow each other in the source."""
    taken: dict[int, str] = {}
    at = 0
    for junk in text.expected["junk"]:
        at = text.source.index(junk, at)
        line = text.source.count("\n", 0, at) + 1
        taken[line] = taken.get(line, "") + "".join(junk.split())
        at += len(junk)
    return sorted(taken.items())
