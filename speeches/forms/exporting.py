"""导出: in which edition a speech goes to paper, and how a draft is marked there."""

from __future__ import annotations

from typing import Any

from django import forms

from speeches.enums import DraftStamp, SpeechState
from speeches.forms.base import PlainForm
from speeches.models import Speech
from speeches.services.editions import choices, default_edition


class ExportForm(PlainForm):
    """Sent by GET: what it chooses stands in the address of the file."""

    edition = forms.ChoiceField(label="版式", required=False, widget=forms.RadioSelect)
    stamp = forms.ChoiceField(
        label="稿件标注",
        help_text="印在每一页的左上角，正文不变。",
        choices=DraftStamp.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, speech: Speech, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bureau = speech.meeting.bureau
        self.fields["edition"].choices = choices(bureau)
        self.fields["edition"].initial = default_edition(bureau).key
        if speech.state == SpeechState.FINAL:
            del self.fields["stamp"]

    @property
    def words(self) -> str:
        """Of a valid form: what is printed at the head of the pages; empty for nothing."""
        chosen = self.cleaned_data.get("stamp")
        return DraftStamp(chosen).label if chosen else ""
