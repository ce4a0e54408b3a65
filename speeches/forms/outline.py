"""The forms of what stands in an outline: each kind has the fields that it needs, and no others."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError

from speeches.enums import NodeKind
from speeches.forms.nodes import Folded, NodeForm, RowsHere
from speeches.models import (
    AchievementCategory,
    Item,
    Node,
    Priority,
    Problem,
    Requirement,
    Section,
)

TEXT = {"data-takes-tokens": True}
LONG = {"heading": forms.TextInput(attrs=TEXT)} | {
    name: forms.Textarea(attrs=TEXT) for name in ("body", "tail")
}
UNNUMBERED = "前面不用写“一、”“（一）”，要序号的地方会自动排上。"
RUN_IN_HINT = "勾选后，标题后面直接接正文，如“（一）补短提质稳中求进。开工新建……”。"
COLLECTIVE_HINT = "不写数字，如：稳、大工程、个坚持。文中写{合称}，就显示成“五稳”。"


class SectionForm(NodeForm):
    """部分: its lead, and how its points are numbered and set."""

    layout = Layout(
        "heading",
        "body",
        "collective",
        "tail",
        Folded("序号和排法", "marker", "layout", "separator", "etcetera"),
    )

    class Meta:
        model = Section
        fields = ("heading", "body", "collective", "tail")
        fields += ("marker", "layout", "separator", "etcetera")
        labels = {"body": "导语", "tail": "段末语", "marker": "要点的序号", "layout": "要点的排法"}
        help_texts = {
            "heading": f"例如：肯定半年度工作。{UNNUMBERED}",
            "collective": COLLECTIVE_HINT,
            "tail": "写在所有要点之后的话。",
        }
        widgets = LONG


class CategoryForm(NodeForm):
    """成绩类别, and its achievements as rows."""

    rows_name = "成绩"
    layout = Layout(
        "heading", "body", RowsHere(), "tail", Folded("排法", "heading_run_in", "marker", "layout")
    )

    class Meta:
        model = AchievementCategory
        fields = ("heading", "body", "tail", "heading_run_in", "marker", "layout")
        labels = {"marker": "成绩的序号", "layout": "成绩的排法"}
        help_texts = {
            "heading": f"例如：教学秩序平稳有序。{UNNUMBERED}",
            "body": "可以整段写在这里；要分条，就写在下面。",
            "heading_run_in": RUN_IN_HINT,
        }
        widgets = LONG


class ProblemForm(NodeForm):
    """问题: whose it is, and what is done about it."""

    links_name = "answered_by"
    layout = Layout("heading", "body", "department", "answered_by")

    class Meta:
        model = Problem
        fields = ("heading", "body", "department")
        labels = {"body": "问题"}
        help_texts = {"heading": f"可以不写，只写问题。{UNNUMBERED}"}
        widgets = LONG


class PriorityForm(NodeForm):
    """工程: who leads, until when, by which measures, and which problems it answers."""

    rows_name = "举措"
    links_name = "answers"
    layout = Layout(
        "heading",
        "body",
        RowsHere(),
        "tail",
        "department",
        "deadline",
        "answers",
        Folded("排法", "heading_run_in", "marker", "layout"),
    )

    class Meta:
        model = Priority
        fields = ("heading", "body", "tail", "department", "deadline")
        fields += ("heading_run_in", "marker", "layout")
        labels = {"department": "牵头处室", "marker": "举措的序号", "layout": "举措的排法"}
        help_texts = {
            "heading": f"例如：学位扩容工程。{UNNUMBERED}",
            "heading_run_in": RUN_IN_HINT,
        }
        widgets = LONG

    def clean_deadline(self) -> Any:
        deadline, meeting = self.cleaned_data["deadline"], self.instance.speech.meeting.date
        if deadline and meeting and deadline < meeting:
            told = f"{meeting.year}年{meeting.month}月{meeting.day}日"
            raise ValidationError(f"完成时限早于会议日期（{told}），请核对。")
        return deadline


class RequirementForm(NodeForm):
    """要求, and its clauses as rows: 一要…，二要…"""

    rows_name = "一要"
    layout = Layout(
        "heading",
        "body",
        "collective",
        RowsHere(),
        "tail",
        Folded("排法", "heading_run_in", "marker", "layout"),
    )

    class Meta:
        model = Requirement
        fields = ("heading", "body", "collective", "tail", "heading_run_in", "marker", "layout")
        labels = {"marker": "分条的序号", "layout": "分条的排法"}
        help_texts = {
            "heading": f"例如：工作要到岗。{UNNUMBERED}",
            "collective": COLLECTIVE_HINT,
            "heading_run_in": RUN_IN_HINT,
        }
        widgets = LONG


class PointForm(NodeForm):
    """要点 of a narrative part, with items as rows."""

    rows_name = "分项"
    layout = Layout(
        "heading", "body", RowsHere(), "tail", Folded("排法", "heading_run_in", "marker", "layout")
    )

    class Meta:
        model = Node
        fields = ("heading", "body", "tail", "heading_run_in", "marker", "layout")
        labels = {"marker": "分项的序号", "layout": "分项的排法"}
        help_texts = {"heading": UNNUMBERED, "heading_run_in": RUN_IN_HINT}
        widgets = LONG


class ItemForm(NodeForm):
    """分项 by itself; what stands below it are lines of the outline."""

    layout = Layout("heading", "body", Folded("排法", "heading_run_in", "marker", "layout"))

    class Meta:
        model = Item
        fields = ("heading", "body", "heading_run_in", "marker", "layout")
        labels = {"heading": "小标题", "marker": "下级的序号", "layout": "下级的排法"}
        help_texts = {"heading": f"可以不写，只写正文。{UNNUMBERED}"}
        widgets = LONG


FORMS: dict[str, type[NodeForm]] = {
    NodeKind.CATEGORY: CategoryForm,
    NodeKind.PROBLEM: ProblemForm,
    NodeKind.PRIORITY: PriorityForm,
    NodeKind.REQUIREMENT: RequirementForm,
    NodeKind.POINT: PointForm,
    NodeKind.ITEM: ItemForm,
}


def form_for(kind: str) -> type[NodeForm]:
    """The form of nodes of a kind; parts share one."""
    return FORMS.get(kind, SectionForm)
