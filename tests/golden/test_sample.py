"""The pages of the sample are those that were found right (see `tests.golden`)."""

import pytest

from speeches.typeset.edition import BUILT_IN, Edition
from speeches.typeset.pages import typeset
from tests.golden.sample import golden_file, pages_as_text, sample_document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_the_sample_stands_in_the_lines_that_were_found_right(edition: Edition) -> None:
    expected = golden_file(edition).read_text(encoding="utf-8")
    assert pages_as_text(sample_document(), edition) == expected


@pytest.mark.parametrize("edition", BUILT_IN, ids=lambda edition: edition.key)
def test_no_line_of_the_sample_is_strained(edition: Edition) -> None:
    assert typeset(sample_document(), edition).strained() == []
