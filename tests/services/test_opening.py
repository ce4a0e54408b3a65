"""The four moves: what the meeting tells, and what it leaves open."""

from __future__ import annotations

import pytest

from speeches.services.opening import moves
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_moves_are_in_the_words_of_the_meeting() -> None:
    meeting = factories.meeting(
        name="年中会", purpose="总结上半年工作，部署下半年任务", preceding="刚才，大家汇报了工作"
    )
    assert [(move.text, move.missing) for move in moves(meeting)] == [
        ("今天，我们召开年中会，主要任务是总结上半年工作，部署下半年任务。", ""),
        ("刚才，大家汇报了工作。", ""),
        ("在此，我代表清河市教育局，向大家的辛勤付出表示衷心的感谢！", ""),
        ("下面，我讲{数量}点意见。", ""),
    ]


def test_what_the_meeting_does_not_tell_is_not_invented() -> None:
    purpose, preceding, *_ = moves(factories.meeting(name="年中会"))
    assert (purpose.text, purpose.missing) == (
        "今天，我们召开年中会。",
        "会议里填了“会议目的”，这一句会更完整。",
    )
    assert preceding.text == ""
    assert preceding.missing.startswith("会议里还没有填“此前议程”")


@pytest.mark.parametrize("typed", ["刚才，大家汇报了工作。", "刚才，大家汇报了工作！\n"])
def test_a_sentence_that_has_its_end_gets_no_other(typed: str) -> None:
    assert moves(factories.meeting(preceding=typed))[1].text == typed.strip()
