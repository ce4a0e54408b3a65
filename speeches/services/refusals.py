"""Why a change was refused: each with the sentence that the person is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class Refusal(Exception):
    """Nothing was changed. `str()` is a Chinese sentence for the person who asked."""


class VersionMissing(Refusal):
    """The form did not say which version it was filled from (422)."""

    def __init__(self) -> None:
        super().__init__("没有收到这份表单所依据的版本，未作保存。请刷新页面后重试。")


class Gone(Refusal):
    """The row, or something above it, has been deleted meanwhile."""

    def __init__(self, sentence: str = "这一内容已被删除，未作保存。恢复后才能修改。") -> None:
        super().__init__(sentence)


class AlreadyFinal(Refusal):
    """The speech is no draft any more."""


class OutOfPlace(Refusal):
    """A node cannot stand where it was to be put, or its siblings are not those expected."""


class StillQuoted(Refusal):
    """A figure that the speech quotes cannot be deleted."""


class Overtaken(Refusal):
    """The text that the person has before their eyes is not the one that stands (409)."""


class InUse(Refusal):
    """A division that something belongs to cannot be deleted."""


class LastAdministrator(Refusal):
    """The bureau would be left without anybody who can let others in."""


class NotReady(Refusal):
    """What stands in the way of a final copy, or of reopening one."""


class Unexplained(NotReady):
    """Errors stay in a final copy only for a stated reason."""


class SavedAlready(Refusal):
    """An import has become a speech: nothing about it changes any more."""


class TooLong(Refusal):
    """What was found in a text does not fit the places it was found for."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in three texts; `base` is what the person's form was filled with.

    Values are as the model holds them: str, bool, date, key of a row, or None.
    """

    field: str
    label: str
    mine: Any
    theirs: Any
    base: Any


class Conflict(Refusal):
    """Someone saved the row first (409). `version` is the one that holds `theirs`."""

    sentence = "您打开之后，有人先改了这一内容。两份文字都在下面，请核对后再保存。"

    def __init__(self, differences: tuple[Difference, ...], version: int) -> None:
        super().__init__(self.sentence)
        self.differences = differences
        self.version = version


class NotSeen(Conflict):
    """A value was to be confirmed that its page did not show."""

    sentence = "您打开之后，有人先改了这项数据，没有确认。现在的数值在这一页，请核对后再确认。"


class BrokenOutline(Exception):
    """The rows of an outline contradict each other: corruption, not a mistake of the person."""
