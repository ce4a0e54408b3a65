"""数据: one figure, and saying that its value is right."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout

from speeches import rules
from speeches.forms.base import TextForm
from speeches.models import Department, Figure
from speeches.services import ledger

CONFIRMING = "confirm"  # the name of the button that confirms while it saves
_BY_WRITERS = ("name", "department")


class FigureForm(TextForm):
    """The name and the giving division are the writer's; value and unit also the division's."""

    layout = Layout("name", "value", "unit", "department")

    class Meta:
        model = Figure
        fields = ("name", "value", "unit", "department")
        help_texts = {
            "name": "正文里写{名称}，印出来就是数值和单位。名称里不要用空格、冒号和花括号。",
            "value": "照这里写的样子印，如：1.68、1,680、近两成。还没有就先空着。",
            "unit": "如：万个、亿元。没有单位就空着。",
            "department": "由这个处室填写和确认。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if rules.may_write(self.actor):
            divisions = Department.objects.filter(bureau=self.actor.bureau_id)
            self.fields["department"].queryset = divisions
            if not self.is_new:
                self.fields["name"].help_text += "改名后，正文里的引用一起改。"
        else:
            for name in _BY_WRITERS:
                del self.fields[name]
            self.layout = Layout("value", "unit")

    @property
    def confirms(self) -> bool:
        return CONFIRMING in self.data

    def _save(self) -> bool:
        write = ledger.confirm if self.confirms else ledger.change_figure
        return write(self.instance, self.changes(), seen=self.version, actor=self.actor)

    def add(self, once: Any) -> Figure:
        fields = self.changes() | {"once": once}
        figure = ledger.add_figure(self.instance.speech, actor=self.actor, **fields)
        if self.confirms:
            ledger.confirm(figure, seen=figure.version, actor=self.actor)
        return figure


class ConfirmationForm(TextForm):
    """A button: the value that its page showed is right."""

    class Meta:
        model = Figure
        fields = ()

    def _save(self) -> bool:
        return ledger.confirm(self.instance, seen=self.version, actor=self.actor)
