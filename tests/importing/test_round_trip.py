"""What the app prints comes in again as the same speech."""

from __future__ import annotations

import pytest
from hypothesis import given

from speeches.document.assemble import assemble
from speeches.document.facts import SpeechFacts
from speeches.export.text import text
from speeches.importing.canonical import canonical
from speeches.importing.facts import facts_of
from speeches.importing.outline import Outline
from speeches.importing.parsing import parse
from speeches.importing.passages import GLUED
from tests.importing.strategies import speeches


def read(printed: str, *, repair: bool) -> Outline:
    """The outline of a printed speech. A run-in list of whole sentences may look like points that
    were glued together; the cuts are listed, and here they are undone."""
    found = parse(printed, repair=repair)
    cuts = {each.key for each in found.repairs if each.reason == GLUED}
    return parse(printed, repair=repair, undone=frozenset(cuts)) if cuts else found


@pytest.mark.parametrize("repair", [True, False])
@given(facts=speeches)
def test_a_printed_speech_comes_in_as_the_same_speech(facts: SpeechFacts, *, repair: bool) -> None:
    found = read(text(assemble(facts)), repair=repair)
    assert canonical(facts_of(found)) == canonical(facts)
    assert found.jumps == ()
    assert found.unrecognised == ()
    assert found.repairs == ()


@given(speeches)
def test_what_came_in_prints_the_same_text(facts: SpeechFacts) -> None:
    printed = text(assemble(facts))
    assert text(assemble(facts_of(parse(printed, repair=False)))) == printed
