"""The findings are those that were read and found right (see `tests.golden`)."""

import pytest

from tests.golden.findings import GOLDEN, errors, findings_as_text

pytestmark = pytest.mark.django_db


def test_no_text_has_an_error_that_nobody_has_read() -> None:
    new = errors(findings_as_text()) - errors(GOLDEN.read_text(encoding="utf-8"))
    assert sorted(new) == [], "read each: if it is right, run `python -m tests.golden`"


def test_the_findings_are_those_that_were_found_right() -> None:
    assert findings_as_text() == GOLDEN.read_text(encoding="utf-8")
