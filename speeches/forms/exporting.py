"""导出: how a draft is marked on paper."""

from __future__ import annotations

from django import forms

from speeches.enums import DraftStamp
from speeches.forms.base import PlainForm


class ExportForm(PlainForm):
    """Sent by GET: what it chooses stands in the address of the file."""

    stamp = forms.ChoiceField(
        label="稿件标注",
        help_text="印在每一页的左上角，正文不变。",
        choices=DraftStamp.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    @property
    def words(self) -> str:
        """Of a valid form: what is printed at the head of the pages; empty for nothing."""
        chosen = self.cleaned_data["stamp"]
        return DraftStamp(chosen).label if chosen else ""
