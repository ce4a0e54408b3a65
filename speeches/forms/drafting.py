"""新建讲话稿, 题目与称谓, 开场, 结尾."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django import forms

from speeches.enums import UserRole
from speeches.forms.base import TextForm
from speeches.models import Speech, User, Versioned
from speeches.services import drafting, saving

BLANK = "blank"
LIKE = (
    "“照上次”带来那篇的文字、提纲，以及问题与重点工作的对应；数据的数值和完成时限都清空，重新填。"
)


class SpeakerForm(TextForm):
    """A form that offers the bureau's leaders as speakers, without insisting on one of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leaders = list(
            User.objects.filter(
                bureau=self.instance.meeting.bureau_id, role=UserRole.LEADER, is_active=True
            ).exclude(name="")
        )
        self.fields["speaker"].widget.attrs["list"] = "speakers"
        self.fields["post"].widget.attrs["list"] = "posts"
        if self.leaders:
            self.fields["speaker"].help_text = "可从本单位领导中选，也可直接填写。"


class SpeechNewForm(SpeakerForm):
    """The little that a speech begins with; everything can be changed afterwards."""

    start = forms.ChoiceField(label="从哪里开始", widget=forms.RadioSelect)
    layout = Layout("start", "title", "speaker", "post", "kind")

    class Meta:
        model = Speech
        fields = ("title", "speaker", "post", "kind")
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {"title": "太长时可以换行，印出来就在那里分行。"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        self.models = {f"like-{one.pk}": one for one in drafting.models_for(meeting, self.actor)}
        self.templates = {template.key: template for template in drafting.templates()}
        self.fields["start"].choices = self._choices()
        if self.models:
            self.fields["start"].help_text = LIKE
        fitting = (key for key, one in self.templates.items() if one.meeting == meeting.kind)
        self.initial |= {"title": f"在{meeting.name}上的讲话", "start": next(fitting, BLANK)}

    def _choices(self) -> list[tuple[str, str]]:
        offered = [(key, f"{one.name}提纲：{one.summary}") for key, one in self.templates.items()]
        copies = [(key, f"照上次：{one}（{_when(one)}）") for key, one in self.models.items()]
        return [*offered, *copies, (BLANK, "空白：自己搭提纲")]

    def add(self, once: Any) -> Versioned:
        speech = self.instance
        for name, value in (self.changes() | {"once": once}).items():
            setattr(speech, name, value)
        start = self.cleaned_data["start"]
        if start in self.models:
            return drafting.draft_like(speech, self.models[start], actor=self.actor)
        if start in self.templates:
            return drafting.draft_from(speech, self.templates[start], actor=self.actor)
        return saving.insert(speech, actor=self.actor)


class TitleForm(SpeakerForm):
    """题目与称谓: what stands above the text."""

    layout = Layout(
        "title", "subtitle", "speaker", "post", "date_note", "kind", "salutation", "marker"
    )

    class Meta:
        model = Speech
        fields = (
            "title",
            "subtitle",
            "speaker",
            "post",
            "date_note",
            "kind",
            "salutation",
            "marker",
        )
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "title": "太长时可以换行，印出来就在那里分行。",
            "subtitle": "如：——在全市教育工作会议上的讲话",
            "date_note": "跟在会议日期后面印出来。如：根据录音整理",
            "salutation": "如：同志们：",
        }


class OpeningForm(TextForm):
    layout = Layout("opening")

    class Meta:
        model = Speech
        fields = ("opening",)
        widgets = {"opening": forms.Textarea(attrs={"rows": 8, "data-takes-tokens": True})}
        help_texts = {"opening": "换行就是另起一段。"}


class ClosingForm(TextForm):
    layout = Layout("closing")

    class Meta:
        model = Speech
        fields = ("closing",)
        widgets = {"closing": forms.Textarea(attrs={"rows": 6, "data-takes-tokens": True})}
        help_texts = {"closing": "换行就是另起一段。"}


def _when(speech: Speech) -> str:
    date = speech.meeting.date
    told = f"{date.year}年{date.month}月{date.day}日" if date else "日期未定"
    return f"{speech.speaker}，{told}" if speech.speaker else told
