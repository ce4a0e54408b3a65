"""样张: what the page beside the page setup shows."""

from __future__ import annotations

import pytest

from speeches.document.tree import Heading, Role
from speeches.services.specimen import PAGES, specimen
from speeches.typeset.edition import BUILT_IN, Edition


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_it_fills_an_odd_page_and_reaches_an_even_one(edition: Edition) -> None:
    assert len(specimen().pages(edition).pages) >= PAGES


def test_it_has_every_kind_of_paragraph_and_headings_of_every_level() -> None:
    blocks = specimen().document.blocks
    headings = [block for block in blocks if isinstance(block, Heading)]
    assert {block.role for block in blocks if block not in headings} == set(Role)
    run_in = {run.level for block in blocks for run in block.runs}
    assert {block.level for block in headings} | run_in >= {1, 2, 3, 4}
