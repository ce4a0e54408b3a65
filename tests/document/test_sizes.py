"""Speeches larger than any real one."""

import pytest

from speeches.document.assemble import assemble
from speeches.document.codec import document_from_json, document_to_json
from speeches.document.facts import Layout, NodeFacts, Row, SpeechFacts
from tests.document.building import fields_told, fields_typed, items, node, numbers_made, speech

MANY = 2000
DEEP = 1200  # deeper than calls may nest


def check(facts: SpeechFacts) -> None:
    document = assemble(facts)
    assert fields_told(document) == fields_typed(facts)
    assert document_from_json(document_to_json(document)) == document


@pytest.mark.parametrize("layout", Layout)
def test_two_thousand_siblings(layout: Layout) -> None:
    facts = speech(
        node("部署", "{合称}", *items(*["抓落实"] * MANY), layout=layout, collective="项")
    )
    check(facts)
    assert numbers_made(assemble(facts))[-1] == "（二千）"


@pytest.mark.parametrize("layout", [Layout.BLOCKS, Layout.RUN_IN])
def test_a_chain_of_levels_deeper_than_calls_may_nest(layout: Layout) -> None:
    chain: tuple[NodeFacts, ...] = ()
    for key in range(DEEP):
        row = Row("node", key)
        chain = (
            NodeFacts(row, heading="要点", body="{合称}{数量}", children=chain, layout=layout),
        )
    check(speech(*chain))


def test_two_thousand_headings_in_one_lead() -> None:
    children = [node(f"“工程{number}”") for number in range(MANY)]
    check(
        speech(
            node("部署", "实施{要点}等{合称}。", *children, collective="大工程"), opening="{要点}"
        )
    )


@pytest.mark.parametrize(
    ("stuff", "length"),
    [
        ("抓落实，", 100_000),
        ("{合称}", 100_000),
        *((stuff, 20_000) for stuff in ("抓落实。", "{", "{{", "“", "\n", "抓\n", " ")),
    ],
)
def test_long_fields(stuff: str, length: int) -> None:
    long = (stuff * length)[:length]
    check(speech(node(long[:1000], long, *items("甲"), collective="稳"), closing=long[:20_000]))
