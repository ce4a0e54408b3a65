"""Document ⇄ JSON: how a final copy is kept.

The form is written down in `SCHEMA_VERSION` and read strictly: a stored document that this code
does not know is refused, never guessed at.
"""

from __future__ import annotations

from typing import Any, TypeVar

from speeches.document.facts import Row
from speeches.document.tree import (
    Block,
    Document,
    Heading,
    Made,
    Mark,
    Origin,
    Paragraph,
    Quoted,
    Role,
    Run,
    Token,
    Typed,
)

SCHEMA_VERSION = 1
_PLACED: dict[str, type[Typed] | type[Quoted]] = {"typed": Typed, "quoted": Quoted}

Json = dict[str, Any]
Value = TypeVar("Value")


class CodecError(ValueError):
    """The JSON is not a document of this schema version."""


def document_to_json(document: Document) -> Json:
    """A dict of JSON's own types; `document_from_json` gives the document back."""
    return {
        "schema_version": SCHEMA_VERSION,
        "blocks": [_block_to_json(block) for block in document.blocks],
    }


def document_from_json(stored: Json) -> Document:
    """The document. Raises CodecError for another schema version or a broken form."""
    try:
        version = _a(dict, stored).get("schema_version")
        blocks = _blocks(stored) if version == SCHEMA_VERSION else None
    except (KeyError, TypeError, ValueError) as error:
        raise CodecError(f"broken document: {error!r}") from error
    if blocks is None:
        raise CodecError(f"schema version {version!r} is not {SCHEMA_VERSION}")
    return Document(blocks)


def _blocks(stored: Json) -> tuple[Block, ...]:
    return tuple(_block(block) for block in _a(list, stored["blocks"]))


def _block_to_json(block: Block) -> Json:
    form: Json = {"row": list(block.row), "runs": [_run_to_json(run) for run in block.runs]}
    if isinstance(block, Heading):
        return form | {"level": block.level}
    return form | {"role": block.role.value, "field": block.field}


def _block(form: Json) -> Block:
    row, runs = _row(form["row"]), tuple(_run(run) for run in _a(list, form["runs"]))
    if "level" in form:
        return Heading(row, _level(form), runs)
    return Paragraph(row, Role(form["role"]), runs, _a(str, form["field"]))


def _run_to_json(run: Run) -> Json:
    form: Json = {"text": run.text, "origin": _origin_to_json(run.origin)}
    if run.level:
        form["level"] = run.level
    if run.mark:
        form["mark"] = run.mark.value
    return form


def _run(form: Json) -> Run:
    mark = Mark(form["mark"]) if "mark" in form else None
    level = _level(form) if "level" in form else 0
    return Run(_a(str, form["text"]), _origin(form["origin"]), level, mark)


def _origin_to_json(origin: Origin) -> Json:
    if isinstance(origin, Made):
        return {"made": origin.value}
    form: Json = {
        "row": list(origin.row),
        "field": origin.field,
        "offset": origin.offset,
        "source": origin.source,
    }
    if isinstance(origin, Token):
        target = list(origin.target) if origin.target else None
        return form | {"is": "token", "name": origin.name, "target": target}
    return form | {"is": "typed" if isinstance(origin, Typed) else "quoted"}


def _origin(form: Json) -> Origin:
    if "made" in form:
        return Made(form["made"])
    row, field = _row(form["row"]), _a(str, form["field"])
    offset, source = _a(int, form["offset"]), _a(str, form["source"])
    if form["is"] == "token":
        target = None if form["target"] is None else _row(form["target"])
        return Token(row, field, offset, source, _a(str, form["name"]), target)
    return _PLACED[form["is"]](row, field, offset, source)


def _row(form: object) -> Row:
    table, key = _a(list, form)
    return Row(_a(str, table), _a(int, key))


def _level(form: Json) -> int:
    level = _a(int, form["level"])
    if not 1 <= level <= 4:
        raise ValueError(f"level {level} is not 1 to 4")
    return level


def _a(kind: type[Value], value: object) -> Value:
    """`value`, which is a `kind`. Raises TypeError for anything else, for True as a number too."""
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{value!r} is not of type {kind.__name__}")
    return value
