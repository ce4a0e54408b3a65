"""版式: the page setup of a bureau's own edition."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError

from speeches.forms.base import TextForm
from speeches.forms.managing import LineField
from speeches.models import PageFormat
from speeches.models.edition import FONT_NAME
from speeches.services import editions
from speeches.services.fonts import families
from speeches.typeset.edition import Edition, Face
from speeches.typeset.fonts import PARTS
from speeches.typeset.workable import UnworkableEdition

LEVELS = ("1", "2", "3", "4")
MARGINS = ("margin_top", "margin_bottom", "margin_left", "margin_right")
MEASURES = (*MARGINS, "number_drop")
NUMBERS = ("number_place", "number_form", "number_size", "number_drop")
COUNTS = ("lines", "columns", "after_title", "after_names")
FONTS = tuple(f"font_{face}" for face in Face)
UNNAMED = "新版式"
_MEASURED = "{label}请填厘米数，最多两位小数，例如3.7。"
_MEASURE_CODES = ("invalid", "max_digits", "max_decimal_places", "max_whole_digits")


class MeasureField(forms.DecimalField):
    """Centimetres; digits and point may be typed full-width."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(unicodedata.normalize("NFKC", str(value or "")))

    def prepare_value(self, value: Any) -> Any:
        return editions.plain(value) if isinstance(value, Decimal) else value


class MarginField(MeasureField):
    """Between what printers leave white and what leaves room for a page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=Decimal("0.5"), max_value=20, **kwargs)


class FontField(LineField):
    """The name of a font, also of one that the machine has no longer."""

    default_validators = (FONT_NAME,)


def _group(title: str, *rows: Iterable[str], each: str = "plain") -> Fieldset:
    """Fields under a title; in a row stand as many as there is room for, if `each` is so wide."""
    return Fieldset(title, *(Div(*row, css_class=f"field-row field-row-{each}") for row in rows))


class PageFormatForm(TextForm):
    """A page setup that can work; what cannot is said at the field that mends it.

    `edition` is what the fields describe; where that cannot work it is None, and `reasons` say why.
    """

    layout = Layout(
        "name",
        _group("页边距（厘米）", MARGINS, each="narrow"),
        _group("行、字", ("lines", "columns", "size")),
        _group("标题和署名", ("title_size", "after_title", "after_names")),
        _group("各级标题", *((f"face_{at}", f"bold_{at}") for at in LEVELS), each="narrow"),
        _group("页码", NUMBERS, each="wide"),
        Fieldset("翻页", "turns_at_sentence"),
        _group("字体", FONTS, each="wide"),
    )

    class Meta:
        model = PageFormat
        fields = "__all__"  # those that are editable
        field_classes = (
            dict.fromkeys(MARGINS, MarginField)
            | dict.fromkeys(FONTS, FontField)
            | {"number_drop": MeasureField, "name": LineField}
        )
        widgets = {
            **{name: forms.TextInput(attrs={"inputmode": "decimal"}) for name in MEASURES},
            **{name: forms.TextInput(attrs={"inputmode": "numeric"}) for name in COUNTS},
            **dict.fromkeys(FONTS, forms.Select),
        }
        help_texts = {
            "name": "导出时按这个名称选用，如：局长办公会用。",
            "number_drop": "厘米，量到页码的中线。",
            "turns_at_sentence": "一页排到最后一个句号为止，后面空着，不在一句中间翻页。",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition: Edition | None = None
        self.reasons: list[str] = []
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                field.choices = [pair for pair in field.choices if pair[0] != ""]
            if name in MEASURES:
                told = _MEASURED.format(label=field.label)
                field.error_messages |= dict.fromkeys(_MEASURE_CODES, told)
        here = tuple(name for name in families() if FONT_NAME.regex.match(name))
        for face in Face:
            field = self[f"font_{face}"]
            field.field.widget.choices = _font_choices(face, here, field.value())
        if not self.is_bound:
            self._describe(self.initial)

    def clean(self) -> dict[str, Any]:
        if self.errors.keys() <= {"name"}:  # a page is shown before it has a name
            self._describe(self.cleaned_data)
        return self.cleaned_data

    def _describe(self, values: dict[str, Any]) -> None:
        """The edition of these values; where it cannot work, why not, at its fields."""
        shape = {name: values[name] for name in self.fields if name in SHAPE}
        try:
            self.edition = editions.edition_of(
                PageFormat(**shape, name=values.get("name") or UNNAMED)
            )
        except UnworkableEdition as error:
            self.reasons = list(error.reasons.values())
            if self.is_bound:
                self.take_errors(ValidationError(editions.reasons_of(error)))

    def _save(self) -> bool:
        return editions.save(self.instance, self.changes(), seen=self.version, actor=self.actor)

    def add(self, once: Any) -> PageFormat:
        for name, value in (self.changes() | {"once": once}).items():
            setattr(self.instance, name, value)
        return editions.insert(self.instance, actor=self.actor)


SHAPE = frozenset(PageFormatForm.base_fields) - {"seen", "once", "name"}


def _font_choices(face: Face, here: tuple[str, ...], current: str) -> list[Any]:
    """What may play a face: the fonts that are here, and those of official texts that are not."""
    official = [name for name in PARTS[face].names if not name.isascii() and name not in here]
    if current and current not in (*here, *official):
        official.append(current)
    return [
        ("", "不指定，按标准"),
        ("这台机器上有的", [(name, name) for name in here]),
        ("这台机器上没有的", [(name, name) for name in official]),
    ]
