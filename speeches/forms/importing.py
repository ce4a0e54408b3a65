"""导入旧稿: a text is pasted, or a file is chosen."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError

from speeches.forms.base import PlainForm
from speeches.forms.once import created_once, fresh_key, key_of
from speeches.importing.archive import MAX_SIZE
from speeches.importing.errors import ImportRefused
from speeches.models import Import, Meeting, User
from speeches.services import importing, reading
from speeches.services.reading import Source

_NEITHER = "请粘贴旧稿的文字，或者选一个文件。"
_BOTH = "文字和文件只能选一样。要导入文件，请清空上面的文字，再选一次文件。"


class ImportForm(PlainForm):
    """One of both; whatever cannot be read is refused at its field, before anything is stored."""

    text = forms.CharField(
        label="粘贴文字",
        help_text="从 Word、WPS、网页或聊天记录里复制来的都可以，不用先整理。",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    file = forms.FileField(
        label="或者选一个文件",
        help_text=f"Word 文件（.docx）或文本文件（.txt），不超过 {MAX_SIZE // 2**20} MB。",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
    )
    once = forms.CharField(required=False, widget=forms.HiddenInput)
    layout = Layout("text", "file")
    foreign = ("text",)

    def __init__(self, *args: Any, meeting: Meeting, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.actor = meeting, actor
        self.imported: Import | None = None
        self.initial["once"] = fresh_key(actor)
        self.fields["text"].validators.clear()  # of NUL, which `reading` knows how to take
        # A whole speech stays in its box: what stands below is not pushed off the screen.
        self.fields["text"].widget.attrs.pop("data-grows")

    def clean(self) -> dict[str, Any]:
        """The Source is read here, outside of any transaction: it may take seconds."""
        text, file = self.cleaned_data.get("text", ""), self.cleaned_data.get("file")
        if text.strip() and file:
            self.add_error("file", _BOTH)
        elif file:
            self._read("file", lambda: reading.from_file(_content(file), file.name))
        elif text.strip():
            self._read("text", lambda: reading.pasted(text))
        else:
            self.add_error("text", _NEITHER)
        return self.cleaned_data

    def store(self) -> bool:
        """Take the text in, once however often the form is sent; another text is another import,
        though the browser has kept the form from the page before.

        Raises ValidationError where the original cannot be stored, or VersionMissing.
        """
        source: Source = self.cleaned_data["source"]
        key = _key_for(source, key_of(self.cleaned_data["once"], self.actor))

        def take_in() -> Import:
            return importing.take_in(self.meeting, source, actor=self.actor, once=key)

        try:
            self.imported, is_first = created_once(Import, key, take_in)
        except ImportRefused as refused:
            raise ValidationError(str(refused)) from refused
        return is_first

    def _read(self, field: str, read: Callable[[], Source]) -> None:
        try:
            self.cleaned_data["source"] = read()
        except ImportRefused as refused:
            self.add_error(field, str(refused))


def _content(file: Any) -> bytes:
    """No more of a file than is needed to see that it is too large."""
    content: bytes = file.read(MAX_SIZE + 1)
    return content


def _key_for(source: Source, key: UUID) -> UUID:
    """The key of this very text, sent with a form that has the key `key`."""
    return uuid5(key, sha256(source.content).hexdigest())
