"""人员名录: one entry, or a pasted list."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.validators import RegexValidator

from speeches.forms.base import OfficeForm, PlainForm
from speeches.forms.managing import LineField, ManagedForm
from speeches.importing.register import Register, plain_name, read
from speeches.models import Person
from speeches.services import registering

_FIELDS = ("name", "post", "since", "until")
_BACKWARDS = "任职止期在起期前面，请改正。"
_NOBODY = "里面没有看懂的人员。请照下面的写法，一行写一个人。"
_ONLY_NAME = "这里只写姓名，如：程敬川。性别、“同志”和职务不写在这一栏。"
_EMPTY = "请把名单粘贴在这里。"


class NameField(LineField):
    """赵　明 and 赵 明 are 赵明. With 同志 or （女） it would be found in no text."""

    default_validators = (
        RegexValidator(
            r"^(?!.+同志$)[^\W\d_]+(?:[ ·•.’'-]{1,2}[^\W\d_]+)*\.?$", _ONLY_NAME, "name"
        ),
    )

    def to_python(self, value: Any) -> str:
        return plain_name(super().to_python(value))


class HolderFields(forms.ModelForm):
    """Who holds which post, from when till when."""

    layout = Layout("seen", *_FIELDS)

    def clean(self) -> dict[str, Any]:
        since, until = (self.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and until < since:
            self.add_error("until", _BACKWARDS)
        return self.cleaned_data

    class Meta:
        model = Person
        fields = _FIELDS
        field_classes = {"name": NameField, "post": LineField}
        help_texts = {
            "post": "写全称，如：市教育局党组书记、局长。",
            "since": "不清楚就不填。",
            "until": "还在任就不填；离任后填上，写以前的事仍然认得。",
        }


class HolderForm(ManagedForm, HolderFields):
    """An entry that exists."""


class NewHolderForm(OfficeForm, HolderFields):
    """An entry to be added at the end."""

    layout = Layout(*_FIELDS)

    def __init__(self, *args: Any, bureau_key: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau_key = bureau_key

    def _post_clean(self) -> None:
        """Entries that are there are found by the database."""

    def store(self) -> bool:
        registering.add_person(self.bureau_key, **self.cleaned_data)
        return True


class HoldersForm(PlainForm):
    """A list that is read first and stored when its reader has seen what was understood.

    `shown` is the digest of the text whose reading the person was shown.
    """

    text = forms.CharField(
        label="名单",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=(
            "一行一个人：姓名、职务、任职起、任职止，中间隔空格；起止可以不写。"
            "从 Word、Excel 的表格里复制来的也可以。如：程敬川 党组书记、局长 2021-03"
        ),
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    layout = Layout("text", "shown")
    foreign = ("text",)

    def __init__(self, *args: Any, bureau_key: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau_key = bureau_key
        self.register = Register((), ())
        self.added = 0
        self.fields["text"].validators.clear()  # of NUL, which `read` leaves out
        self.fields["text"].widget.attrs.pop("data-grows")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not text.strip():
            raise forms.ValidationError(_EMPTY)
        self.register = read(text)
        if not self.register.entries:
            raise forms.ValidationError(_NOBODY)
        return text

    @property
    def digest(self) -> str:
        return sha256(self.cleaned_data["text"].encode(errors="replace")).hexdigest()

    @property
    def was_shown(self) -> bool:
        """Whether the person has seen how this very text was read."""
        return self.cleaned_data.get("shown") == self.digest

    def show(self) -> None:
        """The page says how the text is read: it can be stored now."""
        self.data = self.data.copy()
        self.data["shown"] = self.digest

    def store(self) -> bool:
        self.added = registering.add_people(self.bureau_key, self.register.entries)
        return self.added > 0
