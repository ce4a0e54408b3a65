"""核对导入的文稿: what a piece of the text is, as a person says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django import forms

from speeches.document.facts import MAX_DEPTH, Kind
from speeches.document.numbering import han
from speeches.enums import PART_KINDS
from speeches.forms.base import PlainForm
from speeches.importing.editing import Pieces, changed, dropped, merged, split
from speeches.importing.pieces import Piece, Role

ROLES = {
    Role.TITLE: "题目",
    Role.SUBTITLE: "副标题",
    Role.POST: "职务",
    Role.SPEAKER: "讲话人",
    Role.DATE: "日期",
    Role.SALUTATION: "称谓",
    Role.OPENING: "开场",
    Role.HEADING: "小标题（独占一行）",
    Role.RUN_IN: "小标题（在段首）",
    Role.ITEM: "分条",
    Role.LEAD: "不带标题的部分",
    Role.BODY: "正文",
    Role.TAIL: "段末语",
    Role.CLOSING: "结尾",
    Role.UNRECOGNISED: "未识别",
    Role.GAP: "原文缺失",
    Role.DROPPED: "不要",
}
_MARKS = re.compile(r"[。！？!?；;，,：:、][”’）》]*|(?=[一二三四五六七八九十][是要、])|[ \u3000]+")
_SHOWN = 10  # characters on each side of a place where a text can be split


def level_name(level: int) -> str:
    """一级 is that of the parts."""
    return f"{han(level)}级" if level else "不分级"


class PieceForm(PlainForm):
    """One piece: what it is, at which level, of which kind the part is that it opens."""

    role = forms.ChoiceField(label="是什么")
    level = forms.TypedChoiceField(
        label="层次",
        coerce=int,
        choices=[(level, level_name(level)) for level in range(MAX_DEPTH + 1)],
    )
    kind = forms.ChoiceField(
        label="部分的类型",
        required=False,
        choices=[("", "（不填）"), *((kind.value, kind.label) for kind in PART_KINDS)],
    )
    split_at = forms.ChoiceField(label="从哪里分开", required=False)
    cursor = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, piece: Piece, number: int, **kwargs: Any) -> None:
        super().__init__(*args, prefix=str(number), **kwargs)
        self.piece, self.number = piece, number
        self.fields["role"].choices = [(role.value, ROLES[role]) for role in _roles_for(piece)]
        self.fields["split_at"].choices = [("", "（选一处）"), *split_places(piece.text)]
        self.initial = {
            "role": piece.role.value,
            "level": piece.level,
            "kind": piece.kind.value if piece.kind else "",
        }

    @property
    def place(self) -> int:
        """Of a valid form: before which character of the piece, its number counted, it is to be
        split; 0 where none is said."""
        told = self.cleaned_data
        offset = told.get("cursor") or int(told.get("split_at") or 0)
        return len(self.piece.lead) + offset if offset else 0

    def put_into(self, pieces: Pieces) -> Pieces:
        """`pieces` with what a valid form says of this one; the same where nothing is new."""
        told, index = self.cleaned_data, self.number - 1
        role = Role(told["role"])
        level = _level(role, told["level"], pieces[:index])
        kind = Kind(told["kind"]) if told["kind"] and level == 1 else None
        if (role, level, kind) == (self.piece.role, self.piece.level, self.piece.kind):
            return pieces
        return changed(pieces, index, role=role, level=level, kind=kind)


def _level(role: Role, chosen: int, above: Pieces) -> int:
    """The level that a role can have; where none was chosen, that of the last one above."""
    if role.opens:
        return chosen or next((each.level for each in reversed(above) if each.role.opens), 1)
    if role is Role.LEAD:
        return 1
    return {Role.TAIL: chosen, Role.GAP: min(chosen, 1)}.get(role, 0)


def sent_forms(data: Mapping[str, Any], pieces: Sequence[Piece]) -> dict[int, PieceForm]:
    """The forms of the pieces that stood open on the page, by their number from 1."""
    return {
        number: PieceForm(data, piece=piece, number=number)
        for number, piece in enumerate(pieces, start=1)
        if f"{number}-role" in data
    }


def split_places(text: str) -> Iterator[tuple[int, str]]:
    """Where a text can be split: behind each mark, told by what stands on both sides."""
    places = sorted({found.end() for found in _MARKS.finditer(text)})
    for place in places:
        if 0 < place < len(text):
            before, behind = text[max(place - _SHOWN, 0) : place], text[place : place + _SHOWN]
            yield place, f"{before} ‖ {behind}"


def _roles_for(piece: Piece) -> list[Role]:
    """A gap stays one, and nothing becomes one; dropping has a button of its own."""
    if piece.role is Role.GAP:
        return [Role.GAP]
    return [role for role in ROLES if role not in (Role.GAP, Role.DROPPED)]


# --- What a button does ----------------------------------------------------------------------


class BadStep(ValueError):
    """A step that cannot be taken; its text is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the pressed button says: a verb, and what it is about."""

    verb: str
    about: str = ""

    @classmethod
    def of(cls, button: str) -> Self:
        """`split 12`, `undo 3:14`, `save`."""
        verb, _, about = button.partition(" ")
        return cls(verb, about)

    def number_among(self, pieces: Sequence[Piece]) -> int:
        """The piece that it is about, from 1. Raises BadStep."""
        told = self.about
        if not (told.isascii() and told.isdigit() and 1 <= int(told[:9]) <= len(pieces)):
            raise BadStep("没有找到这一条，什么也没有改。请用页面上的按钮。")
        return int(told)


@dataclass(frozen=True, slots=True)
class Edited:
    """The pieces after a step, what to tell, and the number of the piece to go on at."""

    pieces: Pieces
    told: str
    number: int


def put_all(forms: Iterable[PieceForm], pieces: Pieces) -> Pieces:
    """`pieces` with what valid forms say. Raises BadEdit."""
    for form in forms:
        pieces = form.put_into(pieces)
    return pieces


def keep(pieces: Pieces, number: int) -> Edited:
    """保存这一条: what its form says has been put in already."""
    return Edited(pieces, f"第{number}条已改好。", number)


def merge(pieces: Pieces, number: int) -> Edited:
    """并入上一条. Raises BadEdit or BadStep."""
    if number > 1 and pieces[number - 2].role is Role.DROPPED:
        raise BadStep(f"第{number - 1}条已经不要了，不能并进去。请先恢复它。")
    return Edited(merged(pieces, number - 1), f"第{number}条已并入第{number - 1}条。", number - 1)


def drop(pieces: Pieces, number: int) -> Edited:
    """不要."""
    return Edited(dropped(pieces, number - 1), f"第{number}条不要了，需要时可以恢复。", number)


EDITS: Mapping[str, Callable[[Pieces, int], Edited]] = {"keep": keep, "merge": merge, "drop": drop}


def split_where(form: PieceForm | None, pieces: Pieces, number: int) -> Edited:
    """从这里分开: at the place that the form says. Raises BadEdit or BadStep."""
    if form is None or not form.place:
        raise BadStep("请先选好从哪里分开，再按“从这里分开”。")
    offset = form.place - len(pieces[number - 1].lead)
    told = f"已分成第{number}条和第{number + 1}条。"
    return Edited(split(pieces, number - 1, offset), told, number + 1)


def restore(pieces: Pieces, number: int, found: Sequence[Piece]) -> Edited:
    """恢复: as it was found, where it is still the same piece; else as a text."""
    piece, told = pieces[number - 1], f"已恢复第{number}条。"
    for same in found:
        if (same.line, same.stretches) == (piece.line, piece.stretches):
            return Edited((*pieces[: number - 1], same, *pieces[number:]), told, number)
    return Edited(changed(pieces, number - 1, role=Role.BODY), told, number)
