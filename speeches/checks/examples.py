"""Examples of rules: short texts that people read as help and tests run.

A line is a block. What it is shows in its beginning: `题| ` a title, `副题| ` a subtitle,
`称呼| ` a salutation, `标题| ` a heading on its own line, `署名| ` the speaker, `日期| ` the date;
other lines are paragraphs, in which a number such as （一） or 1. opens a run-in heading up to its
first mark. Where a rule objects the stretch stands in ⟦ ⟧, with what it becomes behind an arrow:
⟦,→，⟧.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from speeches.checks.settings import Settings
from speeches.document.assemble import assemble
from speeches.document.facts import Row, SpeechFacts
from speeches.document.tree import Block, Document, Heading, Paragraph, Role, Run, Typed

_ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "题": Role.TITLE,
        "副题": Role.SUBTITLE,
        "署名": Role.SPEAKER,
        "日期": Role.DATE,
        "称呼": Role.SALUTATION,
    }
)
_HEADING = "标题"
_BEGINNING = re.compile(r"(题|副题|署名|日期|称呼|标题)\| ?")
_MARKED = re.compile(r"⟦(?P<text>[^⟦⟧→]+)(?:→(?P<fix>[^⟦⟧→]*))?⟧")
_LEVELS = (
    re.compile(r"第?[一二三四五六七八九十]+(?:部分)?[、，.．]"),
    re.compile(r"[（(][一二三四五六七八九十]+[）)]、?"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,2}[）)]、?|[①-⑳]"),
)
_RUN_IN = re.compile(r"[^。！？；，：\n]{1,30}+[。，：]")


class Marked(NamedTuple):
    """A stretch that a rule is to find, and what it becomes (None: the example does not say)."""

    block: int
    start: int
    end: int
    fix: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """An example that needs more than its text: the facts of the speech or the bureau's settings.

    Where `facts` are given the document is made of them, and its blocks must be the lines of the
    example without their beginnings.
    """

    text: str
    facts: SpeechFacts | None = None
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Worked:
    """An example as the checks read it, and what is to be found in it."""

    document: Document
    facts: SpeechFacts | None
    settings: Settings
    marked: tuple[Marked, ...]


def worked(example: Example | str) -> Worked:
    """Reads an example. Raises ValueError where its facts do not say what it says."""
    if isinstance(example, str):
        example = Example(example)
    lines = example.text.split("\n")
    marked = tuple(one for index, line in enumerate(lines) for one in _marked(index, line))
    document = document_of([_MARKED.sub(_as_text, line) for line in lines])
    if example.facts is None:
        return Worked(document, None, example.settings, marked)
    assembled = assemble(example.facts)
    texts = [[block.text for block in each.blocks] for each in (document, assembled)]
    if texts[0] != texts[1]:
        raise ValueError(f"the example says {texts[0]}, its facts say {texts[1]}")
    return Worked(assembled, example.facts, example.settings, marked)


def shown(example: Example | str) -> tuple[tuple[str, str | None, bool], ...]:
    """An example in stretches for a reader: text, what it becomes, and whether it is marked."""
    text = example if isinstance(example, str) else example.text
    text = "\n".join(_BEGINNING.sub("", line, count=1) for line in text.split("\n"))
    stretches: list[tuple[str, str | None, bool]] = []
    at = 0
    for match in _MARKED.finditer(text):
        stretches.append((text[at : match.start()], None, False))
        stretches.append((match["text"], match["fix"], True))
        at = match.end()
    stretches.append((text[at:], None, False))
    return tuple(stretch for stretch in stretches if stretch[0])


def document_of(lines: Sequence[str]) -> Document:
    """A document that prints `lines` as they are typed, a block each."""
    return Document(tuple(_block(index, line) for index, line in enumerate(lines)))


def _marked(block: int, line: str) -> Iterator[Marked]:
    line = _BEGINNING.sub("", line, count=1)
    shift = 0
    for match in _MARKED.finditer(line):
        start = match.start() - shift
        end = start + len(match["text"])
        yield Marked(block, start, end, match["fix"])
        shift += len(match[0]) - len(match["text"])


def _as_text(match: re.Match[str]) -> str:
    return match["text"]


def _block(index: int, line: str) -> Block:
    row = Row("line", index)
    beginning = _BEGINNING.match(line)
    kind = beginning[1] if beginning else ""
    text = line[beginning.end() :] if beginning else line
    if kind == _HEADING:
        return Heading(row, _level(text), (_run(row, text),))
    if kind in _ROLES:
        return Paragraph(row, _ROLES[kind], (_run(row, text),))
    return Paragraph(row, Role.BODY, tuple(_body(row, text)))


def _body(row: Row, text: str) -> Iterator[Run]:
    end = _run_in_end(text)
    if end:
        yield _run(row, text[:end], level=_level(text))
    yield _run(row, text[end:], offset=end)


def _run_in_end(text: str) -> int:
    """Where the run-in heading ends with which a paragraph begins; 0 where there is none."""
    label = next((found for level in _LEVELS if (found := level.match(text))), None)
    if label is None:
        return 0
    heading = _RUN_IN.match(text, label.end())
    return heading.end() if heading and heading.end() < len(text) else 0


def _level(text: str) -> int:
    """1 to 4 by the number; a heading without one stands at the first level."""
    return next((n for n, level in enumerate(_LEVELS, 1) if level.match(text)), 1)


def _run(row: Row, text: str, *, offset: int = 0, level: int = 0) -> Run:
    return Run(text, Typed(row, "text", offset, text), level)
