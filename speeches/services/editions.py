"""版式: which editions a bureau has, and what its administrator does with its own.

Every bureau has the built-in editions, and those that it made of them. One is its default: the
desk and leaders' pages are set in it, final copies too, whenever they were made. An edition says
how a page looks and nothing of what stands on it, so a change of it is no change of a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import Truncator

from speeches.document.normalising import normalise_line
from speeches.document.tree import Role
from speeches.models import Bureau, PageFormat, User
from speeches.services import saving
from speeches.services.managing import held
from speeches.services.refusals import InUse, Refusal
from speeches.typeset.edition import BUILT_IN, STANDARD, Edition, Face, Place, Style
from speeches.typeset.workable import UnworkableEdition, validated

_ROW = re.compile(r"own-(\d{1,18})", re.ASCII)
LONGEST_ECHO = 40  # characters of what was asked for
BUILT_IN_KEYS = frozenset(edition.key for edition in BUILT_IN)
TAKEN = "已有同名的版式，请换一个名称。"
RESTORED_TWICE = "现在已有同名的版式，请先给那一种改名。"
IS_DEFAULT = "这是本单位的默认版式。请先把另一种版式设为默认，再删除。"
# Where the page setup of an office says what an Edition calls by another name.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "area_width": "margin_right",
        "area_height": "margin_bottom",
        "page_number": "number_drop",
        "roles": "size",
        "stamp": "margin_top",
        "levels": "face_1",
        "fonts": "font_fang",
    }
)


class UnknownEdition(Refusal):
    """No edition of the bureau is called so; the sentence lists those that there are."""

    def __init__(self, asked: str, names: list[str]) -> None:
        told = Truncator(asked).chars(LONGEST_ECHO, "…")
        super().__init__(f"没有“{told}”这种版式。可以用的有：{'、'.join(names)}。")


# --- Choosing --------------------------------------------------------------------------------


def choices(bureau: Bureau) -> list[tuple[str, str]]:
    """Key and Chinese name of every edition of the bureau that works, the built-in ones first."""
    return [(edition.key, edition.name) for edition in _working(bureau)]


def edition_for(bureau: Bureau, key: str = "") -> Edition:
    """The edition of this key or Chinese name; "" is the default. Raises UnknownEdition."""
    if not key:
        return default_edition(bureau)
    editions = _working(bureau)
    for name in ("key", "name"):
        for edition in editions:
            if getattr(edition, name) == key:
                return edition
    raise UnknownEdition(key, [edition.name for edition in editions])


def default_edition(bureau: Bureau) -> Edition:
    """The edition of the desk, of leaders' pages and of copies for which none was chosen.

    A page is always shown: an own edition that cannot work any more gives way to the standard.
    """
    editions = BUILT_IN if bureau.edition in BUILT_IN_KEYS else _working(bureau)
    return next((each for each in editions if each.key == bureau.edition), STANDARD)


def edition_of_key(key: str) -> Edition | None:
    """The edition of this key, of whatever bureau; None where there is none that works."""
    if key in BUILT_IN_KEYS:
        return next(edition for edition in BUILT_IN if edition.key == key)
    row = _ROW.fullmatch(key)
    found = PageFormat.objects.filter(pk=int(row[1])).first() if row else None
    return _if_it_works(found) if found else None


def _working(bureau: Bureau) -> list[Edition]:
    rows = PageFormat.objects.standing().filter(bureau=bureau.pk)
    own = (_if_it_works(row) for row in rows)
    return [*BUILT_IN, *(edition for edition in own if edition)]


def _if_it_works(row: PageFormat) -> Edition | None:
    try:
        return edition_of(row)
    except UnworkableEdition:
        return None


# --- Between a row and an edition ------------------------------------------------------------


def edition_of(row: PageFormat) -> Edition:
    """What a row describes. Raises UnworkableEdition, by the names of Edition's fields."""
    left, right = 10 * row.margin_left, 10 * row.margin_right
    top, bottom = 10 * row.margin_top, 10 * row.margin_bottom
    edition = replace(
        STANDARD,
        key=row.key,
        name=row.name,
        margin_top=float(top),
        margin_left=float(left),
        area_width=float(Decimal(STANDARD.paper_width) - left - right),
        area_height=float(Decimal(STANDARD.paper_height) - top - bottom),
        lines=row.lines,
        columns=row.columns,
        size=row.size,
        levels=_levels_of(row),
        page_number=replace(
            STANDARD.page_number,
            size=row.number_size,
            drop=float(10 * row.number_drop),
            form=row.number_form,
            place=Place(row.number_place),
        ),
        stamp=replace(STANDARD.stamp, size=row.size),
        roles=_roles_of(row),
        after_title=row.after_title,
        after_names=row.after_names,
        fonts=_fonts_of(row),
        turns_at_sentence=row.turns_at_sentence,
    )
    return validated(edition)


def _levels_of(row: PageFormat) -> tuple[Style, ...]:
    return tuple(
        replace(
            level,
            face=Face(getattr(row, f"face_{number}")),
            size=row.size,
            bold=getattr(row, f"bold_{number}"),
        )
        for number, level in enumerate(STANDARD.levels, start=1)
    )


def _roles_of(row: PageFormat) -> Mapping[Role, Style]:
    sizes = dict.fromkeys(STANDARD.roles, row.size) | {Role.TITLE: row.title_size}
    styles = STANDARD.roles.items()
    return MappingProxyType({role: replace(style, size=sizes[role]) for role, style in styles})


def _fonts_of(row: PageFormat) -> Mapping[Face, tuple[str, ...]]:
    named = {face: getattr(row, f"font_{face}") for face in Face}
    return MappingProxyType({face: (name,) for face, name in named.items() if name})


def values_of(edition: Edition) -> dict[str, Any]:
    """What a row says of an edition, by field: where a copy of it begins. Undoes `edition_of`."""
    number = edition.page_number
    right = edition.paper_width - edition.margin_left - edition.area_width
    bottom = edition.paper_height - edition.margin_top - edition.area_height
    values: dict[str, Any] = {
        "margin_top": _centimetres(edition.margin_top),
        "margin_bottom": _centimetres(bottom),
        "margin_left": _centimetres(edition.margin_left),
        "margin_right": _centimetres(right),
        "lines": edition.lines,
        "columns": edition.columns,
        "size": int(edition.size),
        "title_size": int(edition.roles[Role.TITLE].size),
        "after_title": edition.after_title,
        "after_names": edition.after_names,
        "number_form": number.form,
        "number_place": number.place.value,
        "number_size": int(number.size),
        "number_drop": _centimetres(number.drop),
        "turns_at_sentence": edition.turns_at_sentence,
    }
    for at, level in enumerate(edition.levels, start=1):
        values |= {f"face_{at}": level.face.value, f"bold_{at}": level.bold}
    for face in Face:
        values[f"font_{face}"] = next(iter(edition.fonts.get(face, ())), "")
    return values


def _centimetres(millimetres: float) -> Decimal:
    return round(Decimal(millimetres) / 10, 2)


def plain(centimetres: Decimal) -> str:
    """A measure as an office writes it: 3.7, and 5 for 5.00."""
    return f"{centimetres.normalize():f}"


def reasons_of(error: UnworkableEdition) -> dict[str, list[str]]:
    """Why a row cannot work, by the fields of the row."""
    told: dict[str, list[str]] = {}
    for name, reason in error.reasons.items():
        told.setdefault(FIELDS.get(name, name), []).append(reason)
    return told


def trouble_of(row: PageFormat) -> str:
    """Why a row cannot be chosen any more, in a sentence; empty where it can."""
    try:
        edition_of(row)
    except UnworkableEdition as error:
        return next(iter(error.reasons.values()))
    return ""


# --- What the administrator does -------------------------------------------------------------


def insert(row: PageFormat, *, actor: User | None) -> PageFormat:
    """Add an edition. Raises ValidationError (by field)."""
    with held(row.bureau_id):
        _refuse_built_in_name(row.name)
        return saving.insert(row, actor=actor)


def save(
    row: PageFormat, changes: Mapping[str, Any], *, seen: int | None, actor: User | None
) -> bool:
    """Change an edition; every page set in it is new from then on. Raises what saving does."""
    with held(row.bureau_id):
        _refuse_built_in_name(changes.get("name", row.name))
        return saving.save(row, changes, seen=seen, actor=actor)


def set_default(bureau: Bureau, key: str) -> Edition:
    """Let desk and leaders' pages be set in this edition. Raises UnknownEdition."""
    with held(bureau.pk):
        edition = edition_for(bureau, key)
        Bureau.objects.filter(pk=bureau.pk).update(edition=edition.key)
    return edition


def delete(row: PageFormat, *, actor: User | None) -> None:
    """Mark it as deleted; twice is the same as once. Raises InUse for the default."""
    with held(row.bureau_id):
        if Bureau.objects.filter(pk=row.bureau_id, edition=row.key).exists():
            raise InUse(IS_DEFAULT)
        marks = {"deleted_at": timezone.now(), "deleted_by": actor}
        PageFormat.objects.standing().filter(pk=row.pk).update(**marks)


def restore(row: PageFormat) -> None:
    """Bring it back; twice is the same as once. Raises InUse where its name is another's now."""
    with held(row.bureau_id):
        others = PageFormat.objects.standing().filter(bureau=row.bureau_id, name=row.name)
        if others.exclude(pk=row.pk).exists():
            raise InUse(RESTORED_TWICE)
        PageFormat.objects.filter(pk=row.pk).update(deleted_at=None, deleted_by=None)


def _refuse_built_in_name(name: str) -> None:
    if normalise_line(name) in {edition.name for edition in BUILT_IN}:
        raise ValidationError({"name": TAKEN})
