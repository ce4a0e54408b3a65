"""校核: what the buttons of the list send."""

from __future__ import annotations

from django import forms

from speeches.enums import IgnoreScope
from speeches.forms.base import PlainForm


class IgnoreForm(PlainForm):
    """不再提示: which line, how far, and why; without a reason it is the one offered.

    `key` is that of its first finding, `count` how many it had before the person's eyes.
    """

    key = forms.CharField(label="提示")
    count = forms.IntegerField(label="处数", min_value=1)
    scope = forms.ChoiceField(label="范围", choices=IgnoreScope.choices)
    reason = forms.CharField(label="原因", max_length=200, required=False)
