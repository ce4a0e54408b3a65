"""会议."""

from __future__ import annotations

from crispy_forms.layout import Layout
from django import forms

from speeches.forms.base import TextForm
from speeches.models import Meeting

_FIELDS = ("name", "kind", "period", "date", "time", "venue", "host")
_TEXTS = ("audience", "purpose", "preceding")


class MeetingForm(TextForm):
    """All that the speeches given there take from it; only the name is needed."""

    layout = Layout(*_FIELDS, *_TEXTS)

    class Meta:
        model = Meeting
        fields = (*_FIELDS, *_TEXTS)
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in _TEXTS}
        help_texts = {
            "purpose": "会写进讲话的开场：“主要任务是……”。如：总结上半年工作，部署下半年任务",
            "preceding": "会写进讲话的开场，照原样用。如：刚才，各处室汇报了上半年工作。",
        }
