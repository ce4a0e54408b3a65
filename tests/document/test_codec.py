"""How a final copy is kept: given back whole, or refused."""

import copy
import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

from speeches.document.assemble import assemble
from speeches.document.codec import (
    SCHEMA_VERSION,
    CodecError,
    document_from_json,
    document_to_json,
)
from speeches.document.facts import Row
from speeches.document.tree import Document, Made, Paragraph, Role, Run
from tests.document.building import figure, node, speech


def document() -> Document:
    """A document with every kind of block, origin and mark."""
    part = node(
        "部署", "实施{要点}等{合称}。{投资}{待补}{没有}", node("甲", "略"), collective="大工程"
    )
    return assemble(
        speech(
            part,
            title="讲话\n提纲",
            subtitle="在会上",
            post="局长",
            speaker="陈立",
            date=datetime.date(2020, 7, 30),
            salutation="同志们",
            opening="{{今天，\n讲{数量}点。",
            figures=(figure("投资", "3", "亿元", confirmed=False), figure("待补")),
        )
    )


def test_the_document_comes_back_from_json_text() -> None:
    whole = document()
    assert document_from_json(json.loads(json.dumps(document_to_json(whole)))) == whole


def test_an_empty_document_comes_back() -> None:
    assert document_from_json(document_to_json(Document(()))) == Document(())


def test_the_form_of_a_run_is_this() -> None:
    block = Paragraph(Row("node", 1), Role.BODY, (Run("一是", Made.NUMBER, level=2),))
    assert document_to_json(Document((block,))) == {
        "schema_version": SCHEMA_VERSION,
        "blocks": [
            {
                "row": ["node", 1],
                "role": "body",
                "field": "body",
                "runs": [{"text": "一是", "origin": {"made": "number"}, "level": 2}],
            }
        ],
    }


@pytest.mark.parametrize("version", [None, 0, 2, "1", [1]])
def test_another_schema_version_is_refused(version: object) -> None:
    stored = document_to_json(document()) | {"schema_version": version}
    with pytest.raises(CodecError) as refusal:
        document_from_json(stored)
    assert str(refusal.value) == f"schema version {version!r} is not 1"


def test_a_document_without_a_version_is_refused() -> None:
    with pytest.raises(CodecError):
        document_from_json({})


def of_block(**changes: object) -> Callable[[Any], None]:
    return lambda stored: stored["blocks"][0].update(changes)


def of_run(**changes: object) -> Callable[[Any], None]:
    return lambda stored: stored["blocks"][0]["runs"][0].update(changes)


def of_origin(**changes: object) -> Callable[[Any], None]:
    return lambda stored: stored["blocks"][0]["runs"][0]["origin"].update(changes)


TOKEN = {"is": "token", "name": "合称", "target": None}

BROKEN: dict[str, Callable[[Any], None]] = {
    "no blocks": lambda stored: stored.pop("blocks"),
    "blocks that are no list": lambda stored: stored.update(blocks={}),
    "a block that is a text": lambda stored: stored.update(blocks=["讲话"]),
    "a block that is nothing": lambda stored: stored.update(blocks=[None]),
    "a block without a row": lambda stored: stored["blocks"][0].pop("row"),
    "a block without a role": lambda stored: stored["blocks"][0].pop("role"),
    "a role that nobody knows": of_block(role="chorus"),
    "runs that are no list": of_block(runs={}),
    "a row of one": of_block(row=["node"]),
    "a row that is a text": of_block(row="ab"),
    "a row whose key is a text": of_block(row=["node", "1"]),
    "a heading of level 0": of_block(level=0),
    "a heading of level 5": of_block(level=5),
    "a level that is a text": of_block(level="1"),
    "a text that is a number": of_run(text=5),
    "a text that is nothing": of_run(text=None),
    "a run of level 9": of_run(level=9),
    "a run of level true": of_run(level=True),
    "a mark that nobody knows": of_run(mark="important"),
    "no origin": lambda stored: stored["blocks"][0]["runs"][0].pop("origin"),
    "an origin that is a text": of_run(origin="typed"),
    "a maker that nobody knows": of_run(origin={"made": "magic"}),
    "an origin that is nothing known": of_origin(**{"is": "dreamt"}),
    "an origin without a kind": lambda stored: stored["blocks"][0]["runs"][0]["origin"].pop("is"),
    "an offset that is a text": of_origin(offset="0"),
    "a source that is nothing": of_origin(source=None),
    "a field that is a number": of_origin(field=1),
    "a token without a name": of_origin(**{"is": "token"}),
    "a token whose name is a number": of_origin(**TOKEN | {"name": 1}),
    "a token whose target is no row": of_origin(**TOKEN | {"target": 7}),
    "a token whose target is empty": of_origin(**TOKEN | {"target": []}),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_form_is_refused(what: str) -> None:
    stored = copy.deepcopy(document_to_json(document()))
    BROKEN[what](stored)
    with pytest.raises(CodecError, match=r"^broken document: "):
        document_from_json(stored)
