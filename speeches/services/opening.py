"""The four moves of an opening, offered in the words of the meeting."""

from __future__ import annotations

from dataclasses import dataclass

from speeches.models import Meeting

_END_MARKS = "。！？…”"


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence to take over; without `text`, `missing` says what the meeting does not tell."""

    key: str
    name: str
    text: str
    missing: str = ""


def moves(meeting: Meeting) -> tuple[Move, ...]:
    """目的、此前、致谢、过渡, in the order in which they are spoken."""
    return (_purpose(meeting), _preceding(meeting), _thanks(meeting), BRIDGE)


# The number follows the parts of the speech.
BRIDGE = Move("bridge", "引出下文", "下面，我讲{数量}点意见。")


def _purpose(meeting: Meeting) -> Move:
    name, purpose = meeting.name, meeting.purpose.strip()
    told = f"，主要任务是{purpose}" if purpose else ""
    missing = "" if purpose else "会议里填了“会议目的”，这一句会更完整。"
    return Move("purpose", "说明目的", _ended(f"今天，我们召开{name}{told}"), missing)


def _preceding(meeting: Meeting) -> Move:
    told = meeting.preceding.strip()
    missing = "" if told else "会议里还没有填“此前议程”，填好后这里会给出这一句。"
    return Move("preceding", "承接此前议程", _ended(told), missing)


def _thanks(meeting: Meeting) -> Move:
    bureau = meeting.bureau.short_name or meeting.bureau.name
    text = f"在此，我代表{bureau}，向大家的辛勤付出表示衷心的感谢！"
    return Move("thanks", "表示感谢", text)


def _ended(text: str) -> str:
    return text if not text or text[-1] in _END_MARKS else f"{text}。"
