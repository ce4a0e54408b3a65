"""定稿 and 退回修改: each says which text was before the person's eyes."""

from __future__ import annotations

from django import forms

from speeches.forms.base import PlainForm
from speeches.services.refusals import VersionMissing


class SeenForm(PlainForm):
    """`seen` is the revision that the page showed."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def revision(self) -> int:
        """Of a valid form. Raises VersionMissing where it came without, or with something else."""
        seen = self.cleaned_data["seen"]
        if not (seen.isascii() and seen.isdigit() and len(seen) < 10):
            raise VersionMissing
        return int(seen)

    def show(self, revision: int) -> None:
        """A sent form shows this one from now on; what was typed stays."""
        self.data = self.data.copy()
        self.data["seen"] = str(revision)


class FinalForm(SeenForm):
    """定稿; where errors stay in the text, why they do."""

    because = forms.CharField(
        label="不改的原因",
        required=False,
        help_text="原因同这一份定稿存在一起，起草人和审核人能看到，领导看不到。",
        widget=forms.Textarea,
    )


class ReopenForm(SeenForm):
    """退回修改, for a reason that is kept with the final copy."""

    reason = forms.CharField(
        label="退回原因",
        help_text="写清楚哪里要改。原因同这一份定稿存在一起，起草人能看到。",
        widget=forms.Textarea,
    )
