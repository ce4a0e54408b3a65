"""What all forms share: our own words, the crispy helper, and the one way to store a row.

A form is filled with the version that its person saw. What the saving service refuses stands at
its field, beside what was typed; a newer text stands above the field whose text it is.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.functional import cached_property

from speeches.document.normalising import normalise
from speeches.forms.once import created_once, fresh_key, key_of
from speeches.models import User, Versioned
from speeches.services import saving
from speeches.services.refusals import Conflict, Difference, Refusal

LONGEST_TEXT = 10_000  # characters in one field: an hour of speaking, and no page of a speech
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u26ff\u2700-\u275a]")
_MESSAGES = {
    "required": "请填写{label}。",
    "max_length": "{label}最多%(limit_value)d字，现在有%(show_value)d字，请删减。",
    "invalid": "{label}的写法不对，请改正。",
    "invalid_choice": "请在{label}的选项里选一个。",
    "invalid_list": "请在{label}的选项里选。",
    "invalid_pk_value": "请在{label}的选项里选。",
    "min_value": "{label}不能小于%(limit_value)s。",
    "max_value": "{label}不能大于%(limit_value)s。",
}
_DATE = "{label}请写成年-月-日，例如2026-07-16。"
_TIME = "{label}请写成时:分，例如09:00。"


class OfficeField(BoundField):
    """A field on the page, with what somebody else has made of it meanwhile."""

    @property
    def difference(self) -> Difference | None:
        return getattr(self.form, "differences", {}).get(self.name)

    @property
    def theirs(self) -> str:
        return self._worded(self.difference.theirs)

    @property
    def base(self) -> str:
        return self._worded(self.difference.base)

    @property
    def held(self) -> str:
        """What the row says, for those who only read it; empty where it says nothing."""
        return self._worded(self.initial) if self.initial not in (None, "") else ""

    @property
    def was_left(self) -> bool:
        """The person did not touch the field: the newer text has taken its place."""
        return self.difference.mine == self.difference.base

    def _worded(self, value: Any) -> str:
        """A value as a page says it."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, datetime.date):
            return f"{value.year}年{value.month}月{value.day}日"
        if isinstance(value, datetime.time):
            return f"{value:%H:%M}"
        choices = getattr(self.field, "choices", ())
        labels = (str(label) for key, label in choices if value is not None and key == value)
        return next(labels, "" if value is None else str(value)) or "（空）"


class OfficeForm(forms.BaseForm):
    """Mixed into every form: plain words, no browser bubbles, nothing cut off while pasting."""

    use_required_attribute = False
    bound_field_class = OfficeField
    is_office = True
    summarised = True  # by the page, for all its forms
    foreign: tuple[str, ...] = ()  # fields whose text comes from outside: read, not yet written
    # Does what the form asks for and tells whether anything changed; raises ValidationError or
    # Refusal. Every form has its own.
    store: Callable[[], bool]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.refused = ""  # why the whole form was not stored, in a sentence
        self.refusal: Refusal | None = None  # the same, as it was raised
        for field in self.fields.values():
            _speak_plainly(field)

    @cached_property
    def helper(self) -> FormHelper:
        """The layout of the form is its attribute `layout`; the page carries the form tag."""
        helper = FormHelper(self)
        helper.form_tag, helper.disable_csrf = False, True
        helper.render_hidden_fields = True
        helper.layout = getattr(self, "layout", None) or helper.layout
        return helper

    def _clean_fields(self) -> None:
        super()._clean_fields()
        for name in [name for name in self.cleaned_data if name not in self.foreign]:
            try:
                check_text(self.fields[name].label, self.cleaned_data[name])
            except ValidationError as error:
                self.add_error(name, error)

    def take_errors(self, error: ValidationError) -> None:
        """Put what a service found wrong at its fields, or on top where it has none here."""
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, messages in told.items():
            self.add_error(name if name in self.fields else None, messages)


class PlainForm(OfficeForm, forms.Form):
    """A form of no single row."""


class TextForm(OfficeForm, forms.ModelForm):
    """The form of one text-carrying row, new or old.

    `actor` is the person before the page. A row that exists is saved over the version `seen`; a
    new one is inserted once, however often its form is sent.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    once = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.differences: dict[str, Difference] = {}
        self.is_new = self.instance.pk is None
        if self.is_new:
            del self.fields["seen"]
            self.initial["once"] = fresh_key(actor)
        else:
            del self.fields["once"]
            self.initial["seen"] = self.instance.version

    def _post_clean(self) -> None:
        """Leave the row alone: the saving service normalises and validates under its lock."""

    def changes(self) -> dict[str, Any]:
        """What was typed, by the editable fields of the row."""
        own = {field.name for field in self.instance._meta.concrete_fields if field.editable}
        return {name: value for name, value in self.cleaned_data.items() if name in own}

    def store(self) -> bool:
        """Save or insert the row of a valid form; tell whether anything changed.

        Raises what `saving.save` raises, with the form ready to be shown again.
        """
        try:
            return self._insert() if self.is_new else self._save()
        except ValidationError as error:
            self.take_errors(error)
            raise
        except Conflict as conflict:
            self.show(conflict)
            raise

    @property
    def version(self) -> int | None:
        """The one that the form was filled with, if it says so."""
        seen = self.cleaned_data.get("seen", "")
        return int(seen) if seen.isdecimal() and len(seen) < 10 else None

    def _save(self) -> bool:
        return saving.save(self.instance, self.changes(), seen=self.version, actor=self.actor)

    def _insert(self) -> bool:
        key = key_of(self.cleaned_data.get("once", ""), self.actor)
        self.instance, is_first = created_once(type(self.instance), key, lambda: self.add(key))
        return is_first

    def add(self, once: Any) -> Versioned:
        """The new row, in the database; a form whose row is placed by a service overrides it."""
        for name, value in (self.changes() | {"once": once}).items():
            setattr(self.instance, name, value)
        return saving.insert(self.instance, actor=self.actor)

    def show(self, conflict: Conflict) -> None:
        """Keep mine in the fields, theirs where I changed nothing, and what both began with."""
        told = {one.field: one for one in conflict.differences if one.theirs != one.base}
        self.differences = told
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = str(conflict.version)
        for one in conflict.differences:
            if one.mine == one.base and one.field in self.fields:
                _put(self.data, self.add_prefix(one.field), one.theirs)


def check_text(label: str | None, value: Any) -> None:
    """Refuse what no page of a speech can hold. Raises ValidationError."""
    if not isinstance(value, str):
        return
    if len(value) > LONGEST_TEXT:
        told = f"{label}有{len(value):,}字，最多{LONGEST_TEXT:,}字。请分成几处来写。"
        raise ValidationError(told)
    if found := _PICTURES.search(normalise(value)):
        raise ValidationError(f"{label}里有表情或图形符号“{found[0]}”，公文里排不出来，请删去。")


def _put(data: Any, name: str, value: Any) -> None:
    """Set a posted value as the field's widget would have sent it."""
    if value is False:
        data.pop(name, None)
    elif isinstance(value, bool):
        data[name] = "on"
    else:
        data[name] = "" if value is None else str(value)


def _speak_plainly(field: forms.Field) -> None:
    messages: Mapping[str, str] = _MESSAGES
    if isinstance(field, forms.DateField):
        messages = _MESSAGES | {"invalid": _DATE}
        field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    if isinstance(field, forms.TimeField):
        messages = _MESSAGES | {"invalid": _TIME}
        field.widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    label = field.label or ""
    own = {code: told.format(label=label) for code, told in messages.items()}
    field.error_messages = field.error_messages | own
    # The browser would cut a pasted text short without a word.
    field.widget.attrs.pop("maxlength", None)
    if isinstance(field.widget, forms.Textarea):
        rows = str(field.widget.attrs.get("rows", "10"))  # 10 is Django's own
        field.widget.attrs |= {"rows": "3" if rows == "10" else rows, "data-grows": True}
        field.widget.attrs.pop("cols", None)
        field.strip = field.required  # an indented first line is the person's own
    if isinstance(field, forms.ModelChoiceField) and field.empty_label:
        field.empty_label = "（不填）"
