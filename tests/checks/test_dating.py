"""The day on which a speech is given."""

from __future__ import annotations

import datetime

import pytest

from speeches.checks.dating import date_of
from speeches.checks.examples import document_of
from speeches.checks.scope import Scope
from speeches.document.facts import Row, SpeechFacts

JULY_16 = datetime.date(2026, 7, 16)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["日期| （2026年7月16日）"], JULY_16),
        (["署名| 市教育局局长", "日期| 2026年7月16日在全市会议上"], JULY_16),
        (["日期| （2026年7月）"], None),
        (["日期| （2026年2月30日）"], None),
        (["2026年7月16日，会议召开。"], None),
        ([], None),
    ],
)
def test_without_facts_the_date_line_tells_it(lines: list[str], day: datetime.date | None) -> None:
    assert date_of(Scope(document_of(lines))) == day


def test_facts_tell_it_whatever_is_printed() -> None:
    facts = SpeechFacts(Row("speech", 1), date=JULY_16)
    assert date_of(Scope(document_of(["日期| （2025年1月1日）"]), facts)) == JULY_16
