"""校核: a bureau's own words, and the reason for which a rule is off."""

from __future__ import annotations

import re
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from speeches.checks.entries import NEEDING_RIGHT, WITH_RIGHT
from speeches.document.normalising import without_blanks
from speeches.enums import WordList
from speeches.forms.base import OfficeForm, PlainForm
from speeches.forms.managing import LineField, ManagedForm
from speeches.models import Bureau, RuleOff, User, Word
from speeches.services import checking

_ENCLOSED = re.compile(r"[《“\"](?P<word>[^《》“”\"]*)[》”\"]")
_FIELDS = ("term", "right", "source")
# What the columns of a list are called, where that says more than 词语 and 正确写法.
TERMS = {
    WordList.MISSPELLINGS: "错误写法",
    WordList.ORGANS: "错误写法",
    WordList.WORDINGS: "错误写法",
    WordList.BANNED: "不能出现的词语",
    WordList.DOCUMENTS: "文件名称",
}
_HELP = {
    WordList.MISSPELLINGS: "写上在任何句子里都不对的写法，如：布署。",
    WordList.SET_PHRASES: "里面的数字不表示这篇讲话里有几项，如：三会一课。",
    WordList.ORGANS: "几个机构连写而没有顿号的，如：市委市政府。",
    WordList.DOCUMENTS: "文件的全称，不写书名号。",
    WordList.WORDINGS: "数字或用字与规定不同的写法。",
    WordList.BANNED: "出现就报错的词语，如：还不能公开的项目代号。",
    WordList.ALLOWED: "含有这个词语的地方，校核不再提示。",
}


class TermField(LineField):
    """A word as it stands in a text: without blanks, and without the marks around a whole name."""

    def to_python(self, value: Any) -> str:
        told = without_blanks(super().to_python(value))
        enclosed = _ENCLOSED.fullmatch(told)
        return enclosed["word"] if enclosed else told


class WordFields(forms.ModelForm):
    """A word of the list `word_list`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        word_list = WordList(self.instance.list)
        term = self.fields["term"]
        term.label, term.help_text = TERMS.get(word_list, "词语"), _HELP[word_list]
        if word_list.value in NEEDING_RIGHT:
            self.fields["right"].required = True
        elif word_list.value in WITH_RIGHT:
            self.fields["right"].help_text = "可以不填。"
        else:
            del self.fields["right"]
        self.layout = Layout(*self.fields)

    class Meta:
        model = Word
        fields = _FIELDS
        field_classes = {"term": TermField, "right": TermField, "source": LineField}
        help_texts = {"source": "按什么定的，如：市委办公室2026年3月通知。"}


class WordForm(ManagedForm, WordFields):
    """An entry that exists."""

    def store(self) -> bool:
        for column, value in self.values().items():
            setattr(self.instance, column, value)
        try:
            checking.check_word(self.instance)
        except forms.ValidationError as error:
            self.take_errors(error)
            raise
        return super().store()


class NewWordForm(OfficeForm, WordFields):
    """An entry to be added."""

    def __init__(self, *args: Any, bureau: Bureau, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau, self.actor = bureau, actor

    def _post_clean(self) -> None:
        """The service looks at it together with all other words."""

    def store(self) -> bool:
        told = {"list": self.instance.list, **self.cleaned_data}
        checking.add_word(self.bureau.pk, actor=self.actor, **told)
        return True


class RuleOffForm(PlainForm):
    """Why a rule is not to run for the bureau."""

    reason = LineField(
        label="停用原因",
        max_length=200,
        help_text="如：本市惯例“市委市政府”连写。停用以后，全单位的讲话稿都不再按这一条提示。",
    )
    layout = Layout("reason")

    def __init__(self, *args: Any, bureau: Bureau, rule: str, actor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bureau, self.rule, self.actor = bureau, rule, actor

    def store(self) -> bool:
        """Sent twice it is switched off once; where somebody was faster their reason stays."""
        reason = self.cleaned_data["reason"]
        if checking.switch_off(self.bureau, self.rule, reason=reason, actor=self.actor):
            return True
        row = RuleOff.objects.filter(bureau=self.bureau, rule=self.rule).first()
        if row and row.reason != reason:
            by = f"{row.by}已" if row.by else "已经"
            raise forms.ValidationError(f"这条规则{by}停用，原因是“{row.reason}”，不用再停用。")
        return False
