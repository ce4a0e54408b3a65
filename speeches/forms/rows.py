"""The items of a node as rows of its form, each looking like what it becomes: 一是…，二是…"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, TypeVar

from django import forms

from speeches.document.facts import Marker
from speeches.document.numbering import han, marker_text
from speeches.forms.base import TextForm
from speeches.models import Item, Node, User
from speeches.services.rows import RowEdit

PREFIX, TOTAL = "rows", "rows-total"
MOST = 200  # rows: none has so many; a forged number makes no forms without end
SPARE = 20  # numbers beyond the last row, for those that a script adds
One = TypeVar("One")
LOST = "这一条刚被别人删去了。再按“保存”就作为新的一条加上；不要了，就把这一栏清空。"


class RowForm(TextForm):
    """One item; a row without text is none."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    order = forms.IntegerField(label="次序", required=False)
    remove = forms.BooleanField(label="删去", required=False)

    class Meta:
        model = Item
        fields = ("body",)
        widgets = {"body": forms.Textarea(attrs={"rows": "2", "data-takes-tokens": True})}

    def __init__(self, *args: Any, number: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("once", None)  # follows from the page's key and the place of the row
        self.initial["key"] = self.instance.pk or ""
        self.fields["body"].label = number
        self.fields["body"].widget.attrs["aria-label"] = number
        self.fields["order"].widget.attrs |= {"min": 1, "data-order": True}
        self.fields["remove"].widget.attrs["data-removes"] = True

    @property
    def is_staying(self) -> bool:
        """Whether a valid form asks for a row at all."""
        return bool(self.cleaned_data["body"].strip()) and not self.cleaned_data["remove"]

    def lose(self) -> None:
        """Its row is gone: what was typed stands here as a new one."""
        self.data = self.data.copy()
        self.data[self.add_prefix("key")] = ""
        self.add_error("body", LOST)

    def edit(self, once: uuid.UUID) -> RowEdit:
        """What a valid form says."""
        seen = self.cleaned_data.get("seen", "")
        return RowEdit(
            row=None if self.is_new else self.instance,
            body=self.cleaned_data["body"],
            seen=int(seen) if seen.isdecimal() else None,
            once=uuid.uuid5(once, self.prefix or ""),
            is_removed=self.cleaned_data["remove"],
        )


class Rows:
    """The row forms of a node, as its page shows them or as they were sent."""

    def __init__(self, node: Node, items: Sequence[Item], data: Any, *, actor: User) -> None:
        self.node, self.actor, self.data = node, actor, data
        self._by_key = {str(item.pk): item for item in items}
        self.forms = self._shown(items) if data is None else self._sent()

    @property
    def numbers(self) -> list[str]:
        """What stands before the first, the second … of them, and of some more."""
        return [self._number(place) for place in range(len(self.forms) + SPARE)]

    @property
    def blank(self) -> RowForm:
        """The row that a script copies; it fills in the place."""
        return self._form("__place__", None, self._number(len(self.forms)))

    @property
    def in_order(self) -> list[RowForm]:
        """The valid forms, as their person wants them."""
        return arranged(self.forms, [form.cleaned_data.get("order") for form in self.forms])

    @property
    def is_reordered(self) -> bool:
        """Told from the form alone: rows that others add or move are left where they are.

        By the numbers, or by a new row among the old: one that was lost and keeps its place.
        """
        are_new = [form.is_new for form in self.forms if form.is_staying]
        return self.in_order != self.forms or are_new != sorted(are_new)

    @property
    def lost(self) -> list[RowForm]:
        """Those whose rows were deleted meanwhile."""
        return [form for form in self.forms if form.is_new and form["key"].value()]

    def _shown(self, items: Sequence[Item]) -> list[RowForm]:
        filled = [self._form(place, item) for place, item in enumerate(items)]
        blanks = 1 if items else 3
        return filled + [self._form(len(items) + place, None) for place in range(blanks)]

    def _sent(self) -> list[RowForm]:
        total = self.data.get(TOTAL, "")
        places = range(min(int(total), MOST) if total.isdecimal() else 0)
        keys = (self.data.get(f"{PREFIX}-{place}-key", "") for place in places)
        return [self._form(place, self._by_key.get(key)) for place, key in enumerate(keys)]

    def _form(self, place: int | str, item: Item | None, number: str = "") -> RowForm:
        return RowForm(
            self.data if isinstance(place, int) else None,
            prefix=f"{PREFIX}-{place}",
            instance=item,
            actor=self.actor,
            number=number or self._number(int(place)),
        )

    def _number(self, place: int) -> str:
        """As the pages will have it; where they have none, what people call it."""
        depth = 1 if self.node.parent_id is None else 2
        text = marker_text(Marker(self.node.marker), place + 1, depth + 1)
        return text or f"第{han(place + 1)}条"


def arranged(rows: Sequence[One], numbers: Sequence[int | None]) -> list[One]:
    """`rows` with each numbered one at the place (from 1) that its number names.

    Those without a number keep their order around them. Of two with the same number the first
    comes first; a number beyond the last is the end.
    """
    asked = list(zip(numbers, rows, strict=True))
    numbered = [(number, row) for number, row in asked if number is not None]
    result = [row for number, row in asked if number is None]
    free = 0
    for number, row in sorted(numbered, key=lambda one: one[0]):
        free = min(max(number - 1, free), len(result))
        result.insert(free, row)
        free += 1
    return result
